import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as DuckDb from '@duckdb/node-api';
import type { Text } from '../../model/text.ts';
import { besideUs } from '../pictures/fonts.ts';
import { ATTRIBUTES, type Columns, type ColumnWishes, guessColumns } from './columns.ts';
import { type Circumstances, type Dialect, openLog, type OpenLog, type Row } from './engine.ts';
import { FAILED, identifier, literal, NOT_COMPLETE, type StepSource, stepsQuery } from './queries.ts';
import { type LogFiles, readRows } from './log-files.ts';

/** What a log may take of the memory before the engine writes to the disk. */
const MEMORY_LIMIT = '1200MB';

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
  const clean = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const instance = await DuckDBInstance.create(join(folder, 'log.duckdb'), {
      memory_limit: MEMORY_LIMIT,
      temp_directory: folder,
      // Nothing goes over the network: what is not part of the package is not fetched.
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await instance.connect();
    signal.addEventListener('abort', () => connection.interrupt());
    const query = async (sql: string): Promise<readonly Row[]> =>
      (await connection.runAndReadAll(sql)).getRowObjectsJS().map(plainRow);
    const close = async (): Promise<void> => {
      connection.closeSync();
      instance.closeSync();
      clean();
    };
    const table = await readRows(files, wishes, connection);
    const header = (await query(`describe select * from ${table}`)).map((row) => String(row['column_name']));
    const guessed = guessColumns(header, wishes);
    if ('mistake' in guessed) {
      await close();
      return guessed;
    }
    const { columns } = guessed;
    await connection.run(`create table raw as ${rawQuery(table, columns)}`);
    const dialect: Dialect = {
      columns,
      raw: { tables: [], now },
      query,
      keep: async (name, { codes = new Map<string, number>() }: StepSource) => {
        await connection.run(`create or replace table ${name} as ${stepsQuery(codes)}`);
        return { tables: [], now };
      },
      close,
    };
    return openLog(dialect);
  } catch (error) {
    clean();
    throw error;
  }
}

/** Loads the engine; throws when it is not installed. */
function load(): typeof DuckDb {
  return besideUs()('@duckdb/node-api') as typeof DuckDb;
}

/** Formats of times besides ISO 8601 that spreadsheets write. */
const FORMATS = ['%Y/%m/%d %H:%M:%S', '%Y/%m/%d %H:%M', '%d.%m.%Y %H:%M:%S', '%d.%m.%Y %H:%M'];

/** Rows as queries.ts wants them. Every column is a text, whatever the file. */
function rawQuery(table: string, columns: Columns): string {
  const { case: caseColumn, activity, time, status, persona, segment, score, order } = columns;
  const attributes = ATTRIBUTES.filter((role) => columns[role] !== undefined);
  const at = text(time);
  const state = `lower(coalesce(${text(status)}, ''))`;
  const formats = FORMATS.map(literal).join(', ');
  return `with rows as (
      select row_number() over () as row_number, ${text(caseColumn)} as case_id, ${text(activity)} as activity, ${at} as written,
        ${state} as state, ${text(persona)} as persona, ${text(segment)} as segment,
        try_cast(${text(score)} as double) as score
        ${attributes.map((role) => `, ${text(columns[role])} as ${role}`).join('')}
        ${order === undefined ? '' : `, cast(${identifier(order)} as bigint) as named_order`}
      from ${table}
    ), timed as (
      select *, case
        when regexp_full_match(written, '[0-9]{10}') then to_timestamp(cast(written as bigint))
        when regexp_full_match(written, '[0-9]{13}') then to_timestamp(cast(written as bigint) / 1000.0)
        else coalesce(try_cast(written as timestamptz), cast(try_strptime(written, [${formats}]) as timestamptz)) end as moment
      from rows
    )
    select ${order === undefined ? 'row_number' : 'named_order'} as ord, case_id, activity, epoch_us(moment) as micros,
      regexp_matches(written, '([zZ]|[0-9][+-][0-9]{2}(:?[0-9]{2})?)$') as zoned,
      state in (${FAILED.map(literal).join(', ')}) as is_failed,
      state not in (${NOT_COMPLETE.map(literal).join(', ')}) as is_complete,
      persona, segment, score${attributes.map((role) => `, ${role}`).join('')},
      strftime(moment at time zone 'UTC', '%Y-%m') as period, strftime(moment at time zone 'UTC', '%Y-%m-%d') as day
    from timed`;
}

/** A column as a text without spaces around it; an empty one is none. */
function text(column: string | undefined): string {
  return column === undefined ? 'cast(null as text)' : `nullif(trim(cast(${identifier(column)} as text)), '')`;
}

function plainRow(row: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: unknown): string | number | null {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}
