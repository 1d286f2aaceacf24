import { frictionOf } from '../friction/runner.ts';
import { scoreOf } from '../friction/score.ts';
import { defaultSettings, type Settings } from '../friction/settings.ts';
import { applySuppressions } from '../friction/suppression.ts';
import type { JourneyDocument } from '../language/journey-workspace.ts';
import { modelOf } from '../language/lowering/model-of.ts';
import type { MapContent } from '../map/content/content.ts';
import { mapContent, type MapOptions } from '../map/map.ts';
import { analysisOf } from '../model/analysis.ts';
import type { Severity } from '../model/finding.ts';
import { ownJourneys } from '../model/model.ts';

/** How findings are judged, as the configuration around a file says. */
export interface Judgement {
  readonly settings?: Settings;
  readonly severities?: ReadonlyMap<string, Severity | 'off'>;
}

/**
 * What the map of one journey of a document says; undefined when there is no such journey.
 *
 * @param key the journey's; without it, the first of the file
 */
export function drawnMap(
  document: JourneyDocument,
  key: string | undefined,
  options: MapOptions,
  { settings = defaultSettings, severities = new Map() }: Judgement = {},
): MapContent | undefined {
  const model = modelOf(document);
  const journey = ownJourneys(model).find((each) => key === undefined || each.key === key);
  if (journey === undefined) return undefined;
  const all = applySuppressions(model, frictionOf(model, settings, { severities })).kept;
  const findings = all.filter(({ subject }) => subject.journey === journey.key);
  const input = { analysis: analysisOf(model, journey), findings, score: scoreOf(journey, findings) };
  return mapContent(input, options);
}
