import type { Graph, GraphNode } from '../../../model/graph.ts';
import { titled } from '../../../model/phrases.ts';
import type { Reference } from '../../../model/values.ts';
import { nameOf } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';
import { happeningDuring } from '../../while-waiting.ts';

export const rule: Rule = {
  meta: {
    id: 'parallel-race',
    group: 'consistency',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'journey',
    summary: {
      en: 'Two touchpoints that happen at the same time ask for or change the same datum.',
      ja: '同時に起きる二つのタッチポイントが、同じ情報を尋ねたり変えたりしています。',
    },
    why: {
      en: `When two people or machines ask for the same thing at the same time, the customer may give two answers, and nobody knows which of them counts.

At the same time happen a touchpoint and those that are \`during\` it, and all that are \`during\` the same touchpoint. Reported is a datum that two of them ask for, give, or forget, once for each pair. What is only read or filled in beforehand changes nothing.`,
      ja: `二人の担当者や二つのシステムが同じことを同時に尋ねると、お客様の答えが食い違い、どちらが正しいのか分からなくなります。

あるタッチポイントとその間(\`during\`)に起きるもの、また同じタッチポイントの間に起きるものどうしを、同時に起きるとみなします。そのうち二つが同じ情報を尋ね、渡し、または削除する場合に、組ごとに指摘します。読み取るだけ、あらかじめ入力しておくだけの情報は変わらないため対象外です。`,
    },
    remedy: {
      en: 'Let one of them ask, and the other read what is known.',
      ja: '一方だけが尋ね、もう一方はその情報を読み取るようにします。',
    },
    sources: [],
    settings: [],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      for (const node of view.graph.nodesWith('during')) {
        for (const other of parallelTo(view.graph, node)) {
          if (node.index < other.index) checkPair(context, node, other);
          else checkPair(context, other, node);
        }
      }
    });
  },
};

/** What happens at the same time as a touchpoint that is `during` another one: that one, and others `during` it further on. */
function parallelTo(graph: Graph, { index, touchpoint: { during } }: GraphNode): readonly GraphNode[] {
  if (during === undefined) return [];
  const others = happeningDuring(graph, during.key).filter((other) => other.index > index);
  const whole = graph.node(during.key);
  return whole === undefined || whole.index === index ? others : [whole, ...others];
}

function checkPair({ model, report }: JourneyContext, a: GraphNode, b: GraphNode): void {
  const changed = new Map(changedAt(a).map((reference) => [reference.key, reference]));
  for (const { key, place } of new Map(changedAt(b).map((reference) => [reference.key, reference])).values()) {
    const first = changed.get(key);
    if (first === undefined) continue;
    const [one, other, what] = [titled(a.touchpoint), titled(b.touchpoint), nameOf(model.data, key)];
    report({
      place,
      message: {
        en: `${one.en} and ${other.en} happen at the same time and both handle ${what.en}, so nobody knows which answer counts.`,
        ja: `${one.ja}と${other.ja}は同時に起こり、どちらも${what.ja}を扱うため、どちらの内容が正しいのか分からなくなります。`,
      },
      help: rule.meta.remedy,
      related: [{ place: first.place, message: { en: 'at the same time here', ja: '同時にここでも扱います' } }],
      subject: { touchpoint: b.key, next: a.key },
      same: `${a.key} ${key}`,
    });
  }
}

function changedAt({ touchpoint: { asks, gives, forgets } }: GraphNode): readonly Reference[] {
  return [...asks.flatMap(({ data }) => data), ...gives, ...forgets];
}
