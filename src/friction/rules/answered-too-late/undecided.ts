import type { PersonaView } from '../../../model/analysis.ts';
import type { Witness } from '../../../model/flow/flow.ts';
import type { GraphEdge, GraphNode } from '../../../model/graph.ts';
import { answersAt } from '../../questions.ts';
import type { RaisedQuestion } from '../../questions.ts';

/** A way on which the customer decides while a question is open. */
export interface UndecidedWay {
  readonly decision: GraphNode;
  readonly witness: Witness;
  /** There is another way from the question to the decision, with an answer on it. */
  readonly answeredOnSomeWay: boolean;
}

/** The decisions that a customer can come to without an answer, nearest first. */
export function undecidedWays({ flow }: PersonaView, { question, raisedBy, at }: RaisedQuestion): UndecidedWay[] {
  const blocked = new Set(question.blocks.map(({ key }) => key));
  if (blocked.size === 0 && raisedBy !== 'touchpoint' && raisedBy !== 'stage') return [];
  const isAnswered = (node: GraphNode): boolean => answersAt(node, question.key).length > 0;
  const isDecision = (node: GraphNode, steps: number): boolean =>
    blocked.size > 0 ? blocked.has(node.key) : steps > 0 && node.touchpoint.commits.length > 0;
  const goesOn = (edge: GraphEdge): boolean => !flow.isBack(edge);

  const open = walk(at, goesOn, (node, steps) => isAnswered(node) || isDecision(node, steps));
  const decisions = [...open].filter(([node, { steps }]) => isDecision(node, steps) && !isAnswered(node));
  if (decisions.length === 0) return [];
  const any = walk(at, goesOn, isDecision);
  const answering = [...any.keys()].filter(isAnswered);
  return decisions.map(([decision, step]) => ({
    decision,
    witness: witnessOf(decision, step, open),
    answeredOnSomeWay: answering.some((node) => flow.leadsTo(node, decision)),
  }));
}

interface Step {
  readonly steps: number;
  readonly by: GraphEdge | undefined;
}

/** Breadth first, stopping where it is told to; the stops are part of the result. */
function walk(
  starts: readonly GraphNode[],
  goesOn: (edge: GraphEdge) => boolean,
  stops: (node: GraphNode, steps: number) => boolean,
): ReadonlyMap<GraphNode, Step> {
  const reached = new Map<GraphNode, Step>(starts.map((node) => [node, { steps: 0, by: undefined }]));
  // A map may grow while it is walked through.
  for (const [node, { steps }] of reached) {
    if (stops(node, steps)) continue;
    for (const edge of node.out) {
      if (goesOn(edge) && !reached.has(edge.to)) reached.set(edge.to, { steps: steps + 1, by: edge });
    }
  }
  return reached;
}

function witnessOf(last: GraphNode, step: Step, reached: ReadonlyMap<GraphNode, Step>): Witness {
  const edges: GraphEdge[] = [];
  for (let { by } = step; by !== undefined; by = reached.get(by.from)?.by) edges.unshift(by);
  const [first] = edges;
  return { nodes: first === undefined ? [last] : [first.from, ...edges.map(({ to }) => to)], edges };
}
