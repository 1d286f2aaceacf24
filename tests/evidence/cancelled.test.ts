// Ctrl-C in the middle of long work: it ends at once, says so, and leaves nothing behind, here or on a server.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { cli, folderWith, type Run } from '../cli/journey.ts';
import { booking } from './journeys.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const STOPPED = {
  en: 'journey: stopped; nothing is left behind',
  ja: 'journey: 中止しました。一時ファイルは残っていません',
} as const;

describe('a file that is being read', () => {
  it.each(['en', 'ja'] as const)('is let go (%s)', async (locale) => {
    const folder = folderWith({ 'booking.journey': booking });
    // A log without end: whoever reads it is in the middle of it.
    execFileSync('mkfifo', [join(folder, 'log.xes')]);
    const writer = spawn('sh', ['-c', 'exec >log.xes; echo read >&2; echo "<log><trace>"; exec yes "<event/>"'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    onTestFinished(() => void writer.kill());
    const run = start(folder, ['--log', 'log.xes', '--locale', locale]);
    await Promise.race([once(writer.stderr, 'data'), run.end]);
    run.interrupt();
    expect(await run.end).toEqual({ code: 2, stdout: '', stderr: `${STOPPED[locale]}\n` });
    expect(leftIn(folder)).toEqual(['booking.journey', 'log.xes', 'tmp']);
  });
});

describe('a server that is being asked', () => {
  let server: PostgresServer;
  let client: postgres.Sql;

  beforeAll(async () => {
    server = await startPostgres();
    client = postgres(server.url, { max: 1 });
    await client.unsafe(
      `create view endless as select '1' as "case", pg_sleep(1000000)::text as activity, now() as time`,
    );
  });

  afterAll(async () => {
    await client.end();
    server.stop();
  });

  it('is told to stop', async () => {
    const folder = folderWith({ 'booking.journey': booking });
    const run = start(folder, ['--log', 'endless', '--postgres', server.url]);
    await expect.poll(running).toBe(1);
    run.interrupt();
    const { code, stdout, stderr } = await run.end;
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(STOPPED.en);
    expect(leftIn(folder)).toEqual(['booking.journey', 'tmp']);
    await expect.poll(running).toBe(0);
  });

  async function running(): Promise<number> {
    const rows = await client`select 1 from pg_stat_activity where state = 'active' and query like '%endless%'
      and query like '%raw%' and pid <> pg_backend_pid()`;
    return rows.length;
  }
});

interface Started {
  readonly interrupt: () => void;
  readonly end: Promise<Run>;
}

function start(cwd: string, args: readonly string[]): Started {
  mkdirSync(join(cwd, 'tmp'));
  const child = spawn(
    process.execPath,
    [cli, 'conform', 'booking.journey', '--save', '-o', 'report.html', '--format', 'html', ...args],
    { cwd, env: { PATH: process.env['PATH'], TMPDIR: join(cwd, 'tmp') }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const end = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));
  return { interrupt: () => child.kill('SIGINT'), end };
}

/** Everything, besides what Node keeps of compiled programs. */
function leftIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.includes('compile-cache'))
    .toSorted();
}
