import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as DuckDb from '@duckdb/node-api';
import type { Text } from '../../model/text.ts';
import { besideUs } from '../pictures/fonts.ts';
import { ATTRIBUTES, type Columns, type ColumnWishes, guessColumns } from './columns.ts';
import { type Circumstances, type Dialect, openLog, type OpenLog } from './engine.ts';
import type { Row } from './log-rows.ts';
import { FAILED, identifier, literal, NOT_COMPLETE } from './queries.ts';
import { type LogFiles, readRows } from './log-files.ts';

/** What a log may take of the memory before the engine writes to the disk. */
const MEMORY_LIMIT = '900MB';

/**
 * Opens files as a log with DuckDB. The rows go into a database in a temporary folder, which is removed at the end, so that
 * a log may be larger than the memory.
 */
export async function openDuckDb(
  files: LogFiles,
  wishes: ColumnWishes,
  { now, signal }: Circumstances,
): Promise<OpenLog | { readonly mistake: Text }> {
  const { DuckDBInstance } = load();
  const folder = mkdtempSync(join(tmpdir(), 'journey-log-'));
  let instance: DuckDb.DuckDBInstance | undefined;
  let connection: DuckDb.DuckDBConnection | undefined;
  const close = async (): Promise<void> => {
    connection?.closeSync();
    instance?.closeSync();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    instance = await DuckDBInstance.create(join(folder, 'log.duckdb'), {
      memory_limit: MEMORY_LIMIT,
      temp_directory: folder,
      // Nothing goes over the network: what is not part of the package is not fetched.
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const opened = await instance.connect();
    connection = opened;
    signal.addEventListener('abort', () => opened.interrupt());
    const run = async (sql: string): Promise<DuckDb.DuckDBMaterializedResult> => {
      // Between two statements there is nothing to interrupt.
      signal.throwIfAborted();
      return opened.run(sql);
    };
    // A time without a zone is UTC, wherever this runs.
    await run("set TimeZone = 'UTC'");
    const query = async (sql: string): Promise<readonly Row[]> => {
      const answer = await run(sql);
      return (await answer.getRowObjectsJS()).map(plainRow);
    };
    const table = await readRows(files, wishes, opened, signal);
    const header = (await query(`describe select * from ${table}`)).map((row) => String(row['column_name']));
    const guessed = guessColumns(header, wishes);
    if ('mistake' in guessed) {
      await close();
      return guessed;
    }
    const { columns } = guessed;
    for (const statement of rawStatements(table, columns)) await run(statement);
    const dialect: Dialect = {
      columns,
      raw: { tables: [] },
      now,
      sequence: SEQUENCE,
      atOnce: AT_ONCE,
      query,
      keep: async (name, sql) => {
        await run(`create or replace table ${name} as ${sql}`);
        return { tables: [] };
      },
      close,
    };
    return await openLog(dialect);
  } catch (error) {
    await close();
    throw error;
  }
}

/** Loads the engine; throws when it is not installed. */
function load(): typeof DuckDb {
  return besideUs()('@duckdb/node-api') as typeof DuckDb;
}

/** Formats of times besides ISO 8601 that spreadsheets write. */
const FORMATS = ['%Y/%m/%d %H:%M:%S', '%Y/%m/%d %H:%M', '%d.%m.%Y %H:%M:%S', '%d.%m.%Y %H:%M'];

/**
 * Makes rows as queries.ts wants them. Every column is a text, whatever the file. Cases have numbers instead of their names,
 * which are put in order and compared sooner.
 */
function rawStatements(table: string, columns: Columns): readonly string[] {
  const { case: caseColumn, activity, time, status, persona, segment, score, order } = columns;
  const attributes = ATTRIBUTES.filter((role) => columns[role] !== undefined)
    .map((role) => `, ${text(columns[role])} as ${role}`)
    .join('');
  // The number keeps this to one thread; without it the engine does not always hold to the order of the file.
  const rows = `select ${order === undefined ? 'row_number() over ()' : `cast(${identifier(order)} as bigint)`} as ord, ${text(caseColumn)} as case_name, ${text(activity)} as activity, ${text(time)} as written,
      lower(coalesce(${text(status)}, '')) as state, ${text(persona)} as persona, ${text(segment)} as segment,
      try_cast(${text(score)} as double) as score${attributes}
    from ${table}`;
  const formats = FORMATS.map(literal).join(', ');
  // What most logs have is tried first.
  const moment = `coalesce(try_cast(written as timestamptz), case
      when regexp_full_match(written, '[0-9]{10}') then to_timestamp(cast(written as bigint))
      when regexp_full_match(written, '[0-9]{13}') then to_timestamp(cast(written as bigint) / 1000.0)
      else cast(try_strptime(written, [${formats}]) as timestamptz) end)`;
  return [
    `create table log_rows as select * exclude (written, state), epoch_us(${moment}) as micros,
      suffix(written, 'Z') or regexp_matches(written, '(z|[0-9][+-][0-9]{2}(:?[0-9]{2})?)$') as zoned,
      state in (${FAILED.map(literal).join(', ')}) as is_failed,
      state not in (${NOT_COMPLETE.map(literal).join(', ')}) as is_complete
    from (${rows}) as rows`,
    `create table log_cases as select case_name, row_number() over () as case_id
      from log_rows where case_name is not null group by case_name`,
    `create view raw as select log_rows.* exclude (case_name), case_id
      from log_rows left join log_cases on log_rows.case_name = log_cases.case_name`,
  ];
}

/** A column as a text without spaces around it; an empty one is none. Most have none, and to look at every character takes long. */
function text(column: string | undefined): string {
  if (column === undefined) return 'cast(null as text)';
  const own = `cast(${identifier(column)} as text)`;
  return `nullif(case when prefix(${own}, ' ') or suffix(${own}, ' ') then trim(${own}) else ${own} end, '')`;
}

/** Putting steps in order while they are put together takes fifty times the memory. A place is below 2⁴², a code below 2²⁰. */
const SEQUENCE = `array_to_string(list_transform(list_sort(list(place * 2097152 + code * 2 + cast(is_failed as integer))),
  lambda step: step % 2097152), ' ')`;

/** So many events fit into the memory as ways. */
const AT_ONCE = 5_000_000;

function plainRow(row: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: unknown): string | number | null {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}
