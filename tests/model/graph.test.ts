import { describe, expect, it } from 'vitest';
import type { Graph } from '../../src/model/graph.ts';
import { graphFor, graphOf } from '../../src/model/graph-builder.ts';
import { buildJourney, type TouchpointSpec } from '../support/model-builder.ts';

describe('graphOf', () => {
  it('has the touchpoints in the order of the text, and every way', () => {
    const graph = graphOf(
      journeyOf([
        { id: 'A', ways: [{ to: 'B', share: 0.7 }, { to: 'C', share: 0.3 }, { failure: 'C' }] },
        { id: 'B', ways: [{ to: 'A' }, { end: 'exit' }] },
        { id: 'C' },
      ]),
    );
    expect(described(graph)).toEqual([
      'A arrow B 0.7',
      'A arrow C 0.3',
      'A failure C',
      'B arrow A',
      'B end exit',
      'C end success*',
    ]);
    expect(graph.entries.map((node) => node.key)).toEqual(['A']);
    expect(graph.node('C')?.in.map((edge) => edge.kind)).toEqual(['arrow', 'failure']);
  });

  it('has no touchpoint and no entry for a journey without touchpoints', () => {
    const graph = graphOf(journeyOf([]));
    expect([graph.nodes, graph.edges, graph.entries, graph.node('A')]).toEqual([[], [], [], undefined]);
  });

  it('leaves out ways that nobody takes', () => {
    const graph = graphOf(
      journeyOf([
        {
          id: 'A',
          ways: [
            { to: 'A', share: 0 },
            { to: 'B', share: 1 },
          ],
        },
        { id: 'B' },
      ]),
    );
    expect(described(graph)).toEqual(['A arrow B 1', 'B end success*']);
  });

  it('keeps ways to places that are not known apart', () => {
    const graph = graphOf(journeyOf([{ id: 'A', ways: [{ to: 'Elsewhere' }, { failure: undefined }] }, { id: 'B' }]));
    expect(described(graph)).toEqual(['B end success*']);
    expect(graph.node('A')?.open.map((path) => path.kind)).toEqual(['arrow', 'failure']);
  });
});

describe('ways around optional touchpoints', () => {
  it('lead from each touchpoint before to each one after', () => {
    const graph = graphOf(
      journeyOf([
        { id: 'A' },
        { id: 'B', optional: true, ways: [{ to: 'C', carries: ['email'] }, { to: 'D' }, { failure: 'E' }] },
        { id: 'C' },
        { id: 'D' },
        { id: 'E' },
      ]),
    );
    const skips = graph.edges.filter((edge) => edge.kind === 'skip');
    expect(skips.map((edge) => `${edge.from.key} ${edge.to.key}`)).toEqual(['A C', 'A D']);
    expect(skips[0]?.over.map((touchpoint) => touchpoint.id)).toEqual(['B']);
    expect(skips[0]?.paths.map((path) => path.kind)).toEqual(['next', 'arrow']);
    expect(skips[0]?.carries.map((data) => data.key)).toEqual(['email']);
  });

  it('go around several in a row', () => {
    const graph = graphOf(
      journeyOf([{ id: 'A' }, { id: 'B', optional: true }, { id: 'C', optional: true }, { id: 'D' }]),
    );
    expect(described(graph).filter((way) => way.includes('skip'))).toEqual(['A skip C', 'A skip D', 'B skip D']);
    expect(graph.edges.find((edge) => edge.from.key === 'A' && edge.to.key === 'D')?.over.map(({ id }) => id)).toEqual([
      'B',
      'C',
    ]);
  });

  it('may begin or end the journey', () => {
    const graph = graphOf(journeyOf([{ id: 'A', optional: true }, { id: 'B' }, { id: 'C', optional: true }]));
    expect(graph.entries.map((node) => node.key)).toEqual(['A', 'B']);
    expect(described(graph)).toEqual(['A next B', 'B next C', 'B skip success*', 'C end success*']);
  });

  it('add nothing where a written way leads there anyway', () => {
    const graph = graphOf(
      journeyOf([{ id: 'A', ways: [{ to: 'B' }, { to: 'C' }] }, { id: 'B', optional: true }, { id: 'C' }]),
    );
    expect(described(graph)).toEqual(['A arrow B', 'A arrow C', 'B next C', 'C end success*']);
  });

  it('lead past a detour, from which every way leads back', () => {
    const graph = graphOf(
      journeyOf([
        { id: 'A', ways: [{ failure: 'B' }] },
        { id: 'B', ways: [{ to: 'A' }] },
        { id: 'C' },
        { id: 'D', optional: true, ways: [{ to: 'C' }] },
        { id: 'E' },
      ]),
    );
    expect(described(graph)).toEqual([
      'A failure B',
      'A next C',
      'B arrow A',
      'C next D',
      'C next E',
      'D arrow C',
      'E end success*',
    ]);
  });

  it('stay few for very many optional touchpoints in a row', () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ id: `T${index}`, optional: true }));
    expect(graphOf(journeyOf(many)).edges.length).toBeLessThan(100_000);
  });
});

