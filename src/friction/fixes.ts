import type { Fix, Insertable } from '../model/finding.ts';
import type { Touchpoint } from '../model/journey.ts';
import type { Text } from '../model/text.ts';

/** A fix that adds statements to one block. */
export function adding(to: Insertable, statements: readonly string[], title: Text, safe = false): Fix {
  return { title, safe, edits: [{ kind: 'addStatements', to: insertable(to), statements }] };
}

/** Only what an edit needs, so that a finding does not drag the whole model along when it is sent somewhere. */
export function insertable({ extent, body }: Insertable): Insertable {
  return body === undefined ? { extent } : { extent, body };
}

/** A string literal of the language. */
export function literal(text: string): string {
  return `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\s+/g, ' ')}"`;
}

/**
 * How to write a length of time in the language, rounded up to whole units of which there are at least two (or exactly
 * one), in the units of the author's language.
 */
export function durationCode(seconds: number, japanese: boolean): string {
  const unit = units.find((each) => seconds >= 2 * each.seconds || seconds === each.seconds) ?? lastUnit;
  return codeOf(Math.max(1, Math.ceil(seconds / unit.seconds)), unit, japanese);
}

/** How to write a length of time in whole seconds exactly. */
export function exactDurationCode(seconds: number, japanese: boolean): string {
  const unit = units.find((each) => seconds >= each.seconds && seconds % each.seconds === 0) ?? lastUnit;
  return codeOf(seconds / unit.seconds, unit, japanese);
}

/** The language in which a fix writes a text that the author would otherwise write. */
export function isJapanese(text: string): boolean {
  return /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(text);
}

/** Whether the touchpoint is described in Japanese, by its title and its texts. */
export function writtenInJapanese({ label, id, does, thinks, says }: Touchpoint): boolean {
  return (
    isJapanese(label ?? '') ||
    isJapanese(id) ||
    [does, thinks, says].some((texts) => texts.some(({ text }) => isJapanese(text)))
  );
}

interface CodeUnit {
  readonly seconds: number;
  readonly en: string;
  readonly ja: string;
  readonly plural: boolean;
}

function codeOf(amount: number, { en, ja, plural }: CodeUnit, japanese: boolean): string {
  return japanese ? `${amount}${ja}` : `${amount} ${en}${plural && amount !== 1 ? 's' : ''}`;
}

const lastUnit: CodeUnit = { seconds: 1, en: 's', ja: '秒', plural: false };
const units: readonly CodeUnit[] = [
  { seconds: 86_400, en: 'day', ja: '日', plural: true },
  { seconds: 3600, en: 'h', ja: '時間', plural: false },
  { seconds: 60, en: 'min', ja: '分', plural: false },
  lastUnit,
];
