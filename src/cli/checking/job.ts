import type { BaselineEntry } from '../../formats/baseline.ts';
import type { CheckedFile, SeverityCounts } from '../../formats/report.ts';
import type { UnreadFile } from '../../language/workspace/file-access.ts';
import type { Locale } from '../../model/text.ts';
import type { CheckedConfiguration } from '../configuration.ts';
import type { Inputs } from '../inputs.ts';
import type { KeptPlace } from '../kept/place.ts';
import type { FilewiseName } from '../report-formats.ts';
import type { Limits } from '../verdict.ts';
import type { KnownFindings } from './known-findings.ts';

/** What is to be checked, as plain data that a thread can be given. */
export interface Job {
  readonly inputs: Inputs;
  /** For each of the inputs. */
  readonly configurations: readonly CheckedConfiguration[];
  readonly locale: Locale;
  /** How the report prints each file; undefined when it depends on all findings. */
  readonly printing: Printing | undefined;
  /** What is not to be printed, because a baseline knows it; undefined: there is none. */
  readonly baseline: KnownFindings | undefined;
  /** Where results are kept for the next run; undefined: nowhere. */
  readonly kept: KeptPlace | undefined;
}

/** A report that is printed file by file. */
export interface Printing {
  readonly format: FilewiseName;
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** The least severity that fails the check, as far as the report says so of each finding. */
  readonly failOn: Limits['failOn'];
  /** Of this tool. */
  readonly version: string;
}

/** What came of some inputs that stand one after the other. */
export interface Portion {
  /** In the order of the inputs, without those that could not be read. */
  readonly files: readonly FileOutcome[];
  readonly unread: readonly UnreadFile[];
  /** URIs of files that are no inputs and that inputs import. */
  readonly imported: readonly string[];
}

export type FileOutcome =
  | ({ readonly kind: 'printed'; readonly uri: string } & Printed)
  | { readonly kind: 'checked'; readonly uri: string; readonly file: CheckedFile }
  /** A mistake of ours has kept it from being checked. */
  | { readonly kind: 'failed'; readonly uri: string; readonly error: unknown }
  /** What is to be said about it depends on files that it does not import, so all must have been read. */
  | { readonly kind: 'left'; readonly uri: string };

/** What a report says about a file, as it goes to where it is printed. */
export interface Printed extends Omit<PrintedText, 'findings'> {
  /** In UTF-8: bytes go from thread to thread without a copy, and take half of the memory of a text that is not all Western. */
  readonly findings: Uint8Array<ArrayBuffer>;
}

/** What a report says about a file, and what counts for its end and for the verdict. */
export interface PrintedText {
  /** Stands in the order of the files. Empty when nothing is said about this one. */
  readonly findings: string;
  /** Stands behind the findings of all files. */
  readonly journeys: string;
  readonly journeyCount: number;
  readonly counts: SeverityCounts;
  /** Whether a rule has failed in it, which is a mistake of ours. */
  readonly hasBrokenRule: boolean;
  /** What is left out, because a baseline knows it. */
  readonly known: readonly BaselineEntry[];
}

/**
 * So many inputs are checked at a time. What is printed of them is held until then: with more it is taken for long-lived, and stays
 * until the next large collection.
 */
export const portionSize = 10;
