import type { MoodView } from '../../../model/analysis.ts';
import { titled } from '../../../model/phrases.ts';
import { lowestFeelingAt, signed } from '../../feelings.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachMood } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'negative-peak',
    group: 'emotion',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'journey',
    summary: {
      en: 'The most intense moment of the journey is a bad one.',
      ja: '最も感情が動く場面が、つらい場面です。',
    },
    why: {
      en: `What stays in memory is mostly the most intense moment and the end. When the most intense moment is a bad one, the journey is remembered for it.

Looked at is the main path, with at least three feelings on it. The peak is the feeling farthest from zero, if it is −1.5 or worse; of equally strong ones the bad one counts, because bad is stronger than good, and of those the first. Where nothing is felt strongly there is no peak. A touchpoint that is \`optional\` is no peak of the journey. The finding names what will probably be remembered: the mean of the peak and of the last feeling. It is a piece of information, at a moment of truth a warning. An end that is the peak itself is left to \`bad-ending\`; an end that is as good as the peak is bad makes up for it, and nothing is said.`,
      ja: `記憶に残るのは、主に最も感情が動いた瞬間と終わりです。その瞬間がつらいものなら、ジャーニー全体がつらい体験として覚えられます。

主な経路に感情が三つ以上書かれている場合に調べます。0から最も離れた感情が−1.5以下なら、それをピークとします。同じ強さのよい感情があっても、悪い感情のほうが強く残るため、よくないほうを取ります。複数あれば先のものです。強い感情のないジャーニーにピークはありません。\`optional\` のタッチポイントはジャーニーのピークとみなしません。指摘には、おそらく記憶に残る値(ピークと最後の感情の平均)を添えます。通常は情報、真実の瞬間では警告です。ピークが終わりそのものであれば、\`bad-ending\` が扱います。ピークのつらさに見合うよい終わり方であれば、何も言いません。`,
    },
    remedy: {
      en: 'Take away what hurts there, or create a moment elsewhere that is at least as good as this one is bad.',
      ja: 'その場面のつらさを取り除くか、それを上回るよい場面を別の場所につくります。',
    },
    sources: [
      {
        title:
          'Kahneman, Fredrickson, Schreiber, Redelmeier: When More Pain Is Preferred to Less. Psychological Science, 1993',
      },
    ],
    settings: [],
  },
  check: (context) => {
    forEachMood(context, checkMood);
  },
};

/** Fewer points are no curve. */
const enoughPoints = 3;
/** A milder feeling is no peak. Of equally strong ones the bad one wins. */
const strong = -1.5;

function checkMood({ report }: JourneyContext, view: MoodView): void {
  const { points, lowest, highest } = view.emotions;
  const last = points.at(-1);
  if (points.length < enoughPoints || lowest === undefined || highest === undefined || last === undefined) return;
  const leads = -lowest.value - highest.value;
  if (lowest.value > strong || lowest === last || leads < 0 || lowest.value + last.value >= 0) return;
  const feeling = lowestFeelingAt(view, lowest.node);
  if (feeling === undefined) return;
  const { touchpoint } = lowest.node;
  // Not everybody comes there.
  if (touchpoint.optional !== undefined) return;
  const at = titled(touchpoint);
  const [low, end, memory] = [lowest.value, last.value, (lowest.value + last.value) / 2].map(signed);
  report({
    place: feeling.place,
    severity: touchpoint.momentOfTruth === undefined ? 'information' : 'warning',
    message: {
      en: `Nothing makes up for the bad moment at ${at.en} (${low}): with the ending (${end}) the journey will probably be remembered at about ${memory}.`,
      ja: `${at.ja}のつらさ(${low})を埋め合わせるよい場面がありません。終わり(${end})と合わせると、ジャーニーはおよそ${memory}の体験として記憶されそうです。`,
    },
    help: rule.meta.remedy,
    subject: { touchpoint: touchpoint.key },
    same: `${memory}`,
  });
}
