import type { PersonaView } from '../../../model/analysis.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Touchpoint, Wait } from '../../../model/journey.ts';
import type { Model } from '../../../model/model.ts';
import { durationText, titled } from '../../../model/phrases.ts';
import { announcedBy } from '../../announcements.ts';
import { familiesAt } from '../../channels.ts';
import { adding } from '../../fixes.ts';
import { nameOf } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { originOf } from '../../settings.ts';
import { isOnlyByPhone } from '../../staff.ts';
import { canLookUp, statusChannel } from '../../status.ts';
import { longestOf, waitText } from '../../waits.ts';
import { isOwnWait, newsDueAt, untilNextIsWritten } from '../../while-waiting.ts';
import { hitIn } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'status-not-checkable',
    group: 'transparency',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'stage',
    fix: 'unsafe',
    summary: {
      en: 'During a long wait the customer cannot look up how things stand.',
      ja: '長く待つあいだ、進み具合を自分で確かめられません。',
    },
    why: {
      en: `Where there is no place to look, people call and ask. That costs them time and the company a call, and the answer is often only “it is being dealt with”.

Looked at is every wait that can last a day or longer, or longer than five days if what the customer has been told of its length can hold. Where the customer is neither told how long it takes nor sent any updates, that comes first, and \`wait-untold\` and \`silent-wait\` say so. A wait of the customers' own, as for the boss who has to agree, is left out: by the customer, with nothing of the company written there (no channel, system, owner, \`told\`, \`status on\`…), and followed by what the customer does next. It is silent when the customer can look it up without a person: the touchpoint, or one that is \`during\` the wait, has a \`status on\` a channel without staff, as has one before it on every way, or a touchpoint with the task \`status\` or \`trackOrder\` that nobody of the staff handles is during the wait, in the same stage, or ahead on the way. It is also silent at touchpoints that are only on the phone: who waits for a call needs to know when it comes, not a place to look; and where the company or a partner meets the customer in person and keeps them posted (\`update every\`), as on a ward. News that the company sends does not count: \`silent-wait\` speaks about them.`,
      ja: `確かめる場所がなければ、お客様は電話をかけて尋ねるしかありません。お客様には手間が、企業には対応の費用がかかり、返ってくる答えも「対応中です」だけになりがちです。

1日以上(伝えた長さが守られうるなら5日を超えて)続きうる待ち時間を調べます。待つ長さも途中経過も知らせていない場合は、まずそれが先なので \`wait-untold\` と \`silent-wait\` に任せます。社内の稟議のような、お客様自身の都合による待ち時間は除きます(お客様側の行動で、チャネル・システム・担当・\`told\` など企業側のことが何も書かれておらず、次もお客様の行動であるもの)。人を介さずに確かめられるなら何も言いません。つまり、そのタッチポイント(または \`during\` で結び付けたタッチポイント)に人のいないチャネルの \`status on\` があるか、そこに至るすべての経路ですでに \`status on\` を案内しているか、担当者が対応しない、用件が \`status\` か \`trackOrder\` のタッチポイントが、待つ間・同じステージ・その先の経路にある場合です。電話だけのタッチポイントも対象外です。電話を待つ人に必要なのは、見る場所ではなく、かかってくる時間だからです。病棟のように、企業や提携先の人が対面で途中経過を知らせている(\`update every\`)ものも除きます。企業から届く連絡は数えません(\`silent-wait\` が扱います)。`,
    },
    remedy: {
      en: 'Show how things stand where customers can look at any time: `status on web`.',
      ja: 'いつでも自分で見られる場所に状況を示します(`status on web`)。',
    },
    sources: [],
    settings: ['silentToldWait', 'silentWait'],
  },
  check: (context) => {
    for (const view of context.analysis.views) {
      for (const node of view.graph.nodesWith('wait')) {
        const { wait } = node.touchpoint;
        if (wait === undefined || longestOf(wait).seconds < context.settings.silentWait) continue;
        if (hearsNothingAtAll(view, node)) continue;
        const due = newsDueAt(context.settings, view, node);
        if (longestOf(wait).seconds <= due.seconds && due.setting === 'silentToldWait') continue;
        if (isOnlyByPhone(context.model, node.touchpoint) || isTold(context.model, node.touchpoint)) continue;
        if (isOwnWait(view, node)) continue;
        if (!canLookUp(context.model, view, node)) reportBlind(context, view, node, wait, due);
      }
    }
  },
};

/** Whether somebody comes by and says how things stand, as in a hospital: who is there has no need to look it up. */
function isTold(model: Model, touchpoint: Touchpoint): boolean {
  const { channels, initiator, updateEvery } = touchpoint;
  if (updateEvery === undefined || initiator === undefined || initiator.value === 'customer') return false;
  return channels.length > 0 && familiesAt(model, touchpoint).every((family) => family === 'inPerson');
}

/** Who is neither told how long it takes nor hears anything, needs that first: `wait-untold` and `silent-wait` say so. */
function hearsNothingAtAll(view: PersonaView, node: GraphNode): boolean {
  const { told, updateEvery } = node.touchpoint;
  return told === undefined && updateEvery === undefined && announcedBy(view, node) === undefined;
}

/** More places than this nobody reads. */
const mostShown = 4;
const website = { en: 'the website', ja: 'ウェブサイト' };

function reportBlind(
  { model, settings, report }: JourneyContext,
  view: PersonaView,
  node: GraphNode,
  wait: Wait,
  due: ReturnType<typeof newsDueAt>,
): void {
  const { touchpoint } = node;
  const [at, length] = [titled(touchpoint), waitText(wait)];
  const [most, origin] = [durationText(due.seconds), originOf(due.setting, settings)];
  const channel = statusChannel(model, view, node);
  const place = model.channels.has(channel) ? nameOf(model.channels, channel) : website;
  const asking = view.graph.nodes.filter(({ touchpoint: { task } }) => task?.value === 'status');
  report({
    place: wait.place,
    message: {
      en: `The customer waits ${length.en} at ${at.en} and has no place to look how things stand without asking somebody (due ${due.setting === 'silentWait' ? `from ${most.en} on` : `beyond ${most.en}`}; ${origin.en}).`,
      ja: `${at.ja}で${length.ja}待つあいだ、お客様が人に尋ねずに進み具合を確かめる手段がありません(${most.ja}${due.setting === 'silentWait' ? '以上で' : 'を超えるなら'}必要、${origin.ja})。`,
    },
    help: rule.meta.remedy,
    related: asking.slice(0, mostShown).map((other) => ({
      place: other.touchpoint.place,
      message: { en: 'can only be asked here', ja: 'ここで人に尋ねるしかありません' },
    })),
    fixes: () => [
      adding(touchpoint, [`status on ${channel}`], {
        en: `Show the status on ${place.en}`,
        ja: `${place.ja}で状況を見られるようにする`,
      }),
    ],
    subject: { touchpoint: node.key },
    ...untilNextIsWritten(touchpoint),
    personas: hitIn([view]),
  });
}
