import * as fc from '../../support/properties.ts';
import { describe, expect, it } from 'vitest';
import type { Towards } from '../../../src/model/flow/facts.ts';
import type { Flow } from '../../../src/model/flow/flow.ts';
import type { GraphEdge, GraphNode } from '../../../src/model/graph.ts';
import { randomJourney } from '../random-journeys.ts';
import { flowOf, namesOf, nodeOf } from './flow-of.ts';

const journey = flowOf([
  { id: 'A' },
  { id: 'B', ways: [{ to: 'C' }, { to: 'D' }] },
  { id: 'C', ways: [{ to: 'B' }, { to: 'E' }] },
  { id: 'D', ways: [{ to: 'E' }, { end: 'exit' }] },
  { id: 'E', ways: [{ to: 'E' }, { end: 'success' }] },
  { id: 'F', ways: [{ to: 'B' }] },
]);

describe('the shape of a journey', () => {
  it('has loops, with their ways in and out', () => {
    expect(journey.loops.map((loop) => loop.nodes.map((node) => node.key))).toEqual([['B', 'C'], ['E']]);
    const [first] = journey.loops;
    expect(first?.inside.map(shown)).toEqual(['B C', 'C B']);
    expect(first?.entries.map(shown)).toEqual(['A B', 'F B']);
    expect(first?.exits.map(shown)).toEqual(['B D', 'C E']);
    expect(journey.loopOf(nodeOf(journey, 'C'))).toBe(first);
    expect(journey.loopOf(nodeOf(journey, 'D'))).toBeUndefined();
    expect(journey.graph.edges.filter((edge) => journey.isBack(edge)).map(shown)).toEqual(['C B', 'E E']);
  });

  it('says what cannot be avoided', () => {
    const [a, b, d, e, f] = ['A', 'B', 'D', 'E', 'F'].map((key) => nodeOf(journey, key)) as [
      GraphNode,
      GraphNode,
      GraphNode,
      GraphNode,
      GraphNode,
    ];
    expect(journey.dominates(b, e)).toBe(true);
    expect(journey.dominates(d, e)).toBe(false);
    expect(journey.postDominates(e, a, 'success')).toBe(true);
    expect(journey.postDominates(e, a, 'end')).toBe(false);
    expect(journey.unavoidable('success').map((node) => node.key)).toEqual(['A', 'B', 'E']);
    expect(journey.unavoidable('end').map((node) => node.key)).toEqual(['A', 'B']);
    expect(journey.reachable(f)).toBe(false);
    expect(journey.dominates(b, f)).toBe(false);
  });

  it('finds the shortest ways', () => {
    const [a, b, c, e] = ['A', 'B', 'C', 'E'].map((key) => nodeOf(journey, key)) as [
      GraphNode,
      GraphNode,
      GraphNode,
      GraphNode,
    ];
    expect(namesOf(journey.shortest(a, e))).toEqual(['A', 'B', 'C', 'E']);
    expect(namesOf(journey.shortest(b, b))).toEqual(['B', 'C', 'B']);
    expect(journey.shortest(c, b, 'first')).toBeUndefined();
    expect(namesOf(journey.nearest(a, (node) => node.ends.length > 0))).toEqual(['A', 'B', 'D']);
    expect(journey.nearest(a, (node) => node.ends.length > 0, 1)).toBeUndefined();
  });
});

describe('a very long journey', () => {
  it('is analysed like any other', () => {
    const count = 17_000;
    const flow = flowOf(Array.from({ length: count }, (_, index) => ({ id: `T${index}`, asks: ['email'], waits: 1 })));
    const first = nodeOf(flow, 'T0');
    const last = nodeOf(flow, `T${count - 1}`);
    expect(flow.leadsTo(first, last)).toBe(true);
    expect(flow.leadsTo(last, first)).toBe(false);
    expect(flow.unavoidable('success').length).toBe(count);
    expect(flow.known.before(last, 'email')?.certainty).toBe('always');
    expect(flow.waits.toEnds[0]?.longest.seconds).toBe(count);
    expect(flow.mainPath.nodes.length).toBe(count);
  });
});

describe('the main path', () => {
  it.each<[string, Parameters<typeof flowOf>[0], string[], string | undefined]>([
    [
      'the way that is written first',
      [{ id: 'A', ways: [{ to: 'C' }, { to: 'B' }] }, { id: 'B' }, { id: 'C' }],
      ['A', 'C'],
      'success',
    ],
    [
      'the largest share',
      [
        {
          id: 'A',
          ways: [
            { to: 'C', share: 0.3 },
            { to: 'B', share: 0.7 },
          ],
        },
        { id: 'B', ways: [{ end: 'exit' }] },
        { id: 'C' },
      ],
      ['A', 'B'],
      'exit',
    ],
    ['what the shares leave over', [{ id: 'A', ways: [{ to: 'A', share: 0.3 }, { end: 'exit' }] }], ['A'], 'exit'],
    [
      'the first of an end and an arrow',
      [{ id: 'A', ways: [{ end: 'exit' }, { to: 'B' }] }, { id: 'B' }],
      ['A'],
      'exit',
    ],
    [
      'no failure',
      [{ id: 'A', ways: [{ failure: 'C' }, { to: 'B' }] }, { id: 'B', ways: [{ end: 'exit' }] }, { id: 'C' }],
      ['A', 'B'],
      'exit',
    ],
    ['not around the optional', [{ id: 'A' }, { id: 'B', optional: true }, { id: 'C' }], ['A', 'B', 'C'], 'success'],
    [
      'out of loops',
      [{ id: 'A' }, { id: 'B', ways: [{ to: 'A' }, { to: 'C' }] }, { id: 'C' }],
      ['A', 'B', 'C'],
      'success',
    ],
    ['into a dead end', [{ id: 'A' }, { id: 'B', ways: [{ to: 'A' }] }], ['A', 'B'], undefined],
    ['nothing', [], [], undefined],
  ])('follows %s', (_name, touchpoints, nodes, end) => {
    const path = flowOf(touchpoints).mainPath;
    expect(path.nodes.map((node) => node.key)).toEqual(nodes);
    expect(path.end?.end).toBe(end);
    expect(path.edges.map(shown)).toEqual(nodes.slice(1).map((to, index) => `${nodes[index]} ${to}`));
  });
});

