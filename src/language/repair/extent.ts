import { isSoftKeyword, type Kind, type Kinds } from '../parser/token-types.ts';
import type { Token } from '../parser/token.ts';
import type { Layout } from './layout.ts';

/** How far what begins at a token goes, judged by lines and braces alone. */
export class Extent {
  private readonly tokens: readonly Token[];
  private readonly layout: Layout;
  private readonly kinds: Kinds;
  private partners: Int32Array | undefined;

  constructor(tokens: readonly Token[], layout: Layout, kinds: Kinds) {
    this.tokens = tokens;
    this.layout = layout;
    this.kinds = kinds;
  }

  /**
   * The end of the line on which the token stands, together with the lines that go on with it; braces end it as well.
   * `isEnd` may end it earlier.
   */
  ofLine(index: number, isEnd: (kind: Kind) => boolean): number {
    let end = index + 1;
    for (let token = this.tokens[end]; token !== undefined; token = this.tokens[end]) {
      if (isBrace(token) || (this.layout.isFirst(end) && !this.goesOn(end)) || isEnd(token.tokenType)) break;
      end++;
    }
    return end;
  }

  /** The end of a statement, with the block that it opens, if it does. */
  ofStatement(index: number): number {
    let end = index + 1;
    for (let token = this.tokens[end]; token !== undefined; token = this.tokens[end]) {
      if (token.tokenType.name === '{') return this.ofBlock(end, index);
      if (token.tokenType.name === '}' || (this.layout.isFirst(end) && !this.goesOn(end))) break;
      end++;
    }
    return end;
  }

  /** The closing brace that belongs to an opening one, by counting; undefined when there is none. */
  partnerOf(index: number): number | undefined {
    this.partners ??= this.findPartners();
    const partner = this.partners[index] ?? 0;
    return partner > 0 ? partner : undefined;
  }

  /** Where the layout is to be trusted, a line that stands no further in than the statement is not in its block. */
  private ofBlock(open: number, statement: number): number {
    const closed = this.partnerOf(open) ?? this.tokens.length;
    if (!this.layout.isIndented) return Math.min(closed + 1, this.tokens.length);
    const column = this.layout.columnOf(this.tokens[statement]?.startLine ?? 0);
    for (let end = open + 1; end < closed; end++) {
      const token = this.tokens[end];
      if (token === undefined || !this.layout.isFirst(end) || token.startColumn > column) continue;
      return token.tokenType.name === '}' && token.startColumn === column ? end + 1 : end;
    }
    return Math.min(closed + 1, this.tokens.length);
  }

  /** Whether the first token of a line goes on with the line before. */
  private goesOn(index: number): boolean {
    const token = this.tokens[index];
    const previous = this.tokens[index - 1];
    if (token === undefined || previous === undefined || token.tokenType.hard) return false;
    return !this.isWord(token) || /^(?:,|->|:|=)/.test(previous.tokenType.name);
  }

  private isWord({ tokenType }: Token): boolean {
    return tokenType === this.kinds.ID || isSoftKeyword(tokenType);
  }

  private findPartners(): Int32Array {
    const partners = new Int32Array(this.tokens.length);
    const open: number[] = [];
    for (const [index, { tokenType }] of this.tokens.entries()) {
      if (tokenType.name === '{') open.push(index);
      else if (tokenType.name === '}') {
        const partner = open.pop();
        if (partner !== undefined) partners[partner] = index;
      }
    }
    return partners;
  }
}

function isBrace({ tokenType: { name } }: Token): boolean {
  return name === '{' || name === '}';
}
