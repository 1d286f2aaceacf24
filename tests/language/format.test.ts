import { array, assert, asyncProperty, constantFrom, integer, property, record } from '../support/properties.ts';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CANONICAL, formatEdits, formatted } from '../../src/language/format/format.ts';
import { formatLanguageOf } from '../../src/language/format/language.ts';
import { problemsOf } from '../../src/language/problems.ts';
import type { Model } from '../../src/model/model.ts';
import { scan } from '../../src/language/parser/scanner.ts';
import { fileOf } from '../support/documents.ts';
import { createWorkspace } from '../../src/language/workspace/journey-workspace.ts';
import { virtualAccess } from './virtual-files.ts';

const language = formatLanguageOf(createWorkspace({ files: virtualAccess({}) }).journey);

function format(text: string): string {
  return formatted(text, language);
}

describe('layout', () => {
  const cases: readonly [name: string, before: string, after: string][] = [
    [
      'indents by blocks',
      'journey J {\nstage S {\n      touchpoint A {\n does "x"\n}\n}\n}',
      'journey J {\n  stage S {\n    touchpoint A {\n      does "x"\n    }\n  }\n}\n',
    ],
    [
      'one space between words, none before a comma',
      'team   A  "x"\npersona P{\n  prefers web ,phone,  app\n}\n',
      'team A "x"\npersona P {\n  prefers web, phone, app\n}\n',
    ],
    [
      'wide spaces and signs',
      'channel　窓口　"窓口"：counter｛\n　hours　平日 9:00-18:00\n｝\n',
      'channel 窓口 "窓口" : counter {\n  hours 平日 9:00-18:00\n}\n',
    ],
    [
      'the comma of Japanese lists',
      'persona P {\n  prefers web、 phone\n}\n',
      'persona P {\n  prefers web、phone\n}\n',
    ],
    ['within a quantity', 'channel C {\n  limit 4　 min\n}\n', 'channel C {\n  limit 4 min\n}\n'],
    [
      'qualified names and ranges',
      'metric M {\n  scale 1 .. 5\n  at S . A\n}\n',
      'metric M {\n  scale 1..5\n  at S.A\n}\n',
    ],
    [
      'keeps one empty line of several, and none at the edges of a block',
      'team A\n\n\n\nteam B\npersona P {\n\n  age 3\n\n\n  age 4\n\n}\n\n\n',
      'team A\n\nteam B\npersona P {\n  age 3\n\n  age 4\n}\n',
    ],
    [
      'keeps a short block on its line',
      'data A {retention 30 days}\ndata B { }\n',
      'data A { retention 30 days }\ndata B {}\n',
    ],
    [
      'opens a block with more than one statement',
      'journey J { stage S { touchpoint A on web { waits 4 min does "x" } touchpoint B } }\n',
      'journey J {\n  stage S {\n    touchpoint A on web {\n      waits 4 min\n      does "x"\n    }\n    touchpoint B\n  }\n}\n',
    ],
    ['a statement a line', 'team A team B data C {} data D {}\n', 'team A\nteam B\ndata C {}\ndata D {}\n'],
    ['a brace belongs to the line before it', 'persona P\n{\n  age 3 }\n', 'persona P {\n  age 3\n}\n'],
    [
      'a statement that goes on is indented once more',
      'persona P {\nprefers web,\nphone\n}\njourney J {\nstage S {\ntouchpoint A\non web\nby customer {\n}\n}\n}\n',
      'persona P {\n  prefers web,\n    phone\n}\njourney J {\n  stage S {\n    touchpoint A\n      on web\n      by customer {\n    }\n  }\n}\n',
    ],
    [
      'comments above, behind, between and at the end',
      '// a\n   // b\nteam A    // c\npersona P { // d\n// e\nage 3 /* f */ // g\n\n// h\n}\n// i',
      '// a\n// b\nteam A // c\npersona P { // d\n  // e\n  age 3 /* f */ // g\n\n  // h\n}\n// i\n',
    ],
    [
      'a comment within a statement goes on with it',
      'persona P {\nprefers web,\n// why\nphone\n}\n',
      'persona P {\n  prefers web,\n    // why\n    phone\n}\n',
    ],
    [
      'comments with stars',
      'journey J {\n/**\n* a\n   *   b\n*/\nstage S\n}\n',
      'journey J {\n  /**\n   * a\n   *   b\n   */\n  stage S\n}\n',
    ],
    [
      'other comments of several lines keep their lines',
      'journey J {\n/* a\nb\n   c */\nstage S\n}\n',
      'journey J {\n  /* a\nb\n   c */\n  stage S\n}\n',
    ],
    [
      'texts of several lines stay',
      'journey J {\nscenario """\n  a\n     b  \n"""\n}\n',
      'journey J {\n  scenario """\n  a\n     b  \n"""\n}\n',
    ],
    ['keywords as names', 'team  team\ndata on\nemotion  emotion = +1\n', 'team team\ndata on\nemotion emotion = +1\n'],
    [
      'Windows line ends and the mark at the beginning',
      '\uFEFFteam A\r\n\r\n\r\npersona P {\r\nage 3\r\n}',
      '\uFEFFteam A\r\n\r\npersona P {\r\n  age 3\r\n}\r\n',
    ],
    ['nothing', ' \n\n', ''],
  ];
  test.for(cases)('%s', ([, before, after]) => {
    expect(format(before)).toBe(after);
    expect(format(after)).toBe(after);
  });

  test('with tabs', () => {
    const text = 'journey J {\n  stage S {\n  touchpoint A\n  }\n}\n';
    expect(formatted(text, language, { step: '\t' })).toBe('journey J {\n\tstage S {\n\t\ttouchpoint A\n\t}\n}\n');
  });
});

