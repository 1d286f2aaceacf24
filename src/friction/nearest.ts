import { distance } from 'fastest-levenshtein';
import type { Text } from '../model/text.ts';

/** A hint at the known word that was probably meant, to be put after a message; empty when none is near. */
export function didYouMean(written: string, known: readonly string[]): Text {
  const word = nearest(written, known);
  if (word === undefined) return { en: '', ja: '' };
  return { en: `; did you mean "${word}"?`, ja: `(「${word}」ではありませんか?)` };
}

/** The known word that was probably meant; undefined when none is near. */
function nearest(written: string, known: readonly string[]): string | undefined {
  return (
    known
      .map((word) => ({ word, edits: distance(written.toLowerCase(), word.toLowerCase()) }))
      // Up to a third of the letters may be wrong; beyond that a guess confuses more than it helps.
      .filter(({ word, edits }) => edits <= Math.max(1, Math.floor(word.length / 3)))
      .toSorted((a, b) => a.edits - b.edits)[0]?.word
  );
}
