import * as fc from '../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { SYNTAX_CODES } from '../../src/language/syntax-problems.ts';
import { scan } from '../../src/language/parser/scanner.ts';
import type { Edit } from '../../src/model/finding.ts';
import type { Position } from '../../src/model/place.ts';
import { contents, parse, syntax } from '../support/syntax.ts';

const TEXT = `import "people.journey"

persona Ken "Ken" {
  age 34
  prefers web
}

channel web "Web" : web

journey Book "Book a room" {
  for Ken
  owner FrontDesk

  stage Find "Find a room" : search {
    owner Marketing
    touchpoint Searches "Searches" on web by customer {
      does "Looks"
      asks name, email
      waits 4 min max 12 min
      feels hopeful +1
      -> Reads 30%
    }
    touchpoint Reads "Reads" on web by customer {
      system Site
      thinks "Hm"
      tells next Pays within 30 min
    }
  }

  stage Pay "Pay" : purchase {
    touchpoint Pays "Pays" on web by customer {
      commits booking
      end success
    }
  }
}

team FrontDesk
`;

/** Stands for an id that the author has left out: it is empty in the tree. */
const NO_ID = 'NoIdHere';
/** Stands for a name that keeps its hyphen. */
const HYPHENED = 'preBooking';
/** Stands for a name that keeps its spaces. */
const SPACED = 'ReadsAllOfIt';

interface Mistake {
  readonly name: string;
  /** What is written instead of what in the text. */
  readonly right: string;
  readonly wrong: string;
  /** What it is read as; what is right when it is missing. */
  readonly read?: string;
  /** The one problem that is reported. */
  readonly found: string;
}

