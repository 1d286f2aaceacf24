import { scoreOf, SCORE_LABEL, scoreText } from '../../friction/score.ts';
import { analysisOf, type JourneyAnalysis, type PersonaView } from '../../model/analysis.ts';
import { titleOf, type Declaration } from '../../model/declaration.ts';
import type { Finding } from '../../model/finding.ts';
import { arrivalsOf } from '../../model/flow/arrivals.ts';
import type { Journey, Owner, Stage, Touchpoint } from '../../model/journey.ts';
import { type Model, ownJourneys } from '../../model/model.ts';
import { durationText, percentText, titled } from '../../model/phrases.ts';
import { comparePositions, type Place, type Position } from '../../model/place.ts';
import type { Text } from '../../model/text.ts';
import type { Duration } from '../../model/values.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { modelOf } from '../lowering/model-of.ts';
import { type Unit, unitOf } from '../units.ts';

/** What can be shown in the text; each can be switched off. */
export const HINT_KINDS = [
  'inheritedOwner',
  'normalisedWait',
  'runningTotal',
  'pathProbability',
  'frictionScore',
] as const;
export type HintKind = (typeof HINT_KINDS)[number];

/** Something that follows from what is written, to be shown at a place in the text. */
export interface Hint {
  readonly kind: HintKind;
  readonly position: Position;
  readonly label: Text;
  readonly tooltip: Text;
  /** Where it comes from. */
  readonly source?: Place;
}

/** All hints of a document, in the order of the text. */
export function hintsOf(document: JourneyDocument, findings: readonly Finding[]): readonly Hint[] {
  const model = modelOf(document);
  const hints = [
    ...waitsOutside(model).flatMap(waitHint),
    ...ownJourneys(model).flatMap((journey) => journeyHints(model, journey, findings)),
  ];
  return hints.toSorted((a, b) => comparePositions(a.position, b.position));
}

function journeyHints(model: Model, journey: Journey, findings: readonly Finding[]): readonly Hint[] {
  const analysis = analysisOf(model, journey);
  const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints);
  return [
    ...scoreHints(journey, findings),
    ...[...journey.stages, ...touchpoints].flatMap((part) => ownerHint(part, model)),
    ...runningTotals(analysis),
    ...probabilities(analysis),
    ...[...journey.limits.map(({ limit }) => limit), ...touchpoints.flatMap(timesOf)].flatMap(waitHint),
  ];
}

/** Behind the first line of a declaration. */
function afterHeader({ body, extent: { range } }: Declaration): Position {
  return body === undefined || body.start.line === range.end.line ? range.end : body.start;
}

function scoreHints(journey: Journey, findings: readonly Finding[]): readonly Hint[] {
  const score = scoreOf(journey, findings);
  return [
    ...scoreHint(journey, score.total),
    ...journey.stages.flatMap((stage) => scoreHint(stage, score.stages.get(stage.key)?.total ?? 0)),
  ];
}

function scoreHint(part: Declaration, total: number): readonly Hint[] {
  if (total === 0) return [];
  const number = scoreText(total);
  const label = { en: `${SCORE_LABEL.en}: ${number}`, ja: `${SCORE_LABEL.ja}: ${number}` };
  return [{ kind: 'frictionScore', position: afterHeader(part), label, tooltip: SCORE_TOOLTIP }];
}

const SCORE_TOOLTIP: Text = {
  en: 'Adds up the findings: 3 for a warning, 1 for information, more at a moment of truth. For comparing stages and versions; 0 is best.',
  ja: '指摘を合計した値です(警告は3、情報は1、真実の瞬間では1.5倍)。ステージ同士や改訂前後の比較にお使いください。0が最良です。',
};

const BLOCKS: Readonly<Record<Owner['from'], Text>> = {
  journey: { en: 'the journey', ja: 'ジャーニー' },
  stage: { en: 'the stage', ja: 'ステージ' },
  touchpoint: { en: 'the touchpoint', ja: 'タッチポイント' },
};

function ownerHint(part: Stage | Touchpoint, { teams }: Model): readonly Hint[] {
  const { owner } = part;
  const own = 'touchpoints' in part ? 'stage' : 'touchpoint';
  if (owner === undefined || owner.from === own) return [];
  const team = teams.get(owner.key);
  const name = { en: team ? titleOf(team, 'en') : owner.key, ja: team ? titleOf(team, 'ja') : owner.key };
  const { en, ja } = BLOCKS[owner.from];
  return [
    {
      kind: 'inheritedOwner',
      position: afterHeader(part),
      label: { en: `owner: ${name.en}`, ja: `担当: ${name.ja}` },
      tooltip: { en: `The owner that ${en} names.`, ja: `${ja}の担当を引き継いでいます。` },
      source: owner.place,
    },
  ];
}

/** Times that are not written in a journey. */
function waitsOutside({ personas, channels, uri }: Model): readonly Duration[] {
  const own = <T extends Declaration>(map: ReadonlyMap<string, T>): readonly T[] =>
    [...map.values()].filter(({ place }) => place.uri === uri);
  return [
    ...own(personas).flatMap(({ patience, expectations }) => [
      patience ?? [],
      expectations.map(({ within }) => within ?? []),
    ]),
    ...own(channels).map(({ limits }) => limits.map(({ limit }) => limit)),
  ].flat(2);
}

