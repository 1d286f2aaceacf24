import {
  type CharacterKind,
  characterLength,
  DIGIT,
  digitAt,
  endOfWord,
  ID_START,
  kindAt,
  LINE_BREAK,
  SPACE,
} from './characters.ts';
import { endOfDate, endOfHours, endOfQuantity, matchEnd, skipBlanks } from './number-extent.ts';
import { endOfString, StringScanner } from './string-scanner.ts';
import { LONG_QUOTE } from './strings.ts';
import type { Syntax } from './syntax.ts';
import { ARROW, isSoftKeyword, type Keyword, type Kind, type Kinds } from './token-types.ts';
import { Token } from './token.ts';

/** What the text consists of: tokens for the parser, hidden ones for comments, and what is wrong with single characters. */
export interface Scan {
  readonly tokens: Token[];
  readonly hidden: Token[];
  readonly problems: ScanProblem[];
}

/** Something that no token may contain. Offsets are half-open. */
export interface ScanProblem {
  readonly kind:
    | 'unterminated-string'
    | 'unterminated-comment'
    | 'merge-conflict'
    | 'stray-character'
    | 'wrong-quote'
    | 'wrong-arrow';
  readonly start: number;
  readonly end: number;
  /** Where it starts, from 1. */
  readonly line: number;
  readonly column: number;
  /** The other quote or bracket of a pair. */
  readonly partner?: { readonly start: number; readonly end: number };
}

/** A part of a text. */
export interface Part {
  /** What it begins with: the first token of a line, and none that belongs to the line before. Missing: the beginning. */
  readonly first: Token | undefined;
  /** Whether it ends before a position, at which the first token of a line begins. */
  readonly endsAt: (position: number, lineStart: number, line: number, previous: Token | undefined) => boolean;
}

/** Splits a text into tokens. Never throws, never skips a character without reporting it, and takes linear time. */
export function scan(text: string, syntax: Pick<Syntax, 'kinds' | 'phrases'>): Scan {
  return new Scanner(text, syntax).scan();
}

/** The same for a part of a text. */
export function scanPart(text: string, syntax: Pick<Syntax, 'kinds' | 'phrases'>, part: Part): Scan {
  return new Scanner(text, syntax).scanPart(part);
}

/** Ways to write `->`, longest first; `right` ones are not reported. */
const ARROWS = [
  { written: '-->', right: false },
  { written: '->', right: true },
  { written: '–>', right: false },
  { written: '—>', right: false },
  { written: '=>', right: false },
  { written: '→', right: true },
  { written: '⇒', right: false },
  { written: '➡', right: false },
  { written: '➔', right: false },
] as const;
const ARROW_STARTS = '-=→–—⇒➡➔';

/** Full-width forms that input methods produce, and what they are read as. */
const PUNCTUATION: Readonly<Record<string, string>> = {
  '{': '{',
  '}': '}',
  ',': ',',
  ':': ':',
  '=': '=',
  '.': '.',
  '，': ',',
  '、': ',',
  '：': ':',
  '｛': '{',
  '｝': '}',
  '＝': '=',
  '．': '.',
  '‥': '..',
  '…': '..',
};

const BRACKETS = new Set(['()', '[]', '<>', '（）', '［］', '〔〕', '【】', '〈〉', '《》']);
const SIGNS = '+-＋－−–';
const RANGE_SIGNS = '-–—〜～~－−';
const CONFLICT = /(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)[^\r\n]*/y;
/** The lines of a comment that begin with an asterisk each, as they do in doc comments. */
const COMMENT_LINES = /(?:(?:\r\n|\n|\r)[^\S\r\n]*\*[^\r\n]*)+/y;
const LINE_REST = /[^\r\n]*/y;

