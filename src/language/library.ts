import { type LangiumDocument, type LangiumSharedCoreServices, URI } from 'langium';
import type * as ast from './generated/ast.ts';
import { LIBRARY_TEXTS } from './library-texts.ts';

/** The scheme of the standard library's documents, which are part of the program and on no disk. */
export const LIBRARY_SCHEME = 'builtin';

/** Whether a document belongs to the standard library. */
export function isLibrary(uri: string): boolean {
  return uri.startsWith(`${LIBRARY_SCHEME}:`);
}

/** The text of a document of the standard library; undefined when there is none with this URI. */
export function libraryText(uri: string): string | undefined {
  return LIBRARY_TEXTS.find(({ name }) => libraryUri(name) === uri)?.text;
}

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

/** In the form that `URI.toString` gives, for URIs are compared as strings. */
function libraryUri(name: string): string {
  return `${LIBRARY_SCHEME}:/library/${name}`;
}
