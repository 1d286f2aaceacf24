import type { JourneyScore } from '../../friction/score.ts';
import type { JourneyAnalysis, PersonaView } from '../../model/analysis.ts';
import { titleOf } from '../../model/declaration.ts';
import type { Action, Experiment } from '../../model/entities.ts';
import { type Finding, SEVERITIES } from '../../model/finding.ts';
import type { GraphNode } from '../../model/graph.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Journey, Stage, Touchpoint } from '../../model/journey.ts';
import type { Measured } from '../../model/measured/measured.ts';
import { writtenIn } from '../../model/phrases.ts';
import type { Locale } from '../../model/text.ts';
import type { CauseName } from '../../model/words.ts';
import { STAGE_KIND_TITLES } from '../../model/word-titles.ts';
import { LABELS } from '../labels.ts';
import { cleanLine, cleanText } from '../text/clean.ts';
import type {
  CauseCount,
  FrictionContent,
  Item,
  JointContent,
  MapContent,
  StageContent,
  TouchpointContent,
} from './content.ts';
import { comparedCurve, curvesOf } from './curves.ts';
import { headerOf, personaOf, roundedScore } from './header.ts';
import { channelsOf, itemsOf, namesOf, type Source } from './items.ts';
import { CELL_LANES, type CellLane, type Lane, LANES } from './lanes.ts';
import { measuredCurve, measuredNote, shareText, weightOf } from './measured.ts';
import { notesOf } from './notes.ts';
import { summaryOf } from './summary.ts';

export interface MapInput {
  readonly analysis: JourneyAnalysis;
  /** Those about this journey; others are left out. */
  readonly findings: readonly Finding[];
  readonly score?: JourneyScore;
  /** Another journey whose emotions are drawn underneath, such as the as-is one. */
  readonly compare?: JourneyAnalysis;
  /** What a log said about the journey, laid over its map. */
  readonly measured?: Measured;
}

export interface ContentOptions {
  readonly locale: Locale;
  readonly lanes: readonly Lane[];
  /** Keys of the personas to show; empty for all. */
  readonly personas: readonly string[];
  readonly showsFrictions: boolean;
}

/** A day, in seconds. */
const longTime = 86_400;

/** How many of the worst findings are written out. */
const topFrictions = 5;

/** Gathers what the map of a journey says. */
export function contentOf(input: MapInput, options: ContentOptions): MapContent {
  const { analysis, score, compare, measured } = input;
  const { locale } = options;
  const { journey, model } = analysis;
  const findings = findingsOf(input, options.personas);
  const source = sourceOf(analysis, locale, input.measured);
  const lanes = CELL_LANES.filter((lane) => options.lanes.includes(lane));
  const views = analysis.views.filter(
    ({ persona }) => persona === undefined || options.personas.length === 0 || options.personas.includes(persona.key),
  );
  const personas = views.flatMap(({ persona }) => persona ?? []);
  const colours = new Map(analysis.views.map(({ persona }, index) => [persona?.key, index]));
  const primary = primaryOf(views, journey);
  const main = new Set(primary?.flow.mainPath.nodes.map(({ key }) => key));
  const findingsAt = groupBy(findings, ({ subject }) => subject.touchpoint);
  const touchpoints = analysis.whole.graph.nodes.map((node) =>
    touchpointOf(node, { source, lanes, findingsAt, main, personas: personas.map(({ key }) => key), score }),
  );
  const stages = journey.stages.map((stage, index) => stageOf(stage, index, touchpoints, source, score));
  const filled = lanes.filter((lane) => touchpoints.some(({ cells }) => (cells[lane] ?? []).length > 0));
  // A service blueprint has all its lines, also where nothing stands between two of them.
  const blueprint = filled.some((lane) => LANES[lane].zone === 'blueprint');
  const used = lanes.filter((lane) => filled.includes(lane) || (blueprint && LANES[lane].zone === 'blueprint'));
  const curves = [
    ...curvesOf(analysis, options.personas, locale, LABELS.everybody[locale]),
    ...[
      compare === undefined ? undefined : comparedCurve(compare, analysis, locale),
      measured === undefined ? undefined : measuredCurve(measured, analysis, main, locale),
    ].filter((curve) => curve !== undefined),
  ];
  return {
    locale,
    key: journey.key,
    place: journey.place,
    title: cleanLine(titleOf(journey, locale)),
    kind: journey.kind.value,
    header: headerOf(journey, model, touchpoints.length, score, locale),
    personas: personas.map((persona) => personaOf(persona, colours.get(persona.key) ?? 0, locale)),
    stages,
    touchpoints,
    joints: jointsOf(source, views, primary, findingsAt),
    curves,
    lanes: used,
    showsEmotion: options.lanes.includes('emotion') && curves.length > 0,
    showsFrictions: options.showsFrictions,
    frictions: frictionsOf(findings, touchpoints, stages, locale),
    summary: summaryOf(stages, touchpoints, curves, findings, locale),
    ...(measured === undefined ? {} : { measured: measuredNote(measured, locale) }),
  };
}

