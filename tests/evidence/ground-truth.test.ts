// The ground truth of all comparisons: customers who do what is written deviate nowhere, and a deviation that is put in is
// found, of its kind, at its touchpoint, and nothing else.
import { check, integer, nat, property, record } from '../support/properties.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { conformanceOf } from '../../src/evidence/comparing.ts';
import type { Conformance } from '../../src/evidence/conformance.ts';
import { simulate } from '../../src/evidence/simulate.ts';
import { analysisOf, type JourneyAnalysis } from '../../src/model/analysis.ts';
import { groupBy } from '../../src/model/group-by.ts';
import { type Model, ownJourneys } from '../../src/model/model.ts';
import { fileOf } from '../support/documents.ts';
import { booking } from './journeys.ts';
import { logOf, type TestEvent } from './logs.ts';

let analysis: JourneyAnalysis;

beforeAll(async () => {
  const { model } = await fileOf(booking);
  analysis = analysisOf(model, journeyOf(model));
});

describe('a simulated log', () => {
  it('fits the journey that it was made from', () => {
    const result = compare(simulated(400, 1));
    expect(result.cases).toBe(400);
    expect(result.fitness).toBe(1);
    expect(result.conforming).toBe(400);
    expect(result.mapping.unseen).toEqual([]);
    expect(result.deviations.filter(({ kind }) => kind !== 'failed')).toEqual([]);
  });

  it('goes the ways with the written shares and waits as long as is written', () => {
    const { branches, touchpoints } = compare(simulated(2000, 2));
    const last = branches.find(({ from }) => from.endsWith('Confirmed'));
    const visits = last?.ways.find(({ to }) => to?.endsWith('Visits') === true);
    expect(visits?.written).toBe(0.9);
    expect(Number(visits?.passages) / Number(last?.passages)).toBeCloseTo(0.9, 1);
    const callBack = touchpoints.find(({ touchpoint }) => touchpoint.endsWith('CallBack'));
    expect((callBack?.wait?.median ?? 0) / 10_800).toBeCloseTo(1, 0);
    expect(callBack?.wait?.p90).toBeLessThanOrEqual(86_400);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(simulated(20, 7)).toEqual(simulated(20, 7));
    expect(simulated(20, 7)).not.toEqual(simulated(20, 8));
  });
});

