import type { JourneyAnalysis, PersonaView } from '../model/analysis.ts';
import type { Question } from '../model/entities.ts';
import type { RelatedPlace } from '../model/finding.ts';
import type { FactSource } from '../model/flow/facts.ts';
import type { Graph, GraphNode } from '../model/graph.ts';
import { groupBy } from '../model/group-by.ts';
import type { Journey } from '../model/journey.ts';
import { lazyFor } from '../model/lazy.ts';
import type { Place } from '../model/place.ts';
import type { Reference } from '../model/values.ts';

/** A question that a persona has in a journey. */
export interface RaisedQuestion {
  readonly question: Question;
  readonly raisedBy: 'touchpoint' | 'stage' | 'journey' | 'persona';
  /** Where it can come up: its touchpoint, those of its stage, or where the journey begins. Only what can be reached. */
  readonly at: readonly GraphNode[];
  /** Where a finding about it points: the question's id, or for a persona's own question whom the journey is for. */
  readonly place: Place;
}

/** The questions of a persona in the journey, in the order of the text, the persona's own ones last. */
export function questionsOf(journey: Journey, view: PersonaView): readonly RaisedQuestion[] {
  const { graph, flow, persona } = view;
  const raised: RaisedQuestion[] = [];
  const add = (
    questions: readonly Question[],
    raisedBy: RaisedQuestion['raisedBy'],
    nodes: readonly GraphNode[],
    place?: Place,
  ): void => {
    const at = questions.length === 0 ? [] : nodes.filter((node) => flow.reachable(node));
    if (at.length === 0) return;
    for (const question of questions) {
      if (!isFor(question.personas, persona?.key)) continue;
      raised.push({ question, raisedBy, at, place: place ?? question.place });
    }
  };
  add(journey.questions, 'journey', graph.entries);
  for (const { key, questions } of journey.stages) {
    if (questions.length > 0) add(questions, 'stage', graph.nodesIn(key));
  }
  for (const node of graph.nodesWith('questions')) add(node.touchpoint.questions, 'touchpoint', [node]);
  const named = [...journey.personas, ...journey.targets].find(({ key }) => key === persona?.key);
  add(persona?.questions ?? [], 'persona', graph.entries, named?.place ?? journey.place);
  return raised;
}

/** At which touchpoints questions, by their keys, are answered. */
export const answers: FactSource = (mark, graph) => {
  for (const node of graph.nodesWith('answers')) {
    for (const { key } of node.touchpoint.answers) mark.begins(node, key);
  }
};

/** Where each question, by its key, is answered. */
export const answeredAt = lazyFor((graph: Graph): ReadonlyMap<string, readonly GraphNode[]> => {
  const places = graph
    .nodesWith('answers')
    .flatMap((node) => [...new Set(node.touchpoint.answers.map(({ key }) => key))].map((key) => ({ key, node })));
  return new Map([...groupBy(places, ({ key }) => key)].map(([key, all]) => [key, all.map(({ node }) => node)]));
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
