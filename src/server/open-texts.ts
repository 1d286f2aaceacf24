/** What an editor has open. */
export interface OpenText {
  /** As the client writes it. */
  readonly uri: string;
  readonly version: number;
  readonly getText: () => string;
}

/** The texts that the client has open, by their URIs in our form. */
export class OpenTexts {
  readonly #texts = new Map<string, OpenText>();

  get uris(): readonly string[] {
    return [...this.#texts.keys()];
  }

  set(uri: string, text: OpenText): void {
    this.#texts.set(uri, text);
  }

  delete(uri: string): void {
    this.#texts.delete(uri);
  }

  /** Undefined for one that is not open. */
  textOf(uri: string): string | undefined {
    return this.#texts.get(uri)?.getText();
  }

  /** Null for one that is not open. */
  version(uri: string): number | null {
    return this.#texts.get(uri)?.version ?? null;
  }

  /** A URI as the client writes it. */
  clientUri(uri: string): string {
    return this.#texts.get(uri)?.uri ?? uri;
  }
}
