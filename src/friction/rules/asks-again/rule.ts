import type { FlowView } from '../../../model/analysis.ts';
import type { Data } from '../../../model/entities.ts';
import type { Fix, RelatedPlace } from '../../../model/finding.ts';
import { familyOf } from '../../../model/flow/crossings.ts';
import type { Certainty } from '../../../model/flow/facts.ts';
import type { Knowledge, KnowledgeOrigin } from '../../../model/flow/known.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Request, Touchpoint } from '../../../model/journey.ts';
import type { Model } from '../../../model/model.ts';
import { titled, titles } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { sayOn, severityFor, wayPlaces } from '../../certainty.ts';
import { channelsOf } from '../../channels.ts';
import { adding, insertable } from '../../fixes.ts';
import { nameOf, namesOf, referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { isMetByStaff } from '../../staff.ts';
import { isBirthday, isNewEachTime, isProofOfIdentity, isSecret, isStory } from '../../told.ts';
import { isLostOnArrival } from '../../transfers.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'asks-again',
    group: 'identity',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'touchpoint',
    fix: 'unsafe',
    summary: {
      en: 'The customer is asked for something they have already given on the way here.',
      ja: '一度伝えた情報を、お客様にもう一度尋ねています。',
    },
    why: {
      en: `Having to say the same thing twice tells customers that nobody listened; it is one of the strongest drivers of effort.

A datum that a touchpoint \`asks\` counts as asked again when, on a way to that touchpoint, the customer has already been asked for it, was given it by the company, or the company could already see it. It does not matter which system learned it: the customer spoke to one company. If it is so on every way, this is a warning; on some ways only, a piece of information. Going round a loop does not count: the first visit decides.

Not counted are data that are \`prefilled\`, asked with an \`essential\` reason, or \`optional\`; secrets, codes, ratings and answers to surveys, which are new or must be entered every time; dates, wishes and the like at a touchpoint with the task \`change\`, because they are the new ones; things such as tickets and coupons that are \`valid on\` a channel, because they are meant to be shown; a paper or a card by which people prove who they are, such as a passport, where they meet somebody in person, who looks at it anew each time; and the number or address that is entered together with a password, because that is how one logs in; what an arrow with a \`transfer\` loses on every way there, because \`transfer-loses-context\` says so, unless it is turned off; and a name alone, or with the date of birth, that somebody asks for who calls or comes to the customer, because that is how people begin to speak. A number that the company handed out and asks for later is only a piece of information: quoting it is a burden, but a usual one. So is a number by which the touchpoint's system \`recognises\` customers, where the customer begins a new contact, on another channel than directly before: somebody has to say who they are. The same holds for a number of the customer, a contract, an order or a case that a person asks for at the beginning of a new call or visit, whatever is written of the system: it says whom and what the call is about, and can only be spared by recognising the customer. A name or a date of birth that is asked beside such a number is information as well, and so are the two of them, or a name alone, without one: that is how a hospital or a town hall finds somebody. A name beside a number in a letter or a message is how people sign. Somebody who is put through on the same channel has said it already; on the same channel a contact is a new one only with an \`after\`, or when the wait before it is longer than an hour.`,
      ja: `同じことを二度言わされると、お客様は「聞いてもらえていない」と感じます。手間(顧客努力)を大きくする代表的な原因です。

タッチポイントが \`asks\` で尋ねる情報が、そこに至る経路ですでに尋ねられていた、会社から渡されていた、または会社側から見えていた場合に「もう一度尋ねている」とみなします。どのシステムが受け取ったかは問いません。お客様にとって相手は一つの会社だからです。すべての経路で当てはまれば警告、一部の経路だけなら情報です。繰り返し(ループ)の二巡目は数えず、最初の訪問で判断します。

\`prefilled\`(入力済み)、理由つきの \`essential\`、任意(\`optional\`)の項目は数えません。次のものも数えません。毎回新しくなる、または毎回の入力が必要なもの(暗証番号・認証コード・評価・アンケート回答)、変更(\`task change\`)で尋ねる日時や希望(新しい値を聞くため)、チャネルで提示するもの(\`valid on\` のあるチケットやクーポン)、対面の場面で提示する本人確認書類(マイナンバーカード、運転免許証など)、ログインのためにパスワードと一緒に入力する番号やメールアドレス、企業や提携先の人がお客様に連絡・訪問したときに聞く、名前だけ(または名前と生年月日だけ)の確認、転送(\`transfer\`)の矢印で失われた用件(\`transfer-loses-context\` が、無効にしていなければ指摘します)です。

会社が発行した番号を後で尋ねることは、負担ではあるものの一般的なため、情報にとどめます。直前とは別のチャネルでお客様から新しく接触する場面で、そのタッチポイントのシステムがお客様を認識するための番号(\`recognises\`)を尋ねる場合も、本人を確かめるために必要なので情報です。新しい電話や来店の始めに、担当者がお客様番号・契約番号・注文番号・受付番号などを尋ねる場合も、誰の何の用件かを確かめるためなので、システムの書き方によらず情報です。名前や生年月日を番号と一緒に、または名前と生年月日、名前だけを尋ねる場合も同じ扱いです(病院や役所の窓口での本人確認に当たります)。手紙やメッセージで番号に添える名前も、署名とみなして同じ扱いにします。同じチャネルのまま取り次がれた場合は、すでに伝えているため警告です(\`after\` があるか、直前に1時間を超える待ち時間があれば、同じチャネルでも新しい接触とみなします)。`,
    },
    remedy: {
      en: 'Show what is known and let the customer confirm it (`prefilled`), pass it on between the systems (`shares`), or say why it must be asked again (`essential "…"`).',
      ja: '分かっている内容を表示して確認だけにする(`prefilled`)、システム間で受け渡す(`shares`)、または再度必要な理由を書く(`essential "…"`)。',
    },
    sources: [
      {
        title: 'WCAG 2.2, success criterion 3.3.7 Redundant Entry',
        url: 'https://www.w3.org/TR/WCAG22/#redundant-entry',
      },
      { title: 'Dixon, Freeman, Toman: Stop Trying to Delight Your Customers. Harvard Business Review, 2010' },
    ],
    settings: [],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      for (const node of view.graph.nodesWith('asks')) {
        for (const request of node.touchpoint.asks) checkRequest(context, view, node, request);
      }
    });
  },
};

