import { GrammarAST } from 'langium';
import type { Read } from '../parser/automaton.ts';
import { afterTokens, type Configuration, type Step } from '../parser/configuration.ts';
import { INLINE, isSoftKeyword, type Kind, type Kinds } from '../parser/token-types.ts';
import type { Token } from '../parser/token.ts';
import { openTime, plainAmount, spokenAmount } from '../plain-amount.ts';
import { TOP } from './block-texts.ts';
import { type Blocks, nearest } from './blocks.ts';
import type { Draft } from './draft.ts';
import { expectedOf, expectsTime } from './expected.ts';
import type { Extent } from './extent.ts';
import { keywordFor } from './japanese-keywords.ts';
import type { Layout } from './layout.ts';
import { type Problem, replacing } from './problem.ts';
import {
  hyphenInName,
  isAnd,
  spaceInName,
  misplacedStatement,
  misspelledWord,
  missingName,
  missingValue,
  missingWord,
  unexpectedText,
} from './messages.ts';

/**
 * Mends a statement at a token that does not fit, within its line.
 *
 * It tries one small change after the other, and takes the first with which the rest of the line fits. If none does, it
 * keeps what is complete of the statement and leaves out the rest of the line.
 */
export class LineRepair {
  private readonly tokens: readonly Token[];
  private readonly draft: Draft;
  private readonly layout: Layout;
  private readonly blocks: Blocks;
  private readonly extent: Extent;
  private readonly kinds: Kinds;

  constructor(tokens: readonly Token[], draft: Draft, layout: Layout, blocks: Blocks, extent: Extent) {
    this.tokens = tokens;
    this.draft = draft;
    this.layout = layout;
    this.blocks = blocks;
    this.extent = extent;
    this.kinds = draft.syntax.kinds;
  }

  /** Mends at the token of that index, which is no brace, and returns the index at which to go on. */
  mend(index: number): number {
    const end = this.endOfLine(index);
    const token = this.tokens[index];
    if (token === undefined) return end;
    return (
      this.trySpelling(token, index, end) ??
      this.tryHyphen(token, index, end) ??
      this.trySpaces(token, index, end) ??
      this.tryWords(token, index, end) ??
      this.tryName(token, index, end) ??
      this.tryWithout(token, index, end) ??
      this.giveUp(token, index, end)
    );
  }

  /** Takes back what is incomplete of a header, and supplies an id where there is none, so that its block is not lost. */
  keepHeader(): void {
    const { draft, kinds } = this;
    const complete = draft.completeUpTo();
    if (complete > draft.statementAt) {
      draft.takeBackTo(complete);
      return;
    }
    const name = draft.stateBefore(complete + 1).over(kinds.ID);
    const isHeader = name !== undefined && this.expectsName(draft.stateBefore(complete + 1)) && this.opens(name.to);
    draft.takeBackTo(isHeader ? complete + 1 : complete);
    if (isHeader) draft.supply(kinds.ID, name);
  }

  /** Whether the line fits with that keyword as its first word; true when the keyword belongs into another block. */
  fitsAs(word: string, index: number): boolean {
    const keyword = this.kinds.keywords.get(word);
    const step = keyword === undefined ? undefined : this.draft.now.over(keyword.hard);
    return step === undefined || this.fits(step.to, index + 1, this.endOfLine(index));
  }

  /** Says what an incomplete statement lacks. */
  reportIncomplete(at: Token | undefined): void {
    const { draft } = this;
    const { last } = draft;
    const first = draft.tokens[draft.statementAt];
    if (last === undefined || first === undefined) return;
    const missing = this.valueBefore(last);
    const before = missing?.before ?? last;
    const reads = (missing?.state ?? draft.now).inStatement.map(({ read }) => read);
    const message = this.expectsName(missing?.state ?? draft.now)
      ? missingName(first.image)
      : missingValue(before.image, draft.textOf(first, before), expectedOf(reads), this.writtenAfter(before));
    const meant = at === undefined ? undefined : plainAmount(at.image);
    if (at === undefined || meant === undefined) {
      const help = (at !== undefined && expectsTime(reads) ? openTime(at.image) : undefined) ?? message.help;
      draft.report('missing-value', at ?? before, { ...message, help }, {}, first);
    } else draft.report('missing-value', at, { ...message, help: spokenAmount(meant) }, replacement(at, meant), first);
  }

