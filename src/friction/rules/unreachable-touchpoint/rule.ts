import type { Fix, RelatedPlace } from '../../../model/finding.ts';
import type { Flow } from '../../../model/flow/flow.ts';
import type { Graph, GraphNode } from '../../../model/graph.ts';
import type { Path } from '../../../model/path.ts';
import { titled } from '../../../model/phrases.ts';
import { adding } from '../../fixes.ts';
import type { JourneyContext, Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'unreachable-touchpoint',
    group: 'structure',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'No path leads to a touchpoint.',
      ja: 'タッチポイントに至る道がありません。',
    },
    why: {
      en: `What nobody gets to helps nobody: an answer, a promise or a way out that is written there does not exist for the customer. Mostly an arrow is missing or names the wrong touchpoint.

A journey begins at its first touchpoint, for each persona at the first one that is for them. From there the paths are followed: arrows, failures, loops, and without an arrow the touchpoint that comes next in the text. Arrows with a share of 0 % count as removed. Of several touchpoints that only lead to each other, the first is reported. What happens \`during\` another touchpoint is reached by whoever waits there. While an arrow that customers get to cannot be read, or names something that does not exist, nobody knows what it leads to, and nothing is reported.

If a touchpoint can be reached by somebody, but not by a persona that it is \`for\`, this is a piece of information.`,
      ja: `誰もたどり着けないタッチポイントは誰の役にも立ちません。そこに書かれた答えも約束も逃げ道も、お客様にとっては存在しません。多くは、矢印が足りないか行き先を間違えています。

ジャーニーは最初のタッチポイント(ペルソナごとに、そのペルソナのための最初のもの)から始まり、矢印・失敗・繰り返し、矢印がなければ次に書かれたタッチポイントへと進みます。割合が0%の矢印はないものとみなします。互いにだけつながる複数のタッチポイントでは、最初のものを指摘します。ほかのタッチポイントの間(\`during\`)に起きるものには、そこで待つ人がたどり着きます。たどり着ける矢印に読み取れないものや行き先の存在しないものがある間は、その先が分からないため何も指摘しません。

誰かはたどり着けるのに、\`for\` で示したペルソナがたどり着けない場合は情報です。`,
    },
    remedy: {
      en: 'Add the arrow that leads there, or delete the touchpoint.',
      ja: 'そこへ至る矢印を加えるか、タッチポイントを削除します。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    const { whole, views } = context.analysis;
    if (whole.graph.nodes.some((node) => whole.reachable(node) && node.open.some(isUnread))) return;
    // Each persona begins at the first touchpoint that is for them, so what the whole cannot reach a persona may.
    const isReached = ({ key }: GraphNode): boolean =>
      reaches(whole, key) || views.some(({ flow }) => flow !== whole && reaches(flow, key));
    // What is for personas whom the journey is not for is out of reach on purpose.
    const isMeant = ({ key }: GraphNode): boolean => views.some(({ graph }) => graph.node(key) !== undefined);
    for (const node of firstOutOfReach(whole, isReached)) if (isMeant(node)) reportNobody(context, whole, node);
    for (const { persona, graph, flow } of views) {
      if (persona === undefined) continue;
      for (const node of firstOutOfReach(flow, (each) => isThere(flow, each))) {
        const isNamed = node.touchpoint.personas.some(({ key }) => key === persona.key);
        if (!isNamed || !isReached(node)) continue;
        const at = titled(node.touchpoint);
        const who = titled(persona);
        context.report({
          place: node.touchpoint.place,
          severity: 'information',
          message: {
            en: `${at.en} is for ${who.en}, but no path that ${who.en} can take leads to it.`,
            ja: `${at.ja}は${who.ja}のためのタッチポイントですが、${who.ja}が通れる道はそこに至りません。`,
          },
          help: rule.meta.remedy,
          related: comingFrom(graph, node),
          subject: { touchpoint: node.key },
          personas: [persona.key],
          namesPersona: true,
          same: persona.key,
        });
      }
    }
  },
};

/** An arrow that could not be read may lead to any touchpoint; a failure that says nothing of the way leads to none. */
function isUnread({ kind }: Path): boolean {
  return kind === 'arrow' || kind === 'loop';
}

function reportNobody(context: JourneyContext, whole: Flow, node: GraphNode): void {
  const at = titled(node.touchpoint);
  const never = context.journey.paths.filter((path) => path.to === node.key && path.share?.ratio === 0);
  context.report({
    place: node.touchpoint.place,
    message: {
      en: `Nobody gets to ${at.en}: no path leads to it.`,
      ja: `${at.ja}には誰もたどり着けません。そこに至る道がありません。`,
    },
    help: rule.meta.remedy,
    related: never.map(
      ({ place }): RelatedPlace => ({
        place,
        message: { en: 'nobody goes this way (0 %)', ja: 'この道は誰も通りません(0%)' },
      }),
    ),
    fixes: () => connect(whole, node),
    subject: { touchpoint: node.key },
    tags: ['unnecessary'],
  });
}

/** Whether a way leads to a touchpoint, or to the wait during which it happens. */
function reaches(flow: Flow, key: string): boolean {
  const node = flow.graph.node(key);
  return node !== undefined && isThere(flow, node);
}

function isThere(flow: Flow, node: GraphNode): boolean {
  if (flow.reachable(node)) return true;
  const { during } = node.touchpoint;
  const wait = during && flow.graph.node(during.key);
  return wait !== undefined && flow.reachable(wait);
}

/** Touchpoints out of reach, without those that only follow from another one of them. */
function firstOutOfReach({ graph }: Flow, isReached: (node: GraphNode) => boolean): readonly GraphNode[] {
  const out = graph.nodes.filter((node) => !isReached(node));
  if (out.length === 0) return out;
  const following = new Set<GraphNode>();
  const first: GraphNode[] = [];
  const take = (node: GraphNode): void => {
    first.push(node);
    follow(node, following);
  };
  for (const node of out) if (node.in.every(({ from }) => from === node)) take(node);
  // What is left leads round in a circle.
  for (const node of out) if (!following.has(node)) take(node);
  return first.toSorted((a, b) => a.index - b.index);
}

function follow(start: GraphNode, following: Set<GraphNode>): void {
  const rest = [start];
  following.add(start);
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    for (const { to } of node.out) {
      if (following.has(to)) continue;
      following.add(to);
      rest.push(to);
    }
  }
}

function comingFrom(graph: Graph, node: GraphNode): readonly RelatedPlace[] {
  const before = graph.nodes[node.index - 1];
  if (before === undefined) return [];
  return [
    {
      place: before.touchpoint.place,
      message: { en: 'the way goes elsewhere from here', ja: 'ここから別の道へ進みます' },
    },
  ];
}

/** From the touchpoint before it in the text, where an arrow leads elsewhere. */
function connect(flow: Flow, node: GraphNode): readonly Fix[] {
  const { nodes } = flow.graph;
  const before = nodes[node.index - 1];
  const { id } = node.touchpoint;
  const isUnique = nodes.filter(({ touchpoint }) => touchpoint.id === id).length === 1;
  if (before === undefined || !flow.reachable(before) || !isUnique) return [];
  const [from, to] = [titled(before.touchpoint), titled(node.touchpoint)];
  return [
    adding(before.touchpoint, [`-> ${id}`], {
      en: `Add a path from ${from.en} to ${to.en}`,
      ja: `${from.ja}から${to.ja}への道を加える`,
    }),
  ];
}
