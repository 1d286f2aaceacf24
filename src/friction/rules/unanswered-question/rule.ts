import type { PersonaView } from '../../../model/analysis.ts';
import type { Fix } from '../../../model/finding.ts';
import type { GraphNode } from '../../../model/graph.ts';
import { titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { adding } from '../../fixes.ts';
import { answeredAt, answers, answersAt, nameOfQuestion, questionsOf } from '../../questions.ts';
import type { RaisedQuestion } from '../../questions.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { solutionsIn } from '../../solutions.ts';
import { hitIn } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'unanswered-question',
    group: 'question',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'A question that the customer has is answered nowhere on their way.',
      ja: 'お客様の質問に、経路のどこでも答えていません。',
    },
    why: {
      en: `An open question is a reason to leave, to call, or to put off the decision. To note the customer's questions and to plan where each is answered is what a journey map is for.

A question counts as answered when a touchpoint \`answers\` it where it comes up, before that, or anywhere after it on some way; whether it comes in time is decided by \`answered-too-late\`. A question of a stage can come up at each of its touchpoints, one of the journey where it begins. An action or an opportunity that \`solves\` the question and is not rejected counts, too: somebody has seen the gap.

A question of the persona itself may belong to another journey. It is only a piece of information, and only in journeys that answer questions at all.`,
      ja: `答えのない質問は、離脱、問い合わせ、先延ばしの理由になります。お客様の質問を書き出し、どこで答えるかを計画することは、ジャーニーマップの目的の一つです。

質問が生じたタッチポイント、それより前、またはいずれかの経路で後に来るタッチポイントが \`answers\` で答えていれば「答えている」とみなします。間に合うかどうかは \`answered-too-late\` が判断します。ステージの質問はそのステージのどのタッチポイントでも、ジャーニーの質問は最初に生じうるものとします。質問を \`solves\` とする、却下されていないアクションや機会があれば、すでに気づいているものとして指摘しません。

ペルソナ自身の質問は別のジャーニーのものかもしれません。質問に答えるタッチポイントのあるジャーニーでだけ、情報として示します。`,
    },
    remedy: {
      en: 'Answer it where it comes up or before (`answers`), or plan how (`action … solves`).',
      ja: '質問が生じるタッチポイントかその前で答えるか(`answers`)、どう答えるかを計画します(`action … solves`)。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    const solutions = solutionsIn(context.model);
    const isSeen = (key: string): boolean => solutions.get(key)?.some(({ rejected }) => !rejected) ?? false;
    for (const view of context.analysis.views) {
      for (const raised of questionsOf(context.journey, view)) {
        if (!isSeen(raised.question.key) && !isAnswered(view, raised)) report(context, view, raised);
      }
    }
  },
};

function isAnswered({ graph, flow }: PersonaView, { question, at, raisedBy }: RaisedQuestion): boolean {
  if (raisedBy === 'persona' && answeredAt(graph).size === 0) return true;
  const [past, future] = [flow.past(answers), flow.future(answers)];
  return at.some(
    (node) => past.after(node, question.key) !== undefined || future.ahead(node, question.key) !== undefined,
  );
}

function report(context: JourneyContext, view: PersonaView, raised: RaisedQuestion): void {
  const { question, raisedBy, place } = raised;
  const [first] = raised.at;
  if (first === undefined) return;
  const asked = titled(question);
  const where = whereRaised(context, view, raised, first);
  const elsewhere = answeredAt(context.analysis.whole.graph).get(question.key) ?? [];
  const [other] = elsewhere;
  const at = other === undefined ? undefined : titled(other.touchpoint);
  context.report({
    place,
    severity: raisedBy === 'persona' ? 'information' : 'warning',
    message: {
      en:
        at === undefined
          ? `${asked.en}, a question ${where.en}, is answered nowhere on the customer's way.`
          : `${asked.en}, a question ${where.en}, is answered only at ${at.en}, where the customer does not come.`,
      ja:
        at === undefined
          ? `${where.ja}質問${asked.ja}に、お客様がたどる経路のどこでも答えていません。`
          : `${where.ja}質問${asked.ja}に答えているのは、お客様が通らない${at.ja}だけです。`,
    },
    help: rule.meta.remedy,
    related: [
      ...(raisedBy === 'persona' ? [{ place: question.place, message: { en: 'the question', ja: '質問' } }] : []),
      ...elsewhere
        .flatMap((node) => answersAt(node, question.key))
        .map((answer) => ({ place: answer, message: { en: 'answered here', ja: 'ここで答えています' } })),
    ],
    fixes: () => fixesFor(context, view, raised, first),
    subject:
      raisedBy === 'touchpoint' ? { touchpoint: first.key } : raisedBy === 'stage' ? { stage: first.stage.key } : {},
    personas: hitIn([view]),
    same: question.key,
  });
}

function whereRaised(
  { journey }: JourneyContext,
  { persona }: PersonaView,
  { raisedBy }: RaisedQuestion,
  first: GraphNode,
): Text {
  const owner =
    raisedBy === 'touchpoint'
      ? titled(first.touchpoint)
      : raisedBy === 'stage'
        ? titled(first.stage)
        : titled(raisedBy === 'persona' && persona !== undefined ? persona : journey);
  if (raisedBy === 'persona') return { en: `of ${owner.en}`, ja: `${owner.ja}の` };
  return { en: `at ${owner.en}`, ja: `${owner.ja}で生じる` };
}

/** At the next touchpoint where the company speaks before anything is decided, and where the question comes up. */
function fixesFor(
  { analysis }: JourneyContext,
  { flow }: PersonaView,
  { question, raisedBy }: RaisedQuestion,
  first: GraphNode,
): readonly Fix[] {
  const name = nameOfQuestion(analysis, question);
  if (name === undefined) return [];
  const way = flow.nearest(first, isByCompany, nearEnough)?.nodes ?? [];
  const decided = way.slice(0, -1).some(({ touchpoint }) => touchpoint.commits.length > 0);
  const next = decided ? undefined : way.at(-1);
  const places = [...new Set([next, raisedBy === 'touchpoint' ? first : undefined])];
  return places.flatMap((node) => {
    if (node === undefined) return [];
    const [asked, where] = [titled(question), titled(node.touchpoint)];
    return adding(node.touchpoint, [`answers ${name}`], {
      en: `Answer ${asked.en} at ${where.en}`,
      ja: `${where.ja}で${asked.ja}に答える`,
    });
  });
}

/** An answer further away than this comes too late anyway. */
const nearEnough = 6;

function isByCompany({ touchpoint }: GraphNode): boolean {
  return touchpoint.initiator?.value === 'company';
}
