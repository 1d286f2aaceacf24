import type { CancellationToken } from 'vscode-languageserver';
import { mapInput } from '../../formats/map-input.ts';
import { modelOf } from '../../language/lowering/model-of.ts';
import type { JourneyDocument } from '../../language/workspace/journey-workspace.ts';
import { syntaxProblems } from '../../language/syntax-problems.ts';
import type { Story } from '../../history/story.ts';
import type { MapInput } from '../../map/content/content-of.ts';
import { analysisOf, type JourneyAnalysis } from '../../model/analysis.ts';
import { titleOf } from '../../model/declaration.ts';
import type { Finding } from '../../model/finding.ts';
import type { Journey } from '../../model/journey.ts';
import { type Model, ownJourneys } from '../../model/model.ts';
import { comparePositions } from '../../model/place.ts';
import { inLocale, type Locale, type Text } from '../../model/text.ts';
import type { Feature } from '../feature.ts';
import type { EarlierTexts, MapContent, MapContents, MapFinding, MapParams, ServerRequests } from '../protocol.ts';
import type { Session } from '../session.ts';
import { storySince } from './compare.ts';
import { MadeMaps } from './made-maps.ts';

type Answer = ServerRequests['journey/map']['result'];

/** The map of a journey for a page that draws it, and a word when it may have changed. */
export const journeyMap: Feature = (connection, session) => {
  const asked = new Set<string>();
  const made = new MadeMaps();
  connection.onRequest<Answer, void>('journey/map', async (params: MapParams, token: CancellationToken) => {
    const document = await session.document(params.textDocument.uri, token);
    if (document === undefined) return null;
    asked.add(document.uri.toString());
    const other = params.compare && (await session.document(params.compare.uri, token));
    const { since, textDocument } = params;
    const story = since && (await storySince(document, textDocument.uri, since.texts, session));
    return mapOf(document, params, session, { other, story, made });
  });
  session.onTold((uri) => {
    if (asked.has(uri)) void connection.sendNotification('journey/mapChanged', { uris: [session.clientUri(uri)] });
  });
  return {};
};

interface Beside {
  /** The file of the journey whose emotions lie underneath. */
  readonly other: JourneyDocument | undefined;
  /** What has happened since an earlier version. */
  readonly story: Story | undefined;
  readonly made: MadeMaps;
}

async function mapOf(
  document: JourneyDocument,
  params: MapParams,
  session: Session,
  { other, story, made }: Beside,
): Promise<Answer> {
  const uri = document.uri.toString();
  const version = session.version(uri);
  const { known, live = false, ...wanted } = params;
  const mistake = syntaxProblems(document)[0]?.range;
  // Whoever is in the middle of a statement looks at the map that was there before.
  if (live && mistake !== undefined && known !== undefined)
    return { kind: 'unchanged', version, stamp: known, mistake };
  const model = modelOf(document);
  const all = live ? session.findingsSoFar(document) : session.findings(document);
  const key = JSON.stringify(wanted);
  const basis = [model, all, other && modelOf(other), story];
  let map = made.of(key, basis);
  if (map === undefined) {
    const contents = await contentsOf(document, { model, all, other, story }, params, session);
    if (contents === undefined) return null;
    map = made.keep(key, basis, contents);
  }
  const state = { version, stamp: map.stamp, ...(mistake === undefined ? {} : { mistake }) };
  if (map.stamp === known) return { kind: 'unchanged', ...state };
  if (live && map.since !== undefined && map.since.stamp === known) {
    return { kind: 'change', ...state, from: known, patch: forClient(map.since.patch, session) };
  }
  return { kind: 'map', ...state, ...forClient(map.contents, session) };
}

interface Ingredients {
  readonly model: Model;
  readonly all: readonly Finding[];
  readonly other: JourneyDocument | undefined;
  readonly story: Story | undefined;
}

