import type { FlowView } from '../model/analysis.ts';
import { isByThemselves } from '../model/flow/crossings.ts';
import type { Graph, GraphNode } from '../model/graph.ts';
import { groupBy } from '../model/group-by.ts';
import type { Touchpoint } from '../model/journey.ts';
import { lazyFor } from '../model/lazy.ts';
import { announcedBy, isWaitAnnounced } from './announcements.ts';
import type { Observation } from './rule.ts';
import type { RuleSettings } from './settings.ts';

/** The touchpoints that happen `during` another one, by the key of that one. */
export function happeningDuring(graph: Graph, touchpoint: string): readonly GraphNode[] {
  return byTouchpoint(graph).get(touchpoint) ?? [];
}

/** Beyond which wait news is due there, in seconds, and the setting that says so. Who knows how long it takes waits calmly for a while. */
export function newsDueAt(
  settings: RuleSettings,
  view: FlowView,
  node: GraphNode,
): { readonly seconds: number; readonly setting: 'silentWait' | 'silentToldWait' } {
  const { silentWait, silentToldWait } = settings;
  return silentToldWait > silentWait && isWaitAnnounced(view, node)
    ? { seconds: silentToldWait, setting: 'silentToldWait' }
    : { seconds: silentWait, setting: 'silentWait' };
}

/**
 * Whether customers wait for themselves or their own people, as for the boss who has to agree: by the customer, and nothing of
 * the company is written there, before it or meanwhile; and it goes on with what the customer does, unless that is to ask how
 * things stand, or to collect what was waited for.
 */
export function isOwnWait(view: FlowView, node: GraphNode): boolean {
  const { touchpoint, out, key } = node;
  if (!isWithoutCompany(touchpoint) || out.length === 0 || happeningDuring(view.graph, key).length > 0) return false;
  return out.every(({ to }) => isGoingOn(to.touchpoint)) && announcedBy(view, node) === undefined;
}

/** What a finding about a wait has to wait for: as long as what comes next is not written, nobody knows whose wait it is. */
export function untilNextIsWritten(touchpoint: Touchpoint): Pick<Observation, 'waitsFor'> {
  return isWithoutCompany(touchpoint) ? { waitsFor: 'journey' } : {};
}

function isWithoutCompany(touchpoint: Touchpoint): boolean {
  return touchpoint.initiator?.value === 'customer' && isByThemselves(touchpoint) && !isCompanyHeard(touchpoint);
}

function isGoingOn({ initiator, task }: Touchpoint): boolean {
  return initiator?.value === 'customer' && !endsOfWaits.has(task?.value ?? '');
}

function isCompanyHeard({ owner, told, because, updateEvery, statusOn, offers, expectations }: Touchpoint): boolean {
  return (
    owner?.from === 'touchpoint' ||
    (told ?? because ?? updateEvery) !== undefined ||
    statusOn.length + offers.length + expectations.length > 0
  );
}

const endsOfWaits: ReadonlySet<string> = new Set(['status', 'trackOrder', 'inquire', 'complain', 'pickUp']);

const byTouchpoint = lazyFor(({ nodes }: Graph) => groupBy(nodes, (node) => node.touchpoint.during?.key));
