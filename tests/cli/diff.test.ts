// `journey diff` as a process, on files and on real repositories.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, journey, wrong } from './journey.ts';
import { makeRepository, openRepository, temporaryFolder } from './repository.ts';

const people = 'persona Hanako "花子さん" { prefers phone }\n';
const booking = `import "people.journey"
journey Booking "Booking a room" {
  for Hanako
  stage Pay "Paying" {
    touchpoint Form "Fills in the form" on phone { waits 1 min  feels 0 }
    touchpoint Thanks "Reads the confirmation" on email { feels 1 }
  }
}
`;
const slower = booking.replace('waits 1 min  feels 0', 'waits 40 min  feels -2');
const base = { 'people.journey': people, 'booking.journey': booking };

describe('two files', () => {
  test('the same meaning: no difference, exit code 0', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.journey'), 'journey A { stage S { touchpoint T { waits 3 min } } }');
    writeFileSync(join(folder, 'b.journey'), '// new\njourney A {\n  stage S { touchpoint T { waits 180 s } } }');
    const { code, stdout } = await journey(['diff', 'a.journey', 'b.journey'], { cwd: folder });
    expect(stdout).toBe('a.journey → b.journey\nThe files mean the same: no difference.\n');
    expect(code).toBe(0);
  });

  test('an improvement: findings that go, actions and what they cost', async () => {
    const { code, stdout } = await journey([
      'diff',
      'examples/coworking/as-is.journey',
      'examples/coworking/to-be.journey',
      '--locale',
      'ja',
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('改善 · 摩擦スコア(目安)');
    expect(stdout).toContain('実現する施策');
    expect(stdout).toContain('費用: 14,100,000円');
    expect(stdout).not.toContain('新しい指摘');
  });

  test('a file that cannot be read has not lost its journeys', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.journey'), 'journey A { stage S { touchpoint T } }');
    writeFileSync(join(folder, 'b.journey'), Buffer.from([0, 1, 2]));
    const run = await journey(['diff', 'a.journey', 'b.journey'], { cwd: folder });
    expect(run).toEqual({ code: 2, stdout: '', stderr: 'journey: b.journey: a binary file, not text\n' });
  });

  test('a file and a folder cannot be compared', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'b'));
    writeFileSync(join(folder, 'a.journey'), '');
    const { code, stderr } = await journey(['diff', 'a.journey', 'b'], { cwd: folder });
    expect(stderr).toContain('a file and a folder cannot be compared');
    expect(code).toBe(2);
  });
});

describe('two folders', () => {
  test.each([
    ['en', 'b.journey in now is left out of the comparison: a binary file, not text'],
    ['ja', 'now の b.journey は比較に含まれません: テキストではなく'],
  ])(
    'a file that cannot be read has neither lost its journeys nor been made, and it is said: %s',
    async (locale, said) => {
      const folder = temporaryFolder();
      for (const side of ['was', 'now']) mkdirSync(join(folder, side));
      writeFileSync(join(folder, 'was/a.journey'), 'journey A { stage S { touchpoint T { waits 3 min } } }');
      writeFileSync(join(folder, 'now/a.journey'), 'journey A { stage S { touchpoint T { waits 9 min } } }');
      writeFileSync(join(folder, 'was/b.journey'), 'journey Unread { stage S { touchpoint T } }');
      writeFileSync(join(folder, 'now/b.journey'), Buffer.from([0, 1, 2]));
      for (const operands of [
        ['was', 'now'],
        ['now', 'was'],
      ]) {
        const { code, stdout, stderr } = await journey(['diff', ...operands, '--locale', locale], { cwd: folder });
        expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
        expect(stdout.replaceAll(/\s+/g, ' ')).toContain(said);
        expect(stdout).toContain('9');
        expect(stdout).not.toContain('Unread');
      }
    },
  );

  test('what is in a folder that holds nothing yet is new', async () => {
    const folder = temporaryFolder();
    for (const side of ['was', 'now']) mkdirSync(join(folder, side));
    writeFileSync(join(folder, 'now/a.journey'), 'journey Fresh { stage S { touchpoint T } }');
    const { code, stdout } = await journey(['diff', 'was', 'now'], { cwd: folder });
    expect(code).toBe(1);
    expect(stdout).toContain('Fresh');
  });
});

