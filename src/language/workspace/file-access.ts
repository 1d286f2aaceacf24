import { URI } from 'langium';
import type { Text } from '../../model/text.ts';
import type { Absence } from './file-names.ts';

/** How a workspace reaches files. The language itself touches no disk, so that it also runs in a browser. */
export interface FileAccess {
  /** Reads a whole file at once: one file open at a time can never be too many. Must not throw. */
  readonly read: (uri: string) => FileRead;
  /** URIs of the files directly in a folder, from which a mistyped import can be guessed. Must not throw. */
  readonly list: (folder: string) => readonly string[];
}

export type FileRead =
  | { readonly text: string }
  /** `reason` says in plain words why, e.g. "permission denied". */
  | { readonly absence: Absence; readonly reason: Text };

/** A file that was asked for and could not be read. */
export interface UnreadFile {
  readonly uri: string;
  readonly reason: Text;
}

/** URIs are compared as strings, so they must be in the one form that `URI.toString` gives. */
export function normalized(uri: string): string {
  return URI.parse(uri).toString();
}
