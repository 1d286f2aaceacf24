import * as fc from '../../support/properties.ts';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { cellsOf, widthOf } from '../../../src/formats/terminal/cells.ts';
import { safeText } from '../../../src/formats/terminal/safe.ts';
import { coloured, plain } from '../../../src/formats/terminal/style.ts';
import { wrap } from '../../../src/formats/terminal/wrap.ts';

describe('safeText', () => {
  test.each([
    ['plain text, 日本語, emoji 👩🏽‍🚀', 'plain text, 日本語, emoji 👩🏽‍🚀'],
    ['\u001B[31mred\u001B[0m', '␛[31mred␛[0m'],
    ['\u001B]8;;http://x\u0007link', '␛]8;;http://x␇link'],
    ['a\rb\nc\td\0e\bf', 'a␍b␊c␉d␀e␈f'],
    ['\u007F', '␡'],
    ['\u009B31m', '<U+009B>31m'],
    ['admin\u202Etxt.exe', 'admin<U+202E>txt.exe'],
    ['\u2066isolated\u2069', '<U+2066>isolated<U+2069>'],
    ['a\u200Bb\u00ADc\uFEFFd', 'a<U+200B>b<U+00AD>c<U+FEFF>d'],
    ['line\u2028break', 'line<U+2028>break'],
    ['\uD83D alone', '<U+D83D> alone'],
    ['hidden \u{E0041}\u{E0042}', 'hidden <U+E0041><U+E0042>'],
  ])('shows what a terminal would obey: %j', (text, shown) => {
    expect(safeText(text)).toBe(shown);
  });

  test('leaves no control, whatever it is given, and changes nothing a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = safeText(text);
        expect(shown).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
        expect(safeText(shown)).toBe(shown);
      }),
    );
  });
});

describe('widthOf', () => {
  const samples = [
    'abc',
    '料金',
    'ﾊﾟｰﾄ',
    'ｶﾞ',
    'か\u3099',
    'e\u0301',
    '👨‍👩‍👧',
    '👍🏽',
    '🇯🇵',
    '1️⃣',
    '☺',
    '☺️',
    '❤️',
    '⚠',
    '⚠️',
    '한국',
    '…',
    '①',
    '１２',
    '🏴‍☠️',
    '葛󠄀',
    'กำ',
    'क्षि',
    '👁️‍🗨️',
    '©️',
    '㊙',
    '「引用」、。',
    'Ａ\u0301',
  ];

  test.each(samples)('agrees with string-width about %s', (text) => {
    expect(widthOf(text)).toBe(stringWidth(text));
  });

  test('agrees with string-width about every assigned character', () => {
    const different: string[] = [];
    for (let code = 0x20; code < 0x3_00_00; code += 1) {
      const character = String.fromCodePoint(code);
      if (/[\p{Cc}\p{Cn}\p{Cs}]/u.test(character)) continue;
      if (widthOf(character) !== stringWidth(character)) different.push(code.toString(16));
    }
    expect(different).toEqual([]);
  });
});

describe('cellsOf', () => {
  test('fills tabs up to the next stop', () => {
    expect(cellsOf('\tx').map(({ width }) => width)).toEqual([4, 1]);
    expect(cellsOf('ab\tx').map(({ width }) => width)).toEqual([1, 1, 2, 1]);
    expect(cellsOf('料\tx').map(({ width }) => width)).toEqual([2, 2, 1]);
  });

  test('gives each character its place in the text', () => {
    expect(cellsOf('a👨‍👩‍👧料').map(({ start, length }) => [start, length])).toEqual([
      [0, 1],
      [1, 8],
      [9, 1],
    ]);
  });

  test('covers the whole line without gaps', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (line) => {
        let end = 0;
        for (const { start, length } of cellsOf(line)) {
          expect(start).toBe(end);
          end += length;
        }
        expect(end).toBe(line.length);
      }),
    );
  });
});

describe('wrap', () => {
  test.each([
    ['a short one', 20, ['a short one']],
    ['two words', 5, ['two', 'words']],
    ['a-very-long-word that stays', 6, ['a-very-long-word', 'that', 'stays']],
    ['', 10, ['']],
  ])('breaks English between words: %j at %i', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  test.each([
    ['待ち時間が長すぎます。折り返し電話を用意してください。', 20],
    ['「予約」を確認します。「はい」と答えてください。', 8],
    ['At "延長保証の案内が届く": nothing comes over from "配送会社の配送管理" ("届けてもらう").', 24],
    ['電話(無料)で3営業日以内に、asks-againの件を「ご案内」ーッと。', 10],
  ])('breaks Japanese as a typesetter would: %j at %i', (text, width) => {
    const lines = wrap(text, width);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    for (const line of lines) expect(line).not.toMatch(/^[、。」)ーッ:]|^"[:)]|[「(]$| "$/u);
  });

  test.each([
    ['a low point (不安 −2; limit: −1, default)', 31, ['a low point (不安 −2; limit:', '−1, default)']],
    ['offer 電話 as well (`alternative on …`).', 35, ['offer 電話 as well (`alternative', 'on …`).']],
  ])('keeps together what belongs together where both are mixed: %j at %i', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  test('loses nothing of a mixed text, and a line is too wide only when it can be broken nowhere', () => {
    const parts = fc.constantFrom(
      'a',
      'b',
      ' ',
      '予',
      '約',
      'を',
      '確認',
      '、',
      '。',
      '「',
      '」',
      '"',
      '(',
      ')',
      '…',
      '−',
      'ー',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), fc.integer({ min: 8, max: 40 }), (signs, width) => {
        const text = signs.join('');
        const lines = wrap(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines.filter((each) => widthOf(each) > width)) expect(wrap(line, 1)).toEqual([line]);
      }),
    );
  });

  test('loses nothing and keeps to the width where it can', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.integer({ min: 20, max: 100 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join(' ')).toBe(text);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});

test('a style is put around the text, or not', () => {
  expect(coloured('x', 'red', 'bold')).toBe('\u001B[31;1mx\u001B[0m');
  expect(coloured('', 'red')).toBe('');
  expect(plain('x', 'red', 'bold')).toBe('x');
});
