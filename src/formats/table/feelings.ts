import { FEELING_SIGNS, type Lexicon } from './words.ts';

/** Turns a number of the table into one from -2 to +2. */
export interface Scale {
  readonly name: string;
  readonly read: (value: number) => number;
}

const own: Scale = { name: '-2…+2', read: (value) => clamp(value) };
const five: Scale = { name: '1…5', read: (value) => clamp(value - 3) };
const ten: Scale = { name: '1…10', read: (value) => clamp(Math.round((((value - 1) / 9) * 4 - 2) * 2) / 2) };
const percent: Scale = { name: '0…100', read: (value) => clamp(Math.round(((value / 100) * 4 - 2) * 2) / 2) };
const wide: Scale = { name: '-5…+5', read: (value) => clamp(Math.round((value / 5) * 4) / 2) };

/** The scale that the numbers of a column are on: what its heading says, as in `Emotion (1-10)`, or one that fits them. */
export function scaleOf(cells: readonly string[], headings: readonly string[]): Scale {
  const stated = headings.map(statedScale).find((scale) => scale !== undefined);
  if (stated !== undefined) return stated;
  const numbers = cells.flatMap((cell) => numbersIn(cell));
  const least = Math.min(...numbers);
  const most = Math.max(...numbers);
  if (numbers.length === 0) return own;
  if (least < 0 || (least <= 0 && most <= 2)) return least >= -2 && most <= 2 ? own : wide;
  if (most <= 5) return five;
  return most <= 10 ? ten : percent;
}

function statedScale(heading: string): Scale | undefined {
  const [, from, to] = /([-−–]?\d+)\s*(?:[-−–~〜…/]|\.\.|to|から)\s*([+]?\d+)/.exec(heading.normalize('NFKC')) ?? [];
  const range = `${from?.replace(/[−–]/, '-')}…${to}`.replace('+', '');
  return [own, five, ten, percent, wide].find(({ name }) => name.replace('+', '') === range);
}

/** A feeling as it is written after `feels`; undefined when the text names none that can be understood. */
export function feelingIn(cell: string, scale: Scale, emotions: Lexicon): string | undefined {
  const text = cell.normalize('NFKC').trim();
  const sign = FEELING_SIGNS[cell.trim()] ?? FEELING_SIGNS[text.toLowerCase()];
  if (sign !== undefined) return signed(sign);
  const [number] = numbersIn(text);
  const value = number === undefined ? undefined : scale.read(number);
  const name = text
    .replace(/[([]?[+-]?\d+(\.\d+)?(\s*\/\s*\d+)?[)\]]?/g, '')
    .replace(/[\p{Extended_Pictographic}\uFE0F]/gu, '')
    .trim();
  const emotion = name === '' ? undefined : emotions.find(name);
  if (emotion !== undefined) return value === undefined ? emotion : `${emotion} ${signed(value)}`;
  if (value === undefined) {
    const face = [...text.matchAll(/\p{Extended_Pictographic}\uFE0F?/gu)].map(([one]) => FEELING_SIGNS[one])[0];
    return face === undefined ? undefined : signed(face);
  }
  return /^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u.test(name)
    ? `${name} ${signed(value)}`
    : name === ''
      ? signed(value)
      : undefined;
}

/** A row for the word and another one for the score, as Japanese tables have them: one feeling, and not two. */
export function withScore(cells: readonly string[]): readonly string[] {
  const [first = '', second = '', ...more] = cells;
  if (more.length > 0) return cells;
  if (isScore(second) && isWord(first)) return [`${first} ${second}`];
  return isScore(first) && isWord(second) ? [`${second} ${first}`] : cells;
}

function isScore(cell: string): boolean {
  return /^\s*[+\-−–]?\d+(\.\d+)?\s*$/.test(cell.normalize('NFKC'));
}

function isWord(cell: string): boolean {
  return /^[\p{L}\p{M}\s]+$/u.test(cell);
}

function numbersIn(text: string): readonly number[] {
  return [
    ...text
      .normalize('NFKC')
      .replace(/[−–]/g, '-')
      .matchAll(/(?<![\d.])[+-]?\d+(\.\d+)?/g),
  ]
    .slice(0, 1)
    .map(([number]) => Number(number));
}

function clamp(value: number): number {
  return Math.min(2, Math.max(-2, value));
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value);
}
