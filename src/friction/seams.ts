import { type Crossings, crossingsOf } from '../model/flow/crossings.ts';
import type { GraphEdge } from '../model/graph.ts';
import type { Model } from '../model/model.ts';

/** What changes for the customer where one side hands them over to the other. At least one of the three is there. */
export type Seam = Pick<Crossings, 'owner' | 'system' | 'channel'>;

/**
 * The seam between two touchpoints, if there is one: another team, another system, or another kind of channel. A system that
 * only watches hands nobody over. A channel alone is a seam where customers have to change it in the middle of what they are
 * doing: they act on both sides, in the same stage. Whatever else comes later on another channel is a matter of its own.
 */
export function seamAt(model: Model, edge: GraphEdge): Seam | undefined {
  const crossings = crossingsOf(model, edge);
  const { owner } = crossings;
  const system = isBetweenRecords(model, crossings.system) ? crossings.system : undefined;
  const changes = owner !== undefined || system !== undefined;
  const [from, to] = [edge.from.touchpoint, edge.to.touchpoint];
  const isTheirs = to.initiator === undefined || to.initiator.value === 'customer';
  const isMidway = isTheirs && from.initiator?.value !== 'company' && from.stage === to.stage;
  if (!changes && !isMidway) return undefined;
  const isSwitch = isTheirs && crossings.family !== undefined && !isFromOutside(crossings.family);
  const channel = isSwitch ? crossings.channel : undefined;
  return changes || channel !== undefined ? { owner, system, channel } : undefined;
}

/** Whether it begins with what others say or show: a friend who names a number hands nobody over. */
function isFromOutside({ from }: NonNullable<Crossings['family']>): boolean {
  return from === 'other';
}

function isBetweenRecords(model: Model, system: Crossings['system']): boolean {
  return (
    system !== undefined && [system.from, system.to].every((key) => model.systems.get(key)?.kind?.value !== 'analytics')
  );
}
