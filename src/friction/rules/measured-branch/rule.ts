import type { GraphEdge, GraphEnd, GraphNode } from '../../../model/graph.ts';
import { shareOf } from '../../../model/measured/count.ts';
import { shareDiffers } from '../../../model/measured/difference.ts';
import type { MeasuredWay } from '../../../model/measured/measured.ts';
import { percentText, titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { measureAgain, outdatedText, partText, periodText } from '../../measurements.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'measured-branch',
    group: 'measurement',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'touchpoint',
    reads: 'measurement',

    summary: {
      en: 'More or fewer customers go a way than is written.',
      ja: '分岐の割合が、実測と違います。',
    },
    why: {
      en: `Shares decide where people and money are planned. A way that is written for five of a hundred and taken by thirty is no exception.

What \`journey conform --save\` measured is held against the percentages at arrows. It is said when they differ by five points or more, and by more than chance would explain (two standard errors of a share). Of the ways of one branch each is judged by itself.`,
      ja: `分岐の割合は、人員や予算の配分を左右します。5%と書かれた道を30%の人が通るなら、それは例外ではありません。

\`journey conform --save\` の実測を、矢印に書かれた割合と比べます。5ポイント以上、かつ偶然では説明できない差(割合の標準誤差の2倍)があるときに指摘します。`,
    },
    remedy: {
      en: 'Write what was measured, and look again at what was planned for the other share.',
      ja: '実測の割合に書き換え、もとの割合を前提にした計画を見直します。',
    },
    sources: [],
    settings: [],
  },
  check: ({ measured, analysis, report }) => {
    for (const way of measured?.ways ?? []) {
      const node = analysis.whole.graph.node(way.from);
      const now = node === undefined ? undefined : wayNow(node, way);
      const share = now?.paths[0].share;
      const ratio = shareOf(way.passages, way.all);
      if (measured === undefined || node === undefined || now === undefined || share === undefined) continue;
      if (ratio === undefined || !shareDiffers(ratio.ratio, share.ratio, way.all)) continue;
      const isOutdated = way.written !== share.ratio;
      const was = way.written === undefined ? '' : percentText(way.written).en;
      const note = isOutdated ? outdatedText(was) : { en: '', ja: '' };
      const [from, to, part] = [titled(node.touchpoint), goal(now), partText(way.passages, way.all)];
      const [written, period] = [percentText(share.ratio), periodText(measured)];
      report({
        place: share.place,
        subject: { touchpoint: node.key, ...('to' in now && { next: now.to.key }) },
        message: {
          en: `From ${from.en} to ${to.en}: written ${written.en}, measured ${part.en}, ${period.en}.${note.en}`,
          ja: `${from.ja}から${to.ja}へ: 記載は${written.ja}、実測は${part.ja}、${period.ja}。${note.ja}`,
        },
        help: isOutdated ? measureAgain : rule.meta.remedy,
      });
    }
  },
};

function wayNow({ out, ends }: GraphNode, { to, end, written }: MeasuredWay): GraphEdge | GraphEnd | undefined {
  const all = [...out, ...ends].filter((way) => way.kind !== 'skip');
  const same = all.filter((way) => ('to' in way ? way.to.key === to : way.end === end && to === undefined));
  return same.find(({ share }) => share === written) ?? same[0];
}

function goal(way: GraphEdge | GraphEnd): Text {
  return 'to' in way ? titled(way.to.touchpoint) : { en: 'the end', ja: '終わり' };
}
