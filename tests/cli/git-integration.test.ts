// What `journey git-setup` sets up, used by git itself on real repositories.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { cli, folderWith, journey } from './journey.ts';
import { makeRepository, type Repository, temporaryFolder } from './repository.ts';

const people = 'persona Hanako "花子さん"\n';
const booking = `import "people.journey"

// How a room is booked.
journey Booking "Booking a room" {
  for Hanako
  stage Pay "Paying" {
    touchpoint Form "Fills in the form" on web {
      waits 1 min
      feels 0
    }
  }
}
`;
const path = 'journeys/予約 ü.journey';

/** The booking with touchpoints added at the end of its stage. */
function withTouchpoint(text: string, id: string): string {
  return text.replace('    }\n  }\n', `    }\n    touchpoint ${id} on email {\n      feels 1\n    }\n  }\n`);
}

beforeEach(() => {
  // Git runs the command by its name.
  const folder = temporaryFolder();
  const command = join(folder, 'journey');
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`);
  chmodSync(command, 0o755);
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH'] ?? ''}`);
  vi.stubEnv('LC_ALL', 'C.UTF-8');
  return () => vi.unstubAllEnvs();
});

async function setUp(files: Readonly<Record<string, string>>): Promise<Repository> {
  const repository = makeRepository();
  const { code, stderr } = await journey(['git-setup'], { cwd: repository.folder });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  repository.commit('start', files);
  return repository;
}

/** Two branches that each change the file, merged; the text in the working tree and what git says. */
function merged(repository: Repository, file: string, ours: string, theirs: string): { text: string; said: string } {
  repository.git('checkout', '--quiet', '-b', 'work');
  repository.commit('theirs', { [file]: theirs });
  repository.git('checkout', '--quiet', 'main');
  repository.commit('ours', { [file]: ours });
  let said: string;
  try {
    said = repository.git('merge', '--no-edit', 'work');
  } catch (error) {
    said = (error as { readonly stdout: string }).stdout;
  }
  return { text: readFileSync(join(repository.folder, file), 'utf8'), said };
}

