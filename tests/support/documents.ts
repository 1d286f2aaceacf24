import type { LangiumDocument } from 'langium';
import type { JourneyFile } from '../../src/language/generated/ast.ts';
import { createWorkspace } from '../../src/language/workspace/journey-workspace.ts';
import { modelOf } from '../../src/language/lowering/model-of.ts';
import type { Model } from '../../src/model/model.ts';
import type { Place } from '../../src/model/place.ts';

export type JourneyDocument = LangiumDocument<JourneyFile>;

/** Files in memory, read and linked as the language does it. */
export interface Files {
  document(name: string): JourneyDocument;
  model(name: string): Model;
  /** Gives a file another text, as an edit does, and builds what depends on it again. */
  change(name: string, text: string): Promise<void>;
  /** The text at a place, whichever file it is in. */
  readonly textAt: (place: Place) => string;
}

/** Reads files of these names and texts; all lie in one folder, which nobody else uses. */
export async function filesOf(texts: Readonly<Record<string, string>>): Promise<Files> {
  const folder = `file:///workspace/${folders++}`;
  const uriOf = (name: string): string => `${folder}/${name}`;
  for (const [name, text] of Object.entries(texts)) stored.set(uriOf(name), text);
  await workspace.load(Object.keys(texts).map(uriOf));
  const document = (name: string): JourneyDocument => {
    const found = workspace.document(uriOf(name));
    if (found === undefined) throw new Error(`There is no file ${name}`);
    return found;
  };
  return {
    document,
    model: (name) => modelOf(document(name)),
    async change(name, text) {
      await workspace.open(uriOf(name), text);
    },
    textAt: ({ uri, range }) => workspace.document(uri)?.textDocument.getText(range) ?? '',
  };
}

/** One file that imports nothing. */
export async function fileOf(
  text: string,
): Promise<{ readonly document: JourneyDocument; readonly model: Model; readonly files: Files }> {
  const files = await filesOf({ 'file.journey': text });
  return { document: files.document('file.journey'), model: files.model('file.journey'), files };
}

const stored = new Map<string, string>();
// One workspace for all, because the standard library takes longer to read than a test.
const workspace = createWorkspace({
  files: {
    read: (uri) => {
      const text = stored.get(uri);
      return text === undefined ? { absence: 'missing', reason: { en: 'not there', ja: 'ありません' } } : { text };
    },
    list: () => [],
  },
});
let folders = 0;
