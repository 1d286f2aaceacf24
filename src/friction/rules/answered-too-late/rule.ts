import type { Fix, RelatedPlace } from '../../../model/finding.ts';
import type { Certainty } from '../../../model/flow/facts.ts';
import type { Flow } from '../../../model/flow/flow.ts';
import type { GraphNode } from '../../../model/graph.ts';
import { titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { sayOn, severityFor, wayPlaces } from '../../certainty.ts';
import { adding } from '../../fixes.ts';
import { answeredAt, answers, answersAt, nameOfQuestion, questionsIn, saysAnswered } from '../../questions.ts';
import type { RaisedQuestion } from '../../questions.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { originOf } from '../../settings.ts';
import { undecidedWays } from './undecided.ts';

export const rule: Rule = {
  meta: {
    id: 'answered-too-late',
    group: 'question',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'A question is answered only after the decision that it concerns.',
      ja: '質問への答えが、決断のあとに来ています。',
    },
    why: {
      en: `An answer that comes after the decision helps nobody: the customer has decided without it, or has already left.

The decision is the touchpoint that the question \`blocks\`. If it names none, it is the next touchpoint after the question that \`commits\` the customer to something; a commitment at the touchpoint of the question itself does not count, because questions there are mostly about what comes after. On the ways from the question to the decision, and on the ways to the question, somebody must have \`answers\` for it, at the latest at the decision itself. Going back round a loop does not count.

If no way brings the answer in time and it comes only afterwards, this is a warning. If some ways bring it and others do not, it is a piece of information; and so it is when the question names no decision and the customer \`commits\` to something more once it is answered (in no stage of the kinds \`use\`, \`support\`, \`repeat\`, \`loyalty\` or \`leave\`), which it may concern as well. It is also a piece of information when nothing is decided in between but the answer comes more than 3 touchpoints after the question. Questions of the whole journey or of a persona have a decision only if they name one. A question that is never answered belongs to \`unanswered-question\`.`,
      ja: `決断のあとに来る答えは役に立ちません。お客様は答えのないまま決めたか、すでに離れているからです。

決断とは、質問が \`blocks\` で示すタッチポイントです。示していなければ、質問のあとで最初に \`commits\`(購入や予約などの約束)をするタッチポイントとします。質問と同じタッチポイントの \`commits\` は数えません。そこで生じる質問の多くは、そのあとのことについてだからです。質問から決断までの経路、または質問に至る経路で、遅くとも決断のタッチポイントまでに \`answers\` がある必要があります。繰り返しで戻る経路は数えません。

どの経路でも間に合わず、答えがあとにしか来なければ警告、間に合う経路と間に合わない経路があれば情報です。質問が決断を示しておらず、答えのあとにも別の \`commits\` がある場合(利用・サポート・再購入・ロイヤルティ・離脱のステージを除く)も、そちらについての質問かもしれないため情報とします。途中に決断がなくても、答えが質問から3つを超えるタッチポイントを挟んで来る場合は情報とします。ジャーニー全体やペルソナの質問は、決断を示している場合だけ調べます。どこにも答えのない質問は \`unanswered-question\` が扱います。`,
    },
    remedy: {
      en: 'Answer the question where it comes up, at the latest where the customer decides.',
      ja: '質問が生じるタッチポイントで、遅くともお客様が決めるタッチポイントまでに答えます。',
    },
    sources: [],
    settings: ['lateAnswerSteps'],
  },
  check: (context) => {
    for (const raised of questionsIn(context.analysis)) checkQuestion(context, raised);
  },
};

function checkQuestion(context: JourneyContext, raised: RaisedQuestion): void {
  const { flow, graph } = raised.view;
  const { key } = raised.question;
  // Never answered on any way: that is not late.
  if (!answeredAt(graph).has(key)) return;
  const past = flow.past(answers);
  if (raised.at.some((node) => past.after(node, key) === 'always')) return;
  const before = raised.at.some((node) => past.after(node, key) === 'sometimes');
  const decided = undecidedWays(raised);
  for (const { decision, answeredOnSomeWay, witness } of decided) {
    const isAhead = flow.future(answers).ahead(decision, key) !== undefined;
    const later = isAhead ? flow.nearest(decision, (node) => answersAt(node, key).length > 0)?.nodes.at(-1) : undefined;
    const certainty: Certainty = answeredOnSomeWay || before ? 'sometimes' : 'always';
    if (certainty === 'always' && later === undefined) continue;
    reportLate(context, raised, {
      decision,
      later,
      certainty,
      isSure: raised.question.blocks.length > 0 || later === undefined || !decidesLater(flow, decision, later),
      turns: certainty === 'always' ? [] : wayPlaces(witness),
    });
    return;
  }
  if (decided.length === 0 && !before && raised.raisedBy === 'touchpoint') checkDistance(context, raised);
}

