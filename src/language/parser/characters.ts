/**
 * What kind of character a UTF-16 code unit begins. Ids are Unicode: they start with a letter or `_` and go on with
 * letters, digits, marks, `_` and the middle dot of Japanese names (ー is a letter already). A hyphen never belongs to them.
 */
const OTHER = 1;
export const SPACE = 2;
export const LINE_BREAK = 3;
export const DIGIT = 4;
export const ID_START = 5;
/** Only inside an id. */
const ID_PART = 6;

export type CharacterKind = 1 | 2 | 3 | 4 | 5 | 6;

/** The kind of the character at the index; surrogate pairs count as one character (see `characterLength`). */
export function kindAt(text: string, index: number): CharacterKind | undefined {
  const code = text.charCodeAt(index);
  if (code < 0x80) return ASCII[code] as CharacterKind;
  if (Number.isNaN(code)) return undefined;
  if (code >= 0xd800 && code <= 0xdfff) return classify(String.fromCodePoint(text.codePointAt(index) ?? code));
  const known = bmp[code] as CharacterKind | 0;
  if (known !== 0) return known;
  const kind = classify(String.fromCharCode(code));
  bmp[code] = kind;
  return kind;
}

/** Whether an id can go on with the character at the index. */
export function isIdPart(text: string, index: number): boolean {
  const kind = kindAt(text, index);
  return kind !== undefined && kind >= DIGIT;
}

/** Where the word ends that begins at the index: the next character that is not part of an id. */
export function endOfWord(text: string, start: number): number {
  let index = start;
  for (;;) {
    const code = text.charCodeAt(index);
    // Nearly all characters are one of the first two, and this is where most time of scanning goes.
    if (code < 0x80) {
      if ((ASCII[code] ?? 0) < DIGIT) return index;
      index++;
    } else if (isIdPart(text, index)) index += characterLength(text, index);
    else return index;
  }
}

/** Whether an id can start with the character at the index. */
export function isIdStart(text: string, index: number): boolean {
  return kindAt(text, index) === ID_START;
}

/** 1, or 2 for a surrogate pair. */
export function characterLength(text: string, index: number): 1 | 2 {
  const code = text.codePointAt(index);
  return code !== undefined && code > 0xffff ? 2 : 1;
}

/** The value of an ASCII or full-width digit, or -1. */
export function digitAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  return -1;
}

/** Filled as characters turn up: the Unicode properties are slow to ask for. */
const bmp = new Uint8Array(0x10000);

const ASCII = Uint8Array.from({ length: 0x80 }, (_, code) => classify(String.fromCharCode(code)));

function classify(character: string): CharacterKind {
  if (character === '\n' || character === '\r') return LINE_BREAK;
  // U+200B, U+2060 and U+FEFF are invisible and come with pasted text; the rest of white space includes U+00A0 and U+3000.
  if (/[\s\u200B\u2060\uFEFF]/.test(character)) return SPACE;
  if (/[0-9０-９]/.test(character)) return DIGIT;
  if (/[_\p{L}\p{Nl}]/u.test(character)) return ID_START;
  if (/[\p{N}\p{M}・]/u.test(character)) return ID_PART;
  return OTHER;
}
