import type { ExperimentResults, VariantResult } from '../../evidence/experiment/results.ts';
import type { Shape } from '../../evidence/json-shape.ts';
import { Privacy } from '../../evidence/privacy.ts';
import type { Experiment } from '../../model/entities.ts';
import type { Count } from '../../model/measured/count.ts';
import type { MeasuredMetric } from './experiment-content.ts';
import { hasHidden, isHidden, type Verdict, verdictOf } from './experiment-shown.ts';

/** What a log says of an experiment, for programs. Its schema is `EXPERIMENT_SHAPE`. */
export interface ExperimentJson {
  readonly experiment: string;
  readonly leastGroup: number;
  readonly trust: TrustJson;
  readonly metrics: readonly MetricJson[];
}

interface TrustJson {
  readonly split: 'asPlanned' | 'mismatch';
  readonly sampleRatio: number;
  readonly mixed: Count;
  readonly unknown: readonly { readonly name: string; readonly customers: number }[];
  readonly size?: { readonly needed: number; readonly least: Count };
  readonly early?: { readonly planned: number; readonly days: number };
}

interface MetricJson {
  readonly metric?: string;
  readonly role: 'metric' | 'guardrail' | 'aim';
  readonly alpha: number;
  readonly variants: readonly VariantJson[];
}

interface VariantJson {
  readonly variant: string;
  readonly customers: Count;
  readonly reached: Count;
  readonly interval?: { readonly low: number; readonly high: number };
  readonly comparison?: {
    readonly difference: number;
    readonly low: number;
    readonly high: number;
    readonly p: number;
    readonly test: 'z' | 'fisher';
    readonly verdict: Verdict;
  };
}

/** The same as `experimentContent` says, as data; small groups are kept to themselves in the same way. */
export function experimentJson(
  { key }: Experiment,
  measured: readonly MeasuredMetric[],
  leastGroup: number,
): ExperimentJson | undefined {
  const privacy = new Privacy(leastGroup);
  const [first] = measured;
  if (first === undefined) return undefined;
  return {
    experiment: key,
    leastGroup,
    trust: trustOf(first.results, privacy),
    metrics: measured.map((each) => metricOf(each, privacy)),
  };
}

function trustOf(
  { hasMismatch, sampleRatio, mixed, unknown, size, early }: ExperimentResults,
  privacy: Privacy,
): TrustJson {
  return {
    split: hasMismatch ? 'mismatch' : 'asPlanned',
    sampleRatio,
    mixed: privacy.alone(mixed),
    unknown: unknown
      .filter(({ visitors }) => !privacy.isFew(visitors))
      .map(({ name, visitors }) => ({ name, customers: visitors })),
    ...(size !== undefined && { size: { needed: size.needed, least: privacy.alone(size.least) } }),
    ...(early !== undefined && { early }),
  };
}

function metricOf({ metric, isGuardrail, results }: MeasuredMetric, privacy: Privacy): MetricJson {
  const { alpha, variants } = results;
  const role = isGuardrail ? 'guardrail' : 'metric';
  return {
    ...(metric !== undefined && { metric: metric.key }),
    role: metric === undefined ? 'aim' : role,
    alpha,
    variants: variants.map((each) => variantOf(each, variants, metric, privacy)),
  };
}

function variantOf(
  each: VariantResult,
  all: readonly VariantResult[],
  metric: MeasuredMetric['metric'],
  privacy: Privacy,
): VariantJson {
  const { variant, visitors, conversions, interval, comparison } = each;
  const counts = { variant, customers: privacy.alone(visitors), reached: privacy.of(conversions, visitors) };
  if (isHidden(each, privacy)) return counts;
  return {
    ...counts,
    ...(interval !== undefined && { interval: { low: interval.low, high: interval.high } }),
    ...(comparison !== undefined &&
      !hasHidden(each, all, privacy) && {
        comparison: {
          difference: comparison.difference,
          low: comparison.low,
          high: comparison.high,
          p: comparison.pValue,
          test: comparison.test,
          verdict: verdictOf(comparison, metric),
        },
      }),
  };
}

const share = (about: string): Shape => ({ is: 'number', about, least: 0, most: 1 });
const difference = (about: string): Shape => ({ is: 'number', about, least: -1, most: 1 });
const number = (about: string): Shape => ({ is: 'number', about, least: 0 });

const variant: Shape = {
  is: 'object',
  fields: {
    variant: { is: 'text', about: 'Key of the variant.' },
    customers: { is: 'count', about: 'Cases that were shown it.' },
    reached: { is: 'count', about: 'Those of them who reached the aim after that.' },
    interval: {
      is: 'object',
      about: 'Of the share that reached it, after Wilson, with the confidence 1 − alpha. Missing where few are hidden.',
      fields: { low: share('Lower limit.'), high: share('Upper limit.') },
    },
    comparison: {
      is: 'object',
      about: 'Against the first variant. Missing for the first, and where it would tell what is hidden.',
      fields: {
        difference: difference('Of the shares.'),
        low: difference('Lower limit of the difference, after Newcombe 1998.'),
        high: difference('Upper limit of the difference.'),
        p: share('Two-sided.'),
        test: { is: 'text', about: 'Pooled z test, or Fisher’s exact test.', words: ['z', 'fisher'] },
        verdict: { is: 'text', about: 'unclear: it may be chance.', words: ['better', 'worse', 'unclear'] },
      },
    },
  },
  optional: ['interval', 'comparison'],
};

export const EXPERIMENT_SHAPE: Shape = {
  is: 'object',
  about: 'What an event log says of an experiment: journey experiment --format json.',
  fields: {
    experiment: { is: 'text', about: 'Key of the experiment.' },
    leastGroup: number('Groups of fewer cases are told as bounds.'),
    trust: {
      is: 'object',
      about: 'Whether the results can be trusted.',
      fields: {
        split: { is: 'text', about: 'Of the customers on the variants.', words: ['asPlanned', 'mismatch'] },
        sampleRatio: share('How probable so uneven a split is by chance (χ² test).'),
        mixed: { is: 'count', about: 'Cases that were shown several variants; they count for none.' },
        unknown: {
          is: 'list',
          about: 'What the log names that is no variant of the experiment.',
          of: {
            is: 'object',
            fields: { name: { is: 'text', about: 'As the log calls it.' }, customers: number('Its cases.') },
          },
        },
        size: {
          is: 'object',
          about: 'Customers in each variant. Missing where the plan does not say.',
          fields: {
            needed: number('By the plan.'),
            least: { is: 'count', about: 'In the smallest variant.' },
          },
        },
        early: {
          is: 'object',
          about: 'Missing where it ran as long as was planned.',
          fields: { planned: number('Days.'), days: number('Days that the log covers.') },
        },
      },
      optional: ['size', 'early'],
    },
    metrics: {
      is: 'list',
      of: {
        is: 'object',
        fields: {
          metric: { is: 'text', about: 'Key of the metric; missing where the aim is an event of the log.' },
          role: { is: 'text', words: ['metric', 'guardrail', 'aim'] },
          alpha: share('Shared among the comparisons (Bonferroni).'),
          variants: { is: 'list', of: variant },
        },
        optional: ['metric'],
      },
    },
  },
};
