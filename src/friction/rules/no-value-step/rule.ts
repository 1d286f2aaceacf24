import type { FlowView, MoodView } from '../../../model/analysis.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Request, Touchpoint } from '../../../model/journey.ts';
import { titled } from '../../../model/phrases.ts';
import { says, type StatementName } from '../../../model/statements.ts';
import type { Text } from '../../../model/text.ts';
import { channelsOf } from '../../channels.ts';
import { dataUsed, isAboutThePerson, usedElsewhere } from '../../data-uses.ts';
import { namesOf } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachMood } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'no-value-step',
    group: 'redundancy',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'A step costs the customer effort, and nothing that is written depends on it.',
      ja: 'お客様の手間がかかるのに、なくても困らない手順です。',
    },
    why: {
      en: `The easiest step to improve is one that can go.

Looked at are steps that customers take themselves on a screen or on the phone, that state an \`effort\` of 2 or more, or ask for something. Such a step is reported when it gives the customer nothing and leads to nothing: it shows, answers, explains, gives, confirms, tells, offers or agrees nothing, has no \`task\`, is no moment of truth and no end of the journey, changes nothing about who the customer is to the company, the customer does not like it there (a feeling above 0), and what it asks is not used there or later.

Data that are plainly needed (a name, an address, an issue, a date) count as used, because hardly anybody writes down what for; what is left is what \`data-never-used\` looks at. Where an opportunity is noted at the step, its author knows, and nothing is said. Going somewhere, unpacking or putting together is effort as well, but not looked at: its value is not something that can be written down here. The thresholds are our own choice.`,
      ja: `改善しやすいのは、なくせる手順です。

お客様が画面や電話で自分で行う手順のうち、\`effort\` が2以上のもの、または何かを尋ねるものを調べます。お客様に何ももたらさず、何にもつながらない場合に指摘します。つまり、示す・答える・説明する・渡す・確定する・伝える・申し出る・同意するものがなく、\`task\` もなく、真実の瞬間でもジャーニーの終わりでもなく、お客様の認識も変わらず、そこでの感情も0以下で、尋ねた内容がその場でも後でも使われない場合です。

氏名・住所・相談内容・日時のように用途が明らかな情報は、わざわざ書く人が少ないため、使われたとみなします。残るのは \`data-never-used\` が調べる情報です。改善機会(\`opportunity\`)が書かれていれば、すでに気づかれているので何も言いません。移動や開梱、組み立ても手間ですが、その価値はここに書き表せないため対象外です。数値は独自の目安です。`,
    },
    remedy: {
      en: 'Leave the step out, or write down what it gives the customer or what its data are used for.',
      ja: '手順をなくすか、お客様に何をもたらすのか、尋ねた情報を何に使うのかを書きます。',
    },
    sources: [],
    settings: [],
  },
  check: (whole) => {
    forEachMood(whole, (context, view) => {
      for (const node of view.graph.nodes) {
        if (!isCostly(context, node.touchpoint) || bringsSomething(node) || !view.flow.reachable(node)) continue;
        if (!isGladOf(view, node) && !isOfUse(context, view, node)) reportStep(context, node);
      }
    });
  },
};

/** On the scale 1…7. */
const noticeable = 2;

/** Whether it is a step on a screen or the phone that costs the customer something. */
function isCostly({ model }: JourneyContext, { initiator, channels, effort, asks }: Touchpoint): boolean {
  if (initiator?.value !== 'customer') return false;
  if ((effort === undefined || effort.value < noticeable) && !asks.some(isRequired)) return false;
  const remote = channelsOf(model, channels);
  return (
    remote.length > 0 &&
    remote.every(({ digital, kind }) => digital || kind?.value === 'phone' || kind?.value === 'ivr')
  );
}

function isRequired({ optional, essential }: Request): boolean {
  return optional === undefined && essential === undefined;
}

