import type { JourneyAnalysis } from '../model/analysis.ts';
import type { Data } from '../model/entities.ts';
import type { FactSource } from '../model/flow/facts.ts';
import type { Stage, Touchpoint } from '../model/journey.ts';
import { lazyFor } from '../model/lazy.ts';
import type { Reference } from '../model/values.ts';

/** At which touchpoints and on which ways data, by their keys, are put to use: seen, filled in, recognised by, passed on. */
export const dataUsed: FactSource = (mark, graph) => {
  for (const node of graph.nodes) {
    if (usesData(node.touchpoint)) for (const key of usedAt(node.touchpoint)) mark.begins(node, key);
  }
  for (const edge of graph.edges) for (const { key } of edge.carries) mark.begins(edge.from, key, 'sometimes');
};

/** Whether a touchpoint makes use of anything. Asking is no use, and neither is handing something to the customer. */
function usesData({ uses, personalises, reads, prefilled, recognises, redeems }: Touchpoint): boolean {
  return uses.length + personalises.length + reads.length + prefilled.length + recognises.length + redeems.length > 0;
}

/** What a touchpoint makes use of. */
export function usedAt({ uses, personalises, reads, prefilled, recognises, redeems }: Touchpoint): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { data } of uses) addKeys(used, data);
  for (const { data } of personalises) addKeys(used, data);
  for (const references of [reads, prefilled, recognises, redeems]) addKeys(used, references);
  return used;
}

/**
 * Data that are of use apart from the ways of one journey: a system shares them or tells customers apart by them, a handover
 * carries them, a consent says what they are for, or another journey uses them. Looked for once.
 */
export const usedElsewhere = lazyFor(({ model, journey }: JourneyAnalysis): ReadonlySet<string> => {
  const used = new Set<string>();
  for (const { recognises, shares } of model.systems.values()) {
    addKeys(used, recognises);
    for (const { data } of shares) addKeys(used, data);
  }
  for (const { covers } of model.consents.values()) for (const { data } of covers) addKeys(used, data);
  for (const { carries } of [...model.handovers, ...journey.handovers]) addKeys(used, carries);
  for (const { key, stages } of model.journeys.values()) {
    if (key !== journey.key) for (const stage of stages) addUsedIn(used, stage);
  }
  return used;
});

function addUsedIn(used: Set<string>, { touchpoints }: Stage): void {
  for (const touchpoint of touchpoints) {
    if (usesData(touchpoint)) for (const key of usedAt(touchpoint)) used.add(key);
  }
}

function addKeys(keys: Set<string>, references: readonly Reference[]): void {
  for (const { key } of references) keys.add(key);
}

/**
 * Whether a datum describes the customer and is not needed to do what they came for: age, gender, income, health. A name, an
 * address, a card or a date is needed so evidently that hardly anybody writes down what for.
 */
export function isAboutThePerson({ sensitive, library, id, label, labelJa, labelEn }: Data): boolean {
  if (sensitive) return true;
  const names = library ? [id] : [id, label, labelJa, labelEn];
  return names.some((name) => name !== undefined && descriptive.has(name.toLowerCase().replace(/[\s_-]/g, '')));
}

/** Ids and titles of the standard library, and what people write instead, in small letters without spaces. */
const descriptive: ReadonlySet<string> = new Set(
  [
    'birthday dateofbirth birthdate age gender sex nationality occupation income salary familysize maritalstatus hobby',
    'hobbies interests jobtitle companysize industry budget',
    '生年月日 誕生日 年齢 年代 性別 国籍 職業 職種 年収 世帯年収 家族構成 婚姻状況 趣味 興味・関心 役職 従業員数 業種 予算',
    '学歴 最終学歴',
  ].flatMap((words) => words.split(' ')),
);
