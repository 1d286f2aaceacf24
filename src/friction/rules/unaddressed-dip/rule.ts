import type { MoodView } from '../../../model/analysis.ts';
import type { Fix } from '../../../model/finding.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Journey } from '../../../model/journey.ts';
import type { Model } from '../../../model/model.ts';
import { titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { lowestFeelingAt, nearestFelt, signed } from '../../feelings.ts';
import { adding, literal, writtenInJapanese } from '../../fixes.ts';
import { referable } from '../../names.ts';
import type { JourneyContext, Observation, Rule } from '../../rule.ts';
import { originOf } from '../../settings.ts';
import { hasOpenIdeas, plannedAt, solutionsIn } from '../../solutions.ts';
import { forEachMood } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'unaddressed-dip',
    group: 'emotion',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    ownOnly: true,
    fix: 'unsafe',
    summary: {
      en: 'A low point of the feelings has neither a barrier nor an idea against it.',
      ja: '感情の谷に、手当てがありません。',
    },
    why: {
      en: `The low points of the curve are where a journey is improved. A low point without a word about why, or about what could be done, is one that nobody looks after.

A low point is a touchpoint where the customer feels −1 or worse, no worse off than here on both sides of some way, and better off on at least one side: the nearest touchpoints before and after for which a feeling is written. Where nothing else is felt, it is compared with a neutral feeling. Several feelings at one touchpoint are averaged. What several personas feel there is one finding.

It is a warning from −1.5 on and at a moment of truth, otherwise a piece of information. In a journey where nobody has begun to note barriers, opportunities or actions, only low points from −1.5 on are reported. An end that feels bad is for \`bad-ending\` to say.

It counts as looked after when the touchpoint or its stage has an \`opportunity\` that is not rejected, when the touchpoint \`solves\` something or has a barrier (whether that is solved is for \`unsolved-barrier\` to say), when an action solves one of its questions, or when an action or experiment is planned there.`,
      ja: `感情曲線の谷は、ジャーニーを改善すべき場所です。なぜ低いのか、何ができるのかが書かれていない谷は、誰も気にかけていない谷です。

谷とは、感情が−1以下で、いずれかの経路で前後のどちらもここより低くなく、少なくとも一方はここより高いタッチポイントです。前後とは、感情が書かれている最も近いタッチポイントを指します。ほかに感情が書かれていなければ、中立の感情と比べます。一つのタッチポイントに複数の感情があれば平均します。同じタッチポイントでの複数のペルソナの感情は、一つの指摘にまとめます。

−1.5以下、または真実の瞬間なら警告、そうでなければ情報です。障壁・改善機会・施策がまだ一つも書かれていないジャーニーでは、−1.5以下の谷だけを指摘します。終わりの感情がよくない場合は \`bad-ending\` が指摘します。

タッチポイントまたはそのステージに見送られていない \`opportunity\`(改善機会)がある、タッチポイントが何かを \`solves\` としている、障壁がある(解決されるかどうかは \`unsolved-barrier\` が判断します)、タッチポイントの質問を解く施策がある、施策や実験がそのタッチポイントで予定されている場合は、手当てがあるとみなします。`,
    },
    remedy: {
      en: 'Find out why it is so (`barrier`) and write down what could be done, with an owner (`opportunity`, `action`).',
      ja: 'なぜそうなるのかを調べ(`barrier`)、できることを担当とともに書きます(`opportunity`、`action`)。',
    },
    sources: [],
    settings: ['dip'],
  },
  check: (context) => {
    const dips = new Map<string, Dip[]>();
    const limit = notesIdeas(context) ? context.settings.dip : Math.min(context.settings.dip, deep);
    forEachMood(context, (shared, view) => {
      for (const node of view.graph.nodes) {
        const value = view.feelingAt(node);
        if (value === undefined || value > limit || !view.flow.reachable(node)) continue;
        if (isSeen(context.model, node) || isEnd(node) || !isLowPoint(view, node, value)) continue;
        const dip = { context: shared, view, node, value };
        const others = dips.get(node.key);
        if (others === undefined) dips.set(node.key, [dip]);
        else others.push(dip);
      }
    });
    for (const [first, ...others] of dips.values()) if (first !== undefined) report(first, others);
  },
};

/** A low point as some personas feel it, and the context in which it is reported for them. */
interface Dip {
  readonly context: JourneyContext;
  readonly view: MoodView;
  readonly node: GraphNode;
  readonly value: number;
}

/** From here on a low point is bad enough for a warning, and to be spoken of where nobody has begun to note ideas. */
const deep = -1.5;

