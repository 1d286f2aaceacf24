import { Rules } from '@cto.af/linebreak';
import { loadDefaultJapaneseParser } from 'budoux';
import * as fc from '../support/properties.ts';
import { expect, test } from 'vitest';
import { breakText } from '../../src/map/text/break.ts';
import type { Font } from '../../src/map/text/measure.ts';
import { isPhraseBoundary } from '../../src/map/text/phrases.ts';
import { simpleBreaks } from '../../src/map/text/simple-breaks.ts';

const font: Font = { size: 10, weight: 'regular' };
const parser = loadDefaultJapaneseParser();

const words = [
  '会員',
  '登録',
  'を',
  'する',
  'カード',
  'で',
  '支払う',
  '「折り返し」',
  'のあと、',
  '。',
  'LINE',
  ' ',
  '2',
  '見た',
];

test('phrases are those of BudouX', () => {
  const text = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 3 })), { maxLength: 12 });
  fc.assert(
    fc.property(text, (parts) => {
      const written = parts.join('');
      const places = Array.from({ length: Math.max(0, written.length - 1) }, (_, index) => index + 1);
      expect(places.filter((at) => isPhraseBoundary(written, at))).toEqual(parser.parseBoundaries(written));
    }),
  );
});

test('simple breaks are those of Unicode', () => {
  const rules = new Rules();
  const all = 'aZ09 あんゐぁっゃゎゖアンヴヵヶヷヺッョーー・漢字一龠、。「」『』（） !?！？,.-  ';
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...all.split('')), maxLength: 12 }), (text) => {
      const unicode = [...rules.breaks(text)].map(({ position }) => position).filter((at) => at < text.length);
      expect(simpleBreaks(text) ?? unicode).toEqual(unicode);
    }),
    { numRuns: 2000 },
  );
  expect(simpleBreaks('(a)')).toBeUndefined();
});

test.each([
  ['クレジットカードで支払う', 90, ['クレジットカードで', '支払う']],
  ['アプリの会員証を求められる', 90, ['アプリの会員証を', '求められる']],
  ['設置込みの総額を載せた折込チラシを見る', 90, ['設置込みの総額を', '載せた折込チラシを', '見る']],
  ['LINEの見積からそのまま買う', 90, ['LINEの見積から', 'そのまま買う']],
])('%s breaks between phrases', (text, width, lines) => {
  expect(linesOf(text, width, 4)).toEqual(lines);
});

test.each([
  ['メールサポートチャットに充てる', 100, ['メールサポート', 'チャットに充てる']],
  ['「入っているはず」', 40, ['「入って', 'いるは', 'ず」']],
  ['遠隔操作リモートサポートの顧客', 90, ['遠隔操作', 'リモートサポートの', '顧客']],
])('%s, in a phrase that is wider than a line, breaks between words', (text, width, lines) => {
  expect(linesOf(text, width, 4)).toEqual(lines);
});

test('no word in katakana is torn that has room on a line, and no sound from its small kana', () => {
  const part = fc.constantFrom(
    '予約',
    'を',
    'サポート',
    'カード',
    'やっぱり',
    'だった',
    'で',
    '、',
    '6人',
    'ちょっと',
    '店',
    'の',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), fc.integer({ min: 60, max: 200 }), (parts, width) => {
      // Between two words in katakana there is no seam to be seen.
      const text = parts
        .filter((word, index) => !/[ァ-ー]/.test(word) || !/[ァ-ー]/.test(parts[index - 1] ?? ''))
        .join('');
      const lines = linesOf(text, width, 99);
      expect(lines.join('')).toBe(text);
      for (const [index, line] of lines.slice(1).entries()) {
        const before = lines[index]?.at(-1) ?? '';
        const at = lines.slice(0, index + 1).join('').length;
        if (isPhraseBoundary(text, at)) continue;
        expect(before).not.toMatch(/[ぁぃぅぇぉっゃゅょ]/);
        expect(before + line.charAt(0)).not.toMatch(/[ァ-ヺー]{2}/);
      }
    }),
  );
});

test('what would be lost by it is not: then lines are filled', () => {
  expect(linesOf('設置込みの総額を載せた折込チラシを見る', 90, 3)).toHaveLength(3);
  expect(linesOf('設置込みの総額を載せた折込チラシを見る', 100, 2)).toEqual([
    '設置込みの総額を載せ',
    'た折込チラシを見る',
  ]);
});

function linesOf(text: string, width: number, maxLines: number): readonly string[] {
  return breakText(text, font, width, maxLines).lines.map((line) => line.text);
}