  /** What stands behind a token in its line, as it is written. */
  private writtenAfter(token: Token): string | undefined {
    const next = this.tokens.find(({ startOffset }) => startOffset > token.endOffset);
    return next?.startLine === token.endLine ? next.image : undefined;
  }

  /** `tells next within 30 min`: the keyword was taken for the name that is missing before it. */
  private valueBefore(last: Token): { readonly before: Token; readonly state: Configuration } | undefined {
    const { draft, kinds } = this;
    const at = draft.tokens.length - 1;
    const before = draft.tokens[at - 1];
    if (!isSoftKeyword(last.tokenType) || before === undefined || at <= draft.statementAt) return undefined;
    const state = draft.stateBefore(at);
    const named = state.over(kinds.ID)?.to.inStatement ?? [];
    const isKeyword = named.some(
      ({ read }) => last.tokenType.matches.includes(read.kind) && read.kind !== kinds.ID.index,
    );
    return isKeyword ? { before, state } : undefined;
  }

  private trySpelling(token: Token, index: number, end: number): number | undefined {
    if (token.tokenType !== this.kinds.ID || isAnd(token.image)) return undefined;
    const words = this.draft.now.inStatement.flatMap(({ read }) => this.wordOf(read) ?? []);
    const meant = keywordFor(token.image, words) ?? nearest(token.image, words);
    const kind = meant === undefined ? undefined : this.kinds.keywords.get(meant)?.soft;
    const step = kind === undefined ? undefined : this.draft.now.over(kind);
    if (meant === undefined || kind === undefined || step === undefined) return undefined;
    if (!this.fits(step.to, index + 1, end)) return undefined;
    this.draft.report('unknown-keyword', token, misspelledWord(token.image, meant), replacement(token, meant));
    this.draft.add(token.as(kind), step, false);
    return index + 1;
  }

  /** `sign-up`: a hyphen within a name. */
  private tryHyphen(token: Token, index: number, end: number): number | undefined {
    const { draft, kinds } = this;
    const { last } = draft;
    if (last === undefined || !/^[-−–]/.test(token.image) || !this.isWord(last)) return undefined;
    let after = index;
    let joined = last;
    for (let next = this.tokens[after]; next !== undefined && after < end; next = this.tokens[after]) {
      if (next.startOffset !== joined.endOffset + 1) break;
      joined = last.upTo(next, draft.textOf(last, next), kinds.ID);
      after++;
    }
    const step = draft.stateBefore(draft.tokens.length - 1).over(kinds.ID);
    if (after === index || step === undefined || !this.fits(step.to, after, end)) return undefined;
    draft.replaceLast(joined, step);
    const suggestion = joined.image.replaceAll(/[-−–]+(.?)/g, (_, letter: string) => letter.toUpperCase());
    draft.report('stray-character', joined, hyphenInName(joined.image, suggestion), replacement(joined, suggestion));
    return after;
  }

