import * as fc from '../../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { effectsOf } from '../../../src/model/flow/effects.ts';
import type { FactSource, Towards, Visit } from '../../../src/model/flow/facts.ts';
import type { Witness } from '../../../src/model/flow/witness.ts';
import { orderOf } from '../../../src/model/flow/order.ts';
import { solve } from '../../../src/model/flow/solver.ts';
import { forwardWiring } from '../../../src/model/flow/wiring.ts';
import type { GraphNode } from '../../../src/model/graph.ts';
import { randomJourney } from '../random-journeys.ts';
import { arrivals, change } from './all-walks.ts';
import { flowOf, keysOf, namesOf, nodeAt, nodeOf } from './flow-of.ts';

const told: FactSource = (mark, graph) => {
  for (const node of graph.nodes) if (node.touchpoint.gives.length > 0) mark.begins(node, 'told');
};

const confirmed: FactSource = (mark, graph) => {
  for (const node of graph.nodes) {
    if (node.touchpoint.gives.length > 0) mark.begins(node, 'confirmed');
    if (node.touchpoint.wait !== undefined) mark.ceases(node, 'confirmed');
  }
};

describe('past', () => {
  it('is certain after all ways, and not after some', () => {
    const flow = flowOf([
      { id: 'A', ways: [{ to: 'B' }, { to: 'C' }] },
      { id: 'B', gives: ['x'], ways: [{ to: 'D' }] },
      { id: 'C', ways: [{ to: 'D' }, { to: 'E' }] },
      { id: 'D', gives: ['x'] },
      { id: 'E' },
    ]);
    const past = flow.past(told);
    expect(past.before(nodeOf(flow, 'A'), 'told')).toBeUndefined();
    expect(past.before(nodeOf(flow, 'D'), 'told')).toBe('sometimes');
    expect(past.after(nodeOf(flow, 'D'), 'told')).toBe('always');
    expect(past.before(nodeOf(flow, 'E'), 'told')).toBe('sometimes');
    expect(past.origins(nodeOf(flow, 'E'), 'told').map((origin) => origin.node.key)).toEqual(['D']);
    expect(namesOf(past.witness(nodeOf(flow, 'D'), 'told'))).toEqual(['B', 'D']);
  });

  it('does not count the round before on a first visit', () => {
    const flow = flowOf([{ id: 'A' }, { id: 'B', gives: ['x'], ways: [{ to: 'A' }, { to: 'C' }] }, { id: 'C' }]);
    const past = flow.past(told);
    expect(past.before(nodeOf(flow, 'A'), 'told')).toBe('sometimes');
    expect(past.before(nodeOf(flow, 'B'), 'told')).toBe('sometimes');
    expect(past.before(nodeOf(flow, 'A'), 'told', 'first')).toBeUndefined();
    expect(past.before(nodeOf(flow, 'B'), 'told', 'first')).toBeUndefined();
    expect(past.before(nodeOf(flow, 'C'), 'told', 'first')).toBe('always');
    expect(namesOf(past.witness(nodeOf(flow, 'B'), 'told'))).toEqual(['B', 'A', 'B']);
  });

  it('is not certain of what happens only at an optional touchpoint', () => {
    const flow = flowOf([{ id: 'A' }, { id: 'B', optional: true, gives: ['x'] }, { id: 'C' }]);
    expect(flow.past(told).before(nodeOf(flow, 'C'), 'told')).toBe('sometimes');
  });

  it('knows nothing of what nobody reaches, and nothing from there', () => {
    const flow = flowOf([{ id: 'A', ways: [{ to: 'C' }] }, { id: 'B', gives: ['x'] }, { id: 'C' }]);
    expect(flow.past(told).before(nodeOf(flow, 'C'), 'told')).toBeUndefined();
    expect(flow.past(told).after(nodeOf(flow, 'B'), 'told')).toBeUndefined();
  });

  it('is computed once for each source', () => {
    const flow = flowOf([{ id: 'A' }]);
    expect(flow.past(told)).toBe(flow.past(told));
    expect(flow.future(told)).toBe(flow.future(told));
  });
});

