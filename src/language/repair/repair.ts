import type { Syntax } from '../parser/syntax.ts';
import { isSoftKeyword } from '../parser/token-types.ts';
import type { Token } from '../parser/token.ts';
import { Blocks, nearest } from './blocks.ts';
import { BraceRepair } from './brace-repair.ts';
import { extraOpeningBrace } from './brace-messages.ts';
import { Draft } from './draft.ts';
import { Extent } from './extent.ts';
import { HeaderGuess } from './header-guess.ts';
import { keywordFor } from './japanese-keywords.ts';
import { type Layout, layoutOf } from './layout.ts';
import { LineRepair } from './line-repair.ts';
import { misplacedStatement, missingKeyword, unknownKeyword } from './messages.ts';
import { statementFor } from './other-words.ts';
import { type Problem, replacing } from './problem.ts';

/** Tokens that the grammar accepts, made from tokens that it does not. */
export interface Repaired {
  readonly tokens: readonly Token[];
  /** The tokens that were left out; they belong to the text all the same. */
  readonly dropped: readonly Token[];
  readonly problems: readonly Problem[];
}

/**
 * Mends a text that the grammar does not accept, so that one mistake loses one statement and is reported once.
 *
 * `spokenFor` are the lines (from 1) on which a mistake is reported already. With `isBeginning` the tokens are only the
 * beginning of a text, whose last statement and blocks may be incomplete. Takes time in proportion to the text: each
 * token is looked at a fixed number of times.
 */
export function repair(
  text: string,
  tokens: readonly Token[],
  syntax: Syntax,
  spokenFor: ReadonlySet<number>,
  isBeginning = false,
): Repaired {
  return new Repair(text, tokens, syntax, spokenFor).run(isBeginning);
}

/** When a place is mended so often, two repairs undo each other; the token is left out then. No text is known to do so. */
const MOST_ATTEMPTS = 30;

class Repair {
  private readonly tokens: Token[];
  private readonly syntax: Syntax;
  private readonly layout: Layout;
  private readonly blocks: Blocks;
  private readonly draft: Draft;
  private readonly braces: BraceRepair;
  private readonly extent: Extent;
  private readonly lines: LineRepair;
  private readonly headers: HeaderGuess;
  /** Closing braces whose opening ones have been left out. */
  private readonly partners = new Set<number>();
  private index = 0;

  constructor(text: string, tokens: readonly Token[], syntax: Syntax, spokenFor: ReadonlySet<number>) {
    this.tokens = [...tokens];
    this.syntax = syntax;
    this.layout = layoutOf(tokens, syntax.kinds);
    this.blocks = new Blocks(syntax);
    this.draft = new Draft(text, syntax, this.layout.columnOf, spokenFor);
    this.extent = new Extent(this.tokens, this.layout, syntax.kinds);
    this.lines = new LineRepair(this.tokens, this.draft, this.layout, this.blocks, this.extent);
    this.headers = new HeaderGuess(this.tokens, this.draft, this.layout, this.extent, this.blocks);
    this.braces = new BraceRepair(this.draft, this.layout, this.blocks, this.headers);
  }

  run(isBeginning: boolean): Repaired {
    let attempts = 0;
    let mended = -1;
    for (let token = this.tokens[this.index]; token !== undefined; token = this.tokens[this.index]) {
      attempts = mended === this.index ? attempts + 1 : 0;
      mended = this.index;
      if (attempts > MOST_ATTEMPTS) this.leaveOutToken(token);
      else if (this.partners.has(this.index)) this.skip(token);
      else this.read(token, this.layout.isFirst(this.index));
    }
    if (!isBeginning) {
      if (this.draft.now.block === undefined) this.abandonStatement();
      this.braces.closeAll();
    }
    const { tokens, dropped, problems } = this.draft;
    return { tokens, dropped, problems };
  }

  private read(token: Token, begins: boolean): void {
    if ((begins && this.mendBefore(token)) || this.mendBrace(token)) return;
    const step = this.draft.now.over(token.tokenType);
    if (step === undefined) this.mend(token, begins);
    else if (begins && this.isJapaneseKeyword(token)) this.unknownStatement(token);
    else {
      this.draft.add(token, step, begins);
      this.index++;
    }
  }

