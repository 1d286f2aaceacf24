import type { Configuration, Step } from '../parser/configuration.ts';
import type { Syntax } from '../parser/syntax.ts';
import type { Kind } from '../parser/token-types.ts';
import { SuppliedToken, type Token } from '../parser/token.ts';
import type { Message } from './messages.ts';
import type { Problem, SyntaxCode } from './problem.ts';

/** A block whose closing brace has not come yet. */
export interface OpenBlock {
  /** The rule, e.g. `Touchpoint`. */
  readonly name: string;
  /** The first token of the statement that opens it. */
  readonly keyword: Token;
  /** Keyword and id, as people would call it. */
  readonly header: string;
  /** The column of the line on which that statement begins. */
  readonly column: number;
  /** The brace was missing, so nobody misses the closing one either. */
  readonly supplied: boolean;
}

/** A statement that could open a block and does not. */
export interface Header {
  /** The indices of its first token and of the one after its last. */
  readonly start: number;
  readonly end: number;
  /** The block that it could open. */
  readonly block: string;
}

/**
 * The repaired tokens so far. What is in it always fits the grammar: `now` is what may have been read, and it can be taken
 * back to any point.
 */
export class Draft {
  readonly syntax: Syntax;
  readonly tokens: Token[] = [];
  readonly dropped: Token[] = [];
  readonly problems: Problem[] = [];
  readonly blocks: OpenBlock[] = [];
  now: Configuration;
  /** Where the statement begins that is being written. */
  statementAt = 0;
  /** What may have been read before each of the tokens. */
  private readonly before: Configuration[] = [];
  /** Closed blocks, to be opened again when a brace turns out to be one too many. */
  private readonly closed: { readonly block: OpenBlock; readonly at: number }[] = [];
  private readonly text: string;
  /** The last header without a block in each open block: where its brace would stand. */
  private readonly headers: (Header | undefined)[] = [];
  /** Lines on which something is reported already: one mistake is reported once. */
  private readonly spokenFor: Set<number>;
  private readonly columnOf: (line: number) => number;

  constructor(text: string, syntax: Syntax, columnOf: (line: number) => number, spokenFor: ReadonlySet<number>) {
    this.text = text;
    this.syntax = syntax;
    this.columnOf = columnOf;
    this.spokenFor = new Set(spokenFor);
    this.now = syntax.start;
  }

  get last(): Token | undefined {
    return this.tokens.at(-1);
  }

  /** The innermost open block. */
  get block(): OpenBlock | undefined {
    return this.blocks.at(-1);
  }

  /** What had been read before the token at that index. */
  stateBefore(index: number): Configuration {
    return this.before[index] ?? this.now;
  }

  /** Adds a token that fits. `begins`: it is known to begin a statement, as the first of its line. */
  add(token: Token, step: Step, begins: boolean, suppliedAt?: number): void {
    const { kinds } = this.syntax;
    if (step.begins || (step.mayBegin && begins)) this.beginStatement();
    this.before.push(this.now);
    this.tokens.push(token);
    this.now = step.to;
    if (token.tokenType === kinds.punctuation.get('{')) this.open(suppliedAt);
    else if (token.tokenType === kinds.punctuation.get('}')) this.close(token);
  }

  /** Adds a token that is not in the text. For an opening brace `column` is where its header begins, or should. */
  supply(kind: Kind, step: Step, column?: number): void {
    const { endOffset = -1, endLine = 1, endColumn = 0 } = this.last ?? {};
    const token = new SuppliedToken('', kind, endOffset + 1, endOffset, endLine, endColumn + 1, endLine, endColumn);
    this.add(token, step, false, column);
  }

  /** Puts another token in the place of the last one. */
  replaceLast(token: Token, step: Step): void {
    this.now = this.before.pop() ?? this.now;
    this.tokens.pop();
    this.add(token, step, false);
  }

  /** Adds a token that is not in the text in front of the last one, which then has another meaning. */
  supplyBeforeLast(kind: Kind, supplied: Step, step: Step): void {
    const last = this.tokens.pop();
    this.now = this.before.pop() ?? this.now;
    this.supply(kind, supplied);
    if (last !== undefined) this.add(last, step, false);
  }

  drop(token: Token): void {
    this.dropped.push(token);
  }

