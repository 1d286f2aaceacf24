import type { MoodView } from '../../../model/analysis.ts';
import type { Loop } from '../../../model/flow/flow.ts';
import { asWritten, durationLike, percentText, titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { chanceOfAnotherRound, forEachLoop, isLong, isTiresome, isWorkedOn, roundsText, wayBack } from '../../loops.ts';
import type { JourneyContext, Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'rework-loop',
    group: 'redundancy',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    summary: {
      en: 'Many customers are sent back and have to wait for it all once more.',
      ja: '多くのお客様が差し戻され、もう一度待つことになります。',
    },
    why: {
      en: `A document that is missing, a part that is not on the van: what does not work the first time costs the customer the whole way again, and the company a second visit or check. Each step looks in order by itself; only the round shows it.

Reported is a loop in which customers wait an hour or longer for what somebody does, when the shares on its ways say that 20% or more (our own choice) come round again. There must be a sign that nobody goes round for pleasure: it is in a stage of support, a failure leads round, or a touchpoint of it has a barrier or a feeling of −1 or lower. The finding stands at the way that leads furthest back; the expected number of extra rounds is p / (1 − p). At more than one it is a warning, otherwise a piece of information. A limit (\`loop max …\`) does not spare customers the rounds below it. Loops without such a wait are for \`loop-without-progress\`.`,
      ja: `書類が足りない、部品が車に積まれていない。一度で済まないことは、お客様にとっては同じ道のりのやり直しであり、企業にとっては二度目の訪問や審査です。一つひとつの手順に問題がなくても、ひと回りして初めて見えてきます。

誰かの作業を1時間以上待つことが含まれる繰り返しで、経路に書かれた割合から20%以上(独自の目安)がもう一周する場合に指摘します。好んで繰り返すのではない印、つまりサポートのステージである、失敗のときに戻る、障壁がある、感情が−1以下である、のいずれかが条件です。指摘は、最も手前まで戻る経路に出ます。余分に回る回数の期待値は p / (1 − p) で、1を超えれば警告、そうでなければ情報です。上限(\`loop max …\`)があっても、そこに達するまでのやり直しは減らないため、指摘します。このような待ち時間のない繰り返しは \`loop-without-progress\` が扱います。`,
    },
    remedy: {
      en: 'Find out what sends them back and settle it the first time: say beforehand what is needed, check it on the spot, bring what is often missing. Let those who do come back go on where they left off.',
      ja: '戻る原因を調べ、一度で済むようにします(必要なものを先に示す、その場で確認する、不足しがちなものを用意しておく)。それでも戻るお客様は、最初からではなく続きから再開できるようにします。',
    },
    sources: [{ title: 'Seddon: Freedom from Command and Control, 2003 (failure demand)' }],
    settings: [],
  },
  check: (whole) => forEachLoop(whole, checkLoop),
};

/** How many must come round again to be worth a word, 0…1. */
const many = 0.2;

function checkLoop(context: JourneyContext, view: MoodView, loop: Loop): void {
  if (!isWorkedOn(view, loop) || !isTiresome(context.model, view, loop)) return;
  const back = wayBack(view, loop);
  const chance = back && chanceOfAnotherRound(loop, back);
  if (back === undefined || chance === undefined || chance < many) return;
  const rounds = chance / (1 - chance);
  const [from, to] = [titled(back.from.touchpoint), titled(back.to.touchpoint)];
  const [share, more, wait] = [percentText(Math.round(chance * 100) / 100), roundsText(rounds), waitOf(loop)];
  context.report({
    place: back.paths[0].place,
    severity: rounds > 1 ? 'warning' : 'information',
    message: {
      en: `By the shares that are written, ${share.en} of those who come to ${to.en} go through it again after ${from.en}: ${more.en} on average${wait.en}.`,
      ja: `書かれた割合では、${to.ja}に来たお客様の${share.ja}が${from.ja}から戻って、もう一度ここを通ります(平均で${more.ja}回り${wait.ja})。`,
    },
    help: rule.meta.remedy,
    related: loop.nodes
      .filter((node) => node !== back.from)
      .map(({ touchpoint: { place } }) => ({
        place,
        message: { en: 'has to be gone through again', ja: 'もう一度通ることになります' },
      })),
    subject: { touchpoint: back.from.key, next: back.to.key },
    same: String(chance),
  });
}

/** How long one round makes the customer wait, where there is only one way round. Minutes in a queue are not worth a word beside it. */
function waitOf({ nodes, inside }: Loop): Text {
  if (inside.length > nodes.length) return { en: '', ja: 'ます' };
  const waits = nodes.flatMap(({ touchpoint: { wait } }) => (wait !== undefined && isLong(wait) ? [wait.typical] : []));
  const [first, ...others] = waits;
  if (first === undefined) return { en: '', ja: 'ます' };
  const seconds = waits.reduce((sum, wait) => sum + wait.seconds, 0);
  const length = others.length === 0 ? asWritten(first) : durationLike(seconds, first);
  return { en: `, each with a wait of ${length.en}`, ja: `、1周ごとに${length.ja}待ちます` };
}