const MISTAKES: Readonly<Record<string, readonly Mistake[]>> = {
  'unterminated strings': [
    {
      name: 'unterminated string in the import',
      right: '"people.journey"',
      wrong: '"people.journey',
      found: 'unterminated-string at 1:8 "\\"people.journey"',
    },
    {
      name: 'unterminated string in the statement',
      right: '"Looks"',
      wrong: '"Looks',
      found: 'unterminated-string at 17:12 "\\"Looks"',
    },
    {
      name: 'unterminated string in the last statement of a block',
      right: '"Hm"\n',
      wrong: '"Hm\n',
      found: 'unterminated-string at 25:14 "\\"Hm"',
    },
    {
      name: 'unterminated string in a header',
      right: '"Reads" on web by customer {',
      wrong: '"Reads on web by customer {',
      read: '"Reads on web by customer" {',
      found: 'unterminated-string at 23:22 "\\"Reads on web by customer"',
    },
    {
      name: 'unterminated string in the header of a stage',
      right: '"Pay" : purchase {',
      wrong: '"Pay : purchase {',
      read: '"Pay : purchase" {',
      found: 'unterminated-string at 30:13 "\\"Pay : purchase"',
    },
    {
      name: 'a quote before a statement',
      right: '    owner M',
      wrong: '"   owner M',
      found: 'unterminated-string at 15:1 "\\""',
    },
    {
      name: 'unterminated text of several lines',
      right: '      thinks "Hm"',
      wrong: '      thinks """\n        Hm\n        well',
      read: '      thinks """\n        Hm\n        well\n      """',
      found: 'unterminated-string at 25:14 "\\"\\"\\""',
    },
  ],
  'missing braces': [
    {
      name: 'missing } of a persona',
      right: '  prefers web\n}\n',
      wrong: '  prefers web\n',
      found: 'unclosed-block at 3:1 "persona"',
    },
    {
      name: 'missing } of a touchpoint',
      right: '30%\n    }\n',
      wrong: '30%\n',
      found: 'unclosed-block at 16:5 "touchpoint"',
    },
    {
      name: 'missing } of the last touchpoint',
      right: 'success\n    }\n',
      wrong: 'success\n',
      found: 'unclosed-block at 31:5 "touchpoint"',
    },
    {
      name: 'missing } of a stage',
      right: '30 min\n    }\n  }\n',
      wrong: '30 min\n    }\n',
      found: 'unclosed-block at 14:3 "stage"',
    },
    {
      name: 'missing } of a journey',
      right: '    }\n  }\n}\n',
      wrong: '    }\n  }\n',
      found: 'unclosed-block at 10:1 "journey"',
    },
    {
      name: 'missing } of three blocks',
      right: 'success\n    }\n  }\n}\n',
      wrong: 'success\n',
      found: 'unclosed-block at 31:5 "touchpoint"',
    },
    { name: 'missing { of a persona', right: '"Ken" {', wrong: '"Ken"', found: 'missing-brace at 3:1 "persona"' },
    {
      name: 'missing { of a journey',
      right: '"Book a room" {',
      wrong: '"Book a room"',
      found: 'missing-brace at 10:1 "journey"',
    },
    { name: 'missing { of a stage', right: ': search {', wrong: ': search', found: 'missing-brace at 14:3 "stage"' },
    {
      name: 'missing { of a touchpoint',
      right: '"Reads" on web by customer {',
      wrong: '"Reads" on web by customer',
      found: 'missing-brace at 23:5 "touchpoint"',
    },
    {
      name: 'missing line that opens a touchpoint',
      right: '    touchpoint Pays "Pays" on web by customer {\n',
      wrong: '',
      read: `    touchpoint ${NO_ID} {\n`,
      found: 'missing-brace at 31:7 "commits"',
    },
  ],
  'extra braces': [
    {
      name: 'extra } in a touchpoint',
      right: 'system Site',
      wrong: 'system Site\n      }',
      found: 'unexpected-brace at 25:7 "}"',
    },
    {
      name: 'extra } behind a statement',
      right: 'system Site',
      wrong: 'system Site }',
      found: 'unexpected-brace at 24:19 "}"',
    },
    {
      name: 'extra } within a statement',
      right: 'asks name, email',
      wrong: 'asks name }, email',
      found: 'unexpected-brace at 18:17 "}"',
    },
    {
      name: 'extra } after a touchpoint',
      right: '30%\n    }\n',
      wrong: '30%\n    }\n    }\n',
      found: 'unexpected-brace at 23:5 "}"',
    },
    {
      name: 'extra } after a stage',
      right: '30 min\n    }\n  }\n',
      wrong: '30 min\n    }\n  }\n  }\n',
      found: 'unexpected-brace at 29:3 "}"',
    },
    { name: 'extra } at the top', right: '\nteam', wrong: '}\nteam', found: 'unexpected-brace at 37:1 "}"' },
    {
      name: 'extra { behind a header',
      right: ': search {',
      wrong: ': search {{',
      found: 'unexpected-brace at 14:37 "{"',
    },
    {
      name: 'extra { on a line',
      right: 'system Site',
      wrong: 'system Site\n      {',
      found: 'unexpected-brace at 25:7 "{"',
    },
    {
      name: 'extra { within a header',
      right: 'Reads "Reads"',
      wrong: 'Reads { "Reads"',
      found: 'unexpected-brace at 23:22 "{"',
    },
    {
      name: 'braces around statements',
      right: '      system Site\n      thinks "Hm"',
      wrong: '      {\n      system Site\n      }\n      thinks "Hm"',
      found: 'unexpected-brace at 24:7 "{"',
    },
  ],
  'unknown keywords': [
    { name: 'misspelled statement', right: 'waits 4', wrong: 'wiats 4', found: 'unknown-keyword at 19:7 "wiats"' },
    {
      name: 'misspelled statement with a capital',
      right: 'system Site',
      wrong: 'System Site',
      found: 'unknown-keyword at 24:7 "System"',
    },
    {
      name: 'misspelled statement at the top',
      right: 'team F',
      wrong: 'taem F',
      found: 'unknown-keyword at 38:1 "taem"',
    },
    {
      name: 'misspelled touchpoint',
      right: 'touchpoint Reads',
      wrong: 'tuchpoint Reads',
      found: 'unknown-keyword at 23:5 "tuchpoint"',
    },
    { name: 'misspelled stage', right: 'stage Pay', wrong: 'stgae Pay', found: 'unknown-keyword at 30:3 "stgae"' },
    {
      name: 'misspelled journey',
      right: 'journey Book',
      wrong: 'jorney Book',
      found: 'unknown-keyword at 10:1 "jorney"',
    },
    {
      name: 'another word for a block',
      right: 'touchpoint Reads',
      wrong: 'step Reads',
      found: 'unknown-keyword at 23:5 "step"',
    },
    {
      name: 'another word for a journey',
      right: 'journey Book',
      wrong: 'process Book',
      found: 'unknown-keyword at 10:1 "process"',
    },
    {
      name: 'unknown statement',
      right: '      system Site\n',
      wrong: '      colour blue, red,\n        green\n',
      read: '',
      found: 'unknown-keyword at 24:7 "colour"',
    },
    {
      name: 'unknown block',
      right: '      system Site\n',
      wrong: '      box Blue {\n        a b\n        c { d }\n      }\n',
      read: '',
      found: 'unknown-keyword at 24:7 "box"',
    },
    {
      name: 'unknown word within a statement',
      right: 'max 12',
      wrong: 'mxa 12',
      found: 'unknown-keyword at 19:19 "mxa"',
    },
    {
      name: 'missing keyword of a block',
      right: 'touchpoint Reads',
      wrong: 'Reads',
      read: 'touchpoint Reads',
      found: 'missing-word at 23:5 "Reads"',
    },
  ],
  'half statements and missing values': [
    {
      name: 'import without a path',
      right: 'import "people.journey"',
      wrong: 'import',
      read: '',
      found: 'missing-value at 1:1 "import"',
    },
    { name: 'age 34 without its value', right: 'age 34', wrong: 'age', read: '', found: 'missing-value at 4:3 "age"' },
    {
      name: 'prefers web without its value',
      right: 'prefers web',
      wrong: 'prefers',
      read: '',
      found: 'missing-value at 5:3 "prefers"',
    },
    {
      name: 'owner FrontDesk without its value',
      right: 'owner FrontDesk',
      wrong: 'owner',
      read: '',
      found: 'missing-value at 12:3 "owner"',
    },
    {
      name: 'owner Marketing without its value',
      right: 'owner Marketing',
      wrong: 'owner',
      read: '',
      found: 'missing-value at 15:5 "owner"',
    },
    {
      name: 'does "Looks" without its value',
      right: 'does "Looks"',
      wrong: 'does',
      read: '',
      found: 'missing-value at 17:7 "does"',
    },
    {
      name: 'asks name, email without its value',
      right: 'asks name, email',
      wrong: 'asks',
      read: '',
      found: 'missing-value at 18:7 "asks"',
    },
    {
      name: 'feels hopeful +1 without its value',
      right: 'feels hopeful +1',
      wrong: 'feels',
      read: '',
      found: 'missing-value at 20:7 "feels"',
    },
    {
      name: 'system Site without its value',
      right: 'system Site',
      wrong: 'system',
      read: '',
      found: 'missing-value at 24:7 "system"',
    },
    {
      name: 'commits booking without its value',
      right: 'commits booking',
      wrong: 'commits',
      read: '',
      found: 'missing-value at 32:7 "commits"',
    },
    {
      name: 'end success without its value',
      right: 'end success',
      wrong: 'end',
      read: '',
      found: 'missing-value at 33:7 "end"',
    },
    {
      name: 'for Ken without its value',
      right: 'for Ken',
      wrong: 'for',
      read: '',
      found: 'missing-value at 11:3 "for"',
    },
    {
      name: 'list that ends with a comma',
      right: 'asks name, email',
      wrong: 'asks name,',
      read: 'asks name',
      found: 'missing-value at 18:16 ","',
    },
    {
      name: 'arrow without a target',
      right: '-> Reads 30%',
      wrong: '->',
      read: '',
      found: 'missing-value at 21:7 "->"',
    },
    {
      name: 'announcement without a time',
      right: 'within 30 min',
      wrong: 'within',
      read: '',
      found: 'missing-value at 26:23 "within"',
    },
    {
      name: 'announcement without a touchpoint',
      right: 'tells next Pays within 30 min',
      wrong: 'tells next within 30 min',
      read: '',
      found: 'missing-value at 26:13 "next"',
    },
    {
      name: 'wait without its longest time',
      right: 'max 12 min',
      wrong: 'max',
      read: '',
      found: 'missing-value at 19:19 "max"',
    },
    {
      name: 'wait without its usual time',
      right: 'waits 4 min max 12 min',
      wrong: 'waits max 12 min',
      read: '',
      found: 'missing-value at 19:7 "waits"',
    },
    { name: 'kind without a word', right: ': web\n', wrong: ':\n', read: '\n', found: 'missing-value at 8:19 ":"' },
    {
      name: 'wrong kind of value',
      right: 'owner FrontDesk',
      wrong: 'owner "Front desk"',
      read: '',
      found: 'missing-value at 12:9 "\\"Front desk\\""',
    },
    {
      name: 'text without quotes',
      right: 'does "Looks"',
      wrong: 'does Looks for a room',
      read: '',
      found: 'missing-value at 17:12 "Looks"',
    },
    {
      name: 'touchpoint without an id',
      right: 'touchpoint Reads "Reads"',
      wrong: 'touchpoint "Reads"',
      read: `touchpoint ${NO_ID} "Reads"`,
      found: 'missing-value at 23:5 "touchpoint"',
    },
    {
      name: 'stage without an id or a title',
      right: 'stage Pay "Pay"',
      wrong: 'stage',
      read: `stage ${NO_ID}`,
      found: 'missing-value at 30:3 "stage"',
    },
    {
      name: 'stage that is being typed',
      right: '  stage Pay',
      wrong: '  stage\n  stage Pay',
      read: '  stage Pay',
      found: 'missing-value at 30:3 "stage"',
    },
    { name: 'left out comma', right: 'name, email', wrong: 'name email', found: 'missing-word at 18:17 "email"' },
    {
      name: 'left out word',
      right: '\nteam',
      wrong: 'fact price 500 JPY\nteam',
      read: 'fact price = 500 JPY\nteam',
      found: 'missing-word at 37:12 "500 JPY"',
    },
  ],
  'stray characters': [
    { name: 'semicolon', right: 'system Site', wrong: 'system Site;', found: 'stray-character at 24:18 ";"' },
    {
      name: 'sign before a statement',
      right: 'system Site',
      wrong: '@ system Site',
      found: 'stray-character at 24:7 "@"',
    },
    { name: 'sign at the top', right: '\nteam', wrong: '#\nteam', found: 'stray-character at 37:1 "#"' },
    {
      name: 'sign in a header',
      right: 'touchpoint Reads',
      wrong: 'touchpoint & Reads',
      found: 'stray-character at 23:16 "&"',
    },
    { name: 'brackets', right: 'name, email', wrong: '[name, email]', found: 'stray-character at 18:12 "["' },
    { name: 'typographic quotes', right: '"Looks"', wrong: '“Looks”', found: 'stray-character at 17:12 "“"' },
    { name: 'Japanese quotes', right: '"Reads" on', wrong: '「Reads」 on', found: 'stray-character at 23:22 "「"' },
    { name: 'wrong arrow', right: '-> Reads', wrong: '=> Reads', found: 'stray-character at 21:7 "=>"' },
    {
      name: 'hyphen in a name',
      right: 'commits booking',
      wrong: 'commits pre-booking',
      read: `commits ${HYPHENED}`,
      found: 'stray-character at 32:15 "pre-booking"',
    },
    {
      name: 'a name of several words',
      right: 'touchpoint Reads "Reads" on web',
      wrong: 'touchpoint Reads all of it "Reads" on web',
      read: `touchpoint ${SPACED} "Reads" on web`,
      found: 'unexpected-text at 23:16 "Reads all of it"',
    },
    {
      name: 'prose',
      right: 'system Site',
      wrong: 'does (really) look — everywhere!',
      read: '',
      found: 'stray-character at 24:12 "("',
    },
    {
      name: 'more than a statement needs',
      right: 'system Site',
      wrong: 'system Site Crm',
      found: 'unexpected-text at 24:19 "Crm"',
    },
    {
      name: 'more than a header needs',
      right: 'by customer {\n      system',
      wrong: 'by customer quickly {\n      system',
      found: 'unexpected-text at 23:49 "quickly"',
    },
    {
      name: 'comment that is not closed',
      right: '      system Site\n',
      wrong: '      /* system Site\n',
      read: '',
      found: 'unterminated-comment at 24:7 "/*"',
    },
  ],
  'statements in the wrong block': [
    {
      name: 'scenario "x" in a persona',
      right: 'age 34',
      wrong: 'age 34\nscenario "x"',
      found: 'misplaced-statement at 5:1 "scenario"',
    },
    {
      name: 'age 34 in a stage',
      right: 'owner Marketing',
      wrong: 'owner Marketing\nage 34',
      found: 'misplaced-statement at 16:1 "age"',
    },
    {
      name: 'scenario "x" in a touchpoint',
      right: 'system Site',
      wrong: 'system Site\nscenario "x"',
      found: 'misplaced-statement at 25:1 "scenario"',
    },
    {
      name: 'does "x" in a journey',
      right: 'owner FrontDesk',
      wrong: 'owner FrontDesk\ndoes "x"',
      found: 'misplaced-statement at 13:1 "does"',
    },
    {
      name: 'channel web in a touchpoint in place of a word',
      right: 'system Site',
      wrong: 'system Site\nchannel web',
      found: 'misplaced-statement at 25:1 "channel"',
    },
    {
      name: 'statement at the top',
      right: '\nteam',
      wrong: 'does "x"\nteam',
      found: 'misplaced-statement at 37:1 "does"',
    },
    {
      name: 'touchpoint in a touchpoint',
      right: 'system Site',
      wrong: 'system Site\n      touchpoint X on web {\n        does "x"\n      }',
      found: 'misplaced-statement at 25:7 "touchpoint"',
    },
    {
      name: 'a Japanese word for a statement of another block',
      right: 'system Site',
      wrong: 'system Site\n      フェーズ "認知"',
      found: 'misplaced-statement at 25:7 "フェーズ"',
    },
    {
      name: 'touchpoint in a journey',
      right: '  owner FrontDesk',
      wrong: '  owner FrontDesk\n  touchpoint X {\n    does "x"\n  }',
      found: 'misplaced-statement at 13:3 "touchpoint"',
    },
    {
      name: 'persona in a journey',
      right: '  owner FrontDesk',
      wrong: '  owner FrontDesk\n  persona Bob {\n    age 3\n  }',
      found: 'misplaced-statement at 13:3 "persona"',
    },
    {
      name: 'stage at the top',
      right: '\nteam',
      wrong: 'stage X {\n  touchpoint Y {\n  }\n}\nteam',
      found: 'misplaced-statement at 37:1 "stage"',
    },
  ],
  'merge conflicts': [
    {
      name: 'merge conflict between statements',
      right: '      system Site\n',
      wrong: '<<<<<<< HEAD\n      system Site\n=======\n      reads email\n>>>>>>> other\n',
      read: '      system Site\n      reads email\n',
      found: 'merge-conflict at 24:1 "<<<<<<< HEAD"',
    },
    {
      name: 'merge conflict with the common ancestor',
      right: '      system Site\n',
      wrong:
        '<<<<<<< HEAD\n      system Site\n||||||| base\n      system Old\n=======\n      reads email\n>>>>>>> other\n',
      read: '      system Site\n      reads email\n',
      found: 'merge-conflict at 24:1 "<<<<<<< HEAD"',
    },
    {
      name: 'merge conflict in a header',
      right: '    touchpoint Reads "Reads" on web by customer {\n',
      wrong:
        '<<<<<<< HEAD\n    touchpoint Reads "Reads" on web by customer {\n=======\n    touchpoint Studies on web {\n>>>>>>> other\n',
      found: 'merge-conflict at 23:1 "<<<<<<< HEAD"',
    },
    {
      name: 'marker of a conflict that was left behind',
      right: '      system Site\n',
      wrong: '      system Site\n=======\n',
      found: 'merge-conflict at 25:1 "======="',
    },
  ],
};

