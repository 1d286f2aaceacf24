import type { FlowView, MoodView, PersonaView } from '../model/analysis.ts';
import { groupBy } from '../model/group-by.ts';
import type { JourneyContext, Observation } from './rule.ts';

/**
 * Checks the ways through a journey once for all personas who go the same ones, and reports what is seen there for all of
 * them. For rules that want to know nothing of a persona.
 */
export function forEachFlow(context: JourneyContext, check: (context: JourneyContext, view: FlowView) => void): void {
  forEachShared(context, ({ flow }) => flow, check);
}

/** The same for all personas who also feel the same. For rules that want to know nothing else of a persona. */
export function forEachMood(context: JourneyContext, check: (context: JourneyContext, view: MoodView) => void): void {
  forEachShared(context, ({ mood }) => mood, check);
}

/** Those for whom something is seen in these views; nobody in particular in a journey without personas. */
export function hitIn(views: readonly Pick<PersonaView, 'persona'>[]): Observation['personas'] {
  const personas = views.flatMap(({ persona }) => persona?.key ?? []);
  return personas.length === 0 ? undefined : personas;
}

function forEachShared(
  context: JourneyContext,
  shared: (view: PersonaView) => unknown,
  check: (context: JourneyContext, view: PersonaView) => void,
): void {
  for (const views of groupBy(context.analysis.views, shared).values()) {
    const [first] = views;
    if (first === undefined) continue;
    const personas = hitIn(views);
    if (personas === undefined) check(context, first);
    else check({ ...context, report: (observation) => context.report(observation, personas) }, first);
  }
}
