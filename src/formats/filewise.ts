import { jsonItems } from './json-text.ts';
import { type CheckedFile, countSeverities, eachFinding, type Report, type Sources, type Totals } from './report.ts';

/**
 * A format that says what it has to say file by file, so that a report of any size is written while the check goes on, by several
 * threads, and nothing of it must be remembered.
 */
export interface FilewiseFormat {
  /** Stands before what is said about the files. A function where it depends on what was found in all of them. */
  readonly head: string | ((end: ReportEnd) => string);
  readonly file: (sources: Sources, file: CheckedFile) => FileText;
  /** Stands between what is said about two files. */
  readonly between: string;
  readonly tail: (end: ReportEnd) => string;
}

/** What a report says about one file. */
export interface FileText {
  /** Stands in the order of the files. Empty when nothing is said about this one. */
  readonly findings: string;
  /** Stands behind the findings of all files. */
  readonly journeys?: string;
}

/** What is known when all files have been checked. */
export interface ReportEnd {
  readonly totals: Totals;
  readonly unread: Report['unread'];
  /** What is said about the journeys of all files. */
  readonly journeys: string;
  /** Whether the report says nothing about any file. */
  readonly isEmpty: boolean;
}

/** A report of which everything is known, in such a format. */
export function wholeReport(format: FilewiseFormat, report: Report): string {
  const files = report.files.map((file) => format.file(report, file));
  const said = files.flatMap(({ findings }) => (findings === '' ? [] : findings));
  const end: ReportEnd = {
    totals: totalsOf(report),
    unread: report.unread,
    journeys: files.map(({ journeys = '' }) => journeys).join(''),
    isEmpty: said.length === 0,
  };
  const head = typeof format.head === 'string' ? format.head : format.head(end);
  return head + said.join(format.between) + format.tail(end);
}

function totalsOf({ files, unread, known, ...report }: Report): Totals {
  return {
    files: files.length,
    clean: files.filter(({ findings }) => findings.length === 0).length,
    journeys: files.reduce((sum, { journeys }) => sum + journeys.length, 0),
    unread: unread.length,
    counts: countSeverities(eachFinding({ files, unread, ...report })),
    ...(known === undefined ? {} : { known }),
  };
}

/** A JSON array of what is found in all files. */
export function jsonList(items: (sources: Sources, file: CheckedFile) => readonly unknown[]): FilewiseFormat {
  return {
    head: '[',
    file: (sources, file) => ({ findings: jsonItems(items(sources, file), 1) }),
    between: ',',
    tail: ({ isEmpty }) => (isEmpty ? ']\n' : '\n]\n'),
  };
}
