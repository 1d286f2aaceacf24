import type { Finding, Severity } from '../model/finding.ts';
import { comparePlaces, type Place } from '../model/place.ts';
import { Remembered } from '../model/remembered.ts';
import { inLocale, type Text } from '../model/text.ts';
import { CAUSE_LABELS } from '../model/cause-names.ts';
import type { FilewiseFormat, FileText } from './filewise.ts';
import { SEVERITY_LABELS } from './labels.ts';
import { type PrettyOptions, SEVERITY_STYLE } from './pretty-options.ts';
import { journeySummary, totalLines } from './pretty-summary.ts';
import { type CheckedFile, locate, type Sources } from './report.ts';
import { widthOf } from './terminal/cells.ts';
import { framedLines } from './terminal/frame.ts';
import { safeText } from './terminal/safe.ts';
import type { Paint, Style } from './terminal/style.ts';
import { wrap } from './terminal/wrap.ts';

/** The report for people at a terminal: every finding with its piece of text, then each journey in numbers. */
export function pretty(options: PrettyOptions): FilewiseFormat {
  const known: Known = { titles: new Map(), helps: new Map() };
  return {
    head: '',
    file: (sources, file) => prettyFile(sources, file, options, known),
    between: '',
    // There is nothing to say when nothing was checked.
    tail: ({ journeys, totals }) => (totals.files === 0 ? '' : journeys + whole(totalLines(totals, options))),
  };
}

/** What findings of a rule have in common. They are so many that to look for a text costs more than to look at two. */
interface Known {
  /** By rule. */
  readonly titles: Map<string, KnownTitle>;
  /** By what they say. */
  readonly helps: Map<string, { readonly width: number; readonly lines: readonly string[] }>;
}

interface KnownTitle {
  readonly severity: Severity;
  readonly cause: Finding['cause'] | undefined;
  readonly lines: readonly string[];
}

function prettyFile(
  report: Sources,
  { uri, findings, journeys }: CheckedFile,
  options: PrettyOptions,
  known: Known,
): FileText {
  const lines: string[] = [];
  if (findings.length > 0) lines.push(heading(report.sources.get(uri)?.path ?? uri, options), '');
  let before: Finding | undefined;
  for (const finding of findings) {
    addFinding(lines, report, { finding, before }, options, known);
    lines.push('');
    before = finding;
  }
  const summaries: string[] = [];
  for (const journey of journeys) summaries.push(...journeySummary(journey, findings, options), '');
  return { findings: whole(lines), journeys: whole(summaries) };
}

function whole(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
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
  asAbove: { en: 'same place as above', ja: '上と同じ箇所' },
};

function heading(path: string, { width, paint }: PrettyOptions): string {
  const title = safeText(path);
  const rule = '─'.repeat(Math.max(width - widthOf(title) - 4, 2));
  return `${paint('──', 'dim')} ${paint(title, 'bold')} ${paint(rule, 'dim')}`;
}

interface Following {
  readonly finding: Finding;
  /** The one above it: of the same place the text is shown once. */
  readonly before: Finding | undefined;
}

function addFinding(
  lines: string[],
  report: Sources,
  { finding, before }: Following,
  options: PrettyOptions,
  known: Known,
): void {
  const { locale, width, paint } = options;
  const style = SEVERITY_STYLE[finding.severity];
  const related = finding.related.length > mostPlaces ? finding.related.slice(0, mostPlaces) : finding.related;
  const gutter = gutterWidth(finding.place, related);
  const pad = ' '.repeat(gutter);
  const bar = (corner: string): string => paint(`${pad}${corner}`, 'dim');
  const textWidth = Math.min(width, longestTextLine);

  for (const line of titleLines(finding, options, known)) lines.push(line);
  for (const line of wrap(safeText(inLocale(finding.message, locale)), textWidth - 2)) lines.push(`  ${line}`);
  const at = located(report, finding.place);
  const start = `${bar('╭─')} ${paint(at, 'cyan')}`;
  if (before !== undefined && comparePlaces(before.place, finding.place) === 0) {
    const same = inLocale(words.asAbove, locale);
    if (widthOf(`${at} · ${same}`) <= width - gutter - 3) lines.push(`${start} ${paint(`· ${same}`, 'dim')}`);
    else lines.push(start, `${bar('│ ')} ${paint(same, 'dim')}`);
  } else {
    lines.push(start);
    addFrame(lines, report, finding.place, { mark: '^', gutter, style }, options);
  }
  for (const { message, place } of related) {
    let side = bar('├─');
    for (const line of relatedLines(inLocale(message, locale), located(report, place), width - gutter - 3, paint)) {
      lines.push(`${side} ${line}`);
      side = bar('│ ');
    }
    addFrame(lines, report, place, { mark: '-', gutter, style: 'blue' }, options);
  }
  if (finding.related.length > related.length) {
    lines.push(`${bar('├─')} ${inLocale(words.more(finding.related.length - related.length), locale)}`);
  }
  let corner = bar('╰→');
  for (const line of helpLines(inLocale(finding.help, locale), textWidth - gutter - 3, known)) {
    lines.push(`${corner} ${paint(line, 'green')}`);
    corner = `${pad}  `;
  }
}