/** What is said in one sentence: data that are alike in how sure it is, and in why they are asked for. */
interface Repeats {
  /** All of it was handed out by the company. */
  readonly given: boolean;
  /** Nobody has asked for it before: an arrow or a handover brings it, from wherever it is. */
  readonly carried: boolean;
  /** Whoever asks finds the customer by it, and the contact is a new one. */
  readonly finds: boolean;
  readonly certainty: Certainty;
  readonly data: Knowledge[];
}

function checkRequest(context: JourneyContext, view: FlowView, node: GraphNode, request: Request): void {
  if (request.essential !== undefined || request.optional !== undefined) return;
  const all: Repeats[] = [];
  const isLogin = request.data.some(({ key }) => isSecret(context.model.data.get(key)));
  for (const { key } of request.data) {
    if (!countsAsRepeated(context, node, key)) continue;
    // Together with a password a number is half of a key.
    if (isLogin && context.model.data.get(key)?.identifier === true) continue;
    const knowledge = view.flow.known.before(node, key, 'first');
    if (knowledge === undefined || isSaidOfTransfer(context, view, node, key)) continue;
    const given = knowledge.isAll('given');
    if (given && !(context.model.data.get(key)?.identifier ?? false)) continue;
    const { certainty, source } = knowledge;
    const carried = source.how === 'carried';
    const finds = !given && !carried && findsCustomer(context, node, key, certainty);
    const alike = all.find(
      (each) =>
        each.given === given && each.carried === carried && each.finds === finds && each.certainty === certainty,
    );
    if (alike === undefined) all.push({ given, carried, finds, certainty, data: [knowledge] });
    else alike.data.push(knowledge);
  }
  joinNames(context, node, all);
  for (const repeats of all) {
    if (repeats.data.length > 0 && !isGreeting(context, node, repeats))
      reportRepeats(context, view, node, request, repeats);
  }
}

/**
 * A name or a date of birth that is said beside the number goes with it: together they tell who calls. So do the two without
 * a number, and a name alone.
 */
function joinNames({ model }: JourneyContext, node: GraphNode, all: Repeats[]): void {
  const finding = all.find(({ finds }) => finds);
  const certainty = finding?.certainty ?? 'always';
  const plain = all.find((each) => !each.given && !each.carried && !each.finds && each.certainty === certainty);
  if (plain === undefined) return;
  const said = plain.data.filter(({ datum }) => tellsWho(model, datum));
  if (finding === undefined && !isWhoCalls(model, node, plain, said)) return;
  const rest = plain.data.filter((each) => !said.includes(each));
  plain.data.splice(0, plain.data.length, ...rest);
  if (finding === undefined) all.push({ ...plain, finds: true, data: said });
  else finding.data.push(...said);
}

