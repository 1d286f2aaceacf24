import type { FlowView } from '../../../model/analysis.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Model } from '../../../model/model.ts';
import { durationText, titled } from '../../../model/phrases.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { originOf } from '../../settings.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'notification-overload',
    group: 'redundancy',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'journey',
    summary: {
      en: 'Many messages of the company, and the customer does nothing in between.',
      ja: 'お客様の反応がないまま、企業からの連絡が続きます。',
    },
    why: {
      en: `Whoever gets message after message stops reading them, the important ones included, and turns them off.

Looked at is the way that most customers take: messages that the company sends (by e-mail, text, push, messaging, post or phone) before the customer does something again. When the time between them is written (\`after\`, \`waits\`), more than 3 within seven days are too many; when it is not, more than 4 in a row. Messages of \`kind transactional\` count half, because they are about what the customer wants.`,
      ja: `連絡が続くと読まれなくなり、大切な知らせまで見落とされ、通知を切られてしまいます。

多くのお客様がたどる経路で、お客様が次に何かするまでに届く企業からの連絡(メール、SMS、プッシュ通知、メッセージ、郵便、電話)を数えます。間隔(\`after\`、\`waits\`)が書かれていれば7日間に3件を超えたら、書かれていなければ続けて4件を超えたら、多すぎるとみなします。\`kind transactional\` の連絡は、お客様の用件に関わるものなので半分に数えます。`,
    },
    remedy: {
      en: 'Put messages together, drop those that only help the company, and let customers choose how often.',
      ja: '連絡をまとめ、企業の都合だけのものをやめ、頻度をお客様が選べるようにします。',
    },
    sources: [],
    settings: ['messagesAWeek', 'messagesInARow'],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      for (const row of rowsOf(context.model, view)) checkRow(context, row);
    });
  },
};

interface Message {
  readonly node: GraphNode;
  /** Seconds since the first message of the row; missing when the time since the one before is not written. */
  readonly at: number | undefined;
  readonly weight: number;
}

const week = 7 * 86_400;
const kinds: ReadonlySet<string> = new Set(['email', 'sms', 'push', 'messaging', 'post', 'phone', 'ivr']);

/** The messages between two things that the customer does. */
function rowsOf(model: Model, { flow }: FlowView): readonly (readonly Message[])[] {
  const rows: Message[][] = [];
  let row: Message[] = [];
  let clock: number | undefined = 0;
  for (const node of flow.mainPath.nodes) {
    const { initiator, after, wait, kind } = node.touchpoint;
    if (initiator?.value !== 'company') {
      if (row.length > 0) rows.push(row);
      [row, clock] = [[], 0];
    } else {
      const known = after !== undefined || wait !== undefined;
      if (row.length > 0 && clock !== undefined) {
        clock = known ? clock + (after?.seconds ?? 0) + (wait?.typical.seconds ?? 0) : undefined;
      }
      if (isMessage(model, node)) row.push({ node, at: clock, weight: kind?.value === 'transactional' ? 0.5 : 1 });
    }
  }
  return row.length > 0 ? [...rows, row] : rows;
}

function isMessage(model: Model, { touchpoint }: GraphNode): boolean {
  return touchpoint.channels.some(({ key }) => kinds.has(model.channels.get(key)?.kind?.value ?? ''));
}

function checkRow(context: JourneyContext, row: readonly Message[]): void {
  const { messagesAWeek, messagesInARow } = context.settings;
  if (weightOf(row) <= Math.min(messagesAWeek, messagesInARow)) return;
  if (row.some(({ at }) => at === undefined)) {
    if (weightOf(row) > messagesInARow) reportRow(context, row, 'messagesInARow');
    return;
  }
  const windows = row.map((first, index) => row.slice(index).filter(({ at }) => (at ?? 0) - (first.at ?? 0) <= week));
  const worst = windows.toSorted((a, b) => weightOf(b) - weightOf(a))[0] ?? [];
  if (weightOf(worst) > messagesAWeek) reportRow(context, worst, 'messagesAWeek');
}

function weightOf(messages: readonly Message[]): number {
  return messages.reduce((sum, { weight }) => sum + weight, 0);
}

function reportRow(
  { settings, report }: JourneyContext,
  messages: readonly Message[],
  limit: 'messagesAWeek' | 'messagesInARow',
): void {
  const [first, ...rest] = messages;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return;
  const [from, to] = [titled(first.node.touchpoint), titled(last.node.touchpoint)];
  const span = durationText((last.at ?? 0) - (first.at ?? 0));
  const within =
    limit === 'messagesAWeek' ? { en: ` within ${span.en}`, ja: `${span.ja}のうちに` } : { en: '', ja: '' };
  const most =
    limit === 'messagesAWeek'
      ? { en: `${settings[limit]} in 7 days`, ja: `7日間に${settings[limit]}件` }
      : { en: `${settings[limit]} in a row`, ja: `続けて${settings[limit]}件` };
  const origin = originOf(limit, settings);
  report({
    place: first.node.touchpoint.place,
    message: {
      en: `From ${from.en} to ${to.en}, ${messages.length} messages${within.en} reach a customer who does nothing in between (limit: ${most.en}; ${origin.en}).`,
      ja: `${from.ja}から${to.ja}まで、お客様の反応がないまま${within.ja}${messages.length}件の連絡が届きます(基準は${most.ja}、${origin.ja})。`,
    },
    help: rule.meta.remedy,
    related: rest.map(({ node: { touchpoint } }) => ({
      place: touchpoint.place,
      message: { en: 'and another message', ja: 'さらに届く連絡' },
    })),
    subject: { touchpoint: first.node.key },
  });
}
