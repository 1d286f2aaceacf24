// How Japanese is spelled, wherever people read it: the rules of CONTRIBUTING.md that need no judgement.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What is not written, and what stands instead. */
const RULES: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/下さい/, 'ください'],
  [/出来る|出来ま|出来な/, 'できる'],
  [/全て/, 'すべて'],
  [/手続(?!き)/, '手続き'],
  [/問合せ|問い合せ/, '問い合わせ'],
  [/引継ぎ/, '引き継ぎ'],
  [/(?<!概算)見積(?!も|書|金額)/, '見積もり'],
  [
    /(?:ユーザ|サーバ|フォルダ|ブラウザ|エディタ|パラメータ|コンピュータ|ライブラリ|プリンタ)(?!ー)/,
    'a long vowel: ー',
  ],
  [/パートナーから|パートナーが/, '提携先'],
  [/[０-９Ａ-Ｚａ-ｚ]/, 'half-width digits and letters'],
  [/[（）：！？％　]/, 'half-width signs'],
  [/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}],(?=[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}])/u, '、'],
  [/\d %(?=[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}、。)])/u, 'no space before %'],
];

/** Texts that the program says: `ja: '…'` and the second text of a pair in the help of keywords. */
const SOURCES = globSync(['src/{cli,extension,formats,friction,history,map,model,server,tools,evidence}/**/*.ts'], {
  exclude: ['**/generated/**', '**/rules/examples.ts'],
});
const PAGES = globSync([
  'docs/ja/**/*.md',
  '*.ja.md',
  'examples/*.ja.md',
  'extension/l10n/*.json',
  'extension/package.nls.ja.json',
]);
const JOURNEYS = globSync(['extension/templates/ja/**/*.journey', 'src/friction/rules/*/*.ja.journey']);

test.each([...SOURCES, ...PAGES, ...JOURNEYS])('%s', (file) => {
  const text = readFileSync(file, 'utf8');
  const said = file.endsWith('.ts') ? textsOf(text) : text.replaceAll(/`[^`\n]*`/g, '``').split('\n');
  const wrong = said.flatMap((each) =>
    RULES.flatMap(([pattern, right]) => {
      const [found] = pattern.exec(each) ?? [];
      return found === undefined ? [] : [`${found} → ${right}: ${each.trim()}`];
    }),
  );
  expect(wrong).toEqual([]);
});

/** What is said in Japanese: patterns that read what people write know every spelling, and are none. */
function textsOf(source: string): readonly string[] {
  return [...source.matchAll(/\bja: ('(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)/g)].map(([, text = '']) => text);
}
