import { widthOf } from './cells.ts';

/**
 * Breaks a text into lines of at most `width` columns: English between words, Japanese where a Japanese typesetter would
 * (no line begins with 。or 」 and none ends with 「). A word that is wider than a line stays whole.
 */
export function wrap(text: string, width: number): readonly string[] {
  if (widthOf(text) <= width) return [text.trimEnd()];
  const lines: string[] = [];
  let line = '';
  let columns = 0;
  for (const piece of pieces(text)) {
    const visible = piece.trimEnd();
    if (columns > 0 && columns + widthOf(visible) > width) {
      lines.push(line.trimEnd());
      line = '';
      columns = 0;
    }
    line += piece;
    columns += widthOf(piece);
  }
  lines.push(line.trimEnd());
  return lines;
}

/** The parts between which a line may end. A space belongs to the part before it. */
function pieces(text: string): readonly string[] {
  if (!wide.test(text)) return text.match(/\S+\s*|^\s+/g) ?? [];
  const found: string[] = [];
  words ??= new Intl.Segmenter('ja', { granularity: 'word' });
  for (const { segment } of words.segment(text)) {
    const last = found.at(-1);
    if (last !== undefined && sticks(last, segment)) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found;
}

let words: Intl.Segmenter | undefined;

const wide = /[\u3000-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFFEF]/;
/** What must not begin a line: closing marks, the long-vowel sign, small kana, and a space. */
const closing = /^[\s、。，．・：；？！」』）〉》】〕］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)\]}%…’”]/u;
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
