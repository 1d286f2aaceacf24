// The questions that are put to an engine, in the SQL that DuckDB and PostgreSQL have in common. Only variants and
// aggregates come back.
import type { TimeLimit } from '../../evidence/event-log.ts';

/** Where the rows of a log are. */
export interface StepSource {
  /**
   * Common table expressions that queries begin with, or none where there are tables. They give `raw(ord, case_id, activity,
   * micros, zoned, is_failed, is_complete, persona, segment, score)`: one row each event, `micros` in microseconds since 1970
   * (null: no time), `zoned` whether the time names its zone; and what has been kept since.
   */
  readonly tables: readonly string[];
}

/** Before this times are mistakes: 1990, in microseconds. */
const EARLIEST = Date.UTC(1990) * 1000;

const USABLE = 'case_id is not null and activity is not null and micros is not null and is_complete';

function withTables({ tables }: StepSource, query: string): string {
  return tables.length === 0 ? query : `with ${tables.join(', ')} ${query}`;
}

/**
 * `placed`: the rows of `raw` that can be used, each with its place in its case and what came directly before it. The only time
 * that a log is put in order.
 */
export const placedQuery = `select case_id, activity, micros, ord, is_failed, persona, segment, score,
    row_number() over each_case as place, lag(ord) over each_case as ord_before,
    lag(micros) over each_case as micros_before, lag(activity) over each_case as activity_before
  from raw where ${USABLE} window each_case as (partition by case_id order by micros, ord)`;

/** The row says the same as the one before. */
const IS_AGAIN = 'micros = micros_before and activity = activity_before';
const IS_NEW = '(micros_before is null or micros <> micros_before or activity <> activity_before)';

/**
 * What is wrong with rows, as one row with the number of such rows, `rows_0`, and the first of them, `first_0`, for each kind.
 *
 * @param now the time in microseconds: what is later has not happened
 */
export function noticesQueries(source: StepSource, now: number): NoticesQueries {
  return {
    raw: {
      kinds: ['noCase', 'noActivity', 'noTime', 'notComplete', 'clockJump', 'zoned', 'notZoned'],
      sql: counting(source, 'raw', [
        'case_id is null',
        'case_id is not null and activity is null',
        'case_id is not null and activity is not null and micros is null',
        'case_id is not null and activity is not null and micros is not null and not is_complete',
        `${USABLE} and (micros < ${EARLIEST} or micros > ${now})`,
        `${USABLE} and zoned`,
        `${USABLE} and not zoned`,
      ]),
    },
    placed: {
      kinds: ['duplicate', 'unsorted'],
      sql: counting(source, 'placed', [IS_AGAIN, 'ord < ord_before']),
    },
  };
}

/** Questions with what the numbers of their answers mean. */
type NoticesQueries = Readonly<Record<'raw' | 'placed', { readonly kinds: readonly string[]; readonly sql: string }>>;

function counting(source: StepSource, table: 'raw' | 'placed', conditions: readonly string[]): string {
  const counts = conditions.map(
    (each, index) =>
      `count(*) filter (where ${each}) as rows_${index}, min(ord) filter (where ${each}) as first_${index}`,
  );
  return withTables(source, `select ${counts.join(', ')} from ${table}`);
}

/** How large the log is. */
export function totalsQuery(source: StepSource): string {
  return withTables(
    source,
    `select count(*) filter (where place = 1) as cases, count(*) as events, min(micros) as first_micros,
       max(micros) as last_micros, min(score) as lowest, max(score) as highest from placed`,
  );
}

/** The names of events, the most frequent first. */
export function activitiesQuery(source: StepSource): string {
  return withTables(
    source,
    `select activity, sum(events) as events, count(*) as cases
     from (select activity, case_id, count(*) as events from placed group by activity, case_id) as each_case
     group by activity order by events desc, activity`,
  );
}

/** How often each event has which values of columns that `raw` has besides its own. */
export function attributesQuery(source: StepSource, roles: readonly string[]): string {
  const each = roles.map(
    (
      role,
    ) => `select '${role}' as role, activity, ${role} as value, count(*) as events, count(distinct case_id) as cases
      from raw where ${USABLE} and ${role} is not null group by activity, ${role}`,
  );
  return withTables(source, each.join(' union all '));
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
    { tables: [...tables, each] },
    `select case when variant = other then variant end as variant, count(*) as visitors,
       sum(case when done >= shown then 1 else 0 end) as conversions, min(shown) as first_shown, max(shown) as last_shown
     from each_case where shown is not null and variant is not null
     group by case when variant = other then variant end order by visitors desc, variant`,
  );
}

