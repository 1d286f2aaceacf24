import type { FlowView } from '../../../model/analysis.ts';
import type { Fix } from '../../../model/finding.ts';
import type { GraphNode } from '../../../model/graph.ts';
import { titled } from '../../../model/phrases.ts';
import { type Commitment, commitmentOf } from '../../commitments.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'forced-account',
    group: 'empowerment',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'Nobody can buy without registering first.',
      ja: '購入前に会員登録を強制しています。',
    },
    why: {
      en: `Having to open an account before the purchase is one of the most frequent reasons for giving up a basket: 19 % in one year's survey by Baymard, up to 28 % in others.

A touchpoint registers when its \`task\` is \`register\` or when it asks for a new \`password\`. It is reported when every way to every \`commits purchase\`, \`order\`, \`booking\` or \`reservation\` that the persona reaches goes through it, and it is not \`optional\`. Subscriptions and memberships are left out: there the account is what one signs up for.`,
      ja: `購入前の会員登録は、カゴ落ちの最も多い理由の一つです(Baymardの調査では19%、年によっては28%)。

\`task\` が \`register\` のタッチポイント、または新しい \`password\` を尋ねるタッチポイントを会員登録とみなします。ペルソナがたどり着くすべての \`commits purchase\`・\`order\`・\`booking\`・\`reservation\` に至るどの経路もそこを通り、任意(\`optional\`)でなければ指摘します。定期契約や会員制度は、登録そのものが目的なので除きます。`,
    },
    remedy: {
      en: 'Let customers go on as guests and offer the account afterwards.',
      ja: 'ゲストのまま進めるようにし、会員登録は購入後に案内します。',
    },
    sources: [{ title: 'Baymard Institute: Reasons for cart abandonment (via EcomToolkit)' }],
    settings: [],
  },
  check: (context) => {
    forEachFlow(context, checkFlow);
  },
};

const purchases: ReadonlySet<Commitment | undefined> = new Set(['purchase', 'order', 'booking', 'reservation']);

function checkFlow(context: JourneyContext, { flow, graph }: FlowView): void {
  const buys = graph
    .nodesWith('commits')
    .filter(
      (node) => node.touchpoint.commits.some(({ value }) => purchases.has(commitmentOf(value))) && flow.reachable(node),
    );
  const [first] = buys;
  if (first === undefined) return;
  for (const node of graph.nodes) {
    if (registers(node) && buys.every((buy) => flow.dominates(node, buy))) report(context, node, first);
  }
}

function registers({ touchpoint: { task, asks, optional } }: GraphNode): boolean {
  if (optional !== undefined) return false;
  return task?.value === 'register' || asks.some((request) => request.optional === undefined && asksPassword(request));
}

function asksPassword({ data }: GraphNode['touchpoint']['asks'][number]): boolean {
  return data.some(({ key }) => key === 'password');
}

function report(context: JourneyContext, node: GraphNode, buy: GraphNode): void {
  const { touchpoint } = node;
  const [at, goal] = [titled(touchpoint), titled(buy.touchpoint)];
  const commit = buy.touchpoint.commits[0];
  context.report({
    place: touchpoint.place,
    message: {
      en: `Nobody gets to ${goal.en} without an account: every way goes through ${at.en}.`,
      ja: `どの経路も${at.ja}を通るため、会員登録をしないと${goal.ja}へ進めません。`,
    },
    help: rule.meta.remedy,
    related: [
      { place: commit?.place ?? buy.touchpoint.place, message: { en: 'the purchase', ja: 'ここで購入します' } },
    ],
    fixes: () => (node === buy ? [] : [makeOptional(touchpoint)]),
    subject: { touchpoint: node.key },
  });
}

function makeOptional({ extent, body }: GraphNode['touchpoint']): Fix {
  return {
    title: { en: 'Let customers skip it, as guests', ja: 'ゲストとして省略できるようにする' },
    safe: false,
    edits: [
      { kind: 'addStatements', to: body === undefined ? { extent } : { extent, body }, statements: ['optional'] },
    ],
  };
}