  /** Whether a line begins with 行動 where `does` is meant: `feels 不安` on the line before would take it for an emotion. */
  private isJapaneseKeyword({ tokenType, image }: Token): boolean {
    const { block } = this.draft.now;
    if (tokenType !== this.syntax.kinds.ID || block === undefined) return false;
    return keywordFor(image, this.blocks.keywordsOf(block)) !== undefined;
  }

  private skip(token: Token): void {
    this.draft.drop(token);
    this.index++;
  }

  private leaveOutToken(token: Token): void {
    this.skip(token);
    this.braces.leftOut(token);
  }

  /** Whether braces had to be mended before the line, so that the token is to be looked at anew. */
  private mendBefore(token: Token): boolean {
    if (!this.beginsStatement(token) && token.tokenType.name !== '}') return false;
    if (this.draft.now.block === undefined) {
      if (this.draft.now.over(token.tokenType) !== undefined) return false;
      this.abandonStatement();
    }
    const mended = this.braces.beforeLine(token);
    if (mended === 'dropped') this.index++;
    return mended !== undefined;
  }

  private mendBrace(token: Token): boolean {
    const dropped = this.braces.withinLine(token, this.tokens[this.index + 1]) === 'dropped';
    if (dropped) this.index++;
    return dropped;
  }

  private mend(token: Token, begins: boolean): void {
    const { name } = token.tokenType;
    if (name === '}') this.mendClosing(token);
    else if (name === '{') this.mendOpening(token);
    else if (!begins || !this.beginsStatement(token)) this.index = this.lines.mend(this.index);
    else if (this.draft.now.block === undefined) this.abandonStatement();
    else if (token.tokenType === this.syntax.kinds.ID) this.unknownStatement(token);
    else if (!this.braces.makeRoomFor(token, this.index)) this.misplaced(token, this.draft.now.block);
  }

  private mendClosing(token: Token): void {
    if (this.draft.now.block === undefined) this.abandonStatement();
    else {
      this.braces.dropExtra(token);
      this.index++;
    }
  }

  private mendOpening(token: Token): void {
    const { draft } = this;
    if (draft.now.block === undefined) {
      this.lines.reportIncomplete(undefined);
      this.lines.keepHeader();
      if (draft.now.over(token.tokenType) !== undefined) return;
    }
    const { last } = draft;
    draft.report('unexpected-brace', token, extraOpeningBrace(), {}, last?.endLine === token.startLine ? last : token);
    const afterStatement = last !== undefined && !/^[{}]$/.test(last.image) && last.endLine === token.startLine;
    const partner = this.extent.partnerOf(this.index);
    if (afterStatement && this.braces.isBalanced) this.leaveOut();
    else {
      draft.drop(token);
      this.index++;
      if (this.braces.isBalanced && partner !== undefined) this.partners.add(partner);
      else this.braces.leftOut(token);
    }
  }

  /** A statement that lacks something at its end: what is complete of it stays. */
  private abandonStatement(): void {
    this.lines.reportIncomplete(undefined);
    this.draft.takeBackTo(this.draft.completeUpTo());
  }

  /** A line that begins with no keyword: one that is misspelled, or missing, or something else altogether. */
  private unknownStatement(token: Token): void {
    const block = this.draft.now.block ?? '';
    const isHeader = this.headers.isHeader(this.index);
    const near = this.near(token.image, block);
    const instead = this.valueShown(token, block) ?? statementFor(block, token.image);
    const isOther = !isHeader && instead !== undefined;
    const meant = isHeader ? this.headers.replacing(this.index) : isOther ? undefined : near;
    if (meant !== undefined && (isHeader || this.lines.fitsAs(meant, this.index))) {
      if (this.isOutOfPlace(meant, block)) {
        this.misplaced(token, block, meant);
        return;
      }
      this.draft.report('unknown-keyword', token, unknownKeyword(token.image, block, meant), correction(token, meant));
      this.become(this.index, meant);
      return;
    }
    const missing = this.headers.before(this.index);
    const step = missing === undefined ? undefined : this.draft.now.over(missing);
    if (missing !== undefined && step !== undefined) {
      this.draft.report('missing-word', token, missingKeyword(missing.name, token.image));
      this.draft.supply(missing, step);
      return;
    }
    if (near === undefined && instead === undefined) {
      const elsewhere = keywordFor(token.image, [...this.syntax.kinds.keywords.keys()]);
      if (elsewhere !== undefined && this.isOutOfPlace(elsewhere, block)) {
        this.misplaced(token, block, elsewhere);
        return;
      }
    }
    this.draft.report('unknown-keyword', token, unknownKeyword(token.image, block, near, instead));
    this.leaveOutUnlessHeader(token);
  }

