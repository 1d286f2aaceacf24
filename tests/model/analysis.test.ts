import * as fc from '../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../src/model/analysis.ts';
import type { Flow } from '../../src/model/flow/flow.ts';
import type { GraphNode } from '../../src/model/graph.ts';
import { buildJourney, type JourneySpec, type WaySpec } from '../support/model-builder.ts';
import { DATA, randomJourney, SYSTEMS } from './random-journeys.ts';

describe('analysisOf', () => {
  it.each<[string, JourneySpec, (string | undefined)[]]>([
    ['those the journey is for', { for: ['Ken', 'Sato'], touchpoints: [{ id: 'A', for: ['Mia'] }] }, ['Ken', 'Sato']],
    ['those it targets, too', { for: ['Ken'], targets: ['Sato', 'Ken'], touchpoints: [] }, ['Ken', 'Sato']],
    [
      'those its touchpoints and ways name, when it names none',
      { touchpoints: [{ id: 'A', for: ['Mia'], ways: [{ to: 'A', for: ['Ken'] }] }] },
      ['Mia', 'Ken'],
    ],
    ['everybody, when nobody is named', { touchpoints: [{ id: 'A' }] }, [undefined]],
  ])('has a view for %s', (_name, spec, personas) => {
    const { model, journey } = buildJourney(spec);
    expect(analysisOf(model, journey).views.map((view) => view.persona?.key)).toEqual(personas);
  });

  it('shares what is the same for several personas, and with everybody', () => {
    const { model, journey } = buildJourney({
      for: ['Ken', 'Sato', 'Mia', 'Ume'],
      touchpoints: [{ id: 'A', for: ['Ken', 'Sato'] }, { id: 'B' }, { id: 'C', for: ['Ken', 'Sato', 'Ume'] }],
    });
    const { views, whole } = analysisOf(model, journey);
    const [ken, sato, mia, ume] = views.map((view) => view.flow);
    expect(ken).toBe(whole);
    expect(sato).toBe(whole);
    expect(mia).not.toBe(ume);
    expect(views[2]?.graph.nodes.map((node) => node.key)).toEqual(['B']);
    expect(analysisOf(model, journey)).toBe(analysisOf(model, journey));
  });

  it('knows how each persona feels', () => {
    const { model, journey } = buildJourney({
      for: ['Ken', 'Sato'],
      touchpoints: [{ id: 'A', feels: 1 }, { id: 'B', feels: { Ken: -2, Mia: 2 } }, { id: 'C' }, { id: 'D', feels: 0 }],
    });
    const [ken, sato] = analysisOf(model, journey).views;
    expect(ken.emotions.points.map(({ node, value }) => [node.key, value])).toEqual([
      ['A', 1],
      ['B', -2],
      ['D', 0],
    ]);
    expect([ken.emotions.lowest?.value, ken.emotions.highest?.value, ken.emotions.mean]).toEqual([-2, 1, -1 / 3]);
    expect(sato?.emotions.points.map(({ value }) => value)).toEqual([1, 0]);
  });

  it('has no feelings where none are written', () => {
    const { model, journey } = buildJourney({ touchpoints: [{ id: 'A' }] });
    expect(analysisOf(model, journey).views[0].emotions).toEqual({ points: [] });
  });

  it('answers everything about journeys of any shape', () => {
    fc.assert(
      fc.property(randomJourney({ most: 25, optional: true, personas: true }), (spec) => {
        const { model, journey } = buildJourney(spec);
        const { views, whole } = analysisOf(model, journey);
        for (const flow of [whole, ...views.map((view) => view.flow)]) expect(answers(flow)).toBeDefined();
      }),
    );
  });

  it('says of each persona what it says of a journey that is written for that persona alone', () => {
    fc.assert(
      fc.property(randomJourney({ most: 8, optional: true, personas: true }), (spec) => {
        const { model, journey } = buildJourney(spec);
        for (const view of analysisOf(model, journey).views) {
          const alone = buildJourney({ ...spec, for: [view.persona?.key ?? ''] });
          const [only] = analysisOf(alone.model, { ...alone.journey, paths: journey.paths }).views;
          expect(answers(only.flow)).toEqual(answers(view.flow));
        }
      }),
    );
  });

  it('does not depend on names, nor on the order of what is independent', () => {
    fc.assert(
      fc.property(randomJourney({ most: 8, optional: true, personas: true }), (spec) => {
        const one = buildJourney(spec);
        const other = buildJourney(otherwise(spec));
        const views = analysisOf(one.model, one.journey).views.map(({ flow }) => answers(flow));
        const others = analysisOf(other.model, other.journey).views.map(({ flow }) => answers(flow, renamed));
        expect(others.toReversed()).toEqual(views);
      }),
    );
  });
});