describe('git merge', () => {
  test('two people add touchpoints to one stage: no conflict, and the journey is understood', async () => {
    const repository = await setUp({ 'journeys/people.journey': people, [path]: booking });
    const { text, said } = merged(repository, path, withTouchpoint(booking, 'Thanks'), withTouchpoint(booking, 'Bill'));
    expect(said).not.toContain('CONFLICT');
    expect(text).toBe(withTouchpoint(withTouchpoint(booking, 'Thanks'), 'Bill'));
    expect(repository.git('status', '--short')).toBe('');
    const { code } = await journey(['check', '--fail-on', 'error'], { cwd: repository.folder });
    expect(code).toBe(0);
  });

  test('a real conflict: ordinary markers around one line, the rest merged and still understood', async () => {
    const repository = await setUp({ 'journeys/people.journey': people, [path]: booking });
    const { text, said } = merged(
      repository,
      path,
      withTouchpoint(booking, 'Thanks').replace('1 min', '5 min'),
      booking.replace('1 min', '9 min').replace('Paying', 'Payment'),
    );
    expect(said).toContain('CONFLICT');
    expect(text).toMatch(/\n<<<<<<< \S+\n {6}waits 5 min\n=======\n {6}waits 9 min\n>>>>>>> \S+\n {6}feels 0\n/);
    expect(text).toContain('stage Pay "Payment" {');
    expect(text).toContain('touchpoint Thanks');
    const { stdout } = await journey(['check', '-f', 'json'], { cwd: repository.folder });
    const errors = (JSON.parse(stdout) as readonly { code: string; severity: string }[]).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors.map(({ code }) => code)).toEqual(['merge-conflict', 'duplicate-statement']);
    repository.git('merge', '--abort');
    expect(repository.git('status', '--short')).toBe('');
  });

  test('a file that one side renamed, with the line ends of Windows', async () => {
    const windows = booking.replaceAll('\n', '\r\n');
    const repository = await setUp({ 'journeys/people.journey': people, [path]: windows });
    repository.git('checkout', '--quiet', '-b', 'work');
    repository.git('mv', path, 'journeys/支払い.journey');
    repository.commit('renamed', {
      'journeys/支払い.journey': withTouchpoint(booking, 'Bill').replaceAll('\n', '\r\n'),
    });
    repository.git('checkout', '--quiet', 'main');
    repository.commit('ours', { [path]: withTouchpoint(booking, 'Thanks').replaceAll('\n', '\r\n') });
    repository.git('merge', '--quiet', '--no-edit', 'work');
    const text = readFileSync(join(repository.folder, 'journeys/支払い.journey'), 'utf8');
    expect(text).toContain('touchpoint Thanks');
    expect(text).toContain('touchpoint Bill');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('a version with a missing brace is merged line by line; one that is no text is left to the author', async () => {
    const repository = await setUp({ [path]: booking, 'b.journey': 'team A\n' });
    const broken = booking.replace('      feels 0\n    }\n', '      feels 0\n');
    const { text } = merged(repository, path, broken, booking.replace('a room', 'the room'));
    expect(text).toBe(broken.replace('a room', 'the room'));
    repository.git('checkout', '--quiet', '-b', 'binary');
    writeFileSync(join(repository.folder, 'b.journey'), Uint8Array.of(1, 0, 2));
    repository.commit('binary');
    repository.git('checkout', '--quiet', 'main');
    repository.commit('text', { 'b.journey': 'team A\nteam B\n' });
    expect(() => repository.git('merge', '--no-edit', 'binary')).toThrow('binary');
    expect(repository.git('status', '--short')).toBe('UU b.journey\n');
    expect(readFileSync(join(repository.folder, 'b.journey'), 'utf8')).toBe('team A\nteam B\n');
  });
});

describe('the merge driver by itself', () => {
  const base = 'team A "One"\n';
  const conflict = { 'base.journey': base, 'mine.journey': 'team A "Two"\n', 'yours.journey': 'team A "Three"\n' };

  test.each([
    ['3', '<<<'],
    ['0', '<<<<<<<'],
    ['9999999999', '<<<<<<<'],
  ])('with markers of size %s', async (size, marker) => {
    const cwd = folderWith(conflict);
    const { code } = await journey(['merge-driver', 'base.journey', 'mine.journey', 'yours.journey', size], { cwd });
    expect(code).toBe(1);
    expect(readFileSync(join(cwd, 'mine.journey'), 'utf8')).toContain(`${marker} ours\nteam A "Two"\n`);
  });

  test('says which of the files cannot be read', async () => {
    const cwd = folderWith(conflict);
    const run = await journey(['merge-driver', '', 'mine.journey', 'gone.journey', '7', 'a.journey'], { cwd });
    expect(run).toEqual({
      code: 2,
      stdout: '',
      stderr: 'journey: "": an empty path\njourney: gone.journey: no such file or folder\n',
    });
    expect(readFileSync(join(cwd, 'mine.journey'), 'utf8')).toBe('team A "Two"\n');
  });

  test('merges line by line only with git', async () => {
    const cwd = folderWith({ ...conflict, 'yours.journey': 'team A "Two" {\n' });
    const run = await journey(['merge-driver', 'base.journey', 'mine.journey', 'yours.journey'], {
      cwd,
      env: { PATH: cwd },
    });
    expect(run).toEqual({
      code: 2,
      stdout: '',
      stderr: 'journey: mine.journey: git is not installed, or not in the PATH\n',
    });
  });
});

/** The lines of a difference that are not the same on both sides. */
function changed(text: string): readonly string[] {
  return text.split('\n').filter((line) => /^[-+](?![-+])/.test(line));
}

describe('git diff', () => {
  test('says what a change means; layout and comments are none', async () => {
    const repository = await setUp({ 'journeys/people.journey': people, [path]: booking });
    repository.write(path, booking.replace('1 min', '40 min').replace('// How', '// Why').replace('  for', '    for'));
    expect(changed(repository.git('diff'))).toEqual(['-      Wait: 1 min', '+      Wait: 40 min']);
    repository.commit('slower');
    expect(changed(repository.git('log', '-p', '-1'))).toEqual(['-      Wait: 1 min', '+      Wait: 40 min']);
    // Names come from the imported file, for older versions as well.
    expect(repository.git('diff', '-U9', 'HEAD~1', 'HEAD')).toContain('For: 花子さん');
    expect(changed(repository.git('diff', '--no-textconv', 'HEAD~1', 'HEAD'))).toHaveLength(6);
  });

  test('a file that is not understood gives what is, and never fails', async () => {
    const repository = await setUp({ [path]: booking });
    repository.write(path, `${booking.replace('waits 1 min', 'wibble 1 min')}"`);
    expect(repository.git('diff')).toMatch(/^-      Wait: 1 min$/m);
    expect(repository.git('diff')).toMatch(/^\+Not understood: /m);
    writeFileSync(join(repository.folder, path), Uint8Array.of(0xff, 0xfe, 0, 0));
    expect(repository.git('diff')).toContain('+Not understood: the text is UTF-16');
  });
});

describe('journey git-setup', () => {
  test('keeps what is there, does nothing twice, explains itself in both languages', async () => {
    const { folder, write, git } = makeRepository();
    write('.gitattributes', '*.png binary');
    const printed = await journey(['git-setup', '--print'], { cwd: folder, env: { PATH: process.env['PATH'] ?? '' } });
    expect(printed.stdout).toContain('not set yet');
    expect(readFileSync(join(folder, '.gitattributes'), 'utf8')).toBe('*.png binary');
    expect((await journey(['git-setup'], { cwd: folder })).stdout).toContain('merge journeys by declaration');
    const attributes = readFileSync(join(folder, '.gitattributes'), 'utf8');
    expect(attributes).toMatch(/^\*\.png binary\n# .*\n\*\.journey diff=journey merge=journey\n$/);
    const config = git('config', '--local', '--list');
    expect(config).toContain('diff.journey.textconv=journey textconv\n');
    expect(config).toContain('merge.journey.driver=journey merge-driver %O %A %B %L %P');
    const again = await journey(['git-setup', '--locale', 'ja'], { cwd: folder });
    expect(again.stdout).toContain('設定済み');
    expect(again.stdout).not.toContain('設定しました');
    expect(readFileSync(join(folder, '.gitattributes'), 'utf8')).toBe(attributes);
    expect(git('config', '--local', '--list')).toBe(config);
  });

  test('names the command that the project has installed; without any it sets nothing', async () => {
    const { folder, git } = makeRepository();
    const none = await journey(['git-setup'], { cwd: folder, env: { PATH: '/usr/bin:/bin' } });
    expect(none.stderr).toContain('neither installed in this project nor in the PATH');
    expect(none.code).toBe(2);
    expect(git('config', '--local', '--list')).not.toContain('journey');
    mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true });
    writeFileSync(join(folder, 'node_modules', '.bin', 'journey'), '');
    expect((await journey(['git-setup'], { cwd: folder })).code).toBe(0);
    expect(git('config', 'diff.journey.textconv')).toBe('npx --no-install journey textconv\n');
  });

  test('outside of a repository', async () => {
    const { code, stderr } = await journey(['git-setup'], { cwd: temporaryFolder() });
    expect(stderr).toContain('in no git repository');
    expect(code).toBe(2);
  });
});
