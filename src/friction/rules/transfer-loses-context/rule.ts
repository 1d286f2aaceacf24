import type { FlowView } from '../../../model/analysis.ts';
import type { Fix } from '../../../model/finding.ts';
import type { GraphEdge } from '../../../model/graph.ts';
import { titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { sayOn, severityFor } from '../../certainty.ts';
import { adding } from '../../fixes.ts';
import { nameOf, namesOf, referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { isStory } from '../../told.ts';
import { lossOf, passesOn } from '../../transfers.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'transfer-loses-context',
    group: 'identity',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'touchpoint',
    fix: 'unsafe',
    summary: {
      en: 'After a transfer the next person does not have what the customer has already told.',
      ja: '転送した先に、お客様が話した内容が伝わっていません。',
    },
    why: {
      en: `Being passed on is bearable; telling the whole story again is not. In the survey of Dixon and others more than half of the customers had to explain their issue again.

Looked at are ways marked \`transfer\`, and ways on which a bot or voice menu passes the customer to a person on the phone or in a chat: by a written arrow, after a failure, or within one stage. Reported is what the customer has told on the way, when the system before the transfer knows it and the system after it does not: nothing shares it, and neither the way nor a handover carries it. If nobody names a system after the transfer, or on both sides, it counts as lost only when it is asked once more there; so it does where the customer meets neither a person nor a bot. Where it is lost on some paths only, this is a piece of information.

Only what the customer wants counts: an issue, a symptom, a wish, a date. Who they are (name, numbers, address) is the matter of \`handover-loses-identity\` and \`asks-again\`. What the second touchpoint \`reads\` or has \`prefilled\` is not lost.`,
      ja: `転送されること自体は我慢できても、最初から説明し直すのはつらいものです。Dixonらの調査では、半数を超えるお客様が事情を説明し直していました。

\`transfer\` と書かれた経路と、ボットや自動音声から電話・チャットの担当者に移る経路(矢印、失敗時、または同じステージ内)を調べます。お客様が話した内容を転送前のシステムは知っているのに、転送先のシステムは知らず、共有(\`shares\`)も引き継ぎ(\`carries\`)もない場合に指摘します。転送先のシステムが書かれていないとき、またはどちらにも書かれていないときは、転送先で同じことを尋ねている場合に限ります。転送先が人でもボットでもない場合も同じです。一部の経路だけで失われるなら情報です。

対象は相談内容・症状・要望・日時など、お客様の用件だけです。氏名や番号、住所などは \`handover-loses-identity\` と \`asks-again\` が扱います。転送先で見えている(\`reads\`)、入力済み(\`prefilled\`)のものは数えません。`,
    },
    remedy: {
      en: 'Pass the story on with the customer (`-> … transfer carries issue, history`), or let the next system see it (`shares`, `reads`).',
      ja: '用件と経緯を転送と一緒に渡す(`-> … transfer carries issue, history`)か、転送先のシステムから見えるようにします(`shares`、`reads`)。',
    },
    sources: [{ title: 'Dixon, Freeman, Toman: Stop Trying to Delight Your Customers. Harvard Business Review, 2010' }],
    settings: [],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      for (const edge of view.graph.edges) {
        if (passesOn(context.model, edge) && view.flow.reachable(edge.from)) checkEdge(context, view, edge);
      }
    });
  },
};

function checkEdge(context: JourneyContext, view: FlowView, edge: GraphEdge): void {
  const { model, report } = context;
  const lost = [...model.data.values()].flatMap((datum) =>
    isStory(datum) ? (lossOf(context.model, view, edge, datum.key) ?? []) : [],
  );
  if (lost.length === 0) return;
  const certainty = lost.some((each) => each.certainty === 'always') ? 'always' : 'sometimes';
  const said = lost.filter((each) => each.certainty === certainty);
  const keys = said.map(({ datum }) => datum);
  const names = namesOf(model.data, keys);
  const [before, after] = [titled(edge.from.touchpoint), titled(edge.to.touchpoint)];
  const [path] = edge.paths;
  const it = keys.length === 1 ? 'it' : 'them';
  report({
    place: path.kind === 'next' ? edge.to.touchpoint.place : path.place,
    severity: severityFor(certainty, 'warning'),
    message: sayOn(certainty, {
      en: `the customer is passed on from ${before.en} to ${after.en} without ${names.en}, and has to explain ${it} again.`,
      ja: `${before.ja}から${after.ja}へ移るとき${names.ja}が引き継がれず、お客様はもう一度説明することになります。`,
    }),
    help: rule.meta.remedy,
    related: said.map(({ datum, origin }) => {
      const name = nameOf(model.data, datum);
      return { place: origin.place, message: { en: `${name.en}: told here`, ja: `${name.ja}: ここで伝えています` } };
    }),
    fixes: () => fixesFor(context, edge, keys),
    subject: { touchpoint: edge.from.key, next: edge.to.key },
    same: edge.to.key,
  });
}

function fixesFor({ model }: JourneyContext, edge: GraphEdge, keys: readonly string[]): readonly Fix[] {
  const ids = keys.map((key) => referable(model.data, key));
  const [path, ...more] = edge.paths;
  if (ids.includes(undefined) || more.length > 0) return [];
  if (path.kind !== 'arrow') return [];
  const carried = path.carries.at(-1);
  const names = namesOf(model.data, keys);
  const asked = new Set(edge.to.touchpoint.asks.flatMap(({ data }) => data.map(({ key }) => key)));
  const again = keys.filter((key) => asked.has(key)).flatMap((key) => referable(model.data, key) ?? []);
  const carry: Text = { en: `Carry ${names.en} along with the transfer`, ja: `${names.ja}を転送と一緒に引き継ぐ` };
  const title =
    again.length === 0
      ? carry
      : { en: `${carry.en}, and do not ask again`, ja: `${names.ja}を転送と一緒に引き継ぎ、尋ね直さない` };
  return [
    {
      title,
      safe: false,
      edits: [
        carried === undefined
          ? { kind: 'append', place: path.place, text: ` carries ${ids.join(', ')}` }
          : { kind: 'append', place: carried.place, text: `, ${ids.join(', ')}` },
        ...(again.length === 0 ? [] : adding(edge.to.touchpoint, [`prefilled ${again.join(', ')}`], title).edits),
      ],
    },
  ];
}
