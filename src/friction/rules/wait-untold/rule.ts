import type { FlowView } from '../../../model/analysis.ts';
import type { Fix, RelatedPlace } from '../../../model/finding.ts';
import type { Certainty } from '../../../model/flow/facts.ts';
import type { GraphEdge, GraphNode } from '../../../model/graph.ts';
import type { Journey, Touchpoint, Wait } from '../../../model/journey.ts';
import { asWritten, durationLike, durationText, titled } from '../../../model/phrases.ts';
import { announcedBy } from '../../announcements.ts';
import { sayOn, severityFor } from '../../certainty.ts';
import { adding, durationCode, literal, writtenInJapanese } from '../../fixes.ts';
import type { JourneyContext, Observation, Rule } from '../../rule.ts';
import { acceptableInPerson } from '../../limits.ts';
import { handsIn, isByCompany, tellNext } from '../../next-steps.ts';
import { originOf } from '../../settings.ts';
import { mustBeTold, untoldAt } from '../../untold-waits.ts';
import { waitText } from '../../waits.ts';
import { happeningDuring, untilNextIsWritten } from '../../while-waiting.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'wait-untold',
    group: 'duration',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'touchpoint',
    fix: 'unsafe',
    summary: {
      en: 'The customer waits and is not told how long, or why.',
      ja: '待つ長さや理由が、お客様に伝えられていません。',
    },
    why: {
      en: `Uncertain waits feel longer than known ones, and unexplained waits longer than explained ones. Somebody who knows how long it takes can do something else meanwhile.

A wait that can last longer than 10 seconds must be announced, and one in person, on the phone or for a message only when it can last longer than people take in their stride there (the lower limit of \`wait-over-threshold\`, such as a minute in a chat, never less than a minute on the phone and never more than 10 minutes): by \`told\` at the touchpoint, by a \`tells next\` there that says when or how it goes on, or by a \`tells next\` before it, which names the touchpoint or what comes right after it, or stands directly before it. An \`offers callback within\` announces the call that follows. If no way here announces it, this is a warning; if only some do, a piece of information. \`offers callback\` without a time and \`update every\` do not say how long it takes. A wait of the customers' own, as for the boss who has to agree, is left out: by the customer, with nothing of the company written there (no channel, system, owner, \`told\`, \`status on\`…), and followed by what the customer does next.

Two more things are worth a piece of information where a wait is announced. A wait of more than a day that only \`told\` announces and nothing explains: a \`because\` or an \`explains\`, or a reason in the words of \`told\`, is enough. And a wait whose maximum is more than 5 minutes (in a shop or at a counter more than is acceptable there, 30 minutes) and three times the typical one or more, when the customer neither hears how things stand (\`update every\`, a contact by the company \`during\` it) nor can look it up (\`status on\`): one number does not describe such a wait. There is one finding for each wait, the weightiest.`,
      ja: `先の見えない待ち時間は分かっている待ち時間より長く、理由の分からない待ち時間は説明された待ち時間より長く感じられます。長さが分かっていれば、その間に別のことができます。

10秒を超えうる待ち時間は、事前に伝える必要があります。ただし対面・電話・メッセージでは、苦にならない長さ(\`wait-over-threshold\` の低いほうの基準。チャットや電話なら1分。長くても10分)までは求めません。タッチポイントの \`told\`、いつ・どう続くかを述べたそのタッチポイントの \`tells next\`、または前のタッチポイントの \`tells next\`(このタッチポイントかその直後を名指すか、直前にあるもの)が、伝えたことになります。\`offers callback within\` は、続く折り返しの電話を予告したものとみなします。どの経路でも伝えていなければ警告、一部の経路で伝えていれば情報です。時間のない \`offers callback\` や \`update every\` は長さを伝えたことにはなりません。社内の稟議のような、お客様自身の都合による待ち時間は除きます(お客様側の行動で、チャネル・システム・担当・\`told\` など企業側のことが何も書かれておらず、次もお客様の行動であるもの)。

伝えている待ち時間についても、次の二つを情報として指摘します。\`told\` だけで伝えている1日を超える待ち時間に理由がない場合(\`because\`、\`explains\`、または \`told\` の文中の理由があれば十分です)。最長が5分(店舗や窓口ではその許容範囲の30分)を超え、通常の3倍以上になるのに、途中経過が知らされず(\`update every\`、待ち時間中の会社からの連絡 \`during\`)、自分で確かめることもできない(\`status on\`)場合(一つの数字では言い表せない待ち時間です)。指摘は一つの待ち時間につき、最も重いもの一つです。`,
    },
    remedy: {
      en: 'Tell the customer before the wait how long it will take (`told`) and why (`because`), and keep them posted when it varies (`update every`).',
      ja: '待つ前に、どのくらいかかるか(`told`)となぜか(`because`)を伝え、ばらつくときは途中経過を知らせます(`update every`)。',
    },
    sources: [
      { title: 'Maister: The Psychology of Waiting Lines, 1985' },
      {
        title: 'Nielsen: Usability Engineering, 1993 (10 seconds)',
        url: 'https://www.nngroup.com/articles/response-times-3-important-limits/',
      },
    ],
    settings: ['uncertainWaitRatio', 'unexplainedWait', 'untoldWait', 'waitLimits'],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      for (const node of view.graph.nodesWith('wait')) {
        const { wait } = node.touchpoint;
        if (wait !== undefined) checkWait(context, view, node, wait);
      }
    });
  },
};

