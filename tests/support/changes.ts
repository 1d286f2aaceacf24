// Changes of any text, as people make them.
import * as fc from './properties.ts';

/** A change of a text: mostly one that leaves it whole, as people type. */
export type Change = (text: string) => string;

const signs = [
  ['x', '予', ' ', '\n', '\r\n', '"', '"""', '{', '}', ',', '.', '->', '-', '=', '//', '/*', '*/', '*', '1', '%'],
  ['\n  // x\n', '\n/** x */\n', '/* a\n b */', '\n note "x"\n', '\n<<<<<<< x\n', ' for Ken', ' feels', '\n tags a,\n'],
].flat();

const at = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

/** Types, copies and deletes lines and signs. */
export const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: inWord() },
  {
    weight: 2,
    arbitrary: fc.tuple(at, fc.constantFrom(...signs)).map(([place, sign]) => inserting(place, sign)),
  },
  { weight: 2, arbitrary: fc.tuple(at, at, fc.integer({ min: 0, max: 3 })).map(copyingLines) },
  { weight: 1, arbitrary: fc.tuple(at, fc.integer({ min: 1, max: 12 })).map(deleting) },
);

/** Types into a word or into a string. */
function inWord(): fc.Arbitrary<Change> {
  return at.map((place) => (text) => {
    const words = [...text.matchAll(/[\p{L}\d] ?[\p{L}\d]/gu)];
    const index = words[Math.floor(place * words.length)]?.index ?? 0;
    return `${text.slice(0, index + 1)}x${text.slice(index + 1)}`;
  });
}

function inserting(place: number, sign: string): Change {
  return (text) => {
    const index = Math.floor(place * (text.length + 1));
    return text.slice(0, index) + sign + text.slice(index);
  };
}

/** Puts lines from elsewhere in the place of others. */
function copyingLines([from, to, count]: readonly [number, number, number]): Change {
  return (text) => {
    const lines = text.split('\n');
    const first = Math.floor(from * lines.length);
    const copied = lines.slice(first, first + count);
    return lines.toSpliced(Math.floor(to * lines.length), count === 3 ? 0 : 1, ...copied).join('\n');
  };
}

function deleting([place, count]: readonly [number, number]): Change {
  return (text) => {
    const index = Math.floor(place * text.length);
    return text.slice(0, index) + text.slice(index + count);
  };
}
