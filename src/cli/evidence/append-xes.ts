import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { LogMistake } from './log-mistake.ts';
import { identifier } from './queries.ts';

/** The columns of every XES log; attributes of a trace have `case:` before their name, as in tables made from such logs. */
const COLUMNS = [
  'case:concept:name',
  'concept:name',
  'time:timestamp',
  'lifecycle:transition',
  'case:persona',
  'case:segment',
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
): Promise<void> {
  const columns = [...new Set([...COLUMNS, ...wanted])];
  await connection.run(`create table events (${columns.map((column) => `${identifier(column)} varchar`).join(', ')})`);
  const appender = await connection.createAppender('events');
  for (const path of paths) await appendFile(path, columns, appender);
  appender.closeSync();
}

async function appendFile(path: string, columns: readonly string[], appender: DuckDBAppender): Promise<void> {
  const reader = new XesReader(path, (event) => {
    for (const column of columns) {
      const value = event.get(column);
      if (value === undefined) appender.appendNull();
      else appender.appendVarchar(value);
    }
    appender.endRow();
  });
  const file = createReadStream(path);
  const text = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  const decoder = new TextDecoder();
  for await (const chunk of text as AsyncIterable<Uint8Array>) reader.write(decoder.decode(chunk, { stream: true }));
  reader.close();
}

class XesReader {
  readonly #parser: SaxesParser;
  readonly #give: (event: ReadonlyMap<string, string>) => void;
  /** Names of the elements around. */
  readonly #open: string[] = [];
  #trace = new Map<string, string>();
  #event: Map<string, string> | undefined;

  constructor(path: string, give: (event: ReadonlyMap<string, string>) => void) {
    this.#give = give;
    this.#parser = new SaxesParser({ position: true });
    this.#parser.on('opentag', (tag) => this.#enter(tag));
    this.#parser.on('closetag', ({ name }) => this.#leave(name));
    this.#parser.on('error', ({ message }) => {
      const name = basename(path);
      throw new LogMistake({
        en: `${name}: line ${this.#parser.line}: this is no well-formed XML (${message})`,
        ja: `${name}: ${this.#parser.line}行目: XMLとして正しくありません(${message})`,
      });
    });
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  close(): void {
    this.#parser.close();
  }

  #enter({ name, attributes }: SaxesTagPlain): void {
    const around = this.#open.at(-1);
    this.#open.push(name);
    if (name === 'trace') this.#trace = new Map();
    else if (name === 'event') this.#event = new Map();
    // Attributes of attributes say nothing of the event.
    const { key, value } = attributes;
    if (key === undefined || value === undefined) return;
    if (around === 'event') this.#event?.set(key, value);
    else if (around === 'trace') this.#trace.set(`case:${key}`, value);
  }

  #leave(name: string): void {
    this.#open.pop();
    if (name !== 'event' || this.#event === undefined) return;
    // A trace may say its own attributes after its events; the standard wants them first, as all writers do.
    this.#give(new Map([...this.#trace, ...this.#event]));
    this.#event = undefined;
  }
}
