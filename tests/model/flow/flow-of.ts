import { analysisOf } from '../../../src/model/analysis.ts';
import type { Flow } from '../../../src/model/flow/flow.ts';
import type { Witness } from '../../../src/model/flow/witness.ts';
import type { GraphNode } from '../../../src/model/graph.ts';
import { buildJourney, type JourneySpec } from '../../support/model-builder.ts';

/** The analysis of a journey for everybody. */
export function flowOf(spec: JourneySpec | JourneySpec['touchpoints']): Flow {
  const { model, journey } = buildJourney('touchpoints' in spec ? spec : { touchpoints: spec });
  return analysisOf(model, journey).whole;
}

export function nodeOf(flow: Flow, key: string): GraphNode {
  const node = flow.graph.node(key);
  if (node === undefined) throw new Error(`No touchpoint ${key}`);
  return node;
}

export function nodeAt(flow: Flow, index: number): GraphNode {
  const node = flow.graph.nodes[index];
  if (node === undefined) throw new Error(`No touchpoint ${index}`);
  return node;
}

export function namesOf(witness: Witness | undefined): string[] | undefined {
  return witness?.nodes.map((node) => node.key);
}

export function keysOf(references: readonly { readonly key: string }[]): string[] {
  return references.map((reference) => reference.key);
}
