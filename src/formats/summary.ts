import { scoreOf } from '../friction/score.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Finding } from '../model/finding.ts';
import type { Journey } from '../model/journey.ts';

/** What a report says about a journey besides its findings. */
export interface JourneySummary extends Pick<Declaration, 'key' | 'id' | 'label' | 'labelJa' | 'labelEn'> {
  readonly stages: number;
  readonly touchpoints: number;
  /** An estimate: see friction/score.ts. */
  readonly score: number;
}

export function summaryOf(journey: Journey, findings: readonly Finding[]): JourneySummary {
  const { key, id, label, labelJa, labelEn, stages } = journey;
  return {
    key,
    id,
    ...(label !== undefined && { label }),
    ...(labelJa !== undefined && { labelJa }),
    ...(labelEn !== undefined && { labelEn }),
    stages: stages.length,
    touchpoints: stages.reduce((sum, stage) => sum + stage.touchpoints.length, 0),
    score: scoreOf(journey, findings).total,
  };
}
