import { titleOf } from '../../model/declaration.ts';
import type { ChangeGroup } from '../../history/describe.ts';
import type { JourneyImpact, JourneyState, PersonaState } from '../../history/impact.ts';
import type { JourneyStory } from '../../history/story.ts';
import type { Finding } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { inLocale, type Locale } from '../../model/text.ts';
import type { DifferenceReport } from './words.ts';

/**
 * The difference as data. Texts are in one language, feelings are −2…+2, waits are in seconds, places are zero-based as in
 * LSP. `version` changes with the meaning of a property.
 */
export function differenceJson(report: DifferenceReport, locale: Locale, pathOf: (uri: string) => string): unknown {
  const { sides, story, improvements, notes } = report;
  const writer = new JsonWriter(locale, pathOf);
  return {
    version: 1,
    before: sides[0],
    after: sides[1],
    notes: notes.map((note) => inLocale(note, locale)),
    journeys: story.journeys.map((journey) => ({
      ...writer.journey(journey),
      ...improvements
        .filter(({ impact }) => impact.after?.journey === journey.impact.after?.journey)
        .map(({ actions, costs }) => ({ actions: actions.map(({ key }) => key), costs }))[0],
    })),
    shared: writer.groups(story.shared),
  };
}

class JsonWriter {
  readonly #locale: Locale;
  readonly #pathOf: (uri: string) => string;

  constructor(locale: Locale, pathOf: (uri: string) => string) {
    this.#locale = locale;
    this.#pathOf = pathOf;
  }

  journey({ impact, verdict, effects, groups, path }: JourneyStory): Readonly<Record<string, unknown>> {
    const { before, after, findings } = impact;
    return {
      file: path,
      id: (after ?? before)?.journey.id,
      verdict,
      before: this.#state(before),
      after: this.#state(after),
      effects: effects.map((effect) => inLocale(effect, this.#locale)),
      findings: {
        fixed: this.#findings(findings.fixed),
        new: this.#findings(findings.fresh),
        remaining: findings.remaining.length,
      },
      touchpoints: this.#touchpoints(impact),
      changes: this.groups(groups),
    };
  }

  groups(groups: readonly ChangeGroup[]): readonly unknown[] {
    return groups.flatMap(({ element, lines }) =>
      lines.map(({ kind, text, before, after }) => ({
        kind,
        element: element.kind,
        id: element.id,
        title: titleOf(element, this.#locale),
        text: inLocale(text, this.#locale),
        ...(before !== undefined && { before: this.#place(before) }),
        ...(after !== undefined && { after: this.#place(after) }),
      })),
    );
  }

  #state(state: JourneyState | undefined): unknown {
    if (state === undefined) return null;
    const { journey, score, stages, touchpoints, personas } = state;
    return {
      title: titleOf(journey, this.#locale),
      score: { total: score.total, causes: score.causes },
      stages,
      touchpoints,
      personas: personas.map((persona) => this.#persona(persona)),
    };
  }

  #persona({ persona, lowest, end, mean, wait }: PersonaState): unknown {
    return {
      persona: persona?.id ?? null,
      lowest: lowest === undefined ? null : { value: lowest.value, touchpoint: lowest.node.touchpoint.key },
      end: end ?? null,
      mean: mean ?? null,
      wait: wait ?? null,
    };
  }

  #touchpoints({ touchpoints }: JourneyImpact): readonly unknown[] {
    return touchpoints.map(({ after, feelings, wait }) => ({
      touchpoint: after.key,
      feelings: feelings.map(({ persona, before, after: now }) => ({
        persona: persona?.id ?? null,
        before: before ?? null,
        after: now ?? null,
      })),
      ...(wait !== undefined && { wait }),
    }));
  }

  #findings(findings: readonly Finding[]): readonly unknown[] {
    return findings.map(({ code, severity, cause, message, place }) => ({
      code,
      severity,
      cause: cause ?? null,
      message: inLocale(message, this.#locale),
      ...this.#place(place),
    }));
  }

  #place({ uri, range }: Place): { readonly file: string; readonly range: Place['range'] } {
    return { file: this.#pathOf(uri), range };
  }
}
