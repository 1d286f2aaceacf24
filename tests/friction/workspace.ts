// Opens texts as files of a workspace and gives what they mean: the way from text to model that every surface goes.
import { textEditsOf } from '../../src/language/edit/text-edits.ts';
import type { JourneyDocument } from '../../src/language/workspace/journey-workspace.ts';
import { linkProblems } from '../../src/language/linking/link-problems.ts';
import { modelOf } from '../../src/language/lowering/model-of.ts';
import type { Fix } from '../../src/model/finding.ts';
import type { Model } from '../../src/model/model.ts';
import { documentOf, loaded } from '../language/virtual-files.ts';

export interface OpenFile {
  readonly name: string;
  readonly uri: string;
  readonly text: string;
  readonly model: Model;
  readonly document: JourneyDocument;
  /** What the parser and the linker have to say. */
  readonly mistakes: readonly string[];
}

export type Files = ReadonlyMap<string, string>;

/** Opens files side by side in one folder, by name. */
export async function openFiles(texts: Files): Promise<ReadonlyMap<string, OpenFile>> {
  const names = [...texts.keys()];
  const workspace = await loaded(Object.fromEntries(texts), names);
  return new Map(
    names.map((name) => {
      const document = documentOf(workspace, name);
      const text = document.textDocument.getText();
      const file = { name, uri: document.uri.toString(), text, model: modelOf(document), document };
      return [name, { ...file, mistakes: mistakesIn(document) }];
    }),
  );
}

/** The files with a fix applied, whichever of them it changes. */
export function withFix(files: ReadonlyMap<string, OpenFile>, fix: Fix): Files {
  return new Map([...files].map(([name, file]) => [name, applied(file, fix)]));
}

export async function openFile(text: string): Promise<OpenFile> {
  const file = (await openFiles(new Map([['main.journey', text]]))).get('main.journey');
  if (file === undefined) throw new Error('The file was not opened.');
  return file;
}

function applied({ document }: OpenFile, { edits }: Fix): string {
  const { textDocument } = document;
  let text = textDocument.getText();
  for (const { range, newText } of textEditsOf(edits, document).toReversed()) {
    const [start, end] = [textDocument.offsetAt(range.start), textDocument.offsetAt(range.end)];
    text = text.slice(0, start) + newText + text.slice(end);
  }
  return text;
}

function mistakesIn(document: JourneyDocument): readonly string[] {
  const { lexerErrors, parserErrors } = document.parseResult;
  return [
    ...lexerErrors.map(({ message }) => message),
    ...parserErrors.map(({ message }) => message),
    ...linkProblems(document).map(({ message }) => message.en),
  ];
}
