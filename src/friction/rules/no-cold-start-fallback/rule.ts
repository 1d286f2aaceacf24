import type { FlowView } from '../../../model/analysis.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Personalisation } from '../../../model/journey.ts';
import { titled } from '../../../model/phrases.ts';
import { literal, writtenInJapanese } from '../../fixes.ts';
import { namesOf } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'no-cold-start-fallback',
    group: 'personalisation',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'touchpoint',
    fix: 'unsafe',
    summary: {
      en: 'Nothing is planned for customers of whom the data for a personalisation are not known yet.',
      ja: 'データがまだない人への見せ方が決まっていません。',
    },
    why: {
      en: `On a first visit nothing is known. What is shown then is often an empty shelf, and the first visit is the one that decides.

Looked at is each \`personalises with\` without a \`fallback\`. It is reported when one of its data is not known for sure to the touchpoint's system on the first way here. What the system \`holds\` from before does not help a new customer. In stages of the kinds \`use\`, \`repeat\` and \`loyalty\` held data count as known, because there the customer is no longer new.`,
      ja: `初めての訪問では、まだ何も分かりません。そこで空の棚を見せてしまいがちですが、印象を決めるのは最初の訪問です。

\`fallback\` のない \`personalises with\` を調べ、その情報のどれかを、初めて来たときにシステムが確実には知らない場合に指摘します。システムが以前から \`holds\` としている情報は、新しいお客様には役立ちません。ただし利用(\`use\`)・再購入(\`repeat\`)・ロイヤルティ(\`loyalty\`)のステージでは、もう新しいお客様ではないので、保持している情報も知っているとみなします。`,
    },
    remedy: {
      en: 'Say what everybody else sees: `personalises with … fallback "…"`.',
      ja: 'データがない人に見せるものを書きます(`personalises with … fallback "…"`)。',
    },
    sources: [],
    settings: [],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      for (const node of view.graph.nodesWith('personalises')) {
        if (!view.flow.reachable(node)) continue;
        for (const personalisation of node.touchpoint.personalises) {
          if (personalisation.fallback === undefined) check(context, view, node, personalisation);
        }
      }
    });
  },
};

const returning: ReadonlySet<string> = new Set(['use', 'repeat', 'loyalty']);

function check(context: JourneyContext, view: FlowView, node: GraphNode, { data, place }: Personalisation): void {
  const { model } = context;
  const { touchpoint, stage } = node;
  const system = touchpoint.system?.key;
  const held = returning.has(stage.kind?.value ?? '') && system !== undefined ? model.systems.get(system)?.holds : [];
  const unsure = data.filter(({ key }) => {
    if (held?.some((each) => each.key === key) === true) return false;
    return system === undefined
      ? view.flow.known.before(node, key, 'first')?.certainty !== 'always'
      : view.flow.known.knows(node, key, system, 'first') !== 'always';
  });
  if (unsure.length === 0) return;
  const [at, what] = [
    titled(touchpoint),
    namesOf(
      model.data,
      unsure.map(({ key }) => key),
    ),
  ];
  const text = literal(writtenInJapanese(touchpoint) ? '人気の高いものを見せる' : 'Show what most people like');
  context.report({
    place,
    message: {
      en: `${at.en} says nothing of what a customer sees whose ${what.en} ${unsure.length === 1 ? 'is' : 'are'} not known yet.`,
      ja: `${at.ja}では、${what.ja}がまだ分からないお客様に何を見せるかが決まっていません。`,
    },
    help: rule.meta.remedy,
    fixes: () => [
      {
        title: { en: 'Add a fallback', ja: '見せるものを書く' },
        safe: false,
        edits: [{ kind: 'append', place, text: ` fallback ${text}` }],
      },
    ],
    subject: { touchpoint: touchpoint.key },
  });
}
