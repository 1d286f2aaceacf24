import { mapInput } from '../formats/map-input.ts';
import type { JourneyDocument } from '../language/workspace/journey-workspace.ts';
import { modelOf } from '../language/lowering/model-of.ts';
import type { MapContent } from '../map/content/content.ts';
import { mapContent, type MapOptions } from '../map/map.ts';
import type { Finding } from '../model/finding.ts';
import { ownJourneys } from '../model/model.ts';

/**
 * What the map of one journey of a document says; undefined when there is no such journey.
 *
 * @param key the journey's; without it, the first of the file
 * @param all what is to be said about the document; what is wrong with the text itself is not drawn
 */
export function drawnMap(
  document: JourneyDocument,
  key: string | undefined,
  options: MapOptions,
  all: readonly Finding[],
): MapContent | undefined {
  const model = modelOf(document);
  const journey = ownJourneys(model).find((each) => key === undefined || each.key === key);
  return journey && mapContent(mapInput(model, journey, all), options);
}
