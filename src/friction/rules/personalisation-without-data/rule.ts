import type { FlowView } from '../../../model/analysis.ts';
import type { Fix } from '../../../model/finding.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Personalisation } from '../../../model/journey.ts';
import { titled } from '../../../model/phrases.ts';
import type { Reference } from '../../../model/values.ts';
import { insertable } from '../../fixes.ts';
import { nameOf, namesOf, referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'personalisation-without-data',
    group: 'personalisation',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'A touchpoint personalises with data that nobody there can know.',
      ja: 'パーソナライズに必要なデータが、まだありません。',
    },
    why: {
      en: `Recommendations need data first. Without them everybody gets the same, or something wrong, which is worse.

For each datum of \`personalises with\`, the system of the touchpoint must know it on some way here: because it was asked, given, read or passed on before (\`shares\`, \`carries\`), or because the touchpoint's system, or one that shares it with that system, \`holds\` it and nothing else is said of where it comes from. If it knows it on no way, this is a warning, with a \`fallback\` a piece of information. A customer who is stated to be \`anonymous\` there cannot be personalised with personal data either (a warning). Where it knows it on some ways only, \`no-cold-start-fallback\` speaks.`,
      ja: `おすすめには、まずデータが必要です。なければ全員に同じもの、あるいは的外れなものが出ます。

\`personalises with\` の情報ごとに、そのタッチポイントのシステムが、いずれかの経路で知っているかを調べます。事前に尋ねた、渡した、参照した、引き渡された(\`shares\`・\`carries\`)場合、または、そのシステムか、そこへ共有するシステムが \`holds\` としていて出どころがほかに書かれていない場合は、知っているとみなします。どの経路でも知らなければ警告、\`fallback\` があれば情報です。匿名(\`identity anonymous\`)と書かれた場面で個人の情報を使うことも警告です。一部の経路でだけ知っている場合は \`no-cold-start-fallback\` が扱います。`,
    },
    remedy: {
      en: 'Bring the data to the system (`shares … -> …`), collect them before, or use others.',
      ja: 'データをシステムに渡すか(`shares … -> …`)、先に集めるか、別のデータを使います。',
    },
    sources: [],
    settings: [],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      for (const node of view.graph.nodesWith('personalises')) {
        if (!view.flow.reachable(node)) continue;
        for (const personalisation of node.touchpoint.personalises) check(context, view, node, personalisation);
      }
    });
  },
};

function check(context: JourneyContext, view: FlowView, node: GraphNode, personalisation: Personalisation): void {
  const { model } = context;
  const { touchpoint } = node;
  if (touchpoint.identity?.value === 'anonymous') {
    const personal = personalisation.data.filter(({ key }) => model.data.get(key)?.personal === true);
    if (personal.length > 0) reportAnonymous(context, node, personal);
    return;
  }
  const unknown = personalisation.data.filter(({ key }) => !isKnown(context, view, node, key));
  if (unknown.length > 0) reportUnknown(context, view, node, personalisation, unknown);
}

function isKnown({ model }: JourneyContext, { flow }: FlowView, node: GraphNode, key: string): boolean {
  const system = node.touchpoint.system?.key;
  if (system === undefined) return flow.known.before(node, key) !== undefined || isHeldSomewhere(model, key);
  if (flow.known.knows(node, key, system) !== undefined) return true;
  const holders = [...model.systems.values()].filter(({ holds, masters }) =>
    [...holds, ...masters].some((held) => held.key === key),
  );
  const isHeld = holders.some(
    (holder) => holder.key === system || flow.known.sharedWith(holder.key, key).includes(system),
  );
  return isHeld && flow.known.before(node, key) === undefined;
}

function isHeldSomewhere({ systems }: JourneyContext['model'], key: string): boolean {
  return [...systems.values()].some(({ holds }) => holds.some((held) => held.key === key));
}

function reportUnknown(
  context: JourneyContext,
  view: FlowView,
  node: GraphNode,
  { fallback }: Personalisation,
  unknown: readonly Reference[],
): void {
  const { model } = context;
  const { touchpoint } = node;
  const [first] = unknown;
  if (first === undefined) return;
  const [at, what] = [
    titled(touchpoint),
    namesOf(
      model.data,
      unknown.map(({ key }) => key),
    ),
  ];
  const system = touchpoint.system === undefined ? undefined : nameOf(model.systems, touchpoint.system.key);
  const elsewhere = unknown.find(({ key }) => view.flow.known.before(node, key) !== undefined);
  const reason =
    elsewhere === undefined
      ? { en: 'nobody has learned it by then', ja: 'その時点では誰も知りません' }
      : { en: 'it is known elsewhere but not passed on', ja: 'ほかでは分かっていますが、渡っていません' };
  context.report({
    place: first.place,
    severity: fallback === undefined ? 'warning' : 'information',
    message: {
      en: `${at.en} personalises with ${what.en}, which ${system?.en ?? 'the company'} cannot know there: ${reason.en}.`,
      ja: `${at.ja}は${what.ja}でパーソナライズしますが、${system?.ja ?? '会社'}はそれを知りません(${reason.ja})。`,
    },
    help: rule.meta.remedy,
    fixes: () => shareFrom(context, view, node, unknown),
    subject: { touchpoint: node.key },
    same: unknown.map(({ key }) => key).join(' '),
  });
}

function reportAnonymous(context: JourneyContext, node: GraphNode, personal: readonly Reference[]): void {
  const [first] = personal;
  if (first === undefined) return;
  const at = titled(node.touchpoint);
  const what = namesOf(
    context.model.data,
    personal.map(({ key }) => key),
  );
  context.report({
    place: first.place,
    message: {
      en: `${at.en} personalises with ${what.en}, although the customer is anonymous there.`,
      ja: `${at.ja}ではお客様が匿名なのに、${what.ja}でパーソナライズしようとしています。`,
    },
    help: {
      en: 'Recognise the customer first (`identity`), or use data that belong to the visit and not to the person.',
      ja: '先にお客様を認識するか(`identity`)、個人ではなくその訪問に関する情報を使います。',
    },
    related: [
      {
        place: node.touchpoint.identity?.place ?? node.touchpoint.place,
        message: { en: 'anonymous here', ja: 'ここでは匿名です' },
      },
    ],
    subject: { touchpoint: node.key },
    same: 'anonymous',
  });
}

/** Where exactly one system knows all that is missing, it can pass it on. */
function shareFrom(
  { model }: JourneyContext,
  { flow }: FlowView,
  node: GraphNode,
  unknown: readonly Reference[],
): readonly Fix[] {
  const own = node.touchpoint.system === undefined ? undefined : referable(model.systems, node.touchpoint.system.key);
  const [first] = unknown;
  const holder =
    first === undefined ? undefined : flow.known.before(node, first.key)?.holders.find(({ system }) => system);
  const system = holder?.system === undefined ? undefined : model.systems.get(holder.system);
  const ids = unknown.map(({ key }) => referable(model.data, key));
  if (own === undefined || system === undefined || system.library || ids.includes(undefined)) return [];
  if (!unknown.every(({ key }) => flow.known.knows(node, key, system.key) !== undefined)) return [];
  const name = titled(system);
  return [
    {
      title: { en: `Let ${name.en} pass it on`, ja: `${name.ja}から渡す` },
      safe: false,
      edits: [{ kind: 'addStatements', to: insertable(system), statements: [`shares ${ids.join(', ')} -> ${own}`] }],
    },
  ];
}
