import type { Text } from '../../model/text.ts';

export const SYNTAX_CODES = [
  'unterminated-string',
  'unterminated-comment',
  'stray-character',
  'merge-conflict',
  'unclosed-block',
  'missing-brace',
  'unexpected-brace',
  'unknown-keyword',
  'misplaced-statement',
  'missing-value',
  'missing-word',
  'unexpected-text',
] as const;
/** The stable names of what can be wrong with the form of a text. */
export type SyntaxCode = (typeof SYNTAX_CODES)[number];

/** Something that is wrong with the form of a text. All offsets count UTF-16 code units; ends are exclusive. */
export interface Problem {
  readonly code: SyntaxCode;
  /** What is wrong and why, in one sentence. */
  readonly message: Text;
  /** What to do about it. */
  readonly help: Text;
  readonly start: number;
  readonly end: number;
  /** Where it starts, from 1. */
  readonly line: number;
  readonly column: number;
  readonly fix?: ProblemFix;
}

/** Replacements that remove the problem. */
export interface ProblemFix {
  readonly title: Text;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** Replaces what is marked, and what belongs to it, by the same text; removes it when the text is empty. */
export function replacing(
  text: string,
  written: string,
  ...places: readonly { readonly start: number; readonly end: number }[]
): ProblemFix {
  const title =
    text === ''
      ? { en: `Remove "${written}"`, ja: `「${written}」を削除` }
      : { en: `Change to "${text}"`, ja: `「${text}」に変える` };
  return { title, edits: places.map(({ start, end }) => ({ start, end, text })) };
}
