import { shareOf } from '../../friction/amounts.ts';
import { alphaOf, planOf } from '../../friction/experiment-plan.ts';
import {
  compareOutcomes,
  type Comparison,
  type Outcome,
  sampleSize,
  wilsonInterval,
} from '../../friction/experiment-statistics.ts';
import type { Experiment } from '../../model/entities.ts';
import { fisherExact, needsExactTest, sampleRatioProbability } from './statistics.ts';

/** What a log says of one variant: cases that came to the experiment, and those for whom the metric was met after that. */
interface LoggedVariant extends Outcome {
  /** As the log calls it. */
  readonly name: string;
}

/** What a log says of an experiment. */
export interface LoggedTrial {
  readonly variants: readonly LoggedVariant[];
  /** Cases that were shown several variants. */
  readonly mixed: number;
  /** How many days lie between the first case that came to it and the last, both included. */
  readonly days: number;
}

/** An experiment as a log shows it. */
export interface ExperimentResults {
  /** In the order in which they are written; the first is what the others are compared with. */
  readonly variants: readonly VariantResult[];
  /** Names in the log that are no variant of the experiment, with their cases. */
  readonly unknown: readonly LoggedVariant[];
  /** Cases that were shown several variants; they count for none. */
  readonly mixed: number;
  /** Of the planned split; see `sampleRatioProbability`. */
  readonly sampleRatio: number;
  readonly hasMismatch: boolean;
  /** What the plan needs in each variant, and the least that one has; missing where the plan does not say. */
  readonly size?: { readonly needed: number; readonly least: number };
  /** The days that were planned and those that the log covers, where fewer. */
  readonly early?: { readonly planned: number; readonly days: number };
  /** 0…1, shared among the comparisons (Bonferroni). */
  readonly alpha: number;
}

export interface VariantResult extends Outcome {
  /** Key of the variant. */
  readonly variant: string;
  /** Wilson's interval of the rate, with the confidence 1 − α; missing where nobody came. */
  readonly interval?: { readonly low: number; readonly high: number };
  /** Against the first variant. */
  readonly comparison?: Comparison & { readonly test: 'z' | 'fisher'; readonly isSignificant: boolean };
}

/** Below this the split is taken for broken; stricter than α, because many tests are looked at (Fabijan et al. 2019). */
const MISMATCH = 0.01;
const DAY = 86_400;

/** Judges what a log says of an experiment. */
export function experimentResults(
  experiment: Experiment,
  { variants: logged, mixed, days }: LoggedTrial,
): ExperimentResults {
  const { variants, split, runs } = experiment;
  const alpha = alphaOf(experiment);
  const found = variants.map((variant) => {
    const names = new Set(
      [variant.id, variant.label, variant.labelEn, variant.labelJa].flatMap((name) => name?.toLowerCase() ?? []),
    );
    const own = logged.filter(({ name }) => names.has(name.toLowerCase()));
    return {
      variant: variant.key,
      own,
      conversions: own.reduce((sum, { conversions }) => sum + conversions, 0),
      visitors: own.reduce((sum, { visitors }) => sum + visitors, 0),
    };
  });
  const [control] = found;
  const parts = variants.map((_, index) => shareOf(split[index]) ?? 1);
  const sampleRatio = sampleRatioProbability(
    found.map(({ visitors }) => visitors),
    parts,
  );
  const plan = planOf(experiment);
  const needed = plan === undefined ? undefined : sampleSize(plan);
  const planned = runs === undefined ? 0 : runs.seconds / DAY;
  return {
    variants: found.map(({ variant, conversions, visitors }, index) =>
      variantResult(variant, { conversions, visitors }, index === 0 ? undefined : control, alpha),
    ),
    unknown: logged.filter((each) => !found.some(({ own }) => own.includes(each))),
    mixed,
    sampleRatio,
    hasMismatch: sampleRatio < MISMATCH,
    ...(needed !== undefined && { size: { needed, least: Math.min(...found.map(({ visitors }) => visitors)) } }),
    ...(days < planned && { early: { planned, days } }),
    alpha,
  };
}

function variantResult(variant: string, outcome: Outcome, control: Outcome | undefined, alpha: number): VariantResult {
  const compared = control === undefined ? undefined : compareOutcomes(control, outcome, alpha);
  const isExact = control !== undefined && compared !== undefined && needsExactTest(control, outcome);
  const pValue = isExact ? fisherExact(control, outcome) : (compared?.pValue ?? 1);
  return {
    variant,
    ...outcome,
    ...(outcome.visitors > 0 && { interval: wilsonInterval(outcome, alpha) }),
    ...(compared !== undefined && {
      comparison: { ...compared, pValue, test: isExact ? 'fisher' : 'z', isSignificant: pValue < alpha },
    }),
  };
}
