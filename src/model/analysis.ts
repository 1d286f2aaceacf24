import type { Persona } from './entities.ts';
import { emotionSeries, feelingOf } from './flow/emotion-series.ts';
import type { EmotionSeries } from './flow/emotions.ts';
import type { Flow } from './flow/flow.ts';
import { JourneyFlow } from './flow/journey-flow.ts';
import type { Graph, GraphNode } from './graph.ts';
import { graphFor, graphOf } from './graph-builder.ts';
import type { Journey } from './journey.ts';
import { Kept } from './kept.ts';
import { lazy } from './lazy.ts';
import type { Model } from './model.ts';
import type { Reference } from './values.ts';

/**
 * What follows from a journey: who goes through it, on which ways, and what has happened by then.
 *
 * Everything is computed when it is first asked for, and once. Personas who see the same touchpoints and paths share one
 * `Flow`, so whatever is asked of it for the second of them costs nothing.
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

export interface PersonaView {
  readonly persona: Persona | undefined;
  readonly graph: Graph;
  readonly flow: Flow;
  /** How this persona feels along the main path. */
  readonly emotions: EmotionSeries;
  /**
   * How this persona feels at a touchpoint, −2…+2: what is written for this persona, otherwise what is written for all;
   * the mean when there are several feelings. Missing when nothing is written.
   */
  feelingAt(node: GraphNode): number | undefined;
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
    const [first, ...rest] = personasOf(this.model, this.journey).map((persona) => {
      const hidden = hiddenFrom(this.journey, persona.key);
      const flow =
        hidden === ''
          ? this.whole
          : (flows.get(hidden) ?? new JourneyFlow(this.model, graphFor(this.journey, persona.key)));
      flows.set(hidden, flow);
      return new LazyView(persona, flow);
    });
    return first === undefined ? [new LazyView(undefined, this.whole)] : [first, ...rest];
  }
}

class LazyView implements PersonaView {
  readonly persona: Persona | undefined;
  readonly flow: Flow;
  readonly #emotions = lazy(() => emotionSeries(this.flow.mainPath.nodes, (node) => this.feelingAt(node)));

  constructor(persona: Persona | undefined, flow: Flow) {
    this.persona = persona;
    this.flow = flow;
  }

  get graph(): Graph {
    return this.flow.graph;
  }

  get emotions(): EmotionSeries {
    return this.#emotions();
  }

  feelingAt(node: GraphNode): number | undefined {
    return feelingOf(node, this.persona?.key);
  }
}

/** Who goes through the journey, as JourneyAnalysis.views has it. */
function personasOf(model: Model, journey: Journey): Persona[] {
  const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints);
  const named = [...journey.personas, ...journey.targets];
  const mentioned = [...touchpoints, ...journey.paths].flatMap((thing) => thing.personas);
  const keys = new Set((named.length > 0 ? named : mentioned).map((reference) => reference.key));
  return [...keys].flatMap((key) => model.personas.get(key) ?? []);
}

/** What a persona does not see, as a text that is the same for all who see the same. */
function hiddenFrom(journey: Journey, persona: string): string {
  const hides = (thing: { readonly personas: readonly Reference[] }): boolean =>
    thing.personas.length > 0 && !thing.personas.some((reference) => reference.key === persona);
  const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints);
  const hidden = [...touchpoints, ...journey.paths].flatMap((thing, place) => (hides(thing) ? [place] : []));
  return hidden.join(' ');
}
