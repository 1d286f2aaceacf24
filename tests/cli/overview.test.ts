import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, journey } from './journey.ts';

const files = {
  'people.journey':
    'persona Ken "健" en "Ken"\npersona Eve "Eve"\nteam Desk "=cmd()"\ngoal Fewer "Fewer calls" {\n  for Ken\n}\ngoal Faster "Faster"\n',
  'a.journey': `import "people.journey"
journey A "Book" {
  kind toBe
  for Ken
  goal Faster
  stage S "Find" {
    conversion 12%
    touchpoint T "Calls" on phone {
      waits 90 min
      cost 16080 JPY
      effort 4
      feels angry
      barrier Slow "Nobody answers"
      opportunity "Call back" owner Desk status planned solves Slow
    }
  }
  stage U "Use" {
    conversion 60%
    touchpoint V "Enters" on app {
      cost 12.5 EUR
      feels happy
    }
  }
}
action Later "Line up | later" {
  solves A.S.T.Slow
  supports Faster
  owner Desk
  due 2026-12-01
  impact 5
  effort 2
  cost 480万円
  ticket "J-12"
}
action Soon "Now" {
  due 2026-10-01
  status running
}
`,
};

test('the action plan, earliest first, safe in a spreadsheet', async () => {
  const cwd = folderWith(files);
  const json = await journey(['actions', '-f', 'json'], { cwd });
  expect(json).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(json.stdout)).toEqual([
    { status: 'running', due: '2026-10-01', action: 'Now', source: 'a.journey:35' },
    {
      due: '2026-12-01',
      action: 'Line up | later',
      owner: '=cmd()',
      solves: 'Nobody answers',
      supports: 'Faster',
      impact: 5,
      effort: 2,
      cost: { amount: 4_800_000, currency: 'JPY' },
      ticket: 'J-12',
      source: 'a.journey:25',
    },
    {
      status: 'planned',
      action: 'Call back',
      owner: '=cmd()',
      solves: 'Nobody answers',
      at: 'Calls',
      kind: 'opportunity',
      source: 'a.journey:14',
    },
  ]);
  await journey(['actions', '-f', 'csv', '-o', 'plan.csv', '--locale', 'ja'], { cwd });
  const csv = readFileSync(join(cwd, 'plan.csv'), 'utf8');
  expect(csv).toMatch(/^\uFEFF状況,期限,施策,担当,/);
  expect(csv).toContain(",'=cmd(),");
  expect((await journey(['actions', '-f', 'markdown'], { cwd })).stdout).toContain('| Line up &#124; later |');
  expect((await journey(['actions'], { cwd })).stdout.split('\n')[1]).toMatch(/^running {2,}2026-10-01 {2}Now/);
});

test('every journey in figures', async () => {
  const cwd = folderWith(files);
  const { code, stdout } = await journey(['stats', '-f', 'json'], { cwd });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([
    {
      journey: 'Book',
      kind: 'To-be',
      personas: 1,
      stages: 2,
      touchpoints: 2,
      waitSeconds: 5400,
      emotionMean: 0,
      emotionLowest: -2,
      effort: 4,
      cost: [
        { amount: 16_080, currency: 'JPY' },
        { amount: 12.5, currency: 'EUR' },
      ],
      bottleneck: 'Find 12%',
      evidence: 0,
      source: 'a.journey',
    },
  ]);
});

test('sums of money as readers write them, and as a journey does in a spreadsheet', async () => {
  const cwd = folderWith(files);
  const told = async (command: string, locale: string, format: string): Promise<string> =>
    (await journey([command, '-f', format, '--locale', locale], { cwd })).stdout;
  expect(await told('stats', 'en', 'markdown')).toContain('16,080 JPY<br>12.50 EUR');
  expect(await told('stats', 'ja', 'markdown')).toContain('16,080円<br>12.50 EUR');
  expect(await told('stats', 'ja', 'csv')).toContain('"16080 JPY\n12.5 EUR"');
  expect(await told('actions', 'en', 'markdown')).toContain(' 4,800,000 JPY ');
  expect(await told('actions', 'ja', 'markdown')).toContain(' 4,800,000円 ');
  expect(await told('actions', 'ja', 'csv')).toContain(',4800000 JPY,');
});

test('which goal has a journey for whom', async () => {
  const cwd = folderWith(files);
  const english = await journey(['matrix', '-f', 'json'], { cwd });
  expect(JSON.parse(english.stdout)).toEqual([
    { goal: 'Fewer calls', Ken: '– no journey', Eve: '' },
    { goal: 'Faster', Ken: 'Book', Eve: '– no journey' },
  ]);
  const japanese = await journey(['matrix', '--locale', 'ja'], { cwd });
  expect(japanese.stdout.split('\n')[0]).toMatch(/^ビジネス目標 +健 +Eve$/);
});

test('an input that is not there does not keep the rest away', async () => {
  const cwd = folderWith(files);
  const run = await journey(['stats', 'a.journey', 'gone.journey'], { cwd });
  expect(run.code).toBe(2);
  expect(run.stdout).toContain('Book');
  expect(run.stderr).toContain('gone.journey: no such file or folder');
});

test.each(['stats', 'matrix', 'actions', 'index'])(
  'journey %s says what is wrong in a configuration, and does the rest',
  async (command) => {
    const cwd = folderWith({ ...files, 'journey.config.json': '{ "rules": { "asks-agian": "off" } }' });
    const run = await journey([command], { cwd });
    expect(run.code).toBe(2);
    expect(run.stdout).not.toBe('');
    expect(run.stderr).toContain('journey.config.json:1:');
    expect(run.stderr).toContain('"asks-again"');
  },
);

test('a goal of another product is no gap of a persona', async () => {
  const cwd = folderWith({
    'a.journey': 'persona Ken "Ken"\ngoal Faster "Faster"\n',
    'b.journey': 'persona Eve "Eve"\ngoal Cheaper "Cheaper"\n',
  });
  const { stdout } = await journey(['matrix', '-f', 'json'], { cwd });
  expect(JSON.parse(stdout)).toEqual([
    { goal: 'Faster', Ken: '– no journey', Eve: '' },
    { goal: 'Cheaper', Ken: '', Eve: '– no journey' },
  ]);
});

test('what a competitor does covers no goal of ours, and nobody has to solve it', async () => {
  const people = 'persona Ken "Ken"\ngoal Faster "Faster"\nteam Sales "Sales"\n';
  const cwd = folderWith({ 'a.journey': `${people}${journeyOf('Ours', 'asIs')}${journeyOf('Theirs', 'competitor')}` });
  const { stdout } = await journey(['matrix', '-f', 'json'], { cwd });
  expect(JSON.parse(stdout)).toEqual([{ goal: 'Faster', Ken: 'Ours' }]);
  const open = await journey(['check', '-f', 'concise'], { cwd });
  expect(open.stdout.match(/unsolved-barrier/g)).toHaveLength(1);
  const table = await journey(['stats', '-f', 'csv', '--locale', 'ja'], { cwd });
  expect(table.stdout).toContain('Theirs,競合他社');
});

function journeyOf(id: string, kind: string): string {
  return `journey ${id} "${id}" {\n  kind ${kind}\n  for Ken\n  goal Faster\n  stage S "Buy" : purchase {\n    touchpoint A "Orders" on web by customer { barrier Form "Long form" severity high }\n  }\n}\n`;
}
