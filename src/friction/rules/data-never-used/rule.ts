import type { FlowView } from '../../../model/analysis.ts';
import type { Data } from '../../../model/entities.ts';
import type { Fix } from '../../../model/finding.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Request, Touchpoint } from '../../../model/journey.ts';
import { titled } from '../../../model/phrases.ts';
import type { Reference } from '../../../model/values.ts';
import { dataUsed, isAboutThePerson, usedElsewhere } from '../../data-uses.ts';
import { insertable } from '../../fixes.ts';
import { referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { isMetByStaff } from '../../staff.ts';
import { isBirthday } from '../../told.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'data-never-used',
    group: 'privacy',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'Something personal is asked that nothing in the journey uses.',
      ja: '尋ねた個人の情報が、ジャーニーのどこでも使われていません。',
    },
    why: {
      en: `Every field costs time and raises the question what it is for. What nobody uses should not be asked; privacy laws such as the GDPR call it data minimisation.

Looked at are data that describe the customer (date of birth, age, gender, nationality, occupation, income, family, company size and the like, known by their names) and all data marked \`sensitive\`. A name, an address, a card number or a date is needed so evidently that hardly anybody writes down what for; these are left alone.

A datum counts as used when, at the touchpoint itself or later on some way, something \`uses\`, \`reads\`, \`recognises\`, \`redeems\`, \`personalises with\` it or has it \`prefilled\`; when an arrow or a handover carries it, a system shares it, or a consent that \`covers\` it says what it is for; or when another journey in scope uses it. Asking for it \`optional\`, with an \`essential\` reason, or to verify who the customer is (\`identity verified\`, \`task verify\`, \`stepUp\`; and a date of birth that a person asks for together with a name or a number) is in order. What is asked several times is reported where it is asked first. Sensitive data are a warning. In a journey in which no touchpoint \`uses\` or \`reads\` anything, the author does not record uses, and nothing is said.`,
      ja: `入力項目が一つ増えるたびに時間がかかり、「何に使うのだろう」という疑問も生まれます。使わない情報は尋ねないのが基本です。個人情報保護法も、利用目的をできる限り特定し、その達成に必要な範囲で扱うことを求めています。

お客様の属性を表すデータ(生年月日・年齢・性別・国籍・職業・年収・家族構成・従業員数など、名前で判断)と、要配慮(\`sensitive\`)のデータを調べます。氏名・住所・カード番号・日時などは用途が明らかで、わざわざ書く人が少ないため対象外です。

そのタッチポイント、またはその後のいずれかの経路で \`uses\`・\`reads\`・\`recognises\`・\`redeems\`・\`personalises with\`・\`prefilled\` のどれかがあれば「使われている」とみなします。矢印や引き継ぎで渡す、システムが共有する、同意の対象(\`covers\`)になっている、ほかのジャーニーで使う場合も同様です。任意(\`optional\`)、理由つき(\`essential\`)、本人確認(\`identity verified\`、\`task verify\`、\`stepUp\`。人が氏名や番号とあわせて尋ねる生年月日も含みます)のための質問は指摘しません。何度も尋ねる情報は、最初の場所だけで指摘します。要配慮のデータは警告です。\`uses\` も \`reads\` もどのタッチポイントにも書かれていないジャーニーでは、利用を記録していないものとみなし、何も言いません。`,
    },
    remedy: {
      en: 'Do not ask for it, make it `optional`, or write down what it is for (`uses … for …`, `essential "…"`).',
      ja: '尋ねるのをやめる、任意(`optional`)にする、または用途を書きます(`uses … for …`、`essential "…"`)。',
    },
    sources: [
      { title: 'GDPR, Article 5(1)(c)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
      { title: '個人情報保護法 第17条(利用目的の特定)、第18条(利用目的による制限)' },
    ],
    settings: [],
  },
  check: (context) => {
    const { graph } = context.analysis.whole;
    if (graph.nodesWith('uses').length + graph.nodesWith('reads').length === 0) return;
    forEachFlow(context, (shared, view) => {
      for (const node of view.graph.nodesWith('asks')) {
        // Where no end can be reached nobody knows what comes later.
        if (!view.flow.reachable(node) || !view.flow.canEnd(node, 'end') || provesIdentity(node.touchpoint)) continue;
        for (const request of node.touchpoint.asks) checkRequest(shared, view, node, request);
      }
    });
  },
};

