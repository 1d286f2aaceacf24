import type { GraphNode } from '../../../model/graph.ts';
import type { Offer, Touchpoint, Wait } from '../../../model/journey.ts';
import { durationText, titled } from '../../../model/phrases.ts';
import { isCallBack } from '../../announcements.ts';
import { adding, durationCode, writtenInJapanese } from '../../fixes.ts';
import { callbackDue } from '../../queues.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { originOf } from '../../settings.ts';
import { waitText } from '../../waits.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'queue-without-callback',
    group: 'duration',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'touchpoint',
    fix: 'unsafe',
    summary: {
      en: 'A long queue on the phone, and no call back is offered.',
      ja: '長い保留に、折り返しの選択肢がありません。',
    },
    why: {
      en: `Somebody who holds the line can do nothing else and does not know whether it is worth it. In surveys most people prefer a call back to a long queue.

A queue is a wait at a touchpoint that is only on the phone (kinds \`phone\` and \`ivr\`) and that the customer begins; waits of more than an hour are not spent on the line and do not count. It is a warning when the typical wait is 2 minutes or more, or the longest 5 minutes or more, and the touchpoint offers neither \`callback\` nor \`transfer\`.

A call back without a time only moves the wait elsewhere: \`offers callback\` without \`within\` on such a queue is a piece of information, unless \`told\` or a \`tells next … within\` there says when.`,
      ja: `保留のあいだ、お客様はほかのことができず、待つ価値があるのかも分かりません。長く並ぶより折り返しを望む人のほうが多いという調査があります。

対象は、電話(種類が \`phone\` か \`ivr\` のチャネル)だけで行われ、お客様から始めるタッチポイントの待ち時間です。1時間を超える待ち時間は保留ではないとみなして除きます。通常の待ち時間が2分以上、または最長が5分以上なのに、\`offers callback\` も \`offers transfer\` もなければ警告です。

いつかかってくるか分からない折り返しは、待つ場所を変えるだけです。そのような保留で \`offers callback\` に \`within\` がなく、\`told\` や \`tells next … within\` でも時期を伝えていなければ情報とします。`,
    },
    remedy: {
      en: 'Offer to call back, and say when: `offers callback within 30 min`.',
      ja: '折り返しを選べるようにし、いつかけるかを伝えます(`offers callback within 30分`)。',
    },
    sources: [
      { title: 'Software Advice: callback survey (63% prefer a call back)' },
      { title: 'Fonolo: 10 minutes is the longest most callers accept' },
    ],
    settings: ['callbackLongestWait', 'callbackWait', 'waitLimits'],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      for (const node of view.graph.nodesWith('wait')) checkQueue(context, node);
    });
  },
};

function checkQueue(context: JourneyContext, node: GraphNode): void {
  const { touchpoint } = node;
  const { wait, offers } = touchpoint;
  const limit = wait && callbackDue(context, touchpoint, wait);
  if (wait === undefined || limit === undefined) return;
  const callback = offers.find(isCallBack);
  if (callback !== undefined) reportTimeless(context, touchpoint, callback);
  else reportMissing(context, touchpoint, wait, limit);
}

function reportMissing(
  { settings, report }: JourneyContext,
  touchpoint: Touchpoint,
  wait: Wait,
  limit: 'callbackWait' | 'callbackLongestWait',
): void {
  const [at, length] = [titled(touchpoint), waitText(wait)];
  const [most, origin] = [durationText(settings[limit]), originOf(limit, settings)];
  const which = limit === 'callbackWait' ? { en: 'typical', ja: '通常' } : { en: 'longest', ja: '最長' };
  const code = durationCode(Math.max(wait.typical.seconds, 60), writtenInJapanese(touchpoint));
  report({
    place: wait.place,
    message: {
      en: `At ${at.en} the customer holds the line for ${length.en} and is offered no call back (due from a ${which.en} wait of ${most.en} on; ${origin.en}).`,
      ja: `${at.ja}では電話口で${length.ja}待つことになりますが、折り返しを選べません(${which.ja}${most.ja}以上で必要、${origin.ja})。`,
    },
    help: rule.meta.remedy,
    fixes: () => [
      adding(touchpoint, [`offers callback within ${code}`], {
        en: `Offer a call back within ${code}`,
        ja: `${code}以内の折り返しを選べるようにする`,
      }),
    ],
    subject: { touchpoint: touchpoint.key },
  });
}

function reportTimeless({ report }: JourneyContext, touchpoint: Touchpoint, callback: Offer): void {
  const { told, tells } = touchpoint;
  if (callback.within !== undefined || told !== undefined || tells.some(({ within }) => within !== undefined)) return;
  const at = titled(touchpoint);
  report({
    place: callback.place,
    severity: 'information',
    message: {
      en: `A call back is offered at ${at.en}, but nobody says when it comes, so the customer goes on waiting by the phone.`,
      ja: `${at.ja}では折り返しを選べますが、いつかかってくるかが伝えられていないため、お客様は電話のそばで待ち続けることになります。`,
    },
    help: rule.meta.remedy,
    subject: { touchpoint: touchpoint.key },
    same: 'timeless',
  });
}
