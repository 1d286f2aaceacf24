// The command on real logs, in real engines: the municipal log "receipt", and the same log on a PostgreSQL server.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conformance } from '../../src/evidence/conformance.ts';
import { folderWith, journey, type Run } from '../cli/journey.ts';
import { booking } from './journeys.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const logs = join(dirname(createRequire(import.meta.url).resolve('pm4js/package.json')), 'examples', 'input_data');
const receipt = join(logs, 'receipt.csv');
const permit = fileURLToPath(new URL('receipt.journey', import.meta.url));

async function compared(...args: readonly string[]): Promise<Conformance> {
  const { stdout, stderr, code } = await journey(['conform', ...args, '--format', 'json']);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Conformance;
}

describe('the log of a municipality', () => {
  it('has the cases, events, activities and variants that the process mining library pm4js counts', async () => {
    const result = await compared(permit, '--log', receipt, '--least-group', '1');
    const other = counted(join(logs, 'receipt.xes'));
    expect(result.profile).toMatchObject({ cases: other.cases, events: other.events, from: '2010-10-02' });
    expect(Object.fromEntries(result.mapping.events.map(({ name, events }) => [name, events]))).toEqual(
      other.activities,
    );
    expect(result.variants).toBe(other.variants.length);
    expect(result.mainVariants.map(({ cases }) => cases)).toEqual(other.variants.slice(0, 10));
    expect(other).toMatchObject({ cases: 1434, events: 8577 });
    expect(Object.keys(other.activities)).toHaveLength(27);
    expect(other.variants).toHaveLength(116);
    const checked = result.mapping.events.find(({ name }) => name.startsWith('T02'));
    expect(checked).toMatchObject({ events: 1368, cases: 1316, by: 'event' });
  });

  it('tells what the journey does not say: advice is decided before the confirmation is checked', async () => {
    const { stdout, code } = await journey(['conform', permit, '--log', receipt]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/went through the journey as it is written; .* reached its goal\. Fitness: 0\.\d+/);
    expect(stdout).toMatch(/missing\s+Advice to stop is weighed|not reached\s+/);
    expect(stdout).not.toContain('case-1');
  });

  it('is the same as XES', async () => {
    const [csv, xes] = await Promise.all([
      compared(permit, '--log', receipt),
      compared(permit, '--log', join(logs, 'receipt.xes')),
    ]);
    expect(xes.fitness).toBe(csv.fitness);
    expect(xes.deviations).toEqual(csv.deviations);
    expect(xes.variants).toBe(csv.variants);
  });

  it('can be compared by segment, and names no case', async () => {
    const result = await compared(permit, '--log', receipt, '--segment-column', 'case:channel');
    expect(result.segments).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'Internet', cases: 1250 })]),
    );
    // One case came from within, and is not shown.
    expect(result.segments.map(({ name }) => name)).not.toContain('Intern');
    expect(JSON.stringify(result)).not.toMatch(/case-\d/);
    const idle = await journey(['conform', permit, '--log', receipt, '--by', 'segment', '-f', 'json']);
    expect(idle).toMatchObject({
      code: 2,
      stderr: 'journey: --by means nothing for json, only for pretty, markdown, html\n',
    });
  });
});

