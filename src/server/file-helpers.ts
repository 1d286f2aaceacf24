import type { KnownFile } from '../language/workspace/file-notes.ts';
import type { Locale } from '../model/text.ts';
import type { CheckOptions, FileToCheck } from './kept-files.ts';
import type { DiagnosticsText } from './ready-diagnostics.ts';

/** Others who check files beside the server. None of it may throw. */
export interface FileHelpers {
  /** Lets them begin, where that is possible. */
  readonly start: (work: HelpersWork<FileToCheck>) => void;
  /** What they have found in a file, as long as it, all that it imports and its configuration are what they were. */
  readonly found: (uri: string, options: CheckOptions) => HandedFile | undefined;
  /** Nobody will ask again for what they have found in a file. */
  readonly drop: (uri: string) => void;
  /** Lets them end, and forgets what they have found. */
  readonly end: () => void;
}

/** What they do. */
export interface HelpersWork<T> {
  /** Gives some files that are to be checked next; none when there are no more. */
  readonly next: () => readonly T[];
  /** Some files, by their URIs, have been checked, or are left to the server. */
  readonly returned: (uris: readonly string[]) => void;
  /** Nobody helps any more. */
  readonly ended: () => void;
}

/** What they have found in a file. */
export interface HandedFile {
  readonly file: KnownFile;
  readonly diagnostics: DiagnosticsText;
}

/** What a host's `FileHelpers` must know. */
export interface FileHelpersOptions {
  /** URIs of the folders that imports may not leave. */
  readonly roots: () => readonly string[];
  /** The text of a file that is open in the editor, as it was read; undefined for any other. */
  readonly openText: (uri: string) => string | undefined;
  /** The language of the client. */
  readonly locale: Locale;
  /** Where the client can read on, by the codes of findings. */
  readonly pages: () => ReadonlyMap<string, string>;
  /** Is told what has kept them from helping. */
  readonly failed: (error: unknown) => void;
}
