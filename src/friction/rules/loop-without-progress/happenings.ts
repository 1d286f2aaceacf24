import type { FactSource } from '../../../model/flow/facts.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';

/** What has happened to the customer, so that doing it once more is nothing new. */
export const happenings: FactSource = (mark, graph) => {
  for (const node of graph.nodes) for (const fact of happensAt(node)) mark.begins(node, fact);
};

/** Everything that brings the customer on: a text for each, the same for the same thing wherever it happens. */
export function happensAt({ touchpoint, key }: GraphNode): ReadonlySet<string> {
  return new Set([...exchanged(touchpoint), ...learned(touchpoint), ...done(touchpoint, key)]);
}

function exchanged({ asks, prefilled, gives, redeems, reads, recognises, identity }: Touchpoint): readonly string[] {
  const data = [...asks.flatMap((request) => request.data), ...prefilled, ...reads, ...recognises];
  return [
    ...data.map(({ key }) => `told ${key}`),
    ...gives.map(({ key }) => `given ${key}`),
    ...redeems.map(({ key }) => `redeemed ${key}`),
    ...(identity === undefined || identity.value === 'anonymous' ? [] : [`known ${identity.value}`]),
  ];
}

function learned({ shows, answers, solves, addresses, explains, key }: Touchpoint): readonly string[] {
  return [
    ...shows.map(({ fact, word }) => `shown ${fact?.key ?? word?.value}`),
    ...[...answers, ...solves, ...addresses].map((reference) => `solved ${reference.key}`),
    ...(explains.length > 0 ? [`explained at ${key}`] : []),
  ];
}

function done(
  { confirms, commits, consents, withdraws, collects, personalises, tells }: Touchpoint,
  key: string,
): readonly string[] {
  return [
    ...[...confirms, ...commits].map(({ value }) => `done ${value}`),
    ...consents.map(({ consent }) => `agreed ${consent.key}`),
    ...withdraws.map((reference) => `withdrawn ${reference.key}`),
    ...collects.map(({ value }) => `collected ${value}`),
    ...(personalises.length > 0 ? [`personalised at ${key}`] : []),
    ...(tells.length > 0 ? [`told at ${key}`] : []),
  ];
}
