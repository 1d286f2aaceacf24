// Drafts of journeys, from logs whose journey is known and from a real one.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conformance } from '../../src/evidence/conformance.ts';
import { customerTypes } from '../../src/evidence/discovery/customer-types.ts';
import { kMedoids } from '../../src/evidence/discovery/k-medoids.ts';
import { eventTitles } from '../../src/formats/evidence/event-titles.ts';
import { wholePercents } from '../../src/formats/evidence/whole-percents.ts';
import { type JourneyAnalysis, analysisOf } from '../../src/model/analysis.ts';
import { ownJourneys } from '../../src/model/model.ts';
import { folderWith, journey } from '../cli/journey.ts';
import { fileOf } from '../support/documents.ts';
import { array, check, constant, integer, property, record, uniqueArray } from '../support/properties.ts';
import { shop } from './journeys.ts';

const receipt = join(
  dirname(createRequire(import.meta.url).resolve('pm4js/package.json')),
  'examples',
  'input_data',
  'receipt.csv',
);

describe('a draft from the log of a known journey', () => {
  let folder: string;
  let draft: string;
  let said: string;
  let analysis: JourneyAnalysis;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'journey draft '));
    writeFileSync(join(folder, 'shop.journey'), shop);
    await journey(['simulate', 'shop.journey', '-n', '1000', '-o', 'log.csv'], { cwd: folder });
    const run = await journey(['discover', '--log', 'log.csv', '--variants', '50', '-o', 'draft.journey'], {
      cwd: folder,
    });
    said = run.stderr;
    draft = readFileSync(join(folder, 'draft.journey'), 'utf8');
    const { model } = await fileOf(draft);
    const [own] = ownJourneys(model);
    if (own === undefined) throw new Error('There is no journey');
    analysis = analysisOf(model, own);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has its touchpoints, ways, shares, channels and waits', () => {
    const { graph } = analysis.whole;
    const ways = graph.edges.map(({ from, to, kind, share }) => {
      const how = kind === 'failure' ? ' after a failure' : '';
      return `${eventOf(from.key)} → ${eventOf(to.key)}${how} ${share === undefined ? '' : Math.round(share * 10)}`;
    });
    expect(new Set(ways.map((each) => each.trim()))).toEqual(
      new Set([
        'search → compare',
        'search → call',
        'compare → reviews',
        'reviews → cart 6',
        'reviews → bot 4',
        'bot → cart',
        'cart → pay',
        'cart → bot after a failure 1',
        'call → visit',
        'visit → try',
        'try → pay',
        'pay → deliver 9',
      ]),
    );
    expect(graph.ends.map(({ from }) => eventOf(from.key))).toEqual(['pay', 'deliver']);
    expect(draft).toMatch(/touchpoint Call "Call" on phone for Customers2 \{/);
    const deliver = graph.nodes.find(({ key }) => eventOf(key) === 'deliver')?.touchpoint;
    expect((deliver?.wait?.typical.seconds ?? 0) / 172_800).toBeCloseTo(1, 1);
  });

  it('has its personas, with the silhouettes that they were chosen by', () => {
    expect(analysis.journey.personas.map(({ key }) => key)).toHaveLength(2);
    expect(draft).toMatch(/persona Customers1 "With “Compare”" \{\n {2}share 7\d%/);
    expect(draft).toMatch(/persona Customers2 "With “Call”" \{\n {2}share [23]\d%/);
    expect(said).toMatch(
      /Silhouette by number of personas: 2: 0\.\d\d, 3: .*Drafted with 2, which are clearly apart\./,
    );
  });

  it('says where its numbers come from', () => {
    expect(draft).toMatch(
      /^ {2}evidence log 1000 on 2026-01-\d\d "log\.csv, 2026-01-05 to 2026-01-\d\d; \d of \d+ ways"$/m,
    );
    expect(draft).toMatch(/^ {6}evidence log \d+ on 2026-01-\d\d "log\.csv"$/m);
    // No case is named.
    expect(draft).not.toContain('case-');
  });

  it('is free of errors, laid out, and what the log says', async () => {
    const checked = await journey(['check', 'draft.journey', '--fail-on', 'error'], { cwd: folder });
    expect(checked.code).toBe(0);
    expect(await journey(['fmt', '--check', 'draft.journey'], { cwd: folder })).toMatchObject({ code: 0 });
    const { stdout } = await journey(['conform', 'draft.journey', '--log', 'log.csv', '-f', 'json'], { cwd: folder });
    const { fitness } = JSON.parse(stdout) as Conformance;
    expect(fitness).toBeGreaterThan(0.99);
  });

  it('makes customers again that the journey knows', async () => {
    await journey(['simulate', 'draft.journey', '-n', '300', '-o', 'again.csv'], { cwd: folder });
    const { stdout } = await journey(['conform', 'shop.journey', '--log', 'again.csv', '-f', 'json'], { cwd: folder });
    expect(JSON.parse(stdout)).toMatchObject({ cases: 300, fitness: 1, conforming: 300 });
  });

  it('is the same every time, and does not overwrite a file', async () => {
    const again = await journey(['discover', '--log', 'log.csv', '--variants', '50'], { cwd: folder });
    expect(again.stdout).toBe(draft);
    const onto = await journey(['discover', '--log', 'log.csv', '-o', 'draft.journey'], { cwd: folder });
    expect(onto).toMatchObject({ code: 2, stderr: expect.stringContaining('draft.journey exists already') as unknown });
  });

  function eventOf(key: string): string {
    const touchpoint = analysis.journey.stages.flatMap((stage) => stage.touchpoints).find((each) => each.key === key);
    return touchpoint?.events[0]?.text ?? '';
  }
});

