import * as fc from '../../support/properties.ts';
import { describe, expect, it } from 'vitest';
import type { Visit } from '../../../src/model/flow/facts.ts';
import type { Flow } from '../../../src/model/flow/flow.ts';
import type { Knowledge } from '../../../src/model/flow/known.ts';
import type { GraphEdge, GraphNode } from '../../../src/model/graph.ts';
import type { JourneySpec, TouchpointSpec } from '../../support/model-builder.ts';
import { DATA, randomJourney, SYSTEMS } from '../random-journeys.ts';
import { arrivals, type Change, change } from './all-walks.ts';
import { flowOf, keysOf, namesOf, nodeAt, nodeOf } from './flow-of.ts';

describe('what is known', () => {
  it('is known to the system that was told, and from where', () => {
    const flow = flowOf([
      { id: 'Orders', system: 'Shop', asks: ['email'], asksOptionally: ['name'] },
      { id: 'Calls', system: 'Crm' },
    ]);
    const email = before(flow, 'Calls', 'email');
    expect(email?.certainty).toBe('always');
    expect(email?.holders).toEqual([{ system: 'Shop', certainty: 'always' }]);
    expect(email?.origins.map(({ node, how, optional, system }) => [node.key, how, optional, system])).toEqual([
      ['Orders', 'asked', false, 'Shop'],
    ]);
    expect(namesOf(email?.witness)).toEqual(['Orders', 'Calls']);
    expect(before(flow, 'Calls', 'name')?.certainty).toBe('sometimes');
    expect(before(flow, 'Calls', 'name')?.origins[0]?.optional).toBe(true);
    expect(before(flow, 'Orders', 'email')).toBeUndefined();
    expect(flow.known.after(nodeOf(flow, 'Orders'), 'email')?.certainty).toBe('always');
    expect(flow.known.knows(nodeOf(flow, 'Calls'), 'email', 'Shop')).toBe('always');
    expect(flow.known.knows(nodeOf(flow, 'Calls'), 'email', 'Crm')).toBeUndefined();
    expect(flow.known.allBefore(nodeOf(flow, 'Calls'))).toEqual(
      new Map([
        ['email', 'always'],
        ['name', 'sometimes'],
      ]),
    );
  });

  it.each<[string, Partial<TouchpointSpec>, string]>([
    ['gives', { gives: ['x'] }, 'given'],
    ['prefilled', { prefilled: ['x'] }, 'prefilled'],
    ['recognises', { recognises: ['x'] }, 'recognised'],
    ['reads', { reads: ['x'] }, 'read'],
  ])('becomes known by %s', (_statement, spec, how) => {
    const flow = flowOf([{ id: 'A', system: 'Shop', ...spec }, { id: 'B' }]);
    expect(before(flow, 'B', 'x')?.origins.map((origin) => origin.how)).toEqual([how]);
  });

  it('is known to somebody when no system is named', () => {
    const flow = flowOf([{ id: 'A', asks: ['x'] }, { id: 'B' }]);
    expect(before(flow, 'B', 'x')?.holders).toEqual([{ system: undefined, certainty: 'always' }]);
    expect(flow.known.knows(nodeOf(flow, 'B'), 'x', undefined)).toBe('always');
  });

  it('gets on to those with whom it is shared, and to those with whom they share it', () => {
    const flow = flowOf({
      touchpoints: [
        { id: 'A', system: 'Shop', asks: ['email', 'name'] },
        { id: 'B', system: 'Pos' },
      ],
      systems: {
        Shop: [
          { data: ['email'], to: 'Crm' },
          { data: ['name'], to: 'Shop' },
        ],
        Crm: [
          { data: ['email'], to: 'Pos' },
          { data: ['email'], to: 'Shop' },
        ],
      },
    });
    expect(before(flow, 'B', 'email')?.holders.map(({ system }) => system)).toEqual(['Shop', 'Crm', 'Pos']);
    expect(before(flow, 'B', 'name')?.holders.map(({ system }) => system)).toEqual(['Shop']);
    expect(flow.known.sharedWith('Shop', 'email')).toEqual(['Crm', 'Pos']);
    expect(flow.known.sharedWith('Pos', 'email')).toEqual([]);
  });

  it('is carried along arrows, and by agreement between owners', () => {
    const flow = flowOf({
      touchpoints: [
        {
          id: 'A',
          owner: 'Sales',
          asks: ['issue'],
          system: 'Shop',
          ways: [{ to: 'B', carries: ['issue'] }, { to: 'C' }],
        },
        { id: 'B', system: 'Crm' },
        { id: 'C', owner: 'Field', system: 'Pos' },
      ],
      handovers: [{ from: 'Sales', to: 'Field', carries: ['issue'] }],
    });
    expect(flow.known.knows(nodeOf(flow, 'B'), 'issue', 'Crm')).toBe('always');
    expect(flow.known.knows(nodeOf(flow, 'C'), 'issue', 'Pos')).toBe('sometimes');
    const [toB, toC] = nodeOf(flow, 'A').out;
    expect(toB && flow.known.knowsOn(toB, 'issue', 'Crm')).toBe('always');
    expect(toC && flow.known.knowsOn(toC, 'issue', 'Pos')).toBe('always');
    expect(toC && flow.known.knowsOn(toC, 'issue', 'Crm')).toBeUndefined();
    const knowledge = before(flow, 'B', 'issue');
    expect(knowledge?.origins.map((origin) => origin.how)).toEqual(['carried', 'asked']);
    expect(knowledge?.source).toMatchObject({ how: 'asked', node: { key: 'A' } });
    expect(namesOf(knowledge?.witness)).toEqual(['A', 'B']);
  });

  it('is known on all ways when different systems learn it', () => {
    const flow = flowOf([
      { id: 'A', ways: [{ to: 'B' }, { to: 'C' }] },
      { id: 'B', system: 'Shop', asks: ['x'], ways: [{ to: 'D' }] },
      { id: 'C', system: 'Crm', asks: ['x'] },
      { id: 'D' },
    ]);
    expect(before(flow, 'D', 'x')?.certainty).toBe('always');
    expect(before(flow, 'D', 'x')?.holders).toEqual([
      { system: 'Shop', certainty: 'sometimes' },
      { system: 'Crm', certainty: 'sometimes' },
    ]);
  });

  it('is forgotten by the system that forgets it, but not by those it was shared with', () => {
    const forgetting = { id: 'B', system: 'Shop', forgets: ['x'] };
    const alone = flowOf([{ id: 'A', system: 'Shop', asks: ['x'] }, forgetting, { id: 'C' }]);
    expect(before(alone, 'C', 'x')).toBeUndefined();
    const shared = flowOf({
      touchpoints: [{ id: 'A', system: 'Shop', asks: ['x'] }, forgetting, { id: 'C' }],
      systems: { Shop: [{ data: ['x'], to: 'Crm' }] },
    });
    expect(before(shared, 'C', 'x')?.holders).toEqual([{ system: 'Crm', certainty: 'always' }]);
    expect(before(shared, 'C', 'x')?.origins.map(({ node }) => node.key)).toEqual(['A']);
    const all = flowOf([{ id: 'A', system: 'Shop', asks: ['x'] }, { id: 'B', forgets: ['x'] }, { id: 'C' }]);
    expect(before(all, 'C', 'x')).toBeUndefined();
  });

  it('is not kept where it is asked and forgotten', () => {
    const flow = flowOf([{ id: 'A', system: 'Shop', asks: ['x'], forgets: ['x'] }, { id: 'B' }]);
    expect(before(flow, 'B', 'x')).toBeUndefined();
  });
});

