import type { MoodView } from '../../../model/analysis.ts';
import type { Fix } from '../../../model/finding.ts';
import type { Loop } from '../../../model/flow/flow.ts';
import { roundsWithin } from '../../../model/flow/loops.ts';
import type { GraphEdge, GraphNode } from '../../../model/graph.ts';
import { percentText, titled, titles } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { adding } from '../../fixes.ts';
import { chanceOfAnotherRound, forEachLoop, isBot, isTiresome, isWorkedOn, roundsText } from '../../loops.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { isMetByStaff } from '../../staff.ts';
import { happenings, happensAt } from './happenings.ts';

export const rule: Rule = {
  meta: {
    id: 'loop-without-progress',
    group: 'redundancy',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'The customer can go round in circles without getting anywhere.',
      ja: '前に進まないまま、同じところを繰り返せます。',
    },
    why: {
      en: `Going round and ending up where one began is the moment at which customers give up or call.

Reported is a loop in which nothing happens that has not happened before it: nothing new is asked, given, shown, answered, solved, explained, confirmed or agreed; a failure that \`explains\` itself is something new, and what a bot asks is not. Where a larger loop brings something new, a smaller one within it with a bot is looked at by itself. Loops in which customers wait an hour or longer for what somebody does are for \`rework-loop\`. There must be no limit on it (\`loop max …\` at one of its touchpoints), and a sign that it is no pastime: it is in a stage of support, a bot or voice menu takes part, a failure leads round, or a touchpoint of it has a barrier or a feeling of −1 or lower. Browsing back and forth, or using something every day, is no such loop.

If the shares on the ways say how likely another round is, the expected number of extra rounds is p / (1 − p). At more than one, or when the shares are not written, this is a warning; at one or fewer a piece of information.`,
      ja: `ひと回りして元の場所に戻ってしまったとき、お客様はあきらめるか、電話をかけます。

繰り返しの中で、それまでになかったことが何も起きない場合に指摘します。つまり、新しく尋ねる・渡す・示す・答える・解決する・説明する・確定するものが何もない場合です。理由を説明する(\`explains\`)失敗は新しいことに数え、ボットが尋ねることは数えません。大きな繰り返しの中で新しいことが起きても、その内側にボットとの小さな繰り返しがあれば、それだけを取り出して調べます。誰かの作業を1時間以上待つ繰り返しは \`rework-loop\` が扱います。回数の上限(\`loop max …\`)がなく、単なる回遊でない印があることも条件です。印とは、サポートのステージである、ボットや自動音声が関わる、失敗のときに戻る、障壁がある、感情が−1以下である、のいずれかです。商品を見比べて行き来したり、毎日使ったりする繰り返しは指摘しません。

経路の割合から次の一周の確率 p が分かる場合、余分に回る回数の期待値は p / (1 − p) です。1を超えるとき、または割合が書かれていないときは警告、1以下なら情報です。`,
    },
    remedy: {
      en: 'Limit the rounds and lead on to a person (`loop max 2 then -> …`), or make the next round bring something new.',
      ja: '回数に上限を設けて人につなぐ(`loop max 2 then -> …`)か、次の一周で新しいことが起きるようにします。',
    },
    sources: [{ title: 'Dixon, Freeman, Toman: Stop Trying to Delight Your Customers. Harvard Business Review, 2010' }],
    settings: [],
  },
  check: (whole) =>
    forEachLoop(whole, (context, view, loop) => {
      if (checkLoop(context, view, loop)) return;
      // The whole brings customers on: they may still be stuck between a bot and themselves.
      const stuck = new Set<GraphNode>();
      for (const round of roundsWithin(loop, (edge) => view.flow.isBack(edge))) {
        if (!round.nodes.some((node) => isBot(context.model, node) && !stuck.has(node))) continue;
        if (checkLoop(context, view, round)) for (const node of round.nodes) stuck.add(node);
      }
    }),
};

/** Whether there is something to say about it, and it is said. */
function checkLoop(context: JourneyContext, view: MoodView, loop: Loop): boolean {
  if (loop.nodes.some(({ touchpoint }) => touchpoint.loop !== undefined)) return false;
  // A failure that is explained leaves the customer wiser.
  if (loop.inside.some(({ paths }) => paths.some(({ explains }) => explains !== undefined))) return false;
  // What is done meanwhile is something new: `rework-loop` speaks about it.
  if (isWorkedOn(view, loop)) return false;
  if (!isTiresome(context.model, view, loop) || bringsSomethingNew(context, view, loop)) return false;
  const back = loop.inside.find((edge) => view.flow.isBack(edge) && edge.paths[0].kind !== 'next');
  if (back === undefined) return false;
  const chance = chanceOfAnotherRound(loop, back);
  const rounds = chance === undefined ? undefined : chance / (1 - chance);
  const [from, to] = [titled(back.from.touchpoint), titled(back.to.touchpoint)];
  const how = chance === undefined || rounds === undefined ? { en: '', ja: '' } : howOften(chance, rounds);
  const alone = back.from === back.to;
  context.report({
    place: back.paths[0].place,
    severity: rounds !== undefined && rounds <= 1 ? 'information' : 'warning',
    message: {
      en: `${from.en} leads back to ${alone ? 'itself' : to.en}, and nothing new happens on the way round${how.en}.`,
      ja: `${from.ja}から${alone ? '同じところ' : to.ja}に戻りますが、ひと回りしても新しいことは何も起きません${how.ja}。`,
    },
    help: rule.meta.remedy,
    related: loop.nodes
      .filter((node) => node !== back.from)
      .map(({ touchpoint: { place } }) => ({ place, message: { en: 'part of the loop', ja: '繰り返しの一部です' } })),
    fixes: () => fixesFor(context, view, loop, back),
    subject: { touchpoint: back.from.key, next: back.to.key },
    same: `${titles(loop.nodes.map(({ touchpoint }) => touchpoint)).en} ${String(chance)}`,
  });
  return true;
}

function howOften(chance: number, rounds: number): Text {
  const [share, more] = [percentText(chance), roundsText(rounds)];
  return {
    en: `: ${share.en} go round once more, ${more.en} on average by the shares that are written`,
    ja: `(書かれた割合では${share.ja}がもう一周し、平均で${more.ja}回ります)`,
  };
}

function bringsSomethingNew({ model }: JourneyContext, { flow }: MoodView, { nodes, entries }: Loop): boolean {
  const past = flow.past(happenings);
  // Whatever a bot is told, customers are no further when they come back to where they came from.
  const within = new Set(nodes.flatMap((node) => [...happensAt(node, isBot(model, node) ? 'bot' : undefined)]));
  // Without an edge into it the journey begins inside, so nothing has happened before.
  if (entries.length === 0) return within.size > 0;
  return [...within].some((fact) =>
    entries.some((edge) => flow.reachable(edge.from) && past.on(edge, fact, 'first') !== 'always'),
  );
}

function fixesFor({ model }: JourneyContext, { graph, flow }: MoodView, loop: Loop, back: GraphEdge): readonly Fix[] {
  const isStaff = (node: GraphNode): boolean => isMetByStaff(model, node.touchpoint) && !loop.nodes.includes(node);
  const person = flow.nearest(back.from, isStaff)?.nodes.at(-1) ?? graph.nodes.find((node) => isStaff(node));
  if (person === undefined) return [];
  const to = titled(person.touchpoint);
  return [
    adding(back.from.touchpoint, [`loop max 2 then -> ${person.touchpoint.id}`], {
      en: `After two rounds, lead on to ${to.en}`,
      ja: `2周したら${to.ja}につなぐ`,
    }),
  ];
}
