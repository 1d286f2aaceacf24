import type { Witness } from '../../../model/flow/witness.ts';
import type { GraphEdge, GraphNode } from '../../../model/graph.ts';
import { answeredAt } from '../../questions.ts';
import type { RaisedQuestion } from '../../questions.ts';

/** A way on which the customer decides while a question is open. */
export interface UndecidedWay {
  readonly decision: GraphNode;
  readonly witness: Witness;
  /** There is another way from the question to the decision, with an answer on it. */
  readonly answeredOnSomeWay: boolean;
}

/** The decisions that a customer can come to without an answer, nearest first. */
export function undecidedWays({ question, raisedBy, at, view: { graph, flow } }: RaisedQuestion): UndecidedWay[] {
  const { blocks } = question;
  if (blocks.length === 0 && raisedBy !== 'touchpoint' && raisedBy !== 'stage') return [];
  const answering = answeredAt(graph).get(question.key) ?? [];
  const isDecision = ({ node, steps }: Step): boolean =>
    blocks.length > 0 ? blocks.some(({ key }) => key === node.key) : steps > 0 && node.touchpoint.commits.length > 0;
  const goesOn = (edge: GraphEdge): boolean => !flow.isBack(edge);

  const open = walk(at, goesOn, (step) => answering.includes(step.node) || isDecision(step));
  const decisions = open.filter((step) => isDecision(step) && !answering.includes(step.node));
  if (decisions.length === 0) return [];
  const answered = walk(at, goesOn, isDecision).filter(({ node }) => answering.includes(node));
  return decisions.map((step) => ({
    decision: step.node,
    witness: witnessOf(step),
    answeredOnSomeWay: answered.some(({ node }) => flow.leadsTo(node, step.node)),
  }));
}

interface Step {
  readonly node: GraphNode;
  readonly steps: number;
  /** How it was reached; missing where the walk begins. */
  readonly by?: GraphEdge;
  readonly before?: Step;
}

/** Breadth first, stopping where it is told to; the stops are part of the result. */
function walk(
  starts: readonly GraphNode[],
  goesOn: (edge: GraphEdge) => boolean,
  stops: (step: Step) => boolean,
): readonly Step[] {
  const steps = starts.map((node): Step => ({ node, steps: 0 }));
  const reached = new Set(starts);
  // A list may grow while it is walked through.
  for (const step of steps) {
    if (stops(step)) continue;
    for (const edge of step.node.out) {
      if (!goesOn(edge) || reached.has(edge.to)) continue;
      reached.add(edge.to);
      steps.push({ node: edge.to, steps: step.steps + 1, by: edge, before: step });
    }
  }
  return steps;
}

function witnessOf(last: Step): Witness {
  const edges: GraphEdge[] = [];
  for (let step: Step | undefined = last; step?.by !== undefined; step = step.before) edges.unshift(step.by);
  const [first] = edges;
  return { nodes: first === undefined ? [last.node] : [first.from, ...edges.map(({ to }) => to)], edges };
}
