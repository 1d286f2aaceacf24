// Object-centric logs (OCEL 2.0): the same events as JSON, as XML and in SQLite, seen by one type of object.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Conformance } from '../../src/evidence/conformance.ts';
import { folderWith, journey } from '../cli/journey.ts';
import { booking } from './journeys.ts';

interface Event {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly status: string;
  readonly booking: string;
}

/** A booking is a case; each also has a room, which many bookings share, and an agent looks at several bookings at once. */
async function logs(): Promise<string> {
  const { stdout } = await journey(['simulate', '-', '-n', '60'], { input: booking });
  const events = stdout
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line, index): Event => {
      const [id = '', type = '', time = '', status = ''] = line.split(',');
      return { id: `e${index}`, type, time, status, booking: id };
    });
  const bookings = [...new Set(events.map((event) => event.booking))];
  const json = {
    objectTypes: [
      { name: 'booking', attributes: [] },
      { name: 'room', attributes: [] },
    ],
    eventTypes: [{ name: 'search', attributes: [{ name: 'status', type: 'string' }] }],
    objects: [
      ...bookings.map((id) => ({ id, type: 'booking' })),
      ...[0, 1, 2].map((number) => ({ id: `room-${number}`, type: 'room' })),
    ],
    events: events.map((event) => ({
      id: event.id,
      type: event.type,
      time: event.time,
      attributes: [{ name: 'status', value: event.status }],
      relationships: [
        { objectId: event.booking, qualifier: 'of' },
        { objectId: event.booking, qualifier: 'for' },
        { objectId: room(event), qualifier: 'in' },
      ],
    })),
  };
  const xml = `<?xml version="1.0"?><log><object-types><object-type name="booking"/><object-type name="room"/></object-types>
<objects>${json.objects.map(({ id, type }) => `<object id="${id}" type="${type}"/>`).join('\n')}</objects>
<events>${events
    .map(
      (event) => `<event id="${event.id}" type="${event.type}" time="${event.time}">
<attributes><attribute name="status">${event.status}</attribute></attributes>
<objects><relationship object-id="${event.booking}" qualifier="of"/><relationship object-id="${room(event)}" qualifier="in"/></objects></event>`,
    )
    .join('\n')}</events></log>`;
  const folder = folderWith({
    'booking.journey': booking,
    'log.json': JSON.stringify(json),
    'log.jsonocel.gz': gzipSync(JSON.stringify(json)),
    'log.xml': xml,
    'one.json': JSON.stringify({ ...json, objects: json.objects.filter(({ type }) => type === 'booking') }),
  });
  const database = new DatabaseSync(join(folder, 'log.sqlite'));
  database.exec(`create table event (ocel_id text, ocel_type text); create table object (ocel_id text, ocel_type text);
    create table event_map_type (ocel_type text, ocel_type_map text);
    create table event_object (ocel_event_id text, ocel_object_id text, ocel_qualifier text); begin`);
  for (const { id, type } of json.objects) database.prepare('insert into object values (?, ?)').run(id, type);
  for (const type of new Set(events.map((event) => event.type))) {
    database.prepare('insert into event_map_type values (?, ?)').run(type, `Map${type}`);
    database.exec(`create table "event_Map${type}" (ocel_id text, ocel_time text, status text)`);
  }
  for (const event of events) {
    database.prepare('insert into event values (?, ?)').run(event.id, event.type);
    database.prepare(`insert into "event_Map${event.type}" values (?, ?, ?)`).run(event.id, event.time, event.status);
    const link = database.prepare('insert into event_object values (?, ?, ?)');
    link.run(event.id, event.booking, 'of');
    link.run(event.id, room(event), 'in');
  }
  database.exec('commit');
  database.close();
  return folder;
}

describe('an object-centric log', () => {
  it('is the same log in each of its forms', async () => {
    const cwd = await logs();
    for (const name of ['log.json', 'log.jsonocel.gz', 'log.xml', 'log.sqlite', 'one.json']) {
      const args = ['conform', 'booking.journey', '--log', name, '-f', 'json'];
      const type = name === 'one.json' ? [] : ['--object-type', 'booking'];
      const { stdout, stderr } = await journey([...args, ...type], { cwd });
      expect(stderr).toBe('');
      const { cases, fitness, profile } = JSON.parse(stdout) as Conformance;
      expect({ name, cases, fitness }).toEqual({ name, cases: 60, fitness: 1 });
      expect(profile.notices).toEqual([]);
    }
  });

  it('asks which objects are the cases, and says which there are', async () => {
    const cwd = await logs();
    const asked = await journey(['conform', 'booking.journey', '--log', 'log.json'], { cwd });
    expect(asked.code).toBe(2);
    expect(asked.stderr).toMatch(
      /several types; say with --object-type whose way to follow: booking \(60 objects, \d+ events\), room \(3 objects, \d+ events\)/,
    );
    const wrong = await journey(['conform', 'booking.journey', '--log', 'log.xml', '--object-type', 'guest'], { cwd });
    expect(wrong.stderr).toContain('no event of this log is about an object of the type "guest", only: booking (60');
    writeFileSync(join(cwd, 'log.csv'), 'case,activity,time\n1,Booked,2026-01-05\n');
    const table = await journey(['conform', 'booking.journey', '--log', 'log.csv', '--object-type', 'room'], { cwd });
    expect(table).toMatchObject({ code: 2, stderr: expect.stringContaining('--object-type means nothing') as unknown });
  });

  it('says where it is broken', async () => {
    const cwd = folderWith({
      'booking.journey': booking,
      'a.jsonocel': '{ "objects": [{ "id": "x" }], "events": [] }',
      'b.jsonocel': '{ "objects": [',
      'c.xml': '<log>\n<events>\n<event></log>',
      'd.sqlite': 'no database',
      'e.jsonocel': '{ "objects": [], "events": [{ "type": "search", "time": "2026-01-01" }] }',
    });
    const said = async (name: string): Promise<string> =>
      (await journey(['conform', 'booking.journey', '--log', name], { cwd })).stderr;
    expect(await said('a.jsonocel')).toContain('a.jsonocel: objects[0]: expected { "id": "…", "type": "…" }');
    expect(await said('b.jsonocel')).toContain('b.jsonocel: this is no JSON');
    expect(await said('c.xml')).toContain('c.xml: line 3: this is no well-formed XML');
    expect(await said('d.sqlite')).toContain('d.sqlite: this is no OCEL 2.0 database');
    expect(await said('e.jsonocel')).toContain('no event of this log is about an object');
  });
});

/** Each room is in many bookings. */
function room(event: Event): string {
  return `room-${Number(event.booking.slice(5)) % 3}`;
}
