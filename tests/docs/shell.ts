// What a reader does at the terminal, done in a folder of its own, page by page.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { cli } from '../cli/journey.ts';
import { type Block, isJapanese, type Page, root } from './pages.ts';

/** The page with what its commands really print. A line of `…` in an output stands for whatever comes there. */
export async function replayed(page: Page): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'docs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const work = join(folder, 'work');
  mkdirSync(join(folder, 'bin'));
  mkdirSync(work);
  const language = isJapanese(page.path) ? 'ja_JP.UTF-8' : 'en_US.UTF-8';
  const script = `#!/bin/sh\nLC_ALL=${language} exec "${process.execPath}" "${cli}" "$@"\n`;
  writeFileSync(join(folder, 'bin/journey'), script, { mode: 0o755 });
  writeFileSync(join(folder, 'bin/node'), `#!/bin/sh\nexec "${process.execPath}" "$@"\n`, { mode: 0o755 });
  cpSync(join(root, 'examples'), join(work, 'examples'), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/journey-language'), 'junction');
  let { text } = page;
  for (const block of page.blocks) {
    const file = block.marks.get('file');
    if (file !== undefined) {
      mkdirSync(dirname(join(work, file)), { recursive: true });
      writeFileSync(join(work, file), `${block.text}\n`);
    }
    if (block.language !== 'console') continue;
    const real = await replay(block, folder);
    // A function, for `$` means something in a text that is put in.
    text = text.replace(block.raw, () => block.raw.replace(block.text, () => real));
  }
  return text;
}

/** The commands of a block, each followed by what it prints. */
async function replay({ text }: Block, folder: string): Promise<string> {
  const lines: string[] = [];
  for (const part of text.split(/^(?=\$ )/m)) {
    const [first = '', ...rest] = part.trimEnd().split('\n');
    const output = (await run(first.slice(2), folder)).trimEnd();
    lines.push(first);
    if (fits(rest.join('\n'), output)) lines.push(...rest);
    else if (output !== '') lines.push(...output.split('\n'));
  }
  return lines.join('\n');
}

function fits(written: string, real: string): boolean {
  const parts = written.split(/^…$/m).map((part) => part.trim());
  const [first = ''] = parts;
  let rest = real.trim();
  if (parts.length === 1) return first === rest;
  if (!rest.startsWith(first) || !rest.endsWith(parts.at(-1) ?? '')) return false;
  for (const part of parts) {
    const at = rest.indexOf(part);
    if (at < 0) return false;
    rest = rest.slice(at + part.length);
  }
  return true;
}

async function run(command: string, folder: string): Promise<string> {
  const env = {
    JOURNEY_CACHE: 'off',
    PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Mia',
    GIT_AUTHOR_EMAIL: 'mia@example.com',
    GIT_COMMITTER_NAME: 'Mia',
    GIT_COMMITTER_EMAIL: 'mia@example.com',
  };
  return new Promise((resolve) => {
    execFile('bash', ['-c', command], { cwd: join(folder, 'work'), env }, (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}
