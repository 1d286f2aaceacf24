import { assert, asyncProperty, integer } from '../support/properties.ts';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TextDocument } from 'langium';
import { describe, expect, test } from 'vitest';
import { type MapEdit, planMapEdit } from '../../src/language/edit/map-edit.ts';
import { problemsOf } from '../../src/language/problems.ts';
import { type Model, ownJourneys } from '../../src/model/model.ts';
import { filesOf } from '../support/documents.ts';

/** The text of the file after the change, or the English words of a refusal. */
async function after(text: string, edit: MapEdit, others: Readonly<Record<string, string>> = {}): Promise<string> {
  const files = await filesOf({ 'a.journey': text, ...others });
  const document = files.document('a.journey');
  const planned = planMapEdit(edit, document);
  if ('refusal' in planned) return planned.refusal.en;
  const changed = new Map(
    [...planned.edits].map(([each, edits]) => [each, TextDocument.applyEdits(each.textDocument, [...edits])]),
  );
  const rest = Object.keys(others).flatMap((name) => changed.get(files.document(name)) ?? []);
  return [changed.get(document) ?? text, ...rest].join('---\n');
}

const journey = `journey J {
  stage S "One" {
    // Where it begins
    touchpoint A "Looks" on web {
      feels hopeful +1
    } // first

    touchpoint B {
      question Q "Is it free?"
      -> C
    }

    touchpoint C
  }

  stage T {
    owner Desk
  }
  stage Z
}
team Desk
`;

const move = (touchpoint: string, stage: string, behind?: string): MapEdit => ({
  kind: 'moveTouchpoint',
  touchpoint: `J.${touchpoint}`,
  stage: `J.${stage}`,
  ...(behind === undefined ? {} : { after: `J.${behind}` }),
});

const feel = (value: number, persona?: string): MapEdit => ({
  kind: 'setEmotion',
  touchpoint: 'J.S.A',
  value,
  ...(persona === undefined ? {} : { persona }),
});

const title = (key: string, words: string, locale: 'en' | 'ja' = 'en'): MapEdit => ({
  kind: 'setTitle',
  key,
  title: words,
  locale,
});

const add = (behind: string, words: string, to?: string): MapEdit => ({
  kind: 'addTouchpointAfter',
  after: `J.${behind}`,
  title: words,
  ...(to === undefined ? {} : { to: `J.${to}` }),
});

const feeling = (statement: string): string =>
  `persona Ken\njourney J {\n  stage S {\n    touchpoint A {\n      ${statement}\n    }\n  }\n}\n`;

const inStage = (...lines: readonly string[]): string =>
  `journey J {\n  stage S {\n    ${lines.join('\n    ')}\n  }\n}\n`;

describe('moving a touchpoint', () => {
  test('down, with its comments and the empty lines between', async () => {
    expect(await after(journey, move('S.A', 'S', 'S.B'))).toBe(
      journey
        .replace(
          '    // Where it begins\n    touchpoint A "Looks" on web {\n      feels hopeful +1\n    } // first\n\n',
          '',
        )
        .replace(
          '      -> C\n    }\n',
          '      -> C\n    }\n\n    // Where it begins\n    touchpoint A "Looks" on web {\n      feels hopeful +1\n    } // first\n',
        ),
    );
  });

  test('up to the top, and the last one leaves no empty line behind', async () => {
    expect(await after(journey, move('S.C', 'S'))).toBe(
      journey
        .replace('    // Where', '    touchpoint C\n\n    // Where')
        .replace('    }\n\n    touchpoint C\n', '    }\n'),
    );
  });

  test('into a stage without touchpoints, and into one without a block', async () => {
    expect(await after(journey, move('S.C', 'T'))).toBe(
      journey.replace('\n\n    touchpoint C', '').replace('owner Desk\n', 'owner Desk\n    touchpoint C\n'),
    );
    expect(await after(journey, move('S.C', 'Z'))).toBe(
      journey.replace('\n\n    touchpoint C', '').replace('stage Z\n', 'stage Z {\n    touchpoint C\n  }\n'),
    );
  });

  test('names with its stage go with it, in every file', async () => {
    const text =
      'journey J {\n  stage S {\n    touchpoint A {\n      barrier X "x"\n      -> S.B\n    }\n    touchpoint B {\n      solves S.A.X\n    }\n  }\n  stage T {\n    touchpoint C {\n      -> S.A\n    }\n  }\n}\n';
    const other = 'import "a.journey"\nexperiment E on J.S.A {\n}\nmetric M {\n  at S.A\n}\n';
    expect(await after(text, move('S.A', 'T', 'T.C'), { 'b.journey': other })).toBe(
      `journey J {\n  stage S {\n    touchpoint B {\n      solves T.A.X\n    }\n  }\n  stage T {\n    touchpoint C {\n      -> T.A\n    }\n    touchpoint A {\n      barrier X "x"\n      -> S.B\n    }\n  }\n}\n---\n${other.replaceAll('S.A', 'T.A')}`,
    );
  });

  test('a name that several have is written in full, so that the nearest one does not take it', async () => {
    const text =
      'journey J {\n  stage S {\n    touchpoint A {\n      -> X\n    }\n    touchpoint X\n  }\n  stage T {\n    touchpoint X\n  }\n}\n';
    expect(await after(text, move('S.A', 'T', 'T.X'))).toBe(
      'journey J {\n  stage S {\n    touchpoint X\n  }\n  stage T {\n    touchpoint X\n    touchpoint A {\n      -> S.X\n    }\n  }\n}\n',
    );
    expect(await after(text, move('S.X', 'T'))).toContain('has a touchpoint "X" already');
  });

  test('to where it is changes nothing', async () => {
    expect(await after(journey, move('S.B', 'S', 'S.A'))).toBe(journey);
    expect(await after(journey, move('S.A', 'S'))).toBe(journey);
    expect(await after(journey, move('S.A', 'S', 'S.A'))).toBe(journey);
  });

  test('a text of several lines stays as it is; the lines around it take the new indentation', async () => {
    const text =
      'journey J {\n  stage S {\n      touchpoint A {\n        does """\n  two\n   three\n        """\n        /* a\n           b */\n      }\n  }\n  stage T {\n    touchpoint B\n  }\n}\n';
    expect(await after(text, move('S.A', 'T', 'T.B'))).toBe(
      'journey J {\n  stage S {\n  }\n  stage T {\n    touchpoint B\n    touchpoint A {\n      does """\n  two\n   three\n        """\n      /* a\n         b */\n    }\n  }\n}\n',
    );
  });

  test('out of a line that others share, and keeping Windows line ends', async () => {
    const text = 'journey J { stage S { touchpoint A touchpoint B }\r\n  stage T { touchpoint C } }\r\n';
    expect(await after(text, move('S.A', 'T', 'T.C'))).toBe(
      'journey J { stage S { touchpoint B }\r\n  stage T { touchpoint C\r\n  touchpoint A\r\n  } }\r\n',
    );
  });

  test('is refused while there is a mistake in the way, or when the map is old', async () => {
    expect(await after(journey.replace('-> C', '-> C ) ('), move('S.A', 'S', 'S.B'))).toContain('mistake');
    expect(await after(journey, move('S.D', 'S'))).toContain('older');
    expect(await after(journey, move('S.A', 'T', 'S.B'))).toContain('older');
  });
});

