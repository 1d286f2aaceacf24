import type { FlowView } from '../../../model/analysis.ts';
import type { Fix } from '../../../model/finding.ts';
import type { Certainty, FactSource } from '../../../model/flow/facts.ts';
import type { GraphNode } from '../../../model/graph.ts';
import { titled } from '../../../model/phrases.ts';
import type { StageKind } from '../../../model/words.ts';
import { sayOn, severityFor, wayPlaces } from '../../certainty.ts';
import { adding } from '../../fixes.ts';
import { nameOf, referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'recognised-then-forgotten',
    group: 'identity',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'touchpoint',
    fix: 'unsafe',
    summary: {
      en: 'A known customer is treated as a stranger later on.',
      ja: '既存のお客様が、後の段階で初対面として扱われます。',
    },
    why: {
      en: `Whoever has bought and logged in expects to be known when something has to be repaired or bought again.

Reported is a touchpoint in a stage of use, support, repeat purchase or loyalty that says \`identity anonymous\`, when the customer was logged in or verified at any system on the way there, and nothing there \`recognises\` them. Only a written \`identity\` counts: where nothing is said, nothing is known. Touchpoints that need nobody's name, such as a status page, are better left without the statement.`,
      ja: `購入してログインもしたお客様は、修理や再購入のときにも分かってもらえると期待します。

利用・サポート・再購入・ロイヤルティのステージで \`identity anonymous\` と書かれたタッチポイントのうち、それまでの経路のどこかのシステムでログインまたは本人確認が済んでいて、\`recognises\` もないものを指摘します。\`identity\` が書かれていなければ、何も言いません。障害情報のページのように誰であるかが不要なタッチポイントには、\`identity\` を書かないでおきます。`,
    },
    remedy: {
      en: 'Let the customer be recognised there (`recognises …`, `identity login`).',
      ja: 'そこでもお客様を認識できるようにします(`recognises …`、`identity login`)。',
    },
    sources: [],
    settings: [],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      for (const node of view.graph.nodesWith('identity')) checkTouchpoint(context, view, node);
    });
  },
};

const later: ReadonlySet<StageKind> = new Set(['use', 'support', 'repeat', 'loyalty']);

const recognised = 'recognised';
const recognition: FactSource = (mark, graph) => {
  for (const node of graph.nodesWith('identity')) {
    const level = node.touchpoint.identity?.value;
    if (level === 'login' || level === 'verified') mark.begins(node, recognised);
  }
};

function checkTouchpoint(context: JourneyContext, view: FlowView, node: GraphNode): void {
  const { touchpoint, stage } = node;
  const { identity } = touchpoint;
  if (identity?.value !== 'anonymous' || touchpoint.recognises.length > 0) return;
  if (stage.kind === undefined || !later.has(stage.kind.value)) return;
  const past = view.flow.past(recognition);
  const certainty: Certainty | undefined = past.before(node, recognised, 'first');
  if (certainty === undefined) return;
  const [origin] = past.origins(node, recognised, 'first');
  if (origin === undefined) return;
  const witness = certainty === 'sometimes' ? past.witness(node, recognised, 'first') : undefined;
  const [at, where] = [titled(touchpoint), titled(origin.node.touchpoint)];
  context.report({
    place: identity.place,
    severity: severityFor(certainty, 'information'),
    message: sayOn(certainty, {
      en: `${at.en} treats the customer as a stranger, although they were known at ${where.en}.`,
      ja: `${where.ja}では誰か分かっていたお客様が、${at.ja}では初対面として扱われます。`,
    }),
    help: rule.meta.remedy,
    related: [
      {
        place: origin.node.touchpoint.identity?.place ?? origin.node.touchpoint.place,
        message: { en: 'known here', ja: 'ここでは認識しています' },
      },
      ...(witness === undefined ? [] : wayPlaces(witness)),
    ],
    fixes: () => fixesFor(context, view, node),
    subject: { touchpoint: node.key },
    same: origin.node.key,
  });
}

/** By something that tells customers apart and that they have on the way. */
function fixesFor({ model }: JourneyContext, { flow }: FlowView, node: GraphNode): readonly Fix[] {
  const known = flow.known.allBefore(node, 'first');
  const datum = [...model.data.values()].find(({ key, identifier }) => identifier && known.has(key));
  const id = datum === undefined ? undefined : referable(model.data, datum.key);
  if (datum === undefined || id === undefined) return [];
  const name = nameOf(model.data, datum.key);
  return [
    adding(node.touchpoint, [`recognises ${id}`], {
      en: `Recognise the customer by ${name.en}`,
      ja: `${name.ja}でお客様を認識する`,
    }),
  ];
}
