import * as fc from '../support/properties.ts';
import { TextDocument } from 'langium';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/language/parser/scanner.ts';
import { syntax } from '../support/syntax.ts';

/** The tokens as `KIND:image`; a keyword that may be a name ends with `~`. */
function tokens(text: string): readonly string[] {
  return scan(text, syntax).tokens.map(({ tokenType, image }) =>
    tokenType.name === image ? image : `${tokenType.name}:${image}`,
  );
}

function problems(text: string): readonly string[] {
  return scan(text, syntax).problems.map(({ kind, start, end }) => `${kind} ${text.substring(start, end)}`);
}

describe('words', () => {
  it.each([
    ['channelX', ['ID:channelX']],
    ['channel X', ['channel', 'ID:X']],
    ['touchpoint 予約', ['touchpoint', 'ID:予約']],
    ['花子さん', ['ID:花子さん']],
    ['サポート・デスク', ['ID:サポート・デスク']],
    ['𠮷野家 x', ['ID:𠮷野家', 'ID:x']],
    ['が', ['ID:が']],
    ['_a1', ['ID:_a1']],
    ['〇番', ['ID:〇番']],
    ['owner\u3000花子\u00A0x', ['owner', 'ID:花子', 'ID:x']],
    ['\uFEFFowner x', ['owner', 'ID:x']],
    ['Owner', ['ID:Owner']],
  ])('%j', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
    expect(problems(text)).toEqual([]);
  });
});

describe('a keyword', () => {
  it.each([
    ['begins a statement at the beginning of a line', 'owner x\n  owner y', ['owner', 'ID:x', 'owner', 'ID:y']],
    ['may be a name within a line', 'data goal owner', ['data', 'goal~:goal', 'owner~:owner']],
    ['begins a statement after a brace', 'x { owner y } owner', ['ID:x', '{', 'owner', 'ID:y', '}', 'owner']],
    ['may be a name after a comma', 'asks name,\n  status\n', ['asks', 'ID:name', ',', 'status~:status']],
    ['may go on with a list', 'asks a,\n  status,\n  b', ['asks', 'ID:a', ',', 'status~:status', ',', 'ID:b']],
    ['may be qualified after a comma', 'at A,\n  stage.x', ['at', 'ID:A', ',', 'stage~:stage', '.', 'ID:x']],
    [
      'begins a statement after a comma that nothing follows',
      'asks a,\n owner X',
      ['asks', 'ID:a', ',', 'owner', 'ID:X'],
    ],
    [
      'begins a statement of two keywords after such a comma',
      'asks a,\n status on web',
      ['asks', 'ID:a', ',', 'status', 'on~:on', 'ID:web'],
    ],
    [
      'may be a name before a keyword',
      'asks a,\n data optional',
      ['asks', 'ID:a', ',', 'data~:data', 'optional~:optional'],
    ],
  ])('%s', (_, text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });
});

describe('numbers', () => {
  it.each([
    ['4min', ['QUANTITY:4min']],
    ['4 min max 12 min', ['QUANTITY:4 min', 'max~:max', 'QUANTITY:12 min']],
    ['1 h 30 min', ['QUANTITY:1 h 30 min']],
    ['1時間30分', ['QUANTITY:1時間30分']],
    ['12 on 2026-03', ['QUANTITY:12', 'on~:on', 'DATE:2026-03']],
    ['30 of 400, 3', ['QUANTITY:30', 'of~:of', 'QUANTITY:400', ',', 'QUANTITY:3']],
    ['1,200 JPY', ['QUANTITY:1,200 JPY']],
    ['1,200,000円', ['QUANTITY:1,200,000円']],
    ['50,50', ['QUANTITY:50', ',', 'QUANTITY:50']],
    ['12.5%', ['QUANTITY:12.5%']],
    ['１２．５　％', ['QUANTITY:１２．５　％']],
    ['-1 +2 −1 ＋１ － ２', ['QUANTITY:-1', 'QUANTITY:+2', 'QUANTITY:−1', 'QUANTITY:＋１', 'QUANTITY:－ ２']],
    ['1..5', ['QUANTITY:1', '..', 'QUANTITY:5']],
    ['1-5', ['QUANTITY:1', '..:-', 'QUANTITY:5']],
    ['1 〜 7', ['QUANTITY:1', '..:〜', 'QUANTITY:7']],
    ['3 fortnights', ['QUANTITY:3 fortnights']],
    ['3\nfortnights', ['QUANTITY:3', 'ID:fortnights']],
    ['2026-3-1 2026/03/31 2026年3月', ['DATE:2026-3-1', 'DATE:2026/03/31', 'DATE:2026年3月']],
    ['9:00-18:00', ['HOURS:9:00-18:00']],
    ['9：00 〜 18：00', ['HOURS:9：00 〜 18：00']],
    ['Mon-Fri 9:00 – 18:00', ['ID:Mon', '-', 'ID:Fri', 'HOURS:9:00 – 18:00']],
  ])('%j', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
    expect(problems(text)).toEqual([]);
  });
});

