import { type ScoredCause, scoreText } from '../friction/score.ts';
import type { Action } from '../model/entities.ts';
import type { EmotionPoint } from '../model/flow/emotions.ts';
import { countText, durationText, titled } from '../model/phrases.ts';
import type { Text } from '../model/text.ts';
import { type ChangeGroup, describe } from './describe.ts';
import { type Difference, differenceOf } from './difference.ts';
import type { Element } from './element.ts';
import {
  compareStates,
  type FindingChanges,
  impactOf,
  type JourneyImpact,
  type JourneyState,
  scoreChange,
  stateOf,
} from './impact.ts';
import type { Matches, MatchOptions } from './match.ts';
import { signed } from './phrase-values.ts';
import { handleIn, snapshotOf, type Version, type VersionFile } from './snapshot.ts';

/** Whether the customer is better off, by the friction score. */
export type Verdict = 'new' | 'gone' | 'better' | 'worse' | 'same';

/** Everything that a reviewer is told about two versions. */
export interface Story {
  readonly difference: Difference;
  /** Journeys that differ in what they say or in what is found. */
  readonly journeys: readonly JourneyStory[];
  /** Changes of what no journey holds: personas, channels, systems… and of files. */
  readonly shared: readonly ChangeGroup[];
}

export interface JourneyStory {
  readonly title: Text;
  readonly path: string;
  readonly impact: JourneyImpact;
  readonly verdict: Verdict;
  /** What the customer will feel differently, a sentence each, the most important first. */
  readonly effects: readonly Text[];
  /** Those of them that speak of the whole journey; the others speak of the touchpoints of `impact`. */
  readonly wholeEffects: readonly Text[];
  readonly groups: readonly ChangeGroup[];
  readonly matches: Matches;
}

/** Compares two versions and says what that means. */
export function storyOf(before: Version, after: Version, options?: MatchOptions): Story {
  const sides = { before: snapshotOf(before), after: snapshotOf(after) };
  const difference = differenceOf(sides.before, sides.after, options);
  const described = describe(difference, sides);
  const groupsOf = new Map([...described].map(([journey, groups]) => [journey?.handle, groups]));
  const journeys = impactOf(before, after, difference)
    .map((impact) => journeyStory(impact, groupsOf.get(handleOf(impact)) ?? [], difference.matches))
    .filter(({ impact, groups }) => groups.length > 0 || hasChanged(impact.findings));
  return { difference, journeys, shared: described.get(undefined) ?? [] };
}

/** An improvement: a to-be journey held against the as-is journey that it improves. */
export interface Improvement extends JourneyStory {
  /** Actions of the to-be version that speak of one of the two journeys, or solve something in them. */
  readonly actions: readonly Action[];
  /** What these cost together, by currency, in the order of the first. */
  readonly costs: readonly { readonly currency: string; readonly amount: number }[];
  readonly difference: Difference;
}

/** What each journey of a version that `improves` another one changes. `version` holds both journeys. */
export function improvementsIn(version: Version): readonly Improvement[] {
  const own = version.files.flatMap((file) =>
    [...file.model.journeys.values()]
      .filter(({ place }) => place.uri === file.model.uri)
      .map((journey) => ({ file, journey })),
  );
  const snapshot = snapshotOf(version);
  const elements = new Map(snapshot.flatMap(({ children }) => children.map((each) => [each.handle, each] as const)));
  return own.flatMap(({ file, journey }) => {
    const improved = file.model.journeys.get(journey.improves?.key ?? '');
    const other = own.find((each) => each.journey.place.uri === improved?.place.uri && each.journey.id === improved.id);
    const pair = [other, { file, journey }].map(
      (each) => each && elements.get(handleIn(each.file.path, 'journey', each.journey.key)),
    );
    const [before, after] = pair;
    if (other === undefined || before === undefined || after === undefined) return [];
    return [improvement(before, after, stateOf(other.file, other.journey), stateOf(file, journey), file)];
  });
}