/** Whether somebody gets in touch anew, and what is asked for again is no more than who they are. */
function isWhoCalls(model: Model, node: GraphNode, { data }: Repeats, said: readonly Knowledge[]): boolean {
  const { touchpoint, in: arrivals } = node;
  if (!said.some(({ datum }) => isName(model, datum)) || touchpoint.initiator?.value !== 'customer') return false;
  const kinds = touchpoint.channels.map(({ key }) => model.channels.get(key)?.kind?.value ?? '');
  const isSpoken = kinds.some((kind) => spoken.has(kind));
  const isSigned = kinds.some((kind) => signed.has(kind)) && isNumberBeside(model, touchpoint);
  if (!isSpoken && !isSigned) return false;
  return (
    (isSigned || data.length === 1 || said.length > 1 || isNumberBeside(model, touchpoint)) &&
    arrivals.every(({ from }) => isNewContact(from.touchpoint, touchpoint))
  );
}

/** What is lost on the way here `transfer-loses-context` says, where it begins. */
function isSaidOfTransfer({ model, isOn }: JourneyContext, view: FlowView, node: GraphNode, key: string): boolean {
  const datum = model.data.get(key);
  if (datum === undefined || !isStory(datum) || !isOn('transfer-loses-context')) return false;
  return isLostOnArrival(model, view, node, key);
}

const spoken: ReadonlySet<string> = new Set(['phone', 'counter', 'store']);

/** Whoever writes there puts their name below. */
const signed: ReadonlySet<string> = new Set(['email', 'post', 'messaging']);

/** Whether a number is asked for as well by which the customer is found, though for the first time. */
function isNumberBeside(model: Model, touchpoint: Touchpoint): boolean {
  return touchpoint.asks.some(({ data }) =>
    data.some(({ key }) => {
      const datum = model.data.get(key);
      return datum?.identifier === true && (recognises(model, touchpoint, key) || isNumber(datum));
    }),
  );
}

function countsAsRepeated({ model }: JourneyContext, { touchpoint }: GraphNode, key: string): boolean {
  const datum = model.data.get(key);
  if (datum === undefined || isNewEachTime(datum)) return false;
  if (isProofOfIdentity(datum) && isMetInPerson(model, touchpoint)) return false;
  // A change is asked for by what it changes to.
  if (touchpoint.task?.value === 'change' && isStory(datum)) return false;
  return touchpoint.prefilled.every((prefilled) => prefilled.key !== key);
}

/** Whether the customer stands before somebody who wants to see it, and not to type it in. */
function isMetInPerson(model: Model, { channels }: Touchpoint): boolean {
  return channels.length > 0 && channelsOf(model, channels).every((channel) => familyOf(channel) === 'inPerson');
}

/**
 * Whether it is a number by which the system, or the person at the other end, finds out who the customer is, at the beginning
 * of a contact: somebody who comes to the counter with their card says it once, somebody who is put through from phone to
 * phone says it again. What is asked for on some ways only is information as it is, and needs no reason.
 */
function findsCustomer(
  { model }: JourneyContext,
  { touchpoint, in: arrivals }: GraphNode,
  key: string,
  certainty: Certainty,
): boolean {
  const datum = model.data.get(key);
  if (datum === undefined || !datum.identifier || touchpoint.initiator?.value !== 'customer') return false;
  const isFound = recognises(model, touchpoint, key);
  const isSaid = certainty === 'always' && isNumber(datum) && isMetByStaff(model, touchpoint);
  return (isFound || isSaid) && arrivals.every(({ from }) => isNewContact(from.touchpoint, touchpoint));
}

/** Whether it is not the same call or visit: on another channel, or after a time in which nobody holds the line. */
function isNewContact(before: Touchpoint, now: Touchpoint): boolean {
  return (
    now.after !== undefined || (before.wait?.typical.seconds ?? 0) > longestHold || !haveCommonChannel(before, now)
  );
}

/** In seconds. */
const longestHold = 3600;

function recognises(model: Model, { system }: Touchpoint, key: string): boolean {
  return model.systems.get(system?.key ?? '')?.recognises.some((datum) => datum.key === key) === true;
}

/** Whether a conversation begins with it, because it says whom or what it is about; no address, no document, no part number. */
function isNumber({ id, library, personal }: Data): boolean {
  return library ? numbers.has(id) : !personal;
}

