import type { AstNode } from 'langium';
import type { JourneyDocument } from '../../workspace/journey-workspace.ts';
import { endOfWord, isIdPart, kindAt, LINE_BREAK, SPACE } from '../../parser/characters.ts';
import type { Configuration } from '../../parser/configuration.ts';
import { type Scan, scan } from '../../parser/scanner.ts';
import type { Syntax } from '../../parser/syntax.ts';
import { firstFrom, type Token } from '../../parser/token.ts';
import { withOneMeaning } from '../../repair/conflicts.ts';
import { repair } from '../../repair/repair.ts';

/** What has been read where something is being written. */
export interface Reading {
  /** Where the word begins that is being written, and where it would end. */
  readonly start: number;
  readonly end: number;
  /** The grammar before that word. */
  readonly state: Configuration;
  /** Whether a statement may begin here: nothing stands before the word on its line, or a brace. */
  readonly begins: boolean;
  /** The tokens of the statement before the word; empty where one begins. */
  readonly statement: readonly Token[];
  /** Offsets of the statements whose blocks are open here, outermost first. */
  readonly open: readonly number[];
}

/** The tokens of a document, scanned once for a version of it. */
export function scanOf(document: JourneyDocument, syntax: Syntax): Scan {
  const { value: root } = document.parseResult;
  let found = scans.get(root);
  if (found === undefined) {
    found = withOneMeaning(scan(document.textDocument.getText(), syntax));
    scans.set(root, found);
  }
  return found;
}

const scans = new WeakMap<AstNode, Scan>();

/** Where the word begins that ends at the offset or goes on behind it. */
export function startOfWord(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && isIdPart(text, isLowSurrogate(text, start - 1) ? start - 2 : start - 1)) {
    start -= isLowSurrogate(text, start - 1) ? 2 : 1;
  }
  return start;
}

function isLowSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff;
}

/**
 * Reads a document up to a word. What stands above its line is mended where it has to be; undefined when what stands before
 * it on the line makes no sense.
 */
export function readUpTo(document: JourneyDocument, syntax: Syntax, start: number): Reading | undefined {
  const text = document.textDocument.getText();
  const line = startOfLine(text, start);
  const before = beforeLine(document, syntax, line);
  const tokens = tailOf(text, line, start, before, syntax);
  const end = (tokens.at(-1) ?? before.last)?.endOffset ?? -1;
  if (!isBlank(text.substring(Math.max(line, end + 1), start))) return undefined;
  const walk = Walk.from(before.walk);
  if (!walk.readAll(tokens)) return mended(document, syntax, start);
  return readingAt(text, start, walk);
}

function readingAt(text: string, start: number, walk: Walk): Reading {
  const begins = isBeginning(text, start);
  // A statement that was left half-written above does not keep anybody from writing the next one.
  const isLeft = begins && walk.state.block === undefined && !isOpenEnded(walk.statement.at(-1));
  const state = isLeft ? walk.before : walk.state;
  return {
    start,
    end: endOfWord(text, start),
    state,
    begins,
    statement: begins && state.block !== undefined ? [] : [...walk.statement],
    open: [...walk.open],
  };
}

/** The same when the line itself has to be mended. */
function mended(document: JourneyDocument, syntax: Syntax, start: number): Reading | undefined {
  const text = document.textDocument.getText();
  const { tokens } = withOneMeaning(scan(text.substring(0, start), syntax));
  const walk = new Walk(syntax);
  const repaired = repair(text, tokens, syntax, new Set(), true);
  if (!walk.readAll(repaired.tokens)) return undefined;
  // What was left out of the line cannot be gone on with.
  const line = startOfLine(text, start);
  const isWhole = repaired.dropped.every(({ endOffset }) => endOffset < line);
  return isWhole ? readingAt(text, start, walk) : undefined;
}

interface Before {
  readonly walk: Walk;
  /** The last token above the line, as it is written. */
  readonly last: Token | undefined;
}

/** Remembers the last line that was asked for: whoever asks goes on there. */
const lines = new WeakMap<AstNode, { readonly line: number; readonly before: Before }>();