  /** `deliveryFee = 5 EUR`: a value that the customer sees. */
  private valueShown(token: Token, block: string): string | undefined {
    const isGiven = block === 'Touchpoint' && this.tokens[this.index + 1]?.image === '=';
    return isGiven ? `shows ${token.image} = …` : undefined;
  }

  /** Whether the block has no such statement: no block of the text is open that should be closed, so it is the statement that is wrong here. */
  private isOutOfPlace(word: string, block: string): boolean {
    const keyword = this.syntax.kinds.keywords.get(word);
    return this.braces.isBalanced && keyword !== undefined && !this.blocks.accepts(block, keyword.hard);
  }

  /** Reads the token as that keyword at the beginning of a statement. */
  private become(index: number, word: string): void {
    const token = this.tokens[index];
    const keyword = this.syntax.kinds.keywords.get(word);
    if (token === undefined || keyword === undefined) return;
    this.tokens[index] = token.as(keyword.hard);
  }

  /** A statement of this block, or of one that may turn out to be this one, because a brace is missing. */
  private near(written: string, block: string): string | undefined {
    const brace = this.syntax.kinds.punctuation.get('{');
    const below = brace === undefined ? undefined : this.draft.now.over(brace)?.to.block;
    const around = this.draft.blocks.map(({ name }) => name).toReversed();
    for (const candidate of [block, below, ...around]) {
      const keywords = candidate === undefined ? [] : this.blocks.keywordsOf(candidate);
      const meant = nearest(written, keywords) ?? keywordFor(written, keywords);
      if (meant !== undefined) return meant;
    }
    return undefined;
  }

  /** `meant` is the keyword, where it is written otherwise. */
  private misplaced(token: Token, block: string, meant = token.image): void {
    const homes = this.blocks.thatAccept(this.syntax.kinds.keywords.get(meant)?.hard ?? token.tokenType);
    const instead = this.insteadOf(token, meant, block) ?? statementFor(block, token.image);
    const message = misplacedStatement({ written: token.image, keyword: meant }, block, homes, instead);
    this.draft.report('misplaced-statement', token, message);
    this.leaveOutUnlessHeader(token);
  }

  /** Leaves out the statement; only its first word, if the line is the header of a block without that. */
  private leaveOutUnlessHeader(token: Token): void {
    const next = this.headers.after(this.index);
    if (next === undefined) this.leaveOut();
    else {
      this.skip(token);
      this.become(this.index, next);
    }
  }

  /** People write "channel web" in a touchpoint, where "on web" is meant. */
  private insteadOf(token: Token, meant: string, block: string): string | undefined {
    const instead = INSTEAD[meant];
    const keyword = instead === undefined ? undefined : this.syntax.kinds.keywords.get(instead);
    const [name, next] = this.tokens.slice(this.index + 1, this.index + 3);
    const isAlone = name?.startLine === token.startLine && next?.startLine !== token.startLine;
    if (keyword === undefined || !isAlone) return undefined;
    return this.blocks.accepts(block, keyword.hard) ? `${instead} ${name.image}` : undefined;
  }

  /** Leaves out the statement that begins at the index, with its block. */
  private leaveOut(): void {
    const end = this.extent.ofStatement(this.index);
    for (
      let token = this.tokens[this.index];
      token !== undefined && this.index < end;
      token = this.tokens[this.index]
    ) {
      this.leaveOutToken(token);
    }
  }

  /** A keyword or any other word: what people begin a statement with. */
  private beginsStatement({ tokenType }: Token): boolean {
    return tokenType.hard || tokenType === this.syntax.kinds.ID || isSoftKeyword(tokenType);
  }
}

/** Declarations, and the statement by which what they declare is used. */
const INSTEAD: Readonly<Record<string, string>> = {
  channel: 'on',
  emotion: 'feels',
  fact: 'shows',
  persona: 'for',
  team: 'owner',
};

function correction(token: Token, meant: string): Partial<Problem> {
  const place = { start: token.startOffset, end: token.endOffset + 1 };
  return { fix: replacing(meant, token.image, place) };
}