const numbers: ReadonlySet<string> = new Set([
  'customerNo',
  'memberNo',
  'memberCard',
  'orderNo',
  'bookingNo',
  'contractNo',
  'applicationNo',
  'ticketNo',
  'caseNo',
]);

/**
 * Whether somebody who calls or comes to the customer asks for nothing again but the name, or that and the date of birth: that
 * is how people begin to speak, and make sure that they have the right person.
 */
function isGreeting({ model }: JourneyContext, { touchpoint }: GraphNode, { data }: Repeats): boolean {
  if (touchpoint.initiator === undefined || touchpoint.initiator.value === 'customer') return false;
  if (!isMetByStaff(model, touchpoint)) return false;
  return data.every(({ datum }) => tellsWho(model, datum)) && data.some(({ datum }) => isName(model, datum));
}

function tellsWho(model: Model, datum: string): boolean {
  return isName(model, datum) || isBirthday(model.data.get(datum));
}

function isName(model: Model, datum: string): boolean {
  return /^(name|氏名|名前|お名前)$/i.test(model.data.get(datum)?.id ?? '');
}

function haveCommonChannel(a: Touchpoint, b: Touchpoint): boolean {
  return a.channels.some(({ key }) => b.channels.some((channel) => channel.key === key));
}

/** Whether the system that asks knows it itself. */
function knowsItself({ flow }: FlowView, node: GraphNode, { datum, certainty }: Knowledge): boolean {
  const own = node.touchpoint.system?.key;
  return own !== undefined && flow.known.knows(node, datum, own, 'first') === certainty;
}

/** The other systems that know the data: for each datum where the message says it came from, otherwise the first one. */
function otherSystems(own: string | undefined, data: readonly Knowledge[]): readonly string[] {
  const isOther = ({ system }: Pick<KnowledgeOrigin, 'system'>): boolean => system !== undefined && system !== own;
  const systems = new Set<string>();
  for (const known of data) {
    // Who else knows it costs more to find out.
    const { system } = (isOther(known.nearest) ? known.nearest : known.holders.find(isOther)) ?? {};
    if (system !== undefined) systems.add(system);
  }
  return [...systems];
}

function reportRepeats(
  { model, report }: JourneyContext,
  view: FlowView,
  node: GraphNode,
  request: Request,
  { given, carried, finds, certainty, data }: Repeats,
): void {
  const { key, touchpoint } = node;
  const keys = data.map(({ datum }) => datum);
  const names = namesOf(model.data, keys);
  const at = titled(touchpoint);
  const said = data.map(({ source }) => source);
  const origins = [...new Set(said.map((origin) => origin.node))];
  const where = titles(origins.map((origin) => origin.touchpoint));
  const how = given ? handedOut : carried ? passedOn : said.every((origin) => origin.how === 'asked') ? told : seen;
  const known = data.filter((knowledge) => knowsItself(view, node, knowledge));
  const others = otherSystems(
    touchpoint.system?.key,
    data.filter((knowledge) => !known.includes(knowledge)),
  );
  const because = finds
    ? findsBy({ model }, touchpoint, keys)
    : reasonFor({ model }, touchpoint.system?.key, others, data, known);
  const [only] = keys;
  report({
    place: (keys.length === 1 ? request.data.find((each) => each.key === only)?.place : undefined) ?? request.place,
    severity: severityFor(certainty, given || finds ? 'information' : 'warning'),
    message: sayOn(certainty, {
      en: `${at.en} ${how.en.asks} ${names.en}, which ${keys.length === 1 ? how.en.one : how.en.many} ${where.en}${because.en}.`,
      ja: `${at.ja}では、${where.ja}${how.ja.which}${names.ja}を${how.ja.asks}${because.ja}。`,
    }),
    help: rule.meta.remedy,
    related: relatedPlaces({ model }, data, certainty),
    fixes: () => fixesFor({ model }, touchpoint, keys, others),
    subject: { touchpoint: key },
    // Personas who said it in different places are told apart: the message names the place.
    same: [...keys, given, finds, ...origins.map((origin) => origin.key)].join(' '),
  });
}

const told = {
  en: { asks: 'asks again for', one: 'the customer already gave at', many: 'the customer already gave at' },
  ja: { asks: 'もう一度尋ねています', which: 'でお客様が伝えた' },
};
const seen = {
  en: { asks: 'asks for', one: 'was already known at', many: 'were already known at' },
  ja: { asks: 'お客様に尋ねています', which: 'ですでに分かっている' },
};
const handedOut = {
  en: { asks: 'asks the customer for', one: 'was handed to them at', many: 'were handed to them at' },
  ja: { asks: 'お客様に尋ねています', which: 'で会社が渡した' },
};
const passedOn = {
  en: { asks: 'asks for', one: 'was already passed on from', many: 'were already passed on from' },
  ja: { asks: 'お客様に尋ねています', which: 'から引き継いでいる' },
};

