import { RULE_IDS } from '../friction/rules/ids.ts';
import { scoreOf } from '../friction/score.ts';
import type { MapInput } from '../map/content/content-of.ts';
import { analysisOf } from '../model/analysis.ts';
import type { Finding } from '../model/finding.ts';
import type { Journey } from '../model/journey.ts';
import type { Model } from '../model/model.ts';

/**
 * What the map of a journey is made from, wherever it is drawn. The score is that of the whole journey, whichever personas the
 * map shows.
 *
 * @param findings all about the journey's file: what is wrong with the text itself, or about another journey, is not drawn
 */
export function mapInput(model: Model, journey: Journey, findings: readonly Finding[]): MapInput {
  return {
    analysis: analysisOf(model, journey),
    findings: findings.filter(({ code, subject }) => subject.journey === journey.key && RULE_IDS.has(code)),
    score: scoreOf(journey, findings),
  };
}
