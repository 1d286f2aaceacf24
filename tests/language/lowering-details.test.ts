import { describe, expect, test } from 'vitest';
import type { Touchpoint } from '../../src/model/journey.ts';
import { type Model, ownJourneys } from '../../src/model/model.ts';
import { fileOf } from '../support/documents.ts';

function touchpointIn(model: Model): Touchpoint {
  const touchpoint = ownJourneys(model)[0]?.stages[0]?.touchpoints[0];
  if (touchpoint === undefined) throw new Error('There is no touchpoint');
  return touchpoint;
}

/** The first touchpoint, with these statements. */
async function touchpointWith(...lines: readonly string[]): Promise<Touchpoint> {
  const text = `persona Ken
emotion gloom "Gloomy" = -2 "🌧"
journey J { stage S { for Ken
touchpoint T on web {
${lines.join('\n')}
}
touchpoint U
} }`;
  return touchpointIn((await fileOf(text)).model);
}

describe('feelings', () => {
  const cases: readonly (readonly [written: string, feeling: object])[] = [
    ['feels anxious', { name: 'anxious', emotion: 'anxious', value: -1, valueStated: false, face: expect.any(String) }],
    ['feels anxious -2', { name: 'anxious', emotion: 'anxious', value: -2, valueStated: true }],
    ['feels gloom', { name: 'Gloomy', emotion: 'gloom', value: -2, face: '🌧' }],
    ['feels wistful -1', { name: 'wistful', emotion: undefined, value: -1, valueStated: true }],
    ['feels Ken -1', { persona: { key: 'Ken' }, name: undefined, value: -1 }],
    ['feels Ken calm', { persona: { key: 'Ken' }, name: 'calm', value: 0, valueStated: false }],
    ['feels +1', { persona: undefined, name: undefined, value: 1 }],
  ];
  test.for(cases)('%s', async ([written, feeling]) => {
    const { feelings } = await touchpointWith(written);
    expect(feelings).toHaveLength(1);
    expect(feelings[0]).toMatchObject(feeling);
  });

  test('a number off the scale is no feeling, even where the emotion has a value', async () => {
    expect((await touchpointWith('feels anxious -3')).feelings).toEqual([]);
  });
});

describe('what is broken or unknown is left out', () => {
  test('references without a target, words outside their list, values of the wrong kind', async () => {
    const touchpoint = await touchpointWith(
      'on nowhere',
      'by nobody',
      'waits 30%',
      'effort 9',
      'conversion 130%',
      'cost 3 days',
      'asks nothing',
      'shows unheard',
    );
    expect(touchpoint.channels.map(({ key }) => key)).toEqual(['web']);
    for (const field of ['initiator', 'wait', 'effort', 'conversion', 'cost'] as const) {
      expect(touchpoint[field]).toBeUndefined();
    }
    expect(touchpoint.asks).toEqual([]);
    expect(touchpoint.shows).toEqual([]);
  });

  test('what is expected on an unknown channel is not expected on all others', async () => {
    const within = 'expects reply within 5 min';
    expect((await touchpointWith(`${within} on nowhere`)).expectations).toEqual([]);
    expect((await touchpointWith(`${within} on nowhere, web`)).expectations).toMatchObject([
      { channels: [{ key: 'web' }] },
    ]);
    expect((await touchpointWith(within)).expectations).toMatchObject([{ channels: [] }]);
  });

  test('of a statement that is written twice, the first one counts', async () => {
    expect(await touchpointWith('told "x"', 'told "y"')).toMatchObject({ told: { text: 'x' } });
  });

  test('a longest wait below the usual one', async () => {
    const { wait } = await touchpointWith('waits 12 min max 4 min');
    expect(wait).toMatchObject({ typical: { seconds: 720 } });
    expect(wait?.longest).toBeUndefined();
  });

  test('an arrow without a target leads nowhere, and an end of an unknown kind is an end', async () => {
    const { model } = await fileOf(
      'journey J { stage S {\ntouchpoint A { -> Nowhere }\ntouchpoint B { end somehow }\ntouchpoint C\n} }',
    );
    expect(ownJourneys(model)[0]?.paths.map(({ kind, from, to, end }) => [kind, from, to, end?.value])).toEqual([
      ['arrow', 'J.S.A', undefined, undefined],
      ['next', 'J.S.A', 'J.S.B', undefined],
      ['end', 'J.S.B', undefined, undefined],
      ['end', 'J.S.C', undefined, 'success'],
    ]);
  });
});