function improvement(
  before: Element,
  after: Element,
  was: JourneyState,
  is: JourneyState,
  { model }: VersionFile,
): Improvement {
  const sides = { before: [before], after: [after] };
  const difference = differenceOf(sides.before, sides.after, { pair: [before, after] });
  const groups = [...describe(difference, sides).values()].flat();
  const prefixes = [`${was.journey.key}.`, `${is.journey.key}.`];
  const speaksOf = ({ key }: { readonly key: string }): boolean => prefixes.some((prefix) => key.startsWith(prefix));
  const actions = [...model.actions.values()].filter(({ solves, at }) => [...solves, ...at].some(speaksOf));
  const costs = new Map<string, number>();
  for (const { cost } of actions) {
    if (cost !== undefined) costs.set(cost.currency, (costs.get(cost.currency) ?? 0) + cost.amount);
  }
  return {
    ...journeyStory(compareStates(was, is, difference.matches), groups, difference.matches),
    actions,
    costs: [...costs].map(([currency, amount]) => ({ currency, amount })),
    difference,
  };
}

function journeyStory(impact: JourneyImpact, groups: readonly ChangeGroup[], matches: Matches): JourneyStory {
  const { before, after } = impact;
  const state = (after ?? before) as JourneyState;
  const wholeEffects = before === undefined || after === undefined ? [] : personaEffects(before, after);
  return {
    title: titled(state.journey),
    path: state.path,
    impact,
    verdict: verdictOf(impact),
    effects: [...wholeEffects, ...touchpointEffects(impact)],
    wholeEffects,
    groups,
    matches,
  };
}

function handleOf({ before, after }: JourneyImpact): string {
  const { path, journey } = (after ?? before) as JourneyState;
  return handleIn(path, 'journey', journey.key);
}

function hasChanged({ fixed, fresh }: FindingChanges): boolean {
  return fixed.length > 0 || fresh.length > 0;
}

function verdictOf(impact: JourneyImpact): Verdict {
  if (impact.before === undefined) return 'new';
  if (impact.after === undefined) return 'gone';
  const change = scoreChange(impact);
  // Scores are sums of weights: what is smaller than what is shown is rounding.
  if (Math.abs(change) < 0.05) return 'same';
  return change < 0 ? 'better' : 'worse';
}

function personaEffects(before: JourneyState, after: JourneyState): readonly Text[] {
  return after.personas.flatMap((now) => {
    const was = before.personas.find(({ persona }) => persona?.id === now.persona?.id);
    if (was === undefined) return [];
    const whose = now.persona === undefined ? undefined : titled(now.persona);
    const of = (en: string, ja: string): Text =>
      whose === undefined ? { en, ja } : { en: `For ${whose.en}, ${lower(en)}`, ja: `${whose.ja}: ${ja}` };
    const effects: Text[] = [];
    if (was.lowest !== undefined && now.lowest !== undefined && was.lowest.value !== now.lowest.value) {
      const isSamePlace = was.lowest.node.touchpoint.key === now.lowest.node.touchpoint.key;
      const lowest = signed(was.lowest.value);
      const [from, to] = [isSamePlace ? { en: lowest, ja: lowest } : point(was.lowest), point(now.lowest)];
      const verb =
        now.lowest.value > was.lowest.value ? { en: 'rises', ja: '上がります' } : { en: 'falls', ja: '下がります' };
      effects.push(
        of(
          `The lowest point ${verb.en} from ${from.en} to ${to.en}.`,
          `感情の底が${from.ja}から${to.ja}に${verb.ja}。`,
        ),
      );
    }
    if (was.end !== undefined && now.end !== undefined && was.end !== now.end) {
      effects.push(
        of(
          `The journey ends at ${signed(now.end)} instead of ${signed(was.end)}.`,
          `最後の感情が${signed(was.end)}から${signed(now.end)}に変わります。`,
        ),
      );
    }
    const [from, to] = [was.wait ?? 0, now.wait ?? 0].map(waitText) as [Text, Text];
    // A minute in four days is no difference that anybody would speak of.
    if (was.wait !== undefined && now.wait !== undefined && from.en !== to.en) {
      const verb = now.wait < was.wait ? { en: 'falls', ja: '減ります' } : { en: 'grows', ja: '増えます' };
      effects.push(
        of(
          `The time spent waiting ${verb.en} from ${from.en} to ${to.en} on the longest way.`,
          `待ち時間の合計(最も長い経路)が${from.ja}から${to.ja}に${verb.ja}。`,
        ),
      );
    }
    return effects;
  });
}

