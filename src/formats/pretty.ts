import type { Finding, Severity } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import { inLocale, type Text } from '../model/text.ts';
import { CAUSE_LABELS } from '../model/cause-names.ts';
import { SEVERITY_LABELS } from './labels.ts';
import { type PrettyOptions, SEVERITY_STYLE } from './pretty-options.ts';
import { journeySummary, totalLines } from './pretty-summary.ts';
import { type CheckedFile, locate, type Report, type Sources, type Totals, totalsOf } from './report.ts';
import { widthOf } from './terminal/cells.ts';
import { framedLines } from './terminal/frame.ts';
import { safeText } from './terminal/safe.ts';
import type { Style } from './terminal/style.ts';
import { wrap } from './terminal/wrap.ts';

/** The report for people at a terminal: every finding with its piece of text, then each journey in numbers. */
export function prettyReport(report: Report, options: PrettyOptions): string {
  const files = report.files.map((file) => prettyFile(report, file, options));
  return [
    ...files.map(({ findings }) => findings),
    ...files.map(({ journeys }) => journeys),
    prettyTotals(totalsOf(report), options),
  ].join('');
}

/** What the report says about one file: first come the findings of all files, then their journeys. */
export interface PrintedFile {
  readonly findings: string;
  readonly journeys: string;
}

export function prettyFile(
  report: Sources,
  { uri, findings, journeys }: CheckedFile,
  options: PrettyOptions,
): PrintedFile {
  const lines: string[] = [];
  if (findings.length > 0) lines.push(heading(report.sources.get(uri)?.path ?? uri, options), '');
  for (const finding of findings) lines.push(...findingLines(report, finding, options), '');
  const summaries = journeys.flatMap((journey) => [...journeySummary(journey, findings, options), '']);
  return { findings: whole(lines), journeys: whole(summaries) };
}

/** The end of the report. */
export function prettyTotals(totals: Totals, options: PrettyOptions): string {
  return whole(totalLines(totals, options));
}

function whole(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

const icons: Readonly<Record<Severity, string>> = { error: '✖', warning: '▲', information: '●', hint: '○' };
/** Lines longer than this are hard to read, however wide the terminal is. */
const longestTextLine = 100;
/** More places than this are only counted. */
const mostPlaces = 8;

const words = {
  more: (count: number): Text => ({
    en: `and ${count} more ${count === 1 ? 'place' : 'places'}`,
    ja: `ほか${count}か所`,
  }),
};

function heading(path: string, { width, paint }: PrettyOptions): string {
  const title = safeText(path);
  const rule = '─'.repeat(Math.max(width - widthOf(title) - 4, 2));
  return `${paint('──', 'dim')} ${paint(title, 'bold')} ${paint(rule, 'dim')}`;
}

function findingLines(report: Sources, finding: Finding, options: PrettyOptions): readonly string[] {
  const { locale, width, paint } = options;
  const style = SEVERITY_STYLE[finding.severity];
  const name = inLocale(SEVERITY_LABELS[finding.severity], locale);
  const cause = finding.cause === undefined ? '' : ` · ${inLocale(CAUSE_LABELS[finding.cause], locale)}`;
  const related = finding.related.slice(0, mostPlaces);
  const gutter = gutterWidth(report, [finding.place, ...related.map(({ place }) => place)]);
  const pad = ' '.repeat(gutter);
  const bar = (corner: string): string => paint(`${pad}${corner}`, 'dim');
  const place = (at: Place): string => {
    const { path, line, column } = locate(report, at);
    return paint(`${safeText(path)}:${line}:${column}`, 'cyan');
  };
  const frame = (at: Place, mark: string, colour: Style): readonly string[] =>
    frameLines(report, at, mark, gutter, colour, options);
  const textWidth = Math.min(width, longestTextLine);

  const lines = [
    `${paint(`${icons[finding.severity]} ${name}`, style, 'bold')}  ${paint(safeText(finding.code), 'bold')}${paint(cause, 'dim')}`,
    ...wrap(safeText(inLocale(finding.message, locale)), textWidth - 2).map((line) => `  ${line}`),
    `${bar('╭─')} ${place(finding.place)}`,
    ...frame(finding.place, '^', style),
  ];
  for (const { message, place: at } of related) {
    lines.push(`${bar('├─')} ${safeText(inLocale(message, locale))} ${paint('·', 'dim')} ${place(at)}`);
    lines.push(...frame(at, '-', 'blue'));
  }
  if (finding.related.length > related.length) {
    lines.push(`${bar('├─')} ${inLocale(words.more(finding.related.length - related.length), locale)}`);
  }
  const help = helpLines(inLocale(finding.help, locale), textWidth - gutter - 3);
  for (const [index, line] of help.entries()) {
    lines.push(index === 0 ? `${bar('╰→')} ${paint(line, 'green')}` : `${pad}   ${paint(line, 'green')}`);
  }
  return lines;
}

/** Remembered, because all findings of a rule say it in the same words. */
function helpLines(help: string, width: number): readonly string[] {
  const key = `${width} ${help}`;
  const known = knownHelp.get(key);
  if (known !== undefined) return known;
  const lines = wrap(safeText(help), width);
  if (knownHelp.size >= 500) knownHelp.clear();
  knownHelp.set(key, lines);
  return lines;
}

const knownHelp = new Map<string, readonly string[]>();

function frameLines(
  report: Sources,
  place: Place,
  mark: string,
  gutter: number,
  style: Style,
  { width, paint }: PrettyOptions,
): readonly string[] {
  const source = report.sources.get(place.uri);
  if (source === undefined) return [];
  const framed = framedLines(source.lines, place.range, mark, width - gutter - 2);
  const lines: string[] = [];
  let before: number | undefined;
  for (const { number, code, marks } of framed) {
    if (before !== undefined && number > before + 1) lines.push(paint(`${' '.repeat(gutter)}┆`, 'dim'));
    lines.push(`${paint(`${String(number).padStart(gutter - 1)} │`, 'dim')} ${code}`);
    lines.push(`${paint(`${' '.repeat(gutter)}│`, 'dim')} ${paint(marks, style)}`);
    before = number;
  }
  return lines;
}

/** Columns before the line of the frame: the longest line number among the places, and a space. */
function gutterWidth(report: Sources, places: readonly Place[]): number {
  const numbers = places.map((place) => locate(report, place).endLine);
  return Math.max(4, String(Math.max(...numbers)).length + 1);
}
