import type { JourneyAnalysis } from '../model/analysis.ts';
import type { GraphEdge, GraphEnd } from '../model/graph.ts';
import { align, type Alignment } from './align.ts';
import { type DeviationKind, deviationsOf } from './deviations.ts';
import type { Gap, LogCode, LogProfile, LogSummary, LogVariant } from './event-log.ts';
import type { Mapping } from './mapping.ts';
import { type Process, processOf } from './process.ts';

/** A journey held against a log. Counts are of cases unless they say otherwise; nothing in it names a case. */
export interface Conformance {
  /** Key of the journey. */
  readonly journey: string;
  readonly profile: LogProfile;
  readonly mapping: Mapping;
  /** Cases that were compared. */
  readonly cases: number;
  readonly variants: number;
  /** Cases without any deviation; touchpoints that failed are none where the journey goes on after a failure. */
  readonly conforming: number;
  /** Mean over the cases, 0…1. */
  readonly fitness: number;
  readonly personas: readonly PersonaResult[];
  readonly touchpoints: readonly TouchpointResult[];
  /** The most frequent first. */
  readonly deviations: readonly DeviationResult[];
  readonly branches: readonly BranchResult[];
  readonly stages: readonly StageResult[];
  /** Changes from one channel to another between two touchpoints, the most frequent first. */
  readonly switches: readonly ChannelSwitch[];
  /** The most frequent sequences of touchpoints. */
  readonly mainVariants: readonly VariantResult[];
  readonly segments: readonly GroupResult[];
  readonly periods: readonly GroupResult[];
  /** Fewer cases than this are not told apart: such counts are left out of all lists, and counted in `suppressed`. */
  readonly leastGroup: number;
  readonly suppressed: number;
}

/** Personas who see the same touchpoints and ways are one result. */
interface PersonaResult {
  /** Keys; empty where the journey is for everybody. */
  readonly personas: readonly string[];
  /** Cases that say they are of this persona, or fit it best. */
  readonly cases: number;
  readonly fitness: number;
}

interface TouchpointResult {
  readonly touchpoint: string;
  /** Whether an event is mapped to it; without one nothing is known. */
  readonly isSeen: boolean;
  /** Cases that had it, and how often all together. */
  readonly cases: number;
  readonly visits: number;
  /** Cases that had it more than once. */
  readonly repeated: number;
  /** Cases that ended with it without reaching an end of the journey. */
  readonly left: number;
  readonly deviations: Readonly<Partial<Record<DeviationKind, number>>>;
  /** The time before it, since the event before. */
  readonly wait?: Gap;
}

interface DeviationResult {
  readonly kind: DeviationKind;
  /** Key of the touchpoint, or… */
  readonly touchpoint?: string;
  /** …name of the event that is none. */
  readonly event?: string;
  /** Key of the touchpoint before. */
  readonly after?: string;
  readonly cases: number;
}

/** How many went which way where there is more than one. */
interface BranchResult {
  readonly from: string;
  readonly ways: readonly WayResult[];
  /** Passages from there, all ways together. */
  readonly passages: number;
}

export interface WayResult {
  /** Key of the touchpoint that it leads to; missing for an end. */
  readonly to?: string;
  readonly kind: GraphEdge['kind'] | GraphEnd['kind'];
  /** What is written, 0…1. */
  readonly written?: number;
  readonly passages: number;
}

interface StageResult {
  readonly stage: string;
  /** Cases that had at least one touchpoint of it. */
  readonly reached: number;
  /** Those of them that went on to a later stage or reached an end that is no exit. */
  readonly passed: number;
  /** Cases that were last seen here and did not reach a successful end. */
  readonly left: number;
}

interface ChannelSwitch {
  readonly from: string;
  readonly to: string;
  readonly times: number;
}

interface VariantResult {
  readonly codes: readonly LogCode[];
  readonly cases: number;
  readonly fitness: number;
}

interface GroupResult {
  readonly name: string;
  readonly cases: number;
  readonly conforming: number;
  readonly fitness: number;
}

interface ConformanceOptions {
  /** Groups of fewer cases are suppressed. 1 shows everything. */
  readonly leastGroup: number;
}

const MOST_VARIANTS = 10;

/** Holds a journey against a log. */
export function conformanceOf(
  analysis: JourneyAnalysis,
  log: { readonly profile: LogProfile; readonly mapping: Mapping; readonly summary: LogSummary },
  options: ConformanceOptions,
): Conformance {
  return new Comparison(analysis, log, options).result();
}

/** Personas who go the same ways. */
interface Group {
  readonly personas: readonly string[];
  readonly names: ReadonlySet<string>;
  readonly process: Process;
  readonly nodeOf: (code: number) => number | undefined;
}

interface Tally {
  cases: number;
  conforming: number;
  fitness: number;
}

