import type { Gap, LogActivity, LogAttribute, LogProfile, LogSummary } from '../event-log.ts';
import { type CustomerType, type CustomerTypes, customerTypes } from './customer-types.ts';
import { type DraftStage, stagesOf } from './draft-stages.ts';
import { type DraftWay, waysFrom } from './draft-ways.ts';
import { type CustomerWay, mainWays, waysOf } from './ways.ts';

/** A journey as a log shows it. Events are named by their codes. */
export interface Draft {
  readonly profile: LogProfile;
  /** Groups of fewer cases are not told. */
  readonly leastGroup: number;
  /** What the codes stand for, as the log names it. */
  readonly events: readonly string[];
  /** Empty where customers fall into no groups: then it is for everybody. */
  readonly personas: readonly DraftPersona[];
  readonly types: Pick<CustomerTypes, 'tried'>;
  readonly stages: readonly DraftStage[];
  /** By their codes. */
  readonly touchpoints: ReadonlyMap<number, DraftTouchpoint>;
  /** Where customers begin, if they do not all begin with the same touchpoint. */
  readonly starts: readonly DraftWay[];
  /** How many of how many ways are drafted, and how many cases go these. */
  readonly drafted: number;
  readonly ways: number;
  readonly covered: number;
}

export interface DraftPersona {
  readonly cases: number;
  /** Codes of the way that the others are most like. */
  readonly usual: readonly number[];
  /** What sets them apart from the others, if one thing does. */
  readonly mark?: PersonaMark;
  /** Over which channel most of them come, 0…1. */
  readonly channel?: { readonly name: string; readonly share: number };
}

/** They do something that others mostly do not, or do not do it, or do it right before something else (`next`). */
interface PersonaMark {
  readonly code: number;
  readonly is: 'with' | 'without' | 'before';
  readonly next?: number;
}

export interface DraftTouchpoint {
  readonly code: number;
  readonly cases: number;
  readonly events: number;
  /** Places in `Draft.personas`; empty for everybody. */
  readonly personas: readonly number[];
  /** As the log names them, the most frequent first. */
  readonly channels: readonly string[];
  readonly owner?: string;
  /** The time since the event before. */
  readonly wait?: Gap;
  /** How often it is done in a row at most, if more than once. */
  readonly rounds?: number;
  readonly ways: readonly DraftWay[];
}

export interface DiscoveryOptions {
  /** How many ways to draft at most; missing: enough for most customers. */
  readonly ways?: number;
  readonly personas?: number;
  readonly stages?: number;
  /** What fewer cases than this did is not in the draft. */
  readonly leastGroup: number;
}

/** Drafts a journey from what an engine tells about a log. Every code of the summary is one kind of event. */
export function draftOf(
  log: {
    readonly profile: LogProfile;
    readonly activities: readonly LogActivity[];
    readonly attributes: readonly LogAttribute[];
    readonly summary: LogSummary;
  },
  options: DiscoveryOptions,
): Draft {
  const { profile, activities, summary } = log;
  const { leastGroup } = options;
  const ways = waysOf(summary.variants);
  const { types, tried } = customerTypes(ways, {
    leastGroup,
    ...(options.personas !== undefined && { count: options.personas }),
  });
  const main = mainWays(
    ways,
    types.map((type) => type.ways),
    { leastGroup, ...(options.ways !== undefined && { count: options.ways }) },
  );
  const shown = types.filter((type) => type.ways.some((way) => main.has(way)));
  const mainOf = shown.map((type) => type.ways.filter((way) => main.has(way)).flatMap((way) => ways[way] ?? []));
  const all = mainOf.flat().toSorted((a, b) => b.cases - a.cases);
  const codes = inOrder(all);
  const events = summary.codes.map((code) => ('event' in code ? code.event : code.touchpoint));
  const attributes = new Attributes(log.attributes, leastGroup);
  const starts = new Set(all.flatMap(({ steps }) => steps[0]?.code ?? []));
  const waits = new Map(summary.gaps.flatMap((gap) => (gap.from === undefined ? [[gap.to, gap] as const] : [])));
  const touchpointOf = (code: number): DraftTouchpoint => {
    const name = events[code] ?? '';
    const { cases = 0, events: times = 0 } = activities.find((each) => each.name === name) ?? {};
    const personas = [...mainOf.keys()].filter((persona) => mainOf[persona]?.some((way) => has(way, code)) === true);
    const owner = attributes.most(name, 'owner');
    const wait = waits.get(code);
    const rounds = Math.max(1, ...all.map((way) => longestRun(way, code)));
    return {
      code,
      cases,
      events: times,
      personas: personas.length === shown.length ? [] : personas,
      channels: attributes.usual(name, 'channel'),
      ...(owner !== undefined && { owner }),
      ...(wait !== undefined && wait.times >= leastGroup && { wait }),
      ...(rounds > 1 && { rounds }),
      ways: waysFrom(code, mainOf),
    };
  };
  const touchpoints = codes.map(touchpointOf);
  return {
    profile,
    leastGroup,
    events,
    personas: shown.length < 2 ? [] : shown.map((type, place) => personaOf(type, place, shown, ways)),
    types: { tried },
    stages: stagesOf(touchpoints, {
      stageOf: (code) => attributes.most(events[code] ?? '', 'stage'),
      ...(options.stages !== undefined && { count: options.stages }),
    }),
    touchpoints: new Map(touchpoints.map((touchpoint) => [touchpoint.code, touchpoint])),
    starts: starts.size === 1 ? [] : waysFrom(undefined, mainOf),
    drafted: all.length,
    ways: ways.length,
    covered: all.reduce((sum, { cases }) => sum + cases, 0),
  };
}