test('the ways on stand in the order of the text', async () => {
  const { model } = await fileOf(
    'journey J { stage S { touchpoint A {\non failure -> B\n-> C\nloop max 2 then -> B\n-> B\n}\ntouchpoint B\ntouchpoint C\n} }',
  );
  const ways = ownJourneys(model)[0]?.paths.filter(({ from }) => from === 'J.S.A');
  expect(ways?.map(({ kind, to }) => [kind, to])).toEqual([
    ['failure', 'J.S.B'],
    ['arrow', 'J.S.C'],
    ['loop', 'J.S.B'],
    ['arrow', 'J.S.B'],
  ]);
  expect(touchpointIn(model).loop).toMatchObject({ max: { value: 2 } });
});

test('a touchpoint is for whom its stage is for, unless it says otherwise', async () => {
  const { model } = await fileOf(
    'persona A\npersona B\njourney J { stage S { for A\ntouchpoint T\ntouchpoint U for B\n} }',
  );
  const touchpoints = ownJourneys(model)[0]?.stages[0]?.touchpoints ?? [];
  expect(touchpoints.map(({ personas }) => personas.map(({ key }) => key))).toEqual([['A'], ['B']]);
});

test('the nearest owner counts, and says from where it is', async () => {
  const { model } = await fileOf(`team A
team B
team C
journey J { owner A
stage S { touchpoint T
touchpoint U { owner C } }
stage R { owner B
touchpoint V } }`);
  const touchpoints = ownJourneys(model)[0]?.stages.flatMap((stage) => stage.touchpoints) ?? [];
  expect(touchpoints.map(({ owner }) => [owner?.key, owner?.from])).toEqual([
    ['A', 'journey'],
    ['C', 'touchpoint'],
    ['B', 'stage'],
  ]);
});

test('handovers of a journey are its own and those at the top of its file', async () => {
  const { model } = await fileOf('team A\nteam B\nhandover A -> B\njourney J { handover B -> A within 1 h }');
  const [journey] = ownJourneys(model);
  expect(journey?.handovers.map(({ from, to }) => [from.key, to.key])).toEqual([
    ['B', 'A'],
    ['A', 'B'],
  ]);
});

describe('channels', () => {
  test('are what their kind brings and what is added', async () => {
    const { model } = await fileOf('channel desk : counter { selfService }\nchannel phone { hours 9:00-18:00 }');
    expect(model.channels.get('desk')).toMatchObject({ human: true, selfService: true, digital: false });
    expect(model.channels.get('phone')).toMatchObject({ kind: { value: 'phone' }, human: true, library: false });
  });

  test('know their hours', async () => {
    const { model } = await fileOf('channel c { hours sat-mon 22:00-2:00, 月水金 9:00-18:00, 10:00-12:00 }');
    expect(model.channels.get('c')?.hours).toMatchObject([
      { days: [0, 5, 6], fromMinutes: 1320, toMinutes: 1560 },
      { days: [0, 2, 4], fromMinutes: 540, toMinutes: 1080 },
      { days: [0, 1, 2, 3, 4, 5, 6], fromMinutes: 600, toMinutes: 720, written: '10:00-12:00' },
    ]);
  });
});

test('sensitive data is personal', async () => {
  const { model } = await fileOf('data health : sensitive\ndata size');
  expect(model.data.get('health')).toMatchObject({ personal: true, sensitive: true });
  expect(model.data.get('size')).toMatchObject({ personal: false });
});

