import { analysisOf } from '../../../model/analysis.ts';
import type { Fix, RelatedPlace } from '../../../model/finding.ts';
import { ownJourneys } from '../../../model/model.ts';
import type { Model } from '../../../model/model.ts';
import { titled } from '../../../model/phrases.ts';
import { adding, insertable } from '../../fixes.ts';
import { nameOf, namesOf, referable } from '../../names.ts';
import type { JourneyContext, ModelContext, Rule } from '../../rule.ts';
import { type Fragments, fragmentsOf } from './islands.ts';
import { lackingIn, type Need, needsOf } from './needs.ts';
import { hitIn } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'data-island',
    group: 'silo',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'Data about the customer stay in one system while another one needs them.',
      ja: 'お客様のデータが一つのシステムに閉じていて、必要なところへ届きません。',
    },
    why: {
      en: `To the customer it is one company. When the data lie on islands, they see it: they are asked again, get advice that does not fit, and a change of address reaches only half of the letters.

Reported is a system that personalises with data that only other systems hold, when there is no way from one to the other by \`shares\`; a system that learns them in the journey (\`asks\`) only later does not have them yet. This is a warning, and all that a system lacks is one finding. When a system asks the customer for what another one has learned on the way, \`asks-again\` says so and names the two systems, so it is not said here as well. What a system \`reads\` it evidently gets.

Among the systems of a file, a datum about the customer that two or more of them hold, without a share in either direction between them, is a piece of information, unless it is only a number that the company gives out, such as an order number, which does not change; if two of them say that they \`masters\` it, a warning. It is not said again where a journey of the file already shows who lacks it.`,
      ja: `お客様にとって相手は一つの会社です。データが離れ小島になっていると、同じことを聞かれる、的外れな提案が届く、住所の変更が半分の郵便物にしか反映されない、といった形でお客様に表れます。

別のシステムだけが持つ情報でパーソナライズしようとしていて、\`shares\` でつながっていない場合に警告します。そのジャーニーでもっと後に尋ねて(\`asks\`)初めて知るシステムは、まだ持っていないものとみなします。一つのシステムに足りないものは、まとめて一件とします。経路の途中で別のシステムが得た情報をお客様に尋ねている場合は、\`asks-again\` が両方のシステムの名前を挙げて指摘するので、ここでは繰り返しません。\`reads\` で見えているものは届いているとみなします。

ファイル内のシステムについては、お客様に関する同じ情報を二つ以上が別々に持ち(\`holds\`)、どちら向きの共有もない場合を情報とします(注文番号のように会社が発行し、変わることのない番号は除きます)。そのうち二つが原本(\`masters\`)だと言うなら警告です。同じファイルのジャーニーですでに不足を示したものは、繰り返しません。`,
    },
    remedy: {
      en: 'Share the data between the systems (`shares … -> …`), or keep them in one place that all of them read, such as a customer data platform.',
      ja: 'システム間で共有する(`shares … -> …`)か、CDPなど一か所で持ち、どのシステムからも見えるようにします。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    for (const [system, needs] of needsOf(context.analysis)) reportNeeds(context, system, needs);
  },
  checkModel: (context) => {
    const { model } = context;
    const fragments = fragmentsOf(model);
    if (fragments.length === 0) return;
    const shown = ownJourneys(model).map((journey) => lackingIn(analysisOf(model, journey)));
    for (const each of fragments) if (!shown.some((data) => data.has(each.datum))) reportFragments(context, each);
  },
};

function reportNeeds({ model, analysis, report }: JourneyContext, system: string, needs: readonly Need[]): void {
  const first = needs.toSorted((a, b) => a.node.index - b.node.index)[0];
  if (first === undefined) return;
  const data = [...new Set(needs.map(({ datum }) => datum))];
  const sources = [...new Set(needs.flatMap((need) => need.sources.slice(0, 1)))];
  const [names, target, owners] = [
    namesOf(model.data, data),
    nameOf(model.systems, system),
    namesOf(model.systems, sources),
  ];
  const have = sources.length === 1 ? 'has' : 'have';
  const it = data.length === 1 ? 'it' : 'them';
  const message = {
    en: `${target.en} needs ${names.en}, which ${owners.en} already ${have}, but nothing passes ${it} on.`,
    ja: `${owners.ja}がすでに持っている${names.ja}が、それを必要とする${target.ja}に渡っていません。`,
  };
  const flows = new Set(needs.map(({ flow }) => flow));
  report({
    place: first.node.touchpoint.system?.place ?? first.reference.place,
    message,
    help: rule.meta.remedy,
    related: relatedPlaces(model, needs),
    fixes: () => fixesFor(model, system, needs),
    subject: { touchpoint: first.node.key },
    personas: hitIn(analysis.views.filter(({ flow }) => flows.has(flow))),
  });
}

