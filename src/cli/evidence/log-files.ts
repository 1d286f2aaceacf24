import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Text } from '../../model/text.ts';
import { errorText } from '../files/problem.ts';
import { appendXes } from './append-xes.ts';
import { literal } from './queries.ts';

type LogFormat = 'csv' | 'parquet' | 'json' | 'xes';

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
    return { format, paths };
  } catch (error) {
    const reason = errorText(error);
    return { mistake: { en: `${path}: ${reason.en}`, ja: `${path}: ${reason.ja}` } };
  }
}

function formatOf(path: string): LogFormat | undefined {
  return SUFFIXES.find(([suffix]) => suffix.test(path))?.[1];
}

const KNOWN = '.csv, .tsv, .parquet, .jsonl, .ndjson, .json, .xes';

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

/**
 * Makes the rows of files known to the engine; gives what they are called in SQL.
 *
 * @param wanted columns that somebody has named
 */
export async function readRows(
  { format, paths }: LogFiles,
  wanted: readonly string[],
  connection: DuckDBConnection,
): Promise<string> {
  const list = `[${paths.map(literal).join(', ')}]`;
  switch (format) {
    case 'csv':
      return `read_csv(${list}, all_varchar = true, header = true, union_by_name = true, null_padding = true)`;
    case 'parquet':
      return `read_parquet(${list}, union_by_name = true)`;
    case 'json':
      return `read_json(${list}, union_by_name = true, sample_size = 20480)`;
    case 'xes':
      await appendXes(paths, wanted, connection);
      return 'events';
    default:
      return format satisfies never;
  }
}
