// Tests of the command run what is built, so it is built first; only when something has changed since.
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = 'dist/meta.json';

export function setup(): void {
  const sources = ['package.json', 'scripts/build.ts', ...filesIn('src'), ...filesIn('extension')];
  const builtAt = changedAt(built);
  if (sources.every((path) => changedAt(path) < builtAt)) return;
  execFileSync(process.execPath, ['scripts/build.ts'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}

/** Milliseconds; 0 for a file that is not there. */
function changedAt(path: string): number {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
