import type { FlowView } from '../../../model/analysis.ts';
import type { Data } from '../../../model/entities.ts';
import type { FactSource } from '../../../model/flow/facts.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import type { Model } from '../../../model/model.ts';
import { titled } from '../../../model/phrases.ts';
import type { Reference } from '../../../model/values.ts';
import { sayOn, severityFor } from '../../certainty.ts';
import { adding } from '../../fixes.ts';
import { namesOf } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { isOnlyByPhone } from '../../staff.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'purpose-not-shown',
    group: 'privacy',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'Personal data are asked before anybody says what for.',
      ja: '何のために集めるのかを示さずに、個人情報を尋ねています。',
    },
    why: {
      en: `People give data when they see what they are for. Privacy laws such as the GDPR (article 13) and Japan's APPI ask for it as well; please check what holds for you.

Looked at are the touchpoints where a personal datum is asked for the first time on some way (\`asks\`; data of the kinds personal, sensitive or identifier, but no number of an order, a case or a machine such as \`orderNo\` or \`serialNumber\`, and nothing that the company has handed out itself). There or before it on all ways something must say what for: \`shows purpose\` or \`policy\`, or a \`consent\` that covers purposes. It is a warning where the jurisdiction is set to \`eu\` or \`jp\`, otherwise a piece of information; and milder when only some ways say it. Touchpoints only on the phone and for existing customers are left out.

It is silent as long as nobody in the journey shows a purpose or policy: then the author has not begun to record it.`,
      ja: `何に使われるのかが分かれば、人は安心して情報を預けられます。日本の個人情報保護法(利用目的の通知・公表)やGDPR(13条)なども求めています。適用される決まりをご確認ください。

経路上で初めて個人情報(種類が personal・sensitive・identifier のデータ。注文番号・受付番号・製造番号のような物や手続きの番号と、会社が渡したものは除く)を尋ねる \`asks\` のあるタッチポイントを調べます。その場か、そこに至るすべての経路で、目的が示されている必要があります。\`shows purpose\`、\`shows policy\`、または目的のある \`consent\` を数えます。法域の設定が \`eu\` か \`jp\` なら警告、それ以外は情報です。一部の経路で示していれば一段軽くします。電話だけのタッチポイントと、既存のお客様向けのタッチポイントは除きます。

ジャーニーのどこにも目的やポリシーが書かれていない間は、記録が始まっていないとみなして何も言いません。`,
    },
    remedy: {
      en: 'Say in a few words what the data are for where they are asked: `shows purpose "…", policy`.',
      ja: '尋ねる場所で、何のための情報かを短く伝えます(`shows purpose "…", policy`)。',
    },
    sources: [
      { title: 'GDPR, article 13', url: 'https://gdpr-info.eu/art-13-gdpr/' },
      { title: '個人情報の保護に関する法律 (Act on the Protection of Personal Information)' },
    ],
    settings: ['jurisdiction'],
  },
  check: (context) => {
    const shown = context.analysis.whole.graph.nodesWith('shows');
    if (!shown.some(({ touchpoint }) => showsPurpose(touchpoint))) return;
    const source = facts(context.model);
    forEachFlow(context, (shared, view) => {
      for (const node of view.graph.nodesWith('asks')) checkNode(shared, view, node, source);
    });
  },
};

const told = 'told';
const asked = 'asked';

function facts(model: Model): FactSource {
  return (mark, graph) => {
    for (const node of graph.nodes) if (tellsPurpose(model, node.touchpoint)) mark.begins(node, told);
    for (const node of graph.nodesWith('asks')) {
      if (personalAt(model, node.touchpoint).length > 0) mark.begins(node, asked);
    }
  };
}

function showsPurpose({ shows }: Touchpoint): boolean {
  return shows.some(({ word, text }) => {
    if (word?.value === 'policy') return text === undefined || aboutData.test(text.text);
    return word?.value === 'purpose';
  });
}

/** Of policies that are quoted, those on personal data: a return policy says nothing about them. */
const aboutData = /privacy|personal|\bdata\b|プライバシー|個人|情報|データ|取扱|取り扱い/i;

function checkNode(context: JourneyContext, view: FlowView, node: GraphNode, source: FactSource): void {
  const { model, settings, report } = context;
  const { touchpoint } = node;
  const asksFor = personalAt(model, touchpoint);
  if (asksFor.length === 0 || !view.flow.reachable(node)) return;
  const data = asksFor.filter(({ key }) => view.flow.known.before(node, key, 'first')?.isAll('given') !== true);
  if (data.length === 0) return;
  const past = view.flow.past(source);
  if (past.before(node, asked, 'first') === 'always') return;
  if (past.after(node, told, 'first') === 'always') return;
  const certainty = past.before(node, told, 'first') === undefined ? 'always' : 'sometimes';
  const strict = settings.jurisdiction === 'eu' || settings.jurisdiction === 'jp';
  const at = titled(touchpoint);
  const what = namesOf(model.data, [...new Set(data.map(({ key }) => key))]);
  report({
    place: data[0]?.place ?? touchpoint.place,
    severity: severityFor(certainty, strict ? 'warning' : 'information'),
    message: sayOn(certainty, {
      en: `${at.en} asks for ${what.en} before anybody says what for.`,
      ja: `${at.ja}は、利用目的を示さないまま${what.ja}を尋ねています。`,
    }),
    help: rule.meta.remedy,
    fixes: () => [
      adding(touchpoint, ['shows purpose, policy'], {
        en: 'Show the purpose and the policy here',
        ja: 'ここで利用目的とポリシーを示す',
      }),
    ],
    subject: { touchpoint: node.key },
  });
}

function personalAt(model: Model, touchpoint: Touchpoint): readonly Reference[] {
  if (touchpoint.existingCustomer !== undefined || isOnlyByPhone(model, touchpoint)) return [];
  return touchpoint.asks
    .flatMap(({ data }) => data)
    .filter(({ key }) => {
      const datum = model.data.get(key);
      return datum !== undefined && (datum.personal || datum.sensitive || (datum.identifier && !isOfThing(datum)));
    });
}

/** Whether it is a number of an order or a machine, which says nothing about the person: everybody sees what it is asked for. */
function isOfThing({ library, id }: Data): boolean {
  return library && id !== 'cookieId';
}

function tellsPurpose(model: Model, touchpoint: Touchpoint): boolean {
  return (
    showsPurpose(touchpoint) ||
    touchpoint.consents.some(({ consent }) =>
      model.consents.get(consent.key)?.covers.some((each) => each.purposes.length > 0),
    )
  );
}
