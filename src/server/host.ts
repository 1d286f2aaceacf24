import type { FileAccess } from '../language/workspace/file-access.ts';
import type { Locale } from '../model/text.ts';
import type { FileHelpers, FileHelpersOptions } from './file-helpers.ts';
import type { KeptFiles, KeptFilesOptions } from './kept-files.ts';

/** What the server needs of the machine that it runs on. None of it may throw. */
export interface Host {
  readonly version: string;
  /** The language of a client that does not say which it wants. */
  readonly locale: Locale;
  readonly files: FileAccess;
  /** URIs of all journey files in a folder, however deep. */
  readonly find: (folder: string) => Promise<readonly string[]>;
  /** URIs of the folders that imports may not leave, for a folder that is opened. */
  readonly roots: (folder: string) => readonly string[];
  /** Takes note that files have changed, where `files` cannot see it by itself. */
  readonly refresh: (uris: readonly string[]) => Promise<void>;
  /** What is kept between two runs; undefined where nothing is. */
  readonly kept: (options: KeptFilesOptions) => KeptFiles | undefined;
  /** Others who check files beside the server; undefined where nobody can. */
  readonly helpers: (options: FileHelpersOptions) => FileHelpers | undefined;
  /** URI of a rule's page that is a file, which every editor can open; undefined where there are no such files. */
  readonly rulePage: (id: string, locale: Locale) => string | undefined;
}