const ALL = Object.values(MISTAKES).flat();

function replaced({ right }: Mistake, by: string): string {
  return TEXT.replace(right, () => by);
}

function meaning(text: string): string {
  return JSON.stringify(contents(parse(text).file))
    .replaceAll(NO_ID, '')
    .replaceAll(HYPHENED, 'pre-booking')
    .replaceAll(SPACED, 'Reads all of it');
}

function codes(text: string): readonly string[] {
  return parse(text).problems.map(({ code }) => code);
}

it('begins with a text that is right, and that holds everything that is replaced', () => {
  expect(parse(TEXT).found).toEqual([]);
  for (const { right } of ALL) expect(TEXT).toContain(right);
});

it('has a mistake for every code', () => {
  const known = new Set(ALL.map(({ found }) => found.split(' ')[0]));
  expect(SYNTAX_CODES.filter((code) => !known.has(code))).toEqual([]);
});

describe.each(Object.entries(MISTAKES))('%s', (_, mistakes) => {
  describe.each(mistakes.map((mistake) => [mistake.name, mistake] as const))('%s', (__, mistake) => {
    const wrong = replaced(mistake, mistake.wrong);
    const read = replaced(mistake, mistake.read ?? mistake.right);

    it('is reported once, at the exact word', () => {
      expect(parse(wrong).found).toEqual([mistake.found]);
    });

    it('leaves everything else as it is', () => {
      expect(meaning(wrong)).toBe(meaning(read));
    });

    it('is mended without indentation and with other line breaks just as well', () => {
      const flat = wrong.replaceAll(/^[ \t]+/gm, '');
      expect(codes(flat)).toEqual([mistake.found.split(' ')[0]]);
      expect(meaning(flat)).toBe(meaning(read.replaceAll(/^[ \t]+/gm, '')));
      expect(parse(wrong.replaceAll('\n', '\r\n')).found).toEqual(parse(wrong).found);
    });

    it('is explained in both languages, and its fix removes it', () => {
      for (const { message, help, fixes } of parse(wrong).problems) {
        for (const { en, ja } of [message, help]) {
          expect(en).toMatch(/^["A-Z].*[.?{"\w…>%]$/s);
          expect(ja).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
          expect(ja).not.toBe(en);
        }
        for (const { edits } of fixes) expect(parse(withEdits(wrong, edits)).found).not.toContain(mistake.found);
      }
    });
  });
});