class Scanner {
  private readonly tokens: Token[] = [];
  private readonly hidden: Token[] = [];
  private readonly problems: ScanProblem[] = [];
  private readonly text: string;
  private readonly kinds: Kinds;
  private readonly phrases: Syntax['phrases'];
  private readonly isKeyword: (word: string) => boolean;
  private readonly strings: StringScanner;
  private position = 0;
  private line = 1;
  private lineStart = 0;
  private knownLineEnd = -1;
  /** The last line on which a block was opened. */
  private openedLine = 0;
  private commentEnd = -1;
  /** Whether a token has been seen on the current line. */
  private lineBegun = false;
  private inConflict = false;
  /** The keyword that begins a line after a comma or an arrow, until the token after it tells what it is. */
  private undecided: { readonly token: Token; readonly keyword: Keyword } | undefined;

  constructor(text: string, { kinds, phrases }: Pick<Syntax, 'kinds' | 'phrases'>) {
    this.text = text;
    this.kinds = kinds;
    this.phrases = phrases;
    this.isKeyword = (word) => kinds.keywords.has(word);
    this.strings = new StringScanner(text, this.isKeyword);
  }

  scan(): Scan {
    const { text } = this;
    while (this.position < text.length) this.step(kindAt(text, this.position));
    return this.scanned();
  }

  scanPart({ first, endsAt }: Part): Scan {
    const { text } = this;
    if (first !== undefined) {
      this.position = first.startOffset;
      this.line = first.startLine;
      this.lineStart = first.startOffset - first.startColumn + 1;
    }
    while (this.position < text.length) {
      const kind = kindAt(text, this.position);
      const mayEnd = !this.lineBegun && kind !== SPACE && kind !== LINE_BREAK;
      if (mayEnd && endsAt(this.position, this.lineStart, this.line, this.tokens.at(-1))) break;
      this.step(kind);
    }
    return this.scanned();
  }

  private step(kind: CharacterKind | undefined): void {
    switch (kind) {
      case SPACE:
        this.position++;
        break;
      case LINE_BREAK:
        this.breakLine();
        break;
      case ID_START:
        this.word();
        break;
      case DIGIT:
        this.number();
        break;
      default:
        this.symbol();
    }
  }

  private scanned(): Scan {
    if (this.undecided !== undefined) this.undecided.token.tokenType = this.undecided.keyword.soft;
    return { tokens: this.tokens, hidden: this.hidden, problems: this.problems };
  }

  /** The end of the current line, without its line break. Looked for once a line. */
  private get lineEnd(): number {
    if (this.knownLineEnd < this.position) this.knownLineEnd = matchEnd(LINE_REST, this.text, this.position);
    return this.knownLineEnd;
  }

  private breakLine(): void {
    const { text } = this;
    // The protocol of editors counts \r\n, \n and \r as one line break each.
    this.position += text.charCodeAt(this.position) === 13 && text.charCodeAt(this.position + 1) === 10 ? 2 : 1;
    this.line++;
    this.lineStart = this.position;
    this.lineBegun = false;
  }

  private word(): void {
    const end = endOfWord(this.text, this.position);
    const word = this.text.substring(this.position, end);
    const keyword = this.kinds.keywords.get(word);
    if (keyword === undefined) {
      this.token(this.kinds.ID, end, word);
      return;
    }
    const previous = this.tokens.at(-1);
    const begins = previous === undefined || !this.lineBegun || isBrace(previous);
    const token = this.token(begins ? keyword.hard : keyword.soft, end, keyword.hard.name);
    if (previous !== undefined && begins && isOpenEnded(previous)) this.undecided = { token, keyword };
  }

  private number(): void {
    const { text, position, kinds } = this;
    const date = endOfDate(text, position);
    const hours = date > 0 ? 0 : endOfHours(text, position);
    if (date > 0) this.token(kinds.DATE, date);
    else if (hours > 0) this.token(kinds.HOURS, hours);
    else this.token(kinds.QUANTITY, endOfQuantity(text, position, this.isKeyword));
  }

