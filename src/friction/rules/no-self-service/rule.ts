import type { PersonaView } from '../../../model/analysis.ts';
import type { Channel } from '../../../model/entities.ts';
import type { Fix } from '../../../model/finding.ts';
import type { Flow } from '../../../model/flow/flow.ts';
import type { GraphNode } from '../../../model/graph.ts';
import { groupBy } from '../../../model/group-by.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import { lazyFor } from '../../../model/lazy.ts';
import type { Model } from '../../../model/model.ts';
import { quoted, titled } from '../../../model/phrases.ts';
import { TASKS } from '../../../model/words.ts';
import { channelsOf, choicesAt } from '../../channels.ts';
import { adding } from '../../fixes.ts';
import { nameOf, referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { hitIn } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'no-self-service',
    group: 'empowerment',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'A routine errand can be done only through a person.',
      ja: '定型の用件を、自分で済ませられません。',
    },
    why: {
      en: `For errands that are always the same, most customers would rather help themselves than wait for somebody who does it for them; and staff who type in bookings have no time for those who need a person.

The routine errands are the tasks \`book\`, \`change\`, \`cancel\`, \`pay\`, \`status\`, \`trackOrder\`, \`faq\` and \`invoice\`. For each persona, all touchpoints of a task that they reach are taken together. If at each of them every channel and alternative has a person at the other end (or \`handledBy staff\`), the first one is reported. It is a piece of information where the persona prefers only channels with a person, and nothing where others in the journey can do it alone: then that persona has chosen the person. Nor is anything said where customers come from a touchpoint on the same shop or counter: who pays the waiter needs nobody more for it, and who pays in a shop (a channel of the kind \`store\`) is there for the goods.`,
      ja: `いつも同じ用件なら、多くのお客様は人を待つより自分で済ませたいと考えます。予約を打ち込んでいる担当者には、人の助けが必要なお客様に向き合う時間がありません。

定型の用件とは、\`book\`(予約)・\`change\`(変更)・\`cancel\`(取り消し)・\`pay\`(支払い)・\`status\`・\`trackOrder\`(状況確認)・\`faq\`・\`invoice\`(請求書)です。ペルソナごとに、たどり着ける同じ用件のタッチポイントをまとめて見ます。どこでもチャネルと代替のすべてが人の対応(または \`handledBy staff\`)であれば、最初のものを指摘します。ペルソナが人の対応するチャネルだけを好む場合は情報とし、同じジャーニーのほかの人が自分で済ませられるなら、本人が人を選んだものとみなして何も言いません。同じ店舗や窓口のタッチポイントから続く場合(食事のあとにその席で支払うなど)も、新たに人を介すわけではないため除きます。店舗(種類が \`store\` のチャネル)での支払い(\`pay\`)も、商品のためにその場にいるので除きます。`,
    },
    remedy: {
      en: 'Let customers do it alone as well, on a channel where they need nobody (`alternative on web`).',
      ja: '人を介さず自分でもできるチャネルを加えます(`alternative on web`)。',
    },
    sources: [{ title: 'Dixon, Toman, DeLisi: The Effortless Experience. 2013 (customers choose self-service)' }],
    settings: [],
  },
  check: (context) => {
    for (const view of context.analysis.views) {
      for (const [task, nodes] of routineTasks(view.flow)) checkTask(context, view, task, nodes);
    }
  },
};

/** Where customers do everyday things, by the word for the task. The same for all who go the same ways. */
const routineTasks = lazyFor((flow: Flow): ReadonlyMap<string, readonly GraphNode[]> => {
  const nodes = flow.graph
    .nodesWith('task')
    .filter((node) => routine.has(node.touchpoint.task?.value ?? '') && flow.reachable(node));
  return groupBy(nodes, ({ touchpoint }) => touchpoint.task?.value ?? '');
});

const routine: ReadonlySet<string> = new Set([
  'book',
  'change',
  'cancel',
  'pay',
  'status',
  'trackOrder',
  'faq',
  'invoice',
]);

function checkTask(context: JourneyContext, view: PersonaView, task: string, nodes: readonly GraphNode[]): void {
  const { model, report } = context;
  const [first] = nodes;
  if (first === undefined || !nodes.every((node) => needsPerson(model, node) && !isWithPerson(model, node))) return;
  const { touchpoint } = first;
  const [at, errand] = [titled(touchpoint), quoted(TASKS[task as keyof typeof TASKS])];
  const preferred = channelsOf(model, view.persona?.prefers ?? []);
  const likesPeople = preferred.length > 0 && preferred.every(({ human }) => human);
  if (likesPeople && isPossibleForOthers(context, task)) return;
  report({
    place: touchpoint.task?.place ?? touchpoint.place,
    severity: likesPeople ? 'information' : 'warning',
    message: {
      en: `${errand.en} is possible only through a person, at ${at.en}; the customer cannot do it alone.`,
      ja: `${errand.ja}の手続きは${at.ja}で人を介すしかなく、お客様が自分で済ませられません。`,
    },
    help: rule.meta.remedy,
    related: nodes.slice(1).map((node) => ({
      place: node.touchpoint.task?.place ?? node.touchpoint.place,
      message: { en: 'only through a person here as well', ja: 'ここでも人を介します' },
    })),
    fixes: () => offerAlone(context, view, touchpoint),
    subject: { touchpoint: touchpoint.key },
    personas: hitIn([view]),
    same: task,
  });
}

/** Whether customers stand before a person as it is, who served them just now: paying the waiter costs nobody a contact. */
function isWithPerson(model: Model, { touchpoint, in: arrivals }: GraphNode): boolean {
  if (touchpoint.task?.value === 'pay' && isInShop(model, touchpoint)) return true;
  return (
    arrivals.length > 0 &&
    arrivals.every(({ from }) =>
      channelsOf(model, from.touchpoint.channels).some(
        (channel) => isInPerson(channel) && touchpoint.channels.some(({ key }) => key === channel.key),
      ),
    )
  );
}

/** Where goods lie that are paid for. */
function isInShop(model: Model, { channels }: Touchpoint): boolean {
  return channelsOf(model, channels).some(({ kind }) => kind?.value === 'store');
}

function isInPerson({ kind }: Channel): boolean {
  return kind?.value === 'counter' || kind?.value === 'store';
}

/** Whether others in the journey do the errand alone: then who would rather speak to a person has chosen to. */
function isPossibleForOthers({ model, analysis }: JourneyContext, task: string): boolean {
  return (routineTasks(analysis.whole).get(task) ?? []).some((node) => !needsPerson(model, node));
}

function needsPerson(model: Model, { touchpoint }: GraphNode): boolean {
  if (touchpoint.handledBy !== undefined)
    return touchpoint.handledBy.value === 'staff' && touchpoint.alternatives.length === 0;
  const channels = channelsOf(model, choicesAt(touchpoint));
  return channels.length > 0 && channels.every(({ human, selfService }) => human && !selfService);
}

/** On a channel that the persona prefers, if one of them needs no person; otherwise on the web. */
function offerAlone({ model }: JourneyContext, { persona }: PersonaView, touchpoint: Touchpoint): readonly Fix[] {
  const alone = (persona?.prefers ?? []).find(({ key }) => model.channels.get(key)?.selfService === true)?.key ?? 'web';
  const id = referable(model.channels, alone);
  const name = nameOf(model.channels, alone);
  if (id === undefined || touchpoint.handledBy !== undefined) return [];
  return [
    adding(touchpoint, [`alternative on ${id}`], {
      en: `Let customers do it alone on ${name.en}`,
      ja: `${name.ja}で自分でもできるようにする`,
    }),
  ];
}
