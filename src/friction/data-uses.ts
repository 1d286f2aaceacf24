import type { Data } from '../model/entities.ts';
import type { FactSource } from '../model/flow/facts.ts';
import type { Journey, Touchpoint } from '../model/journey.ts';
import type { Model } from '../model/model.ts';
import type { Reference } from '../model/values.ts';

/** At which touchpoints and on which ways data, by their keys, are put to use: seen, filled in, recognised by, passed on. */
export const dataUsed: FactSource = (mark, graph) => {
  for (const node of graph.nodes) for (const key of usedAt(node.touchpoint)) mark.begins(node, key);
  for (const edge of graph.edges) for (const { key } of edge.carries) mark.begins(edge.from, key, 'sometimes');
};

/** What a touchpoint makes use of. Asking is no use, and neither is handing something to the customer. */
export function usedAt({ uses, personalises, reads, prefilled, recognises, redeems }: Touchpoint): ReadonlySet<string> {
  const lists: readonly (readonly Reference[])[] = [
    ...uses.map(({ data }) => data),
    ...personalises.map(({ data }) => data),
    reads,
    prefilled,
    recognises,
    redeems,
  ];
  return new Set(lists.flatMap((list) => list.map(({ key }) => key)));
}

/**
 * Data that are of use apart from the ways of one journey: a system shares them or tells customers apart by them, a handover
 * carries them, a consent says what they are for, or another journey uses them.
 */
export function usedElsewhere(model: Model, journey: Journey): ReadonlySet<string> {
  const systems = [...model.systems.values()];
  const lists: readonly (readonly Reference[])[] = [
    ...systems.map(({ recognises }) => recognises),
    ...systems.flatMap(({ shares }) => shares.map(({ data }) => data)),
    ...[...model.consents.values()].flatMap(({ covers }) => covers.map(({ data }) => data)),
    ...[...model.handovers, ...journey.handovers].map(({ carries }) => carries),
  ];
  const others = [...model.journeys.values()].filter(({ key }) => key !== journey.key);
  return new Set([
    ...lists.flatMap((list) => list.map(({ key }) => key)),
    ...others.flatMap(({ stages }) =>
      stages.flatMap(({ touchpoints }) => touchpoints.flatMap((each) => [...usedAt(each)])),
    ),
  ]);
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
