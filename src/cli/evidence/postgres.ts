import type Postgres from 'postgres';
import type { Text } from '../../model/text.ts';
import { besideUs } from '../pictures/fonts.ts';
import { ATTRIBUTES, type Columns, type ColumnWishes, guessColumns } from './columns.ts';
import { type Circumstances, type Dialect, openLog, type OpenLog } from './engine.ts';
import type { Row } from './log-rows.ts';
import { FAILED, identifier, literal, NOT_COMPLETE } from './queries.ts';

/**
 * Opens a table of a server that speaks PostgreSQL's protocol as a log. Nothing is written there: what DuckDB keeps in
 * tables are common table expressions here.
 *
 * @param table its name, with the schema before a dot where that is needed
 */
export async function openPostgres(
  url: string,
  table: string,
  wishes: ColumnWishes,
  { now, signal }: Circumstances,
): Promise<OpenLog | { readonly mistake: Text }> {
  const connect = besideUs()('postgres') as typeof Postgres;
  const client = connect(url, {
    max: 1,
    onnotice: () => undefined,
    connection: { TimeZone: 'UTC', default_transaction_read_only: true },
  });
  let running: { readonly cancel: () => void } | undefined;
  signal.addEventListener('abort', () => running?.cancel());
  const query = async (sql: string): Promise<readonly Row[]> => {
    signal.throwIfAborted();
    const pending = client.unsafe<Record<string, unknown>[]>(sql);
    running = pending;
    try {
      const rows = await pending;
      const numbers = rows.columns.flatMap(({ name, type }) => (NUMBERS.has(type) ? [name] : []));
      return rows.map((row) => plainRow(row, numbers));
    } finally {
      running = undefined;
    }
  };
  const close = async (): Promise<void> => client.end({ timeout: 1 });
  try {
    const from = table.split('.').map(identifier).join('.');
    const described = await client.unsafe(`select * from ${from} limit 0`);
    const types = new Map(described.columns.map(({ name, type }) => [name, type]));
    const guessed = guessColumns([...types.keys()], wishes);
    if ('mistake' in guessed) {
      await close();
      return guessed;
    }
    const { columns } = guessed;
    const tables = [`raw as (${rawQuery(from, columns, TIME_TYPES.has(types.get(columns.time) ?? 0))})`];
    const dialect: Dialect = {
      columns,
      raw: { tables },
      now,
      sequence: "string_agg(cast(code * 2 + cast(is_failed as integer) as varchar), ' ' order by place)",
      query,
      keep: async (name, sql, source) => ({ tables: [...source.tables, `${name} as (${sql})`] }),
      close,
    };
    return await openLog(dialect);
  } catch (error) {
    await close();
    throw error;
  }
}

/** `timestamp` and `timestamptz` by their numbers in pg_type. */
const TIME_TYPES = new Set([1114, 1184]);

function rawQuery(from: string, columns: Columns, isTime: boolean): string {
  const { case: caseColumn, activity, time, status, persona, segment, score, order } = columns;
  const attributes = ATTRIBUTES.filter((role) => columns[role] !== undefined);
  const written = text(time);
  const moment = isTime
    ? `cast(${identifier(time)} as timestamptz)`
    : `case when ${written} ~ '${ISO}' then cast(${written} as timestamptz)
        when ${written} ~ '^[0-9]{10}$' then to_timestamp(cast(${written} as double precision))
        when ${written} ~ '^[0-9]{13}$' then to_timestamp(cast(${written} as double precision) / 1000) end`;
  const state = `lower(coalesce(${text(status)}, ''))`;
  return `select ${order === undefined ? 'row_number() over ()' : `cast(${identifier(order)} as bigint)`} as ord,
      ${text(caseColumn)} as case_id, ${text(activity)} as activity,
      cast(extract(epoch from ${moment}) * 1000000 as bigint) as micros,
      ${isTime ? 'true' : `coalesce(${written} ~ '([zZ]|[0-9][+-][0-9]{2}(:?[0-9]{2})?)$', false)`} as zoned,
      ${state} in (${FAILED.map(literal).join(', ')}) as is_failed,
      ${state} not in (${NOT_COMPLETE.map(literal).join(', ')}) as is_complete,
      ${text(persona)} as persona, ${text(segment)} as segment,
      case when ${text(score)} ~ '^[+-]?[0-9]+([.][0-9]+)?$' then cast(${text(score)} as double precision) end as score
      ${attributes.map((role) => `, ${text(columns[role])} as ${role}`).join('')}
    from ${from}`;
}

/**
 * A day that the calendar has. A text that is no time must not end the query, and not every version of the server can ask whether
 * it is one.
 */
const DAY = [
  '[0-9]{4}-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])',
  '[0-9]{4}-(0[469]|11)-(0[1-9]|[12][0-9]|30)',
  '[0-9]{4}-02-(0[1-9]|1[0-9]|2[0-8])',
  '([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29',
].join('|');
const CLOCK = '([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]+)?)?';
const ISO = `^(?!0000)(${DAY})([ T]${CLOCK} ?([zZ]|[+-](0[0-9]|1[0-4])(:?[0-5][0-9])?)?)?$`;

/** A column as a text without spaces around it; an empty one is none. */
function text(column: string | undefined): string {
  return column === undefined ? 'cast(null as text)' : `nullif(trim(cast(${identifier(column)} as text)), '')`;
}

/** Counts and sums come as texts, because they may be too large for a number; ours are not. */
function plainRow(row: Readonly<Record<string, unknown>>, numbers: readonly string[]): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (typeof value === 'string') return [name, numbers.includes(name) ? Number(value) : value];
      return [name, typeof value === 'number' ? value : null];
    }),
  );
}

/** Types of numbers by their numbers in pg_type: int8, int2, int4, float4, float8, numeric. */
const NUMBERS = new Set([20, 21, 23, 700, 701, 1700]);
