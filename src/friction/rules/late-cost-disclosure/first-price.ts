import type { FlowView } from '../../../model/analysis.ts';
import type { FactSource } from '../../../model/flow/facts.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { ShownItem, Touchpoint } from '../../../model/journey.ts';
import type { Model } from '../../../model/model.ts';
import { quoted, titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { SHOWN_WORDS } from '../../../model/words.ts';
import { channelsOf } from '../../channels.ts';
import { commitmentOf } from '../../commitments.ts';
import { costsShownAt, isPrice } from '../../costs.ts';
import { adding } from '../../fixes.ts';
import type { JourneyContext } from '../../rule.ts';
import { committed, commitments } from './commitments.ts';

/** The first price of all is shown only after the customer has agreed to pay. */
export function checkFirstPrice({ model, report }: JourneyContext, view: FlowView, help: Text): void {
  const { flow, graph } = view;
  const payments = graph.nodesWith('commits').filter(({ touchpoint }) => isPayment(model, touchpoint));
  if (payments.length === 0) return;
  const agreed: FactSource = (mark) => {
    for (const node of payments) mark.begins(node, payment);
  };
  const known = pricesIn(model);
  for (const node of graph.nodesWith('shows')) {
    const item = priceAt(node.touchpoint);
    if (item === undefined || isReceipt(model, node.touchpoint)) continue;
    if (flow.past(agreed).before(node, payment, 'first') !== 'always') continue;
    if (flow.past(known).before(node, price, 'first') !== undefined) continue;
    if (flow.future(commitments).fromHere(node, committed) === 'always') continue;
    const [origin] = flow.past(agreed).origins(node, payment, 'first');
    if (origin === undefined) continue;
    const { touchpoint } = origin.node;
    const [at, decided] = [titled(node.touchpoint), titled(touchpoint)];
    report({
      place: item.place,
      severity: 'warning',
      message: {
        en: `The customer has agreed to pay at ${decided.en}, and the first price is shown only at ${at.en}.`,
        ja: `お客様は${decided.ja}で支払いを約束していますが、金額は${at.ja}で初めて示されます。`,
      },
      help,
      related: [
        {
          place: touchpoint.commits.find(({ value }) => commitmentOf(value) === 'payment')?.place ?? touchpoint.place,
          message: { en: 'the customer commits here', ja: 'お客様はここで決めます' },
        },
      ],
      fixes: () => [
        adding(touchpoint, ['shows price'], {
          en: `Show ${quoted(SHOWN_WORDS.price).en} at ${decided.en}`,
          ja: `${quoted(SHOWN_WORDS.price).ja}を${decided.ja}で示す`,
        }),
      ],
      subject: { touchpoint: node.key },
      same: 'first price',
    });
  }
}

const payment = 'payment';
const price = 'price';

/** Where the customer agrees to pay. What lies in a shop has its price on it. */
function isPayment(model: Model, { commits, channels }: Touchpoint): boolean {
  if (channelsOf(model, channels).some(({ kind }) => kind?.value === 'store')) return false;
  return commits.some(({ value }) => commitmentOf(value) === 'payment');
}

/** Where the customer can have learned of any price, in whatever words. */
function pricesIn(model: Model): FactSource {
  return (mark, graph) => {
    for (const node of graph.nodes) if (tellsPrice(model, node)) mark.begins(node, price);
  };
}

function tellsPrice(model: Model, { touchpoint }: GraphNode): boolean {
  const { shows, gives, task, sees, explains, frontstage, told, tells } = touchpoint;
  if (priceAt(touchpoint) !== undefined || costsShownAt(model, touchpoint).length > 0) return true;
  if (shows.some(({ value }) => value?.kind === 'money') || task?.value === 'quote') return true;
  if (gives.some(({ key }) => papers.test(model.data.get(key)?.id ?? ''))) return true;
  return [...sees, ...explains, ...frontstage, told, ...tells.map(({ text }) => text)].some(
    (prose) => prose !== undefined && amounts.test(prose.text),
  );
}

const papers = /quot|estimate|offer|invoice|contract|見積|請求|契約/i;

const amounts =
  /\d\s*(円|万円|yen|eur|usd|gbp|dollars?|euros?|pounds?|[€£$¥])|[€£$¥]\s*\d|\b(eur|usd|gbp)\s*\d|料金|価格|費用|金額|price|cost|fee/i;

function priceAt({ shows }: Touchpoint): ShownItem | undefined {
  return shows.find(isPrice);
}

/** What was paid is said once more there. */
function isReceipt(model: Model, { gives, confirms }: Touchpoint): boolean {
  return confirms.length > 0 || gives.some(({ key }) => /receipt|領収/i.test(model.data.get(key)?.id ?? ''));
}