describe('a word that stands for a statement of another block', () => {
  it.each([
    [
      '      system Site',
      'フェーズ "認知"',
      'タッチポイントの中には書けません',
      'ジャーニーの中に移し、「stage」と書いてください。',
    ],
    ['      system Site', 'stgae Reads2 "x"', 'not in a touchpoint', 'write "stage"'],
  ])('below %s: %s has no fix that would be a mistake itself', (line, written, message, help) => {
    const { problems } = parse(TEXT.replace(line, `${line}\n${written}`));
    expect(problems.map(({ fixes }) => fixes)).toEqual([[]]);
    expect(JSON.stringify(problems)).toContain(message);
    expect(problems[0]?.help.ja + (problems[0]?.help.en ?? '')).toContain(help);
  });
});

describe('any mistake', () => {
  const words = scan(TEXT, syntax).tokens;
  const signs = [
    '{',
    '}',
    '"',
    '"""',
    ',',
    ';',
    '->',
    '=',
    ':',
    '.',
    '-',
    '/*',
    '*/',
    '<<<<<<< x\n',
    '\n',
    ' ',
    '\u3000',
    '“',
  ];
  const piece = fc.oneof(
    fc.constantFrom(...signs, 'owner', 'touchpoint', 'foobar', '12', '予約'),
    fc.constantFrom(...words).map(({ image }) => image),
    fc.string({ maxLength: 4 }),
  );
  /** Something is put in the place of something else, which may be nothing. */
  const edit = fc.record({ at: fc.nat(TEXT.length), length: fc.oneof(fc.constant(0), fc.nat(12)), piece });

  it('in a right text never fails, and loses little', () => {
    fc.assert(
      fc.property(edit, ({ at, length, piece: by }) => {
        const { file, problems } = parse(TEXT.substring(0, at) + by + TEXT.substring(at + length));
        expect(file.declarations.length).toBeGreaterThanOrEqual(3);
        expect(problems.length).toBeLessThanOrEqual(12);
      }),
      { numRuns: 1000 },
    );
  });

  it('in a text of many mistakes never fails', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        let text = TEXT;
        for (const { at, length, piece: by } of edits) text = text.substring(0, at) + by + text.substring(at + length);
        const { problems } = parse(text);
        for (const { range } of problems) expect(range.start.line).toBeLessThanOrEqual(range.end.line);
      }),
      { numRuns: 300 },
    );
  });

  it('in a text of nothing but pieces never fails', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(() => parse(pieces.join(' '))).not.toThrow();
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(() => parse(text)).not.toThrow();
      }),
    );
  });

  it('at each word of the text is reported once and loses no block', () => {
    const all = blocks(TEXT);
    const wrongs = words.flatMap(({ startOffset: at, endOffset }) =>
      ['', '@ ', '{ ', '} ', 'foobar ', ', ', '" '].map(
        (sign) => TEXT.substring(0, at) + sign + TEXT.substring(sign === '' ? endOffset + 1 : at),
      ),
    );
    const bad = wrongs.filter((wrong) => parse(wrong).found.length > 1 || all - blocks(wrong) > 3);
    expect(bad).toEqual([]);
  });

  it('is mended in time that grows with the text and not faster', () => {
    const pieces = [
      '{',
      '}\n',
      'owner\n',
      'xyz A {\n',
      "' ",
      '" a',
      'a, ',
      'a-',
      'touchpoint X {\n',
      '/* ',
      '-> A for B ',
      '// x\n',
    ];
    // Quadratic time would be minutes.
    const slow = pieces.filter((repeated) => {
      const start = performance.now();
      parse(`journey J { stage S { touchpoint T {\n${repeated.repeat(20_000)}`);
      return performance.now() - start > 20_000;
    });
    expect(slow).toEqual([]);
  });
});

function blocks(text: string): number {
  return meaning(text).split('"$type"').length;
}

function withEdits(text: string, edits: readonly Edit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Position): number =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + character;
  let changed = text;
  for (const edit of edits.toReversed()) {
    if (edit.kind !== 'replace') throw new Error('A mistake of form is mended by replacing text');
    const { start, end } = edit.place.range;
    changed = changed.substring(0, offset(start)) + edit.text + changed.substring(offset(end));
  }
  return changed;
}
