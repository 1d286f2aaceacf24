import type { FlowView } from '../../../model/analysis.ts';
import type { Consent } from '../../../model/entities.ts';
import type { Fix, RelatedPlace } from '../../../model/finding.ts';
import type { Certainty, FactSource } from '../../../model/flow/facts.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { ConsentRequest, Use } from '../../../model/journey.ts';
import { titled, titles } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { sayOn, severityFor } from '../../certainty.ts';
import {
  consentsAsked,
  consentsWithdrawn,
  isCovered,
  isMarketing,
  isSecondary,
  purposesOf,
  restsOnConsent,
} from '../../consents.ts';
import { adding } from '../../fixes.ts';
import { namesOf, referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'data-before-consent',
    group: 'privacy',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'touchpoint',
    fix: 'unsafe',
    summary: {
      en: 'Data about the customer are used before they have agreed to it.',
      ja: 'お客様が同意する前に、個人に関するデータを使っています。',
    },
    why: {
      en: `Whoever finds out later that they were followed before they were asked does not trust the next question either. This is no legal advice: please check with whoever is responsible for privacy.

A \`uses\` needs consent when its basis is \`consent\`, or when no basis is written and it serves marketing, profiling, tracking or passing data on to others, or when it is about sensitive data that the customer has not always told themselves, or that are used for something else than they came for, such as research; with the jurisdiction \`eu\`, about any sensitive data. Then a consent that covers the data and the purpose must have been asked for on every way there, at the latest at the touchpoint itself. Where it was asked for on some ways only, this is a piece of information. Being asked is enough: with an \`optional\` consent we assume that only those who agreed are meant. A consent that does not say what it covers may cover anything. What customers have withdrawn themselves on the way (\`withdraws\` at a touchpoint by the customer; in what the company writes it is only an offer) must be asked for again. The address to which a message of \`kind marketing\` goes is for \`marketing-without-optin\`.

Bundling is reported as well: a touchpoint at which the customer binds themselves (\`commits\`) and \`required\` consent that is for nothing but marketing, profiling, tracking or passing on. Sharing between systems is not looked at, because passing on to a carrier or a bank rests on the contract.`,
      ja: `尋ねられる前から追跡されていたと後で知ったお客様は、次の質問にも身構えます。これは法的な助言ではありません。個人情報保護の担当者にご確認ください。

\`uses\` に同意が必要とみなすのは、次のいずれかのときです。根拠(\`basis\`)が \`consent\` である。根拠が書かれておらず、目的が広告・プロファイリング・トラッキング・第三者提供である。要配慮のデータで、お客様自身が必ず伝えているとは限らないか、研究や統計など本来の用件以外に使う(法域が \`eu\` なら、要配慮のデータはすべて)。本人が直接伝えた要配慮個人情報は、日本では本人の同意があったものと解されます(個人情報保護法ガイドライン通則編)。そのデータと目的を対象とする同意が、そこに至るすべての経路で、遅くともそのタッチポイントで求められている必要があります。一部の経路だけなら情報です。任意(\`optional\`)の同意は、同意した人だけに使うものとみなします。対象を書いていない同意は、何でも対象としうるものとして扱います。お客様自身が途中で撤回した同意(お客様側のタッチポイントの \`withdraws\`。企業からの連絡にあるものは、撤回できるという案内とみなします)は、改めて求める必要があります。広告(\`kind marketing\`)の宛先は \`marketing-without-optin\` が扱います。

抱き合わせの同意も指摘します。お客様が契約などを確定する(\`commits\`)タッチポイントで、広告・プロファイリング・トラッキング・第三者提供のためだけの同意が必須(\`required\`)の場合です。システム間の共有は、配送会社や銀行への提供が契約に基づくことも多いため、調べません。`,
    },
    remedy: {
      en: 'Ask for consent before the first use, leave it optional, and do without the data until then. Please check the legal basis.',
      ja: '最初に使う前に任意の同意を求め、それまではそのデータを使わないようにします。利用の根拠も確認してください。',
    },
    sources: [
      { title: '個人情報保護法 第20条第2項(要配慮個人情報の取得)、第27条(第三者提供の制限)' },
      {
        title: 'GDPR, Article 7 (Conditions for consent)',
        url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
      },
    ],
    settings: ['jurisdiction'],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      for (const node of view.graph.nodesWith('uses')) {
        if (!view.flow.reachable(node)) continue;
        for (const use of node.touchpoint.uses) checkUse(context, view, node, use);
      }
      for (const node of view.graph.nodesWith('commits')) {
        if (!view.flow.reachable(node)) continue;
        for (const request of node.touchpoint.consents) checkBundle(context, node, request);
      }
    });
  },
};

