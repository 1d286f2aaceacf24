import type { Fix } from '../../../model/finding.ts';
import type { GraphNode } from '../../../model/graph.ts';
import { titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { adding } from '../../fixes.ts';
import { answeredAt, answers, answersAt, nameOfQuestion, questionsIn } from '../../questions.ts';
import type { RaisedQuestion } from '../../questions.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { solutionsIn } from '../../solutions.ts';

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

質問が生じたタッチポイント、それより前、またはいずれかの経路で後に来るタッチポイントが \`answers\` で答えていれば「答えている」とみなします。間に合うかどうかは \`answered-too-late\` が判断します。ステージの質問はそのステージのどのタッチポイントでも、ジャーニーの質問は最初に生じうるものとします。質問を \`solves\` とする、見送られていない施策や改善機会があれば、すでに気づいているものとして指摘しません。

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
    for (const raised of questionsIn(context.analysis)) {
      if (!isAnswered(raised) && !isSeen(context, raised)) report(context, raised);
    }
  },
};

/** Whether somebody means to answer it. */
function isSeen({ model }: JourneyContext, { question }: RaisedQuestion): boolean {
  return (
    solutionsIn(model)
      .get(question.key)
      ?.some(({ rejected }) => !rejected) ?? false
  );
}

function isAnswered({ question: { key }, at, raisedBy, view: { graph, flow } }: RaisedQuestion): boolean {
  const anywhere = answeredAt(graph);
  if (!anywhere.has(key)) return raisedBy === 'persona' && anywhere.size === 0;
  const [past, future] = [flow.past(answers), flow.future(answers)];
  // From where no end can be reached, as `dead-end` says, nothing is known of what lies ahead.
  return at.some(
    (node) => past.after(node, key) !== undefined || future.ahead(node, key) !== undefined || !flow.canEnd(node, 'end'),
  );
}

function report(context: JourneyContext, raised: RaisedQuestion): void {
  const { question, raisedBy, place, personas } = raised;
  const [first] = raised.at;
  const asked = titled(question);
  const where = whereRaised(context, raised);
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
    fixes: () => fixesFor(context, raised),
    subject:
      raisedBy === 'touchpoint' ? { touchpoint: first.key } : raisedBy === 'stage' ? { stage: first.stage.key } : {},
    personas,
    same: question.key,
  });
}

function whereRaised({ journey }: JourneyContext, { raisedBy, persona, at: [first] }: RaisedQuestion): Text {
  const owner =
    raisedBy === 'touchpoint'
      ? titled(first.touchpoint)
      : raisedBy === 'stage'
        ? titled(first.stage)
        : titled(persona ?? journey);
  if (persona !== undefined) return { en: `of ${owner.en}`, ja: `${owner.ja}の` };
  return { en: `at ${owner.en}`, ja: `${owner.ja}で生じる` };
}

/** At the next touchpoint where the company speaks before anything is decided, and where the question comes up. */
function fixesFor({ analysis }: JourneyContext, { question, raisedBy, at, view }: RaisedQuestion): readonly Fix[] {
  const name = nameOfQuestion(analysis, question);
  if (name === undefined) return [];
  const [first] = at;
  const way = view.flow.nearest(first, isByCompany, nearEnough)?.nodes ?? [];
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
