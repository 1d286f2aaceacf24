// Results of experiments: the statistics against published and other programs' values, and the command on logs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { fisherExact, needsExactTest, sampleRatioProbability } from '../../src/evidence/experiment/statistics.ts';
import type { ExperimentJson } from '../../src/formats/evidence/experiment-json.ts';
import { compareOutcomes, wilsonInterval } from '../../src/friction/experiment-statistics.ts';
import { folderWith, journey, type Run } from '../cli/journey.ts';
import { check, nat, property, record } from '../support/properties.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/experiment.schema.json', import.meta.url), 'utf8'),
) as object;

const of = (conversions: number, visitors: number): { readonly conversions: number; readonly visitors: number } => ({
  conversions,
  visitors,
});

describe('the statistics', () => {
  it('give Fisher’s exact test as scipy.stats.fisher_exact does', () => {
    // The first is Fisher's lady tasting tea (1935).
    expect(fisherExact(of(3, 4), of(1, 4))).toBeCloseTo(0.4857142857, 9);
    expect(fisherExact(of(2, 17), of(8, 15))).toBeCloseTo(0.0208851219, 9);
    expect(fisherExact(of(120, 4000), of(150, 4010))).toBeCloseTo(0.0724682535, 8);
  });

  it('give the χ² test of the split as scipy.stats.chisquare does', () => {
    // The first is the example of Kohavi, Tang and Xu: Trustworthy Online Controlled Experiments, 2020, chapter 21.
    expect(sampleRatioProbability([821_588, 815_482], [50, 50])).toBeCloseTo(1.8217928727e-6, 12);
    expect(sampleRatioProbability([510, 490], [1, 1])).toBeCloseTo(0.5270892569, 9);
    expect(sampleRatioProbability([300, 500, 200], [0.25, 0.5, 0.25])).toBeCloseTo(4.53999298e-5, 12);
  });

  it('give the intervals of Wilson and Newcombe as published', () => {
    // Newcombe: Two-sided confidence intervals for the single proportion. Statistics in Medicine, 1998, table I, method 3.
    for (const [conversions, visitors, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const interval = wilsonInterval(of(conversions, visitors), 0.05);
      expect(interval.low).toBeCloseTo(low, 4);
      expect(interval.high).toBeCloseTo(high, 4);
    }
    // Newcombe: Interval estimation for the difference between independent proportions. Statistics in Medicine, 1998, table II,
    // method 10. R's DescTools::BinomDiffCI(method = "score") gives the same.
    for (const [first, second, low, high] of [
      [of(56, 70), of(48, 80), 0.0524, 0.3339],
      [of(9, 10), of(3, 10), 0.1705, 0.809],
      [of(6, 7), of(2, 7), 0.0582, 0.8062],
      [of(5, 56), of(0, 29), -0.0381, 0.1926],
      [of(0, 10), of(0, 20), -0.1611, 0.2775],
      [of(0, 10), of(0, 10), -0.2775, 0.2775],
      [of(10, 10), of(0, 20), 0.6791, 1],
      [of(10, 10), of(0, 10), 0.6075, 1],
    ] as const) {
      const compared = compareOutcomes(second, first, 0.05);
      expect(compared?.low).toBeCloseTo(low, 4);
      expect(compared?.high).toBeCloseTo(high, 4);
    }
  });

  it('are probabilities, the same from both sides', () => {
    const any = record({ a: nat(40), b: nat(40), more: nat(40), other: nat(40) });
    check(
      property(any, ({ a, b, more, other }) => {
        const [first, second] = [of(a, a + more + 1), of(b, b + other + 1)];
        const p = fisherExact(first, second);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(fisherExact(second, first)).toBeCloseTo(p, 9);
        expect(needsExactTest(first, second)).toBe(needsExactTest(second, first));
      }),
    );
  });
});

const shop = `
metric Bought "Purchases" : ratio { at Shop.Buy.Paid }
metric Returned "Returns" : ratio { better down at Shop.Buy.Sent }
experiment ShowFee "Show the delivery fee first" on Shop.Buy.Cart {
  hypothesis "More go on because nothing surprises them"
  metric Bought
  guardrail Returned
  variants Now "as now", First "fee first"
  split 50%, 50%
  baseline 30%
  effect 5 pt
  runs 2 weeks
  status running
}
journey Shop "Shop" {
  stage Buy "Buy" {
    touchpoint Cart "Looks into the cart" on web by customer { event "cart" }
    touchpoint Paid "Pays" on web by customer { event "pay" }
    touchpoint Sent "Sends it back" on post by customer { event "return" }
  }
}
`;

/** Customers of each variant: how many, how many bought, and how many sent it back. */
function log(variants: Readonly<Record<string, readonly [number, number, number]>>, days = 14): string {
  const lines = ['case,activity,time,variant'];
  let id = 0;
  for (const [variant, [customers, bought, returned]] of Object.entries(variants)) {
    for (let index = 0; index < customers; index += 1) {
      id += 1;
      const day = String(1 + Math.floor((index / customers) * days)).padStart(2, '0');
      const row = (activity: string, hour: string): string =>
        `c${id},${activity},2026-03-${day}T${hour}:00:00Z,${variant}`;
      // Buying before coming to the experiment is none of its doing.
      lines.push(row('pay', '07'), row('cart', '08'));
      if (index < bought) lines.push(row('pay', '09'));
      if (index < returned) lines.push(row('return', '10'));
    }
  }
  return `${lines.join('\n')}\n`;
}

async function judged(text: string, ...args: readonly string[]): Promise<Run> {
  const folder = folderWith({ 'shop.journey': shop, 'log.csv': text });
  return journey(['experiment', join(folder, 'shop.journey'), '--log', join(folder, 'log.csv'), ...args]);
}

describe('an experiment', () => {
  it('is judged by its metric and its guardrail, and can be kept', async () => {
    const { stdout, code } = await judged(
      log({ now: [1500, 450, 60], First: [1490, 540, 61], now2: [9, 3, 0] }).replaceAll(',now\n', ',Now\n'),
    );
    expect(code).toBe(0);
    expect(stdout).toContain('Show the delivery fee first');
    expect(stdout).toContain('split as planned (sample ratio, χ² test: p = 0.85');
    expect(stdout).not.toMatch(/too early|weekdays/);
    expect(stdout).toContain('"now2" in the log is no variant of this experiment (9 customers, left out).');
    expect(stdout).toMatch(/fee first: better by \+6\.24 points; the difference is significant\./);
    expect(stdout).toMatch(
      /fee first\s+1,490\s+540 \(36\.2%\)\s+33\.84%–38\.71%\s+\+6\.24 points\s+\+2\.87 to \+9\.6\s+0\.0003/,
    );
    expect(stdout).toContain('Returns (guardrail)');
    expect(stdout).toMatch(/fee first: no significant difference; this may be chance/);
    expect(stdout).toContain('result Now 450 of 1500, First 540 of 1490');
  });

  it('is told to programs by a schema, and keeps the few to itself there, too', async () => {
    const { stdout, stderr, code } = await judged(
      log({ Now: [1500, 450, 60], First: [1490, 540, 3], now2: [9, 3, 0], now3: [2, 0, 0] }),
      '--format',
      'json',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const result = JSON.parse(stdout) as ExperimentJson;
    expect(new Ajv2020().validate(schema, result)).toBe(true);
    expect(result.trust).toMatchObject({ split: 'asPlanned', mixed: 0, unknown: [{ name: 'now2', customers: 9 }] });
    const [bought, returned] = result.metrics;
    expect(bought).toMatchObject({
      metric: 'Bought',
      role: 'metric',
      variants: [{ customers: 1500, reached: 450 }, {}],
    });
    expect(bought?.variants[1]?.comparison).toMatchObject({ test: 'z', verdict: 'better' });
    expect(returned).toMatchObject({ role: 'guardrail', variants: [{ reached: 60 }, { reached: '<5' }] });
    expect(returned?.variants[1]?.comparison).toBeUndefined();
    expect(stdout).not.toContain('now3');
  });

  it('is not to be trusted when customers were not split as planned', async () => {
    const { stdout } = await judged(log({ Now: [1500, 450, 60], First: [1300, 470, 50] }));
    expect(stdout).toMatch(/Do not trust these results: .* p = 0\.0002 \(sample ratio mismatch, χ² test\)/);
  });

  it('warns who looks too early', async () => {
    const { stdout } = await judged(log({ Now: [100, 30, 9], First: [100, 45, 9] }, 3));
    expect(stdout).toMatch(
      /It is too early: the plan needs 1,\d{3} customers in each variant, and the smallest has 100\./,
    );
    expect(stdout).toMatch(/planned for 14 days and the log covers 3: weekdays differ/);
  });

  it('leaves out who saw both, and tells of nobody', async () => {
    const both = log({ Now: [1200, 400, 3], First: [1200, 400, 9] }).replace(
      'c1,cart,2026-03-01T08:00:00Z,Now',
      'c1,cart,2026-03-01T08:00:00Z,First',
    );
    const { stdout } = await judged(both, '--locale', 'ja');
    expect(stdout).toContain('複数のバリアントを見たお客様<5人は除きました。');
    expect(stdout).toContain('個人が特定されるおそれがあるため表示しません');
    expect(stdout).not.toMatch(/c\d+/);
  });

  it('says what is missing', async () => {
    const nobody = await judged('case,activity,time\n1,cart,2026-01-01\n');
    expect(nobody).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('the variant (--variant-column)') as unknown,
    });
    const others = await judged(log({ A: [1500, 450, 60], B: [1490, 540, 61] }));
    expect(others).toEqual({
      code: 2,
      stdout: '',
      stderr: `journey: columns: case "case", event "activity", time "time", variant "variant"
journey: no customer of the log was shown one of the variants of the experiment (Now, First), by its id or title; is it another column (--variant-column)?
`,
    });
    const elsewhere = await judged('case,activity,time,variant\n1,pay,2026-01-01,Now\n');
    expect(elsewhere.stderr).toContain('no event of the log stands for the touchpoint of the experiment');
  });
});
