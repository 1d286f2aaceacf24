import type { JourneyAnalysis } from '../../../model/analysis.ts';
import type { Fix, RelatedPlace } from '../../../model/finding.ts';
import type { Flow } from '../../../model/flow/flow.ts';
import type { GraphEdge, GraphNode } from '../../../model/graph.ts';
import type { Path } from '../../../model/path.ts';
import { waysFrom } from '../../../model/paths.ts';
import { asWritten, listed, percentText, titled } from '../../../model/phrases.ts';
import { adding } from '../../fixes.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'dead-end',
    group: 'structure',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'A touchpoint leads to no end, a goal cannot be reached, or some customers get lost at a branch.',
      ja: '行き止まりがある、目標に届かない、または分かれ道でお客様がいなくなります。',
    },
    why: {
      en: `Three mistakes in the paths hide what happens to customers.

Touchpoints that lead to no end at all, because they only lead round to each other: reported is the way that goes in, since behind it there is no return. Only failures and exits that are written are ends as well; a path that leads to nothing but these is taken as meant. A touchpoint without a way on that is known, because its arrow names something that does not exist or cannot be read (two targets behind one arrow), is not reported here.

No success: a success is written (\`end success\`) or follows from the last touchpoint, and no customer can get there, or no end can be reached at all. This is an error. A journey that has only failures and exits, such as a cancellation, is taken as meant.

Shares that do not add up: where every way on from a touchpoint has a share, they must make 100 % (give or take 0.5); otherwise some customers vanish. A way without a share takes what is left, and one that cannot be read may do so. More than 100 % is reported as a mistake in the text.`,
      ja: `経路の書き方の三つの誤りは、お客様に何が起きるかを見えなくします。

一つ目は、互いを巡るだけで、どの終わりにも至らないタッチポイントです。そこから先は戻れないため、入口となる経路を指摘します。書かれた失敗や離脱(\`end failure\`・\`end exit\`)も終わりとして扱い、それらにだけ至る経路は意図したものとみなします。矢印の行き先が存在しない、または読み取れない(一つの矢印に行き先が二つあるなど)ために先が分からないタッチポイントは、ここでは指摘しません。

二つ目は、成功にたどり着けないことです。成功が書かれている(\`end success\`)か最後のタッチポイントから導かれるのに誰も到達できない場合、または終わりが一つもない場合はエラーです。解約のように失敗と離脱だけのジャーニーは、意図したものとみなします。

三つ目は、割合の合計です。タッチポイントから先のすべての道に割合があるなら、合計は100%(±0.5)でなければなりません。足りなければ、お客様の一部が消えてしまいます。割合のない道や読み取れない道があれば、残りがそこへ進むとみなします。100%を超える場合は、記述の誤りとして別に指摘します。`,
    },
    remedy: {
      en: 'Add the missing way on (`-> …`), an end (`end exit`), or the missing share.',
      ja: '足りない道(`-> …`)、終わり(`end exit`)、または割合を加えます。',
    },
    sources: [
      {
        title:
          'Kobialka, Tapia Tarifa, Bergersen, Johnsen: Weighted Games for User Journeys. SEFM 2022 (decision boundaries)',
      },
    ],
    settings: [],
  },
  check: (context) => {
    if (reportNoSuccess(context)) return;
    const { analysis, journey } = context;
    forEachFlow(context, (shared, { graph, flow }) => {
      for (const edge of graph.edges) if (leadsIn(flow, edge)) reportTrap(shared, edge);
    });
    for (const [key, on] of waysFrom(journey)) {
      const node = on.some(({ share }) => share !== undefined) ? analysis.whole.graph.node(key) : undefined;
      if (node !== undefined) checkShares(context, analysis, node, on);
    }
  },
};

/** No customer at all succeeds: the journey as a whole is wrong, and nothing else needs to be said. */
function reportNoSuccess({ analysis, journey, report }: JourneyContext): boolean {
  const { graph } = analysis.whole;
  const succeeds = analysis.views.some(({ graph: own, flow }) =>
    own.entries.some((node) => flow.canEnd(node, 'success')),
  );
  if (graph.nodes.length === 0 || succeeds || graph.nodes.some(({ open }) => open.length > 0)) return false;
  const ends = analysis.views.flatMap((view) => view.graph.ends);
  const wanted = ends.filter(({ end }) => end === 'success');
  // Ends that are all failures or exits are meant.
  if (ends.length > 0 && wanted.length === 0) return false;
  const name = titled(journey);
  report({
    place: journey.place,
    severity: 'error',
    message: {
      en: `No path through ${name.en} leads to a success, so its goal cannot be reached.`,
      ja: `${name.ja}には成功に至る道がなく、目標を達成できません。`,
    },
    help: rule.meta.remedy,
    related: wanted.flatMap(({ from, paths }): RelatedPlace[] => {
      const at = titled(from.touchpoint);
      const message = {
        en: `the success at ${at.en} cannot be reached`,
        ja: `${at.ja}での成功にはたどり着けません`,
      };
      return [{ place: paths.at(-1)?.place ?? from.touchpoint.place, message }];
    }),
  });
  return true;
}

