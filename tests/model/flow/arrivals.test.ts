import * as fc from '../../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { arrivalsOf } from '../../../src/model/flow/arrivals.ts';
import type { Flow } from '../../../src/model/flow/flow.ts';
import type { GraphNode } from '../../../src/model/graph.ts';
import type { TouchpointSpec, WaySpec } from '../../support/model-builder.ts';
import { flowOf } from './flow-of.ts';

describe('shares of all customers', () => {
  it('multiply along the way and add up where ways meet', () => {
    const flow = flowOf([
      {
        id: 'A',
        ways: [
          { to: 'B', share: 0.3 },
          { to: 'C', share: 0.7 },
        ],
      },
      { id: 'B', ways: [{ to: 'D', share: 0.5 }, { end: 'exit' }] },
      { id: 'C', ways: [{ to: 'D', share: 0.2 }, { to: 'E' }] },
      { id: 'D', ways: [{ end: 'failure' }] },
      { id: 'E' },
    ]);
    expect(shown(flow)).toEqual({ A: 1, B: 0.3, C: 0.7, D: 0.29, E: 0.56 });
  });

  it('are not made up where nobody says them', () => {
    const flow = flowOf([
      { id: 'A', ways: [{ to: 'B' }, { to: 'C' }] },
      { id: 'B', ways: [{ to: 'D', share: 0.5 }, { end: 'exit' }] },
      { id: 'C', ways: [{ to: 'D' }] },
      { id: 'D' },
    ]);
    expect(shown(flow)).toEqual({ A: 1 });
  });

  it('are whole again where all ways meet', () => {
    const flow = flowOf([{ id: 'A', ways: [{ to: 'B' }, { to: 'C' }] }, { id: 'B', ways: [{ to: 'C' }] }, { id: 'C' }]);
    expect(shown(flow)).toEqual({ A: 1, C: 1 });
  });

  it('leave a loop as they enter it', () => {
    const flow = flowOf([
      { id: 'A', ways: [{ to: 'B', share: 0.4 }, { end: 'exit' }] },
      { id: 'B', ways: [{ to: 'C' }] },
      {
        id: 'C',
        ways: [
          { to: 'B', share: 0.9 },
          { to: 'D', share: 0.1 },
        ],
      },
      { id: 'D' },
    ]);
    expect(shown(flow)).toEqual({ A: 1, B: 0.4, D: 0.4 });
  });

  it('agree with going through the journey a great many times', () => {
    fc.assert(
      fc.property(randomWays, (touchpoints) => {
        const flow = flowOf(touchpoints);
        const { at } = arrivalsOf(flow);
        const known = flow.graph.nodes.filter((node) => at.has(node));
        const wrong = known.filter((node) => Math.abs((at.get(node) ?? 0) - visiting(flow, node)) > 1e-6);
        expect(wrong.map(({ key }) => key)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

function shown(flow: Flow): Readonly<Record<string, number>> {
  return Object.fromEntries([...arrivalsOf(flow).at].map(([{ key }, share]) => [key, Math.round(share * 1e6) / 1e6]));
}

const size = 5;
const ids = Array.from({ length: size }, (_, index) => `T${index}`);

/** Two ways from each touchpoint, anywhere, back as well, with shares that are all written and make a whole; or one. */
const randomWays = fc
  .array(
    fc.record({
      first: fc.nat(size),
      second: fc.nat(size),
      percent: fc.integer({ min: 1, max: 99 }),
      one: fc.boolean(),
    }),
    { minLength: size, maxLength: size },
  )
  .map((choices) =>
    choices.map(({ first, second, percent, one }, index): TouchpointSpec => {
      const to = (target: number, share: number): WaySpec =>
        target === size ? { end: 'exit' } : { to: ids[target] ?? '', share };
      const ways = one || first === second ? [to(first, 1)] : [to(first, percent / 100), to(second, 1 - percent / 100)];
      return { id: ids[index] ?? '', ways };
    }),
  );

/** How likely a customer who begins at the start ever comes to a touchpoint: the chances after 2^40 steps. */
function visiting({ graph: { nodes, entries } }: Flow, target: GraphNode): number {
  let chances = nodes.map((from) =>
    nodes.map((to) => {
      if (from === target) return from === to ? 1 : 0;
      return from.out.filter((edge) => edge.to === to).reduce((sum, { share = 0 }) => sum + share, 0);
    }),
  );
  for (let doubling = 0; doubling < 40; doubling += 1) {
    const before = chances;
    chances = before.map((row) =>
      nodes.map((_, to) => row.reduce((sum, chance, over) => sum + chance * (before[over]?.[to] ?? 0), 0)),
    );
  }
  return chances[entries[0]?.index ?? 0]?.[target.index] ?? 0;
}