  private symbol(): void {
    const { text, position } = this;
    const character = text.charAt(position);
    // Most signs are one of these, and can be nothing else.
    if (character === '"' && this.plainString()) return;
    if (character === '{' || character === '}' || character === ',') this.punctuation(character, position + 1);
    else if (character === '*' && !this.lineBegun) this.commentLine();
    else if (character === '/' && '/*'.includes(text.charAt(position + 1) || ' ')) this.comment();
    else if (position === this.lineStart && '<=>|'.includes(character) && this.conflictMarker()) return;
    else if (this.arrow() || this.signOrRange(character) || this.string()) return;
    else if (character === '.' && text.charAt(position + 1) === '.') this.dots();
    else if (Object.hasOwn(PUNCTUATION, character)) this.punctuation(PUNCTUATION[character] ?? character, position + 1);
    else this.stray();
  }

  private punctuation(name: string, end: number): void {
    const kind = this.kinds.punctuation.get(name);
    if (kind === undefined) throw new Error(`The grammar has no keyword ${name}`);
    // The parser joins qualified names from the images.
    this.token(kind, end, name === '.' ? name : undefined);
    if (name === '{') this.openedLine = this.line;
  }

  private dots(): void {
    let end = this.position;
    while (this.text.charAt(end) === '.') end++;
    this.punctuation('..', end);
  }

  private arrow(): boolean {
    const { text, position } = this;
    if (!ARROW_STARTS.includes(text.charAt(position))) return false;
    const arrow = ARROWS.find(({ written }) => text.startsWith(written, position));
    if (arrow === undefined) return false;
    const end = position + arrow.written.length;
    if (!arrow.right) this.problem('wrong-arrow', position, end);
    const { hard, soft } = this.kinds.arrow;
    this.token(this.lineBegun ? soft : hard, end);
    return true;
  }

  /** A signed number, or what joins the two ends of a range. */
  private signOrRange(character: string): boolean {
    const { text, position } = this;
    const previous = this.tokens.at(-1);
    const afterNumber = previous?.tokenType === this.kinds.QUANTITY && previous.endLine === this.line;
    const adjacent = afterNumber && previous.endOffset === position - 1;
    if (SIGNS.includes(character) && !(adjacent && RANGE_SIGNS.includes(character))) {
      const digit = skipBlanks(text, position + 1);
      if (digitAt(text, digit) >= 0) {
        this.token(this.kinds.QUANTITY, endOfQuantity(text, digit, this.isKeyword));
        return true;
      }
    }
    if (!RANGE_SIGNS.includes(character)) return false;
    this.punctuation(afterNumber ? '..' : '-', position + 1);
    return true;
  }

  /** A string as it should be: on one line, not the first of it, in the right quotes. */
  private plainString(): boolean {
    const { text, position } = this;
    if (!this.lineBegun || text.startsWith(LONG_QUOTE, position)) return false;
    const end = endOfString(text, position, this.lineEnd);
    if (end < 0) return false;
    this.token(this.kinds.STRING, end);
    return true;
  }

  private string(): boolean {
    const { position } = this;
    const found = this.strings.at(position, {
      number: this.line,
      start: this.lineStart,
      end: this.lineEnd,
      begun: this.lineBegun,
      opensBlock: this.openedLine === this.line,
    });
    if (found === undefined) return false;
    const { problem } = found;
    if (problem !== undefined) this.problem(problem.kind, problem.start, problem.end, problem.partner);
    if (found.isString) this.token(this.kinds.STRING, found.end);
    else this.position = found.end;
    return true;
  }

  private comment(): void {
    const { text, position } = this;
    const lineEnd = this.lineEnd;
    if (text.charAt(position + 1) === '/') {
      this.hide(this.kinds.SL_COMMENT, lineEnd);
      return;
    }
    const closing = this.endOfComments(position + 2);
    // Another comment that begins within it at the beginning of a line shows that this one was not closed.
    if (closing < Infinity && !/[\r\n][^\S\r\n]*\/\*/.test(text.substring(position, closing))) {
      this.hide(this.kinds.ML_COMMENT, closing + 2);
      return;
    }
    this.problem('unterminated-comment', position, position + 2);
    this.hide(this.kinds.ML_COMMENT, matchEnd(COMMENT_LINES, text, lineEnd) || lineEnd);
  }

