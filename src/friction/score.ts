import type { Finding, Severity } from '../model/finding.ts';
import type { Journey, Touchpoint } from '../model/journey.ts';
import type { Text } from '../model/text.ts';
import { CAUSES } from '../model/words.ts';
import type { CauseName } from '../model/words.ts';
import { RULE_IDS } from './rules/ids.ts';

/** What the number is called wherever it is shown: it is an estimate and must never look like a measurement. */
export const SCORE_LABEL: Text = { en: 'Friction score (estimate)', ja: '摩擦スコア(目安)' };

export const SCORE_WEIGHTS: Readonly<Record<Severity, number>> = { error: 3, warning: 3, information: 1, hint: 0 };
export const MOMENT_OF_TRUTH_FACTOR = 1.5;

/** A finding of no one of the five causes counts as `other`. */
export type ScoredCause = CauseName | 'other';

interface Score {
  readonly total: number;
  readonly causes: Readonly<Record<ScoredCause, number>>;
}

export interface JourneyScore extends Score {
  /** By the stage's key, for every stage. */
  readonly stages: ReadonlyMap<string, Score>;
  /** By the touchpoint's key, for every touchpoint. */
  readonly touchpoints: ReadonlyMap<string, Score>;
}

/**
 * Adds up the findings about a journey: how much the customer has to put up with, for comparing stages, versions, and an
 * as-is journey with its to-be one. Own invention, no scientific measure, without an upper bound; 0 is best.
 *
 * A finding weighs 3 as a warning (or error) and 1 as information; a hint speaks about the description and weighs
 * nothing. The weight is multiplied by the share of the journey's personas that it hits (by head; all of them when the
 * finding does not depend on the persona) and by 1.5 at a moment of truth. It counts for its touchpoint, its stage and
 * the journey; one about a whole stage or journey counts for that alone. What is no friction counts for nothing, so any
 * findings may be given.
 */
export function scoreOf(journey: Journey, findings: readonly Finding[]): JourneyScore {
  const whole = emptyTally();
  const stages = new Map(journey.stages.map((stage) => [stage.key, emptyTally()]));
  const places = new Map<string, { readonly touchpoint: Touchpoint; readonly tally: Tally }>();
  for (const stage of journey.stages) {
    for (const touchpoint of stage.touchpoints) places.set(touchpoint.key, { touchpoint, tally: emptyTally() });
  }

  for (const finding of findings) {
    if (finding.subject.journey !== journey.key || !isFriction(finding)) continue;
    const at = places.get(finding.subject.touchpoint ?? '');
    const weight =
      SCORE_WEIGHTS[finding.severity] *
      shareOfPersonas(finding, journey) *
      (at?.touchpoint.momentOfTruth === undefined ? 1 : MOMENT_OF_TRUTH_FACTOR);
    const cause = finding.cause ?? 'other';
    const stage = stages.get(at?.touchpoint.stage ?? finding.subject.stage ?? '');
    for (const tally of [whole, stage, at?.tally]) {
      if (tally !== undefined) add(tally, cause, weight);
    }
  }
  return { ...whole, stages, touchpoints: new Map([...places].map(([key, { tally }]) => [key, tally])) };
}

/**
 * Whether a finding says that the customer has to put up with something. A mistake in the text and what is found to be wrong
 * with a suppression are for whoever writes the journey, and so is a hint, which speaks about the description.
 */
export function isFriction({ code, severity }: Finding): boolean {
  return severity !== 'hint' && RULE_IDS.has(code);
}

/** A score as it is shown everywhere: rounded to one decimal, without a trailing zero. */
export function scoreText(score: number): string {
  return String(Math.round(score * 10) / 10);
}

interface Tally extends Score {
  total: number;
  readonly causes: Record<ScoredCause, number>;
}

function emptyTally(): Tally {
  return { total: 0, causes: { ...nothing } };
}

const nothing = Object.fromEntries([...CAUSES, 'other'].map((cause) => [cause, 0])) as Record<ScoredCause, number>;

function add(tally: Tally, cause: ScoredCause, weight: number): void {
  tally.total += weight;
  tally.causes[cause] += weight;
}

function shareOfPersonas(finding: Finding, journey: Journey): number {
  const hit = journey.personas.filter(({ key }) => finding.personas.includes(key)).length;
  return hit === 0 ? 1 : hit / journey.personas.length;
}