type Here = Pick<JourneyContext, 'model'>;

function reasonFor(
  { model }: Here,
  own: string | undefined,
  others: readonly string[],
  asked: readonly Knowledge[],
  known: readonly Knowledge[],
): Text {
  if (own === undefined) return { en: '', ja: '' };
  const asking = nameOf(model.systems, own);
  const it = asked.length === 1 ? 'it' : 'them';
  if (known.length > 0 && known.length < asked.length) {
    const some = namesOf(
      model.data,
      known.map(({ datum }) => datum),
    );
    return {
      en: `, although ${asking.en} knows ${some.en} already`,
      ja: `(${some.ja}は${asking.ja}がすでに把握しています)`,
    };
  }
  if (known.length > 0) {
    return {
      en: `, although ${asking.en} knows ${it}`,
      ja: `(${asking.ja}はすでに把握しています)`,
    };
  }
  if (others.length === 0) return { en: '', ja: '' };
  const names = namesOf(model.systems, others);
  return {
    en: `, because ${names.en} ${others.length === 1 ? 'does' : 'do'} not pass ${it} on to ${asking.en}`,
    ja: `(${names.ja}から${asking.ja}へ渡っていません)`,
  };
}

function findsBy({ model }: Here, touchpoint: Touchpoint, keys: readonly string[]): Text {
  const { system } = touchpoint;
  const numbered = keys.filter((key) => !isName(model, key));
  if (system === undefined || numbered.length === 0 || !numbered.every((key) => recognises(model, touchpoint, key))) {
    return { en: ', to know whose case it is', ja: '(誰の用件かを確かめるためです)' };
  }
  const { en, ja } = nameOf(model.systems, system.key);
  return { en: `, so that ${en} can find them`, ja: `(${ja}でお客様を確認するためです)` };
}

const verbs: Readonly<Record<Knowledge['nearest']['how'], Text>> = {
  asked: { en: 'asked here before', ja: 'ここで先に尋ねています' },
  given: { en: 'given to the customer here', ja: 'ここでお客様に渡しています' },
  read: { en: 'already visible here', ja: 'ここですでに見えています' },
  prefilled: { en: 'already filled in here', ja: 'ここですでに入力されています' },
  recognised: { en: 'already recognised by this here', ja: 'ここですでにこの情報で認識しています' },
  carried: { en: 'already passed on here', ja: 'ここですでに引き継いでいます' },
};

function relatedPlaces({ model }: Here, data: readonly Knowledge[], certainty: Certainty): readonly RelatedPlace[] {
  const sources = data.map((knowledge): RelatedPlace => {
    const name = nameOf(model.data, knowledge.datum);
    const { how, place } = knowledge.source;
    const verb = verbs[how];
    return { place, message: { en: `${name.en}: ${verb.en}`, ja: `${name.ja}: ${verb.ja}` } };
  });
  const [first] = data;
  return certainty === 'always' || first === undefined ? sources : [...sources, ...wayPlaces(first.witness)];
}

function fixesFor(
  { model }: Here,
  touchpoint: Touchpoint,
  keys: readonly string[],
  others: readonly string[],
): readonly Fix[] {
  const ids = keys.map((key) => referable(model.data, key));
  if (ids.includes(undefined)) return [];
  const names = namesOf(model.data, keys);
  const prefill = adding(touchpoint, [`prefilled ${ids.join(', ')}`], {
    en: `Prefill ${names.en} here`,
    ja: `${names.ja}をここで入力済みにする`,
  });
  const own = touchpoint.system === undefined ? undefined : referable(model.systems, touchpoint.system.key);
  const [only = '', ...more] = others;
  const other = more.length === 0 ? model.systems.get(only) : undefined;
  if (own === undefined || other === undefined || other.library) return [prefill];
  return [
    prefill,
    {
      title: {
        en: `Share ${names.en} between the systems and prefill`,
        ja: `${names.ja}をシステム間で受け渡し、入力済みにする`,
      },
      safe: false,
      edits: [
        ...prefill.edits,
        { kind: 'addStatements', to: insertable(other), statements: [`shares ${ids.join(', ')} -> ${own}`] },
      ],
    },
  ];
}
