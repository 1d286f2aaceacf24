import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Text } from '../../model/text.ts';
import { errorText } from '../files/problem.ts';
import { appendXes } from './append-xes.ts';
import type { ColumnWishes } from './columns.ts';
import { findDamage } from './damaged-files.ts';
import { readOcelJson } from './ocel/json.ts';
import { readOcelSqlite } from './ocel/sqlite.ts';
import { type OcelSink, ocelTable } from './ocel/tables.ts';
import { readOcelXml } from './ocel/xml.ts';
import { literal } from './queries.ts';

type LogFormat = 'csv' | 'parquet' | 'json' | 'xes' | 'ocel-json' | 'ocel-xml' | 'ocel-sqlite';

/** Files that are one log together, in the order of their names. */
export interface LogFiles {
  readonly format: LogFormat;
  readonly paths: readonly string[];
}

const SUFFIXES: readonly (readonly [RegExp, LogFormat])[] = [
  [/\.(csv|tsv)(\.gz|\.zst)?$/i, 'csv'],
  [/\.parquet$/i, 'parquet'],
  [/\.(jsonl|ndjson|json)(\.gz|\.zst)?$/i, 'json'],
  [/\.xes(\.gz)?$/i, 'xes'],
  [/\.jsonocel(\.gz)?$/i, 'ocel-json'],
  [/\.(xmlocel|xml)(\.gz)?$/i, 'ocel-xml'],
  [/\.(sqlite|sqlite3)$/i, 'ocel-sqlite'],
];

/** Finds the files of a log: one file, or all in a folder that are of one format. */
export function findLogFiles(path: string, cwd: string): LogFiles | { readonly mistake: Text } {
  const whole = resolve(cwd, path);
  try {
    const isFolder = statSync(whole).isDirectory();
    const paths = isFolder
      ? readdirSync(whole, { recursive: true, encoding: 'utf8' })
          .map((name) => join(whole, name))
          .filter((file) => formatOf(file) !== undefined && statSync(file).isFile())
          .toSorted()
      : [whole];
    const formats = new Set(paths.map(formatOf));
    const [format] = formats;
    if (format === undefined || formats.size > 1)
      return { mistake: isFolder ? mixedFolder(path, formats) : unknownFormat(path) };
    return lookedInto({ format, paths });
  } catch (error) {
    const reason = errorText(error);
    return { mistake: { en: `${path}: ${reason.en}`, ja: `${path}: ${reason.ja}` } };
  }
}

function formatOf(path: string): LogFormat | undefined {
  return SUFFIXES.find(([suffix]) => suffix.test(path))?.[1];
}

/** So much of a file shows what is in it. */
const BEGINNING = 65_536;

/** JSON and XML can be several things, and their names do not tell; what they begin with does. */
function lookedInto({ format, paths }: LogFiles): LogFiles {
  const [first] = paths;
  if (first === undefined || !/\.(json|xml)$/i.test(first)) return { format, paths };
  const file = openSync(first, 'r');
  const bytes = new Uint8Array(BEGINNING);
  const beginning = new TextDecoder().decode(bytes.subarray(0, readSync(file, bytes)));
  closeSync(file);
  if (format === 'json')
    return { format: /^\s*\{\s*"(object|event)(Types|s)"/.test(beginning) ? 'ocel-json' : format, paths };
  return { format: /<(object|event)(-type)?s\b/.test(beginning) ? format : 'xes', paths };
}

const KNOWN = '.csv, .tsv, .parquet, .jsonl, .ndjson, .json, .xes, .jsonocel, .xmlocel, .xml, .sqlite';

function unknownFormat(path: string): Text {
  return {
    en: `${path}: cannot tell the format of this log by its name; it should end in ${KNOWN}, perhaps with .gz`,
    ja: `${path}: ファイル名からログの形式を判断できません。末尾を ${KNOWN} のいずれか(.gz も可)にしてください`,
  };
}

function mixedFolder(path: string, formats: ReadonlySet<LogFormat | undefined>): Text {
  return formats.size === 0
    ? {
        en: `${path}: there is no log in this folder (${KNOWN})`,
        ja: `${path}: このフォルダーにログがありません(${KNOWN})`,
      }
    : {
        en: `${path}: the logs in this folder are of several formats (${[...formats].join(', ')}); name one of them`,
        ja: `${path}: このフォルダーには複数の形式のログがあります(${[...formats].join('、')})。ファイルを1つ指定してください`,
      };
}

/** Makes the rows of files known to the engine; gives what they are called in SQL. */
export async function readRows(
  { format, paths }: LogFiles,
  { named, objectType }: ColumnWishes,
  connection: DuckDBConnection,
  signal: AbortSignal,
): Promise<string> {
  await findDamage(paths, signal);
  const list = `[${paths.map(literal).join(', ')}]`;
  const wanted = Object.values(named);
  const ocel = async (
    read: (path: string, sink: OcelSink, signal: AbortSignal) => void | Promise<void>,
  ): Promise<string> =>
    ocelTable(
      connection,
      async (sink) => {
        for (const path of paths) await read(path, sink, signal);
      },
      wanted,
      objectType,
    );
  switch (format) {
    case 'csv':
      return `read_csv(${list}, all_varchar = true, header = true, union_by_name = true, null_padding = true)`;
    case 'parquet':
      return `read_parquet(${list}, union_by_name = true)`;
    case 'json':
      return `read_json(${list}, union_by_name = true, sample_size = 20480)`;
    case 'xes':
      await appendXes(paths, wanted, connection, signal);
      return 'events';
    case 'ocel-json':
      return ocel(readOcelJson);
    case 'ocel-xml':
      return ocel(readOcelXml);
    case 'ocel-sqlite':
      return ocel(readOcelSqlite);
    default:
      return format satisfies never;
  }
}
