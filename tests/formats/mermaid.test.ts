// What Mermaid does with each of these was measured with Mermaid itself.
import { array, assert, asyncProperty, constantFrom, oneof, string } from '../support/properties.ts';
import { describe, expect, test } from 'vitest';
import { exportMermaid } from '../../src/formats/mermaid/export.ts';
import { importMermaid } from '../../src/formats/mermaid/import.ts';
import { MERMAID_CODES } from '../../src/formats/mermaid/problems.ts';
import { formatted } from '../../src/language/format/format.ts';
import { formatLanguageOf } from '../../src/language/format/language.ts';
import { createWorkspace } from '../../src/language/workspace/journey-workspace.ts';
import { problemsOf } from '../../src/language/problems.ts';
import { ownJourneys } from '../../src/model/model.ts';
import { filesOf } from '../support/documents.ts';

const absent = { absence: 'missing', reason: { en: '', ja: '' } } as const;
const language = formatLanguageOf(createWorkspace({ files: { read: () => absent, list: () => [] } }).journey);

/** From the documentation of Mermaid (MIT). */
const workingDay = `journey
    title My working day
    section Go to work
      Make tea: 5: Me
      Go upstairs: 3: Me
      Do work: 1: Me, Cat
    section Go home
      Go downstairs: 5: Me
      Sit down: 5: Me
`;