describe('a PostgreSQL server', () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await startPostgres();
    const client = postgres(server.url, { max: 1, onnotice: () => undefined });
    await client.unsafe(
      'create table receipt (ord serial, "case" text, activity text, time text, status text, segment text)',
    );
    for (const row of rowsOf(readFileSync(receipt, 'utf8'))) {
      rows.push({
        case: row['case:concept:name'] ?? '',
        activity: row['concept:name'] ?? '',
        time: row['time:timestamp'] ?? '',
        status: row['lifecycle:transition'] ?? '',
        segment: row['case:channel'] ?? '',
      });
    }
    for (let from = 0; from < rows.length; from += 2000) {
      await client`insert into receipt ${client(rows.slice(from, from + 2000))}`;
    }
    await client.end();
  });

  afterAll(() => server.stop());

  it('says the same as DuckDB', async () => {
    const onServer = await compared(permit, '--log', 'receipt', '--postgres', server.url);
    const here = await compared(permit, '--log', receipt, '--segment-column', 'case:channel');
    expect(rounded(onServer)).toEqual(rounded(here));
  });

  it('reads and leaves out what DuckDB does, of a table of texts with mistakes', async () => {
    const times = [
      '2026-01-05 08:00:00',
      '2026-01-05T09:00:00+01:00',
      '2026-02-30 08:00:00',
      '2024-02-29',
      '2026-13-01',
      '2026-01-05 25:00:00',
      '1767600000',
      '1767600000000',
      'soon',
      '',
      '1970-01-05 08:00:00',
      '2087-01-05 09:10:00Z',
    ];
    const log = times.map((time, index) => ({
      case: index % 5 === 4 ? '' : `c${index % 4}`,
      activity: 'Confirmation of receipt',
      time,
    }));
    const again = [...log, ...log.slice(0, 2)];
    const client = postgres(server.url, { max: 1, onnotice: () => undefined });
    await client.unsafe('create table mistakes (ord serial, "case" text, activity text, time text)');
    await client`insert into mistakes ${client(again)}`;
    await client.end();
    const lines = again.map((row) => `${row.case},${row.activity},${row.time}`);
    const folder = folderWith({ 'mistakes.csv': ['case,activity,time', ...lines].join('\n') });
    const onServer = await compared(permit, '--log', 'mistakes', '--postgres', server.url, '--least-group', '1');
    const here = await compared(permit, '--log', join(folder, 'mistakes.csv'), '--least-group', '1');
    expect(rounded(onServer)).toEqual(rounded(here));
    expect(here.profile.notices.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['noCase', 'noTime', 'duplicate', 'unsorted', 'clockJump', 'mixedZones']),
    );
  });

  it('says so where there is no such table', async () => {
    const { code, stderr } = await journey(['conform', permit, '--log', 'nothing', '--postgres', server.url]);
    expect(code).toBe(2);
    expect(stderr).toContain('relation "nothing" does not exist');
  });

  const rows: Record<'case' | 'activity' | 'time' | 'status' | 'segment', string>[] = [];
});

describe('a simulated log', () => {
  it.each(['csv', 'jsonl'] as const)('as %s fits the journey that it was made from', async (format) => {
    const folder = folderWith({ 'booking.journey': booking });
    const file = join(folder, 'booking.journey');
    const log = join(folder, `log.${format}`);
    expect(await journey(['simulate', file, '-n', '50', '-o', log])).toMatchObject({ code: 0 });
    const result = await compared(file, '--log', log);
    expect(result).toMatchObject({ cases: 50, fitness: 1, conforming: 50 });
  });

  it('is read from a folder of compressed files as one log', async () => {
    const { stdout } = await journey(['simulate', '-', '-n', '40'], { input: booking });
    const [head = '', ...lines] = stdout.trimEnd().split('\n');
    const part = (some: readonly string[]): Uint8Array => gzipSync(`${[head, ...some].join('\n')}\n`);
    const folder = folderWith({
      'booking.journey': booking,
      'logs/a.csv.gz': part(lines.slice(0, 90)),
      'logs/b.csv.gz': part(lines.slice(90)),
    });
    const result = await compared(join(folder, 'booking.journey'), '--log', join(folder, 'logs'));
    expect(result).toMatchObject({ cases: 40, fitness: 1 });
  });
});

describe('a log with mistakes', () => {
  it('says which column is missing, and which there are', async () => {
    const { code, stderr } = await conform('when,who,what\n2026-01-01,1,search\n');
    expect(code).toBe(2);
    expect(stderr).toContain('the case (--case) and the event (--activity) and the time (--time)');
    expect(stderr).toContain('when, who, what');
  });

  it('counts what was left out, with the first row', async () => {
    const { stdout } = await conform(
      [
        'case,activity,time',
        '1,search,2026-01-05 08:00:00',
        '1,call,soon',
        ',call,2026-01-05 08:02:00',
        '1,,2026-01-05 08:02:00',
        '1,form,2026-01-05T09:20:00+01:00',
        '1,search,2026-01-05 08:00:00',
        '1,call,2026-01-05 08:10:00',
        '1,confirmation,2087-01-05 09:10:00',
      ].join('\n'),
    );
    for (const line of [
      '1 row without a case was left out (first: row 3).',
      '1 row without an event was left out (first: row 4).',
      '1 row without a time that can be read was left out (first: row 2).',
      '1 row that says the same again was left out (first: row 6).',
      '1 row was not in the order of time and was sorted',
      '1 row lies before 1990 or in the future (first: row 8).',
      'times name no zone although others do, and were taken as UTC',
    ]) {
      expect(stdout).toContain(line);
    }
  });

  it('says so when it is empty', async () => {
    const { code, stderr } = await conform('case,activity,time\n');
    expect(code).toBe(2);
    expect(stderr).toContain('there is no event in this log that can be used');
  });

  it('names the line where XML is broken', async () => {
    const { code, stderr } = await conform('<log>\n<trace>\n<event></trace>\n</log>', 'log.xes');
    expect(code).toBe(2);
    expect(stderr).toContain('log.xes: line 3');
  });
});