function checkWait(context: JourneyContext, view: FlowView, node: GraphNode, wait: Wait): void {
  const { settings, report } = context;
  const { touchpoint } = node;
  if (!mustBeTold(context.model, settings, view, node)) return;
  const observe = (observation: Omit<Observation, 'place' | 'help' | 'subject'>): void => {
    report({
      place: wait.place,
      help: rule.meta.remedy,
      subject: { touchpoint: node.key },
      ...untilNextIsWritten(touchpoint),
      ...observation,
    });
  };
  const untold = untoldAt(view, node);
  if (untold !== undefined) {
    observeUntold(untold, context.journey, node, wait, observe);
    return;
  }
  const unexplained =
    announcedBy(view, node) !== 'always' && !explains(touchpoint) && wait.typical.seconds > settings.unexplainedWait;
  if (isUncertain(context, view, node, wait)) observeUncertain(context, touchpoint, wait, unexplained, observe);
  else if (unexplained) observeUnexplained(context, touchpoint, wait, observe);
}

type Observe = (observation: Omit<Observation, 'place' | 'help' | 'subject'>) => void;

function observeUntold(certainty: Certainty, journey: Journey, node: GraphNode, wait: Wait, observe: Observe): void {
  const { touchpoint } = node;
  const at = titled(touchpoint);
  const length = waitText(wait);
  const reason = explains(touchpoint) ? { en: '', ja: '' } : { en: ' or why', ja: 'や理由' };
  observe({
    severity: severityFor(certainty, 'warning'),
    message: sayOn(certainty, {
      en: `the customer waits ${length.en} at ${at.en} and is not told how long it takes${reason.en}.`,
      ja: `${at.ja}で${length.ja}待つことになりますが、待つ長さ${reason.ja}がお客様に伝えられていません。`,
    }),
    // Where it is told on some ways already, another announcement would only move the question to its reason.
    ...(certainty === 'always'
      ? {
          related: node.in.filter(isHandedIn).map(beganHere),
          fixes: () => [announce(touchpoint, wait), ...before(journey, node)],
        }
      : {}),
  });
}

/** Whether the wait begins when customers have handed something in. */
function isHandedIn({ kind, from, to }: GraphEdge): boolean {
  return (kind === 'next' || kind === 'arrow') && handsIn(from.touchpoint) && isByCompany(to.touchpoint);
}

/** Where the customer handed in what is waited for: `next-step-untold` leaves it to this rule. */
function beganHere({ from }: GraphEdge): RelatedPlace {
  return {
    place: from.touchpoint.place,
    message: { en: 'it could be told here, when they hand it in', ja: '手続きを終えたこの時点で伝えられます' },
  };
}

