// Journeys of any shape for property tests: ways to anywhere, loops, dead ends, optional touchpoints, several personas.
import * as fc from '../support/properties.ts';
import type { JourneySpec, TouchpointSpec, WaySpec } from '../support/model-builder.ts';

export const PERSONAS = ['Ken', 'Sato'];
export const SYSTEMS = ['Shop', 'Crm', 'Pos'];
export const DATA = ['email', 'name', 'orderNo'];

interface Shape {
  readonly most: number;
  /** Default: everywhere. */
  readonly targets?: 'anywhere' | 'later';
  readonly optional?: boolean;
  readonly personas?: boolean;
}

export function randomJourney(shape: Shape): fc.Arbitrary<JourneySpec> {
  return fc.integer({ min: 1, max: shape.most }).chain((count) =>
    fc.record({
      touchpoints: fc.tuple(...Array.from({ length: count }, (_, index) => touchpoint(index, count, shape))),
      for: shape.personas === true ? fc.constant(PERSONAS) : fc.constant([]),
      systems,
    }),
  );
}

export function idOf(index: number): string {
  return `T${index}`;
}

function touchpoint(index: number, count: number, shape: Shape): fc.Arbitrary<TouchpointSpec> {
  return fc.record(
    {
      id: fc.constant(idOf(index)),
      optional: shape.optional === true ? fc.boolean() : fc.constant(false),
      for: shape.personas === true ? rarely(some(PERSONAS, 1)) : fc.constant([]),
      ways: waysFrom(index, count, shape),
      system: fc.constantFrom(...SYSTEMS),
      identity: fc.constantFrom('anonymous', 'cookie', 'login', 'verified'),
      asks: some(DATA, 2),
      asksOptionally: rarely(some(DATA, 1)),
      gives: rarely(some(DATA, 1)),
      forgets: rarely(some(DATA, 1)),
      waits: fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 9, max: 20 })),
      after: fc.integer({ min: 0, max: 9 }),
      feels: fc.integer({ min: -2, max: 2 }),
    },
    { requiredKeys: ['id', 'ways'] },
  );
}

function waysFrom(index: number, count: number, shape: Shape): fc.Arbitrary<WaySpec[]> {
  const first = shape.targets === 'later' ? index + 1 : 0;
  const end: fc.Arbitrary<WaySpec> = fc.constantFrom('success', 'failure', 'exit').map((value) => ({ end: value }));
  if (first >= count) return fc.array(end, { maxLength: 1 });
  const target = fc.integer({ min: first, max: count - 1 }).map(idOf);
  const way: fc.Arbitrary<WaySpec> = fc.oneof(
    { weight: 6, arbitrary: target.map((to) => ({ to })) },
    { weight: 1, arbitrary: fc.record({ to: target, carries: some(DATA, 1) }) },
    { weight: 1, arbitrary: fc.record({ to: target, share: fc.constantFrom(0, 0.3, 0.7, 1) }) },
    {
      weight: shape.personas === true ? 2 : 0,
      arbitrary: fc.record({ to: target, for: some(PERSONAS, 1) }),
    },
    { weight: 1, arbitrary: target.map((to) => ({ failure: to })) },
    { weight: 1, arbitrary: target.map((to) => ({ loop: to })) },
    { weight: 1, arbitrary: end },
  );
  return fc.array(way, { maxLength: 3 });
}

const systems = fc
  .array(
    fc.record({
      from: fc.constantFrom(...SYSTEMS),
      to: fc.constantFrom(...SYSTEMS),
      data: some(DATA, 2),
    }),
    { maxLength: 3 },
  )
  .map((shares) =>
    Object.fromEntries(
      SYSTEMS.map((system) => [
        system,
        shares.filter(({ from }) => from === system).map(({ to, data }) => ({ to, data })),
      ]),
    ),
  );

function some(values: readonly string[], most: number): fc.Arbitrary<string[]> {
  return fc.subarray([...values], { maxLength: most });
}

function rarely(values: fc.Arbitrary<string[]>): fc.Arbitrary<string[]> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: values });
}
