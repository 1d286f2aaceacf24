import { titled } from '../../../model/phrases.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'missing-emotion',
    group: 'emotion',
    since: '0.1.0',
    severity: 'hint',
    waitsFor: 'journey',

    summary: {
      en: 'Some touchpoints have no feeling although most have one.',
      ja: '感情が書かれていないタッチポイントがあります。',
    },
    why: {
      en: `A gap in the curve is read as if nothing happened there.

Reported once for each journey, when it has at least four touchpoints with a channel, more than half of them have a feeling, and some have none. The finding stands at the first of these.`,
      ja: `感情曲線の切れ目は、何も起きていないように読まれます。

チャネルのあるタッチポイントが四つ以上あり、その過半数に感情が書かれているのに、書かれていないものがあれば、ジャーニーごとに一度、最初のものの位置で指摘します。`,
    },
    remedy: {
      en: 'Find out how it feels there; `feels 0` is an answer as well.',
      ja: 'そこでの感情を確かめて書きます。「どちらでもない」なら `feels 0` です。',
    },
    sources: [],
    settings: [],
  },
  check: ({ analysis, report }) => {
    const nodes = analysis.whole.graph.nodesWith('channels');
    if (nodes.length < enough) return;
    const missing = nodes.flatMap(({ touchpoint }) => (touchpoint.feelings.length === 0 ? [touchpoint] : []));
    const [first] = missing;
    if (first === undefined || missing.length * 2 >= nodes.length) return;
    const [at, more] = [titled(first), missing.length - 1];
    report({
      place: first.place,
      message: {
        en: `${at.en}${more === 0 ? ' says' : ` and ${more} more touchpoint${more === 1 ? '' : 's'} say`} nothing of how it feels, unlike the others.`,
        ja: `${at.ja}${more === 0 ? '' : `ほか${more}件`}には、ほかのタッチポイントと違って感情が書かれていません。`,
      },
      help: rule.meta.remedy,
      related: missing.slice(1).map(({ place }) => ({ place, message: { en: 'nor here', ja: 'ここにもありません' } })),
      subject: { touchpoint: first.key },
    });
  },
};

const enough = 4;
