import { URI } from 'vscode-uri';
import type { FileAccess, FileRead } from '../../language/workspace/file-access.ts';
import { fileAccess } from '../files/access.ts';
import { decodeText, failedRead, readBytes } from '../files/read.ts';
import { digestOf } from './place.ts';

/** By what it is known whether files are what they were. */
export type Digests = Pick<DigestedFiles, 'digest' | 'folderDigest' | 'isSteady' | 'listed'>;

/** The files on the disk, of which is noted what was in them: what is found in them holds as long as that is the same. */
export class DigestedFiles implements FileAccess {
  readonly #digests = new Map<string, string>();
  readonly #folders = new Map<string, string>();
  /** Those that have changed while we looked. */
  readonly #unsteady = new Set<string>();

  /** Reads a file, whenever it is asked: a text is large, and most are needed once. */
  readonly read = (uri: string): FileRead => {
    try {
      const bytes = readBytes(URI.parse(uri).fsPath);
      const read = decodeText(bytes);
      this.#note(uri, ('text' in read ? '' : ABSENT) + digestOf(bytes ?? ''));
      return read;
    } catch (error) {
      const absent = failedRead(error);
      this.#note(uri, ABSENT + absent.absence);
      return absent;
    }
  };

  readonly list = (folder: string): readonly string[] => {
    const uris = fileAccess.list(folder);
    this.#folders.set(folder, digestOf(uris.toSorted().join('\n')));
    return uris;
  };

  /** Says what is in a file, or that it is not there. Read at most once for this. */
  digest(uri: string): string {
    const known = this.#digests.get(uri);
    if (known !== undefined) return known;
    this.read(uri);
    return this.#digests.get(uri) ?? '';
  }

  /** Takes over what somebody else has just read in a file, unless it has been read here. */
  suppose(uri: string, digest: string): void {
    if (!this.#digests.has(uri)) this.#digests.set(uri, digest);
  }

  /** Says which files are in a folder. */
  folderDigest(uri: string): string {
    const known = this.#folders.get(uri);
    if (known !== undefined) return known;
    this.list(uri);
    return this.#folders.get(uri) ?? '';
  }

  /** It may be another one by now, which is no reason not to trust what is read from now on. */
  forget(uri: string): void {
    this.#digests.delete(uri);
    this.#unsteady.delete(uri);
    this.#folders.delete(uri.slice(0, uri.lastIndexOf('/')));
  }

  /** Whether a file was always the same when it was read. */
  isSteady(uri: string): boolean {
    return !this.#unsteady.has(uri);
  }

  /** URIs of the folders that were listed so far. */
  get listed(): readonly string[] {
    return [...this.#folders.keys()];
  }

  #note(uri: string, digest: string): void {
    if ((this.#digests.get(uri) ?? digest) !== digest) this.#unsteady.add(uri);
    this.#digests.set(uri, digest);
  }
}

/** Whether a digest is that of a text, and not only says why there is none. */
export function isOfText(digest: string): boolean {
  return !digest.startsWith(ABSENT);
}

const ABSENT = '!';
