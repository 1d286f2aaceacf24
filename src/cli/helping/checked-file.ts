import type { KnownFile } from '../../language/workspace/file-notes.ts';
import type { DiagnosticsText } from '../../server/ready-diagnostics.ts';
import type { Seen } from '../kept/kept-findings.ts';

/** A file that a thread was given, as the thread sends it back. */
export interface CheckedFile {
  readonly uri: string;
  /** Undefined where it is left to the server: it is not there, or what is to be said about it depends on all files. */
  readonly found: FoundInFile | undefined;
}

/** What a thread has found in a file. */
export interface FoundInFile {
  /** The file itself and all that it imports, directly or through others, as it was then: only as long as that is so it holds. */
  readonly seen: readonly Seen[];
  readonly file: KnownFile;
  readonly diagnostics: DiagnosticsText;
}
