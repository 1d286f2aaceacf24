import type { Token } from './parser/token.ts';

/** Whether every brace among some words has its partner there. */
export function isBalanced(tokens: readonly Token[]): boolean {
  let depth = 0;
  for (const { tokenType } of tokens) {
    if (tokenType.name === '{') depth++;
    else if (tokenType.name === '}') depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}
