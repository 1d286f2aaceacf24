import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type * as Sqlite from 'node:sqlite';
import { besideUs } from '../../pictures/fonts.ts';
import { LogMistake } from '../log-mistake.ts';
import { identifier } from '../queries.ts';
import type { OcelSink } from './tables.ts';

/** Reads OCEL 2.0 as an SQLite database, row by row. Nothing is written to it. */
export async function readOcelSqlite(path: string, sink: OcelSink, signal: AbortSignal): Promise<void> {
  const { DatabaseSync } = load();
  let read = 0;
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const rows = (sql: string): Iterable<Row> => database.prepare(sql).iterate();
    for (const object of rows('select ocel_id, ocel_type from object')) {
      sink.object(text(object['ocel_id']), text(object['ocel_type']));
    }
    const related = database.prepare('select ocel_object_id from event_object where ocel_event_id = ?');
    for (const { ocel_type: type, ocel_type_map: table } of rows(
      'select ocel_type, ocel_type_map from event_map_type',
    )) {
      for (const row of rows(`select * from ${identifier(`event_${text(table)}`)}`)) {
        read += 1;
        if (read % AT_ONCE === 0) await setImmediate(undefined, { signal });
        const { ocel_id: id, ocel_time: time, ...others } = row;
        sink.event({
          type: text(type),
          // Without a time it is counted among those that have none.
          time: text(time),
          attributes: new Map(
            Object.entries(others).flatMap(([name, value]) => (value === null ? [] : [[name, text(value)] as const])),
          ),
          objects: related.all(text(id)).map((relation) => text(relation['ocel_object_id'])),
        });
      }
    }
  } catch (error) {
    if (signal.aborted) throw error;
    const name = basename(path);
    const reason = error instanceof Error ? error.message : String(error);
    throw new LogMistake({
      en: `${name}: this is no OCEL 2.0 database (${reason})`,
      ja: `${name}: OCEL 2.0のデータベースではありません(${reason})`,
    });
  } finally {
    database.close();
  }
}

/** After so many events others may have a turn, to stop this among them. */
const AT_ONCE = 10_000;

type Row = Readonly<Record<string, unknown>>;

/** Columns hold texts and numbers; what is neither says nothing. */
function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? String(value) : '';
}

/** Part of Node from 22.13 on; asked for when it is needed, so that older ones can do everything else. */
function load(): typeof Sqlite {
  try {
    return besideUs()('node:sqlite') as typeof Sqlite;
  } catch {
    throw new LogMistake({
      en: `SQLite logs need Node 22.13 or newer (this is ${process.version}); OCEL as JSON or XML can be read`,
      ja: `SQLiteのログを読むには Node 22.13 以降が必要です(現在は ${process.version})。JSON・XMLのOCELなら読めます`,
    });
  }
}