function checkUse(context: JourneyContext, view: FlowView, node: GraphNode, use: Use): void {
  const { model, report } = context;
  const consents = [...model.consents.values()];
  const unasked = use.data.flatMap(({ key }) => {
    if (!needsConsent(context, view, node, use, key) || isToWriteTo(context, node, use, key)) return [];
    const fitting = consents.filter((consent) => isCovered(consent, key, use.purpose?.value));
    const certainty = missing(view, node, fitting);
    return certainty === undefined ? [] : [{ key, fitting, certainty }];
  });
  const certainty = unasked.some((each) => each.certainty === 'always') ? 'always' : 'sometimes';
  const said = unasked.filter((each) => each.certainty === certainty);
  if (said.length === 0) return;
  const names = namesOf(
    model.data,
    said.map(({ key }) => key),
  );
  const fitting = consents.filter((consent) => said.every((each) => each.fitting.includes(consent)));
  const withdrawn = fitting.filter(({ key }) => view.flow.past(consentsWithdrawn).after(node, key) === 'always');
  const at = titled(node.touchpoint);
  const asked = askedWhere(view, fitting).filter((other) => other.node !== node);
  const purpose = use.purpose === undefined ? { en: '', ja: '' } : purposeText(use.purpose.value);
  const when = withdrawn.length > 0 ? afterWithdrawal : beforeAsking(certainty === 'always' ? asked : []);
  report({
    place: use.place,
    severity: severityFor(certainty, 'warning'),
    message: sayOn(certainty, {
      en: `${at.en} uses ${names.en}${purpose.en} ${when.en}.`,
      ja: `${at.ja}では、${when.ja}${names.ja}を${purpose.ja}使っています。`,
    }),
    help: rule.meta.remedy,
    related: asked.map(
      ({ place }): RelatedPlace => ({
        place,
        message: { en: 'consent is asked for here', ja: '同意を求めるのはここです' },
      }),
    ),
    fixes: () => fixesFor(context, node, fitting),
    subject: { touchpoint: node.key },
  });
}

const afterWithdrawal: Text = {
  en: 'after the customer has withdrawn their consent',
  ja: 'お客様が同意を撤回した後に',
};

function beforeAsking(asked: readonly { readonly node: GraphNode }[]): Text {
  if (asked.length === 0)
    return { en: 'without asking the customer for consent first', ja: 'お客様の同意を先に得ないまま' };
  const where = titles(asked.map(({ node }) => node.touchpoint));
  return { en: `before the customer is asked for consent at ${where.en}`, ja: `${where.ja}で同意を求める前に` };
}

function needsConsent(
  { model, settings }: JourneyContext,
  { flow }: FlowView,
  node: GraphNode,
  { basis, purpose }: Use,
  datum: string,
): boolean {
  if (basis !== undefined) return basis.value.toLowerCase() === 'consent' || basis.value === '同意';
  if (purpose !== undefined && restsOnConsent(purpose.value)) return true;
  if (model.data.get(datum)?.sensitive !== true) return false;
  // Who tells the kitchen about an allergy agrees to its being heeded; only the GDPR wants that said in so many words.
  if (purpose !== undefined && isSecondary(purpose.value)) return true;
  return settings.jurisdiction === 'eu' || flow.past(saidByCustomer).after(node, datum) !== 'always';
}

