import type { Kinds } from '../parser/token-types.ts';
import type { Token } from '../parser/token.ts';

/** How the text is laid out: the only hint at what the author meant where braces are missing. */
export interface Layout {
  /** Whether the token is the first of its line. */
  readonly isFirst: (index: number) => boolean;
  /** The column of the first token of a line, from 1. */
  readonly columnOf: (line: number) => number;
  /** Whether what stands in braces is indented, so that columns tell what belongs where. */
  readonly isIndented: boolean;
  readonly hasNoBraces: boolean;
  /** How many more opening than closing braces there are. */
  readonly surplus: number;
}

export function layoutOf(tokens: readonly Token[], kinds: Kinds): Layout {
  const open = kinds.punctuation.get('{');
  const close = kinds.punctuation.get('}');
  const first = new Uint8Array(tokens.length);
  const columns = new Map<number, number>();
  let surplus = 0;
  let deeper = 0;
  let opened = 0;
  let braces = 0;
  let isDeep = false;
  let previous: Token | undefined;
  for (const [index, token] of tokens.entries()) {
    if (previous === undefined || previous.endLine < token.startLine) {
      first[index] = 1;
      columns.set(token.startLine, token.startColumn);
      isDeep ||= token.startColumn > 1;
    }
    if (first[index] === 1 && previous !== undefined && previous.tokenType === open && token.tokenType !== close) {
      opened++;
      if (token.startColumn > (columns.get(previous.startLine) ?? 0)) deeper++;
    }
    const change = token.tokenType === open ? 1 : token.tokenType === close ? -1 : 0;
    braces += Math.abs(change);
    surplus += change;
    previous = token;
  }
  return {
    isFirst: (index) => first[index] === 1,
    columnOf: (line) => columns.get(line) ?? 1,
    isIndented: braces === 0 ? isDeep : opened > 0 && deeper >= opened * 0.9,
    hasNoBraces: braces === 0,
    surplus,
  };
}
