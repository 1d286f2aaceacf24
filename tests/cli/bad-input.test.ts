import { execFile, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { clean, cli, folderWith, journey, type RunOptions, wrong } from './journey.ts';

interface Outcome {
  readonly stderr: string;
  readonly code: number | null;
  readonly othersChecked: boolean;
}

/** Checks something beside a file that has a finding. */
async function outcome(args: readonly string[], options: RunOptions & { readonly cwd: string }): Promise<Outcome> {
  writeFileSync(join(options.cwd, 'other.journey'), wrong);
  const { code, stdout, stderr } = await journey(['check', 'other.journey', ...args], options);
  return { stderr, code, othersChecked: stdout.includes('other.journey:3:9') };
}

/** What is to come of it: one line, no stack trace, exit code 2, and the other files are checked. */
function problem(line: string): Outcome {
  return { stderr: `journey: ${line}\n`, code: 2, othersChecked: true };
}

describe('one clear line, exit code 2, and the other files are checked', () => {
  test('a missing file', async () => {
    expect(await outcome(['gone.journey'], { cwd: folderWith() })).toEqual(
      problem('gone.journey: no such file or folder'),
    );
  });

  test('an empty path', async () => {
    expect(await outcome([''], { cwd: folderWith() })).toEqual(problem('"": an empty path'));
  });

  test('a path through a file', async () => {
    const cwd = folderWith({ 'a.journey': clean });
    expect(await outcome(['a.journey/b'], { cwd })).toEqual(problem('a.journey/b: a part of the path is not a folder'));
  });

  test('a folder without journeys', async () => {
    const cwd = folderWith({ 'docs/readme.md': '# nothing', 'docs/node_modules/a.journey': clean });
    expect(await outcome(['docs'], { cwd })).toEqual(problem('docs: no .journey files in this folder'));
  });

  test('a binary file', async () => {
    const cwd = folderWith({ 'logo.journey': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0) });
    expect(await outcome(['.'], { cwd })).toEqual(problem('logo.journey: a binary file, not text'));
  });

  test('a file of another kind', async () => {
    const cwd = folderWith({ 'logo.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0) });
    expect(await outcome(['logo.png'], { cwd })).toEqual(
      problem('logo.png: not a journey: the name does not end in .journey'),
    );
    const args = ['-', '--stdin-file-name', 'logo.png'];
    expect(await outcome(args, { cwd })).toEqual(problem('logo.png: not a journey: the name does not end in .journey'));
  });

  test('a file in Shift_JIS', async () => {
    const cwd = folderWith({ 'sjis.journey': Buffer.from('team A\n// \x97\x5c\x96\xf1\n', 'latin1') });
    expect(await outcome(['.'], { cwd })).toEqual(
      problem('sjis.journey: line 2 is not UTF-8 text; save the file as UTF-8'),
    );
  });

  test('a file in UTF-16', async () => {
    const cwd = folderWith({ 'wide.journey': Buffer.from('\uFEFFteam A', 'utf16le') });
    expect(await outcome(['.'], { cwd })).toEqual(problem('wide.journey: the text is UTF-16; save it as UTF-8'));
  });

  test('a file of 100 MB, without reading it', async () => {
    const cwd = folderWith({ 'huge.journey': '' });
    truncateSync(join(cwd, 'huge.journey'), 100 * 1024 * 1024);
    expect(await outcome(['.'], { cwd })).toEqual(
      problem('huge.journey: the file is too large: files of up to 16 MB are read'),
    );
  });

  test('a device without an end', async () => {
    const cwd = folderWith();
    symlinkSync('/dev/zero', join(cwd, 'zero.journey'));
    expect(
      await outcome(['zero.journey'], {
        cwd,
      }),
    ).toEqual(problem('zero.journey: the file is too large: files of up to 16 MB are read'));
  });

  test('a file and a folder that may not be read', async () => {
    const cwd = folderWith({ 'secret.journey': clean, 'closed/a.journey': clean });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'secret.journey'), 0);
    chmodSync(join(cwd, 'closed'), 0);
    const run = await journey(['check'], { cwd, asNobody: true });
    expect(run.stderr).toBe('journey: closed: permission denied\njourney: secret.journey: permission denied\n');
    expect(run.code).toBe(2);
  });

  test('symbolic links that lead nowhere or round in a circle', async () => {
    const cwd = folderWith({ 'real/a.journey': clean });
    symlinkSync('loop.journey', join(cwd, 'loop.journey'));
    symlinkSync('gone', join(cwd, 'broken.journey'));
    symlinkSync('nowhere', join(cwd, 'nowhere'));
    symlinkSync('..', join(cwd, 'real', 'up'));
    symlinkSync('real', join(cwd, 'again'));
    const run = await journey(['check', '.'], { cwd });
    expect(run.stdout).toContain('Checked 1 file');
    expect(run.stderr.trimEnd().split('\n')).toEqual([
      'journey: broken.journey: no such file or folder',
      'journey: loop.journey: a symbolic link that leads back to itself',
    ]);
    expect(run.code).toBe(2);
  });

  test('a file that vanishes between being listed and being read', async () => {
    const cwd = folderWith({ 'b.journey': wrong, 'c.journey': wrong });
    const pipe = join(cwd, 'a.journey');
    execFileSync('mkfifo', [pipe]);
    // The command lists everything and then waits for the pipe, which comes first.
    const running = journey(['check', 'a.journey', '.'], { cwd });
    const writer = await openForReader(pipe, running);
    rmSync(join(cwd, 'b.journey'));
    writeFileSync(writer, clean);
    closeSync(writer);
    const run = await running;
    expect(run.stderr).toBe('journey: b.journey: no such file or folder\n');
    expect(run.stdout).toContain('c.journey:3:9');
    expect(run.code).toBe(2);
  });

  test('standard input that is no text', async () => {
    const cwd = folderWith();
    expect(await outcome(['-'], { cwd, input: Uint8Array.of(1, 0, 2) })).toEqual(
      problem('<stdin>: a binary file, not text'),
    );
    const endless = 'x'.repeat(17 * 1024 * 1024);
    expect(
      await outcome(['-'], {
        cwd,
        input: endless,
      }),
    ).toEqual(problem('<stdin>: the file is too large: files of up to 16 MB are read'));
  });

  test('a current folder that was deleted', async () => {
    const cwd = folderWith();
    mkdirSync(join(cwd, 'inner'));
    const script = 'cd inner && rmdir ../inner && exec "$0" "$1" check';
    const failure = promisify(execFile)('sh', ['-c', script, process.execPath, cli], { cwd });
    await expect(failure).rejects.toMatchObject({
      code: 2,
      stderr: 'journey: the current folder no longer exists\njourney: see "journey --help"\n',
    });
  });
});