/** By the key of the touchpoint that they are about; under undefined those about none. */
type FindingsAt = ReadonlyMap<string | undefined, readonly Finding[]>;

interface Context {
  readonly source: Source;
  readonly lanes: readonly CellLane[];
  readonly findingsAt: FindingsAt;
  readonly main: ReadonlySet<string>;
  readonly personas: readonly string[];
  readonly score: JourneyScore | undefined;
}

function touchpointOf(node: GraphNode, context: Context): TouchpointContent {
  const { touchpoint, key } = node;
  const { source, lanes, main, personas } = context;
  const { locale, analysis } = source;
  const findings = context.findingsAt.get(key) ?? [];
  const causes = countCauses(findings);
  const cells: Partial<Record<CellLane, readonly Item[]>> = {};
  for (const lane of lanes) {
    const items =
      lane === 'friction'
        ? causes.map(({ cause, count }) => frictionItem(cause, count))
        : itemsOf(lane, touchpoint, source);
    const filled = items.map(cleaned).filter(({ text }) => text !== '');
    if (filled.length > 0) cells[lane] = filled;
  }
  const waitedFor = touchpoint.during && analysis.whole.graph.node(touchpoint.during.key)?.index;
  const owner = namesOf(touchpoint.owner === undefined ? [] : [touchpoint.owner], analysis.model.teams, locale)[0];
  return {
    key,
    index: node.index,
    stage: analysis.journey.stages.findIndex((stage) => stage.key === touchpoint.stage),
    title: cleanText(titleOf(touchpoint, locale)).trim(),
    ...(touchpoint.initiator === undefined ? {} : { initiator: touchpoint.initiator.value }),
    channels: channelsOf(touchpoint.channels, source),
    alternatives: channelsOf(touchpoint.alternatives, source),
    personas: touchpoint.personas.map((reference) => personas.indexOf(reference.key)).filter((index) => index >= 0),
    momentOfTruth: touchpoint.momentOfTruth !== undefined,
    optional: touchpoint.optional !== undefined,
    longTime: {
      before: (touchpoint.after?.seconds ?? 0) >= longTime,
      waiting: (touchpoint.wait?.typical.seconds ?? 0) >= longTime,
    },
    ...(waitedFor === undefined ? {} : { during: waitedFor }),
    ...(touchpoint.wait === undefined ? {} : { wait: cleanLine(writtenIn(touchpoint.wait.typical, locale)) }),
    main: main.has(key),
    notes: notesOf(node, analysis, locale),
    cells,
    causes,
    findings: findings.length,
    ...(owner === undefined ? {} : { owner: cleanLine(owner) }),
    place: touchpoint.place,
  };
}

function cleaned(item: Item): Item {
  return { ...item, text: cleanText(item.text).trim() };
}

function frictionItem(cause: CauseName | 'other', count: number): Item {
  return { text: String(count), icon: cause, tone: 'warm' };
}

function stageOf(
  stage: Stage,
  index: number,
  touchpoints: readonly TouchpointContent[],
  { analysis, locale }: Source,
  score: JourneyScore | undefined,
): StageContent {
  const own = score?.stages.get(stage.key)?.total ?? 0;
  const owner = namesOf(stage.owner === undefined ? [] : [stage.owner], analysis.model.teams, locale)[0];
  return {
    key: stage.key,
    index,
    title: cleanLine(titleOf(stage, locale)),
    ...(stage.kind === undefined ? {} : { icon: stage.kind.value, kind: STAGE_KIND_TITLES[stage.kind.value][locale] }),
    ...(stage.conversion === undefined ? {} : { conversion: cleanLine(stage.conversion.written) }),
    metrics: namesOf(stage.metrics, analysis.model.metrics, locale).map(cleanLine),
    ...(owner === undefined ? {} : { owner: cleanLine(owner) }),
    ...(own > 0 ? { score: roundedScore(own) } : {}),
    touchpoints: touchpoints.filter((touchpoint) => touchpoint.stage === index),
    place: stage.place,
  };
}

/** Findings about this journey and the chosen personas. Hints speak about the description and are not drawn. */
function findingsOf({ analysis, findings }: MapInput, personas: readonly string[]): readonly Finding[] {
  return findings.filter(
    ({ subject, severity, personas: hit }) =>
      severity !== 'hint' &&
      subject.journey === analysis.journey.key &&
      (personas.length === 0 || hit.length === 0 || hit.some((key) => personas.includes(key))),
  );
}

function countCauses(findings: readonly Finding[]): readonly CauseCount[] {
  const counts = new Map<CauseName | 'other', number>();
  for (const { cause = 'other' } of findings) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  return [...counts].map(([cause, count]) => ({ cause, count }));
}

