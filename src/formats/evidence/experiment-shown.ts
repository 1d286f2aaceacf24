import type { VariantResult } from '../../evidence/experiment/results.ts';
import type { Privacy } from '../../evidence/privacy.ts';
import type { Metric } from '../../model/entities.ts';

/** Whether those who did or did not reach the aim are too few to be told. */
export function isHidden({ visitors, conversions }: VariantResult, privacy: Privacy): boolean {
  return [visitors, conversions, visitors - conversions].some((each) => privacy.isFew(each));
}

/** A comparison would tell what is hidden on either side. */
export function hasHidden(each: VariantResult, [control]: readonly VariantResult[], privacy: Privacy): boolean {
  return isHidden(each, privacy) || (control !== undefined && isHidden(control, privacy));
}

/** What a difference says of the variant; `unclear` where it may be chance. */
export type Verdict = 'better' | 'worse' | 'unclear';

export function verdictOf(
  { difference, isSignificant }: NonNullable<VariantResult['comparison']>,
  metric: Metric | undefined,
): Verdict {
  if (!isSignificant) return 'unclear';
  return difference > 0 === (metric?.better?.value !== 'down') ? 'better' : 'worse';
}