describe('future', () => {
  it('is certain when all ways on come by, towards the ends that count', () => {
    const flow = flowOf([
      { id: 'A', ways: [{ to: 'B' }, { failure: 'C' }] },
      { id: 'B', gives: ['x'], ways: [{ end: 'success' }] },
      { id: 'C', ways: [{ end: 'failure' }] },
    ]);
    expect(flow.future(confirmed).ahead(nodeOf(flow, 'A'), 'confirmed')).toBe('sometimes');
    expect(flow.future(confirmed, 'success').ahead(nodeOf(flow, 'A'), 'confirmed')).toBe('always');
    expect(flow.future(confirmed).ahead(nodeOf(flow, 'B'), 'confirmed')).toBeUndefined();
    expect(flow.future(confirmed).fromHere(nodeOf(flow, 'B'), 'confirmed')).toBe('always');
    expect(namesOf(flow.future(confirmed).witness(nodeOf(flow, 'A'), 'confirmed'))).toEqual(['A', 'B']);
  });

  it('does not look beyond what is in the way', () => {
    const flow = flowOf([{ id: 'A' }, { id: 'B', waits: 9 }, { id: 'C', gives: ['x'] }]);
    expect(flow.future(confirmed).ahead(nodeOf(flow, 'A'), 'confirmed')).toBeUndefined();
    expect(flow.future(confirmed).ahead(nodeOf(flow, 'B'), 'confirmed')).toBe('always');
  });

  it('takes a dead end for an end, and ignores ways that never end', () => {
    const flow = flowOf([
      { id: 'A', ways: [{ to: 'B' }, { to: 'C' }, { to: 'E' }] },
      { id: 'B', gives: ['x'], ways: [{ to: 'C', share: 0 }] },
      { id: 'C', ways: [{ to: 'D' }] },
      { id: 'D', ways: [{ to: 'C' }] },
      { id: 'E', gives: ['x'] },
    ]);
    expect(flow.future(confirmed).ahead(nodeOf(flow, 'A'), 'confirmed')).toBe('always');
    expect(flow.canEnd(nodeOf(flow, 'B'), 'end')).toBe(true);
    expect(flow.canEnd(nodeOf(flow, 'C'), 'end')).toBe(false);
    expect(flow.canEnd(nodeOf(flow, 'B'), 'success')).toBe(false);
  });
});

/** What is asked begins, for some if it is optional; what is forgotten ceases; arrows begin what they carry. */
const mixed: FactSource = (mark, graph) => {
  for (const node of graph.nodes) {
    for (const fact of keysOf(node.touchpoint.forgets)) mark.ceases(node, fact);
    for (const fact of asked(node, false)) mark.begins(node, fact);
    for (const fact of asked(node, true)) mark.begins(node, fact, 'sometimes');
  }
  for (const edge of graph.edges) for (const fact of keysOf(edge.carries)) mark.beginsOn(edge, fact);
};

const leaving = (left: GraphNode) => change(keysOf(left.touchpoint.forgets), asked(left, false), asked(left, true));