/** Whether behind this edge there is no end any more, and before it there is. */
function leadsIn(flow: Flow, { from, to }: GraphEdge): boolean {
  // Nearly everywhere there is one, so this comes first.
  return !flow.canEnd(to, 'end') && flow.reachable(from) && flow.canEnd(from, 'end') && !isUnknown(flow, to);
}

/** Whether a way leads to a place that is not known: it could be an end. */
function isUnknown(flow: Flow, node: GraphNode): boolean {
  return node.open.length > 0 || flow.graph.nodes.some((other) => other.open.length > 0 && flow.leadsTo(node, other));
}

function reportTrap({ report }: JourneyContext, edge: GraphEdge): void {
  const [from, to] = [titled(edge.from.touchpoint), titled(edge.to.touchpoint)];
  const [path] = edge.paths;
  report({
    place: path.place,
    message: {
      en: `Whoever goes from ${from.en} to ${to.en} gets to no end any more: the paths behind it only lead round.`,
      ja: `${from.ja}から${to.ja}へ進むと、どの終わりにもたどり着けません。その先の道は巡るだけです。`,
    },
    help: rule.meta.remedy,
    related: [
      { place: edge.to.touchpoint.place, message: { en: 'no end from here', ja: 'ここから先に終わりがありません' } },
    ],
    fixes: () => leaveAt(edge.to),
    subject: { touchpoint: edge.from.key, next: edge.to.key },
    same: edge.to.key,
  });
}

/** An end takes the place of the way to the next touchpoint in the text, so that way must be written as well. */
function leaveAt({ touchpoint, out }: GraphNode): readonly Fix[] {
  const next = out.filter(({ kind }) => kind === 'next').map(({ to }) => `-> ${to.touchpoint.id}`);
  const at = titled(touchpoint);
  const title = { en: `Let the customer leave at ${at.en}`, ja: `${at.ja}で離脱できるようにする` };
  return [adding(touchpoint, [...next, 'end exit'], title)];
}

function checkShares(
  { report }: JourneyContext,
  { whole }: JourneyAnalysis,
  node: GraphNode,
  ways: readonly Path[],
): void {
  // Shares of some personas are shares of whom is not written. An unknown way may take anything.
  const isClear = ways.every(({ personas, to, end }) => personas.length === 0 && (to ?? end) !== undefined);
  const shares = ways.flatMap(({ share }) => share ?? []);
  const [first] = shares;
  if (first === undefined || !isClear || !whole.reachable(node) || ways.some(takesTheRest)) return;
  const total = shares.reduce((sum, { ratio }) => sum + ratio, 0);
  // More than all is a contradiction in the text, and reported as one.
  if (total >= 1 - tolerance) return;
  const at = titled(node.touchpoint);
  const sum = listed(shares.map(asWritten));
  const [all, rest] = [percentText(total), percentText(1 - total)];
  const leave = { en: `Let the remaining ${rest.en} leave`, ja: `残りの${rest.ja}を離脱とする` };
  report({
    place: first.place,
    message: {
      en: `The ways on from ${at.en} (${sum.en}) make ${all.en}: ${rest.en} of the customers vanish.`,
      ja: `${at.ja}から先の割合(${sum.ja})は合計${all.ja}で、お客様の${rest.ja}がどこにも進みません。`,
    },
    help: rule.meta.remedy,
    fixes: () => [adding(node.touchpoint, ['end exit'], leave)],
    subject: { touchpoint: node.key },
    same: 'shares',
  });
}

/** Half a percentage point, for shares that were rounded. */
const tolerance = 0.005 + Number.EPSILON;

/** A failure without a share may happen to anybody; any other way without one takes whoever is left. */
function takesTheRest({ kind, share }: Path): boolean {
  return share === undefined && kind !== 'failure' && kind !== 'loop';
}