/** The same journey with other ids, and with data, shares, systems and personas the other way round. */
function otherwise(spec: JourneySpec): JourneySpec {
  const share = ({ data, to }: { readonly data: readonly string[]; readonly to: string }) => ({
    data: all(data),
    to: renamed(to),
  });
  return {
    for: all(spec.for),
    systems: Object.fromEntries(
      Object.entries(spec.systems ?? {})
        .map(([system, shares]) => [renamed(system), shares.map(share).toReversed()] as const)
        .toReversed(),
    ),
    touchpoints: spec.touchpoints.map((touchpoint) => ({
      ...touchpoint,
      id: renamed(touchpoint.id),
      for: all(touchpoint.for),
      ...(touchpoint.system === undefined ? {} : { system: renamed(touchpoint.system) }),
      asks: all(touchpoint.asks),
      asksOptionally: all(touchpoint.asksOptionally),
      gives: all(touchpoint.gives),
      forgets: all(touchpoint.forgets),
      ways: (touchpoint.ways ?? []).map(otherWay),
    })),
  };
}

function otherWay(way: WaySpec): WaySpec {
  if ('end' in way) return way;
  if ('failure' in way) return { failure: way.failure === undefined ? undefined : renamed(way.failure) };
  if ('loop' in way) return { loop: way.loop === undefined ? undefined : renamed(way.loop) };
  return { ...way, to: renamed(way.to), for: all(way.for), carries: all(way.carries) };
}

function all(names: readonly string[] = []): string[] {
  return names.map(renamed).toReversed();
}

function renamed(name: string): string {
  return name.split('').toReversed().join('');
}

/**
 * Everything that a flow answers, as plain data.
 *
 * @param rename gives the name of the other spelling of the journey, in both directions
 */
function answers(flow: Flow, rename: (name: string) => string = (name) => name): unknown {
  const { graph, known, identity, waits, mainPath } = flow;
  const names = (nodes: readonly GraphNode[] = []): string[] => nodes.map(({ key }) => rename(key));
  const data = DATA.map(rename);
  const systems = SYSTEMS.map(rename);
  return {
    nodes: graph.nodes.map((node) => ({
      key: rename(node.key),
      reachable: flow.reachable(node),
      canEnd: [flow.canEnd(node, 'end'), flow.canEnd(node, 'success')],
      loop: names(flow.loopOf(node)?.nodes),
      dominates: graph.nodes.map((other) => flow.dominates(node, other)),
      postDominates: graph.nodes.map((other) => flow.postDominates(node, other, 'end')),
      known: data.map((datum) => known.before(node, datum)?.certainty),
      knownFirst: data.map((datum) => known.before(node, datum, 'first')?.certainty),
      knows: data.map((datum) => systems.map((system) => known.knows(node, datum, system))),
      witnesses: data.map((datum) => names(known.before(node, datum)?.witness.nodes)),
      identity: systems.map((system) => identity.before(node, system)),
    })),
    unavoidable: names(flow.unavoidable('success')),
    waits: waits.toEnds.map(({ end, typical, longest }) => [end.end, typical.seconds, longest.seconds]),
    mainPath: [names(mainPath.nodes), mainPath.end?.end],
  };
}
