import { leastWait } from '../../least-wait.ts';
import { usedAt } from '../../data-uses.ts';
import type { FlowView } from '../../../model/analysis.ts';
import type { System } from '../../../model/entities.ts';
import type { GraphEdge, GraphNode } from '../../../model/graph.ts';
import { waitsBefore } from '../../../model/flow/wait-sums.ts';
import type { Model } from '../../../model/model.ts';
import { durationText, titled } from '../../../model/phrases.ts';
import type { Reference } from '../../../model/values.ts';
import { nameOf, namesOf } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'data-arrives-late',
    group: 'silo',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'journey',
    summary: {
      en: 'A touchpoint needs data that may not have arrived yet.',
      ja: '必要なデータが、まだ届いていない可能性があります。',
    },
    why: {
      en: `Who has just bought the television does not want it recommended, and who has just given their new address does not want to read the old one. Data that arrive overnight are of no use a minute later.

Looked at are the data that a touchpoint uses (\`personalises\` without a \`fallback\`, \`prefilled\`, \`reads\`, \`recognises\`, \`uses\`, \`redeems\`), when its system has them from other systems only (\`shares\`) and a system on the fastest way says how late it is (\`latency\`). It is reported when the customer can be there sooner: the shortest way from where the data were taken down, counted in \`waits\`, \`after\` and \`takes\`. Within a stage, touchpoints follow at once unless a time is written. From one stage to the next, only a written time counts. What arrives within \`realTime\` is never reported.`,
      ja: `買ったばかりのテレビをすすめられたり、変更したばかりの住所が古いままだったりすると、お客様はがっかりします。夜間にまとめて届くデータは、直後のタッチポイントには間に合いません。

タッチポイントで使うデータ(\`fallback\` のない \`personalises\`、\`prefilled\`、\`reads\`、\`recognises\`、\`uses\`、\`redeems\`)のうち、ほかのシステムからの共有(\`shares\`)だけで得るものを調べます。最も早く届く経路のシステムに反映までの遅れ(\`latency\`)が書かれていて、それより早くお客様が到着しうる場合に指摘します。時間は、データを得たところからの最短の経路で、\`waits\`、\`after\`、\`takes\` から数えます。同じステージの中では、時間の記述がなければ続けて進むものとします。ステージをまたぐところでは、書かれた時間だけで判断します。\`realTime\` 以内に届くデータは指摘しません。`,
    },
    remedy: {
      en: 'Bring the data over sooner (`latency`), let the touchpoint come later (`after`), or say what is shown until then (`fallback`).',
      ja: 'データを早く反映させるか(`latency`)、タッチポイントを遅らせるか(`after`)、届くまで何を見せるかを決めます(`fallback`)。',
    },
    sources: [],
    settings: ['realTime'],
  },
  check: (context) => {
    if (![...context.model.systems.values()].some(({ latency }) => latency !== undefined)) return;
    forEachFlow(context, (shared, view) => {
      for (const node of view.graph.nodesWith('system')) {
        if (view.flow.reachable(node)) checkNode(shared, view, node);
      }
    });
  },
};

/** What a system learned elsewhere, and when. */
interface Late {
  readonly datum: string;
  readonly from: GraphNode;
  readonly place: Reference['place'];
  readonly source: System;
  /** In seconds: how late it can be, and how soon the customer can be there. */
  readonly delay: number;
  readonly least: number;
  /** Whose `latency` it is. */
  readonly behind: readonly System[];
}

function checkNode(context: JourneyContext, view: FlowView, node: GraphNode): void {
  const { model } = context;
  const system = model.systems.get(node.touchpoint.system?.key ?? '');
  if (system === undefined) return;
  const found = [...neededAt(node)].flatMap((datum) => lateData(context, view, node, system, datum) ?? []);
  const origins = new Set(found.map(({ from }) => from));
  for (const from of origins) {
    report(
      context,
      node,
      system,
      found.filter((late) => late.from === from),
    );
  }
}

/** What must be there: a personalisation that says what everybody else sees needs nothing. */
function neededAt({ touchpoint }: GraphNode): ReadonlySet<string> {
  const personalises = touchpoint.personalises.filter(({ fallback }) => fallback === undefined);
  return usedAt({ ...touchpoint, personalises });
}

