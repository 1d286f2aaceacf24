import { distance } from 'fastest-levenshtein';

/** A name that could have been meant, with the titles under which people know the thing. */
export interface Candidate {
  readonly name: string;
  readonly titles: readonly string[];
  /** Longer ways to write the name. */
  readonly spellings: readonly string[];
}

export interface Suggestions {
  /** The names that are nearest, the best first; at most three. */
  readonly names: readonly string[];
  /** What was written is the title of the only suggestion, so there is little doubt that it is meant. */
  readonly byTitle: boolean;
}

/**
 * Names that are nearly the one written: mistyped by a few letters, a longer or shorter form of it, or written in other
 * letters (capitals, full width, katakana). A title counts as much as a name, for that is what people know a thing by.
 */
export function suggest(written: string, candidates: Iterable<Candidate>): Suggestions {
  const key = normalized(written);
  const scored: { readonly name: string; readonly score: number; readonly byTitle: boolean }[] = [];
  for (const { name, titles, spellings } of candidates) {
    const byTitle = titles.some((title) => normalized(title) === key);
    const score = byTitle
      ? 0
      : Math.min(...[name, ...spellings, ...titles].map((word) => farness(key, normalized(word))));
    if (score !== Number.POSITIVE_INFINITY) scored.push({ name, score, byTitle: byTitle && normalized(name) !== key });
  }
  const sorted = scored.toSorted((left, right) => left.score - right.score);
  const [best] = sorted;
  if (best === undefined) return { names: [], byTitle: false };
  const nearest = sorted.filter(({ score }) => score === best.score);
  const names = [...new Set(nearest.map(({ name }) => name))];
  return { names: names.slice(0, 3), byTitle: best.byTitle && names.length === 1 };
}

/** Zero for equal words, larger for worse; infinite when the two have nothing to do with each other. */
function farness(written: string, word: string): number {
  const edits = editsBetween(written, word);
  if (edits !== Number.POSITIVE_INFINITY) return edits;
  const [short, long] = written.length < word.length ? [written, word] : [word, written];
  // "purchase" for "purchaseHistory", 予約 for 予約画面. Two Japanese characters already make a word.
  const isWord = short.length >= (/^[\p{ASCII}]*$/u.test(short) ? 4 : 2);
  return isWord && short.length * 3 >= long.length && long.includes(short) ? partOfWord : Number.POSITIVE_INFINITY;
}

/** Worse than any number of edits that is allowed. */
const partOfWord = 4;

/** How many letters differ; infinite when they are too many to be a slip. */
function editsBetween(written: string, word: string): number {
  if (written === word) return 0;
  const edits = isSwapped(written, word) ? 1 : distance(written, word);
  const allowed = allowedEdits(Math.min(written.length, word.length));
  return edits <= (kanji.test(word) ? Math.min(allowed, 1) : allowed) ? edits : Number.POSITIVE_INFINITY;
}

/** Each of these is a word or half of one: 保険証番号 is no slip for 暗証番号. */
const kanji = /\p{Script=Han}/u;

/** A guess that changes more letters than this confuses more than it helps: a meter is no letter. */
function allowedEdits(length: number): number {
  if (length < 2) return 0;
  if (length < 6) return 1;
  return length < 9 ? 2 : 3;
}

/** Whether two neighbouring letters changed places, the most frequent slip of all. */
function isSwapped(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  return left[at] === right[at + 1] && left[at + 1] === right[at] && left.slice(at + 2) === right.slice(at + 2);
}

/** Without what people do not see as a difference: case, width, hiragana and katakana, marks between words. */
function normalized(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-・]/g, '')
    .replaceAll(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - katakanaShift));
}

/** From a hiragana letter to the same katakana letter. */
const katakanaShift = 'ア'.charCodeAt(0) - 'あ'.charCodeAt(0);
