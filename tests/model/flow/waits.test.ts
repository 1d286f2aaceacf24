import * as fc from '../../support/properties.ts';
import { describe, expect, it } from 'vitest';
import type { WaitSum } from '../../../src/model/flow/waits.ts';
import type { GraphNode } from '../../../src/model/graph.ts';
import { randomJourney } from '../random-journeys.ts';
import { flowOf, nodeOf } from './flow-of.ts';

describe('waits', () => {
  it('add up along the longest way, typically and at most', () => {
    const { waits, graph } = flowOf([
      { id: 'A', waits: [1, 10], after: 50 },
      { id: 'B', waits: 2, ways: [{ to: 'C' }, { to: 'D' }] },
      { id: 'C', waits: 3, ways: [{ to: 'E' }] },
      { id: 'D', waits: [1, 30], after: 1, ways: [{ to: 'E' }] },
      { id: 'E', waits: 4 },
    ]);
    const [toEnd] = waits.toEnds;
    expect(toEnd?.end).toBe(graph.ends[0]);
    expect(parts(toEnd?.typical)).toEqual(['A waits 1', 'B waits 2', 'C waits 3', 'E waits 4']);
    expect(toEnd?.typical.seconds).toBe(10);
    expect(parts(toEnd?.longest)).toEqual(['A waits 10', 'B waits 2', 'D after 1', 'D waits 30', 'E waits 4']);
    expect(toEnd?.longest.seconds).toBe(47);
  });

  it('count both touchpoints between two, but not the time before the first', () => {
    const flow = flowOf([{ id: 'A' }, { id: 'B', waits: 2, after: 50 }, { id: 'C', after: 1 }, { id: 'D', waits: 8 }]);
    const sums = flow.waits.between(nodeOf(flow, 'B'), nodeOf(flow, 'D'));
    expect(parts(sums?.typical)).toEqual(['B waits 2', 'C after 1', 'D waits 8']);
    expect(sums?.longest.seconds).toBe(11);
    expect(flow.waits.between(nodeOf(flow, 'D'), nodeOf(flow, 'B'))).toBeUndefined();
  });

  it('go once round a loop at most, and not round it typically', () => {
    const flow = flowOf([
      { id: 'A', waits: 1 },
      { id: 'B', waits: 2, ways: [{ to: 'C' }, { to: 'D' }] },
      { id: 'C', waits: 4, ways: [{ to: 'B' }] },
      { id: 'D', waits: 8 },
    ]);
    expect(flow.waits.toEnds[0]?.typical.seconds).toBe(11);
    expect(flow.waits.toEnds[0]?.longest.seconds).toBe(15);
    const back = flow.waits.between(nodeOf(flow, 'C'), nodeOf(flow, 'B'));
    expect([back?.typical.seconds, back?.longest.seconds]).toEqual([6, 6]);
  });

  it('take no time of their own during another touchpoint', () => {
    const flow = flowOf([
      { id: 'A', waits: 9 },
      { id: 'B', during: 'A', after: 3, waits: 2 },
      { id: 'C', waits: 1 },
    ]);
    expect(flow.waits.toEnds[0]?.typical.seconds).toBe(10);
  });

  it('have no end that nobody reaches', () => {
    expect(flowOf([{ id: 'A', ways: [{ to: 'A' }] }, { id: 'B' }]).waits.toEnds).toEqual([]);
  });

  it('are those of the longest of all ways where there is no loop', () => {
    fc.assert(
      fc.property(randomJourney({ most: 8, targets: 'later', optional: true }), (spec) => {
        const flow = flowOf(spec);
        const { entries, nodes } = flow.graph;
        for (const from of nodes) {
          for (const to of nodes) {
            const sums = flow.waits.between(from, to);
            const ways = waysBetween(from, to);
            expect(sums?.typical.seconds).toBe(longest(ways, [from], 'typical'));
            expect(sums?.longest.seconds).toBe(longest(ways, [from], 'longest'));
            expect(sums?.typical.seconds).toBe(sums && total(sums.typical));
            expect(sums?.longest.seconds).toBe(sums && total(sums.longest));
          }
        }
        for (const { end, typical, longest: most } of flow.waits.toEnds) {
          const ways = entries.flatMap((entry) => waysBetween(entry, end.from));
          expect(typical.seconds).toBe(longest(ways, entries, 'typical'));
          expect(most.seconds).toBe(longest(ways, entries, 'longest'));
        }
      }),
    );
  });

  it('are never longer typically than at most, and count nothing twice', () => {
    fc.assert(
      fc.property(randomJourney({ most: 8, optional: true }), (spec) => {
        const flow = flowOf(spec);
        for (const from of flow.graph.nodes) {
          for (const to of flow.graph.nodes) {
            const sums = flow.waits.between(from, to);
            expect(sums !== undefined).toBe(from === to || flow.leadsTo(from, to));
            expect(sums?.typical.seconds ?? 0).toBeLessThanOrEqual(sums?.longest.seconds ?? 0);
            for (const sum of [sums?.typical, sums?.longest]) {
              expect(sum?.seconds).toBe(sum && total(sum));
              expect(new Set(parts(sum)).size).toBe(parts(sum)?.length ?? 0);
            }
          }
        }
      }),
    );
  });
});

/** All ways between two nodes of a journey without loops. */
function waysBetween(from: GraphNode, to: GraphNode, before: readonly GraphNode[] = []): (readonly GraphNode[])[] {
  const way = [...before, from];
  const further = from.out.flatMap((edge) => waysBetween(edge.to, to, way));
  return from === to ? [way, ...further] : further;
}

function longest(
  ways: readonly (readonly GraphNode[])[],
  starts: readonly GraphNode[],
  measure: 'typical' | 'longest',
): number | undefined {
  const sums = ways.map((way) =>
    way.reduce((sum, node) => {
      const { wait, after } = node.touchpoint;
      const waiting = measure === 'typical' ? wait?.typical : (wait?.longest ?? wait?.typical);
      return sum + (waiting?.seconds ?? 0) + (starts.includes(node) ? 0 : (after?.seconds ?? 0));
    }, 0),
  );
  return sums.length === 0 ? undefined : Math.max(...sums);
}

function total(sum: WaitSum): number {
  return sum.parts.reduce((seconds, part) => seconds + part.seconds, 0);
}

function parts(sum: WaitSum | undefined): string[] | undefined {
  return sum?.parts.map(({ node, statement, seconds }) => `${node.key} ${statement} ${seconds}`);
}
