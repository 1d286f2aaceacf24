import type { DuckDBConnection } from '@duckdb/node-api';
import type { Text } from '../../../model/text.ts';
import { LogMistake } from '../log-mistake.ts';
import { identifier, literal } from '../queries.ts';

/** An event of an object-centric log. */
export interface OcelEvent {
  readonly type: string;
  readonly time: string;
  /** Values by the names of attributes. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Ids of the objects that it is about. */
  readonly objects: readonly string[];
}

/** Takes what a reader finds, in any order. */
export interface OcelSink {
  readonly object: (id: string, type: string) => void;
  readonly event: (event: OcelEvent) => void;
}

/** Attributes of events that are read when the log has them; others have to be named. */
const COMMON = [
  'status',
  'outcome',
  'lifecycle',
  'persona',
  'segment',
  'score',
  'rating',
  'channel',
  'owner',
  'team',
  'department',
  'org:group',
  'stage',
  'phase',
];

/**
 * Puts an object-centric log (OCEL 2.0) into the table `events`, as if objects of one type were its cases.
 *
 * @param wanted names of attributes that somebody has asked for
 * @param objectType the type whose objects are the cases; missing: the only one that has events
 * @returns the name of the table
 * @throws LogMistake where no type is named and there are several, or the one that is named has no events
 */
export async function ocelTable(
  connection: DuckDBConnection,
  read: (sink: OcelSink) => Promise<void>,
  wanted: readonly string[],
  objectType: string | undefined,
): Promise<string> {
  const attributes = [...new Set([...COMMON, ...wanted])].filter((name) => !FIXED.includes(name));
  const columns = ['ord bigint', ...[...FIXED.slice(1), ...attributes].map((name) => `${identifier(name)} varchar`)];
  await connection.run(`create table ocel_events (${columns.join(', ')})`);
  await connection.run('create table ocel_links (event bigint, object varchar)');
  await connection.run('create table ocel_objects (id varchar, type varchar)');
  const [events, links, objects] = await Promise.all(
    ['ocel_events', 'ocel_links', 'ocel_objects'].map(async (name) => connection.createAppender(name)),
  );
  if (events === undefined || links === undefined || objects === undefined) throw new Error('No appender');
  let ord = 0n;
  await read({
    object: (id, type) => {
      objects.appendVarchar(id);
      objects.appendVarchar(type);
      objects.endRow();
    },
    event: (event) => {
      ord += 1n;
      events.appendBigInt(ord);
      for (const value of [event.type, event.time, ...attributes.map((name) => event.attributes.get(name))]) {
        if (value === undefined) events.appendNull();
        else events.appendVarchar(value);
      }
      events.endRow();
      // An event may have several relations to the same object.
      for (const object of new Set(event.objects)) {
        links.appendBigInt(ord);
        links.appendVarchar(object);
        links.endRow();
      }
    },
  });
  for (const appender of [events, links, objects]) appender.closeSync();
  const type = objectType ?? (await onlyType(connection));
  const found = await typesIn(connection);
  if (!found.some((each) => each.type === type)) throw new LogMistake(unknownType(type, found));
  // Attributes that no event has are no columns.
  const used = await usedOf(attributes, connection);
  // Such a log is a set of events: that they are not written in the order of time is no mistake.
  await connection.run(`create table events as
    select ocel_objects.id as ${identifier(CASE)}, ocel_events.* exclude (ord${unused(attributes, used)}),
      row_number() over (order by ocel_events."time:timestamp", ocel_events.ord) as ord
    from ocel_events join ocel_links on ocel_links.event = ocel_events.ord
    join ocel_objects on ocel_objects.id = ocel_links.object where ocel_objects.type = ${literal(type)}`);
  return 'events';
}

const CASE = 'case:concept:name';
const FIXED = [CASE, 'concept:name', 'time:timestamp'];

interface FoundType {
  readonly type: string;
  readonly objects: number;
  readonly events: number;
}

async function typesIn(connection: DuckDBConnection): Promise<readonly FoundType[]> {
  const rows = await connection.runAndReadAll(`select type, count(distinct id) as objects, count(*) as events
    from ocel_objects join ocel_links on ocel_links.object = ocel_objects.id group by type order by objects desc, type`);
  return rows.getRowObjectsJS().map(({ type, objects, events }) => ({
    type: typeof type === 'string' ? type : '',
    objects: Number(objects),
    events: Number(events),
  }));
}

async function onlyType(connection: DuckDBConnection): Promise<string> {
  const types = await typesIn(connection);
  const [only, ...others] = types;
  if (only !== undefined && others.length === 0) return only.type;
  throw new LogMistake(
    only === undefined
      ? {
          en: 'no event of this log is about an object',
          ja: 'このログには、オブジェクトに結びつくイベントがありません',
        }
      : {
          en: `events of this log are about objects of several types; say with --object-type whose way to follow: ${shown(types).en}`,
          ja: `このログのイベントは複数の種類のオブジェクトに関わっています。どれを1件のケースとするか --object-type で指定してください: ${shown(types).ja}`,
        },
  );
}

function unknownType(type: string, types: readonly FoundType[]): Text {
  return {
    en: `no event of this log is about an object of the type "${type}", only: ${shown(types).en}`,
    ja: `種類「${type}」のオブジェクトに結びつくイベントはありません。ある種類: ${shown(types).ja}`,
  };
}

function shown(types: readonly FoundType[]): Text {
  return {
    en: types
      .map(
        ({ type, objects, events }) =>
          `${type} (${objects} ${objects === 1 ? 'object' : 'objects'}, ${events} ${events === 1 ? 'event' : 'events'})`,
      )
      .join(', '),
    ja: types.map(({ type, objects, events }) => `${type}(${objects}個、イベント${events}件)`).join('、'),
  };
}

async function usedOf(attributes: readonly string[], connection: DuckDBConnection): Promise<ReadonlySet<string>> {
  const counts = attributes.map((name, index) => `count(${identifier(name)}) as c${index}`);
  const [row] = (await connection.runAndReadAll(`select ${counts.join(', ')} from ocel_events`)).getRowObjectsJS();
  return new Set(attributes.filter((_, index) => Number(row?.[`c${index}`] ?? 0) > 0));
}

function unused(attributes: readonly string[], used: ReadonlySet<string>): string {
  return attributes
    .filter((name) => !used.has(name))
    .map((name) => `, ${identifier(name)}`)
    .join('');
}
