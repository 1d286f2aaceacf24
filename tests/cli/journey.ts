// Runs the built command as a process, the way people do.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Besides the path; nothing else comes from the environment of the test. */
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  /** Arguments for Node, before the command. */
  readonly node?: readonly string[];
  /** Not root, for which every file is readable. */
  readonly asNobody?: boolean;
}

export async function journey(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { cwd, env = {}, input = '', node = [], asNobody = false } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, cli, ...args], {
      cwd,
      // What is found here is not for the next run of the person who tests.
      env: { PATH: process.env['PATH'], JOURNEY_CACHE: 'off', ...env },
      ...(asNobody && process.getuid?.() === 0 ? { uid: 65_534 } : {}),
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    // The command may end without having read everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** A folder with these files that is deleted after the test. Its path has spaces and Japanese characters. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), '旅 の journeys '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Nothing is wrong with it. */
export const clean = 'team Sales "営業部"\n';

/** One error: the name is not declared. Line 3, column 9. */
export const wrong = `journey Booking "予約" {
  kind asIs
  owner Nobody
}
`;