describe('on random journeys', () => {
  const visits = fc.constantFrom<Visit>('any', 'first');
  const shape = randomJourney({ most: 7, optional: true });

  it('each system knows what all walks together say', () => {
    fc.assert(
      fc.property(shape, visits, (spec, visit) => {
        const flow = flowOf(spec);
        const expected = arrivals({
          starts: flow.graph.entries.map((entry) => entry.index),
          steps: flow.graph.edges
            .filter((edge) => visit === 'any' || !flow.isBack(edge))
            .map((edge) => ({ from: edge.from.index, to: edge.to.index, change: carrying(spec, edge) })),
          leave: (index) => leaving(spec, nodeAt(flow, index)),
        });
        for (const node of flow.graph.nodes) {
          for (const datum of DATA) {
            for (const system of [...SYSTEMS, undefined]) {
              const certainty = expected.get(node.index)?.get(`${datum}@${system}`);
              expect(flow.known.knows(node, datum, system, visit)).toBe(certainty);
            }
            const knowledge = flow.known.before(node, datum, visit);
            expect(knowledge !== undefined).toBe(flow.known.allBefore(node, visit).has(datum));
            expect(knowledge?.origins.length).not.toBe(0);
            expect(knowledge?.witness.nodes.at(-1)).toBe(knowledge && node);
          }
        }
      }),
    );
  });

  it('sharing more never makes less known', () => {
    fc.assert(
      fc.property(shape, fc.constantFrom(...DATA), (spec, datum) => {
        const less = flowOf(spec);
        const more = flowOf({
          ...spec,
          systems: { ...spec.systems, Shop: [{ data: [datum], to: 'Crm' }, ...(spec.systems?.['Shop'] ?? [])] },
        });
        for (const node of less.graph.nodes) {
          for (const [known, certainty] of less.known.allBefore(node)) {
            const now = more.known.allBefore(nodeAt(more, node.index)).get(known);
            expect([certainty, 'always']).toContain(now);
          }
        }
      }),
    );
  });
});