interface TouchpointTally {
  cases: number;
  visits: number;
  repeated: number;
  left: number;
  readonly deviations: Partial<Record<DeviationKind, number>>;
}

type Countable<T> = T & { cases: number };

class Comparison {
  readonly #analysis: JourneyAnalysis;
  readonly #log: { readonly profile: LogProfile; readonly mapping: Mapping; readonly summary: LogSummary };
  readonly #least: number;
  readonly #groups: readonly Group[];
  #suppressed = 0;

  readonly #all: Tally = { cases: 0, conforming: 0, fitness: 0 };
  readonly #personas: readonly Tally[];
  readonly #segments = new Map<string, Tally>();
  readonly #periods = new Map<string, Tally>();
  readonly #touchpoints = new Map<string, TouchpointTally>();
  readonly #deviations = new Map<string, Countable<DeviationResult>>();
  readonly #ways = new Map<string, Map<string, WayResult & { passages: number }>>();
  readonly #reached = new Map<string, { reached: number; passed: number; left: number }>();
  readonly #switches = new Map<string, ChannelSwitch & { times: number }>();
  readonly #sequences = new Map<string, Countable<VariantResult>>();

  constructor(
    analysis: JourneyAnalysis,
    log: { readonly profile: LogProfile; readonly mapping: Mapping; readonly summary: LogSummary },
    { leastGroup }: ConformanceOptions,
  ) {
    this.#analysis = analysis;
    this.#log = log;
    this.#least = leastGroup;
    this.#groups = groupsOf(analysis, log.summary.codes, new Set(log.mapping.observable));
    this.#personas = this.#groups.map(() => ({ cases: 0, conforming: 0, fitness: 0 }));
  }

