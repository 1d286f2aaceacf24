import { assert, asyncProperty, subarray } from '../support/properties.ts';
import { TextDocument } from 'langium';
import { describe, expect, test } from 'vitest';
import { textEditsOf } from '../../src/language/edit/text-edits.ts';
import type { Edit } from '../../src/model/finding.ts';
import type { Journey, Touchpoint } from '../../src/model/journey.ts';
import { ownJourneys } from '../../src/model/model.ts';
import type { Place } from '../../src/model/place.ts';
import { fileOf } from '../support/documents.ts';

type Change = (touchpoint: Touchpoint, journey: Journey) => readonly Edit[];

async function apply(text: string, change: Change): Promise<string> {
  const { document, model } = await fileOf(text);
  const [journey] = ownJourneys(model);
  const touchpoint = journey?.stages[0]?.touchpoints[0];
  if (journey === undefined || touchpoint === undefined) throw new Error('The text has no touchpoint');
  return TextDocument.applyEdits(document.textDocument, [...textEditsOf(change(touchpoint, journey), document)]);
}

/** Lines of a touchpoint A in a stage in a journey. */
function inStage(...lines: readonly string[]): string {
  return ['journey J {', '  stage S {', ...lines.map((line) => `    ${line}`), '  }', '}', ''].join('\n');
}

const add =
  (...statements: readonly string[]): Change =>
  (to) => [{ kind: 'addStatements', to, statements }];

function remove(...places: readonly (Place | undefined)[]): readonly Edit[] {
  return places.flatMap((place) => (place === undefined ? [] : [{ kind: 'remove', place } as const]));
}

describe('adding statements', () => {
  const cases: readonly [name: string, before: readonly string[], change: Change, after: readonly string[]][] = [
    [
      'at the end of a block',
      ['touchpoint A on web {', '  does "x"', '}'],
      add('told "y"', 'because "z"'),
      ['touchpoint A on web {', '  does "x"', '  told "y"', '  because "z"', '}'],
    ],
    [
      'behind a comment at the end of a block',
      ['touchpoint A on web {', '  does "x" // note', '  // last', '}'],
      add('told "y"'),
      ['touchpoint A on web {', '  does "x" // note', '  // last', '  told "y"', '}'],
    ],
    [
      'with the indentation of its neighbours',
      ['touchpoint A on web {', '      does "x"', '}'],
      add('told "y"'),
      ['touchpoint A on web {', '      does "x"', '      told "y"', '}'],
    ],
    ['in an empty block', ['touchpoint A on web {}'], add('told "y"'), ['touchpoint A on web {', '  told "y"', '}']],
    [
      'in an empty block of several lines',
      ['touchpoint A on web {', '', '}'],
      add('told "y"'),
      ['touchpoint A on web {', '  told "y"', '}'],
    ],
    [
      'to what has no block',
      ['touchpoint A on web by customer // note'],
      add('told "y"'),
      ['touchpoint A on web by customer {', '  told "y"', '} // note'],
    ],
    [
      'to a block on one line, which is opened',
      ['touchpoint A on web { waits 4 min does "x" }', 'touchpoint B'],
      add('told "y"'),
      ['touchpoint A on web {', '  waits 4 min does "x"', '  told "y"', '}', 'touchpoint B'],
    ],
    [
      'before a brace on the line of a statement',
      ['touchpoint A on web {', '  does "x" }'],
      add('told "y"'),
      ['touchpoint A on web {', '  does "x"', '  told "y"', '}'],
    ],
    [
      'before an empty line at the end of the block',
      ['touchpoint A on web {', '  does "x"', '', '}'],
      add('told "y"'),
      ['touchpoint A on web {', '  does "x"', '  told "y"', '', '}'],
    ],
    [
      'twice, as if at once',
      ['touchpoint A on web'],
      (to) => [...add('told "y"')(to, {} as Journey), ...add('because "z"')(to, {} as Journey)],
      ['touchpoint A on web {', '  told "y"', '  because "z"', '}'],
    ],
    [
      'in place of what is removed',
      ['touchpoint A on web {', '  does "x"', '  waits 4 min', '}'],
      (to) => [...remove(to.wait?.place), ...add('told "y"')(to, {} as Journey)],
      ['touchpoint A on web {', '  does "x"', '  told "y"', '}'],
    ],
  ];
  test.for(cases)('%s', async ([, before, change, after]) => {
    expect(await apply(inStage(...before), change)).toBe(inStage(...after));
  });

  test('keeps Windows line ends', async () => {
    const before = inStage('touchpoint A on web {', '  does "x"', '}').replaceAll('\n', '\r\n');
    const after = inStage('touchpoint A on web {', '  does "x"', '  told "y"', '}').replaceAll('\n', '\r\n');
    expect(await apply(before, add('told "y"'))).toBe(after);
  });

  test('indents with tabs where the file does', async () => {
    const before = 'journey J {\n\tstage S {\n\t\ttouchpoint A on web\n\t}\n}\n';
    expect(await apply(before, add('told "y"'))).toBe(
      'journey J {\n\tstage S {\n\t\ttouchpoint A on web {\n\t\t\ttold "y"\n\t\t}\n\t}\n}\n',
    );
  });

  test('to a touchpoint on the line of its journey', async () => {
    expect(await apply('journey J { stage S { touchpoint A } }', add('told "y"'))).toBe(
      'journey J { stage S { touchpoint A {\n  told "y"\n} } }',
    );
  });
});

