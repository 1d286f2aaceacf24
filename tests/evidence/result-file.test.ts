// The result file beside a journey: what `conform --save` writes is what `check` says, in all its ways, and no case is in it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readResults, writeResults } from '../../src/evidence/result-file.ts';
import { feelingOfScore } from '../../src/evidence/score-scale.ts';
import { anything, assert, property, string } from '../support/properties.ts';
import { folderWith, journey } from '../cli/journey.ts';
import { booking } from './journeys.ts';
import { outage, outageResults } from './results.ts';

/** Customers who wait for the call back for days. */
async function saved(): Promise<string> {
  const folder = folderWith({ 'booking.journey': booking });
  const slow = booking.replace('waits 3 h max 1 day', 'waits 2 days max 4 days').replace('Form 70%', 'Form 40%');
  const log = await journey(['simulate', '-', '-n', '300'], {
    input: slow.replace('LeavesMessage 30%', 'LeavesMessage 60%'),
  });
  writeFileSync(join(folder, 'log.csv'), log.stdout);
  const { code, stderr } = await journey(['conform', 'booking.journey', '-l', 'log.csv', '--save'], { cwd: folder });
  expect(stderr).toContain('saved: booking.evidence.json');
  expect(code).toBe(0);
  return folder;
}

it('is written beside the journey, holds no case, and is said by check in every format', async () => {
  const folder = await saved();
  const text = readFileSync(join(folder, 'booking.evidence.json'), 'utf8');
  expect(text).not.toMatch(/case-\d/);
  expect(readResults(text, 'x').problems).toEqual([]);
  const { stdout } = await journey(['check', 'booking.journey', '-f', 'concise'], { cwd: folder });
  expect(stdout).toMatch(/"Is called back": written 3 hours \(at most 1 day\), measured median/);
  expect(stdout).toMatch(/measured-branch/);
  for (const format of ['json', 'sarif', 'github', 'markdown']) {
    const report = await journey(['check', 'booking.journey', '-f', format], { cwd: folder });
    expect(report.stdout).toContain('measured-wait');
  }
});

it('needs a journey in a file, to stand beside it', async () => {
  const folder = folderWith({ 'log.csv': 'case,activity,time\n1,search,2026-01-05\n' });
  const { code, stderr } = await journey(['conform', '-', '-l', 'log.csv', '--save'], { cwd: folder, input: booking });
  expect(code).toBe(2);
  expect(stderr).toContain('--save needs a journey in a file');
});

it('can be silenced and configured like any rule', async () => {
  const quiet = outage.replace(
    '      waits 3 min',
    '      // journey-ignore measured-wait: the hotline is new\n      waits 3 min',
  );
  const files = { 'a.journey': quiet, 'a.evidence.json': outageResults, 'b.journey': quiet };
  const folder = folderWith(files);
  const both = await journey(['check', '.', '-f', 'concise'], { cwd: folder });
  // Beside b nobody has measured anything yet, so the comment there is not called unused.
  expect(both.stdout).not.toMatch(/measured-wait|unused-suppression/);
  const off = folderWith({
    'a.journey': outage,
    'a.evidence.json': outageResults,
    'journey.config.json': '{ "rules": { "measured-wait": "off" } }',
  });
  expect((await journey(['check', '.', '-f', 'concise'], { cwd: off })).stdout).not.toContain('measured-wait');
});

it('says at its place what is wrong in it, and shows nothing of it', async () => {
  const broken = outageResults
    .replace('"fitness": 0.91', '"fitness": 91')
    .replace('"on": "2026-04-02"', '"on": "soon"');
  const folder = folderWith({ 'a.journey': outage, 'a.evidence.json': broken });
  const { stdout, code } = await journey(['check', 'a.journey', '-f', 'concise'], { cwd: folder });
  expect(code).toBe(2);
  expect(stdout).toMatch(/a\.evidence\.json:\d+:\d+:.*This must be a number from 0 to 1/);
  expect(stdout).toMatch(/a\.evidence\.json:\d+:\d+:.*This must be a text such as "2026-03-31"/);
  expect(stdout).not.toContain('measured-wait');
});

it('is read whatever is in it', () => {
  assert(
    property(string(), (text) => {
      expect(() => readResults(text, 'x')).not.toThrow();
    }),
  );
  assert(
    property(anything(), (value) => {
      const { results, problems } = readResults(JSON.stringify({ journeys: { A: value } }) ?? '', 'x');
      expect(results.size === 0 || problems.length === 0).toBe(true);
    }),
  );
});

it('keeps the measurements of other journeys', () => {
  const { results } = readResults(outageResults, 'x');
  const [first] = results.values();
  if (first === undefined) throw new Error('There is nothing in the example');
  const again = readResults(writeResults(results, 'Another', first), 'x');
  expect([...again.results.keys()]).toEqual(['Another', 'Outage']);
  expect(again.problems).toEqual([]);
});

it.each([
  [{ lowest: 1, highest: 5 }, 3, 0],
  [{ lowest: 0, highest: 10 }, 10, 2],
  [{ lowest: -2, highest: 1 }, -1, -1],
  [{ lowest: 3, highest: 7 }, 1, -2],
])('takes scores %j for a scale: a mean of %d feels like %d', (found, mean, feeling) => {
  expect(feelingOfScore(mean, found)).toBe(feeling);
});
