// Workspaces over files that exist only in a test.
import { URI } from 'langium';
import type { FileAccess, FileRead } from '../../src/language/workspace/file-access.ts';
import {
  createWorkspace,
  type JourneyDocument,
  type JourneyWorkspace,
} from '../../src/language/workspace/journey-workspace.ts';
import type { LinkProblem } from '../../src/language/linking/problem.ts';
import { linkProblems } from '../../src/language/linking/link-problems.ts';
import type { Range } from '../../src/model/place.ts';

/** Texts by path, such as `shared/people.journey`, or by URI. */
export type VirtualFiles = Readonly<Record<string, string>>;

/** The folder of all virtual files, and the only one that imports may stay in. */
export const FOLDER = 'file:///team/';

export function uriOf(path: string): string {
  return path.includes(':') ? path : FOLDER + path.split('/').map(encodeURIComponent).join('/');
}

export function virtualAccess(files: VirtualFiles): FileAccess {
  const texts = new Map(Object.entries(files).map(([path, text]) => [uriOf(path), text]));
  return {
    read: (uri) => readFrom(texts, uri),
    list: (folder) => [...texts.keys()].filter((uri) => uri.substring(0, uri.lastIndexOf('/')) === folder),
  };
}

function readFrom(texts: ReadonlyMap<string, string>, uri: string): FileRead {
  const text = texts.get(uri);
  if (text !== undefined) return { text };
  const isFolder = [...texts.keys()].some((other) => other.startsWith(`${uri}/`));
  return isFolder
    ? { absence: 'folder', reason: { en: 'this is a folder', ja: 'フォルダーです' } }
    : { absence: 'missing', reason: { en: 'no such file', ja: 'ファイルがありません' } };
}

// Making the services takes longer than most tests, so that the tests of a file share a workspace and empty it.
let files: FileAccess = virtualAccess({});
let shared: JourneyWorkspace | undefined;

/** Loads files and what they import into a workspace that holds nothing else. Ends what an earlier call has given. */
export async function loaded(
  texts: VirtualFiles,
  asked: readonly string[] = ['main.journey'],
): Promise<JourneyWorkspace> {
  files = virtualAccess(texts);
  shared ??= createWorkspace({
    files: { read: (uri) => files.read(uri), list: (folder) => files.list(folder) },
    roots: [FOLDER],
  });
  await shared.shared.workspace.DocumentBuilder.update([], [URI.parse('file:///')]);
  await shared.load(asked.map(uriOf));
  return shared;
}

export function documentOf(workspace: JourneyWorkspace, path: string): JourneyDocument {
  const document = workspace.document(uriOf(path));
  if (document === undefined) throw new Error(`${path} is not loaded`);
  return document;
}

export function textAt(document: JourneyDocument, range: Range): string {
  return document.textDocument.getText(range);
}

/** What is wrong with a file, at a glance: code, the words that it points at, and the English message. */
export async function problems(texts: VirtualFiles, path = 'main.journey'): Promise<readonly string[]> {
  return shownProblems(documentOf(await loaded(texts, [path]), path));
}

export function shownProblems(document: JourneyDocument): readonly string[] {
  return linkProblems(document).map(
    ({ code, range, message }) => `${code} at ${textAt(document, range)}: ${message.en}`,
  );
}

/** Loads a file and gives its only problem. */
export async function onlyProblem(texts: VirtualFiles, path = 'main.journey'): Promise<LinkProblem> {
  const document = documentOf(await loaded(texts, [path]), path);
  const [problem, ...others] = linkProblems(document);
  if (problem === undefined || others.length > 0) {
    throw new Error(`Not one problem: ${shownProblems(document).join(' ')}`);
  }
  return problem;
}
