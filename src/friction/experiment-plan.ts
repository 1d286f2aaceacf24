import type { Experiment } from '../model/entities.ts';
import { shareOf } from './amounts.ts';
import type { TestPlan } from './experiment-statistics.ts';

/** α of each comparison of an experiment: the written one, else 5 %, shared among the comparisons (Bonferroni). */
export function alphaOf({ alpha, variants }: Pick<Experiment, 'alpha' | 'variants'>): number {
  return (shareOf(alpha) ?? 0.05) / Math.max(1, variants.length - 1);
}

/** What an experiment is planned with; undefined when it does not say from which rate and for which effect. */
export function planOf(experiment: Experiment): TestPlan | undefined {
  const { baseline, effect, power } = experiment;
  const from = shareOf(baseline);
  if (from === undefined || effect?.kind !== 'percentage') return undefined;
  const expected = effect.points ? from + effect.ratio : from * (1 + effect.ratio);
  return { baseline: from, expected, alpha: alphaOf(experiment), power: shareOf(power) ?? 0.8 };
}
