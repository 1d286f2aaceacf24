import {
  characterLength,
  DIGIT,
  digitAt,
  ID_START,
  isIdPart,
  isIdStart,
  kindAt,
  LINE_BREAK,
  SPACE,
} from './characters.ts';
import { closingQuotes, LONG_QUOTE, WRONG_CLOSING } from './strings.ts';
import { ARROW, isSoftKeyword, type Keyword, type Kind, type Kinds, setKind, type Token } from './token-types.ts';
import type { Syntax } from './syntax.ts';
import { isTimeUnit, unitOf } from '../units.ts';

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
}

/** Splits a text into tokens. Never throws, never skips a character without reporting it, and takes linear time. */
export function scan(text: string, syntax: Pick<Syntax, 'kinds' | 'phrases'>): Scan {
  return new Scanner(text, syntax).scan();
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

const SIGNS = '+-＋－−–';
const RANGE_SIGNS = '-–—〜～~－−';
const CONFLICT = /(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)[^\r\n]*/y;
const DATE = /[0-9０-９]{4}(?:[-/][0-9０-９]+(?:[-/][0-9０-９]+)?|年[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?)/y;
const HOURS =
  /[0-9０-９]{1,2}[:：][0-9０-９]{2}(?:[^\S\r\n]*[-–—〜～~－−][^\S\r\n]*[0-9０-９]{1,2}[:：][0-9０-９]{2})?/y;
const NUMBER = /(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?![0-9０-９])|[0-9０-９]+)(?:[.．][0-9０-９]+)?/y;
const LETTERS = /[\p{L}\p{M}]+/uy;
const NEXT_LINE = /(?:\r\n|\n|\r)([^\S\r\n]*)([^\r\n]*)/y;
const LINE_REST = /[^\r\n]*/y;

class Scanner {
  private readonly tokens: Token[] = [];
  private readonly hidden: Token[] = [];
  private readonly problems: ScanProblem[] = [];
  private readonly text: string;
  private readonly kinds: Kinds;
  private readonly phrases: Syntax['phrases'];
  private position = 0;
  private line = 1;
  private lineStart = 0;
  private knownLineEnd = -1;
  /** Whether no comment is closed from here on. */
  private unclosedComment = false;
  /** How many long quotes are still to come; an odd number means that one is not closed. */
  private longQuotes: number | undefined;
  /** The last line with an apostrophe that nothing closes. */
  private apostropheLine = 0;
  /** Whether a token has been seen on the current line. */
  private lineBegun = false;
  private inConflict = false;
  /** The keyword that begins a line after a comma or an arrow, until the token after it tells what it is. */
  private undecided: { readonly token: Token; readonly keyword: Keyword } | undefined;

  constructor(text: string, { kinds, phrases }: Pick<Syntax, 'kinds' | 'phrases'>) {
    this.text = text;
    this.kinds = kinds;
    this.phrases = phrases;
  }

  scan(): Scan {
    const { text } = this;
    while (this.position < text.length) {
      switch (kindAt(text, this.position)) {
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
    if (this.undecided !== undefined) setKind(this.undecided.token, this.undecided.keyword.soft);
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
    const end = this.endOfWord(this.position);
    const keyword = this.kinds.keywords.get(this.text.substring(this.position, end));
    if (keyword === undefined) {
      this.token(this.kinds.ID, end);
      return;
    }
    const previous = this.tokens.at(-1);
    const begins = previous === undefined || !this.lineBegun || isBrace(previous);
    const token = this.token(begins ? keyword.hard : keyword.soft, end);
    if (previous !== undefined && begins && isOpenEnded(previous)) this.undecided = { token, keyword };
  }

  private endOfWord(start: number): number {
    const { text } = this;
    let end = start;
    while (isIdPart(text, end)) end += characterLength(text, end);
    return end;
  }

  private number(): void {
    const { text, position } = this;
    const date = matchEnd(DATE, text, position);
    if (date > 0) this.token(this.kinds.DATE, date);
    else {
      const hours = matchEnd(HOURS, text, position);
      if (hours > 0) this.token(this.kinds.HOURS, hours);
      else this.token(this.kinds.QUANTITY, this.endOfQuantity(position));
    }
  }

  /** `start` is the first digit. */
  private endOfQuantity(start: number): number {
    const { text } = this;
    let end = matchEnd(NUMBER, text, start);
    const unit = this.unitAfter(end);
    if (unit === undefined) return end;
    end = unit.end;
    // "1 h 30 min", "1時間30分"
    for (let time = unit.time; time; ) {
      const next = this.skipBlanks(end);
      if (digitAt(text, next) < 0) break;
      const part = this.unitAfter(matchEnd(NUMBER, text, next));
      time = part?.time === true;
      if (part !== undefined && time) end = part.end;
    }
    return end;
  }

  private unitAfter(index: number): { readonly end: number; readonly time: boolean } | undefined {
    const { text } = this;
    const start = this.skipBlanks(index);
    const character = text.charAt(start);
    if (character === '%' || character === '％') return { end: start + 1, time: false };
    if (!isIdStart(text, start)) return undefined;
    const letters = matchEnd(LETTERS, text, start);
    if (letters > 0 && (!isIdPart(text, letters) || digitAt(text, letters) >= 0)) {
      const spelling = text.substring(start, letters);
      if (unitOf(spelling) !== undefined) return { end: letters, time: isTimeUnit(spelling) };
    }
    const end = this.endOfWord(start);
    // An unknown word is taken for a unit, so that the check of values can say that it is not one.
    const keyword = start > index && this.kinds.keywords.has(text.substring(start, end));
    return keyword ? undefined : { end, time: false };
  }

  private skipBlanks(start: number): number {
    let index = start;
    while (kindAt(this.text, index) === SPACE) index++;
    return index;
  }

  private symbol(): void {
    const { text, position } = this;
    const character = text.charAt(position);
    if (character === '"' && text.startsWith(LONG_QUOTE, position)) this.longString();
    else if (character === '*' && !this.lineBegun) this.commentLine();
    else if (character === '/' && '/*'.includes(text.charAt(position + 1) || ' ')) this.comment();
    else if (position === this.lineStart && '<=>|'.includes(character) && this.conflictMarker()) return;
    else if (this.arrow() || this.signOrRange(character) || this.string(character)) return;
    else if (character === '.' && text.charAt(position + 1) === '.') this.dots();
    else if (Object.hasOwn(PUNCTUATION, character)) this.punctuation(PUNCTUATION[character] ?? character, position + 1);
    else this.stray();
  }

  private punctuation(name: string, end: number): void {
    const kind = this.kinds.punctuation.get(name);
    if (kind === undefined) throw new Error(`The grammar has no keyword ${name}`);
    const token = this.token(kind, end);
    // The parser joins qualified names from the images.
    if (name === '.') token.image = name;
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
      const digit = this.skipBlanks(position + 1);
      if (digitAt(text, digit) >= 0) {
        this.token(this.kinds.QUANTITY, this.endOfQuantity(digit));
        return true;
      }
    }
    if (!RANGE_SIGNS.includes(character)) return false;
    this.punctuation(afterNumber ? '..' : '-', position + 1);
    return true;
  }

  private string(opening: string): boolean {
    const closing = closingQuotes(opening);
    if (closing === undefined) return false;
    const { text, position } = this;
    const lineEnd = this.lineEnd;
    if (!this.lineBegun && this.isBeforeStatement(position + 1, lineEnd)) {
      this.problem('unterminated-string', position, position + 1);
      this.position = position + 1;
      return true;
    }
    const isHopeless = isApostrophe(opening) && this.apostropheLine === this.line;
    const end = isHopeless ? undefined : this.endOfString(opening, closing, lineEnd);
    if (end !== undefined) {
      if (opening !== '"') this.problem('wrong-quote', position, position + 1);
      this.token(this.kinds.STRING, end);
      return true;
    }
    // An apostrophe that nothing closes is not a quote.
    if (isApostrophe(opening)) {
      this.apostropheLine = this.line;
      return false;
    }
    const unclosed = this.endOfUnterminated(lineEnd);
    const wrong = lastIndexOfAny(text, WRONG_CLOSING, position + 1, unclosed);
    if (opening !== '"') this.problem('wrong-quote', position, position + 1);
    else if (wrong > 0) this.problem('wrong-quote', wrong, wrong + 1);
    else this.problem('unterminated-string', position, unclosed);
    this.token(this.kinds.STRING, wrong > 0 ? wrong + 1 : unclosed);
    return true;
  }

  /** Whether the quote was put before a whole line: one of an odd number, and a keyword comes after it. */
  private isBeforeStatement(index: number, lineEnd: number): boolean {
    const start = this.skipBlanks(index);
    if (this.text.charAt(start) !== '}' && !this.isKeywordAt(start)) return false;
    return this.text.substring(start, lineEnd).split('"').length % 2 === 1;
  }

  private endOfString(opening: string, closing: string, lineEnd: number): number | undefined {
    const { text } = this;
    const inWord = (index: number): boolean => isApostrophe(opening) && isIdPart(text, index + 1);
    for (let index = this.position + 1; index < lineEnd; index++) {
      const character = text.charAt(index);
      if (opening === '"' && character === '\\') index++;
      else if (closing.includes(character) && !inWord(index)) return index + 1;
    }
    return undefined;
  }

  /** The brace at the end of the line is more likely the block's than the text's. */
  private endOfUnterminated(lineEnd: number): number {
    const { text, position } = this;
    let end = this.trimmedEnd(lineEnd);
    const last = text.charAt(end - 1);
    const opened = this.tokens.findLast((token) => token.startLine !== this.line || token.image === '{');
    const inOneLine = opened?.startLine === this.line;
    if (end - 1 > position && (last === '{' || (last === '}' && inOneLine))) end = this.trimmedEnd(end - 1);
    return Math.max(end, position + 1);
  }

  private trimmedEnd(start: number): number {
    let end = start;
    while (end > this.position + 1 && kindAt(this.text, end - 1) === SPACE) end--;
    return end;
  }

  private longString(): void {
    const { text, position } = this;
    this.longQuotes ??= text.split(LONG_QUOTE).length - 1;
    const isOdd = this.longQuotes % 2 === 1;
    const closing = text.indexOf(LONG_QUOTE, position + LONG_QUOTE.length);
    const unclosed = isOdd || closing < 0 ? this.endOfUnclosedText(closing) : undefined;
    this.longQuotes -= unclosed === undefined && closing >= 0 ? 2 : 1;
    if (unclosed === undefined && closing >= 0) {
      this.token(this.kinds.STRING, closing + LONG_QUOTE.length);
      return;
    }
    const end = unclosed ?? this.endOfUnterminated(this.lineEnd);
    this.problem('unterminated-string', position, Math.min(end, this.lineEnd));
    this.token(this.kinds.STRING, end);
  }

  /** Where a text of several lines ends that nobody closed: before a statement that stands no further in than its own. */
  private endOfUnclosedText(limit: number): number | undefined {
    const { text, lineStart } = this;
    const column = this.skipBlanks(lineStart) - lineStart;
    let last = this.lineEnd;
    NEXT_LINE.lastIndex = last;
    for (let match = NEXT_LINE.exec(text); match !== null; match = NEXT_LINE.exec(text)) {
      if (limit >= 0 && match.index > limit) return undefined;
      const [whole, blanks = '', content = ''] = match;
      const start = match.index + whole.length - content.length;
      const begins = content.startsWith('}') || this.isKeywordAt(start);
      if (content !== '' && blanks.length <= column && begins) return last;
      if (content !== '') last = match.index + whole.trimEnd().length;
    }
    return undefined;
  }

  private isKeywordAt(start: number): boolean {
    return this.kinds.keywords.has(this.text.substring(start, this.endOfWord(start)));
  }

  private comment(): void {
    const { text, position } = this;
    const lineEnd = this.lineEnd;
    if (text.charAt(position + 1) === '/') {
      this.hide(this.kinds.SL_COMMENT, lineEnd);
      return;
    }
    const closing = this.unclosedComment ? -1 : text.indexOf('*/', position + 2);
    this.unclosedComment = closing < 0;
    if (closing < 0) this.problem('unterminated-comment', position, position + 2);
    this.hide(this.kinds.ML_COMMENT, closing < 0 ? lineEnd : closing + 2);
  }

  private conflictMarker(): boolean {
    const { text, position } = this;
    const end = matchEnd(CONFLICT, text, position);
    if (end === 0) return false;
    // One mistake for a whole conflict, and one for a marker that was left behind.
    const opens = text.charAt(position) === '<';
    if (opens || !this.inConflict) this.problem('merge-conflict', position, this.trimmedEnd(end));
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
    }
  }

  /** A line that begins with an asterisk was meant to stand in a comment. */
  private commentLine(): void {
    const { position } = this;
    if (this.hidden.at(-1)?.endLine !== this.line - 1) this.problem('stray-character', position, position + 1);
    this.hide(this.kinds.SL_COMMENT, this.lineEnd);
  }

  private problem(kind: ScanProblem['kind'], start: number, end: number): void {
    // A missing quote makes nonsense of the rest of its line.
    if (kind === 'unterminated-string')
      while ((this.problems.at(-1)?.start ?? -1) >= this.lineStart) this.problems.pop();
    this.problems.push({ kind, start, end });
  }

  /** Adds the token from the position to `end`. */
  private token(kind: Kind, end: number): Token {
    if (this.undecided !== undefined) this.decide(this.undecided, kind);
    const token = this.makeToken(kind, end);
    this.tokens.push(token);
    this.lineBegun = true;
    return token;
  }

  /** A comma asks for another name, but the line that follows it may begin a statement all the same. */
  private decide({ token, keyword }: { token: Token; keyword: Keyword }, next: Kind): void {
    this.undecided = undefined;
    const isAlone = token.startLine !== this.line || [',', '.', '{', '}'].includes(next.name);
    if (isAlone || (isSoftKeyword(next) && !this.phrases(keyword.hard).has(next))) setKind(token, keyword.soft);
  }

  private hide(kind: Kind, end: number): void {
    this.hidden.push(this.makeToken(kind, end));
  }

  private makeToken(kind: Kind, end: number): Token {
    const { text, position, line, lineStart } = this;
    const image = text.substring(position, end);
    if (kind === this.kinds.STRING || kind === this.kinds.ML_COMMENT) this.countLines(position, end);
    this.position = end;
    return {
      image,
      startOffset: position,
      endOffset: end - 1,
      startLine: line,
      endLine: this.line,
      startColumn: position - lineStart + 1,
      endColumn: end - this.lineStart,
      tokenTypeIdx: kind.tokenTypeIdx ?? 0,
      tokenType: kind,
    };
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
function isOpenEnded({ tokenType: { name } }: Token): boolean {
  return name === ',' || name.startsWith(ARROW) || name === ':' || name === '=' || name === '.';
}

function isApostrophe(character: string): boolean {
  return character === "'" || character === '‘';
}

/** Where the match of a sticky pattern ends, or 0. */
function matchEnd(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

function lastIndexOfAny(text: string, characters: string, start: number, end: number): number {
  for (let index = end - 1; index >= start; index--) {
    if (characters.includes(text.charAt(index))) return index;
  }
  return -1;
}
