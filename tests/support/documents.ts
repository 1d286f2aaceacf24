import { EmptyFileSystem, type LangiumDocument, TextDocument, URI } from 'langium';
import type { JourneyFile } from '../../src/language/generated/ast.ts';
import { createJourneyServices } from '../../src/language/journey-module.ts';
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
  const { LangiumDocuments: documents, LangiumDocumentFactory: factory, DocumentBuilder: builder } = shared.workspace;
  const folder = `/workspace/${folders++}`;
  const uriOf = (name: string): URI => URI.file(`${folder}/${name}`);
  const built = Object.entries(texts).map(([name, text]) => factory.fromString<JourneyFile>(text, uriOf(name)));
  for (const document of built) documents.addDocument(document);
  await builder.build(built);
  const document = (name: string): JourneyDocument => {
    const found = documents.getDocument(uriOf(name));
    if (found === undefined) throw new Error(`There is no file ${name}`);
    return found as JourneyDocument;
  };
  return {
    document,
    model: (name) => modelOf(document(name)),
    async change(name, text) {
      const { textDocument } = document(name);
      const end = textDocument.positionAt(textDocument.getText().length);
      const whole = { range: { start: { line: 0, character: 0 }, end }, text };
      TextDocument.update(textDocument, [whole], textDocument.version + 1);
      await builder.update([uriOf(name)], []);
    },
    textAt: ({ uri, range }) => documents.getDocument(URI.parse(uri))?.textDocument.getText(range) ?? '',
  };
}

/** One file that imports nothing. */
export async function fileOf(
  text: string,
): Promise<{ readonly document: JourneyDocument; readonly model: Model; readonly files: Files }> {
  const files = await filesOf({ 'file.journey': text });
  return { document: files.document('file.journey'), model: files.model('file.journey'), files };
}

// One workspace for all, because the standard library takes longer to read than a test.
const { shared } = createJourneyServices(EmptyFileSystem);
let folders = 0;