describe('graphFor a persona', () => {
  it('strikes what is for others out of the text', () => {
    const touchpoints: TouchpointSpec[] = [
      { id: 'A' },
      { id: 'App', for: ['Ken'], ways: [{ to: 'D' }] },
      { id: 'Desk', for: ['Sato'] },
      { id: 'D' },
      { id: 'Bye', for: ['Ken'], ways: [{ end: 'exit' }] },
    ];
    expect(described(graphFor(journeyOf(touchpoints), 'Sato'))).toEqual([
      'A next Desk',
      'Desk next D',
      'D end success*',
    ]);
    expect(described(graphFor(journeyOf(touchpoints), 'Ken'))).toEqual([
      'A next App',
      'App arrow D',
      'D next Bye',
      'Bye end exit',
    ]);
  });

  it('takes a written way to what others see for theirs, if another one is meant for the persona', () => {
    const touchpoints: TouchpointSpec[] = [
      { id: 'A', ways: [{ to: 'App' }, { to: 'Desk' }] },
      { id: 'App', for: ['Ken'], ways: [{ to: 'D' }] },
      { id: 'Desk', for: ['Sato'] },
      { id: 'D' },
    ];
    expect(described(graphFor(journeyOf(touchpoints), 'Sato'))).toEqual([
      'A arrow Desk',
      'Desk next D',
      'D end success*',
    ]);
  });

  it('does not go round in circles because the way on is over what others see', () => {
    const touchpoints: TouchpointSpec[] = [
      { id: 'A' },
      { id: 'B', ways: [{ to: 'X' }, { to: 'A' }] },
      { id: 'X', for: ['Ken'] },
      { id: 'C' },
    ];
    expect(described(graphFor(journeyOf(touchpoints), 'Sato'))).toEqual([
      'A next B',
      'B arrow C',
      'B arrow A',
      'C end success*',
    ]);
  });

  it('otherwise goes on where that touchpoint leads', () => {
    const touchpoints: TouchpointSpec[] = [
      { id: 'A', ways: [{ to: 'X', carries: ['email'] }] },
      { id: 'B' },
      { id: 'X', for: ['Ken'], ways: [{ to: 'Y' }, { to: 'C', for: ['Ken'] }] },
      { id: 'Y', for: ['Ken'], ways: [{ to: 'B' }, { end: 'exit' }] },
      { id: 'C' },
    ];
    const graph = graphFor(journeyOf(touchpoints), 'Sato');
    expect(described(graph)).toEqual(['A arrow B', 'A arrow exit', 'B next C', 'C end success*']);
    expect(graph.edges[0]?.over.map(({ id }) => id)).toEqual(['X', 'Y']);
    expect(graph.edges[0]?.paths.map((path) => `${path.from} ${path.to}`)).toEqual(['A X', 'X Y', 'Y B']);
    expect(graph.edges[0]?.carries.map((data) => data.key)).toEqual(['email']);
  });

  it('ends where only others go round in circles', () => {
    const touchpoints: TouchpointSpec[] = [
      { id: 'A', ways: [{ to: 'X' }] },
      { id: 'X', for: ['Ken'], ways: [{ to: 'Y' }] },
      { id: 'Y', for: ['Ken'], ways: [{ to: 'X' }] },
    ];
    expect(described(graphFor(journeyOf(touchpoints), 'Sato'))).toEqual([]);
  });

  it('follows only the arrows for the persona', () => {
    const touchpoints: TouchpointSpec[] = [
      {
        id: 'A',
        ways: [
          { to: 'B', for: ['Ken'] },
          { to: 'C', for: ['Sato'] },
        ],
      },
      { id: 'B', ways: [{ end: 'exit' }] },
      { id: 'C' },
    ];
    expect(described(graphFor(journeyOf(touchpoints), 'Sato'))).toEqual(['A arrow C', 'B end exit', 'C end success*']);
  });

  it('treats failures on their own', () => {
    const touchpoints: TouchpointSpec[] = [
      { id: 'A', ways: [{ failure: 'X' }] },
      { id: 'B', ways: [{ end: 'success' }] },
      { id: 'X', for: ['Ken'], ways: [{ to: 'B' }] },
    ];
    expect(described(graphFor(journeyOf(touchpoints), 'Sato'))).toEqual(['A failure B', 'A next B', 'B end success']);
  });
});

function journeyOf(touchpoints: readonly TouchpointSpec[]) {
  return buildJourney({ for: ['Ken', 'Sato'], touchpoints }).journey;
}

/** The ways of each touchpoint, edges first; an implied end has a star. */
function described(graph: Graph): string[] {
  return graph.nodes.flatMap((node) => [
    ...node.out.map(({ kind, to, share }) => `${node.key} ${kind} ${to.key}${share === undefined ? '' : ` ${share}`}`),
    ...node.ends.map(({ kind, end, implied }) => `${node.key} ${kind} ${end}${implied ? '*' : ''}`),
  ]);
}
