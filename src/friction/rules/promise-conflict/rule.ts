import type { FlowView } from '../../../model/analysis.ts';
import type { Fix, RelatedPlace } from '../../../model/finding.ts';
import type { WaitPart, WaitSum } from '../../../model/flow/waits.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import type { Model } from '../../../model/model.ts';
import { asWritten, durationLike, quoted, titled } from '../../../model/phrases.ts';
import type { Duration, Reference } from '../../../model/values.ts';
import { sayOn } from '../../certainty.ts';
import { callsBack, isCallBack } from '../../announcements.ts';
import { channelsOf } from '../../channels.ts';
import { durationCode, isJapanese } from '../../fixes.ts';
import { leastWait } from '../../least-wait.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';
import { brokenWords } from './spoken.ts';

export const rule: Rule = {
  meta: {
    id: 'promise-conflict',
    group: 'duration',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'touchpoint',
    fix: 'unsafe',
    summary: {
      en: 'A time that the customer is told is shorter than what follows.',
      ja: 'お客様に伝えた時間より、実際の待ち時間が長くなっています。',
    },
    why: {
      en: `Satisfaction is what people experience less what they expected. A promise that is broken is worse than none: had nobody said 30 minutes, three hours would only be long.

A promise is a \`tells next … within\`, or an \`offers callback within\` before a contact by the company whose title says that it is the call back. It runs from its touchpoint to the touchpoint that it names; without a name, to the ones directly after it. Added up are the waits (\`waits\`, \`after\`; of a contact by the company that has both, the longer one) on the way, those of both ends included, because the customer waits there as well; left out are the wait before a contact by the company, or before somebody is on the phone or at the counter, that makes the promise (up to an hour, for nobody holds the line for longer), and the wait that begins with a contact by the customer that keeps it. If the typical waits add up to more on every way, this is a warning; if only on some ways, or only with the maxima, a piece of information. The maxima count every touchpoint of a loop once. Business days in a promise count as the longest they can be, and typical waits as the shortest, so that a weekend breaks no promise.

A promise of a touchpoint that cannot be reached from there is an error: the text contradicts itself.

The words of \`told\` are a promise as well, where they state one length of time: it is compared with the typical wait at the same touchpoint (of “2 to 3 days” the longer; “about” allows a quarter more, our own choice). Words that could mean something else are not compared: a time of day, a date, “at least”, “every”, or several times. The words of a \`tells next\` without \`within\` are not compared either, nor is anything said twice of one wait.`,
      ja: `満足度は「体験」から「期待」を引いたものです。守られない約束は、約束しないより悪い結果になります。30分と言われなければ、3時間はただ長いだけだったはずです。

約束とは \`tells next … within\` と、タイトルに「折り返し」とある会社からの連絡の前の \`offers callback within\` のことです。書かれたタッチポイントから、名指ししたタッチポイントまで(名指しがなければ直後のタッチポイントまで)を対象に、途中の待ち時間(\`waits\`、\`after\`。企業からの連絡に両方あれば長いほう)を両端も含めて合計します。お客様は両端でも待つからです。ただし、約束を伝えるタッチポイントが会社からの連絡か、電話や窓口のように人が出るまで待つもの(1時間まで)なら、その前の待ち時間を、約束が果たされるタッチポイントがお客様からの連絡ならそこから始まる待ち時間を除きます。通常の待ち時間の合計がすべての経路で約束を超えれば警告、一部の経路だけ、または最長の場合だけ超えるなら情報です。最長の合計では、繰り返しの中のタッチポイントを一度ずつ数えます。約束の営業日は最長、通常の待ち時間の営業日は最短で数えるため、週末のせいで約束違反になることはありません。

そこからたどり着けないタッチポイントを約束している場合は、記述が矛盾しているためエラーです。

\`told\` の文も、時間の長さを一つだけ述べていれば約束とみなし、そのタッチポイントの通常の待ち時間と比べます(「2〜3日」は長いほう。「約」「ほど」が付くときは4分の1までの超過を認めます。独自の目安)。時刻・日付・「以上」「ごと」など別の意味になりうる文や、時間が複数ある文は比べません。\`within\` のない \`tells next\` の文も比べません。一つの待ち時間について二度は指摘しません。`,
    },
    remedy: {
      en: 'Promise what can be kept even on a bad day, or shorten what comes before.',
      ja: '悪い日でも守れる時間を伝えるか、そこまでの待ち時間を短くします。',
    },
    sources: [
      { title: 'Maister: The Psychology of Waiting Lines, 1985 (satisfaction equals perception minus expectation)' },
    ],
    settings: [],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      const blamed = new Set<GraphNode>();
      for (const node of view.graph.nodesWith('tells')) {
        for (const announcement of node.touchpoint.tells) {
          const { target, within, text } = announcement;
          if (within === undefined || !view.flow.reachable(node)) continue;
          const promise: Promised = { within, words: text?.text };
          const waits =
            target === undefined
              ? checkNext(context, view, node, promise)
              : checkTarget(context, view, node, target, promise);
          for (const wait of waits) blamed.add(wait.node);
        }
      }
      for (const node of view.graph.nodesWith('offers')) {
        for (const { within } of node.touchpoint.offers.filter(isCallBack)) {
          if (within === undefined || !view.flow.reachable(node)) continue;
          const calls = callsBack(node).flatMap(({ to }) => (isCallBackItself(to) ? [to] : []));
          for (const wait of compare(context, view, node, { within }, calls)) blamed.add(wait.node);
        }
      }
      // A promise that is broken once need not be said twice.
      for (const node of view.graph.nodesWith('told')) {
        const broken = blamed.has(node) ? undefined : brokenWords(node);
        if (broken !== undefined) context.report({ ...broken, help: rule.meta.remedy });
      }
    });
  },
};

