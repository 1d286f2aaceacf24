import type { JourneyAnalysis, PersonaView } from '../../../model/analysis.ts';
import type { Certainty } from '../../../model/flow/facts.ts';
import type { GraphNode } from '../../../model/graph.ts';
import { lazyFor } from '../../../model/lazy.ts';
import type { Model } from '../../../model/model.ts';
import type { Reference } from '../../../model/values.ts';
import { isNewEachTime } from '../../told.ts';

/** A datum that a touchpoint's system needs and another system has, without a share that leads from one to the other. */
export interface Need {
  readonly view: PersonaView;
  readonly node: GraphNode;
  readonly datum: string;
  /** Keys of the systems that have it, at least one. */
  readonly sources: readonly string[];
  readonly certainty: Certainty;
  /** The customer is asked for it, which `asks-again` reports as well; otherwise something else fails for want of it. */
  readonly isAsked: boolean;
  /** Where it is needed. */
  readonly reference: Reference;
}

/** All needs of a journey, by the key of the system that needs the data. */
export const needsOf = lazyFor(({ model, views }: JourneyAnalysis): ReadonlyMap<string, readonly Need[]> => {
  const needs = new Map<string, Need[]>();
  for (const view of views) {
    for (const node of view.graph.nodes) {
      const system = node.touchpoint.system?.key;
      if (system === undefined || !view.flow.reachable(node)) continue;
      const found = [...askedInVain(model, view, node, system), ...personalisedInVain(model, view, node, system)];
      if (found.length > 0) needs.set(system, [...(needs.get(system) ?? []), ...found]);
    }
  }
  return needs;
});

/** What the customer is asked for although another system has learned it on the way. */
function askedInVain(model: Model, view: PersonaView, node: GraphNode, system: string): readonly Need[] {
  const { asks, prefilled } = node.touchpoint;
  const requests = asks.filter(({ optional, essential }) => optional === undefined && essential === undefined);
  return requests.flatMap(({ data }) =>
    data.flatMap((reference): readonly Need[] => {
      const datum = model.data.get(reference.key);
      if (datum === undefined || isNewEachTime(datum) || prefilled.some(({ key }) => key === datum.key)) return [];
      const known = view.flow.known.before(node, datum.key, 'first');
      if (known === undefined || known.holders.some((holder) => holder.system === system)) return [];
      // What the customer carries in their hand is not held by a system.
      if (known.isAll('given')) return [];
      const sources = known.holders.flatMap((holder) => holder.system ?? []);
      const { certainty } = known;
      return sources.length === 0
        ? []
        : [{ view, node, datum: datum.key, sources, certainty, isAsked: true, reference }];
    }),
  );
}

/** What a message or page is to be personalised with, although only other systems hold it. */
function personalisedInVain(model: Model, view: PersonaView, node: GraphNode, system: string): readonly Need[] {
  return node.touchpoint.personalises.flatMap(({ data }) =>
    data.flatMap((reference): readonly Need[] => {
      const datum = reference.key;
      const holds = (key: string): boolean => {
        const { holds: held = [], masters = [] } = model.systems.get(key) ?? {};
        return [...held, ...masters].some((each) => each.key === datum);
      };
      if (holds(system) || view.flow.known.knows(node, datum, system) !== undefined) return [];
      const sources = [...model.systems.keys()].filter((key) => holds(key));
      const reaches = sources.some((key) => view.flow.known.sharedWith(key, datum).includes(system));
      return sources.length === 0 || reaches
        ? []
        : [{ view, node, datum, sources, certainty: 'always', isAsked: false, reference }];
    }),
  );
}