describe('on random journeys', () => {
  const shape = fc.oneof(
    randomJourney({ most: 8, optional: true }),
    randomJourney({ most: 8, optional: true, targets: 'later' }),
  );
  const visits = fc.constantFrom<Visit>('any', 'first');

  it('past is what all walks together say', () => {
    fc.assert(
      fc.property(shape, visits, (spec, visit) => {
        const flow = flowOf(spec);
        const past = flow.past(mixed);
        const expected = arrivals({
          starts: flow.graph.entries.map((entry) => entry.index),
          steps: flow.graph.edges
            .filter((edge) => visit === 'any' || !flow.isBack(edge))
            .map((edge) => ({
              from: edge.from.index,
              to: edge.to.index,
              change: change([], keysOf(edge.carries), []),
            })),
          leave: (index) => leaving(nodeAt(flow, index)),
        });
        for (const one of flow.graph.nodes) {
          for (const fact of ['email', 'name', 'orderNo']) {
            const ways = one.in.filter((edge) => flow.reachable(edge.from) && (visit === 'any' || !flow.isBack(edge)));
            const onWays = ways.map((edge) => past.on(edge, fact, visit) ?? 'never');
            // Nothing holds yet where the journey begins.
            const onArrival = new Set(flow.graph.entries.includes(one) ? [...onWays, 'never'] : onWays);
            const certainty = past.before(one, fact, visit) ?? 'never';
            const expectedHere = onArrival.size > 1 ? 'sometimes' : ([...onArrival][0] ?? 'never');
            expect(certainty).toBe(expectedHere);
          }
          const facts = past.allBefore(one, visit);
          expect(sorted(facts)).toEqual(sorted(expected.get(one.index) ?? new Map()));
          for (const fact of ['email', 'name', 'orderNo']) expect(past.before(one, fact, visit)).toBe(facts.get(fact));
        }
      }),
    );
  });

  it('future is what all walks from the ends back say', () => {
    fc.assert(
      fc.property(shape, visits, fc.constantFrom<Towards>('end', 'success'), (spec, visit, towards) => {
        const flow = flowOf(spec);
        const future = flow.future(mixed, towards);
        const ends = flow.graph.nodes.filter((one) =>
          towards === 'success'
            ? one.ends.some((end) => end.end === 'success')
            : one.ends.length > 0 || one.out.length === 0,
        );
        const expected = arrivals({
          starts: ends.map((end) => end.index),
          steps: flow.graph.edges
            .filter((edge) => visit === 'any' || !flow.isBack(edge))
            .map((edge) => ({
              from: edge.to.index,
              to: edge.from.index,
              change: change([], keysOf(edge.carries), []),
            })),
          leave: (index) => leaving(nodeAt(flow, index)),
        });
        for (const one of flow.graph.nodes) {
          expect(sorted(future.allAhead(one, visit))).toEqual(sorted(expected.get(one.index) ?? new Map()));
        }
      }),
    );
  });

  it('what is so has an origin, and a way from there on which nothing takes it away', () => {
    fc.assert(
      fc.property(shape, visits, (spec, visit) => {
        const flow = flowOf(spec);
        const past = flow.past(mixed);
        for (const one of flow.graph.nodes) {
          for (const fact of past.allBefore(one, visit).keys()) {
            const origins = past.origins(one, fact, visit);
            const witness = past.witness(one, fact, visit);
            expect(origins.length).toBeGreaterThan(0);
            expect(witness?.nodes[0]).toBe(origins[0]?.node);
            expect(witness?.nodes.at(-1)).toBe(one);
            expectConnected(witness);
            for (const passed of witness?.nodes.slice(1, -1) ?? []) {
              expect(keysOf(passed.touchpoint.forgets)).not.toContain(fact);
            }
            const back = witness?.edges.filter((edge) => flow.isBack(edge)) ?? [];
            expect(visit === 'first' ? back : []).toEqual([]);
          }
        }
      }),
    );
  });

  it('what always holds is among what may hold', () => {
    fc.assert(
      fc.property(shape, visits, (spec, visit) => {
        const { graph } = flowOf(spec);
        const wiring = forwardWiring(graph, orderOf(graph), visit);
        const effects = effectsOf(mixed, graph);
        const may = solve(wiring, effects, 'may').out;
        const must = solve(wiring, effects, 'must').out;
        expect(must.map((word, index) => word & ~(may[index] ?? 0))).toEqual(new Int32Array(must.length));
      }),
    );
  });

  it('what is ahead has a way there', () => {
    fc.assert(
      fc.property(shape, visits, (spec, visit) => {
        const flow = flowOf(spec);
        const future = flow.future(mixed);
        for (const one of flow.graph.nodes) {
          for (const fact of future.allAhead(one, visit).keys()) {
            const witness = future.witness(one, fact, visit);
            expect(witness?.nodes[0]).toBe(one);
            expectConnected(witness);
          }
        }
      }),
    );
  });
});

function expectConnected(witness: Witness | undefined): void {
  expect(witness?.edges.length).toBe((witness?.nodes.length ?? 0) - 1);
  for (const [index, edge] of witness?.edges.entries() ?? []) {
    expect(edge.from).toBe(witness?.nodes[index]);
    expect(edge.to).toBe(witness?.nodes[index + 1]);
  }
}

function asked({ touchpoint }: GraphNode, optional: boolean): string[] {
  return touchpoint.asks.flatMap((request) =>
    (request.optional !== undefined) === optional ? keysOf(request.data) : [],
  );
}

function sorted(facts: ReadonlyMap<string, unknown>): unknown[] {
  return [...facts].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
