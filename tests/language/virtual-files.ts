// A workspace over files that exist only in the test.
import {
  createWorkspace,
  type FileAccess,
  type JourneyDocument,
  type JourneyWorkspace,
} from '../../src/language/journey-workspace.ts';
import type { LinkProblem } from '../../src/language/linker-problem.ts';
import { linkProblems } from '../../src/language/linker-problems.ts';
import type { Range } from '../../src/model/place.ts';

/** Texts by path, such as `shared/people.journey`. */
export type VirtualFiles = Readonly<Record<string, string>>;

const folder = 'file:///work/';

export function uriOf(path: string): string {
  return path.includes(':') ? path : `${folder}${path.split('/').map(encodeURIComponent).join('/')}`;
}

export function virtualAccess(files: VirtualFiles): FileAccess {
  const texts = new Map(Object.entries(files).map(([path, text]) => [uriOf(path), text]));
  return {
    read: (uri) => {
      const text = texts.get(uri);
      if (text !== undefined) return { text };
      const isFolder = [...texts.keys()].some((other) => other.startsWith(`${uri}/`));
      return isFolder
        ? { absence: 'folder', reason: { en: 'this is a folder', ja: 'フォルダーです' } }
        : { absence: 'missing', reason: { en: 'no such file', ja: 'ファイルがありません' } };
    },
    list: (parent) => [...texts.keys()].filter((uri) => uri.substring(0, uri.lastIndexOf('/')) === parent),
  };
}

/** Loads `main.journey` and what it imports. */
export async function loaded(
  files: VirtualFiles,
  asked: readonly string[] = ['main.journey'],
): Promise<JourneyWorkspace> {
  const workspace = createWorkspace({ files: virtualAccess(files), roots: [folder] });
  await workspace.load(asked.map(uriOf));
  return workspace;
}

export function documentOf(workspace: JourneyWorkspace, path: string): JourneyDocument {
  const document = workspace.document(uriOf(path));
  if (document === undefined) throw new Error(`${path} is not loaded`);
  return document;
}

export function textAt(document: JourneyDocument, range: Range): string {
  return document.textDocument.getText(range);
}

/** What is wrong with a file, for a glance: code, the words that it points at, and the English message. */
export async function problems(files: VirtualFiles, path = 'main.journey'): Promise<readonly string[]> {
  const document = documentOf(await loaded(files, [path]), path);
  return linkProblems(document).map((problem) => shown(document, problem));
}

export function shown(document: JourneyDocument, { code, range, message }: LinkProblem): string {
  return `${code} at ${textAt(document, range)}: ${message.en}`;
}

/** Loads the files and gives the only problem of one. */
export async function onlyProblem(files: VirtualFiles, path = 'main.journey'): Promise<LinkProblem> {
  const document = documentOf(await loaded(files, [path]), path);
  const [problem, ...others] = linkProblems(document);
  if (problem === undefined || others.length > 0) {
    throw new Error(`Not one problem: ${[problem, ...others].flatMap((each) => each?.message.en ?? []).join(' ')}`);
  }
  return problem;
}