describe('doc comments', () => {
  const cases: readonly (readonly [name: string, text: string, doc: string | undefined])[] = [
    ['one line', '/** Who. */\npersona P', 'Who.'],
    ['several lines', '/**\n * Who\n *\n *   and what.\n */\npersona P', 'Who\n\n  and what.'],
    ['with another comment below', '/** Who. */\n// and so on\npersona P', 'Who.'],
    ['above an empty line: it is about the file', '/** All. */\n\npersona P', undefined],
    ['an ordinary comment', '/* Who. */\npersona P', undefined],
    ['behind something else', 'persona O /** O. */\npersona P', undefined],
    ['with Windows line ends', '/**\r\n * Who\r\n * what\r\n */\r\npersona P', 'Who\nwhat'],
  ];
  test.for(cases)('%s', async ([, text, doc]) => {
    const { model } = await fileOf(text);
    expect(model.personas.get('P')?.doc).toBe(doc);
  });
});

describe('comments that silence a rule', () => {
  const cases: readonly (readonly [name: string, text: string, found: readonly object[]])[] = [
    [
      'above a line',
      '// journey-ignore asks-again: the law\npersona P',
      [{ rule: 'asks-again', reason: 'the law', line: 1 }],
    ],
    ['with a wide colon', '//journey-ignore asks-again:法律のため\npersona P', [{ reason: '法律のため', line: 1 }]],
    ['in a block comment', '/* journey-ignore a-b: x: y */ persona P', [{ rule: 'a-b', reason: 'x: y', line: 0 }]],
    [
      'several above one line',
      '// journey-ignore a: x\n/*\n * journey-ignore b: y\n * journey-ignore c: z\n */\n\npersona P',
      [
        { rule: 'a', line: 6 },
        { rule: 'b', reason: 'y', line: 6 },
        { rule: 'c', reason: 'z', line: 6 },
      ],
    ],
    ['behind a statement', 'persona P /* x */ // journey-ignore a: x\npersona Q', [{ rule: 'a', line: 0 }]],
    ['without a reason', '// journey-ignore a\npersona P', [{ rule: 'a', line: 1 }]],
    ['with an empty reason', '// journey-ignore a: \npersona P', [{ rule: 'a', line: 1 }]],
    ['without a rule', '// journey-ignore\npersona P', [{ rule: '', line: 1 }]],
    ['not in a text', 'persona P "journey-ignore a: x"', []],
    ['not in the middle of a sentence', '// use journey-ignore a: x\npersona P', []],
    ['not with another word', '// journey-ignored a: x\npersona P', []],
  ];
  test.for(cases)('%s', async ([, text, found]) => {
    const { model } = await fileOf(text);
    expect(model.suppressions).toHaveLength(found.length);
    for (const [index, suppression] of model.suppressions.entries())
      expect(suppression).toMatchObject(found[index] ?? {});
  });

  test('stand where the rule is named', async () => {
    const { model, files } = await fileOf('// journey-ignore asks-again: x\n// journey-ignore : y\npersona P');
    expect(model.suppressions.map(({ place }) => files.textAt(place))).toEqual(['asks-again', '// journey-ignore : y']);
  });
});

test('things that are half written are kept as far as they go', async () => {
  const { model } = await fileOf('journey J { stage S {\ntouchpoint {\nwaits 4 min\n}\ntouchpoint B { does "x"');
  const touchpoints = ownJourneys(model)[0]?.stages[0]?.touchpoints ?? [];
  expect(touchpoints).toMatchObject([
    { id: '', wait: { typical: { seconds: 240 } } },
    { id: 'B', does: [{ text: 'x' }], body: { closed: false } },
  ]);
});

test('a suppression says its reason only when there is one', async () => {
  const { model } = await fileOf('// journey-ignore a\n// journey-ignore b: \npersona P');
  expect(model.suppressions.map(({ reason }) => reason)).toEqual([undefined, undefined]);
});

test('two things with one id have different keys', async () => {
  const { model } = await fileOf('journey J { stage S { touchpoint A\ntouchpoint A\n} stage S { touchpoint A } }');
  const keys = ownJourneys(model)[0]?.stages.flatMap((stage) => stage.touchpoints.map(({ key }) => key));
  expect(keys).toEqual(['J.S.A', 'J.S.A#2', 'J.S#2.A']);
});
