import type { Fix } from '../../../model/finding.ts';
import type { Graph, GraphNode } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import { lazyFor } from '../../../model/lazy.ts';
import { titled } from '../../../model/phrases.ts';
import type { Word } from '../../../model/values.ts';
import { type Commitment, commitmentOf, commitmentText } from '../../commitments.ts';
import { adding } from '../../fixes.ts';
import { referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'no-way-back',
    group: 'empowerment',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'A binding step cannot be undone or changed by the customer.',
      ja: '取り消し・変更の道がありません。',
    },
    why: {
      en: `Plans change. Who cannot change or cancel what they have agreed to waits longer before agreeing, and feels trapped afterwards.

Looked at is each touchpoint that \`commits\` a purchase, order, booking, reservation or contract. It needs a way back: \`can cancel\`, \`change\`, \`return\` or the like, there or at a touchpoint that can follow; or a touchpoint with the task \`cancel\`, \`change\`, \`return\`, \`exchange\` or \`refund\` that can follow. Where there is none for a good reason, \`final "…"\` says so. Subscriptions and memberships, and whether leaving is as easy as coming, are for \`no-withdrawal-path\`.`,
      ja: `予定は変わるものです。変更も取り消しもできないと分かると、お客様は約束をためらい、後では閉じ込められたと感じます。

購入・注文・予約・契約を \`commits\` とするタッチポイントごとに、戻る道があるかを調べます。そのタッチポイント、または後に続きうるタッチポイントでの \`can cancel\`・\`change\`・\`return\` など、あるいは用件が取り消し・変更・返品・交換・返金のタッチポイントです。正当な理由で戻れない場合は \`final "…"\` に理由を書きます。定期契約や会員、およびやめるときの手間が始めるときと釣り合うかは \`no-withdrawal-path\` が扱います。`,
    },
    remedy: {
      en: 'Say how it can be undone (`can cancel via … until …`), or why it cannot (`final "…"`).',
      ja: '戻る方法(`can cancel via … until …`)か、戻れない理由(`final "…"`)を書きます。',
    },
    sources: [{ title: 'Nielsen: 10 usability heuristics, user control and freedom' }],
    settings: [],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      for (const node of view.graph.nodesWith('commits')) {
        const { commits, final } = node.touchpoint;
        if (final !== undefined || !commits.some(isBinding) || !view.flow.reachable(node)) continue;
        if (placesToGoBack(view.graph).some((other) => other === node || view.flow.leadsTo(node, other))) continue;
        report(context, node);
      }
    });
  },
};

const placesToGoBack = lazyFor(({ nodes }: Graph) => nodes.filter(({ touchpoint }) => leadsBack(touchpoint)));

function isBinding({ value }: Word): boolean {
  return binding.has(commitmentOf(value));
}

const binding: ReadonlySet<Commitment | undefined> = new Set([
  'purchase',
  'order',
  'booking',
  'reservation',
  'contract',
]);
const undoing: ReadonlySet<string> = new Set(['cancel', 'change', 'return', 'exchange', 'refund', 'withdraw', 'pause']);

function leadsBack({ abilities, task }: Touchpoint): boolean {
  return (
    undoing.has(task?.value ?? '') || abilities.some(({ actions }) => actions.some(({ value }) => undoing.has(value)))
  );
}

function report(context: JourneyContext, { key, touchpoint }: GraphNode): void {
  const at = titled(touchpoint);
  for (const commit of touchpoint.commits.filter(isBinding)) {
    const what = commitmentText(commit.value);
    context.report({
      place: commit.place,
      message: {
        en: `At ${at.en} the customer commits to ${what.en}, and nothing says how to cancel or change it.`,
        ja: `${at.ja}で${what.ja}をした後、取り消しや変更の方法がどこにも示されていません。`,
      },
      help: rule.meta.remedy,
      fixes: () => [canCancel(context, touchpoint)],
      subject: { touchpoint: key },
      same: commit.value,
    });
  }
}

function canCancel({ model }: JourneyContext, touchpoint: Touchpoint): Fix {
  const ids = touchpoint.channels.flatMap(({ key }) => referable(model.channels, key) ?? []);
  const via = ids.length === 0 ? '' : ` via ${ids.join(', ')}`;
  return adding(touchpoint, [`can cancel, change${via}`], {
    en: 'Let the customer cancel and change it in the same way',
    ja: '同じ方法で取り消しと変更ができるようにする',
  });
}
