import type { Kind } from '../parser/token-types.ts';
import type { Token } from '../parser/token.ts';
import type { Blocks } from './blocks.ts';
import {
  extraClosingBrace,
  extraOpeningBrace,
  missingHeader,
  missingOpeningBrace,
  unclosedBlock,
} from './brace-messages.ts';
import { replacing } from './problem.ts';
import { TOP } from './block-texts.ts';
import type { Draft, OpenBlock } from './draft.ts';
import type { HeaderGuess } from './header-guess.ts';
import type { Layout } from './layout.ts';

/**
 * Finds the place where a brace is missing or one too many.
 *
 * A wrong number of braces shows only that something is wrong, mostly at the end of the file. Where it is, the indentation
 * tells, if the text is indented; otherwise the first statement that cannot stand in its block.
 */
export class BraceRepair {
  private readonly draft: Draft;
  private readonly layout: Layout;
  private readonly blocks: Blocks;
  private readonly headers: HeaderGuess;
  private readonly open: Kind;
  private readonly close: Kind;
  /** How many more opening than closing braces there are, counting what has been mended. */
  private surplus: number;

  constructor(draft: Draft, layout: Layout, blocks: Blocks, headers: HeaderGuess) {
    this.headers = headers;
    this.draft = draft;
    this.layout = layout;
    this.blocks = blocks;
    this.surplus = layout.surplus;
    const { punctuation } = draft.syntax.kinds;
    const open = punctuation.get('{');
    const close = punctuation.get('}');
    if (open === undefined || close === undefined) throw new Error('The grammar has no blocks');
    this.open = open;
    this.close = close;
  }

  /**
   * Looks at the first token of a line before it is read, with the statement before it complete. Returns whether something
   * was mended: `dropped` if it was the token itself.
   */
  beforeLine(token: Token): 'mended' | 'dropped' | undefined {
    if (!this.layout.isIndented) return undefined;
    const { block } = this.draft;
    const column = token.startColumn;
    if (block?.supplied === true && this.isPast(token, block.column)) {
      return this.closeDownTo(this.draft.blocks.length - 1);
    }
    if (this.layout.hasNoBraces && this.belongsBelowHeader(token)) return this.openBlock();
    if (token.tokenType === this.close) {
      if (this.surplus < 0 && block !== undefined && column !== block.column) return this.dropExtra(token);
      return this.closeDownTo(this.openBefore(column + 1));
    }
    if (this.surplus > 0) return this.closeDownTo(this.openBefore(column));
    if (this.surplus < 0 && this.belongsBelowHeader(token)) return this.openBlock();
    return undefined;
  }

  /** Looks at a brace within a line: where the line goes on after it, it is more likely too many than the line wrong. */
  withinLine(token: Token, next: Token | undefined): 'dropped' | undefined {
    const { draft } = this;
    const goesOn = next?.startLine === token.endLine && next.tokenType !== this.close;
    if (token.tokenType === this.close && this.surplus < 0) {
      const opened = draft.block?.keyword.startLine ?? 0;
      if (draft.now.block === undefined || (goesOn && opened < token.startLine)) return this.dropExtra(token);
    }
    if (token.tokenType === this.open && this.surplus > 0 && goesOn) {
      const inside = draft.now.over(this.open)?.to;
      if (inside?.over(next.tokenType) === undefined) return this.dropExtra(token);
    }
    return undefined;
  }

  /** Mends the braces so that a statement can stand where it could not. Returns whether that was possible. */
  makeRoomFor(token: Token, index: number): boolean {
    const { draft } = this;
    if (!this.closesInLine(draft.justClosed) && this.reopen(token)) return true;
    if (this.belongsBelowHeader(token)) {
      this.openBlock();
      return true;
    }
    if (this.openEarlier(token) || this.supplyHeader(token, index) || this.reopen(token)) return true;
    const home = this.enclosingHome(token);
    const isOut = !this.layout.isIndented || token.startColumn <= (draft.block?.column ?? 0);
    if (home === undefined || !isOut) return false;
    // With as many braces as there should be, a whole block further out is more telling than a statement.
    const isTelling = this.surplus > 0 || draft.block?.supplied === true || this.isHeaderFurtherOut(index, home);
    if (!isTelling) return false;
    this.closeDownTo(home);
    return true;
  }

  /** Whether there are as many opening as closing braces, counting what has been mended. */
  get isBalanced(): boolean {
    return this.surplus === 0;
  }

  /** Leaves out a brace that has no partner. */
  dropExtra(token: Token): 'dropped' {
    this.draft.drop(token);
    this.reportExtra(token);
    this.leftOut(token);
    return 'dropped';
  }

  /** Closes what is still open at the end of the file. */
  closeAll(): void {
    this.closeDownTo(0);
  }

  /** A brace that is left out with the rest of a statement, without its partner. */
  leftOut(token: Token): void {
    if (token.tokenType === this.open) this.surplus--;
    else if (token.tokenType === this.close) this.surplus++;
  }

  /** Whether the line comes after a block with that column, which nobody closes. */
  private isPast(token: Token, column: number): boolean {
    if (token.tokenType !== this.close) return token.startColumn <= column;
    return token.startColumn < column && this.surplus > 0;
  }