/** Whether the title says that it is the call back: the company may also call about something else. */
function isCallBackItself({ touchpoint: { id, label, labelJa, labelEn } }: GraphNode): boolean {
  return [id, label, labelJa, labelEn].some((text) => text !== undefined && callBack.test(text));
}

const callBack = /折り?返|\bcall(s|ed|ing)?\b.{0,20}\bback\b/i;

/** @returns the waits that break the promise */
function checkTarget(
  context: JourneyContext,
  view: FlowView,
  node: GraphNode,
  target: Reference,
  promise: Promised,
): readonly WaitPart[] {
  const promised = view.graph.node(target.key);
  // Somebody who does not see the touchpoint at all: whether the promise is meant for them is not written.
  if (promised === undefined || promised === node) return [];
  if (view.flow.leadsTo(node, promised)) return compare(context, view, node, promise, [promised]);
  reportUnreachable(context, node, promised, target.place);
  return [];
}

/** Without a name the promise is of whatever comes next. */
function checkNext(context: JourneyContext, view: FlowView, node: GraphNode, promise: Promised): readonly WaitPart[] {
  const next = node.out.filter(({ kind }) => kind === 'next' || kind === 'arrow' || kind === 'skip');
  return compare(context, view, node, promise, [...new Set(next.map(({ to }) => to))]);
}

/** The time that the customer is told, and the words in which, if there are any. */
interface Promised {
  readonly within: Duration;
  readonly words?: string | undefined;
}

/** One of several ways from the touchpoint that makes the promise to where it should be kept. */
interface Delivery {
  readonly to: GraphNode;
  /** The longest way, with typical waits and with maxima. */
  readonly typical: WaitSum;
  readonly longest: WaitSum;
  /** Typical waits, in seconds, on the way that takes least. */
  readonly least: () => number;
}

function compare(
  context: JourneyContext,
  view: FlowView,
  node: GraphNode,
  promise: Promised,
  targets: readonly GraphNode[],
): readonly WaitPart[] {
  const deliveries = targets.flatMap((to) => delivery(view, node, to) ?? []);
  const [first, ...others] = deliveries;
  if (first === undefined) return [];
  // A minute more breaks no promise of weeks.
  const most = promise.within.longestSeconds * 1.01;
  const worst = others.reduce((a, b) => (b.longest.seconds > a.longest.seconds ? b : a), first);
  const slowest = others.reduce((a, b) => (b.typical.seconds > a.typical.seconds ? b : a), first);
  if (slowest.typical.seconds > most) {
    const least = Math.min(...deliveries.map((each) => each.least()));
    const range = { least, needed: worst.longest.seconds };
    report(context, node, promise, slowest, slowest.typical, least > most ? 'always' : 'sometimes', range);
    return slowest.typical.parts;
  }
  if (worst.longest.seconds > most) {
    const needed = worst.longest.seconds;
    report(context, node, promise, worst, worst.longest, 'longest', { least: needed, needed });
    return worst.longest.parts;
  }
  return [];
}

/**
 * What the company does, it does at the end of a wait; what the customer does, they do at its beginning. So the wait of a
 * contact by the company is over when it promises, and the wait of a contact by the customer begins when it is reached.
 * Somebody for whom the customer holds the line promises after the wait as well.
 */
