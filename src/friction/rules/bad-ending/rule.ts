import type { MoodView } from '../../../model/analysis.ts';
import type { Edit, Fix, RelatedPlace, Severity } from '../../../model/finding.ts';
import { lowerSeverity } from '../../../model/finding.ts';
import type { Certainty } from '../../../model/flow/facts.ts';
import type { GraphEnd, GraphNode } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import { titled } from '../../../model/phrases.ts';
import { sayOn, severityFor } from '../../certainty.ts';
import { lowestFeelingAt, nearestFelt, signed } from '../../feelings.ts';
import { insertable, literal, writtenInJapanese } from '../../fixes.ts';
import { referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { originOf } from '../../settings.ts';
import { forEachMood } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'bad-ending',
    group: 'emotion',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'A path ends on a bad feeling.',
      ja: '終わり方がよくありません。',
    },
    why: {
      en: `People remember an experience mostly by its most intense moment and by its end. A path that ends badly is remembered as bad, however good the way was. This holds for those who leave as well: a polite goodbye brings some of them back.

Looked at are all ends that the customer can reach, written (\`end success\`, \`failure\`, \`exit\`) or implied by the last touchpoint in the text. If the feeling at the last touchpoint is below zero, this is a warning. If none is written there, the nearest touchpoints before it with a feeling decide, one step milder. Ends that only a failure or the end of a loop leads to are left out, because the feeling after the failure is not written.

A successful end of the main path that feels neutral or worse, and lies more than 0.5 below the mean of that path, is a piece of information, if at least three feelings are written there.`,
      ja: `体験の記憶は、最も感情が動いた瞬間と終わりでほぼ決まります(ピーク・エンドの法則)。終わりが悪ければ、途中がどれほどよくても悪い体験として残ります。離れていくお客様にも当てはまります。気持ちのよい別れ方をすれば、戻ってくる人もいるからです。

お客様がたどり着けるすべての終わりを調べます。書かれた終わり(\`end success\`・\`failure\`・\`exit\`)と、最後のタッチポイントによる暗黙の終わりの両方です。最後のタッチポイントの感情が0より低ければ警告です。そこに感情が書かれていなければ、その前で感情が書かれている最も近いタッチポイントで判断し、一段軽くします。失敗や繰り返しの打ち切りだけで至る終わりは、そのときの感情が書かれていないため除きます。

主な経路の成功の終わりが0以下で、その経路の平均を0.5より大きく下回る場合は情報です(感情が3つ以上書かれているとき)。`,
    },
    remedy: {
      en: 'Put right what hurts at the end, or close with something good: a thank-you, a follow-up, an outlook on what comes next.',
      ja: '終わりのつらさを取り除くか、お礼・フォロー・次の楽しみなど、よい印象で締めくくります。',
    },
    sources: [
      {
        title:
          'Kahneman, Fredrickson, Schreiber, Redelmeier: When More Pain Is Preferred to Less. Psychological Science, 1993',
      },
    ],
    settings: ['endingBelowMean'],
  },
  check: (whole) => {
    forEachMood(whole, (context, view) => {
      const seen = new Set<GraphNode>();
      for (const end of view.graph.ends) {
        if (end.kind === 'failure' || end.kind === 'loop' || !view.flow.reachable(end.from)) continue;
        // Two ends of one touchpoint feel the same.
        if (seen.has(end.from)) continue;
        seen.add(end.from);
        checkEnd(context, view, end);
      }
    });
  },
};

interface Ending {
  /** Where the feeling is written that the path ends on. */
  readonly last: GraphNode;
  readonly value: number;
  readonly certainty: Certainty;
}

function checkEnd(context: JourneyContext, view: MoodView, end: GraphEnd): void {
  const own = view.feelingAt(end.from);
  if (own !== undefined) {
    if (own < 0) report(context, view, end, { last: end.from, value: own, certainty: 'always' }, 'warning');
    else if (own === 0) checkMean(context, view, end, own);
    return;
  }
  // A stage that is still empty says that the journey goes on.
  if (end.implied && context.journey.stages.at(-1)?.touchpoints.length === 0) return;
  const felt = nearestFelt(view, end.from, 'before');
  const bad = felt.filter(({ value }) => value < 0).toSorted((a, b) => a.value - b.value);
  const [worst] = bad;
  if (worst === undefined) return;
  const certainty = bad.length === felt.length ? 'always' : 'sometimes';
  report(context, view, end, { last: worst.node, value: worst.value, certainty }, lowerSeverity('warning'));
}