function beforeLine(document: JourneyDocument, syntax: Syntax, line: number): Before {
  const root = document.parseResult.value;
  const known = lines.get(root);
  if (known?.line === line) return known.before;
  const { tokens: all } = scanOf(document, syntax);
  const count = firstFrom(all, line);
  const tokens = all.slice(0, count);
  let walk = new Walk(syntax);
  if (!walk.readAll(tokens)) {
    walk = new Walk(syntax);
    walk.readAll(repair(document.textDocument.getText(), tokens, syntax, new Set(), true).tokens);
  }
  const before = { walk, last: tokens.at(-1) };
  lines.set(root, { line, before });
  return before;
}

/** The tokens between the beginning of the line, or the end of a text that goes on there, and the word. */
function tailOf(text: string, line: number, start: number, { last }: Before, syntax: Syntax): readonly Token[] {
  const isContinued = last !== undefined && (last.endOffset >= line || isOpenEnded(last));
  if (!isContinued) {
    const { tokens } = scan(text.substring(line, start), syntax);
    return tokens.map((token) => token.movedBy(line, last?.endLine ?? 0));
  }
  const { tokens } = scan(text.substring(0, start), syntax);
  return tokens.slice(firstFrom(tokens, line));
}

/** Whether a name or a value is still to come, even on the next line. */
function isOpenEnded(token: Token | undefined): boolean {
  return token !== undefined && /^(?:[,.:=]|->)/.test(token.tokenType.name);
}

/** Whether there are only blanks and comments: behind a stray sign nothing sensible can be written. */
function isBlank(text: string): boolean {
  const plain = text.replaceAll(/\/\*.*?\*\//gs, '');
  return Array.from(plain).every((character) => [SPACE, LINE_BREAK].includes(kindAt(character, 0) ?? 0));
}

function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && kindAt(text, start - 1) !== LINE_BREAK) start--;
  return start;
}

function isBeginning(text: string, start: number): boolean {
  let index = start - 1;
  while (index >= 0 && kindAt(text, index) === SPACE) index--;
  return index < 0 || kindAt(text, index) === LINE_BREAK || /[{}｛｝]/.test(text.charAt(index));
}

/** Follows the grammar from token to token. */
class Walk {
  state: Configuration;
  /** The state before the statement. */
  before: Configuration;
  statement: Token[] = [];
  readonly open: number[] = [];
  private readonly syntax: Syntax;

  constructor(syntax: Syntax) {
    this.syntax = syntax;
    this.state = syntax.start;
    this.before = syntax.start;
  }

  static from({ syntax, state, before, statement, open }: Walk): Walk {
    const walk = new Walk(syntax);
    walk.state = state;
    walk.before = before;
    walk.statement = [...statement];
    walk.open.push(...open);
    return walk;
  }

  /** Whether all of them fit. */
  readAll(tokens: readonly Token[]): boolean {
    let line = this.statement.at(-1)?.endLine;
    for (const token of tokens) {
      const step = this.state.over(token.tokenType);
      if (step === undefined) return false;
      const isFirst = token.startLine !== line || /[{}]/.test(this.statement.at(-1)?.tokenType.name ?? '{');
      const begins = step.begins || (step.mayBegin && isFirst && token.tokenType.hard);
      if (begins) {
        this.statement = [];
        this.before = this.state;
      }
      this.statement.push(token);
      if (token.tokenType.name === '{') this.open.push(this.statement[0]?.startOffset ?? 0);
      else if (token.tokenType.name === '}') this.open.pop();
      this.state = step.mayBegin && !begins ? this.within(token) : step.to;
      line = token.endLine;
    }
    return true;
  }

  /** What a token leads to that begins no statement, although one could begin with it on a line of its own. */
  private within({ tokenType }: Token): Configuration {
    const { transitions, configurations } = this.syntax;
    const ways = this.state.states.flatMap((state) => transitions.over(tokenType, state));
    return configurations.of(ways.filter(({ begins }) => !begins).map(({ read }) => read.target));
  }
}