function has({ steps }: CustomerWay, code: number): boolean {
  return steps.some((step) => step.code === code);
}

/**
 * Codes of all ways in one order: that of the first way, and what others have besides stands before what follows there. So
 * the most frequent way is read from top to bottom.
 */
function inOrder(ways: readonly CustomerWay[]): readonly number[] {
  const order: number[] = [];
  for (const { steps } of ways) {
    let next: number | undefined;
    // From the end, because what follows must have its place first.
    for (const { code } of steps.toReversed()) {
      if (!order.includes(code)) order.splice(next === undefined ? order.length : order.indexOf(next), 0, code);
      next = code;
    }
  }
  return order;
}

/** How often something is done in a row. */
function longestRun({ steps }: CustomerWay, code: number): number {
  let longest = 0;
  let run = 0;
  for (const step of steps) {
    run = step.code === code ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** From this difference between the shares of two groups on, something marks one of them. */
const LEAST_MARK = 0.5;

function personaOf(
  type: CustomerType,
  place: number,
  types: readonly CustomerType[],
  ways: readonly CustomerWay[],
): DraftPersona {
  const own = type.ways.flatMap((way) => ways[way] ?? []);
  const others = types.flatMap((each, other) => (other === place ? [] : each.ways.flatMap((way) => ways[way] ?? [])));
  const channel = mostFrequent(own);
  const mark = markOf(own, others);
  return {
    cases: type.cases,
    usual: ways[type.usual]?.steps.map(({ code }) => code) ?? [],
    ...(mark !== undefined && { mark }),
    ...(channel !== undefined && { channel }),
  };
}

/** Whether they do something says more than in which order. */
function markOf(own: readonly CustomerWay[], others: readonly CustomerWay[]): PersonaMark | undefined {
  const all = [...own, ...others];
  const codes = new Set(all.flatMap(({ steps }) => steps.map(({ code }) => code)));
  const pairs = new Map(
    all.flatMap(({ steps }) =>
      steps.slice(1).map(({ code }, place) => {
        const before = steps[place]?.code ?? code;
        return [`${before} ${code}`, { code: before, is: 'before', next: code } as const] as const;
      }),
    ),
  );
  return (
    strongest(
      [...codes].map((code) => ({ code, is: 'with' })),
      own,
      others,
    ) ??
    strongest(
      [...codes].map((code) => ({ code, is: 'without' })),
      own,
      others,
    ) ??
    strongest([...pairs.values()], own, others)
  );
}

function strongest(
  marks: readonly PersonaMark[],
  own: readonly CustomerWay[],
  others: readonly CustomerWay[],
): PersonaMark | undefined {
  let best: PersonaMark | undefined;
  let most = LEAST_MARK;
  for (const mark of marks) {
    const difference = shareOf(own, mark) - shareOf(others, mark);
    if (difference < most || (best !== undefined && difference === most)) continue;
    most = difference;
    best = mark;
  }
  return best;
}

function shareOf(ways: readonly CustomerWay[], { code, is, next }: PersonaMark): number {
  const isMarked = (way: CustomerWay): boolean => {
    if (is === 'before')
      return way.steps.some((step, place) => step.code === code && way.steps[place + 1]?.code === next);
    return has(way, code) === (is === 'with');
  };
  const whole = ways.reduce((sum, { cases }) => sum + cases, 0);
  const those = ways.reduce((sum, way) => sum + (isMarked(way) ? way.cases : 0), 0);
  return whole === 0 ? 0 : those / whole;
}

function mostFrequent(ways: readonly CustomerWay[]): DraftPersona['channel'] {
  const counts = new Map<string, number>();
  for (const { channels } of ways) {
    for (const [name, cases] of channels) counts.set(name, (counts.get(name) ?? 0) + cases);
  }
  const whole = ways.reduce((sum, { cases }) => sum + cases, 0);
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first !== undefined && first[1] * 2 >= whole ? { name: first[0], share: first[1] / whole } : undefined;
}

/** What logs have where nothing is known. */
const UNKNOWN: ReadonlySet<string> = new Set(['empty', 'unknown', 'none', 'null', 'n/a', 'na', '-', '不明', 'なし']);

/** What the log says about events besides their names. */
class Attributes {
  readonly #known: readonly LogAttribute[];

  constructor(attributes: readonly LogAttribute[], leastGroup: number) {
    this.#known = attributes
      .filter(({ cases, value }) => cases >= leastGroup && !UNKNOWN.has(value.toLowerCase()))
      .toSorted((a, b) => b.events - a.events || (a.value < b.value ? -1 : 1));
  }

  /** The value that at least half of the events have. */
  most(activity: string, role: LogAttribute['role']): string | undefined {
    const own = this.#of(activity, role);
    const whole = own.reduce((sum, { events }) => sum + events, 0);
    const [first] = own;
    return first !== undefined && first.events * 2 >= whole ? first.value : undefined;
  }

  /** The values that are no exceptions: at least a tenth of the events, at most three. */
  usual(activity: string, role: LogAttribute['role']): readonly string[] {
    const own = this.#of(activity, role);
    const whole = own.reduce((sum, { events }) => sum + events, 0);
    return own
      .filter(({ events }) => events * 10 >= whole)
      .slice(0, 3)
      .map(({ value }) => value);
  }

  #of(activity: string, role: LogAttribute['role']): readonly LogAttribute[] {
    return this.#known.filter((each) => each.activity === activity && each.role === role);
  }
}
