import type { ChangeGroup } from '../../history/describe.ts';
import { type JourneyStory, scorePair, type Story, storyOf } from '../../history/story.ts';
import type { JourneyDocument } from '../../language/workspace/journey-workspace.ts';
import { modelOf } from '../../language/lowering/model-of.ts';
import type { Place } from '../../model/place.ts';
import { inLocale, type Locale } from '../../model/text.ts';
import type { Feature } from '../feature.ts';
import type { ComparedChange, CompareParams, CompareResult, EarlierTexts } from '../protocol.ts';
import type { Session } from '../session.ts';

/** What a file says differently than it did when other texts stood in the place of some files. */
export const compare: Feature = (connection, session) => {
  connection.onRequest('journey/compare', async (params: CompareParams, token): Promise<CompareResult | null> => {
    const { textDocument, texts, locale = session.locale } = params;
    const now = await session.document(textDocument.uri, token);
    if (now === undefined) return null;
    const { journeys, shared } = await storySince(now, textDocument.uri, texts, session);
    const placed = (place: Place): Place => ({ ...place, uri: session.clientUri(place.uri) });
    return {
      journeys: journeys.map((story) => journeyOf(story, locale, placed)),
      shared: changesOf(shared, locale, placed),
    };
  });
  return {};
};

/** What has happened to a file since other texts stood in the place of some files. */
export async function storySince(
  now: JourneyDocument,
  clientUri: string,
  texts: EarlierTexts['texts'],
  session: Session,
): Promise<Story> {
  const then = await session.asItWas(clientUri, new Map(texts.map(({ uri, text }) => [uri, text])));
  const before = then === undefined ? [] : [{ path: 'file', model: modelOf(then.document), findings: then.findings }];
  const after = [{ path: 'file', model: modelOf(now), findings: session.findings(now) }];
  return storyOf({ files: before }, { files: after });
}

function journeyOf(
  { title, verdict, effects, impact, groups }: JourneyStory,
  locale: Locale,
  placed: (place: Place) => Place,
): CompareResult['journeys'][number] {
  const told = {
    title: inLocale(title, locale),
    verdict,
    score: scorePair(impact),
    effects: effects.map((effect) => inLocale(effect, locale)),
    changes: changesOf(groups, locale, placed),
  };
  return impact.after === undefined ? told : { ...told, key: impact.after.journey.key };
}

function changesOf(
  groups: readonly ChangeGroup[],
  locale: Locale,
  placed: (place: Place) => Place,
): readonly ComparedChange[] {
  return groups.flatMap(({ title, lines }) =>
    lines.map(({ kind, text, before, after }) => ({
      kind,
      of: inLocale(title, locale),
      text: inLocale(text, locale),
      ...(before === undefined ? {} : { before: placed(before) }),
      ...(after === undefined ? {} : { after: placed(after) }),
    })),
  );
}
