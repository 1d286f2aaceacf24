// Times, scores, groups and changes of channel in a log of which every number is known.
import { describe, expect, it } from 'vitest';
import type { Conformance } from '../../src/evidence/conformance.ts';
import { folderWith, journey } from '../cli/journey.ts';

const order = `
persona Ken "Ken" { expects reply within 1 h }
persona Mia "Mia" { expects reply within 1 day }
journey Order "Order" {
  for Ken, Mia
  stage Buy "Buy" {
    touchpoint Orders "Orders" on web by customer { event "order" tells next Answer within 2 h }
    touchpoint Answer "Gets an answer" on email by company {
      event "answer"
      waits 30 min max 3 h
      told "We answer within two hours"
    }
  }
  stage Use "Use" {
    touchpoint Calls "Calls" on phone by customer { event "call" -> Opens 50% -> Returns 50% }
    touchpoint Returns "Returns it" on phone by customer { event "return" end exit }
    touchpoint Opens "Opens it" on web by customer { event "open" end success }
  }
}
`;

function at(minutes: number): string {
  return new Date(Date.UTC(2026, 0, 5, 8, minutes)).toISOString();
}

/** Ten cases of each persona: Ken waits for 2 h 30 min, Mia for 20 min; six of Ken's call twice, and one of Mia's stops there. */
function log(): string {
  const rows = ['case,activity,time,persona,segment,score'];
  for (let index = 0; index < 20; index += 1) {
    const isKen = index < 10;
    const who = isKen ? 'Ken,post' : 'Mia,web';
    const wait = isKen ? 150 : 20;
    const row = (activity: string, minutes: number, score = ''): number =>
      rows.push(`c${index},${activity},${at(minutes)},${who},${score}`);
    row('order', 0, '5');
    row('answer', wait, isKen ? '1' : '4');
    row('call', wait + 60);
    if (index < 6) row('call', wait + 90);
    if (index === 19) continue;
    row(index < 15 ? 'open' : 'return', wait + 120);
  }
  return `${rows.join('\n')}\n`;
}

/** Nothing is hidden. */
const everything = ['--least-group', '1'];

async function run(...args: readonly string[]): Promise<string> {
  const folder = folderWith({ 'order.journey': order, 'log.csv': log() });
  const done = await journey(['conform', 'order.journey', '--log', 'log.csv', ...args], { cwd: folder });
  if (done.code !== 0) throw new Error(done.stderr);
  return done.stdout;
}

async function compared(...args: readonly string[]): Promise<Conformance> {
  return JSON.parse(await run('-f', 'json', ...args)) as Conformance;
}

function touchpointIn(result: Conformance, id: string): Conformance['touchpoints'][number] | undefined {
  return result.touchpoints.find(({ touchpoint }) => touchpoint.endsWith(`.${id}`));
}

it('holds waits against what is written, tolerated by each persona, and told', async () => {
  const answer = touchpointIn(await compared(...everything), 'Answer');
  expect(answer?.wait).toMatchObject({ times: 20, p90: 9000 });
  expect(answer?.limits).toEqual([
    { kind: 'longest', seconds: 10_800, times: 20, over: 0, median: 5100 },
    { kind: 'tolerated', persona: 'Ken', seconds: 3600, times: 10, over: 10, median: 9000 },
    { kind: 'tolerated', persona: 'Mia', seconds: 86_400, times: 10, over: 0, median: 1200 },
    { kind: 'told', toldAt: 'Order.Buy.Orders', seconds: 7200, times: 20, over: 10, median: 5100 },
  ]);
});

it('counts repeated contacts, changes of channel, stages and where customers leave', async () => {
  const result = await compared(...everything);
  expect(result).toMatchObject({ repeated: 6, switched: 20 });
  expect(touchpointIn(result, 'Calls')).toMatchObject({ cases: 20, visits: 26, repeated: 6, left: 1 });
  expect(result.switches).toEqual([
    { from: 'web', to: 'email', times: 20 },
    { from: 'email', to: 'phone', times: 20 },
    { from: 'phone', to: 'web', times: 15 },
  ]);
  expect(result.stages).toEqual([
    { stage: 'Order.Buy', reached: 20, passed: 20, left: 0 },
    { stage: 'Order.Use', reached: 20, passed: 15, left: 5 },
  ]);
  const ways = result.branches.find(({ from }) => from.endsWith('Calls'))?.ways;
  expect(ways?.map(({ to, written, passages }) => [to?.split('.').at(-1), written, passages])).toEqual([
    ['Opens', 0.5, 15],
    ['Returns', 0.5, 4],
  ]);
});

it('compares segments and months', async () => {
  const result = await compared(...everything);
  expect(result.segments).toEqual([
    expect.objectContaining({ name: 'post', cases: 10, finished: 10, repeated: 6, switched: 10, conforming: 4 }),
    expect.objectContaining({ name: 'web', cases: 10, finished: 5, repeated: 0, conforming: 9 }),
  ]);
  expect(result.periods).toEqual([expect.objectContaining({ name: '2026-01', cases: 20 })]);
});

it('reads what customers said', async () => {
  const result = await compared(...everything);
  expect(result.profile.scores).toEqual({ lowest: 1, highest: 5 });
  expect(touchpointIn(result, 'Answer')?.score).toEqual({ answers: 20, mean: 2.5 });
  expect(touchpointIn(result, 'Calls')?.score).toBeUndefined();
});

it('hides the few, and what would give them away', async () => {
  const hidden = await compared();
  expect(touchpointIn(hidden, 'Calls')?.left).toBe('<5');
  const ways = hidden.branches.find(({ from }) => from.endsWith('Calls'))?.ways;
  expect(ways?.map(({ passages }) => passages)).toEqual(['>14', '<5']);
  expect(hidden.conforming).toBe(13);
});

describe('the report', () => {
  it('begins with what its readers do not know', async () => {
    const stdout = await run();
    const top = stdout.split('\n\n')[1] ?? '';
    expect(top).toContain('"Ken" would tolerate 1 hour for "Gets an answer"; in 10 (100%) it took longer.');
    expect(top).toContain('Customers are told 2 hours for "Gets an answer"; in 10 (50%) it took longer.');
    expect(top).toContain('Of the segment "web" 50% reached the goal, of "post" 100%.');
    expect(stdout).toContain('is told "We answer within two hours"; measured are 1 hour 25 minutes (median)');
  });

  it('says the same in Japanese', async () => {
    const stdout = await run('--locale', 'ja', '-f', 'markdown');
    expect(stdout).toContain(
      '「Gets an answer」で「Ken」が許容できるのは1時間までですが、10件(100%)でそれを超えました。',
    );
    expect(stdout).not.toMatch(/undefined|NaN/);
  });
});