function touchpointEffects({ touchpoints }: JourneyImpact): readonly Text[] {
  return touchpoints.flatMap(({ after, feelings, isForAll, wait }) => {
    const at = titled(after);
    const felt = feelings.flatMap(({ persona, before: was, after: is }): readonly Text[] => {
      if (was === undefined || is === undefined) return [];
      const who = persona === undefined ? { en: 'the customer', ja: 'お客様' } : titled(persona);
      return [
        {
          en: `At ${at.en}, ${who.en} feels ${signed(is)} instead of ${signed(was)}.`,
          ja: `${at.ja}での${who.ja}の感情が${signed(was)}から${signed(is)}になります。`,
        },
      ];
    });
    const said = isForAll ? sameForAll(at, feelings[0]) : felt;
    if (wait === undefined) return said;
    return [...said, waitEffect(at, wait)];
  });
}

function waitEffect(at: Text, { before, after }: { readonly before: number; readonly after: number }): Text {
  const [from, to] = [durationText(before), durationText(after)];
  if (after === 0) {
    return { en: `At ${at.en}, the wait of ${from.en} is gone.`, ja: `${at.ja}の待ち時間${from.ja}がなくなります。` };
  }
  if (before === 0) {
    return { en: `At ${at.en}, a wait of ${to.en} is new.`, ja: `${at.ja}で新たに${to.ja}待つことになります。` };
  }
  return {
    en: `At ${at.en}, the wait is ${to.en} instead of ${from.en}.`,
    ja: `${at.ja}の待ち時間が${from.ja}から${to.ja}になります。`,
  };
}

function sameForAll(
  at: Text,
  feeling: { readonly before?: number; readonly after?: number } | undefined,
): readonly Text[] {
  if (feeling?.before === undefined || feeling.after === undefined) return [];
  const [was, is] = [signed(feeling.before), signed(feeling.after)];
  return [
    {
      en: `At ${at.en}, everybody feels ${is} instead of ${was}.`,
      ja: `${at.ja}での全ペルソナの感情が${was}から${is}になります。`,
    },
  ];
}

function waitText(seconds: number): Text {
  return seconds === 0 ? { en: 'no wait', ja: '待ちなし' } : durationText(seconds);
}

function point({ node, value }: EmotionPoint): Text {
  const at = titled(node.touchpoint);
  return { en: `${signed(value)} (${at.en})`, ja: `${signed(value)}(${at.ja})` };
}

/** Before a name: "For Hanako, the lowest…". */
function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** `12 → 9.5`, whole or of one cause. */
export function scorePair({ before, after }: JourneyImpact, cause?: ScoredCause): string {
  const of = (state: JourneyState | undefined): string => {
    if (state === undefined) return '–';
    return scoreText(cause === undefined ? state.score.total : state.score.causes[cause]);
  };
  const [was, is] = [of(before), of(after)];
  return was === is ? was : `${was} → ${is}`;
}

/** `2 findings fixed, 1 new finding`; nothing when the findings are the same. */
export function findingCounts({ fixed, fresh }: FindingChanges): Text | undefined {
  const parts = [
    ...(fixed.length === 0 ? [] : [countText(fixed.length, ['finding fixed', 'findings fixed'], '件の指摘を解消')]),
    ...(fresh.length === 0 ? [] : [countText(fresh.length, ['new finding', 'new findings'], '件の新しい指摘')]),
  ];
  if (parts.length === 0) return undefined;
  return { en: parts.map(({ en }) => en).join(', '), ja: parts.map(({ ja }) => ja).join('、') };
}
