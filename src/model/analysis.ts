import type { Persona } from './entities.ts';
import { emotionSeries, feelingOf, feelingsOf } from './flow/emotion-series.ts';
import type { EmotionSeries } from './flow/emotions.ts';
import type { Flow } from './flow/flow.ts';
import { JourneyFlow } from './flow/journey-flow.ts';
import type { Graph, GraphNode } from './graph.ts';
import { graphFor, graphOf } from './graph-builder.ts';
import type { Feeling, Journey } from './journey.ts';
import { Kept } from './kept.ts';
import { lazy } from './lazy.ts';
import type { Model } from './model.ts';
import type { Reference } from './values.ts';

/**
 * What follows from a journey: who goes through it, on which ways, and what has happened by then.
 *
 * Everything is computed when it is first asked for, and once. Personas who see the same touchpoints and paths share one
 * `Flow`, and those of them of whom no other feelings are written one `MoodView`, so whatever is asked of these for the
 * second of them costs nothing.
 */
export interface JourneyAnalysis {
  readonly model: Model;
  readonly journey: Journey;
  /**
   * One for each persona: those the journey is `for` or targets; when it names none, those that its touchpoints and paths
   * name; and when nobody is named anywhere, one view without a persona, who sees everything.
   */
  readonly views: readonly [PersonaView, ...PersonaView[]];
  /** All touchpoints and paths at once, whomever they are for. For what exists at all, not for what a customer meets. */
  readonly whole: Flow;
}

/** The ways that some personas go. */
export interface FlowView {
  readonly graph: Graph;
  readonly flow: Flow;
}

/** The ways that some personas go, and what they feel there. */
export interface MoodView extends FlowView {
  /** How they feel along the main path. */
  readonly emotions: EmotionSeries;
  /**
   * How they feel at a touchpoint, −2…+2: what is written for this persona, otherwise what is written for all; the mean
   * when there are several feelings. Missing when nothing is written.
   */
  feelingAt(node: GraphNode): number | undefined;
  /** The feelings that count there. */
  feelingsAt(node: GraphNode): readonly Feeling[];
}

export interface PersonaView extends MoodView {
  readonly persona: Persona | undefined;
  /** The same object for all personas who go the same ways and feel the same everywhere. */
  readonly mood: MoodView;
}

const keptAnalyses = new Kept<Model, Map<Journey, JourneyAnalysis>>();

/** What follows from a journey of a model. Asking twice for the same gives the same object. */
export function analysisOf(model: Model, journey: Journey): JourneyAnalysis {
  let ofModel = keptAnalyses.get(model);
  if (ofModel === undefined) keptAnalyses.set(model, (ofModel = new Map()));
  let analysis = ofModel.get(journey);
  if (analysis === undefined) ofModel.set(journey, (analysis = new LazyAnalysis(model, journey)));
  return analysis;
}

class LazyAnalysis implements JourneyAnalysis {
  readonly model: Model;
  readonly journey: Journey;
  readonly #whole = lazy((): Flow => new JourneyFlow(this.model, graphOf(this.journey)));
  readonly #views = lazy(() => this.#viewAll());

  constructor(model: Model, journey: Journey) {
    this.model = model;
    this.journey = journey;
  }

  get whole(): Flow {
    return this.#whole();
  }

  get views(): JourneyAnalysis['views'] {
    return this.#views();
  }

  #viewAll(): JourneyAnalysis['views'] {
    const flows = new Map<string, Flow>();
    const moods = new Map<string, MoodView>();
    const felt = feelingApart(this.journey);
    const restricted = restrictedIn(this.journey);
    const [first, ...rest] = personasOf(this.model, this.journey).map((persona) => {
      const { key } = persona;
      const hidden = hiddenFrom(restricted, key);
      const flow =
        hidden === '' ? this.whole : (flows.get(hidden) ?? new JourneyFlow(this.model, graphFor(this.journey, key)));
      flows.set(hidden, flow);
      const sameMood = `${hidden} ${felt.has(key) ? key : ''}`;
      const mood = moods.get(sameMood) ?? new LazyMood(flow, key);
      moods.set(sameMood, mood);
      return new LazyView(persona, mood);
    });
    return first === undefined ? [new LazyView(undefined, new LazyMood(this.whole, undefined))] : [first, ...rest];
  }
}

