import type { FlowView, JourneyAnalysis, PersonaView } from '../model/analysis.ts';
import type { Persona, Question } from '../model/entities.ts';
import type { RelatedPlace } from '../model/finding.ts';
import type { FactSource } from '../model/flow/facts.ts';
import type { Graph, GraphNode } from '../model/graph.ts';
import { groupBy } from '../model/group-by.ts';
import type { Journey } from '../model/journey.ts';
import { lazyFor } from '../model/lazy.ts';
import type { Place } from '../model/place.ts';
import type { Reference } from '../model/values.ts';
import type { Observation } from './rule.ts';
import { hitIn } from './views.ts';

/** A question that somebody has in a journey. */
export interface RaisedQuestion {
  readonly question: Question;
  readonly raisedBy: 'touchpoint' | 'stage' | 'journey' | 'persona';
  /** Whose own question it is, if it is a persona's. */
  readonly persona?: Persona;
  /** Where it can come up: its touchpoint, those of its stage, or where the journey begins. Only what can be reached. */
  readonly at: readonly [GraphNode, ...GraphNode[]];
  /** Where a finding about it points: the question's id, or for a persona's own question whom the journey is for. */
  readonly place: Place;
  /** The ways of those who have it. */
  readonly view: FlowView;
  /** Their keys; missing in a journey without personas. */
  readonly personas: Observation['personas'];
}

/**
 * All questions in a journey, for those who go the same ways in the order of the text, personas' own ones last. Looked for
 * once: a question that several have on the same ways is one.
 */
export const questionsIn = lazyFor(({ journey, views }: JourneyAnalysis): readonly RaisedQuestion[] => {
  const raised: RaisedQuestion[] = [];
  for (const alike of groupBy(views, ({ flow }) => flow).values()) raise(journey, alike, raised);
  return raised;
});

/** @param views of those who go the same ways */
function raise(journey: Journey, views: readonly PersonaView[], raised: RaisedQuestion[]): void {
  const [view] = views;
  if (view === undefined) return;
  const { graph, flow } = view;
  const everybody = hitIn(views);
  const add = (
    questions: readonly Question[],
    raisedBy: RaisedQuestion['raisedBy'],
    nodes: readonly GraphNode[],
  ): void => {
    if (questions.length === 0) return;
    const [first, ...others] = nodes.filter((node) => flow.reachable(node));
    if (first === undefined) return;
    for (const question of questions) {
      const { personas: named, place } = question;
      const having = named.length === 0 ? views : views.filter(({ persona }) => isFor(named, persona?.key));
      if (having.length === 0) continue;
      const personas = having === views ? everybody : hitIn(having);
      raised.push({ question, raisedBy, at: [first, ...others], place, view, personas });
    }
  };
  add(journey.questions, 'journey', graph.entries);
  for (const { key, questions } of journey.stages) {
    if (questions.length > 0) add(questions, 'stage', graph.nodesIn(key));
  }
  for (const node of graph.nodesWith('questions')) add(node.touchpoint.questions, 'touchpoint', [node]);
  const [first, ...others] = graph.entries;
  if (first === undefined) return;
  for (const { persona } of views) {
    if (persona === undefined) continue;
    const { place } = [...journey.personas, ...journey.targets].find(({ key }) => key === persona.key) ?? journey;
    for (const question of persona.questions) {
      if (!isFor(question.personas, persona.key)) continue;
      raised.push({
        question,
        raisedBy: 'persona',
        persona,
        at: [first, ...others],
        place,
        view,
        personas: [persona.key],
      });
    }
  }
}

/** At which touchpoints questions, by their keys, are answered. */
export const answers: FactSource = (mark, graph) => {
  for (const node of graph.nodesWith('answers')) {
    for (const { key } of node.touchpoint.answers) mark.begins(node, key);
  }
};

/** Where each question, by its key, is answered. */
export const answeredAt = lazyFor((graph: Graph): ReadonlyMap<string, readonly GraphNode[]> => {
  const places = new Map<string, GraphNode[]>();
  for (const node of graph.nodesWith('answers')) {
    for (const { key } of node.touchpoint.answers) {
      const known = places.get(key);
      if (known === undefined) places.set(key, [node]);
      else if (known.at(-1) !== node) known.push(node);
    }
  }
  return places;
});

/** The statements by which a touchpoint answers a question. */
export function answersAt(node: GraphNode, question: string): readonly Place[] {
  return node.touchpoint.answers.filter(({ key }) => key === question).map(({ place }) => place);
}

export function saysAnswered(node: GraphNode, question: string): readonly RelatedPlace[] {
  return answersAt(node, question).map((place) => ({
    place,
    message: { en: 'answered only here', ja: 'ここで初めて答えています' },
  }));
}

/** The name by which any touchpoint of the journey can refer to a question; missing when it is not the only one. */
export function nameOfQuestion(analysis: JourneyAnalysis, { id }: Question): string | undefined {
  return idCounts(analysis).get(id) === 1 ? id : undefined;
}

/** Counted once for a journey, however many findings ask. */
const idCounts = lazyFor(({ journey, views }: JourneyAnalysis): ReadonlyMap<string, number> => {
  const blocks = [journey, ...journey.stages, ...journey.stages.flatMap(({ touchpoints }) => touchpoints)];
  const questions = new Set([
    ...blocks.flatMap((block) => block.questions),
    ...views.flatMap(({ persona }) => persona?.questions ?? []),
  ]);
  const counts = new Map<string, number>();
  for (const { id } of questions) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
});

function isFor(personas: readonly Reference[], persona: string | undefined): boolean {
  return personas.length === 0 || persona === undefined || personas.some(({ key }) => key === persona);
}
