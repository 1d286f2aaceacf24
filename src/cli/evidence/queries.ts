// The questions that are put to an engine, in the SQL that DuckDB and PostgreSQL have in common. Only variants and
// aggregates come back.
import type { TimeLimit } from '../../evidence/event-log.ts';

/** Where the rows of a log are. */
export interface StepSource {
  /**
   * Common table expressions that queries begin with, or none where there are tables. They give `raw(ord, case_id, activity,
   * micros, zoned, is_failed, is_complete, persona, segment, period, score)`: one row each event, `micros` in microseconds since 1970 (null:
   * no time), `zoned` whether the time names its zone.
   */
  readonly tables: readonly string[];
  /** Which code each event has; missing until it is known. Events without a code are left out. */
  readonly codes?: ReadonlyMap<string, number>;
  /** The time now in microseconds: what is later has not happened. */
  readonly now: number;
}

/** Before this times are mistakes: 1990, in microseconds. */
const EARLIEST = Date.UTC(1990) * 1000;

const USABLE = 'case_id is not null and activity is not null and micros is not null and is_complete';

function withTables(tables: readonly string[], query: string): string {
  return tables.length === 0 ? query : `with ${tables.join(', ')} ${query}`;
}

/** How large the log is, and what is wrong with it. */
export function profileQueries({ tables, now }: StepSource): { readonly totals: string; readonly notices: string } {
  const totals = `select count(distinct case_id) as cases, count(*) as events,
    min(day) as first_day, max(day) as last_day, min(score) as lowest, max(score) as highest from raw where ${USABLE}`;
  const inOrder = `placed as (select ord, micros, activity,
    lag(ord) over each_case as ord_before, lag(micros) over each_case as at_before, lag(activity) over each_case as activity_before
    from raw where ${USABLE} window each_case as (partition by case_id order by micros, ord))`;
  const notices = [
    notice('noCase', 'case_id is null'),
    notice('noActivity', 'case_id is not null and activity is null'),
    notice('noTime', 'case_id is not null and activity is not null and micros is null'),
    notice('notComplete', 'case_id is not null and activity is not null and micros is not null and not is_complete'),
    notice('clockJump', `${USABLE} and (micros < ${EARLIEST} or micros > ${now})`),
    `select 'mixedZones' as kind, case when count(*) = sum(case when zoned then 1 else 0 end) or sum(case when zoned then 1 else 0 end) = 0
      then 0 else sum(case when zoned then 0 else 1 end) end as rows, min(case when zoned then null else ord end) as first_row
      from raw where ${USABLE}`,
    `select 'duplicate' as kind, count(*) as rows, min(ord) as first_row from placed where micros = at_before and activity = activity_before`,
    `select 'unsorted' as kind, count(*) as rows, min(ord) as first_row from placed where ord < ord_before`,
  ];
  return { totals: withTables(tables, totals), notices: withTables([...tables, inOrder], notices.join(' union all ')) };
}

function notice(kind: string, condition: string): string {
  return `select '${kind}' as kind, count(*) as rows, min(ord) as first_row from raw where ${condition}`;
}

/** The names of events, the most frequent first. */
export function activitiesQuery({ tables }: StepSource): string {
  return withTables(
    tables,
    `select activity, count(*) as events, count(distinct case_id) as cases from raw where ${USABLE}
     group by activity order by events desc, activity`,
  );
}

/** How often each event has which values of columns that `raw` has besides its own. */
export function attributesQuery({ tables }: StepSource, roles: readonly string[]): string {
  const each = roles.map(
    (
      role,
    ) => `select '${role}' as role, activity, ${role} as value, count(*) as events, count(distinct case_id) as cases
      from raw where ${USABLE} and ${role} is not null group by activity, ${role}`,
  );
  return withTables(tables, each.join(' union all '));
}

/**
 * How many cases came to an experiment, by the variant that they were shown, and for how many the aim was reached after that.
 * A variant that is missing: those who were shown several.
 *
 * @param shown names of the events with which customers come to it; empty: all
 * @param aims names of the events that are its aim
 */
export function trialQuery({ tables }: StepSource, shown: readonly string[], aims: readonly string[]): string {
  const each = `each_case as (select case_id, min(segment) as variant, max(segment) as other,
      min(case when ${shown.length === 0 ? 'true' : isOne(shown)} then micros end) as shown,
      max(case when ${isOne(aims)} and not is_failed then micros end) as done
    from raw where ${USABLE} group by case_id)`;
  return withTables(
    [...tables, each],
    `select case when variant = other then variant end as variant, count(*) as visitors,
       sum(case when done >= shown then 1 else 0 end) as conversions, min(shown) as first_shown, max(shown) as last_shown
     from each_case where shown is not null and variant is not null
     group by case when variant = other then variant end order by visitors desc, variant`,
  );
}