describe('a draft from the log of a municipality', () => {
  it('shows the main ways of 116, who is responsible, and customers who go in another order', async () => {
    const folder = folderWith();
    const { stdout, stderr } = await journey(['discover', '--log', receipt, '-o', 'draft.journey'], { cwd: folder });
    expect(stdout).toBe('');
    const draft = readFileSync(join(folder, 'draft.journey'), 'utf8');
    expect(stderr).toContain('1,434 cases went 116 ways; the draft is made of 6 of them (82.4% of the cases)');
    expect(stderr).toMatch(/held against the whole log: fitness 0\.9\d\d/);
    // Names lose the numbers of their tasks, events keep them; a team that nobody knows is none.
    expect(draft).toContain('touchpoint CheckConfirmationOfReceipt "Check confirmation of receipt" on Internet');
    expect(draft).toContain('event "T02 Check confirmation of receipt"');
    expect(draft).toContain('owner Group4');
    expect(draft).not.toContain('EMPTY');
    expect(draft).toContain('“Confirmation of receipt”, then “Determine necessity of stop advice”');
    expect(draft).toContain('assumption "That these are different customers');
    const { code } = await journey(['check', '--fail-on', 'error', 'draft.journey'], { cwd: folder });
    expect(code).toBe(0);
  });

  it('has as many personas and stages as are asked for, named by a column, in Japanese', async () => {
    const { stdout } = await journey([
      'discover',
      '--log',
      receipt,
      '--personas=1',
      '--variants=3',
      '--stage-column=org:group',
      '--title=許可の申請',
      '--locale=ja',
    ]);
    expect(stdout).not.toContain('persona ');
    expect(stdout).toContain('// receipt.csv から作った下書きです。116通りのうち主な3通り');
    expect(stdout).toContain('journey 許可の申請 "許可の申請" {');
    expect(stdout).toMatch(/stage Group\d "Group \d"/);
  });

  it('says what it cannot do as it is asked', async () => {
    const args = ['discover', '--log', receipt, '--variants=3'];
    const stages = await journey([...args, '--stages=2', '--stage-column=org:group']);
    expect(stages).toMatchObject({ code: 2, stdout: '' });
    expect(stages.stderr).toContain('--stages means nothing for this log, which names its stages itself');
    const personas = await journey([...args, '--personas=20', '--least-group=200']);
    expect(personas.code).toBe(0);
    expect(personas.stderr).toContain(
      '--personas 20: the ways of these customers do not fall into so many groups of 200',
    );
  });
});

it('has one beginning, also where customers begin in several places', async () => {
  const rows = ['a,x,y', 'b,y', 'c,z'].flatMap((line) => {
    const [id = '', ...steps] = line.split(',');
    return Array.from({ length: 9 }, (_, index) =>
      steps.map((step, minute) => `${id}${index},${step},2026-01-0${index + 1}T08:0${minute}:00Z`),
    ).flat();
  });
  const folder = folderWith({ 'log.csv': ['case,activity,time', ...rows].join('\n') });
  const { stdout } = await journey(['discover', '--log', 'log.csv', '--personas', '1', '-o', 'd.journey'], {
    cwd: folder,
  });
  expect(stdout).toBe('');
  expect(readFileSync(join(folder, 'd.journey'), 'utf8')).toMatch(
    /touchpoint Begins "Begins" \{\n {6}assumption "What comes before[^"]*"\n {6}-> Y 34%\n {6}-> X 33%\n {6}-> Z 33%/,
  );
  const compared = await journey(['conform', 'd.journey', '--log', 'log.csv', '-f', 'json'], { cwd: folder });
  expect(JSON.parse(compared.stdout)).toMatchObject({ fitness: 1, conforming: 27 });
});