  /** `persona Dana Vet`: a name of several words. */
  private trySpaces(token: Token, index: number, end: number): number | undefined {
    const { draft, kinds } = this;
    const { last } = draft;
    const before = draft.stateBefore(draft.tokens.length - 1);
    const step = before.over(kinds.ID);
    if (last === undefined || step === undefined || token.startLine !== last.endLine) return undefined;
    if (!this.expectsName(before) || !this.isWord(last)) return undefined;
    const words = [last];
    for (let after = index; after < end; ) {
      const next = this.tokens[after];
      if (next === undefined || !this.isWord(next)) return undefined;
      words.push(next);
      after++;
      if (!this.fits(step.to, after, end)) continue;
      const joined = last.upTo(next, draft.textOf(last, next), kinds.ID);
      draft.replaceLast(joined, step);
      const images = words.map(({ image }) => image);
      const [id, title] = [oneWord(images), images.join(joined.image.includes('　') ? '　' : ' ')];
      const hasTitle = this.tokens[after]?.tokenType === kinds.STRING;
      const meant = !hasTitle && this.takesTitle(step.to) ? `${id} "${title}"` : id;
      draft.report('unexpected-text', joined, spaceInName(title, id), replacement(joined, meant));
      return after;
    }
    return undefined;
  }

  /** A keyword or sign was left out, and only one can be meant. */
  private tryWords(token: Token, index: number, end: number): number | undefined {
    const { draft, kinds } = this;
    if (draft.last === undefined || isAnd(token.image) || this.valueBefore(draft.last) !== undefined) return undefined;
    const found = new Map<Kind, Step>();
    const inline = new Map<Kind, Step>();
    for (const { read } of draft.now.inStatement) {
      const kind = kinds.all[read.kind];
      if (kind === undefined || (GrammarAST.isKeyword(read.element) && neverLeftOut.has(read.element.value))) continue;
      const isInline = kind.name.startsWith(INLINE);
      const step = isInline || GrammarAST.isKeyword(read.element) ? draft.now.over(kind) : undefined;
      if (step !== undefined && this.fits(step.to, index, end)) (isInline ? inline : found).set(kind, step);
    }
    // A word that stands only inside statements goes on with the one that has begun; another may belong to what follows it.
    const [only, ...others] = inline.size > 0 ? inline : found;
    if (only === undefined || others.length > 0) return undefined;
    const [kind, step] = only;
    const word = kind.name.startsWith(INLINE) ? kind.name.substring(INLINE.length).toLowerCase() : kind.name;
    draft.report(
      'missing-word',
      token,
      missingWord(word, draft.last.image, token.image, draft.tokens[draft.statementAt]?.image ?? ''),
      {},
      draft.tokens[draft.statementAt],
    );
    draft.supply(kind, step);
    return index;
  }

  private tryName(token: Token, index: number, end: number): number | undefined {
    const { draft, kinds } = this;
    const first = draft.tokens[draft.statementAt];
    if (first === undefined) return undefined;
    const step = draft.now.over(kinds.ID);
    if (step !== undefined && this.expectsName(draft.now) && this.fits(step.to, index, end)) {
      draft.report('missing-value', first, missingName(first.image));
      draft.supply(kinds.ID, step);
      return index;
    }
    return this.tryNameBefore(token, index, end);
  }

  /** `touchpoint on web`: the keyword was taken for the id. */
  private tryNameBefore(_token: Token, index: number, end: number): number | undefined {
    const { draft, kinds } = this;
    const { last } = draft;
    const first = draft.tokens[draft.statementAt];
    const at = draft.tokens.length - 1;
    if (last === undefined || first === undefined || !isSoftKeyword(last.tokenType)) return undefined;
    const state = draft.stateBefore(at);
    const name = this.expectsName(state) ? state.over(kinds.ID) : undefined;
    const keyword = name?.to.over(last.tokenType);
    if (name === undefined || keyword === undefined || !this.fits(keyword.to, index, end)) return undefined;
    draft.report('missing-value', first, missingName(first.image));
    draft.supplyBeforeLast(kinds.ID, name, keyword);
    return index;
  }

  private tryWithout(token: Token, index: number, end: number): number | undefined {
    const { draft } = this;
    if (token.tokenType.hard || isSoftKeyword(token.tokenType) || !this.fits(draft.now, index + 1, end))
      return undefined;
    if (draft.now.block !== undefined && index + 1 === end) return undefined;
    this.reportUnexpected(token);
    draft.drop(token);
    return index + 1;
  }

