import type { DigestedFiles, Digests } from './digested-files.ts';
import { digestOf } from './place.ts';

/** The digests of files as an editor has them: what is open there counts by its text. */
export class OpenDigests implements Digests {
  readonly #files: DigestedFiles;
  readonly #openText: (uri: string) => string | undefined;
  /** Of texts that are open. */
  readonly #open = new Map<string, { readonly text: string; readonly digest: string }>();

  /** @param openText the text of a file that is open; undefined for any other */
  constructor(files: DigestedFiles, openText: (uri: string) => string | undefined) {
    this.#files = files;
    this.#openText = openText;
  }

  digest(uri: string): string {
    return this.#openDigest(uri) ?? this.#files.digest(uri);
  }

  folderDigest(uri: string): string {
    return this.#files.folderDigest(uri);
  }

  isSteady(uri: string): boolean {
    return this.#files.isSteady(uri);
  }

  get listed(): readonly string[] {
    return this.#files.listed;
  }

  /** Takes over what somebody else has just read in a file, unless it has been read here. */
  suppose(uri: string, digest: string): void {
    this.#files.suppose(uri, digest);
  }

  /** Whether a file is as it is on the disk. */
  isSaved(uri: string): boolean {
    const open = this.#openDigest(uri);
    return open === undefined || open === this.#files.digest(uri);
  }

  /** Undefined for a file that is not open. */
  #openDigest(uri: string): string | undefined {
    const text = this.#openText(uri);
    if (text === undefined) {
      this.#open.delete(uri);
      return undefined;
    }
    const known = this.#open.get(uri);
    if (known?.text === text) return known.digest;
    const digest = digestOf(text);
    this.#open.set(uri, { text, digest });
    return digest;
  }
}