  /** Takes back all tokens from that index. No brace may be among them. */
  takeBackTo(index: number): void {
    this.now = this.stateBefore(index);
    this.before.length = index;
    for (const token of this.tokens.splice(index)) if (!token.isInsertedInRecovery) this.dropped.push(token);
  }

  /** How much of the statement can stand alone: the index up to which it is complete, or its beginning. */
  completeUpTo(): number {
    for (let index = this.tokens.length; index > this.statementAt + 1; index--) {
      const state = index === this.tokens.length ? this.now : this.stateBefore(index);
      if (state.block !== undefined) return index;
    }
    return this.statementAt;
  }

  /** The block that the last token has closed. */
  get justClosed(): OpenBlock | undefined {
    const closed = this.closed.at(-1);
    return closed?.at === this.tokens.length - 1 ? closed.block : undefined;
  }

  /** Takes back the closing brace that was added last. */
  reopen(): Token | undefined {
    const closed = this.closed.pop();
    const brace = this.tokens.pop();
    const state = this.before.pop();
    if (closed === undefined || brace === undefined || state === undefined) return undefined;
    this.now = state;
    this.blocks.push(closed.block);
    this.dropped.push(brace);
    return brace;
  }

  /** Reports what is wrong with a statement, unless something is reported on its lines already: `since` is its beginning. */
  report(code: SyntaxCode, at: Token, message: Message, more: Partial<Problem> = {}, since: Token = at): void {
    for (let line = since.startLine; line <= at.endLine; line++) if (this.spokenFor.has(line)) return;
    this.reportAlways(code, at, message, more);
  }

  reportAlways(code: SyntaxCode, at: Token, message: Message, more: Partial<Problem> = {}): void {
    this.spokenFor.add(at.startLine);
    const { startOffset: start, endOffset, startLine: line, startColumn: column } = at;
    this.problems.push({ code, start, end: endOffset + 1, line, column, ...message, ...more });
  }

  /** The text from one token to another. */
  textOf(first: Token, last: Token): string {
    return this.text.substring(first.startOffset, last.endOffset + 1);
  }

  /** The last header in this block that has no block of its own. */
  get lastHeader(): Header | undefined {
    return this.headers[this.blocks.length];
  }

  /** Opens the block of an earlier header, and adds what stands after it once more, if all of it fits there. */
  openEarlier({ end, start }: Header, open: Kind): boolean {
    const after = this.tokens.slice(end);
    let fits = this.stateBefore(end).over(open)?.to;
    for (const { tokenType } of after) fits = fits?.over(tokenType)?.to;
    if (fits?.block === undefined) return false;
    this.now = this.stateBefore(end);
    this.before.length = end;
    this.tokens.length = end;
    this.statementAt = start;
    const step = this.now.over(open);
    if (step !== undefined) this.supply(open, step, this.columnOf(this.tokens[start]?.startLine ?? 0));
    for (const token of after) {
      const next = this.now.over(token.tokenType);
      if (next !== undefined) this.add(token, next, true);
    }
    return true;
  }

  private beginStatement(): void {
    const open = this.syntax.kinds.punctuation.get('{');
    const block = open === undefined ? undefined : this.now.over(open)?.to.block;
    if (block !== undefined) {
      this.headers[this.blocks.length] = { start: this.statementAt, end: this.tokens.length, block };
    }
    this.statementAt = this.tokens.length;
  }

  private open(suppliedAt: number | undefined): void {
    const keyword = this.tokens[this.statementAt];
    const name = this.now.block;
    if (keyword === undefined || name === undefined) return;
    const id = this.tokens[this.statementAt + 1];
    this.blocks.push({
      name,
      keyword,
      header: id === undefined || id.image === '' || id.image === '{' ? keyword.image : `${keyword.image} ${id.image}`,
      column: suppliedAt ?? this.columnOf(keyword.startLine),
      supplied: suppliedAt !== undefined,
    });
    this.headers.length = this.blocks.length;
  }

  private close(brace: Token): void {
    const block = this.blocks.pop();
    const isWritten = !brace.isInsertedInRecovery;
    if (block !== undefined && isWritten) this.closed.push({ block, at: this.tokens.length - 1 });
  }
}