function timesOf({ wait, after, tells, offers, expectations }: Touchpoint): readonly Duration[] {
  const promised = [...tells, ...offers, ...expectations].map(({ within }) => within);
  return [wait?.typical, wait?.longest, after, ...promised].filter((time) => time !== undefined);
}

/** Weeks and business days in days, one or two days in hours, so that they can be compared with each other. */
function waitHint({ written, seconds, longestSeconds, place }: Duration): readonly Hint[] {
  const units = [...written.matchAll(/\p{L}+/gu)].flatMap(([spelling]) => unitOf(spelling) ?? []);
  const days = { from: inDays(seconds), to: inDays(longestSeconds) };
  const isShort = days.to <= 2;
  // From three days on nobody reckons in hours, and days are what they are written in.
  if (!units.some((unit) => (isShort ? lastsDays(unit) : isReckoned(unit)))) return [];
  const [least, most] = isShort ? [inHours(seconds), inHours(longestSeconds)] : [days.from, days.to];
  const range = (dash: string): string => (least === most ? String(least) : `${least}${dash}${most}`);
  return [
    {
      kind: 'normalisedWait',
      position: place.range.end,
      label: isShort
        ? { en: `= ${range('–')} h`, ja: `= ${range('〜')}時間` }
        : { en: `= ${range('–')} days`, ja: `= ${range('〜')}日` },
      tooltip:
        least === most
          ? {
              en: `In ${isShort ? 'hours' : 'days'}, to be compared with other times.`,
              ja: `ほかの時間と比べられるように、${isShort ? '時間' : '日数'}に換算しています。`,
            }
          : {
              en: 'In calendar days: at best without a weekend in between, at worst with one. Public holidays are not counted.',
              ja: '暦の日数に換算した値です。土日を挟まない最短と、挟む場合の最長を示しています(祝日は含みません)。',
            },
    },
  ];
}

/** Whether it is a day or longer. */
function lastsDays(unit: Unit): boolean {
  return unit.kind === 'businessDays' || (unit.kind === 'duration' && unit.seconds >= DAY);
}

/** Whether people reckon how many days it is. */
function isReckoned(unit: Unit): boolean {
  return unit.kind === 'businessDays' || (unit.kind === 'duration' && unit.seconds > DAY);
}

/** In seconds. */
const DAY = 86_400;

function inDays(seconds: number): number {
  return Math.round(seconds / (DAY / 10)) / 10;
}

function inHours(seconds: number): number {
  return Math.round(seconds / 360) / 10;
}

/** Time that has gone by on the main path, for the persona that the journey is about. */
function runningTotals(analysis: JourneyAnalysis): readonly Hint[] {
  const view = mainView(analysis);
  let total = 0;
  return view.flow.mainPath.nodes.flatMap(({ touchpoint }, index): readonly Hint[] => {
    const own = touchpoint.during === undefined ? secondsAt(touchpoint, index === 0) : 0;
    total += own;
    if (own === 0) return [];
    const { en, ja } = durationText(total);
    const who = view.persona === undefined ? undefined : titled(view.persona);
    return [
      {
        kind: 'runningTotal',
        position: afterHeader(touchpoint),
        label: { en: `${en} so far`, ja: `ここまで${ja}` },
        tooltip: {
          en: `Waits and time spent on the main path${who ? ` of ${who.en}` : ''}, this touchpoint included.`,
          ja: `${who ? `${who.ja}の` : ''}主な経路で、このタッチポイントまでにかかる待ち時間と所要時間の合計です。`,
        },
      },
    ];
  });
}

function secondsAt({ wait, takes, after }: Touchpoint, isStart: boolean): number {
  const before = isStart ? 0 : (after?.seconds ?? 0);
  return before + (wait?.typical.seconds ?? 0) + (takes?.seconds ?? 0);
}

function mainView({ journey, views }: JourneyAnalysis): PersonaView {
  const targets = new Set(journey.targets.map(({ key }) => key));
  return views.find(({ persona }) => persona !== undefined && targets.has(persona.key)) ?? views[0];
}

/** Behind an arrow, which share of all customers goes along it, where that is more than what is written there. */
function probabilities({ journey, views }: JourneyAnalysis): readonly Hint[] {
  return journey.paths.flatMap((path): readonly Hint[] => {
    if (path.kind !== 'arrow') return [];
    const shares = new Set<string>();
    for (const { flow } of views) {
      const { along } = arrivalsOf(flow);
      const edges = flow.graph.edges.filter(({ paths }) => paths.length === 1 && paths[0] === path);
      if (edges.length === 0) shares.add('?');
      for (const edge of edges) shares.add(String(along.get(edge) ?? '?'));
    }
    // Where the personas differ, or nobody can tell, one number would not be true.
    const [share = '?', ...others] = shares;
    if (others.length > 0 || share === '?') return [];
    const text = percentText(Number(share));
    if (text.en === '100%' || (path.share !== undefined && text.en === percentText(path.share.ratio).en)) return [];
    return [
      {
        kind: 'pathProbability',
        position: path.place.range.end,
        label: { en: `${text.en} of all customers`, ja: `全体の${text.ja}` },
        tooltip: {
          en: 'The written shares, multiplied along the way from the beginning of the journey.',
          ja: '書かれた割合を、ジャーニーの始まりから経路に沿って掛け合わせた値です。',
        },
      },
    ];
  });
}