  private giveUp(token: Token, index: number, end: number): number {
    const { draft } = this;
    const { last } = draft;
    const lacksBefore = last !== undefined && this.valueBefore(last) !== undefined;
    if (draft.now.block !== undefined && !lacksBefore) this.reportUnexpected(token);
    else {
      const instead = last?.endLine === token.startLine && !lacksBefore && !isSoftKeyword(token.tokenType);
      this.reportIncomplete(instead ? token : undefined);
      if (lacksBefore) draft.takeBackTo(draft.tokens.length - 1);
      if (this.tokens[end]?.tokenType.name === '{') this.keepHeader();
      else draft.takeBackTo(draft.completeUpTo());
    }
    for (let left = index; left < end; left++) {
      const rest = this.tokens[left];
      if (rest !== undefined) draft.drop(rest);
    }
    return end;
  }

  private reportUnexpected(token: Token): void {
    const { draft } = this;
    const { last } = draft;
    const first = draft.tokens[draft.statementAt] ?? token;
    const message =
      last === undefined
        ? misplacedStatement({ written: token.image, keyword: token.image }, TOP, [])
        : unexpectedText(token.image, last.image, first.image);
    const since = first.startOffset < token.startOffset && last?.endLine === token.startLine ? first : token;
    draft.report('unexpected-text', token, message, {}, since);
  }

  /** Whether the tokens up to the end fit, and what comes then as well. */
  private fits(state: Configuration, from: number, end: number): boolean {
    const now = afterTokens(state, this.tokens, from, end);
    if (now === undefined) return false;
    return this.tokens[end]?.tokenType.name === '{' ? this.opens(now) : now.block !== undefined;
  }

  private opens(state: Configuration): boolean {
    const open = this.kinds.punctuation.get('{');
    return open !== undefined && state.over(open) !== undefined;
  }

  private expectsName(state: Configuration): boolean {
    return state.inStatement.some(({ read }) => read.assignment?.feature === 'name');
  }

  private takesTitle(state: Configuration): boolean {
    return state.inStatement.some(({ read }) => read.assignment?.feature === 'label');
  }

  /** In a block on one line the next statement ends the one before it. */
  private endOfLine(index: number): number {
    const { draft } = this;
    const first = draft.tokens[draft.statementAt];
    const block = draft.block?.name;
    const inOneLine = first !== undefined && first.startColumn !== this.layout.columnOf(first.startLine);
    return this.extent.ofLine(index, (kind) => {
      const keyword = inOneLine && isSoftKeyword(kind) ? this.kinds.all[kind.matches[1] ?? 0] : undefined;
      return block !== undefined && keyword !== undefined && this.blocks.accepts(block, keyword);
    });
  }

  private isWord({ tokenType }: Token): boolean {
    return tokenType === this.kinds.ID || tokenType.hard || isSoftKeyword(tokenType);
  }

  private wordOf({ element }: Read): string | undefined {
    if (GrammarAST.isKeyword(element)) return this.kinds.keywords.has(element.value) ? element.value : undefined;
    const terminal = GrammarAST.isRuleCall(element) ? element.rule.$refText : '';
    return terminal.startsWith(INLINE) ? terminal.substring(INLINE.length).toLowerCase() : undefined;
  }
}

/** `Dana Vet` becomes `DanaVet`; scripts without capital letters are only joined. */
function oneWord([first = '', ...others]: readonly string[]): string {
  return first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** Signs that nobody leaves out alone: a block has two braces, and names that belong together are written as one. */
const neverLeftOut: ReadonlySet<string> = new Set(['{', '.']);

function replacement(token: Token, text: string): Partial<Problem> {
  const place = { start: token.startOffset, end: token.endOffset + 1 };
  return { fix: replacing(text, token.image, place) };
}
