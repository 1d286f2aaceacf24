import { placeAsWritten } from '../../../model/measured/as-written.ts';
import { atLeast, type Count } from '../../../model/measured/count.ts';
import type { MeasuredTouchpoint } from '../../../model/measured/measured.ts';
import { quoted, titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { measureAgain, partText } from '../../measurements.ts';
import type { JourneyContext, Rule } from '../../rule.ts';

/** From this share of the customers on, a deviation is no exception. */
const OFTEN = 0.1;

export const rule: Rule = {
  meta: {
    id: 'measured-deviation',
    group: 'measurement',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'touchpoint',
    reads: 'measurement',

    summary: {
      en: 'Customers often went otherwise than is written: touchpoints are missing, elsewhere, failed or not written.',
      ja: '書かれたとおりに進まないことが多くあります(抜け・順序の違い・失敗・想定外)。',
    },
    why: {
      en: `Planned and actual journeys differ in four ways: touchpoints that are not planned, that are missing, that come in another order, and that fail. Where one customer in ten meets one of these, the map shows another journey.

What \`journey conform --save\` found is said from one in ten of the cases on; for failures, of those who had the touchpoint. Failures are a warning, because customers notice them, the others a piece of information about the map. Where what comes before and after the touchpoint has changed since, it is said and is a piece of information.`,
      ja: `想定と実際のジャーニーの違いは4種類あります。想定外のタッチポイント、抜け、順序の違い、失敗です。10人に1人以上がそうなら、マップは別のジャーニーを描いています。

\`journey conform --save\` の結果を、全ケースの10分の1以上(失敗は、そのタッチポイントを通ったケースの10分の1以上)のときに指摘します。失敗はお客様が体験するため警告、ほかは情報です。測った後に前後のタッチポイントが変わっていれば、そのことを示し、情報にとどめます。`,
    },
    remedy: {
      en: 'Ask customers and staff what happens there. Then change the service, or write what really happens: mark as optional, move, or add the touchpoint.',
      ja: 'お客様や担当者に実情を聞き、サービスを直すか、実際のとおりに書き直します(optional にする、移す、加える)。',
    },
    sources: [
      {
        title: 'Halvorsrud, Kvale, Følstad: Improving service quality through customer journey analysis, 2016',
        url: 'https://doi.org/10.1108/JSTP-05-2015-0111',
      },
    ],
    settings: [],
  },
  check: (context) => {
    for (const touchpoint of context.measured?.touchpoints ?? []) checkTouchpoint(touchpoint, context);
    checkExtra(context);
  },
};

const KINDS = ['missing', 'sequence', 'failed'] as const;
type Kind = (typeof KINDS)[number];

function checkTouchpoint(found: MeasuredTouchpoint, { measured, analysis, report }: JourneyContext): void {
  const node = analysis.whole.graph.node(found.touchpoint);
  if (node === undefined || measured === undefined) return;
  const isOutdated = placeAsWritten(node) !== found.place;
  const note = isOutdated
    ? {
        en: ' What comes before or after it has changed since this was measured.',
        ja: '測った後に、前後のタッチポイントが変わっています。',
      }
    : { en: '', ja: '' };
  for (const kind of KINDS) {
    const count = found.deviations[kind] ?? 0;
    const whole = kind === 'failed' ? atLeast(found.cases) : measured.cases;
    if (!isOften(count, whole)) continue;
    // What may be left out is missing nowhere.
    if (kind === 'missing' && node.touchpoint.optional !== undefined) continue;
    const said = sentence(kind, titled(node.touchpoint), partText(count, whole));
    report({
      place: node.touchpoint.place,
      subject: { touchpoint: node.key },
      same: kind,
      severity: kind === 'failed' && !isOutdated ? 'warning' : 'information',
      message: { en: `${said.en}.${note.en}`, ja: `${said.ja}。${note.ja}` },
      help: isOutdated ? measureAgain : rule.meta.remedy,
    });
  }
}

function checkExtra({ measured, analysis, journey, report }: JourneyContext): void {
  for (const { event, after, cases } of measured?.extra ?? []) {
    if (measured === undefined || !isOften(cases, measured.cases)) continue;
    const node = after === undefined ? undefined : analysis.whole.graph.node(after);
    if (after !== undefined && node === undefined) continue;
    // Somebody may have written it down meanwhile.
    const isWritten = analysis.whole.graph.nodes.some(({ touchpoint }) =>
      touchpoint.events.some(({ text }) => text === event),
    );
    if (isWritten) continue;
    const [what, part] = [quoted(event), partText(cases, measured.cases)];
    const where = node === undefined ? { en: 'at the beginning', ja: '最初' } : titled(node.touchpoint);
    report({
      place: node?.touchpoint.place ?? journey.place,
      subject: node === undefined ? {} : { touchpoint: node.key },
      same: `extra ${event}`,
      severity: 'information',
      message: {
        en: `${what.en} happened ${node === undefined ? where.en : `after ${where.en}`} in ${part.en} cases and is written nowhere.`,
        ja: `${part.ja}で、${where.ja}${node === undefined ? 'に' : 'の後に'}、どこにも書かれていない${what.ja}が起きています。`,
      },
      help: rule.meta.remedy,
    });
  }
}

function isOften(count: Count, whole: number): boolean {
  return whole > 0 && count !== 0 && atLeast(count) / whole >= OFTEN;
}

function sentence(kind: Kind, name: Text, part: Text): Text {
  switch (kind) {
    case 'missing':
      return { en: `${name.en} did not happen in ${part.en} cases`, ja: `${part.ja}で、${name.ja}がありませんでした` };
    case 'sequence':
      return {
        en: `${name.en} happened at another place than written in ${part.en} cases`,
        ja: `${part.ja}で、${name.ja}が書かれた順序と違うところで起きました`,
      };
    default:
      return {
        en: `${name.en} failed or had to be done again in ${part.en} cases`,
        ja: `${part.ja}で、${name.ja}が失敗したか、やり直しになりました`,
      };
  }
}
