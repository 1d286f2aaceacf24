import type { FlowView } from '../../../model/analysis.ts';
import type { Witness } from '../../../model/flow/witness.ts';
import { NodeSet } from '../../../model/flow/node-set.ts';
import { WaySearch } from '../../../model/flow/ways.ts';
import type { GraphEdge, GraphNode } from '../../../model/graph.ts';
import { titled } from '../../../model/phrases.ts';
import { wayPlaces } from '../../certainty.ts';
import { adding } from '../../fixes.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';
import { type Deeds, deedsIn, doTheSame, type Kind } from './alike.ts';

export const rule: Rule = {
  meta: {
    id: 'duplicate-touchpoint',
    group: 'redundancy',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'touchpoint',
    fix: 'unsafe',
    summary: {
      en: 'Two touchpoints on one way do the same.',
      ja: '一つの経路に、同じ目的のタッチポイントが重なっています。',
    },
    why: {
      en: `The same thing twice is at best noise, and at worst makes the customer doubt whether the first time counted.

Compared are touchpoints that the same side begins and of which a way leads from one to the other, by what they do: their \`task\`, and what they ask, give and show. They do the same when at least 80 % of what either of them does is common to both (Jaccard index; the number is our own choice) and that is two things or more, not only what they ask (\`asks-again\` speaks of that); or when the company gives exactly the same thing twice; or when their titles are the same but for case, width and spaces. Ways that begin with a failure or lead round a loop do not count: trying again is meant to be the same.

Touchpoints that are \`optional\`, or marked \`reminder\`, are left alone.`,
      ja: `同じことが二度あると、よくても煩わしく、悪ければ「一度目は通っていなかったのか」と不安にさせます。

始める側(お客様か企業か)が同じで、一方からもう一方へ経路がつながるタッチポイントどうしを、その働き(\`task\`、尋ねるもの、渡すもの、示すもの)で比べます。どちらかの働きのうち8割以上が共通で(ジャッカード係数、数は独自の目安)、共通するものが二つ以上ある場合(尋ねるものだけが共通なら \`asks-again\` が扱うため除きます)、企業がまったく同じものを二度渡す場合、または大文字・全角・空白の違いを除いて名前が同じ場合に指摘します。失敗のときや繰り返しでしか通らない経路は、同じことをやり直すためのものなので数えません。

\`optional\` のもの、\`reminder\` と書かれたものは指摘しません。`,
    },
    remedy: {
      en: 'Make one touchpoint of the two, or mark the second one as a `reminder`.',
      ja: '一つにまとめるか、二つ目が念押しなら `reminder` と書きます。',
    },
    sources: [],
    settings: [],
  },
  check: (whole) => {
    const deeds = deedsIn(whole.journey);
    forEachFlow(whole, (context, view) => {
      let search: NearestBefore | undefined;
      const earlier = new Earlier();
      for (const node of view.graph.nodes) {
        const { optional, reminder } = node.touchpoint;
        const own = deeds.get(node.touchpoint);
        if (own === undefined || optional !== undefined || reminder !== undefined || !view.flow.reachable(node))
          continue;
        if (earlier.hasAlike(own)) {
          search ??= new NearestBefore(view);
          const way = search.wayTo(node, (other) => earlier.isAlike(other, own));
          if (way !== undefined) reportPair(context, way);
        }
        earlier.add(node, own);
      }
    });
  },
};

/** What has been done before in the text. */
class Earlier {
  readonly #titles = new Set<number>();
  readonly #kinds = new Set<Kind>();
  /** By the node's index. */
  readonly #deeds: (Deeds | undefined)[] = [];

  add(node: GraphNode, deeds: Deeds): void {
    this.#titles.add(deeds.title);
    if (deeds.kind !== undefined) this.#kinds.add(deeds.kind);
    this.#deeds[node.index] = deeds;
  }

  hasAlike({ title, kind }: Deeds): boolean {
    if (this.#titles.has(title)) return true;
    if (kind === undefined) return false;
    for (const other of kind.alike) if (this.#kinds.has(other)) return true;
    return false;
  }

  isAlike(node: GraphNode, deeds: Deeds): boolean {
    const its = this.#deeds[node.index];
    return its !== undefined && doTheSame(deeds, its);
  }
}

/** How many touchpoints are looked at on the ways back: far more than a customer remembers, so that the cost stays linear. */
const furthest = 300;

/** Looks for the nearest touchpoint before another, and for the way between them. */
class NearestBefore {
  readonly #view: FlowView;
  readonly #met: NodeSet;
  readonly #ways: WaySearch;
  /** By the node's index, from where one ordinarily comes there, as far as somebody has asked: searches overlap. */
  readonly #arrivals: (readonly GraphEdge[] | undefined)[] = [];

  constructor(view: FlowView) {
    this.#view = view;
    this.#met = new NodeSet(view.graph);
    this.#ways = new WaySearch(view.graph);
  }

  /** The way from the nearest one that is wanted. */
  wayTo(node: GraphNode, wanted: (other: GraphNode) => boolean): Witness | undefined {
    const first = this.#from(node, wanted);
    return first && this.#way(first, node);
  }

  #from(node: GraphNode, wanted: (other: GraphNode) => boolean): GraphNode | undefined {
    this.#met.clear();
    this.#met.add(node);
    const met = [node];
    for (const at of met) {
      if (wanted(at)) return at;
      if (met.length > furthest) return undefined;
      for (const { from } of this.#arrivalsAt(at)) if (this.#met.add(from)) met.push(from);
    }
    return undefined;
  }

  #arrivalsAt({ index, in: arrivals }: GraphNode): readonly GraphEdge[] {
    const known = this.#arrivals[index];
    if (known !== undefined) return known;
    const counts = (edge: GraphEdge): boolean => isOrdinary(this.#view, edge) && this.#view.flow.reachable(edge.from);
    const counting = arrivals.every(counts) ? arrivals : arrivals.filter(counts);
    this.#arrivals[index] = counting;
    return counting;
  }

  #way(from: GraphNode, to: GraphNode): Witness | undefined {
    return this.#ways.shortest(
      from,
      (node) => node === to,
      (edge) => isOrdinary(this.#view, edge),
    );
  }
}

function isOrdinary({ flow }: FlowView, edge: GraphEdge): boolean {
  return edge.kind !== 'failure' && edge.kind !== 'loop' && !flow.isBack(edge);
}

function reportPair({ report }: JourneyContext, way: Witness): void {
  const [first] = way.nodes;
  const second = way.nodes.at(-1) ?? first;
  const [before, after] = [titled(first.touchpoint), titled(second.touchpoint)];
  const named = before.en === after.en;
  report({
    place: second.touchpoint.place,
    message: named
      ? { en: `${after.en} comes twice on the same way.`, ja: `同じ経路に${after.ja}が二度あります。` }
      : {
          en: `${after.en} does the same as ${before.en}, which the customer has already been through.`,
          ja: `${after.ja}は、先に通った${before.ja}と同じことをしています。`,
        },
    help: rule.meta.remedy,
    related: [
      { place: first.touchpoint.place, message: { en: 'the first of the two', ja: '一つ目はここです' } },
      ...wayPlaces(way),
    ],
    fixes: () => [
      adding(second.touchpoint, ['reminder'], {
        en: `Say that ${after.en} is a reminder`,
        ja: `${after.ja}は念押しだと書く`,
      }),
    ],
    subject: { touchpoint: second.key },
    same: first.key,
  });
}
