import type {
  LogActivity,
  LogAttribute,
  LogCode,
  LogProfile,
  LogSummary,
  LogVariant,
  TimeLimit,
} from '../../evidence/event-log.ts';
import type { LoggedTrial } from '../../evidence/experiment/results.ts';
import { ATTRIBUTES, type Columns } from './columns.ts';
import {
  activityOf,
  attributeOf,
  dayOf,
  gapOf,
  keptOf,
  numberOf,
  type Row,
  scoreOf,
  scoresOf,
  trialOf,
  variantOf,
} from './log-rows.ts';
import {
  activitiesQuery,
  attributesQuery,
  durationsQuery,
  gapsQuery,
  limitsQuery,
  noticesQueries,
  pairsQuery,
  placedQuery,
  scoresQuery,
  stepsQuery,
  totalsQuery,
  trialQuery,
  type StepSource,
  variantsQuery,
} from './queries.ts';

/** A log that lies in an engine. What it tells are aggregates; the work stays there. */
export interface OpenLog {
  /** The columns that were guessed or named. */
  readonly columns: Columns;
  readonly profile: () => Promise<LogProfile>;
  readonly activities: () => Promise<readonly LogActivity[]>;
  /** What became of the customers of an experiment, see `trialQuery`. */
  readonly trial: (shown: readonly string[], aims: readonly string[]) => Promise<LoggedTrial>;
  /** What the columns for channel, owner and stage say, those that the log has. */
  readonly attributes: () => Promise<readonly LogAttribute[]>;
  readonly summary: (
    codes: readonly LogCode[],
    ofEvent: ReadonlyMap<string, number>,
    limits: readonly TimeLimit[],
  ) => Promise<LogSummary>;
  readonly close: () => Promise<void>;
}

/** What opening a log needs to know of the world. */
export interface Circumstances {
  /** The time in microseconds since 1970. */
  readonly now: number;
  /** Stops what is running, which then fails. */
  readonly signal: AbortSignal;
}

/** What differs between engines. */
export interface Dialect {
  readonly columns: Columns;
  /** Tells queries where the rows of the log are, as `raw`. */
  readonly raw: StepSource;
  /** The time in microseconds since 1970. */
  readonly now: number;
  /** See `variantsQuery`. */
  readonly sequence: string;
  /** Of so many events at most the ways are asked about at once, in parts of the cases; missing: of all. */
  readonly atOnce?: number;
  readonly query: (sql: string) => Promise<readonly Row[]>;
  /** Keeps a query's rows under a name if that saves doing it again; the queries that follow find them there. */
  readonly keep: (name: 'placed' | 'steps', query: string, source: StepSource) => Promise<StepSource>;
  readonly close: () => Promise<void>;
}

/** A log in an engine that speaks this dialect. */
export async function openLog(dialect: Dialect): Promise<OpenLog> {
  const { columns, raw, query, keep, close } = dialect;
  const placed = await keep('placed', placedQuery, raw);
  let found: Promise<readonly LogActivity[]> | undefined;
  const activities = async (): Promise<readonly LogActivity[]> => {
    found ??= query(activitiesQuery(placed)).then((rows) => rows.map(activityOf));
    return found;
  };
  return {
    columns,
    profile: async () => profileOf(dialect, placed),
    activities,
    attributes: async () => attributesOf(dialect),
    trial: async (shown, aims) => trialOf(await query(trialQuery(raw, shown, aims))),
    summary: async (codes, ofEvent, limits) => {
      const all = await activities();
      const areAll = all.every(({ name }) => ofEvent.has(name));
      const steps = await keep('steps', stepsQuery(ofEvent, areAll), placed);
      const events = all.reduce((sum, each) => sum + each.events, 0);
      return { codes, ...(await summaryOf(dialect, steps, events, limits)) };
    },
    close,
  };
}