/** Whether it is the address to which an advertisement is sent: `marketing-without-optin` speaks about that. */
function isToWriteTo({ model }: JourneyContext, { touchpoint }: GraphNode, { purpose }: Use, datum: string): boolean {
  const { personal, identifier } = model.data.get(datum) ?? { personal: false, identifier: false };
  return touchpoint.kind?.value === 'marketing' && isMarketing(purpose?.value ?? '') && personal && identifier;
}

const saidByCustomer: FactSource = (mark, graph) => {
  for (const node of graph.nodesWith('asks')) {
    for (const { data } of node.touchpoint.asks) for (const { key } of data) mark.begins(node, key);
  }
};

/** On which ways none of the consents has been asked for. */
function missing(view: FlowView, node: GraphNode, fitting: readonly Consent[]): Certainty | undefined {
  const past = view.flow.past(consentsAsked);
  const asked = new Set(fitting.map(({ key }) => past.after(node, key)));
  if (asked.has('always')) return undefined;
  return asked.has('sometimes') ? 'sometimes' : 'always';
}

function askedWhere(
  { graph, flow }: FlowView,
  consents: readonly Consent[],
): readonly { readonly node: GraphNode; readonly place: ConsentRequest['place'] }[] {
  return graph
    .nodesWith('consents')
    .flatMap((node) =>
      flow.reachable(node)
        ? node.touchpoint.consents
            .filter(({ consent }) => consents.some(({ key }) => key === consent.key))
            .map(({ place }) => ({ node, place }))
        : [],
    );
}

function purposeText(value: string): Text {
  const [en, ja] = knownPurposes[value] ?? [value, value];
  return { en: ` for ${en}`, ja: `${ja}のために` };
}

const knownPurposes: Readonly<Record<string, readonly [en: string, ja: string]>> = {
  marketing: ['marketing', '広告'],
  advertising: ['advertising', '広告'],
  profiling: ['profiling', 'プロファイリング'],
  tracking: ['tracking', 'トラッキング'],
  thirdParty: ['passing on to others', '第三者提供'],
};

function checkBundle(
  { model, report }: JourneyContext,
  { key, touchpoint }: GraphNode,
  { consent: { key: asked }, required, optional, place }: ConsentRequest,
): void {
  const consent = model.consents.get(asked);
  if (consent === undefined || optional !== undefined || (required ?? consent.required) === undefined) return;
  const purposes = purposesOf(consent);
  if (purposes.length === 0 || !purposes.every(restsOnConsent)) return;
  const [at, name] = [titled(touchpoint), titled(consent)];
  report({
    place,
    message: {
      en: `${at.en} makes the consent ${name.en} a condition, although nothing that the customer orders needs it.`,
      ja: `${at.ja}では、申し込みに必要のない${name.ja}への同意が必須になっています。`,
    },
    help: {
      en: 'Make it optional and ask for it apart from the order. Please check the legal basis.',
      ja: '任意にし、申し込みとは分けて尋ねます。法的な根拠も確認してください。',
    },
    fixes: () =>
      required === undefined
        ? []
        : [
            {
              title: { en: `Make the consent ${name.en} optional`, ja: `${name.ja}への同意を任意にする` },
              safe: false,
              edits: [{ kind: 'replace', place: required.place, text: 'optional' }],
            },
          ],
    subject: { touchpoint: key },
    same: 'bundled',
  });
}

function fixesFor({ model }: JourneyContext, { touchpoint }: GraphNode, fitting: readonly Consent[]): readonly Fix[] {
  const consent = fitting.find(({ key }) => referable(model.consents, key) !== undefined);
  if (consent === undefined) return [];
  const name = titled(consent);
  return [
    adding(touchpoint, [`consent ${consent.id} optional`], {
      en: `Ask for the consent ${name.en} here first`,
      ja: `ここで先に${name.ja}への同意を求める`,
    }),
  ];
}
