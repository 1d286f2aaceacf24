import type { JourneyAnalysis } from '../model/analysis.ts';
import type { GraphNode } from '../model/graph.ts';
import { groupBy } from '../model/group-by.ts';
import { atLeast, type Count } from '../model/measured/count.ts';
import type {
  BranchResult,
  ComparedLog,
  Conformance,
  DeviationResult,
  GroupResult,
  LimitResult,
  PersonaResult,
  SharedEvent,
  SharedMapping,
  StageResult,
  TouchpointResult,
  VariantResult,
} from './conformance.ts';
import type { Mapping } from './mapping.ts';
import { Privacy } from './privacy.ts';
import type { CaseTally, Tally } from './tally.ts';

const MOST_VARIANTS = 10;

/** What may be told of the counts: groups of fewer cases than `leastGroup` are kept to themselves. */
export function resultsOf(analysis: JourneyAnalysis, log: ComparedLog, tally: Tally, leastGroup: number): Conformance {
  const privacy = new Privacy(leastGroup);
  const { journey } = analysis;
  const { all } = tally;
  const { duration } = log.summary;
  const results = {
    journey: journey.key,
    profile: log.profile,
    mapping: mappingResult(log.mapping, log.profile.cases, privacy),
    cases: all.cases,
    variants: tally.sequences.length,
    conforming: privacy.of(all.conforming, all.cases),
    fitness: meanFitness(all),
    finished: privacy.of(all.finished, all.cases),
    ...(all.cases >= leastGroup && { duration }),
    personas: personaResults(tally, privacy),
    touchpoints: touchpointResults(analysis, log, tally, privacy),
    deviations: deviationResults(tally, privacy),
    branches: branchResults(analysis, tally, privacy),
    stages: stageResults(analysis, tally, privacy),
    repeated: privacy.of(all.repeated, all.cases),
    switched: privacy.of(all.switched, all.cases),
    switches: tally.switches
      .toSorted((a, b) => b.times - a.times)
      .map(({ from, to, times }) => ({ from, to, times: privacy.alone(times) })),
    mainVariants: variantResults(tally, privacy),
    segments: groupResults(tally.segments, all, privacy),
    periods: groupResults(tally.periods, all, privacy).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
  return { ...results, leastGroup, suppressed: privacy.suppressed };
}

function personaResults({ personas }: Tally, privacy: Privacy): PersonaResult[] {
  const counts = partsOf(
    personas.map(({ tally }) => tally),
    privacy,
  );
  return personas.map(({ group, tally }, index) => ({
    personas: group.personas,
    cases: counts.cases[index] ?? 0,
    conforming: counts.conforming[index] ?? 0,
    ...(!privacy.isFew(tally.cases) && { fitness: groupFitness(tally) }),
  }));
}

/** Groups by name. Small ones are not listed: their name may be somebody's. */
function groupResults(tallies: ReadonlyMap<string, CaseTally>, all: CaseTally, privacy: Privacy): GroupResult[] {
  const named = [...tallies].toSorted(([, a], [, b]) => b.cases - a.cases);
  // Cases without a name are a part, too.
  const others = named.reduce((rest, [, tally]) => minus(rest, tally), all);
  const counts = partsOf([...named.map(([, tally]) => tally), others], privacy);
  return named.flatMap(([name, tally], index) =>
    privacy.isFew(tally.cases)
      ? []
      : [
          {
            name,
            cases: counts.cases[index] ?? 0,
            conforming: counts.conforming[index] ?? 0,
            finished: counts.finished[index] ?? 0,
            repeated: counts.repeated[index] ?? 0,
            switched: counts.switched[index] ?? 0,
            fitness: groupFitness(tally),
          },
        ],
  );
}

type CaseCounts = Readonly<Record<Exclude<keyof CaseTally, 'fitness'>, readonly Count[]>>;

/** Counts of groups that all cases are divided into. */
function partsOf(tallies: readonly CaseTally[], privacy: Privacy): CaseCounts {
  const sizes = tallies.map(({ cases }) => cases);
  const within = (what: keyof CaseCounts): readonly Count[] =>
    privacy.partsLike(
      tallies.map((tally) => tally[what]),
      sizes,
    );
  return {
    cases: privacy.parts(sizes),
    conforming: within('conforming'),
    finished: within('finished'),
    repeated: within('repeated'),
    switched: within('switched'),
  };
}

function minus(a: CaseTally, b: CaseTally): CaseTally {
  return {
    cases: a.cases - b.cases,
    conforming: a.conforming - b.conforming,
    finished: a.finished - b.finished,
    repeated: a.repeated - b.repeated,
    switched: a.switched - b.switched,
    fitness: a.fitness - b.fitness,
  };
}

function touchpointResults(
  { journey }: JourneyAnalysis,
  log: ComparedLog,
  tally: Tally,
  privacy: Privacy,
): TouchpointResult[] {
  // Those who left in a stage, and in all, are told, too.
  return journey.stages.flatMap(({ touchpoints }) => {
    const tallies = touchpoints.map(({ key }) => tally.touchpoints.get(key));
    const left = privacy.partsLike(
      tallies.map((each) => each?.left ?? 0),
      tallies.map((each) => each?.cases ?? 0),
    );
    return touchpoints.map(({ key }, index) => touchpointResult(key, left[index] ?? 0, log, tally, privacy));
  });
}

function touchpointResult(
  key: string,
  left: Count,
  { summary, asked }: ComparedLog,
  { touchpoints, all }: Tally,
  privacy: Privacy,
): TouchpointResult {
  const code = summary.codes.findIndex((each) => 'touchpoint' in each && each.touchpoint === key);
  const tally = touchpoints.get(key) ?? { cases: 0, visits: 0, repeated: 0, left: 0, deviations: {} };
  const wait = summary.gaps.find(({ from, to, times }) => from === undefined && to === code && !isTooFew(times));
  const score = summary.scores.find((each) => each.code === code && !isTooFew(each.answers));
  function isTooFew(count: number): boolean {
    return count < privacy.least;
  }
  const limits = asked.flatMap((limit, index): LimitResult[] => {
    const kept = summary.limits[index];
    if (limit.touchpoint !== key || kept === undefined || kept.times === 0 || isTooFew(kept.times)) return [];
    const { kind, seconds, persona, toldAt } = limit;
    return [
      {
        kind,
        seconds,
        ...(persona !== undefined && { persona }),
        ...(toldAt !== undefined && { toldAt }),
        times: kept.times,
        over: privacy.of(kept.over, kept.times),
        median: kept.median,
      },
    ];
  });
  const cases = privacy.of(tally.cases, all.cases);
  return {
    touchpoint: key,
    isSeen: code !== -1,
    cases,
    visits: privacy.times(tally.visits, cases),
    repeated: privacy.of(tally.repeated, tally.cases),
    left,
    deviations: Object.fromEntries(
      Object.entries(tally.deviations).map(([kind, count]) => [kind, privacy.of(count, all.cases)]),
    ),
    ...(wait !== undefined && { wait }),
    limits,
    ...(score !== undefined && { score: { answers: score.answers, mean: score.mean } }),
  };
}

/** Small ones are not listed: the name of an event that few cases have may be one of them. */
function deviationResults({ deviations, all }: Tally, privacy: Privacy): DeviationResult[] {
  const things = groupBy(deviations, ({ kind, touchpoint, event }) => JSON.stringify([kind, touchpoint, event]));
  return [...things.values()]
    .flatMap((same) => {
      const parts = privacy.parts(same.map(({ cases }) => cases));
      return same.flatMap((deviation, index) => {
        const part = parts[index] ?? 0;
        if (privacy.isFew(deviation.cases)) return [];
        return [{ ...deviation, cases: typeof part === 'number' ? privacy.of(part, all.cases) : part }];
      });
    })
    .toSorted(byCases);
}

/** The largest first; a bound is where it must at least be. */
function byCases(a: { readonly cases: Count }, b: { readonly cases: Count }): number {
  return atLeast(b.cases) - atLeast(a.cases);
}

function branchResults(
  { whole }: Pick<JourneyAnalysis, 'whole'>,
  { ways: all }: Tally,
  privacy: Privacy,
): BranchResult[] {
  return [...all].flatMap(([from, ways]) => {
    const counts = [...ways.values()].toSorted((a, b) => b.passages - a.passages);
    const passages = counts.reduce((sum, way) => sum + way.passages, 0);
    if (!isBranch(whole.graph.node(from)) || privacy.isFew(passages)) return [];
    const parts = privacy.parts(counts.map((way) => way.passages));
    return [
      { from, ways: counts.map((way, index) => Object.assign({}, way, { passages: parts[index] ?? 0 })), passages },
    ];
  });
}

function isBranch(node: GraphNode | undefined): boolean {
  return node !== undefined && node.out.length + node.ends.length > 1;
}

function stageResults({ journey }: JourneyAnalysis, { stages: tallies, all }: Tally, privacy: Privacy): StageResult[] {
  const stages = journey.stages.map(({ key }) => ({
    key,
    ...(tallies.get(key) ?? { reached: 0, passed: 0, left: 0 }),
  }));
  // Those who did not finish are told as a whole, and have left somewhere.
  const left = privacy.partsLike(
    stages.map((stage) => stage.left),
    stages.map(({ reached }) => reached),
  );
  return stages.map(({ key, reached, passed }, index) => ({
    stage: key,
    reached: privacy.of(reached, all.cases),
    passed: privacy.of(passed, reached),
    left: left[index] ?? 0,
  }));
}

function variantResults({ sequences }: Tally, privacy: Privacy): VariantResult[] {
  // How many cases conform is told, too: both those who do and those who do not are a whole.
  const wholes = groupBy(sequences, ({ fitness }) => String(fitness === 1));
  const told = [...wholes.values()].flatMap((same) => {
    const parts = privacy.parts(same.map(({ cases }) => cases));
    return same.map((sequence, index) => ({ sequence, cases: parts[index] ?? 0 }));
  });
  return told
    .toSorted((a, b) => b.sequence.cases - a.sequence.cases)
    .slice(0, MOST_VARIANTS)
    .flatMap(({ sequence, cases }) => (privacy.isFew(sequence.cases) ? [] : [{ ...sequence, cases }]));
}

function mappingResult({ events, ...mapping }: Mapping, whole: number, privacy: Privacy): SharedMapping {
  const groups = groupBy(events, ({ touchpoint, name }) => touchpoint ?? JSON.stringify(name));
  // How many events there are in all is told: where some are hidden, those of another must be, too.
  const [bounded] = events.some(({ cases }) => privacy.isFew(cases))
    ? events.filter(({ cases }) => !privacy.isFew(cases)).toSorted((a, b) => a.events - b.events)
    : [];
  const shared = new Map<string, SharedEvent>();
  for (const same of groups.values()) {
    const parts = privacy.parts(same.map((event) => event.cases));
    for (const [index, event] of same.entries()) {
      const part = parts[index] ?? 0;
      const cases = typeof part === 'number' ? privacy.of(part, whole) : part;
      const times = privacy.times(event.events, cases);
      shared.set(event.name, { ...event, cases, events: event === bounded ? `>${atLeast(cases) - 1}` : times });
    }
  }
  const named = events.filter(({ by, cases }) => by !== 'none' || !privacy.isFew(cases));
  return {
    ...mapping,
    events: named.flatMap(({ name }) => shared.get(name) ?? []),
    unnamed: events.length - named.length,
  };
}

/** Rounded: from exact means of all groups but one that of the last could be had. */
function groupFitness(tally: CaseTally): number {
  return Math.round(meanFitness(tally) * 1000) / 1000;
}

function meanFitness({ cases, fitness }: CaseTally): number {
  return cases === 0 ? 1 : fitness / cases;
}