/** Whether somebody has begun to write down what is wrong in the journey, or what could be done. */
function notesIdeas({ journey, model }: JourneyContext): boolean {
  return (
    model.actions.size > 0 ||
    isNoted(journey) ||
    journey.stages.some((stage) => isNoted(stage) || stage.touchpoints.some((touchpoint) => isNoted(touchpoint)))
  );
}

function isNoted({ barriers, opportunities }: Pick<Journey, 'barriers' | 'opportunities'>): boolean {
  return barriers.length + opportunities.length > 0;
}

/** Whether the way of some ends there: how that feels is another rule's. */
function isEnd({ ends }: GraphNode): boolean {
  return ends.some(({ kind }) => kind !== 'failure' && kind !== 'loop');
}

/** Whether somebody has written down what is wrong there, or what to do about it. */
function isSeen(model: Model, { touchpoint, stage }: GraphNode): boolean {
  return (
    touchpoint.barriers.length > 0 ||
    touchpoint.solves.length > 0 ||
    touchpoint.opportunities.some(({ status }) => status?.value !== 'rejected') ||
    hasOpenIdeas(stage.opportunities) ||
    touchpoint.questions.some(({ key }) =>
      solutionsIn(model)
        .get(key)
        ?.some(({ rejected }) => !rejected),
    ) ||
    plannedAt(model).has(touchpoint.key)
  );
}

/** Whether nothing around it is felt to be worse, and something to be better. */
function isLowPoint(view: MoodView, node: GraphNode, value: number): boolean {
  const before = nearestFelt(view, node, 'before');
  const isWorse = (side: typeof before): boolean => side.length > 0 && side.every((other) => other.value < value);
  if (isWorse(before)) return false;
  const after = nearestFelt(view, node, 'after');
  if (isWorse(after)) return false;
  if (before.length + after.length === 0) return value < 0;
  const isBetter = (side: typeof before): boolean => side.some((other) => other.value > value);
  return isBetter(before) || isBetter(after);
}

/** One finding for all personas who feel bad there, at the worst of their feelings. */
function report(first: Dip, others: readonly Dip[]): void {
  const { touchpoint } = first.node;
  const dips = [first, ...others];
  const [worst] = dips.toSorted((a, b) => a.value - b.value);
  const feeling = worst === undefined ? undefined : lowestFeelingAt(worst.view, worst.node);
  if (worst === undefined || feeling === undefined) return;
  const { settings, model } = first.context;
  const at = titled(touchpoint);
  const origin = originOf('dip', settings);
  const felt = feltText(dips);
  const observation: Observation = {
    place: feeling.place,
    severity: worst.value <= deep || touchpoint.momentOfTruth !== undefined ? 'warning' : 'information',
    message: {
      en: `${at.en} is a low point (${felt.en}; limit: ${signed(settings.dip)}, ${origin.en}), and nothing is noted against it.`,
      ja: `${at.ja}は感情の谷ですが(${felt.ja}、基準は${signed(settings.dip)}・${origin.ja})、障壁も改善機会も書かれていません。`,
    },
    help: rule.meta.remedy,
    fixes: () => [noteIdea({ model }, touchpoint)],
    subject: { touchpoint: touchpoint.key },
  };
  for (const { context } of dips) context.report(observation);
}

/** The feelings by name as far as they have one, and their value; each once. */
function feltText(dips: readonly Dip[]): Text {
  const felt = dips.map(({ view, node, value }): Text => {
    const names = view.feelingsAt(node).flatMap(({ name }) => name ?? []);
    const number = signed(value);
    if (names.length === 0) return { en: number, ja: number };
    return { en: `${names.join(', ')} ${number}`, ja: `${names.join('、')} ${number}` };
  });
  const once = felt.filter(({ en }, index) => felt.findIndex((other) => other.en === en) === index);
  return { en: once.map(({ en }) => en).join(', '), ja: once.map(({ ja }) => ja).join('、') };
}

function noteIdea({ model }: Pick<JourneyContext, 'model'>, touchpoint: GraphNode['touchpoint']): Fix {
  const owner = touchpoint.owner === undefined ? undefined : referable(model.teams, touchpoint.owner.key);
  const title = titled(touchpoint);
  const text = writtenInJapanese(touchpoint)
    ? `${title.ja}の体験を改善する`
    : `Improve ${title.en.replaceAll('"', "'")}`;
  const statement = `opportunity ${literal(text)}${owner === undefined ? '' : ` owner ${owner}`} status idea`;
  return adding(touchpoint, [statement], {
    en: 'Note an opportunity to improve it',
    ja: '改善機会を書く',
  });
}