/** Whose way stands in the first row: the persona that the journey is for before all others. */
function primaryOf(views: readonly PersonaView[], { targets }: Journey): PersonaView | undefined {
  return views.find(({ persona }) => persona !== undefined && persona.key === targets[0]?.key) ?? views[0];
}

/** The ways that the shown personas can go; one joint for two touchpoints, however many ways lead from the one to the other. */
function jointsOf(
  { analysis: { whole, journey }, measured, locale }: Source,
  views: readonly PersonaView[],
  primary: PersonaView | undefined,
  findingsAt: FindingsAt,
): readonly JointContent[] {
  const main = new Set(primary?.flow.mainPath.edges);
  const handovers = new Set(journey.handovers.map(({ from, to }) => `${from.key} ${to.key}`));
  const joints = new Map<string, JointContent>();
  for (const { graph, flow } of views) {
    for (const edge of graph.edges) {
      const [from, to] = [whole.graph.node(edge.from.key), whole.graph.node(edge.to.key)];
      if (from === undefined || to === undefined) continue;
      const pair = `${from.index} ${to.index}`;
      if ((edge.kind === 'skip' || joints.has(pair)) && !main.has(edge)) continue;
      const own = (findingsAt.get(from.key) ?? []).filter(({ subject }) => subject.next === to.key);
      const share = measured === undefined ? edge.paths[0].share?.written : shareText(edge, measured, locale);
      const weight = measured === undefined ? undefined : weightOf(edge, measured);
      const owners = `${from.touchpoint.owner?.key ?? ''} ${to.touchpoint.owner?.key ?? ''}`;
      const other = edge.kind === 'failure' ? 'failure' : flow.isBack(edge) ? 'loop' : 'way';
      joints.set(pair, {
        from: from.index,
        to: to.index,
        fromKey: from.key,
        toKey: to.key,
        kind: main.has(edge) ? 'main' : other,
        ...(share === undefined ? {} : { share: cleanLine(share) }),
        ...(weight === undefined ? {} : { weight }),
        transfer: edge.transfer || handovers.has(owners),
        causes: countCauses(own),
      });
    }
  }
  return [...joints.values()].toSorted((a, b) => a.from - b.from || a.to - b.to);
}

function frictionsOf(
  findings: readonly Finding[],
  touchpoints: readonly TouchpointContent[],
  stages: readonly StageContent[],
  locale: Locale,
): readonly FrictionContent[] {
  const sorted = findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  // One for each place first: five faces of one problem would hide the others.
  const places = new Set<string | undefined>();
  const firsts = sorted.filter(({ subject: { touchpoint } }) => !places.has(touchpoint) && places.add(touchpoint));
  return [...firsts, ...sorted.filter((finding) => !firsts.includes(finding))]
    .slice(0, topFrictions)
    .map((finding) => frictionOf(finding, touchpoints, stages, locale));
}

function frictionOf(
  finding: Finding,
  touchpoints: readonly TouchpointContent[],
  stages: readonly StageContent[],
  locale: Locale,
): FrictionContent {
  const touchpoint = touchpoints.find(({ key }) => key === finding.subject.touchpoint);
  const stage = stages.find(({ key, index }) => key === finding.subject.stage || index === touchpoint?.stage);
  return {
    cause: finding.cause ?? 'other',
    severity: finding.severity,
    ...(stage === undefined ? {} : { stage: stage.index }),
    where: touchpoint?.title ?? stage?.title ?? '',
    message: cleanText(finding.message[locale]),
    help: cleanText(finding.help[locale]),
    place: finding.place,
  };
}

function sourceOf(analysis: JourneyAnalysis, locale: Locale, measured: Measured | undefined): Source {
  const { model, whole } = analysis;
  const answered = new Set<string>();
  const solved = new Set<string>();
  const actions = new Map<string, Action[]>();
  const experiments = new Map<string, Experiment[]>();
  /** Where the barrier or question with this key stands. */
  const raisedAt = new Map<string, Touchpoint>();
  for (const { touchpoint } of whole.graph.nodes) {
    for (const { key } of touchpoint.answers) answered.add(key);
    for (const { key } of [...touchpoint.barriers, ...touchpoint.questions]) raisedAt.set(key, touchpoint);
    for (const { key } of touchpoint.solves) solved.add(key);
    for (const { solves } of touchpoint.opportunities) for (const { key } of solves) solved.add(key);
  }
  for (const action of model.actions.values()) {
    for (const { key } of action.solves) solved.add(key);
    const places = action.at.length > 0 ? action.at : action.solves.flatMap(({ key }) => raisedAt.get(key) ?? []);
    for (const { key } of new Set(places)) push(actions, key, action);
  }
  for (const experiment of model.experiments.values()) {
    for (const { key } of experiment.touchpoints) push(experiments, key, experiment);
  }
  return { analysis, locale, answered, solved, actions, experiments, measured };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