function relatedPlaces(model: Model, needs: readonly Need[]): readonly RelatedPlace[] {
  const places = new Map(needs.map(({ reference, datum }) => [reference, datum] as const));
  return [...places].map(([{ place }, datum]) => {
    const name = nameOf(model.data, datum);
    return { place, message: { en: `${name.en} is needed here`, ja: `ここで${name.ja}が必要です` } };
  });
}

function fixesFor(model: Model, system: string, needs: readonly Need[]): readonly Fix[] {
  const target = referable(model.systems, system);
  const keys = new Set(needs.map(({ sources: [first = ''] }) => first));
  const edits = [...keys].map((key) => {
    const source = model.systems.get(key);
    const from = needs.filter(({ sources: [first] }) => first === key);
    const ids = new Set(from.map(({ datum }) => referable(model.data, datum)));
    if (source === undefined || source.library || target === undefined || ids.has(undefined)) return undefined;
    const statements = [`shares ${[...ids].join(', ')} -> ${target}`];
    return { kind: 'addStatements', to: insertable(source), statements } as const;
  });
  const complete = edits.filter((edit) => edit !== undefined);
  const to = nameOf(model.systems, system);
  return complete.length < edits.length
    ? []
    : [
        {
          title: { en: `Share the data with ${to.en}`, ja: `${to.ja}にデータを共有する` },
          safe: false,
          edits: complete,
        },
      ];
}

function reportFragments({ model, report }: ModelContext, { datum, holders }: Fragments): void {
  const masters = holders.filter(({ master }) => master);
  const contested = masters.length > 1;
  const apart = contested ? masters : holders;
  const last = apart.findLast(({ place }) => place.uri === model.uri);
  const others = apart.filter((holder) => holder !== last);
  const [other] = others;
  if (last === undefined || other === undefined) return;
  const name = nameOf(model.data, datum);
  const names = namesOf(
    model.systems,
    apart.map(({ system }) => system.key),
  );
  report({
    place: last.place,
    severity: contested ? 'warning' : 'information',
    message: contested
      ? {
          en: `${names.en} each claim to hold the master copy of ${name.en}, and share nothing of it.`,
          ja: `${names.ja}がいずれも${name.ja}の原本を持つとしていますが、共有されていません。`,
        }
      : {
          en: `${names.en} each hold ${name.en} for themselves: what changes in one of them does not reach the others.`,
          ja: `${names.ja}が${name.ja}を別々に持っていて、一方で変わってもほかに反映されません。`,
        },
    help: rule.meta.remedy,
    related: others.map(({ system, place }) => {
      const at = titled(system);
      return { place, message: { en: `${at.en} holds it here`, ja: `${at.ja}はここで持っています` } };
    }),
    fixes: () =>
      joining(
        model,
        datum,
        last.system.key,
        others.map(({ system }) => system.key),
      ),
    same: datum,
  });
}

/** All others share the datum with one of the systems. */
function joining(model: Model, datum: string, to: string, from: readonly string[]): readonly Fix[] {
  const [id, target] = [referable(model.data, datum), referable(model.systems, to)];
  const sources = from.flatMap((key) => model.systems.get(key) ?? []);
  if (id === undefined || target === undefined || sources.some(({ library }) => library)) return [];
  const [name, at] = [nameOf(model.data, datum), nameOf(model.systems, to)];
  const title = { en: `Share ${name.en} with ${at.en}`, ja: `${name.ja}を${at.ja}に共有する` };
  const edits = sources.flatMap((source) => adding(source, [`shares ${id} -> ${target}`], title).edits);
  return [{ title, safe: false, edits }];
}
