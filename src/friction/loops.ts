import type { FlowView, MoodView } from '../model/analysis.ts';
import type { Loop } from '../model/flow/flow.ts';
import type { GraphEdge, GraphNode } from '../model/graph.ts';
import type { Wait } from '../model/journey.ts';
import type { Model } from '../model/model.ts';
import type { Text } from '../model/text.ts';
import type { JourneyContext } from './rule.ts';
import { forEachMood } from './views.ts';
import { isOwnWait } from './while-waiting.ts';

/** Looks at every loop that customers can get into, once for all personas who go the same ways and feel the same. */
export function forEachLoop(
  whole: JourneyContext,
  check: (context: JourneyContext, view: MoodView, loop: Loop) => void,
): void {
  forEachMood(whole, (context, view) => {
    for (const loop of view.flow.loops) {
      const [first] = loop.nodes;
      if (first !== undefined && view.flow.reachable(first)) check(context, view, loop);
    }
  });
}

/**
 * How likely customers who come to where a way back leads are to go that way back, by the shares that are written. Missing when
 * they are not, or when nobody gets out.
 */
export function chanceOfAnotherRound({ inside }: Loop, back: GraphEdge): number | undefined {
  const shares = new Map<GraphEdge, number>();
  for (const edge of inside) {
    const share = edge.kind === 'skip' ? undefined : (edge.share ?? restOf(edge.from));
    if (share === undefined) return undefined;
    shares.set(edge, share);
  }
  // The chance from each touchpoint. Each pass counts ways that are longer by one touchpoint.
  let chances = new Map<GraphNode, number>();
  for (let pass = 0; pass < mostPasses; pass++) {
    const next = new Map<GraphNode, number>();
    for (const [edge, share] of shares) {
      const onward = edge === back ? 1 : (chances.get(edge.to) ?? 0);
      next.set(edge.from, (next.get(edge.from) ?? 0) + share * onward);
    }
    const before = chances.get(back.to) ?? 0;
    chances = next;
    if (before > 0 && Math.abs((next.get(back.to) ?? 0) - before) < negligible) break;
  }
  const chance = chances.get(back.to) ?? 0;
  return chance > 0 && chance < 1 ? chance : undefined;
}

/** Longer ways are not worth a word. */
const mostPasses = 60;
const negligible = 0.0005;

/** What the written shares of the other ways leave for one way without a share; few come to the end of a `loop max`. */
function restOf({ out, ends }: GraphNode): number | undefined {
  const shares = [...out, ...ends].flatMap((way) => (way.kind === 'loop' ? [] : [way.share]));
  if (shares.length === 1) return 1;
  const written = shares.filter((share) => share !== undefined);
  return written.length === shares.length - 1
    ? Math.max(0, 1 - written.reduce((sum, share) => sum + share, 0))
    : undefined;
}

/** How many rounds more that makes on average: `1.5 more rounds`. */
export function roundsText(rounds: number): Text {
  const times = Math.round(rounds * 10) / 10;
  return { en: `${times} more ${times === 1 ? 'round' : 'rounds'}`, ja: `${times}周余分に` };
}

/** Feelings this low or lower, on the scale −2…+2, show that nobody goes round for pleasure. */
const tiresome = -1;

/** Whether something shows that customers would rather not go round: it is no pastime, and nothing that is done every day. */
export function isTiresome(model: Model, view: MoodView, { nodes, inside }: Loop): boolean {
  return (
    inside.some(({ kind }) => kind === 'failure') ||
    nodes.some((node) => {
      const feeling = view.feelingAt(node);
      return (
        node.stage.kind?.value === 'support' ||
        node.touchpoint.barriers.length > 0 ||
        (feeling !== undefined && feeling <= tiresome) ||
        isBot(model, node)
      );
    })
  );
}

export function isBot(model: Model, { touchpoint: { handledBy, channels } }: GraphNode): boolean {
  return handledBy?.value === 'bot' || channels.some(({ key }) => model.channels.get(key)?.bot === true);
}

/** Whether customers wait on the way round for what somebody does: a part, a decision, a visit. */
export function isWorkedOn(view: FlowView, { nodes }: Loop): boolean {
  return nodes.some((node) => {
    const { wait } = node.touchpoint;
    return wait !== undefined && isLong(wait) && !isOwnWait(view, node);
  });
}

/** Whether it is no queue any more. */
export function isLong({ typical }: Wait): boolean {
  return typical.seconds >= longestQueue;
}

/** In seconds. */
const longestQueue = 3600;

/** The written way that leads furthest back, in the order of the text. */
export function wayBack({ flow }: FlowView, { inside }: Loop): GraphEdge | undefined {
  let furthest: GraphEdge | undefined;
  for (const edge of inside) {
    if (!flow.isBack(edge) || edge.paths[0].kind === 'next') continue;
    if (furthest === undefined || lengthOf(edge) > lengthOf(furthest)) furthest = edge;
  }
  return furthest;
}

function lengthOf({ from, to }: GraphEdge): number {
  return from.index - to.index;
}
