import { familyOf } from '../model/flow/crossings.ts';
import type { GraphNode } from '../model/graph.ts';
import type { Touchpoint } from '../model/journey.ts';
import type { Model } from '../model/model.ts';
import { channelsOf } from './channels.ts';

/**
 * Whether what happens at a touchpoint can be the reply to something: customers are there by themselves, or have turned to the
 * company before, and nothing but what followed at once lies in between. Parts that are ordered after the technician has come
 * are nobody's reply.
 */
export function isReplyAwaited(node: GraphNode): boolean {
  return !isByCompany(node.touchpoint) || node.in.length === 0 || followsCustomer(node, new Set());
}

/** Whether somebody comes to the customer, or a thing does: what is expected as a reply, without a channel, says nothing of that. */
export function isArrival(model: Model, touchpoint: Touchpoint): boolean {
  const task = touchpoint.task?.value ?? '';
  if (!isByCompany(touchpoint)) return task === 'pickUp';
  const channels = channelsOf(model, touchpoint.channels);
  return things.has(task) || (channels.length > 0 && channels.every((each) => familyOf(each) === 'inPerson'));
}

const things: ReadonlySet<string> = new Set(['deliver', 'install', 'setUp', 'repair']);

function followsCustomer({ in: arrivals }: GraphNode, seen: Set<GraphNode>): boolean {
  return arrivals.some(({ from }) => {
    if (seen.has(from)) return false;
    seen.add(from);
    const { touchpoint } = from;
    return !isByCompany(touchpoint) || (isAtOnce(touchpoint) && followsCustomer(from, seen));
  });
}

function isByCompany({ initiator }: Touchpoint): boolean {
  return initiator !== undefined && initiator.value !== 'customer';
}

/** As a confirmation comes, or the next person in the same call. */
function isAtOnce({ wait, after }: Touchpoint): boolean {
  return after === undefined && (wait?.typical.seconds ?? 0) <= longestPause;
}

/** In seconds. */
const longestPause = 3600;
