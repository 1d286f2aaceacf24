import { SCORE_LABEL, scoreOf } from '../../friction/score.ts';
import type { JourneyDocument } from '../../language/workspace/journey-workspace.ts';
import { modelOf } from '../../language/lowering/model-of.ts';
import { type Declaration, titleOf } from '../../model/declaration.ts';
import { ownJourneys } from '../../model/model.ts';
import { inLocale, type Locale } from '../../model/text.ts';
import type { Feature } from '../feature.ts';
import { countsOf } from '../cause-counts.ts';
import type { DocumentParams, JourneyScoreResult, RuleParams, ServerRequests } from '../protocol.ts';
import { ruleOf, rulePage, rulePageText } from '../rule-pages.ts';
import type { ClientFiles } from '../client-files.ts';
import type { Session } from '../session.ts';

/** The model, the scores and the rules themselves, for clients that show them in their own way. */
export const journeyFacts: Feature = (connection, session) => {
  connection.onRequest('journey/model', async ({ textDocument: { uri } }: DocumentParams, token): Promise<unknown> => {
    const document = await session.document(uri, token);
    if (document === undefined) return null;
    const { relativeTo, toJson } = await import('../../formats/json.ts');
    return toJson(modelOf(document), relativeTo(folderOf(document.uri.toString(), session.files)));
  });
  connection.onRequest(
    'journey/score',
    async ({ textDocument: { uri }, locale = session.locale }: DocumentParams, token) => {
      const document = await session.document(uri, token);
      return document === undefined ? null : scoresOf(document, session, locale);
    },
  );
  connection.onRequest(
    'journey/explainRule',
    ({ rule, locale = session.locale }: RuleParams): ServerRequests['journey/explainRule']['result'] => {
      const markdown = rulePageText(rulePage(rule) ?? '', locale);
      const meta = ruleOf(rule);
      return markdown === undefined || meta === undefined ? null : { rule, severity: meta.severity, markdown };
    },
  );
  return {};
};

/** Files are named relative to the folder that the editor has opened, or else to their own. */
function folderOf(uri: string, { folders }: ClientFiles): string {
  return folders.find((folder) => uri.startsWith(`${folder}/`)) ?? uri.slice(0, uri.lastIndexOf('/'));
}

function scoresOf(document: JourneyDocument, session: Session, locale: Locale): readonly JourneyScoreResult[] {
  const findings = session.findings(document);
  return ownJourneys(modelOf(document)).map((journey) => {
    const { total, causes, stages, touchpoints } = scoreOf(journey, findings);
    return {
      key: journey.key,
      title: titleOf(journey, locale),
      place: { uri: session.clientUri(journey.place.uri), range: journey.place.range },
      total,
      label: inLocale(SCORE_LABEL, locale),
      causes: countsOf(causes),
      stages: totals(journey.stages, stages, locale),
      touchpoints: totals(
        journey.stages.flatMap((stage) => stage.touchpoints),
        touchpoints,
        locale,
      ),
    };
  });
}

function totals(
  things: readonly Declaration[],
  scores: ReadonlyMap<string, { readonly total: number }>,
  locale: Locale,
): JourneyScoreResult['stages'] {
  return things.map((thing) => ({
    key: thing.key,
    title: titleOf(thing, locale),
    total: scores.get(thing.key)?.total ?? 0,
  }));
}