/** What becomes of `datum@system` where somebody leaves a touchpoint, straight from what is written there. */
function leaving(spec: JourneySpec, { touchpoint }: GraphNode): Change {
  const forgotten = keysOf(touchpoint.forgets);
  const holders = touchpoint.system === undefined ? SYSTEMS : [touchpoint.system.key];
  const asked = (optional: boolean): string[] =>
    touchpoint.asks
      .filter((request) => (request.optional !== undefined) === optional)
      .flatMap((request) => keysOf(request.data));
  const learned = (data: readonly string[]): string[][] =>
    data
      .filter((datum) => !forgotten.includes(datum))
      .map((datum) => holdersOf(spec, touchpoint.system?.key, datum).map((holder) => `${datum}@${holder}`));
  const lost = change(
    forgotten.flatMap((datum) => [...holders, undefined].map((holder) => `${datum}@${holder}`)),
    learned([...asked(false), ...keysOf(touchpoint.gives)]).flat(),
    [],
  );
  // What is asked on request becomes known to all of its holders, or to none.
  return (facts) =>
    learned(asked(true)).reduce((sets, some) => sets.flatMap((set) => [set, new Set([...set, ...some])]), lost(facts));
}

function carrying(spec: JourneySpec, edge: GraphEdge): Change {
  const system = edge.to.touchpoint.system?.key;
  const facts = keysOf(edge.carries).flatMap((datum) =>
    holdersOf(spec, system, datum).map((holder) => `${datum}@${holder}`),
  );
  return change([], facts, []);
}

function holdersOf(spec: JourneySpec, system: string | undefined, datum: string): (string | undefined)[] {
  if (system === undefined) return [undefined];
  const holders = new Set([system]);
  for (const holder of holders) {
    for (const share of spec.systems?.[holder] ?? []) if (share.data.includes(datum)) holders.add(share.to);
  }
  return [...holders];
}

function before(flow: Flow, key: string, datum: string): Knowledge | undefined {
  return flow.known.before(nodeOf(flow, key), datum);
}
