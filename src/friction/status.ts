import type { FlowView, PersonaView } from '../model/analysis.ts';
import type { FactSource } from '../model/flow/facts.ts';
import type { Graph, GraphNode } from '../model/graph.ts';
import type { Touchpoint } from '../model/journey.ts';
import { lazyFor } from '../model/lazy.ts';
import type { Model } from '../model/model.ts';
import type { Reference } from '../model/values.ts';
import { referable } from './names.ts';
import { isMetByStaff } from './staff.ts';
import { happeningDuring } from './while-waiting.ts';

/**
 * Whether somebody who waits at a touchpoint can look up how things stand without asking a person: on a channel that
 * `status on` names there or on all ways before, or at a touchpoint with the task `status` or `trackOrder` that is `during`
 * the wait, in the same stage, or ahead.
 */
export function canLookUp(model: Model, { graph, flow }: FlowView, waiting: GraphNode): boolean {
  if (hasStatus(model, waiting.touchpoint)) return true;
  for (const [channel, certainty] of flow.past(statusShown).allBefore(waiting)) {
    if (certainty === 'always' && isUnattended(model, channel)) return true;
  }
  const isLookUp = ({ touchpoint }: GraphNode): boolean => !isMetByStaff(model, touchpoint);
  return (
    happeningDuring(graph, waiting.key).some(
      (node) => hasStatus(model, node.touchpoint) || (isAboutStatus(node) && isLookUp(node)),
    ) ||
    aboutStatus(graph).some(
      (node) => isLookUp(node) && flow.reachable(node) && (node.stage === waiting.stage || flow.leadsTo(waiting, node)),
    )
  );
}

/**
 * The channel on which the status of a wait could be shown, for a fix: what the persona prefers, then what the touchpoint
 * and the journey use; only what customers can use alone on a screen.
 */
export function statusChannel(model: Model, { graph, persona }: PersonaView, { touchpoint }: GraphNode): string {
  const fits = ({ key }: Reference): boolean => {
    const channel = model.channels.get(key);
    return (
      channel?.selfService === true &&
      channel.digital &&
      !channel.human &&
      !channel.thirdParty &&
      referable(model.channels, key) !== undefined &&
      persona?.avoids.some((avoided) => avoided.key === key) !== true
    );
  };
  const near = [...(persona?.prefers ?? []), ...touchpoint.channels].find(fits);
  const used = near ?? graph.nodes.find((node) => node.touchpoint.channels.some(fits))?.touchpoint.channels.find(fits);
  return used?.key ?? 'web';
}

function isAboutStatus({ touchpoint: { task } }: GraphNode): boolean {
  return task?.value === 'status' || task?.value === 'trackOrder';
}

const aboutStatus = lazyFor(({ nodes }: Graph) => nodes.filter(isAboutStatus));

function hasStatus(model: Model, { statusOn }: Touchpoint): boolean {
  return statusOn.some(({ key }) => isUnattended(model, key));
}

function isUnattended(model: Model, channel: string): boolean {
  return model.channels.get(channel)?.human !== true;
}

/** Where customers have heard that they can look: the keys of the channels. */
const statusShown: FactSource = (mark, graph) => {
  for (const node of graph.nodesWith('statusOn')) {
    for (const { key } of node.touchpoint.statusOn) mark.begins(node, key);
  }
};
