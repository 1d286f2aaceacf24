import type { Declaration } from '../../model/declaration.ts';
import type { Handover } from '../../model/entities.ts';
import type { ModelJson } from '../json-model.ts';
import { journeyText, type Statement } from '../journey-text/statements.ts';
import {
  actionBlock,
  brandBlock,
  channelBlock,
  consentBlock,
  dataBlock,
  emotionLine,
  experimentBlock,
  factLine,
  goalBlock,
  metricBlock,
  personaBlock,
  segmentBlock,
  systemBlock,
  teamBlock,
} from './declarations.ts';
import { journeyBlock } from './journey.ts';
import { handoverText } from './shared.ts';
import { documented } from './statements.ts';

/**
 * The journey file that a model means, in one piece: what the exported file imported stands in it. The standard library is
 * left out, for every file has it.
 */
export function writeModel(model: ModelJson): string {
  const emotions = new Set(model.emotions.filter(({ library }) => !library).map(({ key }) => key));
  const shared = new Set(model.handovers.map(placeText));
  return journeyText([
    ...own(model.segments, segmentBlock),
    ...own(model.personas, personaBlock),
    ...own(model.teams, teamBlock),
    ...model.handovers.map(handoverText),
    ...own(model.channels, channelBlock),
    ...own(model.systems, systemBlock),
    ...own(model.data, dataBlock),
    ...own(model.consents, consentBlock),
    ...own(model.metrics, metricBlock),
    ...own(model.goals, goalBlock),
    ...own(model.facts, factLine),
    ...own(model.brands, brandBlock),
    ...own(model.emotions, emotionLine),
    ...own(model.journeys, (journey) =>
      // A journey also lists the handovers at the top of the files that it can see.
      journeyBlock(
        { ...journey, handovers: journey.handovers.filter((each) => !shared.has(placeText(each))) },
        emotions,
      ),
    ),
    ...own(model.actions, actionBlock),
    ...own(model.experiments, experimentBlock),
  ]);
}

function own<T extends Declaration>(things: readonly T[], write: (thing: T) => Statement): readonly Statement[] {
  return things.filter(({ library }) => !library).flatMap((thing) => documented(thing, write(thing)));
}

function placeText({ place }: Handover): string {
  return JSON.stringify(place);
}
