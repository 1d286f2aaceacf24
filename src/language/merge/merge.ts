import { type FormatLanguage, formatted } from '../format/format.ts';
import { type Labels, resolved, textOf } from './chunk.ts';
import { sayingOf } from './piece.ts';
import { split } from './split.ts';
import { mergePieces } from './three-way.ts';

export interface Merged {
  readonly text: string;
  /** How many places the two sides disagree about. Each stands in the text between conflict markers. */
  readonly conflicts: number;
}

/** The version that two people began with, and what each made of it. */
export interface MergeTexts {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/**
 * Merges two versions of a file by its declarations and statements: what only one side changed is taken, a block that both
 * changed is merged statement by statement, and where both changed the same the two forms stand between ordinary conflict
 * markers. Nothing that a side added or changed is lost. Layout and comments go with the statements they belong to.
 *
 * Undefined when a version cannot be taken apart for sure (braces that do not fit, conflicts that are not solved), or when
 * the result would not read as intended; then only a merge by lines is left.
 */
export function mergeTexts(versions: MergeTexts, labels: Labels, language: FormatLanguage): Merged | undefined {
  const merged = mergeWritten(versions, labels, language);
  if (merged === undefined || merged.conflicts === 0) return merged;
  // A block on one line can only be taken as a whole. Laid out well, its statements can be merged.
  const [base, ours, theirs] = [versions.base, versions.ours, versions.theirs].map((text) => formatted(text, language));
  if (base === undefined || ours === undefined || theirs === undefined) return merged;
  const again = mergeWritten({ base, ours, theirs }, labels, language);
  return again !== undefined && again.conflicts < merged.conflicts ? again : merged;
}

function mergeWritten(
  { base, ours, theirs }: MergeTexts,
  labels: Labels,
  { syntax }: FormatLanguage,
): Merged | undefined {
  if (ours === theirs || base === theirs) return { text: ours, conflicts: 0 };
  if (base === ours) return { text: theirs, conflicts: 0 };
  const forms = { base: formOf(base), ours: formOf(ours), theirs: formOf(theirs) };
  const texts = { base: plain(base), ours: plain(ours), theirs: plain(theirs) };
  // What was taken out for comparing could not be put back for sure.
  if (Object.values(texts).some((text) => text.includes('\r'))) return undefined;
  const pieces = {
    base: split(texts.base, syntax),
    ours: split(texts.ours, syntax),
    theirs: split(texts.theirs, syntax),
  };
  if (pieces.base === undefined || pieces.ours === undefined || pieces.theirs === undefined) return undefined;
  const chunks = mergePieces({ base: pieces.base, ours: pieces.ours, theirs: pieces.theirs });
  const isIntended = (['ours', 'theirs'] as const).every((side) => {
    const { text, saying } = resolved(chunks, side);
    const read = split(text, syntax);
    return read !== undefined && isSame(saying, read.pieces.flatMap(sayingOf));
  });
  if (!isIntended) return undefined;
  const changed = <Key extends keyof Form>(key: Key): Form[Key] =>
    forms.ours[key] === forms.base[key] ? forms.theirs[key] : forms.ours[key];
  const form = { mark: changed('mark'), eol: changed('eol'), end: changed('end') };
  return {
    text: inForm(textOf(chunks, labels), form),
    conflicts: chunks.filter((chunk) => !('text' in chunk)).length,
  };
}

/** What is the same in a whole text, and is merged as one. */
interface Form {
  /** A byte order mark, or nothing. */
  readonly mark: string;
  readonly eol: string;
  /** Whether the last line ends as the others do. */
  readonly end: boolean;
}

function formOf(text: string): Form {
  return {
    mark: text.startsWith(MARK) ? MARK : '',
    eol: /(?<!\r)\n/.test(text) || !text.includes('\n') ? '\n' : '\r\n',
    end: text === '' || text.endsWith('\n'),
  };
}

function plain(text: string): string {
  const { mark, eol, end } = formOf(text);
  const unmarked = text.slice(mark.length) + (end ? '' : '\n');
  return eol === '\n' ? unmarked : unmarked.replaceAll('\r\n', '\n');
}

function inForm(text: string, { mark, eol, end }: Form): string {
  const whole = end ? text : text.replace(/\n$/, '');
  return mark + (eol === '\n' ? whole : whole.replaceAll('\n', eol));
}

const MARK = '\uFEFF';

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, index) => word === other[index]);
}