async function profileOf({ query, now }: Dialect, placed: StepSource): Promise<LogProfile> {
  const [total] = await query(totalsQuery(placed));
  const queries = noticesQueries(placed, now);
  const counted = new Map<string, Row>();
  for (const { kinds, sql } of [queries.raw, queries.placed]) {
    const [row] = await query(sql);
    for (const [index, kind] of kinds.entries())
      counted.set(kind, { rows: numberOf(row, `rows_${index}`), first: row?.[`first_${index}`] ?? null });
  }
  // Where no time names a zone, or all do, nothing is mixed.
  if (numberOf(counted.get('zoned'), 'rows') > 0) counted.set('mixedZones', counted.get('notZoned') ?? {});
  return {
    cases: numberOf(total, 'cases'),
    events: numberOf(total, 'events'),
    ...dayOf('from', total?.['first_micros']),
    ...dayOf('to', total?.['last_micros']),
    ...scoresOf(total),
    notices: NOTICES.flatMap((kind) => {
      const rows = numberOf(counted.get(kind), 'rows');
      if (rows === 0) return [];
      const firstRow = counted.get(kind)?.['first'];
      return [{ kind, rows, ...(typeof firstRow === 'number' && firstRow > 0 && { firstRow }) }];
    }),
  };
}

const NOTICES = [
  'noCase',
  'noActivity',
  'noTime',
  'duplicate',
  'notComplete',
  'unsorted',
  'clockJump',
  'mixedZones',
] as const satisfies readonly LogProfile['notices'][number]['kind'][];

async function attributesOf({ columns, raw, query }: Dialect): Promise<readonly LogAttribute[]> {
  const roles = ATTRIBUTES.filter((role) => columns[role] !== undefined);
  const rows = roles.length === 0 ? [] : await query(attributesQuery(raw, roles));
  return rows.flatMap((row) => {
    const role = roles.find((each) => each === row['role']);
    return role === undefined ? [] : attributeOf(row, role);
  });
}

/** @param events how many there are in all */
async function summaryOf(
  dialect: Dialect,
  steps: StepSource,
  events: number,
  limits: readonly TimeLimit[],
): Promise<Omit<LogSummary, 'codes'>> {
  const { columns, query } = dialect;
  const variants = await variantsOf(dialect, steps, events);
  const gaps = (await query(gapsQuery(steps))).map(gapOf);
  const pairs = (await query(pairsQuery(steps))).map(gapOf);
  const [duration] = await query(durationsQuery(steps));
  const kept = limits.length === 0 ? [] : await query(limitsQuery(steps, limits));
  const scores = columns.score === undefined ? [] : await query(scoresQuery(steps));
  return {
    variants,
    gaps: [...gaps, ...pairs],
    duration: { median: numberOf(duration, 'median'), p90: numberOf(duration, 'p90') },
    limits: limits.map((_, id) => keptOf(kept.find((row) => row['id'] === id))),
    scores: scores.map(scoreOf),
  };
}

/** A way that a case went is found as a whole in memory, so where cases are too many for that they are asked about in parts. */
async function variantsOf(
  { query, sequence, atOnce = Infinity }: Dialect,
  steps: StepSource,
  events: number,
): Promise<readonly LogVariant[]> {
  const of = Math.max(1, Math.ceil(events / atOnce));
  if (of === 1)
    return (await query(variantsQuery(steps, sequence))).map((row) => variantOf(row, numberOf(row, 'cases')));
  const rows = new Map<string, { readonly row: Row; cases: number }>();
  for (let index = 0; index < of; index += 1) {
    for (const row of await query(variantsQuery(steps, sequence, { index, of }))) {
      const { codes, persona, segment, period } = row;
      const id = JSON.stringify([codes, persona, segment, period]);
      const known = rows.get(id);
      if (known === undefined) rows.set(id, { row, cases: numberOf(row, 'cases') });
      else known.cases += numberOf(row, 'cases');
    }
  }
  return [...rows.values()].toSorted((a, b) => b.cases - a.cases).map(({ row, cases }) => variantOf(row, cases));
}