function isOne(names: readonly string[]): string {
  return `activity in (${names.map(literal).join(', ')})`;
}

/**
 * `steps`: the rows of `placed` with codes, each with the time since the one before. Exact duplicates are gone.
 *
 * @param codes which code each event has; events without a code are left out
 * @param areAll whether every event of the log has a code. Then what came before is known already.
 */
export function stepsQuery(codes: ReadonlyMap<string, number>, areAll: boolean): string {
  const values = [...codes].map(([event, code]) => `(${literal(event)}, ${code})`);
  const known =
    values.length === 0 ? "(select '' as activity, 0 as code where false)" : `(values ${values.join(', ')})`;
  const own = 'case_id, place, micros, is_failed, persona, segment, score';
  // The row before may be a duplicate, too; it has the same code and time as the one that it repeats.
  if (areAll) {
    return `select ${own}, here.code, before.code as from_code, (micros - micros_before) / 1000000.0 as gap
      from placed join ${known} as here(event, code) on activity = here.event
      left join ${known} as before(event, code) on activity_before = before.event
      where ${IS_NEW}`;
  }
  return `select ${own}, code, lag(code) over each_case as from_code,
      (micros - lag(micros) over each_case) / 1000000.0 as gap
    from placed join ${known} as here(event, code) on activity = here.event
    where ${IS_NEW} window each_case as (partition by case_id order by place)`;
}

/**
 * The ways that cases went, with how many went each.
 *
 * @param sequence in SQL, `code * 2 + failed` of each step of a case in its order, with spaces between
 * @param part which of how many parts of the cases is asked about
 */
export function variantsQuery(source: StepSource, sequence: string, part?: Part): string {
  const among = part === undefined ? '' : `where case_id % ${part.of} = ${part.index}`;
  return withTables(
    source,
    `select codes, persona, segment, period, count(*) as cases from (
       select ${sequence} as codes,
         min(persona) as persona, case when min(segment) = max(segment) then min(segment) end as segment,
         substr(cast(date_trunc('month', to_timestamp(min(micros) / 1000000.0) at time zone 'UTC') as varchar), 1, 7) as period
       from steps ${among} group by case_id
     ) as traces group by codes, persona, segment, period order by cases desc, codes, persona, segment, period`,
  );
}

interface Part {
  readonly index: number;
  readonly of: number;
}

/** The times before each touchpoint, whatever came before. */
export function gapsQuery(source: StepSource): string {
  return withTables(source, quantilesOf(['code'], 'gap', 'from steps where gap is not null'));
}

/** How often each limit applied, and how often it took longer. Limits that never applied are not among the rows. */
export function limitsQuery(source: StepSource, limits: readonly TimeLimit[]): string {
  const rows = limits.flatMap(({ to, from, personas, seconds }, id) =>
    (personas?.map(literal) ?? [NO_TEXT]).map(
      (persona) => `(${id}, ${to}, ${from ?? 'cast(null as integer)'}, ${persona}, ${seconds})`,
    ),
  );
  return withTables(
    source,
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
export function durationsQuery(source: StepSource): string {
  const each = '(select sum(coalesce(gap, 0)) as seconds from steps group by case_id) as durations';
  return withTables(source, quantilesOf([], 'seconds', `from ${each}`));
}

/** What customers said about each touchpoint. */
export function scoresQuery(source: StepSource): string {
  return withTables(
    source,
    `select code, count(*) as answers, avg(score) as mean from steps where score is not null group by code order by code`,
  );
}

/** The times between each two touchpoints that follow each other. */
export function pairsQuery(source: StepSource): string {
  return withTables(source, quantilesOf(['from_code', 'code'], 'gap', 'from steps where gap is not null'));
}

/** How many times there are for each group, their median and what nine of ten do not exceed. The times are held once. */
function quantilesOf(groups: readonly string[], time: 'gap' | 'seconds', from: string): string {
  const by = groups.length === 0 ? '' : `group by ${groups.join(', ')} order by ${groups.join(', ')}`;
  return `select ${[...groups, 'times'].join(', ')}, quantiles[1] as median, quantiles[2] as p90 from (
    select ${[...groups, 'count(*) as times'].join(', ')},
      percentile_cont(array[0.5, 0.9]) within group (order by ${time}) as quantiles
    ${from} ${by}) as grouped`;
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