it('tells nobody’s own way', async () => {
  const folder = folderWith({ 'log.csv': 'case,activity,time\n1,a,2026-01-01\n2,b,2026-01-01\n' });
  const { code, stderr } = await journey(['discover', '--log', 'log.csv'], { cwd: folder });
  expect(code).toBe(2);
  expect(stderr).toContain('no way was gone by 5 customers or more');
});

it('writes whatever a log says as texts', async () => {
  const evil = '"}\n\u001B[31m // journey X {';
  const folder = folderWith({
    'log.jsonl': [1, 2, 3, 4, 5]
      .map((id) => `${JSON.stringify({ case: id, activity: evil, time: '2026-01-01', team: evil, channel: evil })}\n`)
      .join(''),
  });
  await journey(['discover', '--log', 'log.jsonl', '-o', 'd.journey'], { cwd: folder });
  const draft = readFileSync(join(folder, 'd.journey'), 'utf8');
  const { model } = await fileOf(draft);
  expect(ownJourneys(model)).toHaveLength(1);
  expect(draft).not.toContain('\u001B');
  expect(await journey(['check', '--fail-on', 'error', 'd.journey'], { cwd: folder })).toMatchObject({ code: 0 });
});

describe('groups', () => {
  it('are those of Kaufman and Rousseeuw’s method on points of a line', () => {
    const points = [1, 2, 3, 10, 11, 12, 30];
    const far = points.map((a) => points.map((b) => Math.abs(a - b) / 30));
    const { medoids, groupOf, silhouette } = kMedoids(
      far,
      points.map(() => 1),
      3,
    );
    expect(medoids).toEqual([1, 4, 6]);
    expect(groupOf).toEqual([0, 0, 0, 1, 1, 1, 2]);
    // By hand: (b − a) / b for each point, and 0 for the one that is alone.
    const expected = [8.5 / 10, 8 / 9, 6.5 / 8, 6.5 / 8, 8 / 9, 8.5 / 10, 0];
    expect(silhouette).toBeCloseTo(expected.reduce((sum, each) => sum + each, 0) / 7, 12);
  });

  it('do not depend on whether items are repeated or weigh more', () => {
    check(
      property(uniqueArray(integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 8 }), (points) => {
        const items = [...points, ...points];
        const twice = kMedoids(
          matrix(items),
          items.map(() => 1),
          2,
        );
        const heavy = kMedoids(
          matrix(points),
          points.map(() => 2),
          2,
        );
        const cost = ({ medoids }: typeof heavy, all: readonly number[]): number =>
          all.reduce((sum, a) => sum + Math.min(...medoids.map((medoid) => Math.abs(a - (all[medoid] ?? 0)))), 0);
        expect(cost(twice, items)).toBeCloseTo(2 * cost(heavy, points), 9);
      }),
    );
  });

  it('are not seen where all customers are alike', () => {
    expect(customerTypes([way(80, 0, 1, 2, 3), way(20, 0, 1, 3)], { leastGroup: 5 }).types).toHaveLength(1);
    const apart = [way(50, 0, 1, 2, 3), way(20, 0, 1, 2, 2, 3), way(40, 7, 8, 9), way(10, 7, 8, 8, 9)];
    const { types } = customerTypes(apart, { leastGroup: 5 });
    expect(types.map(({ ways, cases }) => [ways, cases])).toEqual([
      [[0, 1], 70],
      [[2, 3], 50],
    ]);
  });
});

it('rounds shares so that they still add up and none is lost', () => {
  check(
    property(
      record({ parts: array(integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 9 }), _: constant(0) }),
      ({ parts }) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        const percents = wholePercents(parts.map((part) => part / whole));
        expect(percents.reduce((sum, percent) => sum + percent, 0)).toBeCloseTo(100, 9);
        expect(percents.every((percent) => percent > 0)).toBe(true);
      },
    ),
  );
});

it('reads names of events as people would say them', () => {
  expect(
    eventTitles([
      'order_placed',
      'OrderPaid',
      'T02 Check receipt',
      '予約完了',
      'CRM',
      'api/getUser',
      'T1 Pay',
      'T2 Pay',
    ]),
  ).toEqual(['Order placed', 'Order paid', 'Check receipt', '予約完了', 'CRM', 'Api get user', 'T1 Pay', 'T2 Pay']);
});

/** How far points of a line are from each other, 0…1. */
function matrix(points: readonly number[]): number[][] {
  return points.map((a) => points.map((b) => Math.abs(a - b) / 60));
}

function way(cases: number, ...codes: readonly number[]): Parameters<typeof customerTypes>[0][number] {
  return { steps: codes.map((code) => ({ code, failed: false })), cases, channels: new Map() };
}
