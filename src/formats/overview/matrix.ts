import { titleOf } from '../../model/declaration.ts';
import type { Goal, Persona } from '../../model/entities.ts';
import { ownJourneys } from '../../model/model.ts';
import { inLocale, type Locale, type Text } from '../../model/text.ts';
import type { Overview, OverviewFile } from './overview.ts';

/** Shown where a goal is meant for a persona and no journey pursues it for them. */
const gap: Text = { en: '– no journey', ja: '– ジャーニーなし' };

/**
 * Which journeys pursue a goal for a persona: a row for each goal, a column for each persona. A goal that is for some
 * personas leaves the cells of the others empty, and so does one that no file knows together with the persona; everything else
 * without a journey is a gap.
 */
export function coverageMatrix(files: readonly OverviewFile[], locale: Locale): Overview {
  const goals = new Map<string, Goal>();
  const personas = new Map<string, Persona>();
  const journeys = new Map<string, string[]>();
  // Pairs that some file knows both of: other products of a workspace are nobody's gap.
  const together = new Set<string>();
  for (const { model } of files) {
    for (const persona of model.personas.values()) if (!persona.library) personas.set(keyOf(persona), persona);
    for (const goal of model.goals.values()) {
      if (!goal.library) goals.set(keyOf(goal), goal);
      for (const persona of model.personas.values()) together.add(cellOf(keyOf(goal), keyOf(persona)));
    }
    for (const journey of ownJourneys(model)) {
      if (journey.kind.value === 'competitor') continue;
      const pursued = [...journey.goals, ...journey.stages.flatMap((stage) => stage.goals)];
      for (const goal of new Set(pursued.flatMap(({ key }) => model.goals.get(key) ?? []))) {
        const people = [...journey.personas, ...journey.targets].flatMap(({ key }) => model.personas.get(key) ?? []);
        for (const persona of new Set(people)) {
          const cell = cellOf(keyOf(goal), keyOf(persona));
          journeys.set(cell, [...(journeys.get(cell) ?? []), titleOf(journey, locale)]);
        }
      }
    }
  }
  const rows = [...goals].map(([goalKey, goal]) => {
    const cells = [...personas].map(([personaKey, persona]) => {
      const cell = cellOf(goalKey, personaKey);
      const covered = journeys.get(cell);
      if (covered !== undefined) return covered.join('\n');
      const meant = goal.personas.length === 0 || goal.personas.some(({ key }) => key === persona.key);
      if (!together.has(cell)) return '';
      return meant ? inLocale(gap, locale) : '';
    });
    return [titleOf(goal, locale)].concat(cells);
  });
  return {
    title: 'goal',
    columns: [
      { id: 'goal', heading: { en: 'Goal', ja: 'ビジネス目標' } },
      ...[...personas.values()].map((persona) => ({
        id: persona.id,
        heading: { en: titleOf(persona, 'en'), ja: titleOf(persona, 'ja') },
      })),
    ],
    rows,
  };
}

/** The same declaration in every file that imports it. */
function keyOf({ id, place }: Goal | Persona): string {
  return `${id} ${place.uri}`;
}

function cellOf(goal: string, persona: string): string {
  return `${goal}\n${persona}`;
}