class LazyMood implements MoodView {
  readonly flow: Flow;
  readonly #persona: string | undefined;
  readonly #emotions = lazy(() => emotionSeries(this.flow.mainPath.nodes, (node) => this.feelingAt(node)));
  /** By the node's index; null when nothing is written. */
  readonly #feelings: (number | null | undefined)[] = [];

  /** @param persona key of one of those who feel like this */
  constructor(flow: Flow, persona: string | undefined) {
    this.flow = flow;
    this.#persona = persona;
  }

  get graph(): Graph {
    return this.flow.graph;
  }

  get emotions(): EmotionSeries {
    return this.#emotions();
  }

  feelingAt(node: GraphNode): number | undefined {
    let feeling = this.#feelings[node.index];
    if (feeling === undefined) {
      feeling = feelingOf(node, this.#persona) ?? null;
      this.#feelings[node.index] = feeling;
    }
    return feeling ?? undefined;
  }

  feelingsAt(node: GraphNode): readonly Feeling[] {
    return feelingsOf(node, this.#persona);
  }
}

class LazyView implements PersonaView {
  readonly persona: Persona | undefined;
  readonly mood: MoodView;

  constructor(persona: Persona | undefined, mood: MoodView) {
    this.persona = persona;
    this.mood = mood;
  }

  get flow(): Flow {
    return this.mood.flow;
  }

  get graph(): Graph {
    return this.mood.graph;
  }

  get emotions(): EmotionSeries {
    return this.mood.emotions;
  }

  feelingAt(node: GraphNode): number | undefined {
    return this.mood.feelingAt(node);
  }

  feelingsAt(node: GraphNode): readonly Feeling[] {
    return this.mood.feelingsAt(node);
  }
}

/** Keys of the personas of whom somewhere own feelings are written. */
function feelingApart(journey: Journey): ReadonlySet<string> {
  const apart = new Set<string>();
  for (const { touchpoints } of journey.stages) {
    for (const { feelings } of touchpoints) {
      for (const { persona } of feelings) if (persona !== undefined) apart.add(persona.key);
    }
  }
  return apart;
}

/** Who goes through the journey, as JourneyAnalysis.views has it. */
function personasOf(model: Model, journey: Journey): Persona[] {
  const named = [...journey.personas, ...journey.targets];
  const keys = new Set((named.length > 0 ? named : mentionedIn(journey)).map((reference) => reference.key));
  return [...keys].flatMap((key) => model.personas.get(key) ?? []);
}

function mentionedIn({ stages, paths }: Journey): readonly Reference[] {
  const touchpoints = stages.flatMap((stage) => stage.touchpoints);
  return [...touchpoints, ...paths].flatMap(({ personas }) => personas);
}

/** All that only some see: whom each of a journey's touchpoints and paths is for. */
function restrictedIn({ stages, paths }: Journey): readonly (readonly Reference[])[] {
  const restricted: (readonly Reference[])[] = [];
  for (const { touchpoints } of stages) {
    for (const { personas } of touchpoints) if (personas.length > 0) restricted.push(personas);
  }
  for (const { personas } of paths) if (personas.length > 0) restricted.push(personas);
  return restricted;
}

/** What of it a persona does not see, as a text that is the same for all who see the same. */
function hiddenFrom(restricted: readonly (readonly Reference[])[], persona: string): string {
  let hidden = '';
  for (const [place, personas] of restricted.entries()) {
    if (!personas.some((reference) => reference.key === persona)) hidden += ` ${place}`;
  }
  return hidden;
}
