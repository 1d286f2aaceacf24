import type { FlowView, MoodView, PersonaView } from '../model/analysis.ts';
import { groupBy } from '../model/group-by.ts';
import { lazyFor } from '../model/lazy.ts';
import type { JourneyContext, Observation } from './rule.ts';

/**
 * Checks the ways through a journey once for all personas who go the same ones, and reports what is seen there for all of
 * them. For rules that want to know nothing of a persona.
 */
export function forEachFlow(context: JourneyContext, check: (context: JourneyContext, view: FlowView) => void): void {
  for (const shared of flowsIn(context)) check(shared.context, shared.view);
}

/** The same for all personas who also feel the same. For rules that want to know nothing else of a persona. */
export function forEachMood(context: JourneyContext, check: (context: JourneyContext, view: MoodView) => void): void {
  for (const shared of moodsIn(context)) check(shared.context, shared.view);
}

/** Those for whom something is seen in these views; nobody in particular in a journey without personas. */
export function hitIn(views: readonly Pick<PersonaView, 'persona'>[]): Observation['personas'] {
  const personas = views.flatMap(({ persona }) => persona?.key ?? []);
  return personas.length === 0 ? undefined : personas;
}

/** What several personas share, and the context in which something is seen for all of them. */
interface Shared {
  readonly context: JourneyContext;
  readonly view: PersonaView;
}

const flowsIn = lazyFor((context: JourneyContext) => sharedIn(context, ({ flow }) => flow));
const moodsIn = lazyFor((context: JourneyContext) => sharedIn(context, ({ mood }) => mood));

function sharedIn(context: JourneyContext, of: (view: PersonaView) => unknown): readonly Shared[] {
  return [...groupBy(context.analysis.views, of).values()].flatMap((views) => {
    const [view] = views;
    if (view === undefined) return [];
    const personas = hitIn(views);
    if (personas === undefined) return [{ context, view }];
    return [{ context: { ...context, report: (observation) => context.report(observation, personas) }, view }];
  });
}
