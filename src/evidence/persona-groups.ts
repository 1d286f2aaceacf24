import type { JourneyAnalysis } from '../model/analysis.ts';
import type { Persona } from '../model/entities.ts';
import type { Model } from '../model/model.ts';
import { align, type Alignment } from './align.ts';
import type { LogCode, LogVariant } from './event-log.ts';
import { type Process, processOf } from './process.ts';

/** Personas who go the same ways. */
export interface PersonaGroup {
  /** Keys; empty where the journey is for everybody. */
  readonly personas: readonly string[];
  /** What a log may call them. */
  readonly names: ReadonlySet<string>;
  readonly process: Process;
  /** The node of an event's code, if it has one that they see. */
  readonly nodeOf: (code: number) => number | undefined;
}

/** @param observable keys of the touchpoints that a log can show */
export function personaGroupsOf(
  { model, views }: JourneyAnalysis,
  codes: readonly LogCode[],
  observable: ReadonlySet<string>,
): readonly PersonaGroup[] {
  return [...new Set(views.map(({ flow }) => flow))].map((flow) => {
    const { graph } = flow;
    const personas = views.flatMap(({ flow: other, persona }) =>
      other === flow && persona !== undefined ? [persona] : [],
    );
    const nodes = codes.map((code) => ('touchpoint' in code ? graph.node(code.touchpoint)?.index : undefined));
    return {
      personas: personas.map(({ key }) => key),
      names: new Set(personas.flatMap((persona) => namesOfPersona(persona, model))),
      process: processOf(graph, observable),
      nodeOf: (code) => nodes[code],
    };
  });
}

/** What a log may call a persona: by the ids and titles of it and of its segments. */
export function namesOfPersona(persona: Persona, model: Model): readonly string[] {
  const segments = persona.segments.flatMap(({ key }) => model.segments.get(key) ?? []);
  const names = [persona, ...segments].flatMap(({ id, label, labelEn, labelJa }) => [id, label, labelEn, labelJa]);
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** The group that the log names, or the one whose way fits best. */
export function bestFit(
  { steps, persona }: LogVariant,
  groups: readonly PersonaGroup[],
): { readonly alignment: Alignment; readonly group: PersonaGroup } | undefined {
  const named = persona === undefined ? [] : groups.filter(({ names }) => names.has(persona));
  let best: { readonly alignment: Alignment; readonly group: PersonaGroup } | undefined;
  for (const group of named.length > 0 ? named : groups) {
    const alignment = align(steps, group.process, group.nodeOf);
    if (best === undefined || alignment.fitness > best.alignment.fitness) best = { alignment, group };
  }
  return best;
}
