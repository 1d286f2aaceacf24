import type { FlowView } from '../../../model/analysis.ts';
import type { Fix } from '../../../model/finding.ts';
import type { Certainty, FactSource } from '../../../model/flow/facts.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Model } from '../../../model/model.ts';
import { titled } from '../../../model/phrases.ts';
import { sayOn, severityFor } from '../../certainty.ts';
import { costsShownAt, isInTotal, showsTotal } from '../../costs.ts';
import type { ShownCost } from '../../costs.ts';
import { adding } from '../../fixes.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { committed, commitments } from './commitments.ts';
import { checkEffort } from './effort.ts';
import { checkFirstPrice } from './first-price.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'late-cost-disclosure',
    group: 'transparency',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'A cost is first shown after the customer has committed, or after much effort.',
      ja: '費用が、申し込みのあとや多くの入力のあとに初めて示されます。',
    },
    why: {
      en: `Costs that turn up late are the most frequent reason to abandon a purchase (39% by secondary reports of Baymard's research), and after the purchase they feel like a trick.

A cost is a fact that is an amount of money, or one of the words fee, shippingFee, tax and cancelFee, and a price that is said to be additional (\`shows price "230 EUR extra"\`); facts that sound like money for the customer (credit, refund, discount…) are none. A cost that a touchpoint after a \`commits\` shows must have been shown on all ways to that commitment, or at it. If no way shows it, this is a warning; if only some do, a piece of information. When another commitment follows on all ways, or right there, the cost belongs to that one. The words for fees are taken to be part of a total (\`priceTotal\`, \`total\`) that was shown in time; facts of their own are not.

It is a warning as well when customers agree to pay (\`commits payment\`, not in a shop) on all ways, and the first price of the journey is shown after that, on anything but a receipt or a confirmation. A price before counts in whatever words: what is shown, a quotation or an invoice, or an amount in what is seen, explained or told.

It is also a piece of information when the first cost of all is shown only after 5 data or more were asked in the same stage, unless the touchpoint \`gives\` a quotation or an estimate (or has the \`task quote\`): that price depends on what was asked. Where the journey has a \`commits\` and none follows the price, nothing is decided by it any more, and nothing is said.`,
      ja: `後から現れる費用は購入をやめる理由の1位で(Baymardの調査の二次情報では39%)、購入後に分かれば、だまされたと感じさせます。

費用とは、金額として宣言された事実(\`fact\`)と、fee・shippingFee・tax・cancelFee の語、追加であると書かれた価格(\`shows price "追加 23,000円"\`)です。お客様が受け取るお金に見える事実(返金、割引、補償など)は除きます。\`commits\` のあとで示される費用は、そこに至るすべての経路で、遅くともその場で示されている必要があります。どの経路でも示されていなければ警告、一部の経路だけなら情報です。その場またはその先のすべての経路に別の \`commits\` があれば、そちらの費用とみなします。手数料などの語は、先に示した総額(\`priceTotal\`、\`total\`)に含まれるとみなしますが、独立した事実は含まれるとはみなしません。

すべての経路で、お客様が支払いを約束し(店舗以外での \`commits payment\`)、ジャーニーで最初の価格がそのあとに示される場合も警告です(領収書と確認の連絡は除きます)。約束の前に、何らかの価格の表示、見積書や請求書、目にするものや説明の中の金額があれば、何も言いません。

同じステージで5つ以上の情報を尋ねたあとに、最初の費用が示される場合も情報とします。ただし見積もり(\`gives\` で渡す見積もり、\`task quote\`)の価格は、尋ねた内容で決まるため除きます。\`commits\` のあるジャーニーで、その価格のあとに \`commits\` がなければ、価格を見て決めることがもうないため、何も言いません。`,
    },
    remedy: {
      en: 'Show everything that has to be paid where customers compare, at the latest where they decide.',
      ja: '支払うものはすべて、比較する段階で、遅くとも決める場所で示します。',
    },
    sources: [{ title: 'Baymard Institute: reasons for abandonment (39% extra costs; read in secondary reports)' }],
    settings: ['dataBeforeCost'],
  },
  check: (whole) => {
    if (whole.analysis.whole.graph.nodesWith('shows').length === 0) return;
    const costs = costsIn(whole.model);
    forEachFlow(whole, (context, view) => {
      const { graph, flow } = view;
      // Before the first commitment nothing is late.
      const shows = graph.nodesWith('commits').length === 0 ? [] : graph.nodesWith('shows');
      for (const node of shows) {
        if (flow.past(commitments).before(node, committed, 'first') === undefined) continue;
        for (const cost of costsShownAt(context.model, node.touchpoint)) checkCost(context, view, node, cost, costs);
      }
      if (shows.length > 0) checkFirstPrice(context, view, rule.meta.remedy);
      checkEffort(context, view, rule.meta.remedy);
    });
  },
};

