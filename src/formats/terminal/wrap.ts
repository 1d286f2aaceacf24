import { codeAt } from '../../model/code-at.ts';
import { splitGraphemes } from 'unicode-segmenter/grapheme';
import { isPhraseBoundary } from '../../map/text/phrases.ts';
import { Remembered } from '../../model/remembered.ts';
import { plainWidth, widthOf } from './cells.ts';

/**
 * Breaks a text into lines of at most `width` columns: English between words, Japanese between phrases as on the map, and
 * inside of one only when it is wider than a line (kinsoku: no line begins with 。or 」 and none ends with 「). An English
 * word that is wider than a line stays whole.
 */
export function wrap(text: string, width: number): readonly string[] {
  // Short enough however wide its characters are, as most texts beside a place.
  if (2 * text.length <= width) return [text.trimEnd()];
  const lines: string[] = [];
  let start = 0;
  let at = 0;
  let columns = 0;
  const add = (end: number, whole: number, breaks: boolean): boolean => {
    if (columns + whole > width && columns + widthOf(text.slice(at, end).trimEnd()) > width) {
      if (!breaks) return false;
      if (columns > 0) {
        lines.push(text.slice(start, at).trimEnd());
        start = at;
      }
      columns = 0;
    }
    at = end;
    columns += whole;
    return true;
  };
  while (at < text.length) {
    const end = clauseEnd(text, at);
    // Phrases are looked for only in what does not fit: finding them takes longer than all the rest.
    if (add(end, columnsOf(text, at, end), false)) continue;
    for (const piece of pieces(text.slice(at, end), width)) {
      const pieceEnd = at + piece.length;
      add(pieceEnd, columnsOf(text, at, pieceEnd), true);
    }
  }
  lines.push(text.slice(start).trimEnd());
  return lines;
}

/** Most parts are plain, and need not be cut out to be measured. */
function columnsOf(text: string, start: number, end: number): number {
  return plainWidth(text, start, end) ?? widthOf(text.slice(start, end));
}

/** Where the next part ends after which a line may, without a look at phrases: after a space, 、 or 。. */
function clauseEnd(text: string, start: number): number {
  let before = codeAt(text, start);
  for (let at = start + 1; at < text.length; at += 1) {
    const code = codeAt(text, at);
    if (before === space || before === comma || before === stop) {
      const sticky = before === space ? stickyToSpace : stickyToStop;
      if (isWesternLetter(code) || !sticky.test(text.slice(at, at + 2))) return at;
    }
    before = code;
  }
  return text.length;
}

const [space, comma, stop] = [0x20, 0x3001, 0x3002];

function isWesternLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/**
 * The parts of a clause between which a line may end. A space belongs to the part before it. Remembered, because several findings
 * name the same touchpoint.
 */
function pieces(clause: string, width: number): readonly string[] {
  if (!wide.test(clause)) return [clause];
  return knownPieces.get(`${width} ${clause}`, () => piecesOf(clause, width));
}

const knownPieces = new Remembered<readonly string[]>(500);

function piecesOf(clause: string, width: number): readonly string[] {
  const phrases = parts(clause, (at) => isPhraseBoundary(clause, at));
  return phrases.flatMap((phrase) => (widthOf(phrase.trimEnd()) > width ? parts(phrase, () => true) : phrase));
}

/** The parts of a clause that end where asked, unless what is there sticks together. */
function parts(clause: string, endsAt: (at: number) => boolean): readonly string[] {
  const found: string[] = [];
  let part = '';
  let at = 0;
  for (const character of splitGraphemes(clause)) {
    if (part !== '' && endsAt(at) && !sticks(part, character)) {
      found.push(part);
      part = '';
    }
    part += character;
    at += character.length;
  }
  found.push(part);
  return found;
}

const wide = /[\u3000-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFFEF]/;
/** What must not begin a line: closing marks, the long-vowel sign, small kana, and a space. */
const closingSigns = String.raw`\s、。，．・：；？！」』）〉》】〕］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)\]}%…’”`;
const closing = new RegExp(`^[${closingSigns}]`, 'u');
const stickyToSpace = new RegExp(String.raw`^[${closingSigns}\p{M}\p{Cf}]`, 'u');
const stickyToStop = new RegExp(String.raw`^[${closingSigns}"'\p{M}\p{Cf}]`, 'u');
/** What must not end a line. A straight quote opens when it stands alone after a space. */
const opening = /[「『（〈《【〔［｛([{‘“]$|^["']$/u;
/** A straight quote closes when no space is before it. */
const closingQuote = /^["']/;
const spaceEnd = /\s$/;
/** Western words, numbers and the marks between them break only at spaces, such as `asks-again` or `3.5`. */
const western = /^[!-~]/;
const westernEnd = /[!-~]$/;

function sticks(before: string, after: string): boolean {
  return (
    closing.test(after) ||
    opening.test(before) ||
    (closingQuote.test(after) && !spaceEnd.test(before)) ||
    (westernEnd.test(before) && western.test(after))
  );
}
