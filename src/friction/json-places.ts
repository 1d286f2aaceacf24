import type { MemberNode, ValueNode } from '@humanwhocodes/momoa';
import type { Text } from '../model/text.ts';
import type { Position, Range } from '../model/place.ts';

// What the parser of JSON says, in our places and words.

/** Where a value or a key stands. The parser counts from one. */
export function rangeOf({ loc: { start, end } }: ValueNode | MemberNode['name']): Range {
  return { start: positionAt(start), end: positionAt(end) };
}

function positionAt({ line, column }: { readonly line: number; readonly column: number }): Position {
  return { line: line - 1, character: column - 1 };
}

/** Where the parser gave up; undefined when it was another error. */
export function positionOf(error: unknown): Position | undefined {
  if (!(error instanceof Error) || !('line' in error) || !('column' in error)) return undefined;
  const { line, column } = error;
  return typeof line === 'number' && typeof column === 'number' ? positionAt({ line, column }) : undefined;
}

/** What is wrong with a text that the parser of JSON has refused, without the parser's own words. */
export function notJson(error: unknown): Text {
  const message = error instanceof Error ? error.message : '';
  if (message.startsWith('Unexpected end')) {
    return { en: 'This is not JSON: it ends too early.', ja: 'JSONとして読めません(途中で終わっています)。' };
  }
  const [, token, quoted] = /^Unexpected (?:token (\w+)|\w+ '(.*)') found/s.exec(message) ?? [];
  const found = quoted ?? tokens[token ?? ''];
  return found === undefined
    ? { en: 'This is not JSON.', ja: 'JSONとして読めません。' }
    : {
        en: `This is not JSON: "${found}" does not fit here.`,
        ja: `JSONとして読めません(「${found}」の前後に誤りがあります)。`,
      };
}

/** What the parser calls some of its tokens, and how they are written. */
const tokens: Readonly<Record<string, string>> = {
  LBrace: '{',
  RBrace: '}',
  LBracket: '[',
  RBracket: ']',
  Colon: ':',
  Comma: ',',
};