function delivery({ flow }: FlowView, from: GraphNode, to: GraphNode): Delivery | undefined {
  const sums = flow.waits.between(from, to);
  if (sums === undefined) return undefined;
  const isOver = from.touchpoint.initiator?.value === 'company' || isOnHold(flow.model, from.touchpoint);
  const counts = ({ node, statement }: WaitPart): boolean =>
    statement === 'after' ||
    !((node === from && isOver) || (node === to && to.touchpoint.initiator?.value === 'customer'));
  const [typical, longest] = [only(sums.typical, counts), only(sums.longest, counts)];
  const dropped = sums.typical.seconds - typical.seconds;
  return { to, typical, longest, least: () => (leastWait(from, to) ?? sums.typical.seconds) - dropped };
}

/** Whether somebody has to come to the phone or the counter first. For a longer time nobody holds the line. */
function isOnHold(model: Model, { channels, wait }: Touchpoint): boolean {
  const all = channelsOf(model, channels);
  return (wait?.typical.seconds ?? 0) <= longestHold && all.length > 0 && all.every(({ live }) => live);
}

const longestHold = 3600;

function only(sum: WaitSum, counts: (part: WaitPart) => boolean): WaitSum {
  if (sum.parts.every(counts)) return sum;
  const parts = sum.parts.filter(counts);
  return { seconds: parts.reduce((total, { seconds }) => total + seconds, 0), parts };
}

function report(
  context: JourneyContext,
  node: GraphNode,
  { within, words }: Promised,
  { to }: Delivery,
  sum: WaitSum,
  how: 'always' | 'sometimes' | 'longest',
  { least, needed }: { readonly least: number; readonly needed: number },
): void {
  const [from, next] = [titled(node.touchpoint), titled(to.touchpoint)];
  const promised = asWritten(within);
  const [single, ...more] = sum.parts;
  const most =
    single !== undefined && more.length === 0 ? asWritten(single.duration) : durationLike(sum.seconds, within);
  // Who goes the shortest way waits less: the longest one alone would be too much to say of everybody.
  const fewest = how === 'always' && least < sum.seconds ? durationLike(least, within) : undefined;
  const isRange = fewest !== undefined && fewest.en !== most.en;
  const takes = isRange ? { en: `${fewest.en} to ${most.en}`, ja: `${fewest.ja}から${most.ja}` } : most;
  const atMost = how === 'longest';
  const [said, wait] = [words === undefined ? undefined : quoted(words), atMost ? 'may wait' : 'waits'];
  context.report({
    place: within.place,
    severity: how === 'always' ? 'warning' : 'information',
    message: sayOn(how === 'sometimes' ? 'sometimes' : 'always', {
      en: `${from.en} promises ${(said ?? next).en} within ${promised.en}, but the customer ${wait} ${takes.en} until then.`,
      ja: `${from.ja}では${said === undefined ? `${next.ja}まで${promised.ja}以内` : `${said.ja}(${promised.ja}以内)`}と伝えていますが、お客様はそれまで${atMost ? '最長で' : ''}${takes.ja}待つことになります。`,
    }),
    help: rule.meta.remedy,
    related: sum.parts.map(({ node: at, duration }): RelatedPlace => {
      const [where, length] = [titled(at.touchpoint), asWritten(duration)];
      const message = { en: `${length.en} at ${where.en}`, ja: `${where.ja}で${length.ja}` };
      return { place: duration.place, message };
    }),
    fixes: () => [promiseMore(within, needed)],
    subject: { touchpoint: node.key, next: to.key },
  });
}

function promiseMore(within: Duration, seconds: number): Fix {
  const code = durationCode(seconds, isJapanese(within.written));
  return {
    title: { en: `Promise "${code}"`, ja: `「${code}」と伝える` },
    safe: false,
    edits: [{ kind: 'replace', place: within.place, text: code }],
  };
}

function reportUnreachable(
  context: JourneyContext,
  node: GraphNode,
  promised: GraphNode,
  place: RelatedPlace['place'],
): void {
  const [from, next] = [titled(node.touchpoint), titled(promised.touchpoint)];
  context.report({
    place,
    severity: 'error',
    message: {
      en: `${from.en} promises ${next.en}, but no path leads there.`,
      ja: `${from.ja}では${next.ja}を約束していますが、そこに至る道がありません。`,
    },
    help: {
      en: 'Name the touchpoint that really comes next, or add the path to it.',
      ja: '実際に次に来るタッチポイントを書くか、そこに至る経路を加えます。',
    },
    related: [{ place: promised.touchpoint.place, message: { en: 'promised here', ja: '約束されたタッチポイント' } }],
    subject: { touchpoint: node.key, next: promised.key },
    // A later arrow may still lead there.
    waitsFor: 'journey',
  });
}