describe('setting what somebody feels', () => {
  test.for([
    ['feels ignored -2', feel(1), 'feels ignored +1'],
    ['feels -2 // low', feel(0), 'feels 0 // low'],
    ['feels calm', feel(-1), 'feels calm -1'],
    ['feels hopeful -2', feel(1), 'feels hopeful'],
    ['feels hopeful', feel(1), 'feels hopeful'],
    ['feels new -2', feel(0.26), 'feels new +0.3'],
    ['feels Ken sad -2, calm 0', feel(1), 'feels Ken sad -2, calm +1'],
    ['feels Ken -2, calm 0', feel(2, 'Ken'), 'feels Ken +2, calm 0'],
    ['feels calm 0', feel(-1, 'Ken'), 'feels calm 0\n      feels Ken -1'],
    ['does "x"', feel(2), 'does "x"\n      feels +2'],
  ] as const)('%s', async ([before, edit, expected]) => {
    expect(await after(feeling(before), edit)).toBe(feeling(expected));
  });

  test('of a touchpoint without a block, and nothing beyond the scale', async () => {
    const short = 'journey J {\n  stage S {\n    touchpoint A on web\n  }\n}\n';
    expect(await after(short, feel(1))).toBe(short.replace('on web', 'on web {\n      feels +1\n    }'));
    expect(await after(short, feel(3))).toContain('-2 to +2');
    expect(await after(short, feel(Number.NaN))).toContain('-2 to +2');
    expect(await after(short, feel(1, 'Nobody'))).toContain('older');
  });
});

describe('setting a title', () => {
  const text = 'journey J ja "予約" {\n  stage S "One" en "First" : search {\n    touchpoint A on web\n  }\n}\n';

  test.for([
    ['of a touchpoint that has none', title('J.S.A', 'Looks "up"'), ['A on', 'A "Looks \\"up\\"" on']],
    ['in the language that has its own', title('J.S', 'Begin'), ['"First"', '"Begin"']],
    ['in the other language', title('J.S', '始め', 'ja'), ['"One"', '"始め"']],
    ['of a journey with a title in the other language', title('J', 'Book'), ['J ja', 'J "Book" ja']],
    ['on one line', title('J.S.A', ' a\nb '), ['A on', 'A "a b" on']],
    ['that is the same', title('J.S', 'First'), ['', '']],
  ] as const)('%s', async ([, edit, [old, now]]) => {
    expect(await after(text, edit)).toBe(text.replace(old, () => now));
  });

  test('but not an empty one', async () => {
    expect(await after(text, title('J.S', ' '))).toContain('at least one character');
  });
});

