import { isSoftKeyword, type Kind } from '../parser/token-types.ts';
import type { Token } from '../parser/token.ts';
import { afterTokens, type Configuration } from '../parser/configuration.ts';
import { type Blocks, nearest } from './blocks.ts';
import { keywordFor } from './japanese-keywords.ts';
import type { Draft } from './draft.ts';
import type { Extent } from './extent.ts';
import type { Layout } from './layout.ts';

/**
 * Guesses which block a line opens whose keyword cannot be read, because much would be lost with the block. It is the
 * keyword with which the line fits and whose block has all the statements that follow; only if there is just one.
 */
export class HeaderGuess {
  private readonly tokens: readonly Token[];
  private readonly draft: Draft;
  private readonly layout: Layout;
  private readonly extent: Extent;
  private readonly blocks: Blocks;

  constructor(tokens: readonly Token[], draft: Draft, layout: Layout, extent: Extent, blocks: Blocks) {
    this.blocks = blocks;
    this.tokens = tokens;
    this.draft = draft;
    this.layout = layout;
    this.extent = extent;
  }

  /** The keyword in whose place the token stands: one that resembles it, or the only one that is possible. */
  replacing(index: number): string | undefined {
    const possible = this.possible(index, index + 1).map(({ name }) => name);
    const written = this.tokens[index]?.image ?? '';
    return (
      nearest(written, possible) ?? keywordFor(written, possible) ?? (possible.length === 1 ? possible[0] : undefined)
    );
  }

  /** The keyword that is missing before the token. */
  before(index: number): Kind | undefined {
    return only(this.possible(index, index));
  }

  /** The keyword of a header that is missing above the statement with that index, together with its id. */
  above(index: number): Kind | undefined {
    const { kinds } = this.draft.syntax;
    const open = kinds.punctuation.get('{');
    const statements = this.statementsIn(index, 1);
    const found = [...kinds.keywords.values()].filter(({ hard }) => {
      let block = this.draft.now.over(hard)?.to.over(kinds.ID)?.to;
      block = open === undefined ? undefined : block?.over(open)?.to;
      return statements.every((kind) => block?.over(kind) !== undefined);
    });
    return only(found.map(({ hard }) => hard));
  }

  /** The keyword behind the token, if the line fits with it as its first. */
  after(index: number): string | undefined {
    const next = this.tokens[index + 1];
    if (next === undefined || this.layout.isFirst(index + 1) || !isSoftKeyword(next.tokenType)) return undefined;
    const hard = this.draft.syntax.kinds.all[next.tokenType.matches[1] ?? 0];
    const fits = hard !== undefined && this.blockAfter(hard, index + 2, this.endOfHeader(index)) !== undefined;
    return fits ? hard.name : undefined;
  }

  /** Whether the line as it is opens a block in a block of that name. */
  fitsIn(block: string, index: number): boolean {
    const end = this.endOfHeader(index);
    return end !== undefined && afterTokens(this.blocks.startOf(block), this.tokens, index, end + 1) !== undefined;
  }

  /** Whether the line opens a block. */
  isHeader(index: number): boolean {
    return this.endOfHeader(index) !== undefined;
  }

  private possible(index: number, from: number): readonly Kind[] {
    const end = this.endOfHeader(index);
    if (end === undefined) return [];
    const statements = this.statementsIn(end, 0);
    return [...this.draft.syntax.kinds.keywords.values()].flatMap(({ hard }) => {
      const block = this.blockAfter(hard, from, end);
      const fits = block !== undefined && statements.every((kind) => block.over(kind) !== undefined);
      return fits ? [hard] : [];
    });
  }

  /** What may be read in the block, if the keyword and the tokens up to the brace fit. */
  private blockAfter(keyword: Kind, from: number, end: number | undefined): Configuration | undefined {
    if (end === undefined) return undefined;
    return afterTokens(this.draft.now.over(keyword)?.to, this.tokens, from, end + 1);
  }

  /** The index of the opening brace with which the line ends. */
  private endOfHeader(index: number): number | undefined {
    const end = this.extent.ofLine(index, () => false);
    return this.tokens[end]?.tokenType.name === '{' ? end : undefined;
  }

  /** The kinds of statements in a block, without those in blocks within it. `depth` counts the braces before the index. */
  private statementsIn(from: number, before: 0 | 1): readonly Kind[] {
    const kinds = new Set<Kind>();
    let depth: number = before;
    for (let index = from; index < this.tokens.length; index++) {
      const kind = this.tokens[index]?.tokenType;
      if (kind?.name === '{') depth++;
      else if (kind?.name === '}') depth--;
      else if (kind?.hard === true && depth === 1 && this.layout.isFirst(index)) kinds.add(kind);
      if (depth === 0) break;
    }
    return [...kinds];
  }
}

function only(kinds: readonly Kind[]): Kind | undefined {
  return kinds.length === 1 ? kinds[0] : undefined;
}