  /** How many blocks stay open before a line at that column, as far as there are braces too few. */
  private openBefore(column: number): number {
    const { blocks } = this.draft;
    let open = blocks.length;
    while (open > 0 && blocks.length - open < this.surplus && (blocks[open - 1]?.column ?? 0) >= column) open--;
    return open;
  }

  /** Closes blocks until so many are open, and says it once. */
  private closeDownTo(count: number): 'mended' | undefined {
    const { draft } = this;
    const closing = draft.blocks.slice(count);
    if (closing.length === 0) return undefined;
    const missed = closing.filter(({ supplied }) => !supplied);
    const innermost = missed.at(-1);
    if (innermost !== undefined) {
      draft.reportAlways('unclosed-block', innermost.keyword, unclosedBlock(innermost.header, missed.length - 1));
    }
    while (draft.blocks.length > count) this.supplyClose();
    this.surplus -= closing.length;
    return 'mended';
  }

  private supplyClose(): void {
    const step = this.draft.now.over(this.close);
    if (step === undefined) throw new Error('A block cannot be closed');
    this.draft.supply(this.close, step);
  }

  /** Whether the statement belongs into the block whose header stands above it without a brace. */
  private belongsBelowHeader(token: Token): boolean {
    const { draft } = this;
    const header = draft.tokens[draft.statementAt];
    const block = draft.now.over(this.open)?.to.block;
    if (header === undefined || block === undefined || !this.blocks.accepts(block, token.tokenType)) return false;
    return !this.layout.isIndented || token.startColumn > this.columnOf(header);
  }

  private openBlock(): 'mended' {
    const step = this.draft.now.over(this.open);
    const line = this.draft.tokens[this.draft.statementAt]?.startLine;
    if (step === undefined || line === undefined) throw new Error('No block can be opened');
    this.draft.supply(this.open, step, this.layout.columnOf(line));
    this.reportOpened(this.draft.block);
    return 'mended';
  }

  /** The brace may be missing further up, when what stands in between could stand outside of the block as well. */
  private openEarlier(token: Token): boolean {
    const { draft } = this;
    const header = this.surplus < 0 ? draft.lastHeader : undefined;
    if (header === undefined || !this.blocks.accepts(header.block, token.tokenType)) return false;
    if (this.layout.isIndented && token.startColumn <= this.columnOf(draft.tokens[header.start])) return false;
    if (!draft.openEarlier(header, this.open)) return false;
    this.reportOpened(draft.block);
    return true;
  }

  /** Whether the line opens a block in the block around, of which so many stay open. */
  private isHeaderFurtherOut(index: number, home: number): boolean {
    const name = this.draft.blocks[home - 1]?.name ?? TOP;
    return this.layout.isIndented && this.headers.fitsIn(name, index);
  }

  /** The brace before was one too many, if the statement belongs into the block that it has closed. */
  private reopen(token: Token): boolean {
    const { draft } = this;
    const closed = draft.justClosed;
    if (this.surplus >= 0 || closed === undefined || !this.blocks.accepts(closed.name, token.tokenType)) return false;
    const brace = draft.reopen();
    if (brace !== undefined) this.reportExtra(brace);
    this.surplus++;
    return true;
  }

  /** Whether the last brace stands exactly below the header that it closes. */
  private closesInLine(block: OpenBlock | undefined): boolean {
    return this.layout.isIndented && block !== undefined && this.draft.last?.startColumn === block.column;
  }

  /** The line with the header is missing altogether: its statements and its closing brace are there. */
  private supplyHeader(token: Token, index: number): boolean {
    const { draft } = this;
    const hard = this.surplus < 0 ? this.headers.above(index) : undefined;
    if (hard === undefined) return false;
    for (const kind of [hard, draft.syntax.kinds.ID, this.open]) {
      const step = draft.now.over(kind);
      if (step === undefined) throw new Error('The header does not fit');
      draft.supply(kind, step, token.startColumn - 1);
    }
    draft.reportAlways('missing-brace', token, missingHeader(hard.name));
    this.surplus++;
    return true;
  }

  private reportOpened(block: OpenBlock | undefined): void {
    this.surplus++;
    if (block === undefined) return;
    this.draft.reportAlways('missing-brace', block.keyword, missingOpeningBrace(block.header));
  }

  /** How many blocks stay open when the statement is to stand in the nearest block around that has it. */
  private enclosingHome(token: Token): number | undefined {
    const { blocks } = this.draft;
    for (let open = blocks.length - 1; open >= 0; open--) {
      const name = blocks[open - 1]?.name ?? TOP;
      if (this.blocks.accepts(name, token.tokenType)) return open;
    }
    return undefined;
  }

  private columnOf(token: Token | undefined): number {
    return token === undefined ? 0 : this.layout.columnOf(token.startLine);
  }

  private reportExtra(brace: Token): void {
    const message = brace.tokenType === this.open ? extraOpeningBrace() : extraClosingBrace();
    const place = { start: brace.startOffset, end: brace.endOffset + 1 };
    this.draft.reportAlways('unexpected-brace', brace, message, { fix: replacing('', brace.image, place) });
  }
}