function report(
  context: JourneyContext,
  view: MoodView,
  end: GraphEnd,
  { last, value, certainty }: Ending,
  severity: Severity,
): void {
  const feeling = lowestFeelingAt(view, last);
  if (feeling === undefined) return;
  const [at, felt] = [titled(last.touchpoint), signed(value)];
  const ends = titled(end.from.touchpoint);
  const itself = last === end.from;
  const words = endWords[end.end];
  context.report({
    place: feeling.place,
    // The milder step is taken already when the last touchpoint itself says nothing.
    severity: itself ? severityFor(certainty, severity) : severity,
    message: sayOn(certainty, {
      en: itself
        ? `the customer ${words.en} at ${ends.en} on a bad feeling (${felt}), and endings are what is remembered.`
        : `the customer ${words.en} at ${ends.en}, and the last feeling before that is bad (${felt} at ${at.en}).`,
      ja: itself
        ? `お客様は${ends.ja}でよくない感情(${felt})のまま${words.ja}。体験は終わり方で記憶されます。`
        : `お客様は${ends.ja}で${words.ja}が、その前の最後の感情がよくありません(${at.ja}で${felt})。`,
    }),
    help: rule.meta.remedy,
    related: endPlaces(end),
    fixes: () => (itself ? closingFix(context, end) : []),
    subject: { touchpoint: end.from.key },
    same: `${end.from.key} ${value}`,
  });
}

/** A neutral ending of a path that was better on the whole. */
function checkMean(context: JourneyContext, view: MoodView, end: GraphEnd, value: number): void {
  const { points, mean } = view.emotions;
  const { endingBelowMean: limit } = context.settings;
  const isMain = view.flow.mainPath.end === end && end.end === 'success';
  if (!isMain || mean === undefined || points.length < 3 || value >= mean - limit) return;
  const feeling = lowestFeelingAt(view, end.from);
  if (feeling === undefined) return;
  const at = titled(end.from.touchpoint);
  const origin = originOf('endingBelowMean', context.settings);
  context.report({
    place: feeling.place,
    severity: 'information',
    message: {
      en: `The journey ends at ${at.en} on a feeling of ${signed(value)}, below its mean of ${signed(mean)} (limit: ${limit} below; ${origin.en}).`,
      ja: `ジャーニーは${at.ja}で感情${signed(value)}のまま終わり、平均の${signed(mean)}を下回ります(基準は${limit}、${origin.ja})。`,
    },
    help: rule.meta.remedy,
    related: endPlaces(end),
    fixes: () => closingFix(context, end),
    subject: { touchpoint: end.from.key },
    same: `${end.from.key} mean`,
  });
}

const endWords = {
  success: { en: 'finishes', ja: '終わります' },
  failure: { en: 'fails', ja: '失敗に終わります' },
  exit: { en: 'leaves', ja: '離れます' },
};

function endPlaces({ implied, paths }: GraphEnd): readonly RelatedPlace[] {
  const path = paths.at(-1);
  if (implied || path === undefined) return [];
  return [{ place: path.place, message: { en: 'the path ends here', ja: '経路はここで終わります' } }];
}

/** A last touchpoint that closes well, in place of the end. */
function closingFix({ journey, model }: JourneyContext, { from, paths, end, kind, implied }: GraphEnd): readonly Fix[] {
  const [path, ...more] = paths;
  const { touchpoint } = from;
  // An implied end elsewhere is that of a persona who does not see the rest; a new touchpoint would come into others' way.
  const isLast = journey.stages.at(-1)?.touchpoints.at(-1) === touchpoint;
  if (kind !== 'end' || more.length > 0 || touchpoint.body === undefined || (implied && !isLast)) return [];
  const japanese = writtenInJapanese(touchpoint);
  const id = freeId(journey, japanese ? 'お礼' : 'ThankYou');
  const [channel] = touchpoint.channels;
  const on = channel === undefined ? undefined : referable(model.channels, channel.key);
  const head = `touchpoint ${id} ${literal(japanese ? 'お礼とその後の案内を届ける' : 'Says thank you and follows up')}`;
  const add: Edit = {
    kind: 'addAfter',
    after: insertable(touchpoint),
    lines: [`${head}${on === undefined ? '' : ` on ${on}`} by company {`, '  feels +1', `  end ${end}`, '}'],
  };
  const replace: Edit = { kind: 'replace', place: path.place, text: `-> ${id}` };
  return [
    {
      title: { en: 'Close with a thank-you and a follow-up', ja: 'お礼とフォローで締めくくる' },
      safe: false,
      edits: [...(implied ? [add] : [add, replace]), ...noteIdea(touchpoint)],
    },
  ];
}

/** A thank-you does not take away what hurts there: somebody is to look after that as well. */
function noteIdea(touchpoint: Touchpoint): readonly Edit[] {
  if (touchpoint.barriers.length + touchpoint.opportunities.length + touchpoint.solves.length > 0) return [];
  const title = titled(touchpoint);
  const text = writtenInJapanese(touchpoint)
    ? `${title.ja}の体験を改善する`
    : `Improve ${title.en.replaceAll('"', "'")}`;
  const statements = [`opportunity ${literal(text)} status idea`];
  return [{ kind: 'addStatements', to: insertable(touchpoint), statements }];
}

function freeId(journey: JourneyContext['journey'], wanted: string): string {
  const taken = new Set(journey.stages.flatMap(({ touchpoints }) => touchpoints.map(({ id }) => id)));
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}${number}`;
  return id;
}
