import type { Locale } from '../../model/text.ts';
import { JOURNEY_KIND_TITLES } from '../../model/word-titles.ts';
import { LABELS } from '../labels.ts';
import { CHANGE_KINDS, type ChangeKind, CHANGES_SHOWN } from './change-kinds.ts';
import {
  type ChangeContent,
  type Curve,
  type HeaderContent,
  type MapContent,
  type StageContent,
  type TouchpointContent,
} from './content.ts';

/** What is known about the difference of two versions of a journey, apart from what the two say themselves. */
export interface MapChanges {
  /** Stages and touchpoints that are in both versions: from the key in the earlier one to the key in the later one. */
  readonly counterparts: ReadonlyMap<string, string>;
  /** How they differ, by the key in the later version; what is missing is as it was. */
  readonly differing: ReadonlyMap<string, Pick<ChangeContent, 'kind' | 'details'> & { readonly moved?: true }>;
  readonly title: string;
  /** What that does to the customer, the most important first. */
  readonly effects: readonly string[];
}

/**
 * One map of two versions. Everything stands where the later version has it, and what is gone where it was; the emotion of
 * the earlier version is drawn underneath. Of a journey that is new or gone there is one version only.
 */
export function contentOfChanges(
  before: MapContent | undefined,
  after: MapContent | undefined,
  changes: MapChanges,
): MapContent {
  const base = after ?? before;
  if (base === undefined) throw new Error('A difference needs a journey');
  const { locale } = base;
  const drafts = mergedStages(before, after, changes);
  const numbers = numbersOf(drafts, before, changes);
  const stages = drafts.map((draft, index) => stageOf(draft, index, numbers, { base, before, locale }));
  const touchpoints = stages.flatMap((stage) => stage.touchpoints);
  const own = after === undefined ? numbers.before : numbers.after;
  const at = (index: number): number => own.get(index) ?? index;
  const curves = [
    ...base.curves.map((curve) => curveAt(curve, own)),
    ...(before === undefined || after === undefined ? [] : earlierCurves(before, after, numbers)),
  ];
  const summary = summaryOf(touchpoints, locale);
  return {
    ...base,
    title: changes.title,
    header: headerOf(before, base, [summary, changes.effects.slice(0, 3).join(locale === 'ja' ? '' : ' ')]),
    stages,
    touchpoints,
    joints: base.joints.map((joint) => ({ ...joint, from: at(joint.from), to: at(joint.to) })),
    curves,
    showsFrictions: false,
    frictions: [],
    summary: [summary, ...changes.effects, base.summary].join(locale === 'ja' ? '' : ' '),
  };
}

/** A stage of the picture, while it is put together. */
interface Draft {
  readonly stage: StageContent;
  readonly change?: ChangeContent;
  readonly touchpoints: DraftTouchpoint[];
}

interface DraftTouchpoint {
  readonly touchpoint: TouchpointContent;
  /** Of which version it is drawn. */
  readonly from: 'before' | 'after';
  readonly change?: ChangeContent;
}

function mergedStages(
  before: MapContent | undefined,
  after: MapContent | undefined,
  { counterparts, differing }: MapChanges,
): readonly Draft[] {
  const locale = (after ?? before)?.locale ?? 'en';
  const known = new Set(counterparts.values());
  const changeOf = (key: string): { readonly change?: ChangeContent } => {
    if (!known.has(key)) return { change: changeContent('added', [], locale) };
    const change = differing.get(key);
    return change === undefined
      ? {}
      : { change: changeContent(change.kind, change.details, locale, change.moved === true) };
  };
  const drafts: Draft[] = (after?.stages ?? []).map((stage) => draftOf(stage, changeOf));
  const removed = changeContent('removed', [], locale);
  let previous: Draft | undefined;
  for (const stage of before?.stages ?? []) {
    const kept = drafts.find((draft) => draft.stage.key === counterparts.get(stage.key));
    const draft = kept ?? { stage, change: removed, touchpoints: [] };
    let place = 0;
    for (const touchpoint of stage.touchpoints) {
      const key = counterparts.get(touchpoint.key);
      if (key === undefined) draft.touchpoints.splice(place++, 0, { touchpoint, from: 'before', change: removed });
      else {
        const stays = draft.touchpoints.findIndex((each) => each.touchpoint.key === key && each.from === 'after');
        // What has moved to another stage says nothing about where its neighbours were.
        if (stays !== -1) place = stays + 1;
      }
    }
    if (kept === undefined && draft.touchpoints.length > 0) {
      drafts.splice(previous === undefined ? 0 : drafts.indexOf(previous) + 1, 0, draft);
    }
    if (kept !== undefined || draft.touchpoints.length > 0) previous = draft;
  }
  return drafts;
}

function draftOf(stage: StageContent, changeOf: (key: string) => { readonly change?: ChangeContent }): Draft {
  const touchpoints: DraftTouchpoint[] = [];
  for (const touchpoint of stage.touchpoints) {
    touchpoints.push({ touchpoint, from: 'after', ...changeOf(touchpoint.key) });
  }
  return { stage, ...changeOf(stage.key), touchpoints };
}

/** From the places of touchpoints in the two versions to their places in the picture. */
interface Numbers {
  readonly before: ReadonlyMap<number, number>;
  readonly after: ReadonlyMap<number, number>;
}