describe('signs', () => {
  it.each([
    ['，、：｛｝＝．', [',:，', ',:、', '::：', '{:｛', '}:｝', '=:＝', '.']],
    ['-> x → y', ['->', 'ID:x', '->~:→', 'ID:y']],
    ['// owner\n/* owner */ x', ['ID:x']],
  ])('%j', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
    expect(problems(text)).toEqual([]);
  });

  it.each([
    ['system Site;', ['stray-character ;']],
    ['asks (name, email)', ['stray-character (']],
    ['a ## b', ['stray-character ##']],
    ['😀', ['stray-character 😀']],
    ['x => y --> z', ['wrong-arrow =>', 'wrong-arrow -->']],
    ['/* never closed\nowner x', ['unterminated-comment /*']],
    ['/**\n * never closed\nowner x\n/* closed */', ['unterminated-comment /*']],
    ['/* src/* */ x', []],
    [' * a line of a comment\n * and another', ['stray-character *']],
    ['<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> z', ['merge-conflict <<<<<<< HEAD']],
    ['x\n=======\ny', ['merge-conflict =======']],
  ])('%j is reported', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});

it('ends a comment that is not closed with its last line that begins with an asterisk', () => {
  expect(tokens('/**\n * one\n * two\nowner x\n/* closed */ y')).toEqual(['owner', 'ID:x', 'ID:y']);
  expect(tokens('/* one\nowner x')).toEqual(['owner', 'ID:x']);
});

describe('strings', () => {
  it.each([
    ['does "Looks', ['does', 'STRING:"Looks'], ['unterminated-string "Looks']],
    [
      'touchpoint A "Title on web {',
      ['touchpoint', 'ID:A', 'STRING:"Title on web', '{'],
      ['unterminated-string "Title on web'],
    ],
    ['x { does "y }', ['ID:x', '{', 'does', 'STRING:"y', '}'], ['unterminated-string "y']],
    ['does “Looks” x', ['does', 'STRING:“Looks”', 'ID:x'], ['wrong-quote “']],
    ['does 「探す」', ['does', 'STRING:「探す」'], ['wrong-quote 「']],
    ['does "Looks”', ['does', 'STRING:"Looks”'], ['wrong-quote ”']],
    ["does 'It's free' x", ['does', "STRING:'It's free'", 'ID:x'], ["wrong-quote '"]],
    ["does it's", ['does', 'ID:it', 'ID:s'], ["stray-character '"]],
    ['" owner x "y"', ['owner', 'ID:x', 'STRING:"y"'], ['unterminated-string "']],
    ['does "a \\" b" x', ['does', 'STRING:"a \\" b"', 'ID:x'], []],
    ['does """\n  a\n  b\n"""\nowner x', ['does', 'STRING:"""\n  a\n  b\n"""', 'owner', 'ID:x'], []],
    ['does """\n  a\n  b\nowner x', ['does', 'STRING:"""\n  a\n  b', 'owner', 'ID:x'], ['unterminated-string """']],
    [
      'does """\n  a\nowner x\nsees """\n  b\n"""\n',
      ['does', 'STRING:"""\n  a', 'owner', 'ID:x', 'sees', 'STRING:"""\n  b\n"""'],
      ['unterminated-string """'],
    ],
  ])('%j', (text, expected, reported) => {
    expect(tokens(text)).toEqual(expected);
    expect(problems(text)).toEqual(reported);
  });
});

/** What matters to the scanner. */
const PIECES =
  '" """ { } /* */ // -> → , . .. - <<<<<<< owner touchpoint x 予約 12 1,200 min ％ 2026-03 9:00 “ 「 」 \' \\'
    .split(' ')
    .concat('\n', '\r\n', '\r', ' ', '\u3000', '\uFEFF');

describe('every text', () => {
  /** Parts that matter to the scanner, in any order. */
  const text = fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })), { maxLength: 40 })
    .map((parts) => parts.join(''));

  it('is covered by tokens, comments, problems and white space', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { tokens: visible, hidden, problems: reported } = scan(written, syntax);
        const covered = new Uint8Array(written.length);
        for (const { startOffset, endOffset } of [...visible, ...hidden]) covered.fill(1, startOffset, endOffset + 1);
        // A line is reported once.
        for (const { start } of reported) covered.fill(1, ...lineAround(written, start));
        const rest = [...covered.keys()].filter((index) => covered[index] === 0).map((index) => written.charAt(index));
        expect(rest.join('')).toMatch(/^[\s\u200B\u2060\uFEFF]*$/);
      }),
    );
  });

  it('gives tokens the places that editors count, in order and without overlaps', () => {
    fc.assert(
      fc.property(text, (written) => {
        const document = TextDocument.create('file:///x.journey', 'journey', 0, written);
        let before = 0;
        for (const token of scan(written, syntax).tokens) {
          expect(token.startOffset).toBeGreaterThanOrEqual(before);
          expect(token.endOffset).toBeGreaterThanOrEqual(token.startOffset);
          before = token.endOffset + 1;
          expect(document.positionAt(token.startOffset)).toEqual({
            line: token.startLine - 1,
            character: token.startColumn - 1,
          });
          expect(document.positionAt(token.endOffset + 1)).toEqual({
            line: token.endLine - 1,
            character: token.endColumn,
          });
        }
      }),
    );
  });

  it('of random characters is scanned without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (written) => {
        expect(() => scan(written, syntax)).not.toThrow();
      }),
    );
  });
});

function lineAround(text: string, offset: number): [start: number, end: number] {
  const before = /[^\r\n]*$/.exec(text.substring(0, offset))?.[0] ?? '';
  const after = /^[^\r\n]*/.exec(text.substring(offset))?.[0] ?? '';
  return [offset - before.length, offset + after.length];
}