describe('removing', () => {
  const cases: readonly [name: string, before: readonly string[], change: Change, after: readonly string[]][] = [
    [
      'a statement takes its line',
      ['touchpoint A on web {', '  waits 4 min max 12 min', '  does "x"', '}'],
      ({ wait }) => remove(wait?.place),
      ['touchpoint A on web {', '  does "x"', '}'],
    ],
    [
      'a statement leaves the comment behind it',
      ['touchpoint A on web {', '  waits 4 min // measured in May', '  does "x"', '}'],
      ({ wait }) => remove(wait?.place),
      ['touchpoint A on web {', '  // measured in May', '  does "x"', '}'],
    ],
    [
      'a statement from a block on one line',
      ['touchpoint A on web { waits 4 min does "x" }'],
      ({ wait }) => remove(wait?.place),
      ['touchpoint A on web { does "x" }'],
    ],
    [
      'the only value takes its statement',
      ['touchpoint A on web {', '  told "x"', '  does "x"', '}'],
      ({ told }) => remove(told?.place),
      ['touchpoint A on web {', '  does "x"', '}'],
    ],
    [
      'a clause of a header',
      ['touchpoint A on web by customer {}'],
      ({ channels }) => remove(channels[0]?.place),
      ['touchpoint A by customer {}'],
    ],
    [
      'the first value of a list goes with the comma behind it',
      ['touchpoint A {', '  asks name, email, phoneNumber', '}'],
      ({ asks }) => remove(asks[0]?.data[0]?.place),
      ['touchpoint A {', '  asks email, phoneNumber', '}'],
    ],
    [
      'another value of a list goes with the comma before it',
      ['touchpoint A {', '  asks name, email, phoneNumber', '}'],
      ({ asks }) => remove(asks[0]?.data[2]?.place),
      ['touchpoint A {', '  asks name, email', '}'],
    ],
    [
      'several values of a list',
      ['touchpoint A {', '  asks name, email, phoneNumber', '}'],
      ({ asks }) => remove(asks[0]?.data[1]?.place, asks[0]?.data[0]?.place),
      ['touchpoint A {', '  asks phoneNumber', '}'],
    ],
    [
      'all values of a list take the statement',
      ['touchpoint A {', '  asks name, email', '  does "x"', '}'],
      ({ asks }) => remove(...(asks[0]?.data ?? []).map(({ place }) => place)),
      ['touchpoint A {', '  does "x"', '}'],
    ],
    [
      'all values of a list of things shown',
      ['touchpoint A {', '  shows price, terms', '  does "x"', '}'],
      ({ shows }) => remove(shows[0]?.place, shows[1]?.place),
      ['touchpoint A {', '  does "x"', '}'],
    ],
    [
      'one feeling of several',
      ['touchpoint A {', '  feels happy, calm', '}'],
      ({ feelings }) => remove(feelings[0]?.place),
      ['touchpoint A {', '  feels calm', '}'],
    ],
    [
      'an arrow',
      ['touchpoint A {', '  -> B 30%', '  -> A 70%', '}', 'touchpoint B'],
      (_, { paths }) => remove(paths[0]?.place),
      ['touchpoint A {', '  -> A 70%', '}', 'touchpoint B'],
    ],
  ];
  test.for(cases)('%s', async ([, before, change, after]) => {
    expect(await apply(inStage(...before), change)).toBe(inStage(...after));
  });
});

