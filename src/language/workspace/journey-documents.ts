import { DefaultLangiumDocuments, type LangiumDocument, type URI } from 'langium';
import type * as ast from '../generated/ast.ts';

/** The documents of a workspace. They are asked for all the time, and Langium's way to one reads its URI twice and takes it apart. */
export class JourneyDocuments extends DefaultLangiumDocuments {
  readonly #byUri = new Map<string, LangiumDocument>();

  /** A document by its URI in the normal form. */
  at(uri: string): LangiumDocument<ast.JourneyFile> | undefined {
    return this.#byUri.get(uri) as LangiumDocument<ast.JourneyFile> | undefined;
  }

  override getDocument(uri: URI): LangiumDocument | undefined {
    return this.#byUri.get(uri.toString());
  }

  override hasDocument(uri: URI): boolean {
    return this.#byUri.has(uri.toString());
  }

  override addDocument(document: LangiumDocument): void {
    const uri = document.uri.toString();
    if (this.#byUri.has(uri)) throw new Error(`The document ${uri} is there already`);
    // Only folders are looked for in it.
    this.documentTrie.insert(uri, document);
    this.#byUri.set(uri, document);
  }

  override deleteDocument(uri: URI): LangiumDocument | undefined {
    this.#byUri.delete(uri.toString());
    return super.deleteDocument(uri);
  }

  override deleteDocuments(uri: URI): LangiumDocument[] {
    const deleted = super.deleteDocuments(uri);
    for (const document of deleted) this.#byUri.delete(document.uri.toString());
    return deleted;
  }
}
