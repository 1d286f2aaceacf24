// `journey history` as a process, on real repositories.
import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { journey } from './journey.ts';
import { makeRepository, type Repository, temporaryFolder } from './repository.ts';

const booking = `import "people.journey"
journey Booking "Booking a room" {
  for Hanako
  stage Pay "Paying" {
    touchpoint Form "Fills in the form" on phone { feels 0 }
    touchpoint Thanks "Reads the confirmation" on email { feels 1 }
  }
}
`;

function storied(): Repository {
  const repository = makeRepository();
  repository.commit('first', {
    'people.journey': 'persona Hanako "花子さん" { prefers phone }\n',
    'booking.journey': booking,
  });
  repository.commit('only a comment', { 'booking.journey': `// more\n${booking}` });
  repository.commit('=a long wait', { 'booking.journey': booking.replace('feels 0', 'waits 40 min feels -1') });
  repository.git('mv', 'booking.journey', '予約.journey');
  repository.commit('renamed');
  repository.commit('she avoids the phone', { 'people.journey': 'persona Hanako "花子さん" { avoids phone }\n' });
  repository.commit('nothing to do with it', { 'other.journey': 'journey Other { stage S { touchpoint T } }\n' });
  return repository;
}

test('a line for each commit that changed a figure, through a rename and an import', async () => {
  const { folder } = storied();
  const { code, stdout, stderr } = await journey(['history', '予約.journey'], { cwd: folder });
  const subjects = stdout.split('\n').flatMap((line) => /^\d{4}-.*?  (\D+)$/.exec(line.trimEnd())?.[1] ?? []);
  expect(subjects).toEqual(['first', '=a long wait', 'she avoids the phone']);
  expect(stdout).toMatch(/^What made it worse by most \(\+\d+\): [0-9a-f]{7} \([\d-]+\) =a long wait$/m);
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

describe('formats', () => {
  test('a spreadsheet gets numbers, and no formula', async () => {
    const { folder } = storied();
    const { stdout } = await journey(['history', '予約.journey', '-f', 'csv'], { cwd: folder });
    const rows = csvParse(stdout);
    expect(rows.map(({ journey: id, wait_seconds: wait, emotion_lowest: lowest }) => [id, wait, lowest])).toEqual([
      ['Booking', '0', '0'],
      ['Booking', '2400', '-1'],
      ['Booking', '2400', '-1'],
    ]);
    expect(rows[1]?.['message']).toBe("'=a long wait");
  });

  test('a picture, in Japanese', async () => {
    const { folder } = storied();
    const { stdout } = await journey(['history', '予約.journey', '-f', 'svg', '--locale', 'ja'], { cwd: folder });
    expect(stdout).toMatch(/^<svg [^>]*role="img"/);
    expect(stdout).toContain('待ち時間の合計(最も長い経路)');
    expect(stdout).toContain('摩擦を最も増やしたコミット');
  });
});

describe('mistakes', () => {
  test('no such file, no repository, no such journey', async () => {
    const { folder } = storied();
    expect(await journey(['history', 'gone.journey'], { cwd: folder })).toMatchObject({
      code: 2,
      stderr: 'journey: gone.journey: no such file or folder\n',
    });
    expect((await journey(['history', '予約.journey', '--journey', 'X'], { cwd: folder })).stderr).toContain(
      'holds a journey "X"',
    );
    expect((await journey(['history', '.'], { cwd: temporaryFolder() })).stderr).toContain(
      'this folder is in no git repository',
    );
  });
});
