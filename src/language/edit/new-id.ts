import { endOfWord, isIdPart, isIdStart } from '../parser/characters.ts';

/** An id made of the words of a title, which none of the taken ones is: `Calls the desk` becomes `CallsTheDesk`. */
export function newId(title: string, taken: Iterable<string>, fallback: string): string {
  const words = wordsOf(title).slice(0, longestWords);
  // Only Latin words have capitals; in Japanese, words simply follow each other.
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const name = shortened(joined);
  const base = name === '' ? fallback : isIdStart(name, 0) ? name : `_${name}`;
  const used = new Set(taken);
  if (!used.has(base)) return base;
  for (let number = 2; ; number++) if (!used.has(`${base}${number}`)) return `${base}${number}`;
}

const longestWords = 5;
/** In columns: a Japanese character is as wide as two Latin ones, and says as much. */
const longestId = 32;

/** As many words as have room. Japanese has no spaces, so its words are found by the rules of Unicode. */
function shortened(name: string): string {
  if (widthOf(name) <= longestId) return name;
  let short = '';
  for (const { segment } of new Intl.Segmenter('ja', { granularity: 'word' }).segment(name)) {
    if (widthOf(short + segment) > longestId) break;
    short += segment;
  }
  return short === '' ? name.slice(0, longestId).replace(/\p{Surrogate}$/u, '') : short;
}

function widthOf(text: string): number {
  return Array.from(text, (character) => (WIDE.test(character) ? 2 : 1)).reduce((sum, width) => sum + width, 0);
}

const WIDE = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|ー/u;

function wordsOf(written: string): readonly string[] {
  // `isn't` is one word.
  const title = written.replaceAll(/(?<=\p{L})['’](?=\p{L})/gu, '');
  const words: string[] = [];
  for (let index = 0; index < title.length; ) {
    const end = isIdPart(title, index) ? endOfWord(title, index) : index;
    if (end > index) words.push(title.substring(index, end).replaceAll('・', ''));
    index = Math.max(end, index + 1);
  }
  return words.filter((word) => word !== '');
}
