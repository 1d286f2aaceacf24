import { endOfWord, isIdPart, isIdStart } from '../parser/characters.ts';

/** An id made of the words of a title, which none of the taken ones is: `Calls the desk` becomes `CallsTheDesk`. */
export function newId(title: string, taken: Iterable<string>, fallback: string): string {
  const words = wordsOf(title).slice(0, longestWords);
  // Only Latin words have capitals; in Japanese, words simply follow each other.
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const name = joined.slice(0, longestId).replace(/\p{Surrogate}$/u, '');
  const base = name === '' ? fallback : isIdStart(name, 0) ? name : `_${name}`;
  const used = new Set(taken);
  if (!used.has(base)) return base;
  for (let number = 2; ; number++) if (!used.has(`${base}${number}`)) return `${base}${number}`;
}

const longestWords = 5;
const longestId = 32;

function wordsOf(title: string): readonly string[] {
  const words: string[] = [];
  for (let index = 0; index < title.length; ) {
    const end = isIdPart(title, index) ? endOfWord(title, index) : index;
    if (end > index) words.push(title.substring(index, end).replaceAll('・', ''));
    index = Math.max(end, index + 1);
  }
  return words.filter((word) => word !== '');
}