describe('adding a touchpoint', () => {
  test.for([
    [
      'between two',
      ['touchpoint A', 'touchpoint B'],
      add('S.A', 'Waits for it'),
      ['touchpoint A', 'touchpoint WaitsForIt "Waits for it"', 'touchpoint B'],
    ],
    [
      'at the top of a stage',
      ['touchpoint A'],
      add('S', '電話をかける'),
      ['touchpoint 電話をかける "電話をかける"', 'touchpoint A'],
    ],
    ['with an id that is not taken', ['touchpoint A'], add('S.A', 'a'), ['touchpoint A', 'touchpoint A2 "a"']],
    [
      'of which nothing can be an id',
      ['touchpoint A'],
      add('S.A', '?!'),
      ['touchpoint A', 'touchpoint Touchpoint "?!"'],
    ],
    [
      'in the way of the only arrow',
      ['touchpoint A {', '  -> C 100%', '}', 'touchpoint B', 'touchpoint C'],
      add('S.A', 'N'),
      ['touchpoint A {', '  -> N 100%', '}', 'touchpoint N "N" {', '  -> C', '}', 'touchpoint B', 'touchpoint C'],
    ],
    [
      'in the way of one arrow of several',
      ['touchpoint A {', '  -> B 40%', '  -> C 60%', '}', 'touchpoint B', 'touchpoint C'],
      add('S.A', 'N', 'S.C'),
      [
        'touchpoint A {',
        '  -> B 40%',
        '  -> N 60%',
        '}',
        'touchpoint N "N" {',
        '  -> C',
        '}',
        'touchpoint B',
        'touchpoint C',
      ],
    ],
    [
      'as one more way',
      ['touchpoint A {', '  -> B 40%', '  -> C 60%', '}', 'touchpoint B', 'touchpoint C'],
      add('S.A', 'N'),
      ['touchpoint A {', '  -> B 40%', '  -> C 60%', '  -> N', '}', 'touchpoint N "N"', 'touchpoint B', 'touchpoint C'],
    ],
    [
      'before the end',
      ['touchpoint A {', '  end success', '}'],
      add('S.A', 'N'),
      ['touchpoint A {', '  -> N', '}', 'touchpoint N "N" {', '  end success', '}'],
    ],
    [
      'with an empty line where the others have one',
      ['touchpoint A\n', 'touchpoint B'],
      add('S.B', 'N'),
      ['touchpoint A\n', 'touchpoint B\n', 'touchpoint N "N"'],
    ],
  ] as const)('%s', async ([, before, edit, expected]) => {
    expect(await after(inStage(...before), edit)).toBe(inStage(...expected));
  });

  test('to a stage that is empty', async () => {
    expect(await after('journey J {\n  stage S\n}\n', add('S', 'N'))).toBe(
      'journey J {\n  stage S {\n    touchpoint N "N"\n  }\n}\n',
    );
  });
});

const example = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../examples/coworking/${name}.journey`, import.meta.url)), 'utf8');

/** Everything a model says about touchpoints and where names lead, but not in what order and where it is written. */
function story(model: Model): readonly string[] {
  const [only] = ownJourneys(model);
  const touchpoints = (only?.stages ?? []).flatMap((stage) => stage.touchpoints);
  return touchpoints
    .map((each) =>
      JSON.stringify(each, (key, value: unknown) =>
        ['place', 'extent', 'body', 'stage', 'owner', 'key', 'doc'].includes(key) ? undefined : value,
      ),
    )
    .toSorted();
}

/** The lines of a text in any order. */
function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .toSorted();
}

test('moving any touchpoint of an example anywhere changes its place and nothing else', async () => {
  const shared = { 'people.journey': example('people'), 'services.journey': example('services') };
  const files = await filesOf({ ...shared, 'a.journey': example('as-is') });
  const document = files.document('a.journey');
  const [before] = ownJourneys(files.model('a.journey'));
  const stages = before?.stages ?? [];
  const touchpoints = stages.flatMap((stage) => stage.touchpoints);
  await assert(
    asyncProperty(integer({ min: 0, max: 999 }), integer({ min: 0, max: 999 }), async (from, to) => {
      const touchpoint = touchpoints[from % touchpoints.length];
      const tops = stages.map(({ key }) => ({ stage: key }));
      const places = touchpoints.map(({ key, stage }) => ({ stage, after: key }));
      const targets = [...tops, ...places];
      const target = targets[to % targets.length];
      if (touchpoint === undefined || target === undefined) throw new Error('The example is empty');
      const planned = planMapEdit({ kind: 'moveTouchpoint', touchpoint: touchpoint.key, ...target }, document);
      if ('refusal' in planned) throw new Error(planned.refusal.en);
      const text = TextDocument.applyEdits(document.textDocument, [...(planned.edits.get(document) ?? [])]);
      const moved = await filesOf({ ...shared, 'a.journey': text });
      expect(problemsOf(moved.document('a.journey')).filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(story(moved.model('a.journey'))).toEqual(story(files.model('a.journey')));
      expect(linesOf(text)).toEqual(linesOf(document.textDocument.getText()));
    }),
    { numRuns: 25 },
  );
});
