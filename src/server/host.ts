import type { FindingOptions } from '../language/findings.ts';
import type { FileAccess } from '../language/journey-workspace.ts';

/** What the server needs of the machine that it runs on. None of it may throw. */
export interface Host {
  readonly version: string;
  readonly files: FileAccess;
  /** URIs of all journey files in a folder, however deep. */
  readonly find: (folder: string) => readonly string[];
  /** URIs of the folders that imports may not leave, for a folder that is opened. */
  readonly roots: (folder: string) => readonly string[];
  /** What the configuration says about a file; undefined when it is not to be checked. */
  readonly configurationOf: (uri: string) => FindingOptions | undefined;
}
