import type { PersonaView } from '../model/analysis.ts';
import { groupBy } from '../model/group-by.ts';
import type { JourneyContext, Observation } from './rule.ts';

/**
 * Checks the ways through a journey once for all personas who go the same ones, and reports what is seen there for each of
 * them. For rules that want to know nothing of a persona.
 */
export function forEachFlow(
  context: JourneyContext,
  check: (context: JourneyContext, view: PersonaView) => void,
): void {
  for (const views of groupBy(context.analysis.views, ({ flow }) => flow).values()) {
    const [first] = views;
    if (first === undefined) continue;
    const report = (observation: Observation): void => {
      for (const { persona } of views) {
        context.report(persona === undefined ? observation : { ...observation, persona: persona.key });
      }
    };
    check({ ...context, report }, first);
  }
}
