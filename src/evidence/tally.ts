import type { JourneyAnalysis } from '../model/analysis.ts';
import type { GraphEdge, GraphEnd } from '../model/graph.ts';
import type { Alignment } from './align.ts';
import type { ComparedLog, DeviationResult, WayResult } from './conformance.ts';
import { type Deviation, type DeviationKind, deviationsOf } from './deviations.ts';
import type { LogCode, LogVariant } from './event-log.ts';
import { bestFit, type PersonaGroup, personaGroupsOf } from './persona-groups.ts';
import type { Process } from './process.ts';

/** Everything that is counted while the variants of a log are aligned with a journey; exact numbers, not to be shown. */
export interface Tally {
  readonly all: CaseTally;
  readonly personas: readonly { readonly group: PersonaGroup; readonly tally: CaseTally }[];
  readonly segments: ReadonlyMap<string, CaseTally>;
  readonly periods: ReadonlyMap<string, CaseTally>;
  readonly touchpoints: ReadonlyMap<string, TouchpointTally>;
  readonly deviations: readonly DeviationTally[];
  /** By the touchpoint that they begin at. */
  readonly ways: ReadonlyMap<string, ReadonlyMap<string, WayTally>>;
  readonly stages: ReadonlyMap<string, StageTally>;
  readonly switches: readonly { readonly from: string; readonly to: string; times: number }[];
  readonly sequences: readonly { readonly codes: readonly LogCode[]; cases: number; readonly fitness: number }[];
}

/** `fitness` is the sum over the cases. */
export interface CaseTally {
  cases: number;
  conforming: number;
  finished: number;
  repeated: number;
  switched: number;
  fitness: number;
}

interface TouchpointTally {
  cases: number;
  visits: number;
  repeated: number;
  left: number;
  readonly deviations: Partial<Record<DeviationKind, number>>;
}

type DeviationTally = Omit<DeviationResult, 'cases'> & { cases: number };
type WayTally = Omit<WayResult, 'passages'> & { passages: number };
interface StageTally {
  reached: number;
  passed: number;
  left: number;
}

interface Fit {
  readonly alignment: Alignment;
  readonly group: PersonaGroup;
  readonly deviations: readonly Deviation[];
}

/** Aligns each variant of a log with the journey, and counts. Tells now and then how much of it is done, 0…1. */
export function* tallying(analysis: JourneyAnalysis, log: ComparedLog): Generator<number, Tally> {
  const counter = new Counter(analysis, log);
  const { variants } = log.summary;
  for (const [index, variant] of variants.entries()) {
    if (index > 0 && index % AT_ONCE === 0) yield index / variants.length;
    counter.add(variant);
  }
  return counter.tally();
}

/** Variants that are aligned in some hundredths of a second. */
const AT_ONCE = 200;

class Counter {
  readonly #codes: readonly LogCode[];
  readonly #groups: readonly PersonaGroup[];
  readonly #stages: readonly string[];
  readonly #stageOf: ReadonlyMap<string, string>;
  readonly #fits = new Map<string, Fit | undefined>();
  readonly #all = newCases();
  readonly #personas: readonly CaseTally[];
  readonly #segments = new Map<string, CaseTally>();
  readonly #periods = new Map<string, CaseTally>();
  readonly #touchpoints = new Map<string, TouchpointTally>();
  readonly #deviations = new Map<string, DeviationTally>();
  readonly #ways = new Map<string, Map<string, WayTally>>();
  readonly #reached = new Map<string, StageTally>();
  readonly #switches = new Map<string, Tally['switches'][number]>();
  readonly #sequences = new Map<string, Tally['sequences'][number]>();

  constructor(analysis: JourneyAnalysis, { mapping, summary }: ComparedLog) {
    const { stages } = analysis.journey;
    this.#codes = summary.codes;
    this.#groups = personaGroupsOf(analysis, summary.codes, new Set(mapping.observable));
    this.#personas = this.#groups.map(newCases);
    this.#stages = stages.map(({ key }) => key);
    this.#stageOf = new Map(stages.flatMap(({ key, touchpoints }) => touchpoints.map((each) => [each.key, key])));
  }