/** What it is: severity, rule and cause, on one line if there is room. */
function titleLines(finding: Finding, options: PrettyOptions, { titles }: Known): readonly string[] {
  const { severity, code, cause } = finding;
  const same = titles.get(code);
  if (same?.severity === severity && same.cause === cause) return same.lines;
  const lines = madeTitle(finding, options);
  titles.set(code, { severity, cause, lines });
  return lines;
}

function madeTitle({ severity, code: rule, cause: name }: Finding, options: PrettyOptions): readonly string[] {
  const { locale, width, paint } = options;
  const title = `${icons[severity]} ${inLocale(SEVERITY_LABELS[severity], locale)}`;
  const code = safeText(rule);
  const cause = name === undefined ? '' : ` · ${inLocale(CAUSE_LABELS[name], locale)}`;
  const hasRoom = widthOf(`${title}  ${code}${cause}`) <= width;
  const head = `${paint(title, SEVERITY_STYLE[severity], 'bold')}  ${paint(code, 'bold')}`;
  return hasRoom ? [head + paint(cause, 'dim')] : [head, ` ${paint(cause, 'dim')}`];
}

/** What a further place is, and where, on one line if there is room. */
function relatedLines(message: string, location: string, width: number, paint: Paint): readonly string[] {
  const told = wrap(safeText(message), width);
  const at = paint(location, 'cyan');
  const last = told.at(-1) ?? '';
  return widthOf(`${last} · ${location}`) <= width
    ? [...told.slice(0, -1), `${last} ${paint('·', 'dim')} ${at}`]
    : [...told, at];
}

function located(report: Sources, at: Place): string {
  const { path, line, column } = locate(report, at);
  return `${safePath(path)}:${line}:${column}`;
}

function helpLines(help: string, width: number, { helps }: Known): readonly string[] {
  const same = helps.get(help);
  if (same?.width === width) return same.lines;
  const lines = wrap(safeText(help), width);
  if (helps.size >= mostHelps) helps.clear();
  helps.set(help, { width, lines });
  return lines;
}

/** Some name what they are about, and so there may be any number. */
const mostHelps = 500;

/** Remembered, because all findings of a file name it. */
function safePath(path: string): string {
  return knownPaths.get(path, () => safeText(path));
}

const knownPaths = new Remembered<string>(100);

/** How the piece of text of a place is drawn. */
interface FrameStyle {
  /** One character, repeated under the place. */
  readonly mark: string;
  /** Columns before the line of the frame. */
  readonly gutter: number;
  readonly style: Style;
}

function addFrame(
  lines: string[],
  report: Sources,
  place: Place,
  { mark, gutter, style }: FrameStyle,
  { width, paint }: PrettyOptions,
): void {
  const source = report.sources.get(place.uri);
  if (source === undefined) return;
  const beside = paint(`${' '.repeat(gutter)}│`, 'dim');
  let before: number | undefined;
  for (const { number, code, marks } of framedLines(source.lines, place.range, mark, width - gutter - 2)) {
    if (before !== undefined && number > before + 1) lines.push(paint(`${' '.repeat(gutter)}┆`, 'dim'));
    lines.push(
      `${paint(`${String(number).padStart(gutter - 1)} │`, 'dim')} ${code}`,
      `${beside} ${paint(marks, style)}`,
    );
    before = number;
  }
}

/** Columns before the line of the frame: the longest line number among the places, and a space. */
function gutterWidth(place: Place, related: Finding['related']): number {
  let last = place.range.end.line;
  for (const { place: other } of related) last = Math.max(last, other.range.end.line);
  // Nearly always below the thousandth line.
  return last < 999 ? 4 : String(last + 1).length + 1;
}
