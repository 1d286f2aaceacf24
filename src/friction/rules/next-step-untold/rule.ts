import type { FlowView } from '../../../model/analysis.ts';
import type { FactSource } from '../../../model/flow/facts.ts';
import type { GraphEdge, GraphNode } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import { asWritten, durationLike, durationText, titled } from '../../../model/phrases.ts';
import type { Model } from '../../../model/model.ts';
import type { Text } from '../../../model/text.ts';
import { isCallBack, toldOf, usesTells } from '../../announcements.ts';
import { commitmentOf, isSameCommitment } from '../../commitments.ts';
import { handsIn, isByCompany, tellNext } from '../../next-steps.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { originOf } from '../../settings.ts';
import { mustBeTold, untoldAt } from '../../untold-waits.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'next-step-untold',
    group: 'transparency',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'The customer has handed something in and is not told what happens next.',
      ja: 'お客様が手続きを済ませたあと、次に何が起きるかを伝えていません。',
    },
    why: {
      en: `When the ball leaves the customer, they want to know who has it and when it comes back. Otherwise they ask, or do it once more.

Looked at is each way from a touchpoint of the customer at which they hand something in (\`asks\`, \`commits\` or a \`task\`; but looking up how things stand hands nothing in, \`task status\`, \`trackOrder\` or \`faq\`, nor does what happens \`during\` a wait, unless it \`commits\`) to a touchpoint of the company or a partner that comes more than an hour later, or at a time that is not written if it \`confirms\` or \`gives\` something or is \`kind transactional\`; and to one of the customer that comes \`after\` more than an hour. It is silent when the customer is told: by any \`tells\` or \`offers callback\` there, by a \`told\` there where nobody waits, by an earlier \`tells next\` that names the touchpoint on all ways, by \`told\` at the touchpoint itself, or when \`nextSteps\`, \`responseTime\` or \`schedule\` is shown. Advertising (\`kind marketing\`) is no next step, nor is a request for an opinion (\`collects\`) or what only some meet (\`optional\`); who has made an appointment (\`commits booking\`, \`task book\`) knows when to come, and is not surprised by a notice on the day (\`kind transactional\` that neither confirms nor gives anything), a confirmation that comes at once needs no announcement, and what answers on the same screen, at the same counter or in the same call needs no announcement. Where what comes next is a wait of which nobody is told how long it takes, \`wait-untold\` says so unless it is turned off, and telling it helps against both.

As long as nothing in the journey is told, only delays of more than a day are reported.`,
      ja: `手続きがお客様の手を離れたら、誰がどう進め、いつ返事が来るのかを知りたくなります。分からなければ、問い合わせるか、もう一度手続きをすることになります。

お客様が何かを渡すタッチポイント(\`asks\`、\`commits\`、\`task\` のいずれかがあるもの。状況や答えを確かめるだけの \`task status\`・\`trackOrder\`・\`faq\` と、待つ間(\`during\`)のものは、\`commits\` がない限り除く)から、1時間を超えたあとに来る企業や提携先のタッチポイントへの経路を調べます。時期が書かれていなければ、\`confirms\`・\`gives\`・\`kind transactional\` のいずれかがあるものに限ります。\`after\` が1時間を超えるお客様のタッチポイントへの経路も対象です。伝えていれば何も言いません。つまり、そこに \`tells\`・\`offers callback\`(折り返し)か、待ち時間のない \`told\` がある、すべての経路でそれまでの \`tells next\` が次のタッチポイントを名指ししている、次のタッチポイントに \`told\` がある、または \`nextSteps\`・\`responseTime\`・\`schedule\` を示している場合です。広告(\`kind marketing\`)、意見の依頼(\`collects\`)、一部の人だけが通るもの(\`optional\`)は次の段階とみなしません。予約(\`commits booking\`・\`task book\` など)をしたお客様は来る日時を知っているので、来店や当日のお知らせ(何も確認せず、何も渡さない \`kind transactional\`)に予告は要りません。申し込んだものを知らせる連絡がすぐに届く場合や、同じ画面・窓口・通話の中での応答にも、予告を求めません。次に来るのが、長さをどこでも伝えていない待ち時間なら、\`wait-untold\` が(無効にしていなければ)指摘します。それを伝えれば、どちらも解決するからです。

ジャーニーのどこにも \`tells\` がない間は、1日を超えて間が空く場合だけ指摘します。`,
    },
    remedy: {
      en: 'Tell at the end of the step what happens next and by when: `tells next … within …`.',
      ja: 'その場で、次に何がいつまでに起きるかを伝えます(`tells next … within …`)。',
    },
    sources: [],
    settings: ['nextStepWait', 'untoldWait', 'waitLimits'],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      for (const from of view.graph.nodes) {
        if (!handsIn(from.touchpoint) || isTold(from.touchpoint) || !view.flow.reachable(from)) continue;
        for (const edge of from.out) {
          if ((edge.kind === 'next' || edge.kind === 'arrow') && isUntold(context, view, edge))
            reportEdge(context, edge);
        }
      }
    });
  },
};

const shown: ReadonlySet<string> = new Set(['nextSteps', 'responseTime', 'schedule']);
const day = 86_400;

function isUntold(context: JourneyContext, view: FlowView, edge: GraphEdge): boolean {
  const { model, journey, settings } = context;
  const { flow } = view;
  const { from, to } = edge;
  const next = to.touchpoint;
  if (next.kind?.value === 'marketing' || next.during !== undefined || next.told !== undefined) return false;
  // Nobody is told of everything that may go wrong.
  if (next.optional !== undefined) return false;
  if (next.collects.length > 0 || (!isByCompany(next) && makesAppointment(from.touchpoint))) return false;
  const delay = delayOf(next);
  if (delay === undefined) {
    if (!isAnswer(next) || isReceipt(from.touchpoint, next) || !usesTells(journey)) return false;
    if (isStillThere(model, from.touchpoint, next)) return false;
    if (isNotice(next) && flow.past(appointments).after(from, appointment) === 'always') return false;
  } else if (delay <= (usesTells(journey) ? settings.nextStepWait : Math.max(day, settings.nextStepWait))) {
    return false;
  }
  if (flow.past(toldOf).before(from, next.key) === 'always') return false;
  return !isUntoldWait(context, view, to);
}

