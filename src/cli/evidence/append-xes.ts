import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import { identifier } from './queries.ts';
import { readXml, type XmlVisitor } from './read-xml.ts';

/** The columns of every XES log; attributes of a trace have `case:` before their name, as in tables made from such logs. */
const COLUMNS = [
  'case:concept:name',
  'concept:name',
  'time:timestamp',
  'lifecycle:transition',
  'case:persona',
  'case:segment',
  'case:channel',
  'org:group',
  'org:role',
  'case:department',
];

/**
 * Reads XES files (IEEE 1849) into the table `events`, event by event, so that a file may be larger than the memory.
 *
 * @param wanted further attributes that somebody has asked for
 * @throws LogMistake where a file is no XML, with the line
 */
export async function appendXes(
  paths: readonly string[],
  wanted: readonly string[],
  connection: DuckDBConnection,
  signal: AbortSignal,
): Promise<void> {
  const columns = [...new Set([...COLUMNS, ...wanted])];
  await connection.run(`create table events (${columns.map((column) => `${identifier(column)} varchar`).join(', ')})`);
  const appender = await connection.createAppender('events');
  for (const path of paths) await appendFile(path, columns, appender, signal);
  appender.closeSync();
}

async function appendFile(
  path: string,
  columns: readonly string[],
  appender: DuckDBAppender,
  signal: AbortSignal,
): Promise<void> {
  let trace = new Map<string, string>();
  let event: Map<string, string> | undefined;
  const visitor: XmlVisitor = {
    enter: ({ name, attributes: { key, value } }, around) => {
      if (name === 'trace') trace = new Map();
      else if (name === 'event') event = new Map();
      // Attributes of attributes say nothing of the event.
      if (key === undefined || value === undefined) return;
      if (around === 'event') event?.set(key, value);
      else if (around === 'trace') trace.set(`case:${key}`, value);
    },
    leave: (name) => {
      if (name !== 'event' || event === undefined) return;
      for (const column of columns) {
        // A trace may say its own attributes after its events; the standard wants them first, as all writers do.
        const found = event.get(column) ?? trace.get(column);
        if (found === undefined) appender.appendNull();
        else appender.appendVarchar(found);
      }
      appender.endRow();
      event = undefined;
    },
  };
  await readXml(path, visitor, signal);
}
