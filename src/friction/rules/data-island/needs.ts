import type { JourneyAnalysis } from '../../../model/analysis.ts';
import type { Flow } from '../../../model/flow/flow.ts';
import type { GraphNode } from '../../../model/graph.ts';
import { lazyFor } from '../../../model/lazy.ts';
import type { Model } from '../../../model/model.ts';
import type { Reference } from '../../../model/values.ts';
import { isNewEachTime } from '../../told.ts';

/** A datum that a touchpoint's system needs and only other systems hold, without a share that leads from one to the other. */
export interface Need {
  readonly flow: Flow;
  readonly node: GraphNode;
  readonly datum: string;
  /** Keys of the systems that have it, at least one. */
  readonly sources: readonly string[];
  /** Where it is needed. */
  readonly reference: Reference;
}

/** All needs of a journey, by the key of the system that needs the data. */
export function needsOf(analysis: JourneyAnalysis): ReadonlyMap<string, readonly Need[]> {
  const needs = new Map<string, Need[]>();
  for (const flow of flowsOf(analysis)) {
    for (const node of flow.graph.nodesWith('personalises')) {
      const system = node.touchpoint.system?.key;
      if (system === undefined || !flow.reachable(node)) continue;
      const found = personalisedInVain(analysis.model, flow, node, system);
      if (found.length > 0) needs.set(system, [...(needs.get(system) ?? []), ...found]);
    }
  }
  return needs;
}

/** The data of which a journey shows that a system lacks them: it needs them, or asks for what another one has learned. */
export const lackingIn = lazyFor((analysis: JourneyAnalysis): ReadonlySet<string> => {
  const lacking = new Set<string>();
  for (const needs of needsOf(analysis).values()) for (const { datum } of needs) lacking.add(datum);
  for (const flow of flowsOf(analysis)) {
    for (const node of flow.graph.nodesWith('asks')) {
      for (const datum of askedInVain(analysis.model, flow, node)) lacking.add(datum);
    }
  }
  return lacking;
});

function flowsOf({ views }: JourneyAnalysis): ReadonlySet<Flow> {
  return new Set(views.map(({ flow }) => flow));
}

/** What the customer is asked for although another system has learned it on the way. */
function askedInVain(model: Model, flow: Flow, node: GraphNode): readonly string[] {
  const { asks, prefilled, system } = node.touchpoint;
  if (system === undefined || !flow.reachable(node)) return [];
  const requests = asks.filter(({ optional, essential }) => optional === undefined && essential === undefined);
  return requests.flatMap(({ data }) =>
    data.flatMap(({ key }) => {
      const datum = model.data.get(key);
      if (datum === undefined || isNewEachTime(datum) || prefilled.some((each) => each.key === key)) return [];
      const known = flow.known.before(node, key, 'first');
      if (known === undefined || flow.known.knows(node, key, system.key, 'first') !== undefined) return [];
      // What the customer carries in their hand is not held by a system.
      return known.isAll('given') || known.holders.every((holder) => holder.system === undefined) ? [] : [key];
    }),
  );
}

/** What a message or page is to be personalised with, although only other systems hold it. */
function personalisedInVain(model: Model, flow: Flow, node: GraphNode, system: string): readonly Need[] {
  return node.touchpoint.personalises.flatMap(({ data }) =>
    data.flatMap((reference): readonly Need[] => {
      const datum = reference.key;
      const holds = (key: string): boolean => {
        const { holds: held = [], masters = [] } = model.systems.get(key) ?? {};
        return [...held, ...masters].some((each) => each.key === datum);
      };
      if (holds(system) || flow.known.knows(node, datum, system) !== undefined) return [];
      const sources = [...model.systems.keys()].filter((key) => holds(key) && !isLearnedLater(flow, node, datum, key));
      const reaches = sources.some((key) => flow.known.sharedWith(key, datum).includes(system));
      return sources.length === 0 || reaches ? [] : [{ flow, node, datum, sources, reference }];
    }),
  );
}

/** Whether the journey itself shows that the system learns the datum, and only after the touchpoint: by then it has nothing yet. */
function isLearnedLater(flow: Flow, at: GraphNode, datum: string, system: string): boolean {
  const learning = flow.graph
    .nodesWith('asks')
    .filter(
      ({ touchpoint }) =>
        touchpoint.system?.key === system && touchpoint.asks.some(({ data }) => data.some(({ key }) => key === datum)),
    );
  return learning.length > 0 && learning.every((node) => node === at || !flow.leadsTo(node, at));
}
