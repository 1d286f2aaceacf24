import type { FlowView } from '../../../model/analysis.ts';
import type { FactSource } from '../../../model/flow/facts.ts';
import type { Graph, GraphNode } from '../../../model/graph.ts';
import type { Stage, Touchpoint } from '../../../model/journey.ts';
import type { Model } from '../../../model/model.ts';
import { titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { costsShownAt, showsTotal } from '../../costs.ts';
import { committed, commitments } from './commitments.ts';
import type { JourneyContext } from '../../rule.ts';
import { originOf } from '../../settings.ts';

/** The first cost of all is shown only after a lot was asked in the same stage. */
export function checkEffort({ model, settings, report }: JourneyContext, view: FlowView, help: Text): void {
  const { flow, graph } = view;
  const busy = stagesAskingFor(settings.dataBeforeCost, graph);
  if (busy.size === 0) return;
  const costly = graph.nodesWith('shows').filter((node) => showsCost(model, node.touchpoint));
  const priced: FactSource = (mark) => {
    for (const node of costly) mark.begins(node, cost);
  };
  const firsts = costly.filter(
    (node) =>
      busy.has(node.stage) && flow.reachable(node) && flow.past(priced).before(node, cost, 'first') === undefined,
  );
  if (firsts.length === 0) return;
  const isAnyBinding = graph.nodesWith('commits').length > 0;
  const asked = askedIn(new Set(firsts.map(({ stage }) => stage.key)));
  for (const node of firsts) {
    const before = flow.past(asked).allBefore(node, 'first');
    // A price after which nobody decides anything comes too late for nobody: a bill, a renewal after notice was given.
    if (isAnyBinding && flow.future(commitments).fromHere(node, committed) === undefined) continue;
    // What is made for one customer has no price before they have said what they need.
    if (isQuoted(model, node.touchpoint)) continue;
    const count = [...before].filter(([fact, certainty]) => certainty === 'always' && isOf(node, fact)).length;
    if (count < settings.dataBeforeCost) continue;
    const at = titled(node.touchpoint);
    const origin = originOf('dataBeforeCost', settings);
    report({
      place: node.touchpoint.shows[0]?.place ?? node.touchpoint.place,
      severity: 'information',
      message: {
        en: `The first price is shown at ${at.en}, after the customer has supplied ${count} data (limit: fewer than ${settings.dataBeforeCost}; ${origin.en}).`,
        ja: `お客様が${count}個の情報を伝えたあとの${at.ja}で、初めて価格が示されます(基準は${settings.dataBeforeCost}個未満、${origin.ja})。`,
      },
      help,
      subject: { touchpoint: node.key },
      same: 'effort',
    });
  }
}

const cost = 'cost';

/** Whether the price is one that was worked out for this customer. */
function isQuoted(model: Model, { gives, task }: Touchpoint): boolean {
  return task?.value === 'quote' || gives.some(({ key }) => quotations.test(model.data.get(key)?.id ?? ''));
}

const quotations = /quot|estimate|offer|見積/i;

/** The stages in which so many data must be supplied that a cost could come late. */
function stagesAskingFor(least: number, graph: Graph): ReadonlySet<Stage> {
  const counts = new Map<Stage, number>();
  for (const { stage, touchpoint } of graph.nodesWith('asks')) {
    let count = counts.get(stage) ?? 0;
    for (const { data, optional } of touchpoint.asks) if (optional === undefined) count += data.length;
    counts.set(stage, count);
  }
  return new Set([...counts].flatMap(([stage, count]) => (count < least ? [] : [stage])));
}

function showsCost(model: Model, touchpoint: Touchpoint): boolean {
  return (
    touchpoint.shows.some(({ word }) => word?.value === 'price') ||
    showsTotal(touchpoint) ||
    costsShownAt(model, touchpoint).length > 0
  );
}

/** Data that were asked in some of the stages, each with the stage where that happened. */
function askedIn(stages: ReadonlySet<string>): FactSource {
  return (mark, graph) => {
    for (const node of graph.nodesWith('asks')) {
      if (!stages.has(node.stage.key)) continue;
      for (const { data, optional } of node.touchpoint.asks) {
        if (optional === undefined) for (const { key } of data) mark.begins(node, `${node.stage.key} ${key}`);
      }
    }
  };
}

function isOf({ stage }: GraphNode, fact: string): boolean {
  return fact.startsWith(`${stage.key} `);
}
