import * as fc from '../../support/properties.ts';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../../src/formats/terminal/cells.ts';
import { framedLines } from '../../../src/formats/terminal/frame.ts';
import type { Range } from '../../../src/model/place.ts';

describe('the marks stand exactly under the place', () => {
  test.each([
    ['ASCII', 'waits 4 min max', [6, 11], 'waits 4 min max', '      ^^^^^'],
    ['an empty range', 'waits', [2, 2], 'waits', '  ^'],
    ['the end of the line', 'waits', [5, 5], 'waits', '     ^'],
    ['a position after the end', 'waits', [99, 120], 'waits', '     ^'],
    ['an empty line', '', [0, 0], '', '^'],
    ['full-width characters', '料金は「無料」です', [3, 7], '料金は「無料」です', '      ^^^^^^^^'],
    ['a tab before it', '\twaits 4', [7, 8], '    waits 4', '          ^'],
    ['a tab in it', 'a\tb', [0, 3], 'a   b', '^^^^^'],
    ['a combining mark before it', 'e\u0301 x', [3, 4], 'e\u0301 x', '  ^'],
    ['an emoji of several code points', '👨‍👩‍👧 x', [9, 10], '👨‍👩‍👧 x', '   ^'],
    ['half of a surrogate pair', '😀x', [1, 2], '😀x', '^^'],
    ['half-width katakana', 'ﾊﾟx', [2, 3], 'ﾊﾟx', '  ^'],
    ['a control character before it', '\u001Bx', [1, 2], '␛x', ' ^'],
    ['a bidi override in it', 'a\u202Eb', [1, 2], 'a<U+202E>b', ' ^^^^^^^^'],
    ['a byte order mark before it', '\uFEFFx', [1, 2], '<U+FEFF>x', '        ^'],
  ] as const)('%s', (_, line, [from, to], code, marks) => {
    expect(framedLines([line], rangeOf(0, from, 0, to), '^', 80)).toEqual([{ number: 1, code, marks }]);
  });
});

test('marks stand in the same columns whether or not something later in the line combines', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', ' ', '料', '−', 'ー', 'é')),
      fc.nat(20),
      fc.nat(20),
      (signs, from, to) => {
        const line = `${signs.join('')}x`;
        const [whole] = framedLines([line], rangeOf(0, from % line.length, 0, to % line.length), '^', 80);
        const [other] = framedLines([`${line} e\u0301`], rangeOf(0, from % line.length, 0, to % line.length), '^', 80);
        expect(other).toEqual({ ...whole, code: `${line} e\u0301` });
      },
    ),
  );
});

test('a line that is cut looks the same whether or not something later in it combines', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', ' ', '料', '「', 'ー', 'é', '▲'), { minLength: 30 }),
      fc.nat(20),
      fc.nat(20),
      fc.integer({ min: 24, max: 29 }),
      (signs, from, to, width) => {
        const line = `${signs.join('')}${'x'.repeat(40)}`;
        const range = rangeOf(0, from, 0, to);
        expect(framedLines([`${line}e\u0301`], range, '^', width)).toEqual(
          framedLines([`${line}e`], range, '^', width),
        );
      },
    ),
  );
});

describe('a long line', () => {
  const line = `${'x'.repeat(100)}here${'y'.repeat(100)}`;

  test('is cut around the place', () => {
    const [framed] = framedLines([line], rangeOf(0, 100, 0, 104), '^', 40);
    expect(framed?.code).toMatch(/^…x+herey+…$/);
    expect(framed?.code).toHaveLength(40);
    expect(marked(framed)).toBe('here');
  });

  test('keeps its beginning when the place is there, and its end', () => {
    expect(framedLines([line], rangeOf(0, 3, 0, 5), '^', 20)[0]).toEqual({
      number: 1,
      code: `${'x'.repeat(19)}…`,
      marks: '   ^^',
    });
    const [end] = framedLines([line], rangeOf(0, 200, 0, 204), '^', 20);
    expect(end?.code).toBe(`…${'y'.repeat(18)}`);
    expect(marked(end)).toBe('yyyy');
  });

  test('may be as long as a file', () => {
    const huge = `${'あ'.repeat(1_000_000)}here${'あ'.repeat(1_000_000)}`;
    // Whatever looks at all of it for each of its characters never ends.
    const [framed] = framedLines([huge], rangeOf(0, 1_000_000, 0, 1_000_004), '^', 80);
    expect(framed?.code).toMatch(/^…あ+hereあ+…$/);
    expect(framed?.marks).toMatch(/^ +\^{4}$/);
  });
});

describe('several lines', () => {
  const lines = ['  stage A {', '    one', '    two', '    three', '    four', '  }'];

  test('are all shown when they are few', () => {
    expect(framedLines(lines, rangeOf(0, 2, 2, 7), '-', 80)).toEqual([
      { number: 1, code: '  stage A {', marks: '  ---------' },
      { number: 2, code: '    one', marks: '    ---' },
      { number: 3, code: '    two', marks: '    ---' },
    ]);
  });

  test('are shown by the first and the last when they are many', () => {
    expect(framedLines(lines, rangeOf(0, 2, 5, 3), '-', 80)).toEqual([
      { number: 1, code: '  stage A {', marks: '  ---------' },
      { number: 6, code: '  }', marks: '  -' },
    ]);
  });

  test('do not include a line that the range only touches', () => {
    expect(framedLines(lines, rangeOf(1, 4, 2, 0), '-', 80)).toHaveLength(1);
  });

  test('outside of the text are moved into it', () => {
    expect(framedLines(lines, rangeOf(90, 1, 95, 1), '-', 80).map(({ number }) => number)).toEqual([6]);
  });
});

test('no line is wider than asked, and there is always a mark', () => {
  const unit = fc.constantFrom('a', 'é', '料', '\t', '👨‍👩‍👧', 'ﾊﾟ', '\u001B', 'e\u0301', ' ');
  fc.assert(
    fc.property(fc.string({ unit }), fc.nat(60), fc.nat(60), fc.integer({ min: 12, max: 60 }), (line, a, b, width) => {
      const range = rangeOf(0, Math.min(a, b), 0, Math.max(a, b));
      for (const { code, marks } of framedLines([line], range, '^', width)) {
        expect(widthOf(code)).toBeLessThanOrEqual(width);
        expect(marks.length).toBeLessThanOrEqual(width + 1);
        expect(marks).toMatch(/^ *\^+$/);
      }
    }),
    { numRuns: 1000 },
  );
});

function marked(framed: { readonly code: string; readonly marks: string } | undefined): string | undefined {
  return framed?.code.slice(framed.marks.indexOf('^'), framed.marks.length);
}

function rangeOf(startLine: number, start: number, endLine: number, end: number): Range {
  return { start: { line: startLine, character: start }, end: { line: endLine, character: end } };
}
