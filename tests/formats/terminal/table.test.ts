import * as fc from '../../support/properties.ts';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../../src/formats/terminal/cells.ts';
import { coloured, plain } from '../../../src/formats/terminal/style.ts';
import { tableLines, type TableOptions, type TerminalTable } from '../../../src/formats/terminal/table.ts';

function shown(table: TerminalTable, width: number, options: Partial<TableOptions> = {}): string {
  return tableLines(table, { width, paint: plain, headStyle: 'bold', ...options }).join('\n');
}

const plan: TerminalTable = {
  head: ['Status', 'Due', 'Action', 'Ticket', 'Impact'],
  rows: [
    ['planned', '2026-12-01', 'Call every customer back within an hour', '', '5'],
    ['running', '', 'Fewer fields', '', '12'],
  ],
  numeric: new Set([4]),
  title: 2,
};

const japanese: TerminalTable = {
  head: ['施策', '担当', '解決する課題'],
  rows: [
    ['電話がつながらないときは1時間以内に折り返す', 'コールセンター', '誰も電話に出ない / 待ち時間が分からない'],
    ['入力欄を減らす', '', ''],
  ],
};

function redSecond(row: number): 'red' | undefined {
  return row === 1 ? 'red' : undefined;
}

function letters(all: readonly string[]): string {
  return Array.from(all.join('').replace(/[\sABC:•]/g, ''))
    .toSorted()
    .join('');
}

describe('a table', () => {
  test('whole where there is room, and for a file or another program', () => {
    const whole = `Status   Due         Action                                   Ticket  Impact
planned  2026-12-01  Call every customer back within an hour               5
running              Fewer fields                                         12`;
    expect(shown(plan, 76)).toBe(whole);
    expect(shown(plan, Number.POSITIVE_INFINITY)).toBe(whole);
  });

  test('without columns that say nothing, where there is less', () => {
    expect(shown(plan, 75)).toBe(`Status   Due         Action                                   Impact
planned  2026-12-01  Call every customer back within an hour       5
running              Fewer fields                                 12`);
  });

  test('with cells that go on below, and numbers at the right edge', () => {
    expect(shown(plan, 60)).toBe(`Status   Due         Action                           Impact
planned  2026-12-01  Call every customer back within       5
                     an hour

running              Fewer fields                         12`);
    expect(shown(japanese, 60)).toBe(`施策                   担当            解決する課題
電話がつながらない     コールセンター  誰も電話に出ない /
ときは1時間以内に                      待ち時間が分からない
折り返す

入力欄を減らす`);
  });

  test('as a block for each row where words have no room beside each other', () => {
    expect(shown(plan, 36)).toBe(`• Call every customer back within an
  hour
  Status: planned
  Due:    2026-12-01
  Impact: 5

• Fewer fields
  Status: running
  Impact: 12`);
    expect(shown(japanese, 30)).toBe(`• 電話がつながらないときは
  1時間以内に折り返す
  担当: コールセンター
  解決する課題:
    誰も電話に出ない /
    待ち時間が分からない

• 入力欄を減らす`);
  });

  test('as blocks where a row would be a tower', () => {
    const long = 'It takes many words to say what happened to her on that day. '.repeat(5).trim();
    const lines = shown({ head: ['What', 'Who'], rows: [['A call', long]] }, 50).split('\n');
    expect(lines.slice(0, 2)).toEqual(['• A call', '  Who: It takes many words to say what happened to']);
  });

  test('an address that is wider than the terminal stays whole, so that it can be followed', () => {
    const path = 'journeys/booking/a-room-for-a-day.journey:12';
    const lines = shown({ head: ['Goal', 'Written at'], rows: [['Fewer calls', path]] }, 40).split('\n');
    expect(lines).toEqual(['• Fewer calls', '  Written at:', `    ${path}`]);
  });

  test('colours the head and rows that are special, in any form', () => {
    const wide = shown(plan, 60, { paint: coloured, rowStyle: redSecond }).split('\n');
    expect(wide[0]?.startsWith('\u001B[1mStatus')).toBe(true);
    expect(wide[1]).toMatch(/^planned/);
    expect(wide.at(-1)?.startsWith('\u001B[31mrunning')).toBe(true);
    expect(shown(plan, 36, { paint: coloured, rowStyle: redSecond })).toContain('• \u001B[1;31mFewer fields\u001B[0m');
  });

  test('loses no word and keeps to its width, whatever is in it', () => {
    const text = fc
      .array(fc.constantFrom('wait', '日本語の文。', 'タッチポイント', 'of', '🙂', 'x'.repeat(12)), { maxLength: 12 })
      .map((words) => words.join(' '));
    const size = { minLength: 3, maxLength: 3 };
    const rows = fc.array(fc.array(text, size), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 40, max: 120 }), (cells, width) => {
        const lines = tableLines({ head: ['A', 'B', 'C'], rows: cells }, { width, paint: plain, headStyle: 'bold' });
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(letters(lines)).toBe(letters(cells.flat()));
      }),
    );
  });
});