function numbersOf(drafts: readonly Draft[], before: MapContent | undefined, { counterparts }: MapChanges): Numbers {
  const numbers = { before: new Map<number, number>(), after: new Map<number, number>() };
  const places = new Map<string, number>();
  let next = 0;
  for (const { touchpoint, from } of drafts.flatMap(({ touchpoints }) => touchpoints)) {
    numbers[from].set(touchpoint.index, next);
    if (from === 'after') places.set(touchpoint.key, next);
    next += 1;
  }
  for (const { key, index } of before?.touchpoints ?? []) {
    const place = places.get(counterparts.get(key) ?? '');
    if (place !== undefined) numbers.before.set(index, place);
  }
  return numbers;
}

interface Versions {
  readonly base: MapContent;
  readonly before: MapContent | undefined;
  readonly locale: Locale;
}

function stageOf(
  { stage, change, touchpoints }: Draft,
  index: number,
  numbers: Numbers,
  versions: Versions,
): StageContent {
  return {
    ...stage,
    index,
    touchpoints: touchpoints.map((draft) => touchpointOf(draft, index, numbers, versions)),
    ...(change === undefined ? {} : { change }),
  };
}

function touchpointOf(
  { touchpoint, from, change }: DraftTouchpoint,
  stage: number,
  numbers: Numbers,
  { base, before }: Versions,
): TouchpointContent {
  const { during, ...rest } = touchpoint;
  const waitedFor = during === undefined ? undefined : numbers[from].get(during);
  const drawn: TouchpointContent = {
    ...rest,
    index: numbers[from].get(touchpoint.index) ?? touchpoint.index,
    stage,
    ...(waitedFor === undefined ? {} : { during: waitedFor }),
    ...(change === undefined ? {} : { change }),
  };
  if (from === 'after') return drawn;
  return {
    ...drawn,
    // Beside the way that customers go now.
    main: false,
    notes: [],
    personas: touchpoint.personas
      .map((index) => base.personas.findIndex(({ key }) => key === before?.personas[index]?.key))
      .filter((index) => index >= 0),
    cells: Object.fromEntries(
      Object.entries(touchpoint.cells).map(([lane, items]) => [
        lane,
        items.map((item) => ({ ...item, tone: 'muted' })),
      ]),
    ),
  };
}

function curveAt(curve: Curve, places: ReadonlyMap<number, number>): Curve {
  return {
    ...curve,
    points: curve.points
      .flatMap((point) => {
        const at = places.get(point.at);
        return at === undefined ? [] : [{ ...point, at }];
      })
      .toSorted((a, b) => a.at - b.at),
  };
}

/** More curves under those of today could not be told apart. */
const mostEarlierCurves = 2;

/** How it felt before, where it felt otherwise than now. */
function earlierCurves(before: MapContent, after: MapContent, numbers: Numbers): readonly Curve[] {
  const { locale } = after;
  const was = before.kind === after.kind ? LABELS.before[locale] : JOURNEY_KIND_TITLES[before.kind][locale];
  const own = before.curves.filter(({ compared }) => !compared);
  const shown = own.length > mostEarlierCurves ? own.slice(0, 1) : own;
  return shown.map((curve) => earlierCurve(curve, own.length > 1 ? `${was}: ${curve.name}` : was, numbers));
}

function earlierCurve(curve: Curve, name: string, numbers: Numbers): Curve {
  const { points } = curveAt(curve, numbers.before);
  return { name, colour: 0, compared: true, points: points.filter(({ aside }) => !aside) };
}

function headerOf(before: MapContent | undefined, base: MapContent, scenarios: readonly string[]): HeaderContent {
  const { header } = base;
  const was = before?.header;
  return {
    ...header,
    badge: pairText(was?.badge, header.badge),
    scenarios: scenarios.filter((text) => text !== ''),
    isSummary: true,
    expectations: [],
    ...(header.score === undefined
      ? {}
      : { score: { ...header.score, total: pairText(was?.score?.total, header.score.total) } }),
  };
}

/** From what to what; once where it is the same. */
function pairText(old: string | undefined, now: string): string {
  return old === undefined || old === now ? now : `${old} → ${now}`;
}

function changeContent(kind: ChangeKind, details: readonly string[], locale: Locale, alsoMoved = false): ChangeContent {
  const kinds: readonly ChangeKind[] = alsoMoved && kind !== 'moved' ? ['moved', kind] : [kind];
  const labels = kinds.map((each) => `${CHANGES_SHOWN[each].sign}\u00A0${CHANGES_SHOWN[each].label[locale]}`);
  return { kind, details, label: labels.join(' · ') };
}

/** e.g. `Touchpoints: 3 added, 1 removed.` */
function summaryOf(touchpoints: readonly TouchpointContent[], locale: Locale): string {
  const counts = CHANGE_KINDS.flatMap((kind) => {
    const count = touchpoints.filter(({ change }) => change?.kind === kind).length;
    if (count === 0) return [];
    const label = CHANGES_SHOWN[kind].label[locale];
    return [locale === 'ja' ? `${label}${count}件` : `${count} ${label}`];
  });
  if (counts.length === 0) {
    return locale === 'ja' ? 'タッチポイントに変更はありません。' : 'No touchpoint differs.';
  }
  return locale === 'ja' ? `タッチポイントの${counts.join('、')}。` : `Touchpoints: ${counts.join(', ')}.`;
}
