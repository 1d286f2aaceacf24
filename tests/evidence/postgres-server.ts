// A real PostgreSQL server for the tests that ask one: Debian's package, started in a temporary folder on this machine.
import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PostgresServer {
  readonly url: string;
  readonly stop: () => void;
}

const PROGRAMS = '/usr/lib/postgresql';

/** Starts a server that listens to this machine only. As root it installs the package where it is missing. */
export async function startPostgres(): Promise<PostgresServer> {
  if (programs() === undefined && isRoot()) {
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    execFileSync('apt-get', ['update'], quiet);
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], quiet);
  }
  const folder = programs();
  if (folder === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  const data = mkdtempSync(join(tmpdir(), 'journey-postgres-'));
  // The server refuses to run as root.
  if (isRoot()) chownSync(data, idOf('-u'), idOf('-g'));
  run(join(folder, 'initdb'), [
    '-D',
    data,
    '-U',
    'journey',
    '-A',
    'trust',
    '--no-sync',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  ]);
  const port = await freePort();
  writeFileSync(
    join(data, 'postgresql.auto.conf'),
    `port = ${port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nfsync = off\n`,
  );
  run(join(folder, 'pg_ctl'), ['-D', data, '-w', '-l', join(data, 'log'), 'start']);
  return {
    url: `postgres://journey@127.0.0.1:${port}/postgres`,
    stop: () => {
      run(join(folder, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function programs(): string | undefined {
  try {
    const [version] = readdirSync(PROGRAMS).toSorted((a, b) => Number(b) - Number(a));
    return version === undefined ? undefined : join(PROGRAMS, version, 'bin');
  } catch {
    return undefined;
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
}

function run(program: string, args: readonly string[]): void {
  const [command, ...rest] = isRoot() ? ['runuser', '-u', 'postgres', '--', program, ...args] : [program, ...args];
  execFileSync(command ?? program, rest, { stdio: 'ignore', cwd: tmpdir() });
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