  result(): Conformance {
    for (const variant of this.#log.summary.variants) this.#add(variant);
    const { journey } = this.#analysis;
    const { profile, mapping, summary } = this.#log;
    return {
      journey: journey.key,
      profile,
      mapping,
      cases: this.#all.cases,
      variants: this.#sequences.size,
      conforming: this.#all.conforming,
      fitness: meanFitness(this.#all),
      personas: this.#groups.flatMap(({ personas }, index) => {
        const tally = this.#personas[index];
        return tally === undefined || !this.#isShown(tally.cases)
          ? []
          : [{ personas, cases: tally.cases, fitness: meanFitness(tally) }];
      }),
      touchpoints: this.#touchpointResults(summary),
      deviations: this.#shown([...this.#deviations.values()]),
      branches: this.#branches(),
      stages: journey.stages.map(({ key }) => this.#stage(key)),
      switches: [...this.#switches.values()]
        .filter(({ times }) => this.#isShown(times))
        .toSorted((a, b) => b.times - a.times),
      mainVariants: this.#shown([...this.#sequences.values()]).slice(0, MOST_VARIANTS),
      segments: this.#groupResults(this.#segments),
      periods: this.#groupResults(this.#periods).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      leastGroup: this.#least,
      suppressed: this.#suppressed,
    };
  }

  #add(variant: LogVariant): void {
    const best = this.#fit(variant);
    if (best === undefined) return;
    const { alignment, group } = best;
    const deviations = deviationsOf(alignment, group.nodeOf);
    const { cases } = variant;
    const isConforming = alignment.cost === 0;
    for (const tally of [
      this.#all,
      this.#personas[this.#groups.indexOf(group)],
      variant.segment === undefined ? undefined : tallyOf(this.#segments, variant.segment),
      variant.period === undefined ? undefined : tallyOf(this.#periods, variant.period),
    ]) {
      if (tally === undefined) continue;
      tally.cases += cases;
      tally.conforming += isConforming ? cases : 0;
      tally.fitness += alignment.fitness * cases;
    }
    const keyOf = (node: number): string => group.process.graph.nodes[node]?.key ?? '';
    const counted = new Set<string>();
    for (const deviation of deviations) {
      const thing =
        deviation.kind === 'adHoc'
          ? (this.#log.summary.codes[deviation.code] ?? { event: '' })
          : { touchpoint: keyOf(deviation.node) };
      const after = deviation.after === undefined ? {} : { after: keyOf(deviation.after) };
      const id = JSON.stringify([deviation.kind, thing, after]);
      // A case counts once, however often it deviates in the same way.
      if (counted.has(id)) continue;
      counted.add(id);
      const known = this.#deviations.get(id) ?? { kind: deviation.kind, ...thing, ...after, cases: 0 };
      known.cases += cases;
      this.#deviations.set(id, known);
      if (!('touchpoint' in thing)) continue;
      const ofTouchpoint = `${deviation.kind} ${thing.touchpoint}`;
      if (counted.has(ofTouchpoint)) continue;
      counted.add(ofTouchpoint);
      const tally = this.#touchpoint(thing.touchpoint).deviations;
      tally[deviation.kind] = (tally[deviation.kind] ?? 0) + cases;
    }
    this.#addVisits(variant);
    this.#addWays(alignment, group, cases);
    this.#addStages(
      variant,
      alignment,
      deviations.some(({ kind }) => kind === 'left'),
    );
    const sequence = variant.steps.map(({ code }) => code).join(' ');
    const known = this.#sequences.get(sequence) ?? {
      codes: variant.steps.flatMap(({ code }) => this.#log.summary.codes[code] ?? []),
      cases: 0,
      fitness: alignment.fitness,
    };
    known.cases += cases;
    this.#sequences.set(sequence, known);
  }

  /** The persona that the log names, or the one whose way fits best. */
  #fit({ steps, persona }: LogVariant): { readonly alignment: Alignment; readonly group: Group } | undefined {
    const named = persona === undefined ? [] : this.#groups.filter(({ names }) => names.has(persona));
    let best: { readonly alignment: Alignment; readonly group: Group } | undefined;
    for (const group of named.length > 0 ? named : this.#groups) {
      const alignment = align(steps, group.process, group.nodeOf);
      if (best === undefined || alignment.fitness > best.alignment.fitness) best = { alignment, group };
    }
    return best;
  }

  #touchpoint(key: string): TouchpointTally {
    const known = this.#touchpoints.get(key) ?? { cases: 0, visits: 0, repeated: 0, left: 0, deviations: {} };
    this.#touchpoints.set(key, known);
    return known;
  }

  #addVisits({ steps, cases }: LogVariant): void {
    const visits = new Map<string, number>();
    for (const key of this.#keysOf(steps)) visits.set(key, (visits.get(key) ?? 0) + 1);
    for (const [key, times] of visits) {
      const tally = this.#touchpoint(key);
      tally.cases += cases;
      tally.visits += cases * times;
      if (times > 1) tally.repeated += cases;
    }
  }

  #keysOf(steps: LogVariant['steps']): string[] {
    return steps.flatMap(({ code }) => {
      const meaning = this.#log.summary.codes[code];
      return meaning !== undefined && 'touchpoint' in meaning ? [meaning.touchpoint] : [];
    });
  }

  /** Ways count only between touchpoints that were there, or need not be. */
  #addWays({ moves, end }: Alignment, { process }: Group, cases: number): void {
    const { nodes } = process.graph;
    let isKnown = false;
    let channels: readonly string[] = [];
    let last: string | undefined;
    for (const move of moves) {
      if (move.kind === 'log') continue;
      const isHere = move.kind === 'both' || move.isFree;
      if (isKnown && isHere && move.by !== undefined) this.#addWay(move.by, process, cases);
      isKnown = isHere;
      const node = nodes[move.node];
      if (move.kind !== 'both' || node === undefined) continue;
      last = node.key;
      const next = node.touchpoint.channels.map(({ key }) => key);
      const [from, to] = [channels[0], next[0]];
      if (from !== undefined && to !== undefined && !next.some((key) => channels.includes(key))) {
        const id = `${from} ${to}`;
        const known = this.#switches.get(id) ?? { from, to, times: 0 };
        known.times += cases;
        this.#switches.set(id, known);
      }
      if (next.length > 0) channels = next;
    }
    if (isKnown && end !== undefined) this.#addWay(end, process, cases);
    if (!isKnown && last !== undefined) this.#touchpoint(last).left += cases;
  }