/** `wait-untold` says it there, and offers to tell it here: whatever helps against the one finding helps against the other. */
function isUntoldWait({ model, settings, isOn }: JourneyContext, view: FlowView, node: GraphNode): boolean {
  if (!isOn('wait-untold')) return false;
  if (!isByCompany(node.touchpoint) || node.touchpoint.after !== undefined) return false;
  return mustBeTold(model, settings, view, node) && untoldAt(view, node) === 'always';
}

/** Who has made an appointment knows when to come. */
function makesAppointment({ commits, task }: Touchpoint): boolean {
  if (task?.value === 'book') return true;
  return commits.some(({ value }) => ['booking', 'reservation'].includes(commitmentOf(value) ?? ''));
}

function isTold({ tells, told, wait, shows, offers }: Touchpoint): boolean {
  // Who waits here is told how long that takes; who does not, how long it takes from here on.
  if (told !== undefined && wait === undefined) return true;
  return tells.length > 0 || offers.some(isCallBack) || shows.some(({ word }) => shown.has(word?.value ?? ''));
}

/** Whether it only says that something is about to happen. */
function isNotice({ confirms, gives }: Touchpoint): boolean {
  return confirms.length === 0 && gives.length === 0;
}

/** Where the customer has agreed on a time: a notice on the day comes as no surprise. */
const appointments: FactSource = (mark, graph) => {
  for (const node of graph.nodes) if (makesAppointment(node.touchpoint)) mark.begins(node, appointment);
};

const appointment = 'appointment';

/** Whether it follows from what was handed in, also when nothing is written about the time. */
function isAnswer(touchpoint: Touchpoint): boolean {
  const { kind, confirms, gives } = touchpoint;
  return isByCompany(touchpoint) && (kind?.value === 'transactional' || confirms.length > 0 || gives.length > 0);
}

/**
 * A confirmation that comes at once is itself what tells the customer how things stand: of what was handed in before, or of
 * what is agreed with the confirmation itself.
 */
function isReceipt(from: Touchpoint, { commits, confirms }: Touchpoint): boolean {
  return [...from.commits, ...commits].some(({ value }) =>
    confirms.some((confirmed) => isSameCommitment(confirmed.value, value)),
  );
}

/** Whether it happens where the customer is anyway: on the same screen, at the same counter, in the same call. */
function isStillThere(model: Model, { channels }: Touchpoint, next: Touchpoint): boolean {
  return channels.some(({ key }) => {
    const channel = model.channels.get(key);
    const stays = channel !== undefined && (channel.selfService || channel.live);
    return stays && next.channels.some((other) => other.key === key);
  });
}

/** Typical seconds until the touchpoint is there; missing when it is not written. What the customer does begins a wait. */
function delayOf(touchpoint: Touchpoint): number | undefined {
  const { after, wait } = touchpoint;
  if (!isByCompany(touchpoint)) return after?.seconds ?? 0;
  return after === undefined && wait === undefined ? undefined : (after?.seconds ?? 0) + (wait?.typical.seconds ?? 0);
}

function reportEdge({ journey, settings, report }: JourneyContext, edge: GraphEdge): void {
  const { from, to } = edge;
  const [here, next] = [titled(from.touchpoint), titled(to.touchpoint)];
  const delay = delayOf(to.touchpoint);
  const length = lengthOf(to.touchpoint, delay ?? 0);
  const [most, origin] = [durationText(settings.nextStepWait), originOf('nextStepWait', settings)];
  // Whether the title is of what they wait for or of the waiting, the sentence is true.
  const then =
    to.touchpoint.after === undefined
      ? { en: `they wait ${length.en} at ${next.en}`, ja: `続く${next.ja}は${length.ja}待ちです` }
      : { en: `${next.en} comes ${length.en} later`, ja: `次の${next.ja}は${length.ja}後です` };
  report({
    place: from.touchpoint.place,
    message:
      delay === undefined
        ? {
            en: `At ${here.en} nobody tells the customer that ${next.en} comes next.`,
            ja: `${here.ja}では、次の${next.ja}についてお客様に伝えていません。`,
          }
        : {
            en: `At ${here.en} nobody tells the customer what happens next; ${then.en} (limit: ${most.en}; ${origin.en}).`,
            ja: `${here.ja}では、次に何が起きるかをお客様に伝えていません。${then.ja}(基準は${most.ja}、${origin.ja})。`,
          },
    help: rule.meta.remedy,
    related: [{ place: to.touchpoint.place, message: { en: 'comes next', ja: '次に来るタッチポイント' } }],
    fixes: () => tellNext(journey, edge),
    subject: { touchpoint: from.key, next: to.key },
    same: to.key,
  });
}

/** Business days as they are written, if there is one number: they are no days of the calendar. Weeks as weeks. */
function lengthOf(touchpoint: Touchpoint, delay: number): Text {
  const { after, wait } = touchpoint;
  const parts = [after, isByCompany(touchpoint) ? wait?.typical : undefined].filter((part) => part !== undefined);
  const [only] = parts;
  if (only === undefined || parts.length > 1) return durationText(delay);
  return only.longestSeconds === only.seconds ? durationLike(delay, only) : asWritten(only);
}