/** Opens a named pipe for writing as soon as somebody reads it. Opening it at once would wait, and stop everything else. */
async function openForReader(pipe: string, reader: Promise<unknown>): Promise<number> {
  const ended = reader.then(() => true);
  for (;;) {
    try {
      return openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch {
      if (await Promise.race([ended, setTimeout(10, false)])) throw new Error('Nobody read the pipe.');
    }
  }
}

describe('output that nobody takes', () => {
  test('a pipe that is closed ends the command quietly', async () => {
    const files = Array.from({ length: 300 }, (_, index) => [`${index}.journey`, wrong]);
    const cwd = folderWith(Object.fromEntries(files) as Record<string, string>);
    const child = spawn(process.execPath, [cli, 'check'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.once('data', () => child.stdout.destroy());
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  test('a full disk is said in a line', async () => {
    const cwd = folderWith({ 'a.journey': clean });
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [cli, 'check'], { cwd, stdio: ['ignore', full, 'pipe'] });
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('journey: cannot write to standard output: no space is left on the device\n');
    expect(code).toBe(2);
  });
});

describe('nothing of a document reaches the terminal as a command', () => {
  const hostile = `journey J "\u001B[31mred\u202E" {
  owner Nobody // \u001B]0;title\u0007 \u009B2J
}
`;

  test.each(['pretty', 'concise', 'github', 'junit', 'markdown', 'json', 'gitlab', 'sarif'])('%s', async (format) => {
    const cwd = folderWith({ 'a\u001B[2J\u202E.journey': hostile });
    const run = await journey(['check', '-f', format, '.', 'gone\u001B[31m'], { cwd });
    expect(run.stdout).toContain('Nobody');
    const unsafe = /(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
    expect(run.stdout).not.toMatch(unsafe);
    expect(run.stderr).not.toMatch(unsafe);
  });
});
