import { describe, expect, it } from 'vitest';
import type { Path } from '../../src/model/path.ts';
import { pathsOf } from '../../src/model/paths.ts';
import { buildJourney, type JourneySpec } from '../support/model-builder.ts';

describe('pathsOf', () => {
  it.each<[string, JourneySpec, string[]]>([
    ['nothing written', { touchpoints: [{ id: 'A' }, { id: 'B' }] }, ['A next B', 'B end success (implied)']],
    [
      'across stages',
      {
        touchpoints: [
          { id: 'A', stage: 'One' },
          { id: 'B', stage: 'Two' },
        ],
      },
      ['A next B', 'B end success (implied)'],
    ],
    [
      'arrows replace the default',
      { touchpoints: [{ id: 'A', ways: [{ to: 'C' }, { to: 'A' }] }, { id: 'B' }, { id: 'C' }] },
      ['A arrow C', 'A arrow A', 'B next C', 'C end success (implied)'],
    ],
    [
      'an end replaces the default',
      { touchpoints: [{ id: 'A', ways: [{ end: 'exit' }] }, { id: 'B' }] },
      ['A end exit', 'B end success (implied)'],
    ],
    [
      'an arrow and an end',
      {
        touchpoints: [
          { id: 'A', ways: [{ end: 'exit' }, { to: 'B' }] },
          { id: 'B', ways: [{ end: 'success' }] },
        ],
      },
      ['A end exit', 'A arrow B', 'B end success'],
    ],
    [
      'failures and loops leave the default',
      {
        touchpoints: [
          { id: 'A', ways: [{ failure: 'B' }, { loop: 'C' }] },
          { id: 'B' },
          { id: 'C', ways: [{ failure: 'A' }] },
        ],
      },
      ['A failure B', 'A loop C', 'A next B', 'B next C', 'C failure A', 'C end success (implied)'],
    ],
    [
      'a loop that only leads back goes on after its rounds',
      { touchpoints: [{ id: 'A' }, { id: 'B', ways: [{ to: 'A' }, { loop: undefined }] }, { id: 'C' }] },
      ['A next B', 'B arrow A', 'B loop C', 'C end success (implied)'],
    ],
    [
      'a loop that also leads on needs nothing more',
      { touchpoints: [{ id: 'A' }, { id: 'B', ways: [{ to: 'A' }, { to: 'C' }, { loop: undefined }] }, { id: 'C' }] },
      ['A next B', 'B arrow A', 'B arrow C', 'C end success (implied)'],
    ],
    [
      'help in between that leads back is for those who fail',
      { touchpoints: [{ id: 'A', ways: [{ failure: 'B' }] }, { id: 'B', ways: [{ to: 'A' }] }, { id: 'C' }] },
      ['A failure B', 'A next C', 'B arrow A', 'C end success (implied)'],
    ],
    [
      'help that is tried some times and then leads to other help',
      {
        touchpoints: [
          { id: 'A', ways: [{ failure: 'B' }] },
          { id: 'B', optional: true, ways: [{ to: 'A' }, { loop: 'C' }] },
          { id: 'C', optional: true, ways: [{ to: 'A' }] },
          { id: 'D' },
        ],
      },
      ['A failure B', 'A next C', 'A next D', 'B arrow A', 'B loop C', 'C arrow A', 'D end success (implied)'],
    ],
    [
      'help of two steps',
      {
        touchpoints: [
          { id: 'A', ways: [{ failure: 'B' }] },
          { id: 'B' },
          { id: 'C', ways: [{ to: 'A' }] },
          { id: 'D' },
        ],
      },
      ['A failure B', 'A next D', 'B next C', 'C arrow A', 'D end success (implied)'],
    ],
    [
      'an optional detour',
      { touchpoints: [{ id: 'A' }, { id: 'B', optional: true, ways: [{ to: 'A' }] }, { id: 'C' }] },
      ['A next B', 'A next C', 'B arrow A', 'C end success (implied)'],
    ],
    [
      'back to the start for everybody',
      { touchpoints: [{ id: 'A' }, { id: 'B', ways: [{ to: 'A' }] }, { id: 'C' }] },
      ['A next B', 'B arrow A', 'C end success (implied)'],
    ],
    [
      'where a failure ends is passed over, wherever it stands',
      {
        touchpoints: [
          { id: 'A', ways: [{ failure: 'B' }] },
          { id: 'B', ways: [{ end: 'exit' }] },
          { id: 'C', ways: [{ failure: 'E' }] },
          { id: 'D', ways: [] },
          { id: 'E', ways: [{ end: 'failure' }] },
          { id: 'F', ways: [] },
        ],
      },
      [
        'A failure B',
        'A next C',
        'B end exit',
        'C failure E',
        'C next D',
        'D next F',
        'E end failure',
        'F end success (implied)',
      ],
    ],
    [
      'so are the steps of a failure that lead to its end, when the text goes on',
      {
        touchpoints: [
          { id: 'A', ways: [{ failure: 'B' }] },
          { id: 'B', ways: [] },
          { id: 'C', ways: [{ end: 'exit' }] },
          { id: 'D', ways: [{ failure: 'E' }] },
          { id: 'E', ways: [] },
          { id: 'F', ways: [{ end: 'exit' }] },
        ],
      },
      ['A failure B', 'A next D', 'B next C', 'C end exit', 'D failure E', 'D next E', 'E next F', 'F end exit'],
    ],
    [
      'so is what an arrow leads to from there',
      {
        touchpoints: [
          { id: 'A', ways: [{ failure: 'B' }] },
          { id: 'B', ways: [{ to: 'C' }] },
          { id: 'C', ways: [{ end: 'exit' }] },
          { id: 'D', ways: [] },
        ],
      },
      ['A failure B', 'A next D', 'B arrow C', 'C end exit', 'D end success (implied)'],
    ],
    [
      'where an arrow leads as well, it is only passed over after what fails',
      {
        touchpoints: [
          { id: 'A', ways: [{ failure: 'C' }, { to: 'B' }, { to: 'C' }] },
          { id: 'B', ways: [] },
          { id: 'C', ways: [{ end: 'failure' }] },
        ],
      },
      ['A failure C', 'A arrow B', 'A arrow C', 'B next C', 'C end failure'],
    ],
    [
      'a failure without a way',
      { touchpoints: [{ id: 'A', ways: [{ failure: undefined }] }] },
      ['A failure nowhere', 'A end success (implied)'],
    ],
    [
      'the others go on',
      { for: ['Ken', 'Sato'], touchpoints: [{ id: 'A', ways: [{ to: 'C', for: ['Ken'] }] }, { id: 'B' }, { id: 'C' }] },
      ['A arrow C for Ken', 'A next B for Sato', 'B next C', 'C end success (implied)'],
    ],
    [
      'no others',
      {
        for: ['Ken', 'Sato'],
        touchpoints: [
          {
            id: 'A',
            ways: [
              { to: 'A', for: ['Ken'] },
              { to: 'B', for: ['Sato'] },
            ],
          },
          { id: 'B' },
        ],
      },
      ['A arrow A for Ken', 'A arrow B for Sato', 'B end success (implied)'],
    ],
    [
      'no others at a touchpoint for one persona',
      {
        for: ['Ken', 'Sato'],
        touchpoints: [{ id: 'A', for: ['Ken'], ways: [{ to: 'A', for: ['Ken'] }] }, { id: 'B' }],
      },
      ['A arrow A for Ken', 'B end success (implied)'],
    ],
    [
      'nobody says who the others are',
      { touchpoints: [{ id: 'A', ways: [{ to: 'C', for: ['Ken'] }] }, { id: 'B' }, { id: 'C' }] },
      ['A arrow C for Ken', 'A next B', 'B next C', 'C end success (implied)'],
    ],
  ])('%s', (_name, spec, expected) => {
    expect(buildJourney(spec).journey.paths.map(described)).toEqual(expected);
  });

  it('keeps the default while no arrow has a target that is known', () => {
    const nowhere = { kind: 'arrow', personas: [], carries: [], transfer: false, place } as const;
    const touchpoints = [
      { key: 'A', personas: [], place, ways: [nowhere] },
      { key: 'B', personas: [], place, ways: [nowhere, { ...nowhere, to: 'A' }] },
    ];
    expect(pathsOf(touchpoints, []).map(described)).toEqual([
      'A arrow nowhere',
      'A next B',
      'B arrow nowhere',
      'B arrow A',
    ]);
  });
});

const position = { line: 0, character: 0 };
const place = { uri: 'memory:///test.journey', range: { start: position, end: position } };

function described({ kind, from, to, end, personas }: Path): string {
  const implied = end !== undefined && 'implied' in end ? ' (implied)' : '';
  const forWhom = personas.length === 0 ? '' : ` for ${personas.map((persona) => persona.key).join(', ')}`;
  return `${from} ${kind} ${to ?? end?.value ?? 'nowhere'}${implied}${forWhom}`;
}
