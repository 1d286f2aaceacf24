// A real git repository in a folder of its own.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface Repository {
  readonly folder: string;
  /** Runs git and gives what it prints. */
  readonly git: (...args: readonly string[]) => string;
  /** Writes a file, with its folders. */
  readonly write: (path: string, text: string) => void;
  readonly remove: (path: string) => void;
  /** Writes files and commits everything. */
  readonly commit: (message: string, files?: Readonly<Record<string, string>>) => void;
}

/** A new repository on branch `main`, away at the end of the test. */
export function makeRepository(): Repository {
  const folder = temporaryFolder();
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', folder]);
  return openRepository(folder);
}

/** A folder that is away at the end of the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'journey ü 旅 '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function openRepository(folder: string): Repository {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: folder, env: { ...process.env, ...someone }, encoding: 'utf8', stdio: 'pipe' });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  return {
    folder,
    git,
    write,
    remove: (path) => rmSync(join(folder, path)),
    commit(message, files = {}) {
      for (const [path, text] of Object.entries(files)) write(path, text);
      git('add', '--all');
      git('commit', '--quiet', '--message', message);
    },
  };
}

/** No name, hook or signature of the machine that the test runs on. */
const someone = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
};