describe('mistakes', () => {
  test('a line that is not understood stays, the others are laid out', () => {
    const text = 'persona P {\nage  3\n   ages   4 )\n age  5\n}\n';
    expect(format(text)).toBe('persona P {\n  age 3\n   ages   4 )\n age  5\n}\n'.replace(' age  5', ' age 5'));
  });

  test('a declaration without its brace stays, the others are laid out', () => {
    const text = 'team   A\npersona P {\n   age  3\n\nteam   B\n';
    expect(format(text)).toBe('team A\npersona P {\n   age  3\n\nteam B\n');
  });

  test('a file with merge conflicts stays', () => {
    const text = 'team   A\n<<<<<<< ours\nteam  B\n=======\nteam  C\n>>>>>>> theirs\n';
    expect(formatEdits(text, language, CANONICAL)).toEqual([]);
  });
});

const root = fileURLToPath(new URL('../../', import.meta.url));
const shipped = globSync(
  ['examples/**/*.journey', 'src/language/library/*.journey', 'src/friction/rules/*/*.journey'],
  { cwd: root },
);

test('all that is shipped is laid out well', () => {
  expect(shipped.length).toBeGreaterThan(200);
  const ugly = shipped.filter((file) => {
    const text = readFileSync(root + file, 'utf8');
    return formatEdits(text, language, CANONICAL).length > 0;
  });
  expect(ugly).toEqual([]);
});

/** What a text says, without where it stands. */
function meaning(model: Model): string {
  const left = new Set(['place', 'extent', 'body', 'line', 'stated']);
  return JSON.stringify(model, (key, value: unknown) =>
    left.has(key) ? undefined : key === 'written' && typeof value === 'string' ? value.replaceAll(/\s+/g, ' ') : value,
  );
}

function comments(text: string): readonly string[] {
  const { hidden } = scan(text, language.syntax);
  return hidden
    .map(({ image }) =>
      image
        .split(/\r\n|\n|\r/)
        .map((line) => line.trim())
        .join('\n'),
    )
    .toSorted();
}

const corpus = shipped.map((file) => readFileSync(root + file, 'utf8')).filter((text) => text.length < 4000);

/** Changes of a text that leave its meaning: white space of all sorts. */
const spaces = constantFrom('  ', '\t', '　', ' \u00A0 ', '\n', '\r\n', '\n\n\n', ' // c\n', ' /* c */ ');
/** Changes that may leave nothing understood. */
const mischief = constantFrom(
  '{',
  '}',
  '"',
  '/*',
  '*/',
  '//',
  '"""',
  ',',
  '.',
  '->',
  '-',
  'stage',
  'for',
  '\n',
  '<<<<<<< x\n',
  ')',
  '３',
  '＝',
  '',
  '',
  '',
);

const mutation = record({
  text: constantFrom(...corpus),
  edits: array(record({ at: integer({ min: 0, max: 4000 }), cut: integer({ min: 0, max: 6 }), put: mischief }), {
    maxLength: 4,
  }),
});

test('laying out again changes nothing, whatever is written, and keeps comments', () => {
  assert(
    property(mutation, ({ text, edits }) => {
      let broken = text;
      for (const { at, cut, put } of edits) {
        const start = at % (broken.length + 1);
        broken = broken.substring(0, start) + put + broken.substring(start + cut);
      }
      const once = format(broken);
      expect(format(once)).toBe(once);
      expect(comments(once)).toEqual(comments(broken));
      expect(language.problemsOf(once).map(({ code }) => code)).toEqual(
        language.problemsOf(broken).map(({ code }) => code),
      );
    }),
    { numRuns: 400 },
  );
});

/** Where white space can go without changing what is said: before a word that is not the first of a line. */
async function respaced(text: string, places: readonly number[], put: readonly string[]): Promise<string> {
  const { tokens } = scan(text, language.syntax);
  let result = '';
  let last = 0;
  for (const [index, token] of tokens.entries()) {
    result += text.substring(last, token.startOffset);
    const at = places.indexOf(index);
    const isName =
      token.tokenType.name.endsWith('~') || token.tokenType.name === '.' || tokens[index - 1]?.tokenType.name === '.';
    if (at >= 0 && !isName) result += put[at % put.length] ?? '';
    result += text.substring(token.startOffset, token.endOffset + 1);
    last = token.endOffset + 1;
  }
  return result + text.substring(last);
}

test('the meaning stays, however a text was laid out', async () => {
  await assert(
    asyncProperty(
      constantFrom(...corpus),
      array(integer({ min: 0, max: 400 }), { maxLength: 30 }),
      array(spaces, { minLength: 1, maxLength: 5 }),
      async (text, places, put) => {
        const ugly = await respaced(text, places, put);
        const before = await fileOf(ugly);
        const pretty = format(ugly);
        const after = await fileOf(pretty);
        expect(meaning(after.model).replaceAll(after.document.uri.toString(), '')).toBe(
          meaning(before.model).replaceAll(before.document.uri.toString(), ''),
        );
        expect(problemsOf(after.document).map(({ code }) => code)).toEqual(
          problemsOf(before.document).map(({ code }) => code),
        );
        expect(format(pretty)).toBe(pretty);
        expect(comments(pretty)).toEqual(comments(ugly));
      },
    ),
    { numRuns: 150 },
  );
});