describe('a damaged log', () => {
  const rows = `case,activity,time\n${'1,search,2026-01-05\n'.repeat(2000)}`;
  it.each([
    ['an empty file', 'log.csv', '', 'log.csv: the file is empty', 'log.csv: ファイルが空です'],
    ['an empty Parquet file', 'log.parquet', '', 'the file is empty', 'ファイルが空です'],
    [
      'a Parquet file that is cut off',
      'log.parquet',
      'PAR1 and no more of it',
      'no Parquet file',
      'Parquetファイルではないか',
    ],
    [
      'what is not compressed',
      'log.csv.gz',
      rows,
      'damaged or cut off (incorrect header check)',
      '圧縮ファイルが壊れているか',
    ],
    [
      'a compressed file that is cut off',
      'log.csv.gz',
      gzipSync(rows).subarray(0, 60),
      'cut off',
      '途中で切れています',
    ],
    [
      'another encoding',
      'log.csv',
      new Uint8Array([
        ...Buffer.from('case,activity,time\n1,'),
        0x8d,
        0x73,
        0x93,
        0xae,
        ...Buffer.from(',2026-01-05\n'),
      ]),
      'line 2: this text is not UTF-8 (Shift_JIS, perhaps?)',
      '2行目: 文字コードがUTF-8ではありません',
    ],
    [
      'JSON that ends too soon',
      'log.jsonl',
      '{"case":"1","activity":"search","time":"2026-01-05"}\n{"case":',
      'record 2: this is no JSON',
      '2件目: JSONとして読めません',
    ],
  ] as const)('is told from a small one: %s', async (_, name, content, en, ja) => {
    const folder = folderWith({ 'booking.journey': booking, [name]: content });
    for (const [locale, message] of [
      ['en', en],
      ['ja', ja],
    ] as const) {
      const { code, stdout, stderr } = await journey(
        ['conform', 'booking.journey', '--log', name, '--locale', locale],
        { cwd: folder },
      );
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(message);
      expect(stderr).not.toContain(folder);
    }
  });
});

it('maps by a file, proposes what is like, and reports both leftovers', async () => {
  const folder = folderWith({
    'booking.journey': booking,
    'log.csv': 'case,activity,time\n1,find,2026-01-05\n1,cancelled,2026-01-06\n1,ping,2026-01-07\n',
    'map.json': '{ "events": { "find": "Searches", "x": "Nowhere" }, "ignore": ["ping"] }',
  });
  const args = [
    join(folder, 'booking.journey'),
    '--log',
    join(folder, 'log.csv'),
    '--mapping',
    join(folder, 'map.json'),
  ];
  const { mapping } = await compared(...args, '--least-group', '1');
  expect(mapping.events).toEqual([
    expect.objectContaining({
      name: 'cancelled',
      by: 'none',
      proposal: expect.objectContaining({ touchpoint: 'Booking.Book.Cancels' }) as unknown,
    }),
    expect.objectContaining({ name: 'find', by: 'file', touchpoint: 'Booking.Find.Searches' }),
    expect.objectContaining({ name: 'ping', by: 'ignored' }),
  ]);
  expect(mapping.unseen).toContain('Booking.Find.Calls');
  expect(mapping.unknown).toEqual([{ event: 'x', touchpoint: 'Nowhere' }]);
});

interface Counted {
  readonly cases: number;
  readonly events: number;
  readonly activities: Readonly<Record<string, number>>;
  /** How many cases each has, the most frequent first. */
  readonly variants: readonly number[];
}

/** What pm4js finds in a log. It makes itself global, so it has a process of its own. */
function counted(xes: string): Counted {
  const script = `require('pm4js');
    const log = XesImporter.apply(require('node:fs').readFileSync(process.argv[1], 'utf8'));
    const count = (value) => typeof value === 'number' ? value : value.length;
    process.stdout.write(JSON.stringify({
      cases: log.traces.length,
      events: GeneralLogStatistics.numEvents(log),
      activities: GeneralLogStatistics.getAttributeValues(log, 'concept:name'),
      variants: Object.values(GeneralLogStatistics.getVariants(log)).map(count).sort((a, b) => b - a),
    }));`;
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, ['-e', script, xes], { cwd, encoding: 'utf8' })) as Counted;
}

/** Rows of a CSV without quotes. */
function rowsOf(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

/** Seconds to the millisecond: engines round the last digit of a percentile differently. */
function rounded(result: Conformance): unknown {
  return JSON.parse(JSON.stringify(result), (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
  ) as unknown;
}

async function conform(log: string, name = 'log.csv'): Promise<Run> {
  const folder = folderWith({ 'booking.journey': booking, [name]: log });
  return journey(['conform', 'booking.journey', '--log', name, '--least-group', '1'], { cwd: folder });
}