describe('git', () => {
  test('a file that cannot be read has not lost its journeys', async () => {
    const repository = makeRepository();
    const page = booking.replaceAll('Booking', 'Unread');
    repository.commit('start', { ...base, 'page.journey': page });
    repository.git('checkout', '--quiet', '-b', 'work');
    repository.commit('slower', { 'booking.journey': slower });
    writeFileSync(join(repository.folder, 'page.journey'), Buffer.from([0, 1, 2]));
    const { code, stdout } = await journey(['diff'], { cwd: repository.folder });
    expect(code).toBe(2);
    expect(stdout).toContain('page.journey in working tree is left out of the comparison: a binary file,');
    expect(stdout).toContain('Wait: 1 min → 40 min');
    expect(stdout).not.toContain('Unread');
  });

  test('the working tree against where the branch began', async () => {
    const repository = makeRepository();
    repository.commit('start', base);
    repository.git('checkout', '--quiet', '-b', 'work');
    repository.commit('slower', { 'booking.journey': slower });
    const { code, stdout } = await journey(['diff'], { cwd: repository.folder });
    expect(stdout).toMatch(/^main \([0-9a-f]{7}\) → working tree$/m);
    expect(stdout).toContain('worse');
    expect(stdout).toContain('At "Fills in the form", the wait is 40 minutes instead of 1 minute.');
    expect(stdout).toContain('Wait: 1 min → 40 min');
    expect(code).toBe(1);
    expect((await journey(['diff', 'main..HEAD', '--fail-on', 'worse'], { cwd: repository.folder })).code).toBe(1);
    expect((await journey(['diff', 'HEAD..main', '--fail-on', 'worse'], { cwd: repository.folder })).code).toBe(0);
  });

  test('what is staged, and only what lies below a path', async () => {
    const repository = makeRepository();
    repository.commit('start', { ...base, 'other/b.journey': 'journey B { stage S { touchpoint T } }' });
    repository.write('booking.journey', slower);
    repository.write('other/b.journey', 'journey B { stage S { touchpoint T touchpoint U } }');
    repository.git('add', 'booking.journey');
    const staged = await journey(['diff', '--staged', '-f', 'json'], { cwd: repository.folder });
    expect(JSON.parse(staged.stdout)).toMatchObject({
      before: 'HEAD',
      after: 'index',
      journeys: [{ file: 'booking.journey', verdict: 'worse' }],
    });
    const below = await journey(['diff', 'HEAD', 'other', '-f', 'json'], { cwd: repository.folder });
    expect(JSON.parse(below.stdout)).toMatchObject({ journeys: [{ file: 'other/b.journey' }] });
  });

  test('a change in an imported file tells on the journeys that import it', async () => {
    const repository = makeRepository();
    repository.commit('start', base);
    repository.write('people.journey', people.replace('prefers phone', 'avoids phone'));
    const { stdout } = await journey(['diff', '-f', 'json'], { cwd: repository.folder });
    const { journeys, shared } = JSON.parse(stdout);
    expect(shared).toMatchObject([{ id: 'Hanako' }, { id: 'Hanako' }]);
    expect(journeys).toMatchObject([{ id: 'Booking', findings: { new: [{ code: 'channel-avoided' }] } }]);
  });

  test('a renamed file, a deleted one, and one that does not parse in one revision', async () => {
    const repository = makeRepository();
    repository.commit('start', { ...base, 'gone.journey': 'journey Gone { stage S { touchpoint T } }' });
    repository.git('mv', 'booking.journey', 'reserve 予約.journey');
    repository.remove('gone.journey');
    repository.commit('renamed');
    const renamed = await journey(['diff', 'HEAD~1..HEAD', '-f', 'json'], { cwd: repository.folder });
    expect(JSON.parse(renamed.stdout)).toMatchObject({
      journeys: [{ id: 'Gone', verdict: 'gone' }],
      shared: [{ kind: 'renamed', element: 'file', id: 'reserve 予約.journey' }],
    });
    repository.commit('broken', { 'reserve 予約.journey': slower.replace('{ waits', 'waits') });
    const broken = await journey(['diff', 'HEAD~1..HEAD'], { cwd: repository.folder });
    expect(broken.stdout).toContain('has errors');
    expect(broken.code).toBe(1);
  });

  test('files that could not be read in whole are not said to mean the same', async () => {
    const cwd = folderWith({ 'a.journey': wrong, 'b.journey': `${wrong}// a comment\n` });
    const { code, stdout } = await journey(['diff', 'a.journey', 'b.journey'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('has errors');
    expect(stdout).toContain('Nothing differs in what could be compared.');
    expect(stdout).not.toContain('mean the same');
  });

  test('a shallow clone and a bare repository', async () => {
    const repository = makeRepository();
    repository.commit('start', base);
    repository.git('checkout', '--quiet', '-b', 'work');
    repository.commit('slower', { 'booking.journey': slower });
    const [shallow, bare] = [join(temporaryFolder(), 'shallow'), join(temporaryFolder(), 'bare')];
    execFileSync(
      'git',
      ['clone', '--quiet', '--depth', '1', '--no-single-branch', `file://${repository.folder}`, shallow],
      { stdio: 'pipe' },
    );
    execFileSync('git', ['clone', '--quiet', '--bare', repository.folder, bare], { stdio: 'pipe' });
    const parted = await journey(['diff', 'origin/main...origin/work'], { cwd: shallow });
    expect(parted.stderr).toContain('share no commit');
    expect(parted.code).toBe(2);
    expect((await journey(['diff', 'origin/main..origin/work'], { cwd: shallow })).stdout).toContain(
      'Wait: 1 min → 40 min',
    );
    expect((await journey(['diff', 'main..work'], { cwd: bare })).stdout).toContain('Wait: 1 min → 40 min');
    expect((await journey(['diff', 'main'], { cwd: bare })).stderr).toContain('a bare repository has no working tree');
    expect(openRepository(shallow).git('status', '--short')).toBe('');
  });

  test.each([
    ['nothing', [], 'this folder is in no git repository'],
    ['an option for git', ['--output=x'], 'unknown option'],
  ])('%s', async (_, operands, said) => {
    const { code, stderr } = await journey(['diff', ...operands], { cwd: temporaryFolder() });
    expect(stderr).toContain(said);
    expect(code).toBe(2);
  });

  test('before the first commit everything staged is new, and nothing has become worse', async () => {
    const repository = makeRepository();
    for (const [path, text] of Object.entries(base)) repository.write(path, text);
    repository.git('add', '.');
    const { code, stdout } = await journey(['diff', '--staged', '--fail-on', 'worse'], { cwd: repository.folder });
    expect(stdout).toContain('empty tree → index');
    expect(code).toBe(0);
  });

  test('a name that means nothing, and a repository without a commit', async () => {
    const repository = makeRepository();
    expect((await journey(['diff'], { cwd: repository.folder })).stderr).toContain('nothing is committed yet');
    repository.commit('start', base);
    expect((await journey(['diff', 'nosuch'], { cwd: repository.folder })).stderr).toContain(
      '"nosuch" is neither a revision',
    );
    expect((await journey(['diff', 'nosuch..HEAD'], { cwd: repository.folder })).stderr).toContain(
      '"nosuch" is neither',
    );
  });
});

test('the comment for a pull request says first what the customer feels, and no text becomes markup', async () => {
  const repository = makeRepository();
  repository.commit('start', base);
  repository.write('booking.journey', slower.replace('"Paying"', '"<img src=x> @everyone | a"'));
  const { stdout } = await journey(['diff', '-f', 'markdown'], { cwd: repository.folder });
  expect(stdout).toMatch(/^## What changes for the customer\n\n\| Journey \| Verdict /);
  expect(stdout).toContain('| Fills in the form | 0 → −2');
  // Once, and not in a sentence besides.
  expect(stdout).not.toContain('- At "Fills in the form"');
  expect(stdout).not.toContain('<img');
  expect(stdout).not.toContain('@everyone');
});

describe('the map of changes', () => {
  test('as a picture of one journey, and as a page with all of them', async () => {
    const repository = makeRepository();
    const second = 'journey Other { stage S { touchpoint T { feels 0 } } }\n';
    repository.commit('start', { ...base, 'other.journey': second });
    repository.write('booking.journey', slower);
    const one = await journey(['diff', '-f', 'svg'], { cwd: repository.folder });
    expect(one.code).toBe(1);
    expect(one.stdout).toContain('<title id="journey-changes-title">Booking a room: HEAD → working tree</title>');
    expect(one.stdout).toContain('~\u00A0changed');
    repository.write('other.journey', second.replace('feels 0', 'feels -1'));
    const several = await journey(['diff', '-f', 'svg'], { cwd: repository.folder });
    expect(several.stderr).toContain('name it with --journey: Booking, Other');
    expect(several.code).toBe(2);
    const chosen = await journey(['diff', '-f', 'svg', '--journey', 'Other'], { cwd: repository.folder });
    expect(chosen.stdout).toContain('Other: HEAD → working tree');
    const page = await journey(['diff', '-f', 'html', '--locale', 'ja'], { cwd: repository.folder });
    expect(page.stdout.match(/<svg /g)).toHaveLength(2);
    expect(page.stdout).toContain('お客様への影響');
  });

  test('nothing to draw', async () => {
    const repository = makeRepository();
    repository.commit('start', base);
    const { code, stderr } = await journey(['diff', '-f', 'svg'], { cwd: repository.folder });
    expect(stderr).toContain('no journey differs');
    expect(code).toBe(2);
  });
});