const total = 'the total';

function costsIn(model: Model): FactSource {
  return (mark, graph) => {
    for (const node of graph.nodesWith('shows')) {
      for (const { id } of costsShownAt(model, node.touchpoint)) mark.begins(node, id);
      if (showsTotal(node.touchpoint)) mark.begins(node, total);
    }
  };
}

function checkCost(context: JourneyContext, view: FlowView, node: GraphNode, cost: ShownCost, costs: FactSource): void {
  const { flow } = view;
  if (flow.future(commitments).fromHere(node, committed) === 'always') return;
  const shown = flow.past(costs);
  // Seen on all ways here: too late or not, an earlier touchpoint is where it was late.
  if (shown.before(node, cost.id, 'first') === 'always') return;
  const decisions = flow
    .past(commitments)
    .origins(node, committed, 'first')
    .map((origin) => origin.node);
  const late = decisions.flatMap((decision) => {
    if (isInTotal(cost) && shown.after(decision, total, 'first') === 'always') return [];
    const certainty = shown.after(decision, cost.id, 'first');
    return certainty === 'always' ? [] : [{ decision, certainty: opposite(certainty) }];
  });
  const worst = late.find(({ certainty }) => certainty === 'always') ?? late[0];
  if (worst !== undefined) reportLate(context, view, node, cost, worst.decision, worst.certainty);
}

function opposite(shown: Certainty | undefined): Certainty {
  return shown === undefined ? 'always' : 'sometimes';
}

function reportLate(
  { report }: JourneyContext,
  view: FlowView,
  node: GraphNode,
  cost: ShownCost,
  decision: GraphNode,
  certainty: Certainty,
): void {
  const [at, decided] = [titled(node.touchpoint), titled(decision.touchpoint)];
  report({
    place: cost.place,
    severity: severityFor(certainty, 'warning'),
    message: sayOn(certainty, {
      en: `the customer learns of ${cost.name.en} only at ${at.en}, after the commitment at ${decided.en}.`,
      ja: `${cost.name.ja}は、${decided.ja}で決めたあとの${at.ja}で初めてお客様に示されます。`,
    }),
    help: rule.meta.remedy,
    related: [
      {
        place: decision.touchpoint.commits[0]?.place ?? decision.touchpoint.place,
        message: { en: 'the customer commits here', ja: 'お客様はここで決めます' },
      },
    ],
    fixes: () => showEarlier(view, cost, decision),
    subject: { touchpoint: node.key },
    same: cost.id,
  });
}

/** At the first touchpoint of comparing that everybody passes on the way to the decision, otherwise at the decision. */
function showEarlier({ graph, flow }: FlowView, { code, name }: ShownCost, decision: GraphNode): readonly Fix[] {
  if (code === undefined) return [];
  const comparing = graph.nodes.find(
    ({ stage }) => stage.kind?.value === 'compare' || stage.kind?.value === 'consider',
  );
  const target = comparing !== undefined && flow.dominates(comparing, decision) ? comparing : decision;
  const where = titled(target.touchpoint);
  return [
    adding(target.touchpoint, [`shows ${code}`], {
      en: `Show ${name.en} at ${where.en}`,
      ja: `${name.ja}を${where.ja}で示す`,
    }),
  ];
}
