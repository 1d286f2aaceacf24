import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Text } from '../../../model/text.ts';
import { LogMistake } from '../log-mistake.ts';
import type { OcelSink } from './tables.ts';

/** Reads OCEL 2.0 as JSON. The file is read as a whole; larger logs come as SQLite or XML. */
export function readOcelJson(path: string, sink: OcelSink): void {
  const bytes = readFileSync(path);
  const name = basename(path);
  let log: unknown;
  try {
    log = JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LogMistake({ en: `${name}: this is no JSON: ${reason}`, ja: `${name}: JSONとして読めません: ${reason}` });
  }
  if (!isObject(log) || !Array.isArray(log['events']) || !Array.isArray(log['objects'])) {
    throw new LogMistake(wrong(name, '{ "objects": [ … ], "events": [ … ] }'));
  }
  for (const [index, object] of log['objects'].entries()) {
    const { id, type } = isObject(object) ? object : {};
    if (typeof id !== 'string' || typeof type !== 'string')
      throw new LogMistake(wrong(`${name}: objects[${index}]`, '{ "id": "…", "type": "…" }'));
    sink.object(id, type);
  }
  for (const [index, event] of log['events'].entries()) {
    const { type, time, attributes, relationships } = isObject(event) ? event : {};
    if (typeof type !== 'string')
      throw new LogMistake(wrong(`${name}: events[${index}]`, '{ "type": "…", "time": "…" }'));
    sink.event({
      type,
      // Without a time it is counted among those that have none.
      time: typeof time === 'string' ? time : '',
      attributes: new Map(
        list(attributes).flatMap(({ name: key, value }) =>
          typeof key === 'string' && isPlain(value) ? [[key, String(value)] as const] : [],
        ),
      ),
      objects: list(relationships).flatMap(({ objectId }) => (typeof objectId === 'string' ? [objectId] : [])),
    });
  }
}

function list(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function wrong(where: string, form: string): Text {
  return { en: `${where}: expected ${form}`, ja: `${where}: ${form} の形で書いてください` };
}