/** What it costs the customer. */
function costText({ model }: JourneyContext, { effort, asks }: Touchpoint): Text {
  if (effort !== undefined && effort.value >= noticeable) {
    const written = String(effort.value);
    return {
      en: `costs the customer effort (${written} out of 7)`,
      ja: `はお客様に手間(7段階で${written})をかけています`,
    };
  }
  const names = namesOf(
    model.data,
    asks.filter(isRequired).flatMap(({ data }) => data.map(({ key }) => key)),
  );
  return { en: `asks for ${names.en}`, ja: `では${names.ja}を尋ねています` };
}

/** Whether it is of value by itself, or where the journey is to lead. */
function bringsSomething({ touchpoint, ends }: GraphNode): boolean {
  return (
    ends.length > 0 ||
    valuable.some((statement) => says(touchpoint, statement)) ||
    touchpoint.opportunities.some(({ status }) => status?.value !== 'rejected')
  );
}

/** Who enjoys a step gets something from it, whether that is written or not. */
function isGladOf(view: MoodView, node: GraphNode): boolean {
  return (view.feelingAt(node) ?? 0) > 0;
}

const valuable: readonly StatementName[] = [
  // What the customer learns,
  ...(['shows', 'answers', 'explains', 'tells', 'offers', 'statusOn'] as const),
  // gets,
  ...(['gives', 'redeems', 'solves', 'addresses', 'abilities'] as const),
  // agrees on,
  ...(['confirms', 'commits', 'consents', 'withdraws'] as const),
  // and what is made of what they said.
  ...(['uses', 'personalises', 'reads', 'recognises', 'prefilled', 'collects', 'callsToAction', 'metrics'] as const),
  ...(['task', 'momentOfTruth', 'identity', 'stepUp', 'optional', 'wait', 'kano', 'job'] as const),
];

function isOfUse({ model, analysis }: JourneyContext, { flow }: FlowView, node: GraphNode): boolean {
  return node.touchpoint.asks.some(({ data, essential }) =>
    data.some(({ key }) => {
      const datum = model.data.get(key);
      if (datum === undefined || essential !== undefined || !isAboutThePerson(datum)) return true;
      return usedElsewhere(analysis).has(key) || flow.future(dataUsed).fromHere(node, key) !== undefined;
    }),
  );
}

function reportStep(context: JourneyContext, { key, touchpoint }: GraphNode): void {
  const [at, cost] = [titled(touchpoint), costText(context, touchpoint)];
  const asksNothing = touchpoint.asks.length === 0;
  context.report({
    place: touchpoint.place,
    message: asksNothing
      ? {
          en: `${at.en} ${cost.en}, and nothing is written that the customer gets there.`,
          ja: `${at.ja}${cost.ja}が、そこでお客様が何を得るのかが書かれていません。`,
        }
      : {
          en: `${at.en} ${cost.en}, but nothing is written that the customer gets for it, nor what the answers are used for.`,
          ja: `${at.ja}${cost.ja}が、お客様が得るものも、尋ねた内容の使い道も書かれていません。`,
        },
    help: rule.meta.remedy,
    fixes: () =>
      isLoose(context, touchpoint)
        ? [
            {
              title: { en: `Leave out ${at.en}`, ja: `${at.ja}をなくす` },
              safe: false,
              edits: [{ kind: 'remove', place: touchpoint.extent }],
            },
          ]
        : [],
    subject: { touchpoint: key },
    tags: ['unnecessary'],
  });
}

/** Whether nothing written refers to the touchpoint or to a part of it, so that the text stays whole without it. */
function isLoose({ model, journey }: JourneyContext, { key, questions, barriers }: Touchpoint): boolean {
  if (questions.length > 0 || barriers.length > 0) return false;
  const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints);
  const references = [
    ...touchpoints.flatMap(({ tells, during }) => [...tells.map(({ target }) => target), during]),
    ...[...model.actions.values(), ...model.metrics.values()].flatMap(({ at }) => at),
    ...[...model.experiments.values()].flatMap((experiment) => experiment.touchpoints),
    ...[journey, ...journey.stages, ...touchpoints].flatMap((each) => each.questions.flatMap(({ blocks }) => blocks)),
  ];
  if (references.some((reference) => reference?.key === key)) return false;
  return journey.paths.every(({ kind, from, to }) => kind === 'next' || (from !== key && to !== key));
}
