import { MEANS } from './words.ts';

/** What a word after `has`, `lacks` or `requires` stands for: the known word, also when it is written in the other language. */
export function meansOf(word: string): string {
  // Nearly all are written as they are known.
  if (Object.hasOwn(MEANS, word)) return word;
  const plain = word.normalize('NFKC').toLowerCase();
  return otherWords.get(plain) ?? plain;
}

const otherWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    smartphone: ['smartphones', 'スマートフォン', 'スマートホン', 'スマホ'],
    computer: ['pc', 'laptop', 'パソコン', 'コンピューター', 'コンピュータ'],
    printer: ['プリンター', 'プリンタ'],
    car: ['自動車', '車', 'クルマ', '自家用車', 'マイカー'],
  } satisfies Readonly<Record<keyof typeof MEANS, readonly string[]>>).flatMap(([known, others]) =>
    [known, ...others].map((other) => [other, known]),
  ),
);
