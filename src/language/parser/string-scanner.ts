import { endOfWord, isIdPart, kindAt, SPACE } from './characters.ts';
import { skipBlanks } from './number-extent.ts';
import { closingQuotes, LONG_QUOTE, WRONG_CLOSING } from './strings.ts';

/** The line on which a string begins. */
export interface Line {
  readonly number: number;
  readonly start: number;
  /** Without its line break. */
  readonly end: number;
  /** Whether tokens stand before the string. */
  readonly begun: boolean;
  /** Whether one of them opens a block. */
  readonly opensBlock: boolean;
}

/** A string, or a quote that is none and is to be skipped; and what is wrong with it. */
export interface FoundString {
  readonly end: number;
  readonly isString: boolean;
  readonly problem?: StringProblem;
}

interface StringProblem {
  readonly kind: 'unterminated-string' | 'wrong-quote';
  readonly start: number;
  readonly end: number;
  readonly partner?: { readonly start: number; readonly end: number };
}

const NEXT_LINE = /(?:\r\n|\n|\r)([^\S\r\n]*)([^\r\n]*)/y;

/** Finds the ends of strings, also of those that nobody closed: those must not swallow the rest of the file. */
export class StringScanner {
  private readonly text: string;
  private readonly isKeyword: (word: string) => boolean;
  /** How many long quotes are still to come; an odd number means that one is not closed. */
  private longQuotes: number | undefined;
  /** The last line with an apostrophe that nothing closes. */
  private apostropheLine = 0;

  constructor(text: string, isKeyword: (word: string) => boolean) {
    this.text = text;
    this.isKeyword = isKeyword;
  }

  /** The string that begins at the index; undefined when none does. */
  at(start: number, line: Line): FoundString | undefined {
    const { text } = this;
    const opening = text.charAt(start);
    const closing = closingQuotes(opening);
    if (closing === undefined) return undefined;
    if (text.startsWith(LONG_QUOTE, start)) return this.long(start, line);
    if (isApostrophe(opening)) return this.inApostrophes(start, closing, line);
    if (!line.begun && this.isBeforeStatement(start + 1, line)) {
      return { end: start + 1, isString: false, problem: { kind: 'unterminated-string', start, end: start + 1 } };
    }
    const isRight = opening === '"';
    const end = this.endOf(start, closing, line);
    if (end !== undefined) return { end, isString: true, ...(isRight ? {} : { problem: wrongQuotes(start, end) }) };
    const unclosed = this.endOfUnclosed(start, line);
    if (!isRight) return { end: unclosed, isString: true, problem: { kind: 'wrong-quote', start, end: start + 1 } };
    const last = lastIndexOfAny(text, WRONG_CLOSING, start + 1, unclosed);
    return last > 0
      ? { end: last + 1, isString: true, problem: { kind: 'wrong-quote', start: last, end: last + 1 } }
      : { end: unclosed, isString: true, problem: { kind: 'unterminated-string', start, end: unclosed } };
  }

  private endOf(start: number, closing: string, line: Line): number | undefined {
    const { text } = this;
    if (text.charAt(start) === '"') {
      const end = endOfString(text, start, line.end);
      return end < 0 ? undefined : end;
    }
    for (let index = start + 1; index < line.end; index++) {
      if (closing.includes(text.charAt(index))) return index + 1;
    }
    return undefined;
  }

  /** An apostrophe within a word, or one that nothing closes, is not a quote. */
  private inApostrophes(start: number, closing: string, line: Line): FoundString | undefined {
    if (this.apostropheLine === line.number) return undefined;
    for (let index = start + 1; index < line.end; index++) {
      if (closing.includes(this.text.charAt(index)) && !isIdPart(this.text, index + 1)) {
        return { end: index + 1, isString: true, problem: wrongQuotes(start, index + 1) };
      }
    }
    this.apostropheLine = line.number;
    return undefined;
  }

  /** Whether the quote was put before a whole line: one of an odd number, and a keyword comes after it. */
  private isBeforeStatement(index: number, line: Line): boolean {
    const start = skipBlanks(this.text, index);
    if (this.text.charAt(start) !== '}' && !this.isKeywordAt(start)) return false;
    return this.text.substring(start, line.end).split('"').length % 2 === 1;
  }

  /** The brace at the end of the line is more likely the block's than the text's. */
  private endOfUnclosed(start: number, line: Line): number {
    const { text } = this;
    const end = this.trimmedEnd(start, line.end);
    const last = text.charAt(end - 1);
    const isBrace = end - 1 > start && (last === '{' || (last === '}' && line.opensBlock));
    return isBrace ? this.trimmedEnd(start, end - 1) : end;
  }

  private trimmedEnd(start: number, from: number): number {
    let end = from;
    while (end > start + 1 && kindAt(this.text, end - 1) === SPACE) end--;
    return end;
  }

  private long(start: number, line: Line): FoundString {
    const { text } = this;
    this.longQuotes ??= text.split(LONG_QUOTE).length - 1;
    const isOdd = this.longQuotes % 2 === 1;
    const closing = text.indexOf(LONG_QUOTE, start + LONG_QUOTE.length);
    const unclosed = isOdd || closing < 0 ? this.endOfUnclosedLong(line, closing) : undefined;
    this.longQuotes -= unclosed === undefined && closing >= 0 ? 2 : 1;
    if (unclosed === undefined && closing >= 0) return { end: closing + LONG_QUOTE.length, isString: true };
    const end = unclosed ?? this.endOfUnclosed(start, line);
    const problem = { kind: 'unterminated-string', start, end: Math.min(end, line.end) } as const;
    return { end, isString: true, problem };
  }

  /** Before the next statement that stands no further in than the one with the text. */
  private endOfUnclosedLong(line: Line, limit: number): number | undefined {
    const { text } = this;
    const column = skipBlanks(text, line.start) - line.start;
    let last = line.end;
    NEXT_LINE.lastIndex = last;
    for (let match = NEXT_LINE.exec(text); match !== null; match = NEXT_LINE.exec(text)) {
      if (limit >= 0 && match.index > limit) return undefined;
      const [whole, blanks = '', content = ''] = match;
      if (content === '') continue;
      const start = match.index + whole.length - content.length;
      if (blanks.length <= column && (content.startsWith('}') || this.isKeywordAt(start))) return last;
      last = match.index + whole.trimEnd().length;
    }
    return undefined;
  }

  private isKeywordAt(start: number): boolean {
    return this.isKeyword(this.text.substring(start, endOfWord(this.text, start)));
  }
}

/** Where a string in the right quotes ends that is closed on its line, or -1. */
export function endOfString(text: string, start: number, lineEnd: number): number {
  for (let index = text.indexOf('"', start + 1); index >= 0 && index < lineEnd; index = text.indexOf('"', index + 1)) {
    let escapes = index;
    while (escapes - 1 > start && text.charCodeAt(escapes - 1) === BACKSLASH) escapes--;
    // Of an even number each escapes the next.
    if ((index - escapes) % 2 === 0) return index + 1;
  }
  return -1;
}

const BACKSLASH = 92;

function wrongQuotes(start: number, end: number): StringProblem {
  return { kind: 'wrong-quote', start, end: start + 1, partner: { start: end - 1, end } };
}

function isApostrophe(character: string): boolean {
  return character === "'" || character === '‘';
}

function lastIndexOfAny(text: string, characters: string, start: number, end: number): number {
  for (let index = end - 1; index >= start; index--) {
    if (characters.includes(text.charAt(index))) return index;
  }
  return -1;
}
