import * as fc from '../support/properties.ts';
import { describe, expect, test } from 'vitest';
import { breakPieces, breakText } from '../../src/map/text/break.ts';
import { cleanLine } from '../../src/map/text/clean.ts';
import { type Font, widthOf } from '../../src/map/text/measure.ts';
import { isRightToLeft } from '../../src/map/text/script.ts';

const font: Font = { size: 10, weight: 'regular' };

describe('widths', () => {
  test.each([
    ['あ', 10],
    ['全角', 20],
    ['ｱ', 5],
    ['e\u0301', widthOf('é', font)],
    ['👨‍👩‍👧', 14],
    ['🇯🇵', 14],
    ['か\u3099', 10],
  ])('%s', (text, width) => {
    expect(widthOf(text, font)).toBeCloseTo(width, 1);
  });

  test('letters have the widths of the font', () => {
    expect(widthOf('W', font)).toBeGreaterThan(3 * widthOf('i', font));
    expect(widthOf('Wide', { size: 10, weight: 'bold' })).toBeGreaterThan(widthOf('Wide', font));
    expect(widthOf('Wide', { size: 20, weight: 'regular' })).toBeCloseTo(2 * widthOf('Wide', font));
  });
});

describe('lines', () => {
  test('of English break between words', () => {
    expect(linesOf('Looks for a room near the station', 86)).toEqual(['Looks for a room', 'near the station']);
  });

  test('of Japanese begin neither with 、。」 nor with small kana, and do not end with 「', () => {
    for (let width = 50; width < 160; width += 5) {
      for (const line of linesOf('「空き」を、ショップで見た。「あれ?」って、キャンセル!(やっぱり)', width)) {
        expect(line).not.toMatch(/^[、。」ョッャュー!?)]/u);
        expect(line).not.toMatch(/[「(]$/u);
      }
    }
  });

  test('never exceed the width, whatever is in them', () => {
    const text =
      'Donaudampfschifffahrtsgesellschaft 👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧 https://example.com/a/very/long/path مرحبا بالعالم ｶﾞﾝﾊﾞﾙ';
    for (let width = 24; width < 300; width += 7) {
      const { lines } = breakText(text, font, width, 100);
      expect(Math.max(...lines.map((line) => line.width))).toBeLessThanOrEqual(width + 0.01);
      expect(
        lines
          .map((line) => line.text)
          .join('')
          .replaceAll(' ', ''),
      ).toBe(text.replaceAll(' ', ''));
    }
  });

  test('of simple texts, found by sums, are those found piece by piece', () => {
    const words = fc.array(
      fc.constantFrom(
        '予約',
        '「会議室」',
        'を',
        'ショップ',
        'で',
        '見た。',
        '6人',
        'room',
        'A',
        ' ',
        ' ',
        'station-to',
        'キャンセル',
        '、',
        'ー',
        'やっぱり',
        '!',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 30, max: 200 }), fc.integer({ min: 1, max: 5 }), (parts, width, lines) => {
        const text = parts.join('').trim();
        expect(breakText(text, font, width, lines)).toEqual(breakPieces(text, font, width, lines));
      }),
    );
  });

  test('end in … where the last one is full', () => {
    expect(breakText('今日の夕方、6人で入れる部屋は空いていますか', font, 80, 2)).toMatchObject({
      lines: [{ text: '今日の夕方、6人' }, { text: expect.stringMatching(/…$/u) }],
      cut: true,
    });
  });

  test('keep the author’s own line breaks', () => {
    expect(linesOf('one\ntwo', 200)).toEqual(['one', 'two']);
  });

  test('are the same whether little or much is cut', () => {
    const [little, much] = [100, 15_000].map((times) => breakText('長い文章です。'.repeat(times), font, 100, 4));
    expect(much).toEqual(little);
  });
});

test('a text cannot steer what is around it', () => {
  expect(cleanLine('a\u202Eb\u0000c\u001B[31md\uD800e\nf')).toBe('abc[31md\uFFFDe f');
});

test('accents piled on a letter do not reach into other lines', () => {
  expect(cleanLine(`e${'\u0301'.repeat(40)}n\u0308`)).toBe('e\u0301\u0301\u0301n\u0308');
});

test('the first letter decides the direction', () => {
  expect(isRightToLeft('"مرحبا" OK')).toBe(true);
  expect(isRightToLeft('OK مرحبا')).toBe(false);
});

function linesOf(text: string, width: number): readonly string[] {
  return breakText(text, font, width, 100).lines.map((line) => line.text);
}
