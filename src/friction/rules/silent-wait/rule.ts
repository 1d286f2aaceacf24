import type { FlowView } from '../../../model/analysis.ts';
import type { Fix } from '../../../model/finding.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Touchpoint, Wait } from '../../../model/journey.ts';
import { asWritten, durationText, titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import type { Duration } from '../../../model/values.ts';
import { adding, exactDurationCode, writtenInJapanese } from '../../fixes.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { originOf } from '../../settings.ts';
import { canLookUp } from '../../status.ts';
import { longestOf, waitText } from '../../waits.ts';
import { happeningDuring, isOwnWait, newsDueAt, untilNextIsWritten } from '../../while-waiting.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'silent-wait',
    group: 'duration',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'stage',
    fix: 'unsafe',
    summary: {
      en: 'Nothing reaches the customer during a long wait.',
      ja: '長い待ちのあいだ、お客様に何の連絡もありません。',
    },
    why: {
      en: `Who hears nothing fears to be forgotten. Word that something is being done makes a wait bearable, even when nothing has changed.

Looked at is every wait that can last longer than a day (business days count as days), or longer than five days if the customer has been told how long it takes: who knows that waits more calmly. A wait of the customers' own, as for the boss who has to agree, is left out: by the customer, with nothing of the company written there (no channel, system, owner, \`told\`, \`status on\`…), and followed by what the customer does next. It is a warning when there is neither an \`update every\` nor a touchpoint of the company or a partner that is \`during\` the wait. It is a piece of information when the customer can at least look it up alone: a \`status on\` a channel without staff, or a touchpoint with the task \`status\` or \`trackOrder\` during the wait, in the same stage, or ahead; and also when there are updates, but more seldom than every third of the wait (and than once a day).`,
      ja: `何の連絡もないと、忘れられたのではないかと不安になります。何も変わっていなくても、進めていると知らせるだけで待ちやすくなります。

1日(営業日も1日と数えます)を超えて続きうる待ち時間を調べます。長さを伝えてあれば落ち着いて待てるので、5日を超えるものだけを調べます。社内の稟議のような、お客様自身の都合による待ち時間は除きます(お客様側の行動で、チャネル・システム・担当・\`told\` など企業側のことが何も書かれておらず、次もお客様の行動であるもの)。\`update every\` がなく、その待ち時間に \`during\` で結び付けた企業や提携先からのタッチポイントもなければ警告です。お客様が自分で状況を確かめられるなら情報に下げます(人のいないチャネルの \`status on\`、または待つ間・同じステージ・その先にある、用件が \`status\` か \`trackOrder\` のタッチポイント)。連絡はあっても間隔が待ち時間の3分の1(最短で1日)より長い場合も情報です。`,
    },
    remedy: {
      en: 'Send word during the wait, also when there is nothing new: `update every 2 days`, or a touchpoint `during` it.',
      ja: '進展がなくても途中で知らせます(`update every 2日`、または `during` で待ち時間に結び付けたタッチポイント)。',
    },
    sources: [
      { title: 'Maister: The Psychology of Waiting Lines, 1985 (the fear of being forgotten)' },
      { title: 'Buell & Norton: The Labor Illusion, 2011' },
    ],
    settings: ['silentToldWait', 'silentWait'],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      for (const node of view.graph.nodesWith('wait')) {
        const { wait } = node.touchpoint;
        // Cheap first: most waits are short.
        if (wait !== undefined && longestOf(wait).seconds > context.settings.silentWait) {
          checkWait(context, view, node, wait);
        }
      }
    });
  },
};

function checkWait(context: JourneyContext, view: FlowView, node: GraphNode, wait: Wait): void {
  if (isOwnWait(view, node)) return;
  const { settings } = context;
  const due = newsDueAt(settings, view, node);
  if (longestOf(wait).seconds <= due.seconds || happeningDuring(view.graph, node.key).some(isNews)) return;
  const { updateEvery } = node.touchpoint;
  if (updateEvery !== undefined && updateEvery.seconds <= enoughFor(wait)) return;
  const seen = canLookUp(context.model, view, node);
  const [at, length] = [titled(node.touchpoint), waitText(wait)];
  context.report({
    place: updateEvery?.place ?? wait.place,
    severity: seen || updateEvery !== undefined ? 'information' : 'warning',
    message:
      updateEvery === undefined
        ? unheard(durationText(due.seconds), originOf(due.setting, settings), at, length, seen)
        : {
            en: `During the wait of ${length.en} at ${at.en} the customer hears of it only every ${asWritten(updateEvery).en}.`,
            ja: `${at.ja}で${length.ja}待つあいだ、お客様への連絡は${asWritten(updateEvery).ja}ごとしかありません。`,
          },
    help: helpFor(wait),
    fixes: () => [sendWord(node.touchpoint, wait, updateEvery)],
    subject: { touchpoint: node.key },
    ...untilNextIsWritten(node.touchpoint),
  });
}

/** As often as it is enough for so long a wait. */
function helpFor(wait: Wait): Text {
  const seconds = pauseIn(wait) * day;
  const [en, ja] = [exactDurationCode(seconds, false), exactDurationCode(seconds, true)];
  return {
    en: `Send word during the wait, also when there is nothing new: \`update every ${en}\`, or a touchpoint \`during\` it.`,
    ja: `進展がなくても途中で知らせます(\`update every ${ja}\`、または \`during\` で待ち時間に結び付けたタッチポイント)。`,
  };
}

/** After how many days of silence word is proposed: however long it takes, every two weeks. */
function pauseIn(wait: Wait): number {
  return Math.min(Math.floor(enoughFor(wait) / day), 14);
}

function unheard(most: Text, origin: Text, at: Text, length: Text, seen: boolean): Text {
  const look: Text = seen
    ? { en: ' unless they look it up themselves', ja: '自分から確かめない限り' }
    : { en: '', ja: '' };
  return {
    en: `The customer waits ${length.en} at ${at.en} and hears nothing in between${look.en} (news is due beyond ${most.en}; ${origin.en}).`,
    ja: `${at.ja}で${length.ja}待つあいだ、${look.ja === '' ? '' : `${look.ja}、`}お客様に何の連絡もありません(${most.ja}を超えるなら必要、${origin.ja})。`,
  };
}

function isNews({ touchpoint: { initiator } }: GraphNode): boolean {
  return initiator?.value === 'company' || initiator?.value === 'partner';
}

/** How seldom updates may come, in seconds. */
function enoughFor(wait: Wait): number {
  return Math.max(day, longestOf(wait).seconds / 3);
}

const day = 86_400;

function sendWord(touchpoint: Touchpoint, wait: Wait, updateEvery: Duration | undefined): Fix {
  const days = pauseIn(wait);
  const code = exactDurationCode(days * day, writtenInJapanese(touchpoint));
  const title: Text = {
    en: `Tell the customer every ${days === 1 ? 'day' : code} how things stand`,
    ja: `${days}日ごとに状況をお客様に知らせる`,
  };
  if (updateEvery === undefined) return adding(touchpoint, [`update every ${code}`], title);
  return { title, safe: false, edits: [{ kind: 'replace', place: updateEvery.place, text: code }] };
}
