import { isFriction, scoreOf } from '../../friction/score.ts';
import type { JourneyDocument } from '../../language/workspace/journey-workspace.ts';
import { modelOf } from '../../language/lowering/model-of.ts';
import { titleOf } from '../../model/declaration.ts';
import type { Finding, Severity } from '../../model/finding.ts';
import type { Journey } from '../../model/journey.ts';
import { type Model, ownJourneys } from '../../model/model.ts';
import type { Place } from '../../model/place.ts';
import type { Locale } from '../../model/text.ts';
import type { CauseName } from '../../model/words.ts';
import type { Feature } from '../feature.ts';
import type { Choice, TreeFile, TreeFinding, TreeJourney, TreeParams, WorkspaceTree } from '../protocol.ts';
import type { Session } from '../session.ts';

/** After so many files others get their turn. */
const batch = 25;

/** All journeys of the workspace, for a side bar. */
export const workspaceTree: Feature = (connection, session) => {
  let isAsked = false;
  const files = new Map<string, Map<Locale, TreeFile>>();
  const fileOf = (document: JourneyDocument, locale: Locale): TreeFile => {
    const uri = document.uri.toString();
    // While the client has still to be told about the file, it is another one than is known.
    const isStale = session.toldId(uri) === undefined;
    const known = (isStale ? undefined : files.get(uri)) ?? new Map<Locale, TreeFile>();
    files.set(uri, known);
    const file = known.get(locale) ?? treeOf(document, session.findings(document), locale, session);
    known.set(locale, file);
    return file;
  };
  session.onTold((uri) => {
    files.delete(uri);
    const document = session.workspace.isAsked(uri) ? session.workspace.document(uri) : undefined;
    // While its tree is there: most files have none when somebody asks.
    if (isAsked && document !== undefined) fileOf(document, session.locale);
  });
  connection.onRequest('journey/workspaceTree', async ({ locale = session.locale }: TreeParams, token) => {
    isAsked = true;
    await session.whole(token);
    const all: TreeFile[] = [];
    for (const [index, uri] of session.workspace.askedUris.entries()) {
      const document = session.workspace.document(uri);
      if (document !== undefined) all.push(fileOf(document, locale));
      if (index % batch !== batch - 1) continue;
      // Other requests get their turn.
      await session.settled(token);
      session.rest();
    }
    const tree: WorkspaceTree = { files: all.filter(({ journeys }) => journeys.length > 0) };
    return tree;
  });
  session.onQuiet(() => {
    if (isAsked) void connection.sendNotification('journey/workspaceTreeChanged', {});
  });
  return {};
};

function treeOf(document: JourneyDocument, findings: readonly Finding[], locale: Locale, session: Session): TreeFile {
  const model = modelOf(document);
  const context: Context = {
    model,
    locale,
    findings,
    place: (place) => ({ ...place, uri: session.clientUri(place.uri) }),
  };
  return {
    uri: session.clientUri(document.uri.toString()),
    journeys: ownJourneys(model).map((journey) => journeyOf(journey, context)),
  };
}

interface Context {
  readonly model: Model;
  readonly locale: Locale;
  readonly findings: readonly Finding[];
  readonly place: (place: Place) => Place;
}

function journeyOf(journey: Journey, { model, locale, findings: all, place }: Context): TreeJourney {
  const findings = all.filter(({ subject }) => subject.journey === journey.key);
  const at = (key: string): number => findings.filter(({ subject }) => subject.touchpoint === key).length;
  const choose = (keys: Iterable<string>, things: ReadonlyMap<string, Parameters<typeof titleOf>[0]>): Choice[] =>
    [...new Set(keys)].map((key) => {
      const thing = things.get(key);
      return { key, title: thing === undefined ? key : titleOf(thing, locale) };
    });
  const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints);
  const owner = journey.owner && model.teams.get(journey.owner.key);
  return {
    key: journey.key,
    title: titleOf(journey, locale),
    place: place(journey.place),
    kind: journey.kind.value,
    ...(owner === undefined ? {} : { owner: titleOf(owner, locale) }),
    personas: choose(
      journey.personas.map(({ key }) => key),
      model.personas,
    ),
    channels: choose(
      touchpoints.flatMap(({ channels }) => channels.map(({ key }) => key)),
      model.channels,
    ),
    score: scoreOf(journey, findings).total,
    findings: countBy(findings, ({ severity }): Severity => severity),
    causes: countBy(findings.filter(isFriction), ({ cause }): CauseName | 'other' => cause ?? 'other'),
    issues: findings.map((finding) => issueOf(finding, locale, place)),
    stages: journey.stages.map((stage) => ({
      key: stage.key,
      title: titleOf(stage, locale),
      place: place(stage.place),
      findings: findings.filter(({ subject }) => subject.stage === stage.key).length,
      touchpoints: stage.touchpoints.map((touchpoint) => ({
        key: touchpoint.key,
        title: titleOf(touchpoint, locale),
        place: place(touchpoint.place),
        channels: touchpoint.channels.map(({ key }) => key),
        findings: at(touchpoint.key),
      })),
    })),
  };
}

function issueOf(finding: Finding, locale: Locale, placed: Context['place']): TreeFinding {
  const { code, severity, cause, message, place, personas, subject } = finding;
  const { stage, touchpoint } = subject;
  return {
    code,
    severity,
    cause: cause ?? 'other',
    message: message[locale],
    place: placed(place),
    personas,
    ...(stage === undefined ? {} : { stage }),
    ...(touchpoint === undefined ? {} : { touchpoint }),
  };
}

function countBy<K extends string>(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => K,
): Readonly<Partial<Record<K, number>>> {
  const counts: Partial<Record<K, number>> = {};
  for (const finding of findings) {
    const key = keyOf(finding);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
