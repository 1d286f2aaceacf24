import type { Consent } from '../model/entities.ts';
import type { FactSource } from '../model/flow/facts.ts';
import type { GraphNode } from '../model/graph.ts';
import type { Model } from '../model/model.ts';

/**
 * Which consents, by their keys, the customer has been asked for. An optional one counts as well: what follows is then only
 * done to those who agreed. Asking and using at one touchpoint is in order.
 */
export const consentsAsked: FactSource = (mark, graph) => {
  for (const node of graph.nodesWith('withdraws')) {
    if (isTakingBack(node)) for (const { key } of node.touchpoint.withdraws) mark.ceases(node, key);
  }
  for (const node of graph.nodesWith('consents')) {
    for (const { consent } of node.touchpoint.consents) mark.begins(node, consent.key);
  }
};

/** Which of them the customer has taken back since. */
export const consentsWithdrawn: FactSource = (mark, graph) => {
  for (const node of graph.nodesWith('consents')) {
    for (const { consent } of node.touchpoint.consents) mark.ceases(node, consent.key);
  }
  for (const node of graph.nodesWith('withdraws')) {
    if (isTakingBack(node)) for (const { key } of node.touchpoint.withdraws) mark.begins(node, key);
  }
};

/** Whether the customer does it there: what the company writes to them says only that they can. */
function isTakingBack({ touchpoint: { initiator } }: GraphNode): boolean {
  return initiator?.value === 'customer';
}

/** Whether a purpose is one that, as a rule, rests on consent: nobody needs it to deliver what was ordered. */
export function restsOnConsent(purpose: string): boolean {
  return kindOf(purpose) !== undefined;
}

/** Whether a purpose is to advertise, in whichever word. */
export function isMarketing(purpose: string): boolean {
  return isSamePurpose(purpose, 'marketing');
}

/** Whether a purpose serves the company and not what the customer came for. */
export function isSecondary(purpose: string): boolean {
  return secondary.test(purpose);
}

/** An analysis, a training or 学習 alone may be just what the customer came for: of their skin, for a marathon, of English. */
const secondary =
  /research|analytics|statistic|development|(machine|model|ai)[ -]?(learning|training)|研究|統計|開発|機械学習|(AI|モデル|アルゴリズム)の?学習|(アクセス|市場|利用状況|行動)の?(分析|解析)/i;

/** Whether two words mean the same purpose: `advertising` and `marketing`, `広告` and `marketing`. */
function isSamePurpose(a: string, b: string): boolean {
  return a === b || (kindOf(a) !== undefined && kindOf(a) === kindOf(b));
}

/** Whether a consent is about a use of data. A consent that does not say what it covers may cover everything. */
export function isCovered({ covers }: Consent, datum: string | undefined, purpose: string | undefined): boolean {
  if (covers.length === 0) return true;
  return covers.some(({ data, purposes }) => {
    const named = datum === undefined || data.length === 0 || data.some(({ key }) => key === datum);
    const meant =
      purpose === undefined || purposes.length === 0 || purposes.some(({ value }) => isSamePurpose(value, purpose));
    return named && meant;
  });
}

/** The consents to be contacted with advertising. */
export function marketingConsents(model: Model): readonly Consent[] {
  return [...model.consents.values()].filter((consent) => isCovered(consent, undefined, 'marketing'));
}

/** What a consent is for, if it says so. */
export function purposesOf({ covers }: Consent): readonly string[] {
  return covers.flatMap(({ purposes }) => purposes.map(({ value }) => value));
}

function kindOf(purpose: string): string | undefined {
  return purposeKinds.find((words) => words.includes(purpose.toLowerCase().replace(/[-_]/g, '')))?.[0];
}

/** Each with the words that people write for it, in small letters without hyphens. */
const purposeKinds: readonly (readonly string[])[] = [
  ['marketing', 'advertising', 'ads', 'newsletter', 'promotion', '広告', '宣伝', 'マーケティング', '販促', 'メルマガ'],
  ['profiling', 'プロファイリング', '行動分析'],
  ['tracking', 'トラッキング', '追跡', '行動追跡'],
  ['thirdparty', 'thirdparties', 'partners', '第三者提供'],
];