describe('on random journeys', () => {
  const shape = randomJourney({ most: 8, optional: true });

  it('reaches what walks reach', () => {
    fc.assert(
      fc.property(shape, (spec) => {
        const flow = flowOf(spec);
        const from = reached(flow.graph.entries, () => true);
        for (const node of flow.graph.nodes) {
          expect(flow.reachable(node)).toBe(from.has(node));
          const after = reached(
            node.out.map((edge) => edge.to),
            () => true,
          );
          for (const other of flow.graph.nodes) {
            expect(flow.leadsTo(node, other)).toBe(after.has(other));
            expect(flow.shortest(node, other) !== undefined).toBe(after.has(other));
          }
        }
      }),
    );
  });

  it('has no loop left, and reaches as much, without the edges that close loops', () => {
    fc.assert(
      fc.property(shape, (spec) => {
        const flow = flowOf(spec);
        const forward = (edge: GraphEdge): boolean => !flow.isBack(edge);
        for (const node of flow.graph.nodes) {
          expect(
            reached(
              node.out.filter(forward).map((edge) => edge.to),
              forward,
            ).has(node),
          ).toBe(false);
        }
        expect(reached(flow.graph.entries, forward)).toEqual(reached(flow.graph.entries, () => true));
        for (const edge of flow.graph.edges) {
          expect(!flow.isBack(edge) || edge.to === edge.from || flow.leadsTo(edge.to, edge.from)).toBe(true);
        }
      }),
    );
  });

  it('has in a loop what leads to each other', () => {
    fc.assert(
      fc.property(shape, (spec) => {
        const flow = flowOf(spec);
        for (const node of flow.graph.nodes) {
          const expected = flow.graph.nodes.filter((other) => flow.leadsTo(node, other) && flow.leadsTo(other, node));
          expect(flow.loopOf(node)?.nodes ?? []).toEqual(expected);
        }
      }),
    );
  });

  it('dominates what is out of reach without it', () => {
    fc.assert(
      fc.property(shape, (spec) => {
        const flow = flowOf(spec);
        for (const first of flow.graph.nodes) {
          const without = reached(flow.graph.entries, () => true, first);
          for (const node of flow.graph.nodes) {
            expect(flow.dominates(first, node)).toBe(
              flow.reachable(node) && flow.reachable(first) && !without.has(node),
            );
          }
        }
      }),
    );
  });

  it('post-dominates what cannot end without it', () => {
    fc.assert(
      fc.property(shape, fc.constantFrom<Towards>('end', 'success'), (spec, towards) => {
        const flow = flowOf(spec);
        const ends = new Set(flow.graph.nodes.filter((node) => isEnd(node, towards)));
        const canEnd = (node: GraphNode, without?: GraphNode): boolean =>
          [...reached([node], () => true, without)].some((other) => ends.has(other));
        for (const node of flow.graph.nodes) {
          expect(flow.canEnd(node, towards)).toBe(canEnd(node));
          for (const later of flow.graph.nodes) {
            const expected = canEnd(node) && canEnd(later) && !canEnd(node, later);
            expect(flow.postDominates(later, node, towards)).toBe(expected);
          }
        }
        const possible = flow.graph.entries.some((entry) => canEnd(entry));
        const expected = flow.graph.nodes.filter(
          (node) => possible && !flow.graph.entries.some((entry) => canEnd(entry, node)),
        );
        const unavoidable = flow.unavoidable(towards);
        expect(new Set(unavoidable)).toEqual(new Set(expected));
        for (const [index, node] of unavoidable.entries()) {
          for (const later of unavoidable.slice(index)) expect(flow.dominates(node, later)).toBe(true);
        }
      }),
    );
  });
});

/** All nodes on ways from these, themselves included, that do not go through one node. */
function reached(
  from: readonly GraphNode[],
  open: (edge: GraphEdge) => boolean,
  without?: GraphNode,
): ReadonlySet<GraphNode> {
  const found = new Set(from.filter((node) => node !== without));
  for (const node of found) {
    for (const edge of node.out) if (open(edge) && edge.to !== without) found.add(edge.to);
  }
  return found;
}

function isEnd(node: GraphNode, towards: Towards): boolean {
  if (towards === 'success') return node.ends.some((end) => end.end === 'success');
  return node.ends.length > 0 || node.out.length === 0;
}

function shown(edge: Flow['graph']['edges'][number]): string {
  return `${edge.from.key} ${edge.to.key}`;
}