  tally(): Tally {
    return {
      all: this.#all,
      personas: this.#groups.map((group, index) => ({ group, tally: this.#personas[index] ?? newCases() })),
      segments: this.#segments,
      periods: this.#periods,
      touchpoints: this.#touchpoints,
      deviations: [...this.#deviations.values()],
      ways: this.#ways,
      stages: this.#reached,
      switches: [...this.#switches.values()],
      sequences: [...this.#sequences.values()],
    };
  }

  add(variant: LogVariant): void {
    const fit = this.#fit(variant);
    if (fit === undefined) return;
    const { alignment, group, deviations } = fit;
    const { cases, segment, period } = variant;
    const visited = this.#visits(variant);
    const hasLeft = deviations.some(({ kind }) => kind === 'left');
    const isFinished = !hasLeft && alignment.end?.end === 'success';
    const isSwitched = this.#switch(alignment, group, cases);
    for (const tally of [
      this.#all,
      this.#personas[this.#groups.indexOf(group)],
      segment === undefined ? undefined : inMap(this.#segments, segment, newCases),
      period === undefined ? undefined : inMap(this.#periods, period, newCases),
    ]) {
      if (tally === undefined) continue;
      tally.cases += cases;
      tally.conforming += alignment.cost === 0 ? cases : 0;
      tally.finished += isFinished ? cases : 0;
      tally.repeated += visited.isRepeated ? cases : 0;
      tally.switched += isSwitched ? cases : 0;
      tally.fitness += alignment.fitness * cases;
    }
    this.#deviate(deviations, group.process, cases);
    const last = this.#goWays(alignment, group.process, cases);
    // Whoever had the rest before, in another order, has not left.
    if (hasLeft && last !== undefined) this.#touchpoint(last).left += cases;
    this.#passStages(visited.keys, isFinished, cases);
    const sequence = inMap(this.#sequences, variant.steps.map(({ code }) => code).join(' '), () => ({
      codes: variant.steps.flatMap(({ code }) => this.#codes[code] ?? []),
      cases: 0,
      fitness: alignment.fitness,
    }));
    sequence.cases += cases;
  }

  /** What goes the same way is aligned once, whatever its segment or month. */
  #fit(variant: LogVariant): Fit | undefined {
    const way = variant.steps.map(({ code, failed }) => (failed ? `${code}!` : code)).join(' ');
    return inMap(this.#fits, JSON.stringify([way, variant.persona]), () => {
      const best = bestFit(variant, this.#groups);
      return best && { ...best, deviations: deviationsOf(best.alignment, best.group.nodeOf) };
    });
  }

  #touchpoint(key: string): TouchpointTally {
    return inMap(this.#touchpoints, key, () => ({ cases: 0, visits: 0, repeated: 0, left: 0, deviations: {} }));
  }

  /** Counts the touchpoints that cases had; gives their keys in order. */
  #visits({ steps, cases }: LogVariant): { readonly keys: readonly string[]; readonly isRepeated: boolean } {
    const keys = steps.flatMap(({ code }) => {
      const meaning = this.#codes[code];
      return meaning !== undefined && 'touchpoint' in meaning ? [meaning.touchpoint] : [];
    });
    const visits = new Map<string, number>();
    for (const key of keys) visits.set(key, (visits.get(key) ?? 0) + 1);
    for (const [key, times] of visits) {
      const tally = this.#touchpoint(key);
      tally.cases += cases;
      tally.visits += cases * times;
      if (times > 1) tally.repeated += cases;
    }
    return { keys, isRepeated: visits.size < keys.length };
  }

  #deviate(deviations: readonly Deviation[], { graph }: Process, cases: number): void {
    const keyOf = (node: number): string => graph.nodes[node]?.key ?? '';
    // A case counts once, however often it deviates in the same way.
    const counted = new Set<string>();
    const isNew = (id: string): boolean => !counted.has(id) && counted.add(id) !== undefined;
    for (const deviation of deviations) {
      const { kind } = deviation;
      const thing =
        kind === 'adHoc' ? (this.#codes[deviation.code] ?? { event: '' }) : { touchpoint: keyOf(deviation.node) };
      const after = deviation.after === undefined ? {} : { after: keyOf(deviation.after) };
      const id = JSON.stringify([kind, thing, after]);
      if (!isNew(id)) continue;
      inMap(this.#deviations, id, () => ({ kind, ...thing, ...after, cases: 0 })).cases += cases;
      if (!('touchpoint' in thing) || !isNew(`${kind} ${thing.touchpoint}`)) continue;
      const tally = this.#touchpoint(thing.touchpoint).deviations;
      tally[kind] = (tally[kind] ?? 0) + cases;
    }
  }

  /** Counts changes of the channel; gives whether there was one. */
  #switch({ moves }: Alignment, { process }: PersonaGroup, cases: number): boolean {
    let channels: readonly string[] = [];
    let isSwitched = false;
    for (const move of moves) {
      const node = move.kind === 'both' ? process.graph.nodes[move.node] : undefined;
      const next = node?.touchpoint.channels.map(({ key }) => key) ?? [];
      const [from, to] = [channels[0], next[0]];
      if (from !== undefined && to !== undefined && !next.some((key) => channels.includes(key))) {
        inMap(this.#switches, `${from} ${to}`, () => ({ from, to, times: 0 })).times += cases;
        isSwitched = true;
      }
      if (next.length > 0) channels = next;
    }
    return isSwitched;
  }

  /** Ways count only between touchpoints that were there, or need not be. Gives the last one that was there. */
  #goWays({ moves, end }: Alignment, process: Process, cases: number): string | undefined {
    let isKnown = false;
    let last: string | undefined;
    for (const move of moves) {
      if (move.kind === 'log') continue;
      const isHere = move.kind === 'both' || move.isFree;
      if (isKnown && isHere && move.by !== undefined) this.#goWay(move.by, process, cases);
      isKnown = isHere;
      if (move.kind === 'both') last = process.graph.nodes[move.node]?.key;
    }
    if (isKnown && end !== undefined) this.#goWay(end, process, cases);
    return last;
  }

  #goWay(way: GraphEdge | GraphEnd, process: Process, cases: number): void {
    if (!canBeTold(way.from, process)) return;
    const ways = inMap(this.#ways, way.from.key, () => newWays(way.from));
    inMap(ways, wayId(way), () => newWay(way)).passages += cases;
  }

  #passStages(keys: readonly string[], isFinished: boolean, cases: number): void {
    const visited = keys.flatMap((key) => this.#stageOf.get(key) ?? []);
    const furthest = Math.max(-1, ...visited.map((key) => this.#stages.indexOf(key)));
    for (const key of new Set(visited)) {
      const tally = inMap(this.#reached, key, () => ({ reached: 0, passed: 0, left: 0 }));
      tally.reached += cases;
      if (this.#stages.indexOf(key) < furthest || isFinished) tally.passed += cases;
      if (key === visited.at(-1) && !isFinished) tally.left += cases;
    }
  }
}

/** Which of two ways was taken cannot be seen where neither leads to something that is seen. */
function canBeTold({ out, ends }: GraphEdge['from'], { isVisible }: Process): boolean {
  const unseen = out.filter(({ kind, to }) => kind !== 'skip' && isVisible[to.index] !== true);
  return unseen.length + (ends.length > 0 ? 1 : 0) <= 1;
}

function newWays({ out, ends }: GraphEdge['from']): Map<string, WayTally> {
  const written = [...out, ...ends].filter(({ kind }) => kind !== 'skip');
  return new Map(written.map((way) => [wayId(way), newWay(way)]));
}

function wayId(way: GraphEdge | GraphEnd): string {
  return `${way.kind} ${'to' in way ? way.to.key : ` ${way.end}`}`;
}

function newWay(way: GraphEdge | GraphEnd): WayTally {
  return {
    ...('to' in way ? { to: way.to.key } : { end: way.end }),
    kind: way.kind,
    ...(way.share !== undefined && { written: way.share }),
    passages: 0,
  };
}

function newCases(): CaseTally {
  return { cases: 0, conforming: 0, finished: 0, repeated: 0, switched: 0, fitness: 0 };
}

function inMap<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}
