import { type LangiumDocument, type LangiumSharedCoreServices, URI } from 'langium';
import type * as ast from '../generated/ast.ts';
import { libraryUri } from './library.ts';
import { LIBRARY_TEXTS } from './texts.ts';

/** Parses the standard library and adds its documents to the workspace, so that they can be opened and searched. */
export function loadLibrary(shared: LangiumSharedCoreServices): readonly LangiumDocument<ast.JourneyFile>[] {
  const { LangiumDocuments: documents, LangiumDocumentFactory: factory } = shared.workspace;
  return LIBRARY_TEXTS.map(({ name, text }) => {
    const uri = URI.parse(libraryUri(name));
    const open = documents.getDocument(uri);
    if (open !== undefined) return open as LangiumDocument<ast.JourneyFile>;
    const document = factory.fromString<ast.JourneyFile>(text, uri);
    documents.addDocument(document);
    return document;
  });
}
