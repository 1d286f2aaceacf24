import type { PersonaView } from '../../../model/analysis.ts';
import type { Flow } from '../../../model/flow/flow.ts';
import type { WaitPart, WaitSum } from '../../../model/flow/waits.ts';
import type { Graph, GraphEnd } from '../../../model/graph.ts';
import { lazyFor } from '../../../model/lazy.ts';
import { asWritten, durationLike, durationText, titled } from '../../../model/phrases.ts';
import type { Place } from '../../../model/place.ts';
import type { Text } from '../../../model/text.ts';
import type { Duration } from '../../../model/values.ts';
import { sayOn } from '../../certainty.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { longestOf } from '../../waits.ts';

export const rule: Rule = {
  meta: {
    id: 'wait-budget-exceeded',
    group: 'duration',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    summary: {
      en: 'The waits of the journey add up to more than the persona or the goal allows.',
      ja: '待ち時間の合計が、ペルソナや目標の限度を超えます。',
    },
    why: {
      en: `Each team keeps its own wait short, and together they are too long. Only somebody who sees the whole journey can notice.

Added up are the waits (\`waits\`; not \`after\`, because nobody sits and waits for the next bill) on the longest way to each end in success (in failure where the journey has none), and compared with the \`patience\` of the persona and with the \`within\` of the journey's goals. No other limit is known. When the typical waits that nobody can avoid exceed the limit, this is a warning; when only the longest way does, or only with the maxima, a piece of information. What happens \`during\` another touchpoint takes no time of its own. The finding stands where the journey names the persona or the goal.`,
      ja: `部門ごとの待ち時間は短くても、合わせると長すぎることがあります。気づけるのは、ジャーニー全体を見る人だけです。

成功で終わる経路(成功がなければ、失敗で終わる経路)のうち最も長いものの待ち時間(\`waits\`)を合計し、ペルソナの \`patience\` と、ジャーニーの目標の \`within\` と比べます。次の請求を座って待つ人はいないため、\`after\` は数えません。これらのほかに限度は設けません。避けられない待ち時間の通常値だけで限度を超えれば警告、最も長い経路だけ、または最長の場合だけ超えるなら情報です。ほかのタッチポイントの間(\`during\`)に起きることは、時間に数えません。指摘は、ジャーニーがペルソナや目標を名指しした場所に出ます。`,
    },
    remedy: {
      en: 'Shorten the largest wait first, or let things that do not need each other happen at the same time (`during`).',
      ja: 'まず最も長い待ち時間を短くするか、互いに関係しない作業を同時に進めます(`during`)。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    for (const view of context.analysis.views) {
      for (const budget of budgetsOf(context, view)) checkBudget(context, view, budget);
    }
  },
};

interface Budget {
  readonly limit: Duration;
  /** Where the journey names whose limit it is. */
  readonly place: Place;
  /** As it stands in a sentence: `the 4 h for which "Amir" has patience`. */
  /** How it is said, by its length. */
  readonly phrase: (length: Text) => Text;
}

function budgetsOf({ model, journey }: JourneyContext, { persona }: PersonaView): readonly Budget[] {
  const budgets: Budget[] = [];
  if (persona?.patience !== undefined) {
    const named = [...journey.personas, ...journey.targets].find(({ key }) => key === persona.key);
    budgets.push({
      limit: persona.patience,
      place: named?.place ?? journey.place,
      phrase: (length) => {
        const who = titled(persona);
        return { en: `the ${length.en} for which ${who.en} has patience`, ja: `${who.ja}の許容時間${length.ja}` };
      },
    });
  }
  for (const { key, place } of journey.goals) {
    const goal = model.goals.get(key);
    if (goal?.within === undefined) continue;
    budgets.push({
      limit: goal.within,
      place,
      phrase: (length) => {
        const what = titled(goal);
        return { en: `the ${length.en} that the goal ${what.en} allows`, ja: `目標${what.ja}の限度${length.ja}` };
      },
    });
  }
  return budgets;
}

