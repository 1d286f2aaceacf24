import { DefaultLangiumDocuments, DocumentState, type LangiumDocument, type Stream, stream, type URI } from 'langium';
import type * as ast from '../generated/ast.ts';

/**
 * The documents of a workspace by their URIs. They are asked for all the time, and Langium keeps them folder by folder: its way to
 * one reads the URI twice and takes it apart.
 */
export class JourneyDocuments extends DefaultLangiumDocuments {
  readonly #byUri = new Map<string, LangiumDocument>();

  /** A document by its URI in the normal form. */
  at(uri: string): LangiumDocument<ast.JourneyFile> | undefined {
    return this.#byUri.get(uri) as LangiumDocument<ast.JourneyFile> | undefined;
  }

  override get all(): Stream<LangiumDocument> {
    return stream(this.#byUri.values());
  }

  override getDocument(uri: URI): LangiumDocument | undefined {
    return this.#byUri.get(uri.toString());
  }

  /** A document, or those in a folder. */
  override getDocuments(uri: URI): LangiumDocument[] {
    const document = this.getDocument(uri);
    if (document !== undefined) return [document];
    const folder = `${uri.toString().replace(/\/$/, '')}/`;
    return [...this.#byUri.values()].filter((each) => each.uri.toString().startsWith(folder));
  }

  override hasDocument(uri: URI): boolean {
    return this.#byUri.has(uri.toString());
  }

  override addDocument(document: LangiumDocument): void {
    const uri = document.uri.toString();
    if (this.#byUri.has(uri)) throw new Error(`The document ${uri} is there already`);
    this.#byUri.set(uri, document);
  }

  override invalidateDocument(uri: URI): LangiumDocument | undefined {
    const document = this.getDocument(uri);
    if (document !== undefined) this.services.workspace.DocumentBuilder.resetToState(document, DocumentState.Changed);
    return document;
  }

  override deleteDocument(uri: URI): LangiumDocument | undefined {
    const document = this.getDocument(uri);
    if (document !== undefined) this.#delete(document);
    return document;
  }

  override deleteDocuments(uri: URI): LangiumDocument[] {
    const documents = this.getDocuments(uri);
    for (const document of documents) this.#delete(document);
    return documents;
  }

  #delete(document: LangiumDocument): void {
    document.state = DocumentState.Changed;
    this.#byUri.delete(document.uri.toString());
  }
}
