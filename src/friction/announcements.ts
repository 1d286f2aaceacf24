import type { FlowView } from '../model/analysis.ts';
import type { Certainty, FactMarker, FactSource } from '../model/flow/facts.ts';
import type { Graph, GraphEdge, GraphNode } from '../model/graph.ts';
import { groupBy } from '../model/group-by.ts';
import type { Announcement, Journey, Offer, Touchpoint, Wait } from '../model/journey.ts';
import { lazyFor } from '../model/lazy.ts';
import { longestOf } from './waits.ts';

/** Which touchpoints the customer has been told of by `tells next`, by their keys. */
export const toldOf: FactSource = (mark, graph) => {
  for (const node of graph.nodesWith('tells')) {
    for (const { target } of node.touchpoint.tells) if (target !== undefined) mark.begins(node, target.key);
  }
};

/**
 * Whether somebody who waits at a touchpoint has been told how long it takes, and not too little: by `told` there, or by a
 * `tells next` that `announcedBy` counts and whose time is not shorter than the wait can become.
 */
export function isWaitAnnounced({ flow }: FlowView, node: GraphNode): boolean {
  const { told, tells, wait } = node.touchpoint;
  if (told !== undefined || tells.some((one) => saysWhen(one) && covers(one, wait))) return true;
  return flow.past(coveredWaits).before(node, node.key) === 'always';
}

/** Whether customers come to a wait only after a `tells next` with a time that it keeps to. */
export function isWaitPromised({ flow }: FlowView, node: GraphNode): boolean {
  return flow.past(promisedWaits).before(node, node.key) === 'always';
}

/**
 * How surely a wait is announced: by a `tells next` at the touchpoint itself that says when or how it goes on, or by one
 * before it that names the touchpoint or stands directly before it, or by an offer to call back within a time. A
 * `tells next` that names what comes right after the wait announces the wait as well.
 */
export function announcedBy({ flow }: FlowView, node: GraphNode): Certainty | undefined {
  return node.touchpoint.tells.some(saysWhen) ? 'always' : flow.past(announcedWaits).before(node, node.key);
}

/** Which touchpoints have been announced to the customer, by their keys. */
const announcedWaits: FactSource = (mark, graph) => markAnnounced(mark, graph, () => true);

const coveredWaits: FactSource = (mark, graph) => markAnnounced(mark, graph, covers);

const promisedWaits: FactSource = (mark, graph) =>
  markAnnounced(mark, graph, (announcement, wait) => announcement.within !== undefined && covers(announcement, wait));

function markAnnounced(
  mark: FactMarker,
  graph: Graph,
  counts: (announcement: Announcement, wait: Wait | undefined) => boolean,
): void {
  for (const node of graph.nodesWith('tells')) {
    for (const announcement of node.touchpoint.tells.filter(saysWhen)) {
      const { target } = announcement;
      if (target === undefined) {
        for (const edge of node.out)
          if (counts(announcement, edge.to.touchpoint.wait)) mark.beginsOn(edge, edge.to.key);
      } else {
        if (counts(announcement, graph.node(target.key)?.touchpoint.wait)) mark.begins(node, target.key);
        for (const edge of node.out) {
          const endsThere = edge.to.out.some(({ to }) => to.key === target.key);
          if (endsThere && counts(announcement, edge.to.touchpoint.wait)) mark.beginsOn(edge, edge.to.key);
        }
      }
    }
  }
  for (const node of graph.nodesWith('offers')) {
    for (const { within, place } of node.touchpoint.offers.filter(isCallBack)) {
      if (within === undefined) continue;
      for (const edge of callsBack(node)) {
        if (counts({ within, place }, edge.to.touchpoint.wait)) mark.beginsOn(edge, edge.to.key);
      }
    }
  }
}

/** The ways from a touchpoint to a call by the company: where a call back that is offered there is made. */
export function callsBack({ out }: GraphNode): readonly GraphEdge[] {
  return out.filter(({ kind, to: { touchpoint } }) => {
    const isByCompany = touchpoint.initiator !== undefined && touchpoint.initiator.value !== 'customer';
    return isByCompany && (kind === 'next' || kind === 'arrow');
  });
}

export function isCallBack({ what }: Offer): boolean {
  return what.value === 'callback';
}

function covers({ within }: Announcement, wait: Wait | undefined): boolean {
  return within === undefined || wait === undefined || longestOf(wait).seconds <= within.seconds;
}

/** A bare name says what comes, but neither when nor how. */
function saysWhen({ within, text }: Announcement): boolean {
  return within !== undefined || text !== undefined;
}

/** Whether the author has begun to write down what customers are told about what comes next. */
export const usesTells = lazyFor(({ stages }: Journey) =>
  stages.some(({ touchpoints }) => touchpoints.some(({ tells }) => tells.length > 0)),
);

/** The name by which a touchpoint of the journey can be referred to; missing when another one has the same. */
export function nameIn(journey: Journey, { id, key }: Touchpoint): string | undefined {
  return keysOfIds(journey)
    .get(id)
    ?.every((other) => other.key === key) === false
    ? undefined
    : id;
}

const keysOfIds = lazyFor(({ stages }: Journey) =>
  groupBy(
    stages.flatMap(({ touchpoints }) => touchpoints),
    ({ id }) => id,
  ),
);
