import type { FlowView } from '../model/analysis.ts';
import { familyOf } from '../model/flow/crossings.ts';
import type { Certainty } from '../model/flow/facts.ts';
import type { KnowledgeOrigin } from '../model/flow/known.ts';
import type { GraphEdge, GraphNode } from '../model/graph.ts';
import type { Touchpoint } from '../model/journey.ts';
import type { Model } from '../model/model.ts';
import { both } from './certainty.ts';
import { isMetByStaff } from './staff.ts';

/** Whether the customer is put through: by `transfer`, or from a bot or a voice menu to a person on the line. */
export function passesOn(model: Model, { transfer, kind, from, to }: GraphEdge): boolean {
  if (transfer) return true;
  if (kind === 'skip' || (kind === 'next' && from.stage !== to.stage) || !isBot(model, from.touchpoint)) return false;
  const isReached = to.touchpoint.channels.some(({ key }) => {
    const channel = model.channels.get(key);
    return channel?.live === true && ['digital', 'phone'].includes(familyOf(channel));
  });
  return isReached && isMetByStaff(model, to.touchpoint);
}

function isBot(model: Model, { handledBy, channels }: Touchpoint): boolean {
  if (handledBy !== undefined) return handledBy.value === 'bot';
  return channels.length > 0 && channels.every(({ key }) => model.channels.get(key)?.bot === true);
}

/** Something that the customer has told, and that does not come along. */
interface Lost {
  readonly datum: string;
  readonly certainty: Certainty;
  readonly origin: KnowledgeOrigin;
}

/** What is lost of a datum where the customer is put through; undefined when it comes along, or nobody there needs it. */
export function lossOf(model: Model, { flow }: FlowView, edge: GraphEdge, datum: string): Lost | undefined {
  const { asks, reads, prefilled, system } = edge.to.touchpoint;
  const has = ({ key }: { readonly key: string }): boolean => key === datum;
  if (reads.some(has) || prefilled.some(has) || edge.carries.some(has)) return undefined;
  const from = edge.from.touchpoint.system?.key;
  const told = flow.known.after(edge.from, datum, 'first');
  const before = told?.holders.find((holder) => holder.system === from)?.certainty;
  if (before === undefined) return undefined;
  const origin = told?.origins.find(({ how }) => how === 'asked');
  if (origin === undefined) return undefined;
  const isAsked = asks.some(({ data }) => data.some(has));
  // Who sees what there is not written, so only asking once more shows that it is lost.
  if (system === undefined) return isAsked ? { datum, certainty: before, origin } : undefined;
  // On a page nobody asks what is not written.
  if (!isAsked && !isSpokenWith(model, edge.to.touchpoint)) return undefined;
  const after = flow.known.knowsOn(edge, datum, system.key, 'first');
  if (after === 'always' || (after === 'sometimes' && before === 'sometimes')) return undefined;
  return { datum, certainty: after === undefined ? before : both(before, after), origin };
}

/** Whether somebody is there who would want to know: a person or a bot, or nobody knows who. */
function isSpokenWith(model: Model, touchpoint: Touchpoint): boolean {
  return touchpoint.channels.length === 0 || isMetByStaff(model, touchpoint) || isBot(model, touchpoint);
}

/**
 * Whether all who come to a touchpoint for the first time are put through there by arrows that lose a datum:
 * `transfer-loses-context` says so at the arrows, and offers to carry it along.
 */
export function isLostOnArrival(model: Model, view: FlowView, node: GraphNode, datum: string): boolean {
  const arrivals = node.in.filter((edge) => view.flow.reachable(edge.from) && !view.flow.isBack(edge));
  const isLost = (edge: GraphEdge): boolean =>
    edge.kind === 'arrow' && passesOn(model, edge) && lossOf(model, view, edge, datum)?.certainty === 'always';
  return arrivals.length > 0 && arrivals.every(isLost);
}