function lateData(
  { model, settings }: JourneyContext,
  { flow }: FlowView,
  node: GraphNode,
  system: System,
  datum: string,
): Late | undefined {
  const origins = flow.known.before(node, datum)?.origins ?? [];
  const late = origins.map((origin): Late | undefined => {
    const source = model.systems.get(origin.system ?? '');
    if (source === undefined || source === system || origin.how === 'carried') return undefined;
    const way = fastestWay(model, source, system, datum);
    const least = leastWait(origin.node, node, timeAlong);
    if (way === undefined || least === undefined) return undefined;
    const { delay, behind } = way;
    if (delay <= settings.realTime || least >= delay) return undefined;
    return { datum, from: origin.node, place: origin.place, source, delay, least, behind };
  });
  // Where one of the ways here brings it in time, nothing is certain enough to be said.
  return late.every((each) => each !== undefined) ? late[0] : undefined;
}

interface Delivery {
  readonly delay: number;
  readonly behind: readonly System[];
}

/** How a datum gets from one system to another soonest: each that receives it adds its own delay. */
function fastestWay(model: Model, source: System, target: System, datum: string): Delivery | undefined {
  const done = new Set<string>();
  const open = new Map<string, Delivery>([[source.key, { delay: 0, behind: [] }]]);
  for (;;) {
    const [next] = [...open].toSorted(([, a], [, b]) => a.delay - b.delay);
    if (next === undefined) return undefined;
    const [key, so] = next;
    if (key === target.key) return so;
    open.delete(key);
    done.add(key);
    for (const { data, targets } of model.systems.get(key)?.shares ?? []) {
      if (!data.some((each) => each.key === datum)) continue;
      for (const { key: to } of targets) {
        const system = model.systems.get(to);
        if (system === undefined || done.has(to)) continue;
        const delay = so.delay + (system.latency?.seconds ?? 0);
        if (delay >= (open.get(to)?.delay ?? Number.POSITIVE_INFINITY)) continue;
        open.set(to, { delay, behind: system.latency === undefined ? so.behind : [...so.behind, system] });
      }
    }
  }
}

/** Seconds from one touchpoint to the next; between stages, where months can lie, all of time unless one is written. */
function timeAlong({ from, to }: GraphEdge): number {
  const { after, wait } = to.touchpoint;
  if (from.stage !== to.stage && after === undefined && wait === undefined) return Number.POSITIVE_INFINITY;
  const waiting = wait?.typical.seconds ?? 0;
  const later = after?.seconds ?? 0;
  const taken = from.touchpoint.takes?.seconds ?? 0;
  return taken + (waitsBefore(to.touchpoint) ? Math.max(waiting, later) : waiting + later);
}

function report(context: JourneyContext, node: GraphNode, system: System, all: readonly Late[]): void {
  const [first] = all;
  const place = all.flatMap(({ datum }) => placeOf(node, datum) ?? [])[0];
  if (first === undefined || place === undefined) return;
  const { model } = context;
  const [at, from, receiver] = [
    titled(node.touchpoint),
    titled(first.from.touchpoint),
    nameOf(model.systems, system.key),
  ];
  const what = namesOf(
    model.data,
    all.map(({ datum }) => datum),
  );
  const delay = durationText(Math.max(...all.map((late) => late.delay)));
  const least = durationText(first.least);
  context.report({
    place,
    message:
      first.least > 0
        ? {
            en: `${at.en} needs ${what.en}, which reaches ${receiver.en} up to ${delay.en} after ${from.en}; the customer can be there after ${least.en}.`,
            ja: `${at.ja}で使う${what.ja}は、${from.ja}のあと${receiver.ja}に届くまで最大${delay.ja}かかりますが、お客様は${least.ja}で到着することがあります。`,
          }
        : {
            en: `${at.en} needs ${what.en}, which reaches ${receiver.en} up to ${delay.en} after ${from.en}; nothing says that so much time lies between them.`,
            ja: `${at.ja}で使う${what.ja}は、${from.ja}のあと${receiver.ja}に届くまで最大${delay.ja}かかります。それだけの時間が空くとは書かれていません。`,
          },
    help: rule.meta.remedy,
    related: [
      { place: first.place, message: { en: 'taken down here', ja: 'ここで記録しています' } },
      ...first.behind.flatMap(({ latency }) =>
        latency?.place === undefined
          ? []
          : [{ place: latency.place, message: { en: 'this late', ja: '反映までの遅れ' } }],
      ),
    ],
    subject: { touchpoint: node.key },
    same: first.from.key,
  });
}

function placeOf({ touchpoint }: GraphNode, datum: string): Reference['place'] | undefined {
  const { personalises, prefilled, reads, recognises, redeems, uses } = touchpoint;
  return [
    ...personalises.flatMap(({ data }) => data),
    ...prefilled,
    ...reads,
    ...recognises,
    ...redeems,
    ...uses.flatMap(({ data }) => data),
  ].find(({ key }) => key === datum)?.place;
}