/**
 * Whether the customer commits to something more once it is answered: the question may concern that. What they commit to when
 * they use it already is another matter.
 */
function decidesLater(flow: Flow, decision: GraphNode, answer: GraphNode): boolean {
  return flow.graph
    .nodesWith('commits')
    .some(
      (node) =>
        node !== decision &&
        !afterwards.has(node.stage.kind?.value ?? '') &&
        (node === answer || flow.leadsTo(answer, node)),
    );
}

const afterwards: ReadonlySet<string> = new Set(['use', 'support', 'repeat', 'loyalty', 'leave']);

interface Late {
  readonly decision: GraphNode;
  readonly later: GraphNode | undefined;
  readonly certainty: Certainty;
  /** Whether it is the only decision that the question can concern. */
  readonly isSure: boolean;
  readonly turns: readonly RelatedPlace[];
}

function reportLate(
  context: JourneyContext,
  raised: RaisedQuestion,
  { decision, later, certainty, isSure, turns }: Late,
): void {
  const { question, place, raisedBy, at, personas } = raised;
  const [asked, decided] = [titled(question), titled(decision.touchpoint)];
  const answer = later === undefined ? undefined : titled(later.touchpoint);
  const [commitment] = decision.touchpoint.commits;
  const atDecision = decision.touchpoint.key === later?.key;
  context.report({
    place,
    severity: isSure ? severityFor(certainty, 'warning') : 'information',
    message: sayOn(certainty, {
      en: `${asked.en} is not answered before the customer decides at ${decided.en}${answer === undefined || atDecision ? '' : `; the answer comes only at ${answer.en}`}.`,
      ja: `お客様が${decided.ja}で決めるまでに、質問${asked.ja}に答えていません${answer === undefined || atDecision ? '' : `(答えは${answer.ja}で初めて示されます)`}。`,
    }),
    help: isSure ? rule.meta.remedy : whichDecision,
    related: [
      ...turns,
      {
        place: commitment?.place ?? decision.touchpoint.place,
        message: { en: 'the customer decides here', ja: 'お客様はここで決めます' },
      },
      ...(later === undefined ? [] : saysAnswered(later, question.key)),
    ],
    fixes: () => fixesFor(context, raised),
    subject: raisedBy === 'touchpoint' ? { touchpoint: at[0].key } : {},
    personas,
    same: question.key,
  });
}

const whichDecision: Text = {
  en: 'Answer the question before that, or say which decision it concerns: `question … blocks …`.',
  ja: 'それより前に答えるか、どの決断についての質問かを `question … blocks …` で書きます。',
};

/** Nothing is decided in between, but the customer carries the question along. */
function checkDistance(context: JourneyContext, raised: RaisedQuestion): void {
  const { question, place, personas } = raised;
  const { flow } = raised.view;
  const [node] = raised.at;
  // Looking for an answer that is nowhere ahead would go through the whole journey for each open question.
  if (flow.future(answers).ahead(node, question.key) === undefined) return;
  const way = flow.nearest(node, (other) => answersAt(other, question.key).length > 0);
  const answer = way?.nodes.at(-1);
  const between = (way?.nodes.length ?? 0) - 2;
  const { lateAnswerSteps: limit } = context.settings;
  if (answer === undefined || between <= limit) return;
  const [asked, from, to] = [titled(question), titled(node.touchpoint), titled(answer.touchpoint)];
  const origin = originOf('lateAnswerSteps', context.settings);
  context.report({
    place,
    severity: 'information',
    message: {
      // Without the number: others come another way, and to them it is the same finding.
      en: `${asked.en} comes up at ${from.en} and is answered only at ${to.en}, with more than ${limit} touchpoints in between (${origin.en}).`,
      ja: `${from.ja}で生じる質問${asked.ja}への答えは、${to.ja}で初めて示されます。その間に${limit}件を超えるタッチポイントを挟みます(${origin.ja})。`,
    },
    help: rule.meta.remedy,
    related: saysAnswered(answer, question.key),
    fixes: () => fixesFor(context, raised),
    subject: { touchpoint: node.key },
    personas,
    same: question.key,
  });
}

function fixesFor({ analysis }: JourneyContext, { question, raisedBy, at }: RaisedQuestion): readonly Fix[] {
  const [node] = at;
  const name = nameOfQuestion(analysis, question);
  if (name === undefined || raisedBy !== 'touchpoint') return [];
  const [asked, where] = [titled(question), titled(node.touchpoint)];
  const title = { en: `Answer ${asked.en} at ${where.en}`, ja: `${where.ja}で${asked.ja}に答える` };
  return [adding(node.touchpoint, [`answers ${name}`], title)];
}