function provesIdentity({ identity, stepUp, task }: Touchpoint): boolean {
  return identity?.value === 'verified' || stepUp !== undefined || task?.value === 'verify';
}

function checkRequest(context: JourneyContext, view: FlowView, node: GraphNode, request: Request): void {
  if (request.optional !== undefined || request.essential !== undefined) return;
  for (const reference of request.data) {
    const datum = context.model.data.get(reference.key);
    if (datum === undefined || !isAboutThePerson(datum) || isToBeFound(context, node, datum)) continue;
    // A prescription or a pass is there to be shown.
    if (datum.validOn.length > 0 || usedElsewhere(context.analysis).has(datum.key)) continue;
    if (view.flow.future(dataUsed).fromHere(node, datum.key) !== undefined) continue;
    // What is asked for again is not needed a second time either; `asks-again` says so.
    if (view.flow.known.before(node, datum.key, 'first')?.isAll('asked') === true) continue;
    reportUnused(context, node, { request, reference, datum });
  }
}

/** Whether a person asks for the date of birth together with a name or number, to find who is before them or on the line. */
function isToBeFound({ model }: JourneyContext, { touchpoint }: GraphNode, datum: Data): boolean {
  if (!isBirthday(datum) || !isMetByStaff(model, touchpoint)) return false;
  return touchpoint.asks.some(({ data }) =>
    data.some(({ key }) => {
      const other = model.data.get(key);
      return other !== undefined && (other.identifier || /^(name|fullName|氏名|名前|お名前)$/i.test(other.id));
    }),
  );
}

interface Unused {
  readonly request: Request;
  readonly reference: Reference;
  readonly datum: Data;
}

function reportUnused(context: JourneyContext, { key, touchpoint }: GraphNode, unused: Unused): void {
  const [at, name] = [titled(touchpoint), titled(unused.datum)];
  context.report({
    place: unused.reference.place,
    severity: unused.datum.sensitive ? 'warning' : 'information',
    message: unused.datum.sensitive
      ? {
          en: `${at.en} asks for ${name.en}, which is sensitive, and nothing there or later uses it or says what it is for.`,
          ja: `${at.ja}で要配慮の${name.ja}を尋ねていますが、その場でも後でも使われず、用途も書かれていません。`,
        }
      : {
          en: `${at.en} asks for ${name.en}, but nothing there or later uses it.`,
          ja: `${at.ja}で${name.ja}を尋ねていますが、その場でも後でも使われていません。`,
        },
    help: rule.meta.remedy,
    fixes: () => fixesFor(context, unused),
    subject: { touchpoint: key },
    tags: ['unnecessary'],
  });
}

/** Wherever the journey asks for it: it is reported where it is asked first. */
function fixesFor({ model, analysis }: JourneyContext, { datum }: Unused): readonly Fix[] {
  const name = titled(datum);
  const asking = analysis.whole.graph.nodesWith('asks').flatMap(({ touchpoint }) => {
    const required = touchpoint.asks.filter(
      ({ optional, essential }) => optional === undefined && essential === undefined,
    );
    const references = required.flatMap(({ data }) => data.filter(({ key }) => key === datum.key));
    return references.map(({ place }) => ({ touchpoint, remove: { kind: 'remove', place } as const }));
  });
  const id = referable(model.data, datum.key);
  const stop: Fix = {
    title: { en: `Do not ask for ${name.en}`, ja: `${name.ja}を尋ねない` },
    safe: false,
    edits: asking.map(({ remove }) => remove),
  };
  if (id === undefined) return [stop];
  return [
    stop,
    {
      title: { en: `Make ${name.en} optional`, ja: `${name.ja}を任意にする` },
      safe: false,
      edits: asking.flatMap(({ touchpoint, remove }) => [
        remove,
        { kind: 'addStatements', to: insertable(touchpoint), statements: [`asks ${id} optional`] } as const,
      ]),
    },
  ];
}
