import type { FlowView } from '../../../model/analysis.ts';
import type { Fix } from '../../../model/finding.ts';
import type { GraphNode } from '../../../model/graph.ts';
import { titled } from '../../../model/phrases.ts';
import type { Path } from '../../../model/path.ts';
import type { Text } from '../../../model/text.ts';
import { adding } from '../../fixes.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { isMetByStaff, offersStaff } from '../../staff.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'failure-without-recovery',
    group: 'transparency',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'A step can fail, and the customer gets neither a reason nor a way on.',
      ja: '失敗したとき、お客様に理由も次の道も示されません。',
    },
    why: {
      en: `Things go wrong; what people remember is whether somebody told them why and what to do now.

Looked at is every \`on failure\`. It is a warning when it has no \`explains\` and the customer is left there: it names no way, it ends the journey in failure or exit, it leads back to the same touchpoint, or it leads to touchpoints that only end so. A way on is another touchpoint from which the journey can still end well, a person within two steps (\`handledBy staff\` or a channel with people), or an offer of \`human\`, \`callback\` or \`transfer\` there or at the touchpoint that failed. An explained failure is silent, also when it is final: with a reason people can at least decide what to do.

Where the journey ends well for nobody from there, as one in which customers leave (\`end exit\`), any written end counts as a way on.

Conditions of arrows in words ("when it is sold out") are not read.`,
      ja: `失敗は起こるものです。お客様の記憶に残るのは、理由と次にすべきことを教えてもらえたかどうかです。

\`on failure\` をすべて調べます。\`explains\` がなく、お客様がそこで行き止まりになる場合は警告です。つまり、行き先がない、失敗や離脱で終わる、同じタッチポイントに戻るだけ、またはその先が失敗や離脱でしか終わらない場合です。成功で終われる別のタッチポイント、2つ先までに人がいること(\`handledBy staff\` または人のいるチャネル)、そこか失敗したタッチポイントでの \`human\`・\`callback\`・\`transfer\` の提供は、次の道とみなします。理由を説明していれば、そこで終わる場合でも何も言いません。理由が分かれば、お客様は次を考えられるからです。

そこからは失敗しなくても成功の終わりがない場合(解約して離れる \`end exit\` のジャーニーなど)は、書かれた終わりに行ければ次の道があるとみなします。

矢印の条件に言葉で書かれた失敗(「在庫切れのとき」など)は読み取りません。`,
    },
    remedy: {
      en: 'Say why it failed (`explains`) and lead on: to another way of doing it, or to a person.',
      ja: '失敗の理由を伝え(`explains`)、別の方法や人のいる窓口につなぎます。',
    },
    sources: [],
    settings: [],
  },
  check: (whole) => {
    const failures = whole.journey.paths.filter(({ kind }) => kind === 'failure');
    if (failures.length === 0) return;
    forEachFlow(whole, (context, view) => {
      for (const path of failures) {
        const node = view.graph.node(path.from);
        if (node !== undefined && isStranded(context, view, node, path)) reportStranded(context, view, node, path);
      }
    });
  },
};

function isStranded({ model }: JourneyContext, { graph, flow }: FlowView, node: GraphNode, path: Path): boolean {
  if (path.explains !== undefined || offersStaff(node.touchpoint)) return false;
  if (path.end !== undefined) return path.end.value !== 'success';
  if (path.to === undefined || path.to === node.key) return true;
  const target = graph.node(path.to);
  // Where a persona does not see the target, another statement says where they go.
  if (target === undefined) return false;
  // Who has come to leave, ends well when they have left.
  if (flow.canEnd(target, flow.canEnd(node, 'success') ? 'success' : 'end')) return false;
  return [target, ...target.out.map(({ to }) => to)].every(
    ({ touchpoint, key }) =>
      key === node.key ||
      !(touchpoint.explains.length > 0 || offersStaff(touchpoint) || isMetByStaff(model, touchpoint)),
  );
}

function reportStranded({ report }: JourneyContext, { graph }: FlowView, { touchpoint }: GraphNode, path: Path): void {
  const at = titled(touchpoint);
  const target = graph.node(path.to ?? '');
  const how = outcome(touchpoint.key, path, target);
  report({
    place: path.place,
    message: {
      en: `When ${at.en} fails, the customer is not told why${how.en}.`,
      ja: `${at.ja}で失敗したとき、お客様に理由が伝えられず、${how.ja}。`,
    },
    help: rule.meta.remedy,
    ...(target === undefined || target.touchpoint === touchpoint
      ? {}
      : { related: [{ place: target.touchpoint.place, message: { en: 'it ends here', ja: 'ここで終わります' } }] }),
    fixes: () => [offerPerson(touchpoint)],
    subject: { touchpoint: touchpoint.key },
  });
}

function outcome(from: string, { to, end }: Path, target: GraphNode | undefined): Text {
  if (end !== undefined) return { en: ', and the journey simply ends', ja: 'そのままジャーニーが終わります' };
  if (to === from) return { en: ' and can only try the same again', ja: '同じことをやり直すしかありません' };
  if (target === undefined) return { en: ' or what to do now', ja: '次に進む道も示されません' };
  const name = titled(target.touchpoint);
  return { en: `, and ${name.en} leads nowhere either`, ja: `${name.ja}へ進んでも先がありません` };
}

function offerPerson(touchpoint: GraphNode['touchpoint']): Fix {
  return adding(touchpoint, ['offers human'], {
    en: 'Offer a person who helps',
    ja: '人が助けられるようにする',
  });
}