describe('import', () => {
  test('reads the diagram of the documentation', () => {
    const { text, problems } = imported(workingDay);
    expect(problems).toEqual([]);
    expect(text).toBe(`persona Me "Me"
persona Cat "Cat"

journey MyWorkingDay "My working day" {
  for Me, Cat

  stage GoToWork "Go to work" {
    touchpoint MakeTea "Make tea" for Me {
      feels +2
    }

    touchpoint GoUpstairs "Go upstairs" for Me {
      feels 0
    }

    touchpoint DoWork "Do work" {
      feels -2
    }
  }

  stage GoHome "Go home" {
    touchpoint GoDownstairs "Go downstairs" for Me {
      feels +2
    }

    touchpoint SitDown "Sit down" for Me {
      feels +2
    }
  }
}
`);
  });

  const quirks: readonly (readonly [lines: string, codes: readonly string[], expected: string])[] = [
    ['A: 9: Me', ['score-range'], 'feels +2'],
    ['A: -2: Me', ['score-range'], 'feels -2'],
    ['A: 2.5: Me', [], 'feels -0.5'],
    ['A: +4: Me', [], 'feels +1'],
    ['A: abc: Me', ['score-not-a-number'], '"A"'],
    ['A: 4/5: Me', ['score-not-a-number'], '"A"'],
    ['A: : Me', ['score-missing'], '"A"'],
    ['A: 3', [], 'feels 0'],
    ['A: 3:', [], 'feels 0'],
    ['Read: the docs: 4: Me', ['colon-in-name'], '"Read: the docs"'],
    ['Open https://x: 4: Me', ['colon-in-name'], '"Open https://x"'],
    ['Read: 4: Me: Extra', ['extra-part'], '// Extra'],
    ['section Phase 1: Discover', ['colon-in-section', 'empty-section'], '"Phase 1: Discover"'],
    ['Section overview: 3: Me', ['keyword-as-task'], 'touchpoint SectionOverview'],
    ['Ticket #12 comes: 3: Me', ['hash-cuts-text'], '"Ticket #12 comes"'],
    ['A: 3: Me # note', [], '// note'],
    ['A: 5: Me; B: 3: You', ['semicolon'], 'touchpoint B "B"'],
    ['section A &amp; B', ['html-entity', 'empty-section'], '"A & B"'],
    ['A: 3: Me %% note', ['comment-in-actor'], '// note'],
    ['A: 3: Me, , You', ['empty-actor'], 'persona You'],
    ['A: 3: Me, Me', ['duplicate-actor'], 'persona Me "Me"'],
    ['A: 3: Me\nB: 3: me', ['similar-actors'], 'persona Me2 "me"'],
    ['section Empty', ['empty-section'], 'stage Empty "Empty"'],
    ['section S\nA: 3\nsection S\nB: 3', ['sections-merge'], 'stage S "S"'],
    ['classDef a fill:red', ['empty-section', 'not-drawn'], '// classDef a fill:red'],
    ['nothing that is known', ['empty-section', 'line-not-understood'], '// nothing that is known'],
    ['A #58; B#59; #35;1#44; #83;ection: 3', [], '"A : B; #1, Section"'],
    ['Two<br/>lines<br>more: 3', [], String.raw`"Two\nlines\nmore"`],
    ['accTitle: Spoken\naccDescr: Told', [], 'scenario "Told"'],
    ['accDescr {\n  Told\n  in two lines\n}', [], String.raw`scenario "Told\nin two lines"`],
    ['予約する: 4: 田中さん', [], 'touchpoint 予約する "予約する"'],
    ['名前が"引用": 2: \\n', [], String.raw`"名前が\"引用\""`],
  ];

  test.each(quirks)('%s', async (lines, codes, expected) => {
    const section = /^(section|acc)/.test(lines) ? '' : 'section Now\n';
    const { text, problems } = imported(`journey\n${section}${lines}\n`);
    expect(problems.map(({ code }) => code.replace('mermaid/', ''))).toEqual(codes);
    expect(text).toContain(expected);
    await expectValid(text);
  });

  test('says the place and the repair, for each kind of problem in both languages', () => {
    const seen = new Set(
      [
        ...quirks.map(([lines]) => `journey\n${lines}`),
        'JOURNEY\nsection A\nA: 3',
        '---\ntitle: T\nconfig: {}\n---\njourney\nA: 3',
      ].flatMap((source) =>
        imported(source).problems.map(({ code, line, message, help }) => {
          expect(line).toBeGreaterThan(0);
          expect(message.ja).toMatch(/。$/);
          expect([message.en, help.en].join(' ')).not.toMatch(/undefined/);
          return code.replace('mermaid/', '');
        }),
      ),
    );
    expect([...seen].toSorted()).toEqual(MERMAID_CODES.toSorted());
    expect(imported('journey\n  section S\n    A: 9: Me\n').problems[0]?.line).toBe(3);
  });

  test('reads settings, directives, and all diagrams of a Markdown file with their own lines', async () => {
    const source = [
      '# Notes',
      '```mermaid',
      'flowchart LR',
      'A --> B',
      '```',
      '> ```mermaid',
      '> ---',
      '> title: "Front"',
      '> ---',
      '> %%{init: {"theme": "dark"}}%%',
      '> journey',
      '>   section S',
      '>     A: 9: Me',
      '> ```',
      '::: mermaid',
      'journey title Second',
      'section T',
      'A: 1: Me',
      ':::',
    ].join('\n');
    const read = importMermaid(source, 'markdown');
    expect(read?.problems.map(({ code, line }) => [code, line])).toEqual([
      ['mermaid/not-drawn', 10],
      ['mermaid/score-range', 13],
    ]);
    const model = await expectValid(read?.text ?? '');
    expect(ownJourneys(model).map(({ label }) => label)).toEqual(['Front', 'Second']);
    expect([...model.personas.keys()]).toEqual(['Me']);
    expect(importMermaid('# nothing\n```mermaid\npie\n```\n', 'markdown')).toBeUndefined();
  });

  test('makes a valid file of anything', async () => {
    const piece = oneof(
      constantFrom(
        'section ',
        'title ',
        ': ',
        ':',
        '3',
        ', ',
        'Me',
        '#',
        '#58;',
        '&amp;',
        ';',
        '%%',
        '%%{',
        '"',
        '\\',
        '\n',
      ),
      constantFrom('<br>', 'accDescr {', '}', '予約', '\u202E', '\u0007', '*/', '//', '---', '`', '\uE0000\uE001'),
      string({ maxLength: 5, unit: 'binary' }),
    );
    await assert(
      asyncProperty(array(piece, { maxLength: 40 }), async (pieces) => {
        const model = await expectValid(imported(`journey\n${pieces.join('')}`).text);
        expect(ownJourneys(model)).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
  });
});

describe('round trip', () => {
  test('the picture stays the same', async () => {
    const first = await exported(imported(workingDay).text);
    expect(first.text.replace(/ {2}accTitle.*\n/, '').replace(/^ */gm, '')).toBe(workingDay.replace(/^ */gm, ''));
    expect(first.dropped).toEqual([]);
  });

  test('is stable for any names', async () => {
    const name = oneof(
      string({ minLength: 1, maxLength: 12, unit: 'binary' }),
      constantFrom(
        'Section one',
        'title',
        'a: 3: b',
        'a;b',
        '#1',
        '#58;',
        '%%{init}%%',
        '&amp;',
        'x\ny',
        // Found by chance: space that begins the second line of a name.
        'x\n\0y\0',
        '<b>',
        'a,b',
        'journey',
      ),
    );
    await assert(
      asyncProperty(array(name, { minLength: 3, maxLength: 3 }), async ([person = '', stage = '', step = '']) => {
        const source = `persona P ${quote(person)}\njourney J {\n  for P\n  stage S ${quote(stage)} {\n    touchpoint T ${quote(step)} {\n      feels -1\n    }\n  }\n}\n`;
        const once = (await exported(source)).text;
        const again = imported(once);
        expect(again.problems).toEqual([]);
        expect((await exported(again.text)).text).toBe(once);
      }),
      { numRuns: 150 },
    );
  });

  test('says what Mermaid has no place for', async () => {
    const { text, dropped } = await exported(
      'journey J {\n  stage S {\n    touchpoint A on web, phone {\n      barrier B "Slow"\n      does "Waits"\n    }\n  }\n}\n',
    );
    expect(dropped.map(({ en }) => en)).toEqual([
      'Mermaid has no place for:',
      '2 × channels',
      '1 × texts about what people do, think, say and see',
      '1 × barriers',
      '1 × touchpoints without a feeling (a neutral 3 stands here)',
    ]);
    expect(text).toContain('%% journey-language: 2 × channels\n');
    expect(imported(text).text).not.toContain('channels');
  });
});

function imported(source: string): NonNullable<ReturnType<typeof importMermaid>> {
  const read = importMermaid(source, 'mermaid');
  if (read === undefined) throw new Error('No journey was found');
  return read;
}

function quote(text: string): string {
  return JSON.stringify(text.replace(/[^\P{C}\n]/gu, ' '));
}

async function expectValid(text: string) {
  const files = await filesOf({ 'a.journey': text });
  expect(problemsOf(files.document('a.journey')).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(formatted(text, language)).toBe(text);
  return files.model('a.journey');
}

async function exported(text: string): Promise<ReturnType<typeof exportMermaid>> {
  const model = (await filesOf({ 'a.journey': text })).model('a.journey');
  const [journey] = ownJourneys(model);
  if (journey === undefined) throw new Error('The text holds no journey');
  return exportMermaid(model, journey, 'en');
}