  /** Where the next comment ends, if any does; looked for once. */
  private endOfComments(from: number): number {
    if (this.commentEnd < from) {
      const found = this.text.indexOf('*/', from);
      this.commentEnd = found < 0 ? Infinity : found;
    }
    return this.commentEnd;
  }

  private conflictMarker(): boolean {
    const { text, position } = this;
    const end = matchEnd(CONFLICT, text, position);
    if (end === 0) return false;
    // One mistake for a whole conflict, and one for a marker that was left behind.
    const opens = text.charAt(position) === '<';
    if (opens || !this.inConflict) this.problem('merge-conflict', position, end);
    if (opens) this.inConflict = true;
    else if (text.charAt(position) === '>') this.inConflict = false;
    this.hide(this.kinds.CONFLICT_MARKER, end);
    return true;
  }

  /** A line of prose without quotes is one mistake, however many signs it holds. */
  private stray(): void {
    const { position } = this;
    const last = this.problems.at(-1);
    const end = position + characterLength(this.text, position);
    this.position = end;
    if (last?.kind === 'stray-character' && last.end === position) {
      this.problems.pop();
      this.problem('stray-character', last.start, end);
    } else if (last === undefined || last.start < this.lineStart) {
      this.problem('stray-character', position, end);
    } else if (BRACKETS.has(this.text.charAt(last.start) + this.text.charAt(position))) {
      this.problems[this.problems.length - 1] = { ...last, partner: { start: position, end } };
    }
  }

  /** A line that begins with an asterisk was meant to stand in a comment. */
  private commentLine(): void {
    const { position } = this;
    if (this.hidden.at(-1)?.endLine !== this.line - 1) this.problem('stray-character', position, position + 1);
    this.hide(this.kinds.SL_COMMENT, this.lineEnd);
  }

  private problem(kind: ScanProblem['kind'], start: number, end: number, partner?: ScanProblem['partner']): void {
    // A missing quote makes nonsense of the rest of its line.
    if (kind === 'unterminated-string')
      while ((this.problems.at(-1)?.start ?? -1) >= this.lineStart) this.problems.pop();
    const column = start - this.lineStart + 1;
    this.problems.push({ kind, start, end, line: this.line, column, ...(partner === undefined ? {} : { partner }) });
  }

  /** Adds the token from the position to `end`. */
  private token(kind: Kind, end: number, image?: string): Token {
    if (this.undecided !== undefined) this.decide(this.undecided, kind);
    const token = this.makeToken(kind, end, image);
    this.tokens.push(token);
    this.lineBegun = true;
    return token;
  }

  /** A comma asks for another name, but the line that follows it may begin a statement all the same. */
  private decide({ token, keyword }: { token: Token; keyword: Keyword }, next: Kind): void {
    this.undecided = undefined;
    const isAlone = token.startLine !== this.line || [',', '.', '{', '}'].includes(next.name);
    if (isAlone || (isSoftKeyword(next) && !this.phrases(keyword.hard).has(next))) token.tokenType = keyword.soft;
  }

  private hide(kind: Kind, end: number): void {
    this.hidden.push(this.makeToken(kind, end));
  }

  private makeToken(kind: Kind, end: number, image = this.text.substring(this.position, end)): Token {
    const { position, line, lineStart } = this;
    if (end > this.lineEnd) this.countLines(position, end);
    this.position = end;
    const column = position - lineStart + 1;
    return new Token(image, kind, position, end - 1, line, column, this.line, end - this.lineStart);
  }

  private countLines(start: number, end: number): void {
    const { text } = this;
    for (let index = start; index < end; index++) {
      const code = text.charCodeAt(index);
      if (code !== 10 && code !== 13) continue;
      if (code === 13 && text.charCodeAt(index + 1) === 10) index++;
      this.line++;
      this.lineStart = index + 1;
    }
  }
}

function isBrace({ tokenType }: Token): boolean {
  return tokenType.name === '{' || tokenType.name === '}';
}

/** After these a name is still to come, even on the next line. */
export function isOpenEnded({ tokenType: { name } }: Token): boolean {
  return name === ',' || name.startsWith(ARROW) || name === ':' || name === '=' || name === '.';
}