/** Telling it where the customer comes from, when they all come from there. */
function before(journey: Journey, node: GraphNode): readonly Fix[] {
  const [edge, ...others] = node.in;
  return edge === undefined || others.length > 0 || !isHandedIn(edge) ? [] : tellNext(journey, edge);
}

function observeUnexplained(
  { settings }: JourneyContext,
  touchpoint: Touchpoint,
  { typical }: Wait,
  observe: Observe,
): void {
  const at = titled(touchpoint);
  const length = asWritten(typical);
  const limit = durationText(settings.unexplainedWait);
  const origin = originOf('unexplainedWait', settings);
  observe({
    severity: 'information',
    message: {
      en: `The customer waits ${length.en} at ${at.en} and is not told why; beyond ${limit.en} a wait needs a reason (${origin.en}).`,
      ja: `${at.ja}で${length.ja}待つ理由がお客様に伝えられていません。${limit.ja}を超える待ち時間には理由が必要です(${origin.ja})。`,
    },
  });
}

/** One number does not describe the wait, and the customer neither hears nor can look up how things stand. */
function isUncertain(
  { model, settings }: JourneyContext,
  { graph }: FlowView,
  { key, touchpoint }: GraphNode,
  { typical, longest }: Wait,
): boolean {
  if (longest === undefined || typical.seconds === 0 || longest.seconds <= soonOver) return false;
  if (longest.seconds / typical.seconds < settings.uncertainWaitRatio) return false;
  if (touchpoint.updateEvery !== undefined || touchpoint.statusOn.length > 0) return false;
  if (longest.seconds <= acceptableInPerson(model, touchpoint, settings)) return false;
  return happeningDuring(graph, key).every(({ touchpoint: { initiator } }) => initiator?.value !== 'company');
}

/** In seconds: what may take three minutes instead of one needs no news. Our own choice. */
const soonOver = 300;

function observeUncertain(
  { settings }: JourneyContext,
  touchpoint: Touchpoint,
  { typical, longest = typical }: Wait,
  unexplained: boolean,
  observe: Observe,
): void {
  const at = titled(touchpoint);
  const [usual, most] = [asWritten(typical), asWritten(longest)];
  const origin = originOf('uncertainWaitRatio', settings);
  const times = String(Math.round((longest.seconds / typical.seconds) * 10) / 10);
  const every = durationCode(typical.seconds, writtenInJapanese(touchpoint));
  const why = unexplained ? { en: 'is not told why and ', ja: '理由も途中経過も' } : { en: '', ja: '途中経過が' };
  observe({
    severity: 'information',
    message: {
      en: `The wait of ${usual.en} at ${at.en} can become ${most.en}, ${times} times as long, and the customer ${why.en}hears nothing in between (limit: ${settings.uncertainWaitRatio} times; ${origin.en}).`,
      ja: `${at.ja}の待ち時間は${usual.ja}から${most.ja}(${times}倍)まで延びることがありますが、${why.ja}お客様に知らされません(基準は${settings.uncertainWaitRatio}倍、${origin.ja})。`,
    },
    fixes: () => [
      adding(touchpoint, [`update every ${every}`], {
        en: 'Tell the customer how things stand in between',
        ja: '途中経過をお客様に知らせる',
      }),
    ],
  });
}

function explains({ because, explains: explained, told }: Touchpoint): boolean {
  return because !== undefined || explained.length > 0 || reasons.test(told?.text ?? '');
}

const reasons = /\b(because|due to|since|owing to|as we|while we)\b|ため|ので|から、|により|につき|関係で|都合/i;

function announce(touchpoint: Touchpoint, { typical, longest }: Wait): Fix {
  const usual = durationLike(typical.seconds, typical);
  const most = longest === undefined ? undefined : durationLike(longest.longestSeconds, longest);
  const told = writtenInJapanese(touchpoint)
    ? `約${usual.ja}${most === undefined ? '' : `、長くて${most.ja}`}`
    : `About ${usual.en}${most === undefined ? '' : `, ${most.en} at most`}`;
  return adding(touchpoint, [`told ${literal(told)}`], {
    en: `Tell the customer: "${told}"`,
    ja: `お客様に「${told}」と伝える`,
  });
}
