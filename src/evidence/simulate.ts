import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Graph, GraphEdge, GraphEnd, GraphNode } from '../model/graph.ts';
import { writtenTime } from '../model/measured/written-time.ts';

/** One event of a simulated case. */
export interface SimulatedEvent {
  /** `case-1`, `case-2`… */
  readonly case: string;
  readonly activity: string;
  /** Milliseconds since 1970, in whole seconds. */
  readonly time: number;
  readonly failed: boolean;
  /** Id of the persona, and its first channel at the touchpoint. */
  readonly persona?: string;
  readonly channel?: string;
}

/** One group of customers: their way through the journey, and their part of all customers. */
export interface SimulatedPersona {
  /** Missing for everybody. */
  readonly id?: string;
  readonly graph: Graph;
  /** Relative to the others. */
  readonly weight: number;
}

export interface SimulationOptions {
  readonly cases: number;
  /** A whole number; the same gives the same log. */
  readonly seed: number;
  /** When the first case begins, in milliseconds since 1970; one begins every ten minutes. */
  readonly start: number;
  /** The share of customers for whom a touchpoint fails where the journey says what happens then, without saying how often. 0…1. */
  readonly failureRate: number;
}

/** After so many touchpoints a case takes the shortest way to an end, so that loops end. */
const MOST_STEPS = 200;
const BETWEEN_CASES = 600_000;
/** How long it takes to the next touchpoint where nothing is written, in seconds. */
const UNWRITTEN = 60;
/** The standard normal deviation that 98 of 100 times stay below. */
const LONGEST_DEVIATION = 2.0537;
/** The spread of a wait of which only the typical length is written: the longest is then 1.5 times as long. */
const LITTLE_SPREAD = Math.log(1.5) / LONGEST_DEVIATION;

/**
 * Customers as the journey has them, case by case: they take the ways with the written shares (what is not written is shared
 * out equally), pass half of what is optional, and wait as long as is written – log-normal around the typical time, which is
 * the median, and never longer than the longest. Touchpoints take place in the order of the journey and never at the same
 * second.
 *
 * Random numbers: xoroshiro128+ of pure-rand.
 */
export function* simulate(
  personas: readonly SimulatedPersona[],
  { cases, seed, start, failureRate }: SimulationOptions,
): Generator<SimulatedEvent> {
  const generator = xoroshiro128plus(seed);
  const random = (): number => uniformFloat64(generator);
  const walks = personas.map((persona) => ({ persona, toEnd: stepsToEnd(persona.graph) }));
  for (let index = 0; index < cases; index += 1) {
    const walk = pick(walks, ({ persona }) => persona.weight, random);
    if (walk === undefined) return;
    const { persona, toEnd } = walk;
    const id = `case-${index + 1}`;
    let time = start + index * BETWEEN_CASES;
    let node = persona.graph.nodes[0];
    let isFirst = true;
    for (let step = 0; node !== undefined; step += 1) {
      const { touchpoint } = node;
      const isLate = step > MOST_STEPS;
      const ways = waysFrom(node, failureRate);
      const way: WeightedWay | undefined = isLate
        ? nearestWay(ways, toEnd)
        : pick(ways, ({ weight }) => weight, random);
      const isPassed = touchpoint.optional !== undefined && random() < 0.5;
      if (!isPassed) {
        if (!isFirst) time += 1000 * Math.max(1, Math.round(timeBefore(node, random)));
        isFirst = false;
        yield {
          case: id,
          activity: touchpoint.events[0]?.text ?? touchpoint.id,
          time,
          failed: way?.way.kind === 'failure',
          ...(persona.id !== undefined && { persona: persona.id }),
          ...(touchpoint.channels[0] !== undefined && { channel: touchpoint.channels[0].key }),
        };
      }
      node = way !== undefined && 'to' in way.way ? way.way.to : undefined;
    }
  }
}

interface WeightedWay {
  readonly way: GraphEdge | GraphEnd;
  readonly weight: number;
}

/** All ways on, with their chances. Passing what is optional is decided there. */
function waysFrom(node: GraphNode, failureRate: number): readonly WeightedWay[] {
  const ways = [...node.out, ...node.ends].filter(({ kind }) => kind !== 'skip');
  const failures = ways.filter(({ kind }) => kind === 'failure');
  const others = ways.filter(({ kind }) => kind !== 'failure');
  const failing =
    failures.length === 0 ? 0 : failures.reduce((sum, { share }) => sum + (share ?? failureRate / failures.length), 0);
  return [
    ...failures.map((way) => ({ way, weight: way.share ?? failureRate / failures.length })),
    ...shared(others, Math.max(0, 1 - failing)),
  ];
}

/** What the written shares leave is shared out equally among the ways without one. */
function shared(ways: readonly (GraphEdge | GraphEnd)[], whole: number): readonly WeightedWay[] {
  const written = ways.reduce((sum, { share }) => sum + (share ?? 0), 0);
  const open = ways.filter(({ share }) => share === undefined).length;
  const rest = Math.max(0, 1 - written);
  return ways.map((way) => ({ way, weight: whole * (way.share ?? rest / open) }));
}

function pick<T>(items: readonly T[], weightOf: (item: T) => number, random: () => number): T | undefined {
  const whole = items.reduce((sum, item) => sum + weightOf(item), 0);
  let left = random() * whole;
  for (const item of items) {
    left -= weightOf(item);
    if (left < 0) return item;
  }
  return items.at(-1);
}

/** How many touchpoints lie before the nearest end, by the index of the node; infinite where there is none. */
function stepsToEnd({ nodes, edges }: Graph): readonly number[] {
  const steps = nodes.map(({ ends }) => (ends.some(({ kind }) => kind !== 'skip') ? 0 : Number.POSITIVE_INFINITY));
  for (let changes = true; changes; ) {
    changes = false;
    for (const { kind, from, to } of edges) {
      const longer = (steps[to.index] ?? 0) + 1;
      if (kind === 'skip' || longer >= (steps[from.index] ?? 0)) continue;
      steps[from.index] = longer;
      changes = true;
    }
  }
  return steps;
}

function nearestWay(ways: readonly WeightedWay[], toEnd: readonly number[]): WeightedWay | undefined {
  const lengthOf = ({ way }: WeightedWay): number => ('to' in way ? (toEnd[way.to.index] ?? 0) : -1);
  const nearest = ways.toSorted((a, b) => lengthOf(a) - lengthOf(b))[0];
  // Where no end can be reached the case just stops.
  return nearest === undefined || lengthOf(nearest) === Number.POSITIVE_INFINITY ? undefined : nearest;
}

function timeBefore({ touchpoint }: GraphNode, random: () => number): number {
  const written = writtenTime(touchpoint);
  if (written === undefined) return touchpoint.takes?.seconds ?? UNWRITTEN;
  const { typical, longest } = written;
  if (typical === 0) return 0;
  const hasLongest = longest > typical;
  const spread = hasLongest ? Math.log(longest / typical) / LONGEST_DEVIATION : LITTLE_SPREAD;
  const drawn = typical * Math.exp(spread * normal(random));
  // Without a longest time the typical one is what is promised to most, not to all.
  return hasLongest ? Math.min(drawn, longest) : drawn;
}

/** A standard normal number (Box and Muller, 1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
