import type { RuleMeta } from '../friction/rule.ts';
import type { SuppressedFinding } from '../friction/suppression.ts';
import type { Finding, Severity } from '../model/finding.ts';
import { SEVERITIES } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import type { Locale, Text } from '../model/text.ts';
import type { JourneySummary } from './summary.ts';

/** What a check has found, for the formats that print it. Files and findings are in the order in which they are shown. */
export interface Report {
  readonly files: readonly CheckedFile[];
  /** Every text that a finding or one of its related places lies in, by URI. */
  readonly sources: ReadonlyMap<string, Source>;
  /** What was to be checked and could not be. */
  readonly unread: readonly Unread[];
  /** How many findings are left out because the baseline knows them. Default: none. */
  readonly known?: number;
}

interface Unread {
  readonly path: string;
  readonly reason: Text;
}

/** What the formats for programs need to know besides the findings. */
export interface ReportOptions {
  readonly locale: Locale;
  /** Of this tool. */
  readonly version: string;
  /** What is known about the rules behind the codes; a code without any is reported by its name alone. */
  readonly rules: readonly RuleMeta[];
  /** Whether a finding lets the check fail. */
  readonly fails: (finding: Pick<Finding, 'severity'>) => boolean;
  /** A cryptographic hash as hexadecimal digits, for fingerprints. */
  readonly hash: (text: string) => string;
}

export interface CheckedFile {
  readonly uri: string;
  readonly findings: readonly Finding[];
  /** What the author has silenced, with a reason each. Only formats that can tell the two apart show it. */
  readonly suppressed?: readonly SuppressedFinding[];
  /** The journeys that are written in this file. */
  readonly journeys: readonly JourneySummary[];
}

export interface Source {
  /** The name that people know it by, with forward slashes. */
  readonly path: string;
  readonly lines: readonly string[];
}

/** A place as people and tools name it: line and column count from one, the column in UTF-16 code units. */
export interface Location {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** The last line that belongs to it, and the first column that no longer does. */
  readonly endLine: number;
  readonly endColumn: number;
}

/** A source whose text is split into lines, as editors count them, when somebody asks for them. */
export function sourceOf(path: string, text: string): Source {
  return new TextSource(path, text);
}

class TextSource implements Source {
  readonly path: string;
  readonly #text: string;
  #lines: readonly string[] | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.#text = text;
  }

  get lines(): readonly string[] {
    this.#lines ??= linesOf(this.#text);
    return this.#lines;
  }
}

/** Most texts have one kind of line break, and are split in a fifth of the time without a look for the others. */
function linesOf(text: string): readonly string[] {
  return text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n');
}

/** The texts of a report, as far as what is said about one file of it needs them. */
export interface Sources {
  readonly sources: Pick<Report['sources'], 'get'>;
}

/** Where a place is, in the terms of people. A document that was not read goes by its URI. */
export function locate(report: Sources, { uri, range: { start, end } }: Place): Location {
  return {
    path: report.sources.get(uri)?.path ?? uri,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** All findings, in the order of the report. */
export function allFindings(report: Report): readonly Finding[] {
  return [...eachFinding(report)];
}

/** The same, one file after the other, for files that unpack their findings when they are asked for. */
export function* eachFinding(report: Report): Iterable<Finding> {
  for (const { findings } of report.files) yield* findings;
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** How many findings there are of each severity. */
export function countSeverities(findings: Iterable<Pick<Finding, 'severity'>>): SeverityCounts {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** A report in numbers. */
export interface Totals {
  readonly files: number;
  /** How many of them nothing was found in. */
  readonly clean: number;
  readonly journeys: number;
  readonly unread: number;
  readonly counts: SeverityCounts;
  /** As in the report. */
  readonly known?: number;
}

/** The order of a report: by place, then the graver one, then by rule and text, so that it never depends on chance. */
export function compareFindings(a: Finding, b: Finding): number {
  const [from, other] = [a.place.range, b.place.range];
  return (
    from.start.line - other.start.line ||
    from.start.character - other.start.character ||
    from.end.line - other.end.line ||
    from.end.character - other.end.character ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareText(a.code, b.code) ||
    compareText(a.message.en, b.message.en)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