describe('a planted deviation', () => {
  const anyCase = record({ seed: integer({ min: 1, max: 10_000 }), at: nat() });

  it('is found as ad hoc where something happens that is not written', () => {
    expect(
      misfound((events, at) => ({
        events: events.toSpliced(at % (events.length + 1), 0, { ...first(events), activity: 'wait for lift', time: 0 }),
        expected: [{ kind: 'adHoc', event: 'wait for lift' }],
      })),
    ).toBeUndefined();
  });

  it('is found as missing where a touchpoint did not happen', () => {
    expect(
      misfound((events, at) => {
        const place = at % (events.length - 1);
        const gone = events[place];
        if (gone === undefined || gone.activity === 'upsell') return undefined;
        return { events: events.toSpliced(place, 1), expected: [{ kind: 'missing', event: gone.activity }] };
      }),
    ).toBeUndefined();
  });

  it('is found as left where the customer is not seen again', () => {
    expect(misfound((events) => ({ events: events.slice(0, -1), expected: 'left' }))).toBeUndefined();
  });

  it('is found as failed where a touchpoint had to be done again at once, or the log says so', () => {
    expect(
      misfound((events, at) => {
        const place = at % events.length;
        const again = events[place];
        if (again === undefined) return undefined;
        return { events: events.toSpliced(place, 0, again), expected: [{ kind: 'failed', event: again.activity }] };
      }),
    ).toBeUndefined();
    expect(
      misfound((events, at) => ({
        events: events.map((event, index) => ({ ...event, failed: index === at % events.length })),
        expected: [{ kind: 'failed', event: events[at % events.length]?.activity ?? '' }],
      })),
    ).toBeUndefined();
  });

  it('is found as out of sequence where two touchpoints changed places', () => {
    expect(
      misfound((events, at) => {
        const place = at % (events.length - 1);
        const [one, other] = [events[place], events[place + 1]];
        if (one === undefined || other === undefined) return undefined;
        // What is optional may be anywhere but where it is written, which is ad hoc.
        if (one.activity === 'upsell' || other.activity === 'upsell') return undefined;
        return { events: events.toSpliced(place, 2, other, one), expected: 'sequence' };
      }),
    ).toBeUndefined();
  });

  type Planted = {
    readonly events: readonly TestEvent[];
    readonly expected: string | readonly { kind: string; event: string }[];
  };

  /** Plants something in one case of many simulated logs; gives the first log in which something else was found. */
  function misfound(plant: (events: readonly TestEvent[], at: number) => Planted | undefined): unknown {
    const held = property(anyCase, ({ seed, at }) => {
      const cases = [...groupBy(simulated(5, seed), (event) => event.case).values()].filter(
        (events) => !events.some(({ failed }) => failed === true),
      );
      const [chosen, ...others] = cases;
      const planted = chosen === undefined ? undefined : plant(chosen, at);
      if (planted === undefined) return;
      const { expected } = planted;
      // The order is what counts; the times of what was moved follow it.
      const events = planted.events.map((event, index): TestEvent => Object.assign({}, event, { time: index }));
      const { deviations } = compare([...events, ...others.flat()]);
      const found = deviations.map(({ kind, touchpoint, event }) => ({ kind, event: event ?? eventOf(touchpoint) }));
      expect(typeof expected === 'string' ? found.map(({ kind }) => kind) : found).toEqual(
        typeof expected === 'string' ? [expected] : expected,
      );
    });
    const { failed, counterexample, errorInstance } = check(held, { numRuns: 60 });
    return failed ? { counterexample, errorInstance } : undefined;
  }
});

it('does not say of customers who had the rest in another order that they left', () => {
  const [chosen = []] = groupBy(simulated(20, 5), (event) => event.case).values();
  const swapped = [...chosen.slice(0, -2), ...chosen.slice(-2).toReversed()];
  const { touchpoints, finished } = compare(
    swapped.map((event, index): TestEvent => Object.assign({}, event, { time: index, failed: false })),
  );
  expect(touchpoints.map(({ left }) => left).filter((left) => left !== 0)).toEqual([]);
  expect(finished).toBe(1);
});

it('keeps groups to itself that are too small, in every list', () => {
  const log = simulated(40, 3);
  const odd = log.with(0, { ...first(log), activity: 'case 4711 has called' });
  const text = JSON.stringify({ ...compare(odd, 5), mapping: undefined });
  expect(text).not.toContain('4711');
  expect(compare(odd, 1).deviations).toContainEqual(
    expect.objectContaining({ event: 'case 4711 has called', cases: 1 }),
  );
  expect(compare(odd, 5).suppressed).toBeGreaterThan(0);
});

function simulated(cases: number, seed: number): TestEvent[] {
  const personas = analysis.views.map(({ graph }) => ({ graph, weight: 1 }));
  return [...simulate(personas, { cases, seed, start: Date.UTC(2026, 0, 5), failureRate: 0.1 })];
}

function compare(events: readonly TestEvent[], leastGroup = 1): Conformance {
  return conformanceOf(analysis, logOf(analysis.journey, events), { leastGroup });
}

function eventOf(key: string | undefined): string {
  const touchpoint = analysis.journey.stages.flatMap((stage) => stage.touchpoints).find((each) => each.key === key);
  return touchpoint?.events[0]?.text ?? '';
}

function first(events: readonly TestEvent[]): TestEvent {
  const [event] = events;
  if (event === undefined) throw new Error('A case without events');
  return event;
}

function journeyOf(model: Model): JourneyAnalysis['journey'] {
  const [journey] = ownJourneys(model);
  if (journey === undefined) throw new Error('There is no journey');
  return journey;
}