describe('other changes', () => {
  test('append to a list, and replace a value', async () => {
    const text = inStage('touchpoint A on web {', '  waits 4 min', '}');
    const changed = await apply(text, ({ channels, wait }) => [
      { kind: 'append', place: channels[0]?.place ?? nowhere, text: ', phone' },
      { kind: 'replace', place: wait?.typical.place ?? nowhere, text: '2 min' },
    ]);
    expect(changed).toBe(inStage('touchpoint A on web, phone {', '  waits 2 min', '}'));
  });

  test('add lines after a declaration, at its indentation and behind its comment', async () => {
    const text = inStage('touchpoint A on web {', '  does "x"', '} // the first', 'touchpoint B');
    const changed = await apply(text, (after) => [
      { kind: 'addAfter', after, lines: ['touchpoint C on email {', '  does "y"', '}'] },
    ]);
    expect(changed).toBe(
      inStage(
        'touchpoint A on web {',
        '  does "x"',
        '} // the first',
        'touchpoint C on email {',
        '  does "y"',
        '}',
        'touchpoint B',
      ),
    );
  });

  test('add lines after a declaration that shares its line', async () => {
    const changed = await apply('journey J { stage S { touchpoint A touchpoint B } }', (after) => [
      { kind: 'addAfter', after, lines: ['touchpoint C'] },
    ]);
    expect(changed).toBe('journey J { stage S { touchpoint A\ntouchpoint C\ntouchpoint B } }');
  });

  test('edits of other files are left to those', async () => {
    const place = { ...nowhere, uri: 'file:///elsewhere.journey' };
    expect(await apply(inStage('touchpoint A'), () => [{ kind: 'replace', place, text: 'x' }])).toBe(
      inStage('touchpoint A'),
    );
  });

  test('whatever is removed, the rest can be read', async () => {
    const lines = [
      'touchpoint A "T" on web, phone by customer for K {',
      '  waits 4 min max 12 min // long',
      '  asks name, email',
      '  shows price, terms "x"',
      '  feels happy, calm -1',
      '  -> A when "y"',
      '}',
    ];
    const text = `persona K\n${inStage(...lines)}`;
    const { document, model } = await fileOf(text);
    const touchpoint = ownJourneys(model)[0]?.stages[0]?.touchpoints[0];
    const places = [
      touchpoint?.channels[0]?.place,
      touchpoint?.channels[1]?.place,
      touchpoint?.wait?.place,
      touchpoint?.wait?.longest?.place,
      ...(touchpoint?.asks[0]?.data ?? []).map(({ place }) => place),
      ...(touchpoint?.shows ?? []).map(({ place }) => place),
      ...(touchpoint?.feelings ?? []).map(({ place }) => place),
    ].filter((place) => place !== undefined);
    await assert(
      asyncProperty(subarray(places), async (chosen) => {
        const edits = textEditsOf(remove(...chosen), document);
        const changed = TextDocument.applyEdits(document.textDocument, [...edits]);
        const again = await fileOf(changed);
        expect(again.document.parseResult.parserErrors).toEqual([]);
        expect(changed).toContain('// long');
      }),
      { numRuns: 60 },
    );
  });
});

const nowhere: Place = { uri: '', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
