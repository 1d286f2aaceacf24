import type { FactSource } from '../../../model/flow/facts.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';

/** What has happened to the customer, so that doing it once more is nothing new. */
export const happenings: FactSource = (mark, graph) => {
  for (const node of graph.nodes) for (const fact of happensAt(node)) mark.begins(node, fact);
};

/**
 * Everything that brings the customer on: a text for each, the same for the same thing wherever it happens.
 *
 * @param listener who asks there, if it is one that customers tell everything anew
 */
export function happensAt({ touchpoint, key }: GraphNode, listener?: 'bot'): ReadonlySet<string> {
  const facts = new Set<string>();
  if (listener === undefined) addAsked(facts, touchpoint);
  addExchanged(facts, touchpoint);
  addLearned(facts, touchpoint, key);
  addDone(facts, touchpoint, key);
  return facts;
}

function addAsked(facts: Set<string>, { asks }: Touchpoint): void {
  for (const { data } of asks) for (const { key } of data) facts.add(`told ${key}`);
}

function addExchanged(facts: Set<string>, touchpoint: Touchpoint): void {
  const { prefilled, gives, redeems, reads, recognises, identity } = touchpoint;
  for (const known of [prefilled, reads, recognises]) for (const { key } of known) facts.add(`told ${key}`);
  for (const { key } of gives) facts.add(`given ${key}`);
  for (const { key } of redeems) facts.add(`redeemed ${key}`);
  if (identity !== undefined && identity.value !== 'anonymous') facts.add(`known ${identity.value}`);
}

function addLearned(facts: Set<string>, touchpoint: Touchpoint, at: string): void {
  const { shows, answers, solves, addresses, explains } = touchpoint;
  for (const { fact, word } of shows) facts.add(`shown ${fact?.key ?? word?.value}`);
  for (const solved of [answers, solves, addresses]) for (const { key } of solved) facts.add(`solved ${key}`);
  if (explains.length > 0) facts.add(`explained at ${at}`);
}

function addDone(facts: Set<string>, touchpoint: Touchpoint, at: string): void {
  const { confirms, commits, consents, withdraws, collects, personalises, tells } = touchpoint;
  for (const words of [confirms, commits]) for (const { value } of words) facts.add(`done ${value}`);
  for (const { consent } of consents) facts.add(`agreed ${consent.key}`);
  for (const { key } of withdraws) facts.add(`withdrawn ${key}`);
  for (const { value } of collects) facts.add(`collected ${value}`);
  if (personalises.length > 0) facts.add(`personalised at ${at}`);
  if (tells.length > 0) facts.add(`told at ${at}`);
}
