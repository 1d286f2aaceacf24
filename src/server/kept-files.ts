import type { Results } from '../evidence/result-file.ts';
import type { JourneySummary } from '../formats/summary.ts';
import type { FileConfiguration } from '../friction/configuration/configuration.ts';
import type { DocumentFindings } from '../language/findings.ts';
import type { KnownFile } from '../language/workspace/file-notes.ts';
import type { Finding } from '../model/finding.ts';

/** What is known of files from an earlier time, as the host keeps it. None of it may throw. */
export interface KeptFiles {
  /** What is known of a file, as long as it, all that it imports and its configuration are what they were. */
  readonly find: (uri: string, options: CheckOptions) => KeptEntry | undefined;
  /** Whether files are as they are on the disk: what nobody has saved will hardly be the same again. */
  readonly areSaved: (uris: readonly string[]) => boolean;
  /** Keeps what was found in a file. */
  readonly keep: (found: FoundFile) => void;
  /** Makes room, if need be. */
  readonly tidy: () => void;
}

/** What is known of a file. */
export interface KeptEntry {
  /** Whether it still is. */
  readonly holds: (options: CheckOptions) => boolean;
  /** Whether more than findings is kept. */
  readonly isWhole: boolean;
  /** Without fixes. */
  readonly findings: () => readonly Finding[];
  /** Undefined where only findings were kept. */
  readonly file: () => KnownFile | undefined;
  /** Keeps what else is known of the file. */
  readonly add: (file: KnownFile) => void;
}

/** How a file is checked. */
export type CheckOptions = FileConfiguration & { readonly measured?: Results };

/** A file, and how it is checked. */
export interface FileToCheck {
  readonly uri: string;
  readonly options: CheckOptions;
}

/** What was found in a file, with all on which that depends. */
export interface FoundFile extends DocumentFindings {
  readonly uri: string;
  readonly journeys: readonly JourneySummary[];
  readonly options: CheckOptions;
  /** URIs of the files that it imports, directly or through others. */
  readonly imported: readonly string[];
  readonly file: KnownFile;
}

/** A host's `KeptFiles`, for files as the editor has them. */
export interface KeptFilesOptions {
  /** URIs of the folders that imports may not leave. */
  readonly roots: () => readonly string[];
  /** The text of a file that is open in the editor, as it was read; undefined for any other. */
  readonly openText: (uri: string) => string | undefined;
}