async function contentsOf(
  document: JourneyDocument,
  { model, all, other, story }: Ingredients,
  params: MapParams,
  session: Session,
): Promise<MapContents | undefined> {
  const journey = chosen(model, params);
  if (journey === undefined) return undefined;
  // Loaded when somebody looks at a map, and not before the first diagnostics.
  const [{ mapContent }, { PRESETS }] = await Promise.all([
    import('../../map/map.ts'),
    import('../../map/content/lanes.ts'),
  ]);
  const uri = document.uri.toString();
  const locale = params.locale ?? session.locale;
  const { personas = [], preset = 'workshop', lanes = PRESETS[preset], compare } = params;
  const measured = session.measured(uri).get(journey.key);
  const compared = other && analysisIn(modelOf(other), compare?.journey);
  const drawn = mapInput(model, journey, all);
  const input: MapInput = {
    ...drawn,
    ...(compared === undefined ? {} : { compare: compared }),
    ...(measured === undefined ? {} : { measured }),
  };
  const content =
    (await changesIn(journey, story, params.since, locale)) ??
    mapContent(input, { locale, personas, lanes: PRESETS.full, preset: 'full' });
  return {
    uri,
    journeys: ownJourneys(model).map((each) => ({
      key: each.key,
      title: titleOf(each, locale),
      range: each.extent.range,
    })),
    personas: drawn.analysis.views.flatMap(({ persona }) =>
      persona === undefined ? [] : [{ key: persona.key, title: titleOf(persona, locale) }],
    ),
    journey: journey.key,
    stages: journey.stages.map(({ key, extent: { range }, touchpoints }) => ({
      key,
      range,
      touchpoints: touchpoints.map((each) => ({ key: each.key, range: each.extent.range })),
    })),
    data: { content, lanes, footer: '' },
    findings: drawn.findings.filter((finding) => concerns(finding, personas)).map((finding) => shown(finding, locale)),
  };
}

/** Both versions of a journey in one map; undefined when nothing about it has changed. */
async function changesIn(
  { key }: Journey,
  story: Story | undefined,
  since: EarlierTexts | undefined,
  locale: Locale,
): Promise<MapContent | undefined> {
  const own = story?.journeys.find(({ impact }) => impact.after?.journey.key === key);
  if (own === undefined || since === undefined) return undefined;
  const { changeMap } = await import('../../formats/difference/map.ts');
  return changeMap(own, [since.name, inLocale(NOW, locale)], locale);
}

const NOW: Text = { en: 'now', ja: '現在' };

/** Names files as the client does. By the text: to look at every value would take longer than to make the map. */
function forClient<T extends object>(value: T, session: Session): T {
  const written = JSON.stringify(value);
  const text = written.replaceAll(/"uri":"([^"]+)"/g, (own, uri: string) => {
    const theirs = session.clientUri(uri);
    return theirs === uri ? own : `"uri":${JSON.stringify(theirs)}`;
  });
  return text === written ? value : (JSON.parse(text) as T);
}

function chosen(model: Model, { journey: key, position }: MapParams): Journey | undefined {
  const journeys = ownJourneys(model);
  if (key !== undefined) return journeys.find((each) => each.key === key);
  if (position === undefined) return journeys[0];
  const around = journeys.findLast(({ extent }) => comparePositions(extent.range.start, position) <= 0);
  return around ?? journeys[0];
}

function analysisIn(model: Model, key: string | undefined): JourneyAnalysis | undefined {
  const journeys = ownJourneys(model);
  const journey = key === undefined ? journeys[0] : journeys.find((each) => each.key === key);
  return journey && analysisOf(model, journey);
}

function concerns({ personas: hit }: Finding, personas: readonly string[]): boolean {
  return personas.length === 0 || hit.length === 0 || hit.some((each) => personas.includes(each));
}

function shown({ code, severity, cause, message, help, place, subject }: Finding, locale: Locale): MapFinding {
  const { stage, touchpoint, next } = subject;
  return {
    code,
    severity,
    cause: cause ?? 'other',
    message: message[locale],
    help: help[locale],
    place,
    ...(stage === undefined ? {} : { stage }),
    ...(touchpoint === undefined ? {} : { touchpoint }),
    ...(next === undefined ? {} : { next }),
  };
}