function checkBudget(context: JourneyContext, view: PersonaView, budget: Budget): void {
  const allowed = budget.limit.longestSeconds;
  if (allWaits(view.graph) <= allowed) return;
  const { typical, most } = waitsToSuccess(view.flow);
  if (typical !== undefined && typical.seconds > allowed) {
    report(context, view, budget, typical, unavoidable(view) > allowed ? 'always' : 'sometimes');
  } else if (most !== undefined && most.seconds > allowed) {
    report(context, view, budget, most, 'atMost');
  }
}

/** In seconds, as if every touchpoint were on one way: no way takes longer, and often this alone is within the budget. */
const allWaits = lazyFor((graph: Graph): number => {
  let seconds = 0;
  for (const { touchpoint } of graph.nodesWith('wait')) {
    const { wait, during } = touchpoint;
    if (wait === undefined || during !== undefined) continue;
    seconds += Math.max(wait.typical.seconds, longestOf(wait).longestSeconds);
  }
  return seconds;
});

function isSuccess({ end }: { readonly end: GraphEnd }): boolean {
  return end.end === 'success';
}

/** The longest ways to success, with typical waits and with maxima; to a failure where nobody has success. */
const waitsToSuccess = lazyFor(({ waits }: Flow) => {
  const successes = waits.toEnds.filter(isSuccess);
  const ends = successes.length > 0 ? successes : waits.toEnds.filter(({ end }) => end.end === 'failure');
  return {
    typical: longest(ends.map((sums) => onlyWaits(sums.typical))),
    most: longest(ends.map((sums) => onlyWaits(sums.longest))),
  };
});

function onlyWaits({ parts }: WaitSum): WaitSum {
  const waits = parts.filter(({ statement }) => statement === 'waits');
  return { seconds: waits.reduce((sum, { seconds }) => sum + seconds, 0), parts: waits };
}

function longest(sums: readonly WaitSum[]): WaitSum | undefined {
  return sums.toSorted((a, b) => b.seconds - a.seconds)[0];
}

/** Typical waits, in seconds, on every way to success; to the end where nobody has any. */
function unavoidable({ flow }: PersonaView): number {
  return flow
    .unavoidable(flow.waits.toEnds.some(isSuccess) ? 'success' : 'end')
    .filter(({ touchpoint }) => touchpoint.during === undefined)
    .reduce((sum, { touchpoint }) => sum + (touchpoint.wait?.typical.seconds ?? 0), 0);
}

function report(
  context: JourneyContext,
  { persona }: PersonaView,
  { limit, place, phrase }: Budget,
  sum: WaitSum,
  how: 'always' | 'sometimes' | 'atMost',
): void {
  const rough = durationLike(sum.seconds, limit);
  // Two weeks and some hours are no two weeks.
  const total = rough.en === durationLike(limit.seconds, limit).en ? durationText(sum.seconds) : rough;
  const budget = phrase(asWritten(limit));
  const largest = sum.parts.toSorted((a, b) => b.seconds - a.seconds).slice(0, 3);
  const may = how === 'atMost' ? { en: 'can add up', ja: '最長で' } : { en: 'add up', ja: '' };
  context.report({
    place,
    severity: how === 'always' ? 'warning' : 'information',
    message: sayOn(how === 'sometimes' ? 'sometimes' : 'always', {
      en: `the waits of this journey ${may.en} to ${total.en}, more than ${budget.en}.`,
      ja: `待ち時間の合計が${may.ja}${total.ja}になり、${budget.ja}を超えます。`,
    }),
    help: rule.meta.remedy,
    related: largest.map(saysWait),
    ...(persona === undefined ? {} : { personas: [persona.key], namesPersona: true as const }),
    same: `${budget.en} ${total.en}`,
  });
}

function saysWait({ node, duration }: WaitPart): { readonly place: Place; readonly message: Text } {
  const [at, length] = [titled(node.touchpoint), asWritten(duration)];
  return { place: duration.place, message: { en: `${length.en} at ${at.en}`, ja: `${at.ja}で${length.ja}` } };
}