function isOne(names: readonly string[]): string {
  return `activity in (${names.map(literal).join(', ')})`;
}

/** The rows of a log with codes, each with the time since the one before. Exact duplicates are gone. */
export function stepsQuery(codes: ReadonlyMap<string, number>): string {
  const values = [...codes].map(([event, code]) => `(${literal(event)}, ${code})`);
  const known =
    values.length === 0 ? "(select '' as activity, 0 as code where false)" : `(values ${values.join(', ')})`;
  return `select case_id, code, is_failed, micros, ord, persona, segment, period, score,
      lag(code) over each_case as from_code, (micros - lag(micros) over each_case) / 1000000.0 as gap
    from (
      select raw.*, known.code,
        lag(micros) over (partition by case_id order by micros, ord) as at_before,
        lag(raw.activity) over (partition by case_id order by micros, ord) as activity_before
      from raw join ${known} as known(activity, code) on raw.activity = known.activity
      where case_id is not null and micros is not null and is_complete
    ) as coded
    where at_before is null or micros <> at_before or activity <> activity_before
    window each_case as (partition by case_id order by micros, ord)`;
}

export function variantsQuery({ tables }: StepSource): string {
  return withTables(
    tables,
    `select codes, persona, segment, period, count(*) as cases from (
       select string_agg(cast(code as varchar) || case when is_failed then '!' else '' end, ' ' order by micros, ord) as codes,
         min(persona) as persona, case when min(segment) = max(segment) then min(segment) end as segment, min(period) as period
       from steps group by case_id
     ) as traces group by codes, persona, segment, period order by cases desc, codes, persona, segment, period`,
  );
}

/** The times before each touchpoint, whatever came before. */
export function gapsQuery({ tables }: StepSource): string {
  return withTables(
    tables,
    `select code, count(*) as times, percentile_cont(0.5) within group (order by gap) as median,
       percentile_cont(0.9) within group (order by gap) as p90
     from steps where gap is not null group by code order by code`,
  );
}

/** How often each limit applied, and how often it took longer. Limits that never applied are not among the rows. */
export function limitsQuery({ tables }: StepSource, limits: readonly TimeLimit[]): string {
  const rows = limits.flatMap(({ to, from, personas, seconds }, id) =>
    (personas?.map(literal) ?? [NO_TEXT]).map(
      (persona) => `(${id}, ${to}, ${from ?? 'cast(null as integer)'}, ${persona}, ${seconds})`,
    ),
  );
  return withTables(
    tables,
    `select limits.id, count(*) as times, sum(case when gap > limits.seconds then 1 else 0 end) as over_limit,
       percentile_cont(0.5) within group (order by gap) as median
     from steps join (values ${rows.join(', ')}) as limits(id, code, from_code, persona, seconds)
       on steps.code = limits.code
       and (limits.from_code is null or limits.from_code = steps.from_code)
       and (limits.persona is null or limits.persona = steps.persona)
     where gap is not null group by limits.id order by limits.id`,
  );
}

/** PostgreSQL wants to know what sort of nothing it is. */
const NO_TEXT = 'cast(null as varchar)';

/** How long cases take from their first event to the last. */
export function durationsQuery({ tables }: StepSource): string {
  return withTables(
    tables,
    `select count(*) as times, percentile_cont(0.5) within group (order by seconds) as median,
       percentile_cont(0.9) within group (order by seconds) as p90
     from (select sum(coalesce(gap, 0)) as seconds from steps group by case_id) as durations`,
  );
}

/** What customers said about each touchpoint. */
export function scoresQuery({ tables }: StepSource): string {
  return withTables(
    tables,
    `select code, count(*) as answers, avg(score) as mean from steps where score is not null group by code order by code`,
  );
}

/** The times between each two touchpoints that follow each other. */
export function pairsQuery({ tables }: StepSource): string {
  return withTables(
    tables,
    `select from_code, code, count(*) as times, percentile_cont(0.5) within group (order by gap) as median,
       percentile_cont(0.9) within group (order by gap) as p90
     from steps where gap is not null group by from_code, code order by from_code, code`,
  );
}

/** A text as SQL has it. No text of a log or a command line reaches an engine in another way. */
export function literal(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;
}

/** A name as SQL has it. */
export function identifier(name: string): string {
  return `"${name.replaceAll('\0', '').replaceAll('"', '""')}"`;
}

/** What the log calls an event that went wrong (XES: `ate_abort`, `pi_abort`). */
export const FAILED = [
  'fail',
  'failed',
  'failure',
  'error',
  'abort',
  'aborted',
  'ate_abort',
  'pi_abort',
  'timeout',
  '失敗',
  'エラー',
];

/** Parts of an activity that are not its completion, in the words of XES. */
export const NOT_COMPLETE = ['schedule', 'assign', 'reassign', 'start', 'suspend', 'resume'];