  #addWay(way: GraphEdge | GraphEnd, process: Process, cases: number): void {
    // Which of two ways was taken cannot be seen where neither leads to something that is seen.
    const others = way.from.out.filter(({ kind, to }) => kind !== 'skip' && process.isVisible[to.index] !== true);
    if (others.length + (way.from.ends.length > 0 ? 1 : 0) > 1) return;
    const ways = this.#ways.get(way.from.key) ?? new Map<string, WayResult & { passages: number }>();
    this.#ways.set(way.from.key, ways);
    const to = 'to' in way ? way.to.key : undefined;
    const id = `${way.kind} ${to ?? ''}`;
    const known = ways.get(id) ?? {
      ...(to !== undefined && { to }),
      kind: way.kind,
      ...(way.share !== undefined && { written: way.share }),
      passages: 0,
    };
    known.passages += cases;
    ways.set(id, known);
  }

  #addStages({ steps, cases }: LogVariant, { end }: Alignment, hasLeft: boolean): void {
    const stages = this.#analysis.journey.stages.map(({ key }) => key);
    const stageOf = new Map(
      this.#analysis.journey.stages.flatMap(({ key, touchpoints }) =>
        touchpoints.map((each) => [each.key, key] as const),
      ),
    );
    const visited = this.#keysOf(steps).flatMap((key) => stageOf.get(key) ?? []);
    const last = visited.at(-1);
    const furthest = Math.max(-1, ...visited.map((key) => stages.indexOf(key)));
    const isDone = !hasLeft && end?.end === 'success';
    for (const key of new Set(visited)) {
      const tally = this.#reached.get(key) ?? { reached: 0, passed: 0, left: 0 };
      this.#reached.set(key, tally);
      tally.reached += cases;
      if (stages.indexOf(key) < furthest || isDone) tally.passed += cases;
      if (key === last && !isDone) tally.left += cases;
    }
  }

  #stage(key: string): StageResult {
    const { reached, passed, left } = this.#reached.get(key) ?? { reached: 0, passed: 0, left: 0 };
    return { stage: key, reached: this.#orNone(reached), passed: this.#orNone(passed), left: this.#orNone(left) };
  }

  #touchpointResults({ codes, gaps }: LogSummary): TouchpointResult[] {
    const codeOf = new Map(
      codes.flatMap((code, index) => ('touchpoint' in code ? [[code.touchpoint, index] as const] : [])),
    );
    const waits = new Map(gaps.filter(({ from }) => from === undefined).map((gap) => [gap.to, gap]));
    return this.#analysis.journey.stages
      .flatMap((stage) => stage.touchpoints)
      .map(({ key }) => this.#touchpointResult(key, codeOf.has(key), waits.get(codeOf.get(key) ?? -1)));
  }

  #touchpointResult(key: string, isSeen: boolean, wait: Gap | undefined): TouchpointResult {
    const { cases, visits, repeated, left, deviations } = this.#touchpoint(key);
    return {
      touchpoint: key,
      isSeen,
      cases: this.#orNone(cases),
      visits: this.#orNone(visits),
      repeated: this.#orNone(repeated),
      left: this.#orNone(left),
      deviations: Object.fromEntries(Object.entries(deviations).filter(([, count]) => this.#isShown(count))),
      ...(wait !== undefined && this.#isShown(wait.times) && { wait: this.#gap(wait) }),
    };
  }

  #gap({ late, ...gap }: Gap): Gap {
    return late === undefined ? gap : { ...gap, late: this.#orNone(late) };
  }

  #branches(): BranchResult[] {
    return [...this.#ways].flatMap(([from, ways]) => {
      const shown = [...ways.values()].filter(({ passages }) => this.#isShown(passages));
      const node = this.#analysis.whole.graph.node(from);
      const isBranch = node !== undefined && node.out.length + node.ends.length > 1;
      if (!isBranch || shown.length === 0) return [];
      const passages = [...ways.values()].reduce((sum, way) => sum + way.passages, 0);
      return [{ from, ways: shown.toSorted((a, b) => b.passages - a.passages), passages }];
    });
  }

  #groupResults(tallies: ReadonlyMap<string, Tally>): GroupResult[] {
    return this.#shown(
      [...tallies].map(([name, tally]) => ({
        name,
        cases: tally.cases,
        conforming: tally.conforming,
        fitness: meanFitness(tally),
      })),
    );
  }

  /** Those that are large enough, the largest first; the others are counted. */
  #shown<T extends { readonly cases: number }>(items: readonly T[]): T[] {
    return items.filter(({ cases }) => this.#isShown(cases)).toSorted((a, b) => b.cases - a.cases);
  }

  #isShown(count: number): boolean {
    if (count === 0 || count >= this.#least) return true;
    this.#suppressed += 1;
    return false;
  }

  /** A count that is too small to be told is no count. */
  #orNone(count: number): number {
    return this.#isShown(count) ? count : 0;
  }
}

function groupsOf(
  { model, views }: JourneyAnalysis,
  codes: readonly LogCode[],
  observable: ReadonlySet<string>,
): readonly Group[] {
  return [...new Set(views.map(({ flow }) => flow))].map((flow) => {
    const { graph } = flow;
    const personas = views.flatMap(({ flow: other, persona }) =>
      other === flow && persona !== undefined ? [persona] : [],
    );
    const nodes = codes.map((code) => ('touchpoint' in code ? graph.node(code.touchpoint)?.index : undefined));
    const segments = personas.flatMap((persona) => persona.segments.map(({ key }) => model.segments.get(key)));
    return {
      personas: personas.map(({ key }) => key),
      names: new Set(
        [...personas, ...segments].flatMap((thing) =>
          thing === undefined
            ? []
            : [thing.id, thing.label, thing.labelEn, thing.labelJa].filter((name) => name !== undefined),
        ),
      ),
      process: processOf(graph, observable),
      nodeOf: (code) => nodes[code],
    };
  });
}

function tallyOf(tallies: Map<string, Tally>, name: string): Tally {
  const known = tallies.get(name) ?? { cases: 0, conforming: 0, fitness: 0 };
  tallies.set(name, known);
  return known;
}

function meanFitness({ cases, fitness }: Tally): number {
  return cases === 0 ? 1 : fitness / cases;
}
