import type { FlowView } from '../../../model/analysis.ts';
import type { Data } from '../../../model/entities.ts';
import type { Fix } from '../../../model/finding.ts';
import type { Certainty, FactSource } from '../../../model/flow/facts.ts';
import type { Flow } from '../../../model/flow/flow.ts';
import type { GraphEdge, GraphNode } from '../../../model/graph.ts';
import type { Request } from '../../../model/journey.ts';
import { lazyFor } from '../../../model/lazy.ts';
import type { Model } from '../../../model/model.ts';
import { titled, titles } from '../../../model/phrases.ts';
import type { IdentityLevel } from '../../../model/words.ts';
import { both, sayOn, severityFor } from '../../certainty.ts';
import { adding } from '../../fixes.ts';
import { nameOf, referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'handover-loses-identity',
    group: 'identity',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'touchpoint',
    fix: 'unsafe',
    summary: {
      en: 'The customer comes to another system, and that system cannot tell who they are.',
      ja: '引き継ぎ先のシステムが、お客様を認識できません。',
    },
    why: {
      en: `Where one system ends and the next begins, a known customer becomes a stranger: the past is gone, and they start again.

Reported is a way from a touchpoint on one \`system\` to a touchpoint on another when nothing that tells one customer from another (data that are an \`identifier\`) is known to the second system: it was not shared, the arrow or the handover between the teams does not carry it, and the customer is not logged in or recognised there. Two personal data that are shared, or that the second system has learned before, such as a name and a date of birth, tell people apart as well, and so does a record that the second system \`holds\` once somebody has dealt with the customer there. So does a number that was handed out to the customer, as for taking a phone number to another company, where it is asked for or redeemed and nothing personal that they have said before is asked again. A message that the company or a partner sends (by e-mail, text, push or post) goes to an address that is known, so it is left out as long as nothing is asked or read there; and a system of the kind \`analytics\` only watches, it hands nobody over.

There must be something to lose: the customer has given personal data or is logged in, or the second touchpoint reads the customer's records or asks for a number that the company issued (unless the first one says \`identity anonymous\`). If the second touchpoint needs to know the customer, because it asks for personal data, reads or personalises, or a person is at the other end, this is a warning; otherwise, and where the customer turns to the company and is asked for that by which the system \`recognises\` them, a piece of information. If it is so on some paths only, it is one step milder. Ways that only failures and loops lead along count as well.`,
      ja: `システムの切れ目では、知っているはずのお客様が「初めての人」になり、これまでの経緯が失われて最初からやり直しになります。

ある \`system\` のタッチポイントから別の \`system\` のタッチポイントへ進むとき、お客様を見分ける情報(\`identifier\` のデータ)を後のシステムが何も知らない場合に指摘します。つまり、共有(\`shares\`)されておらず、矢印や部門間の引き継ぎでも渡されず(\`carries\`)、そこでログインや認識もされない場合です。氏名と生年月日のように個人情報が二つ以上共有されているか、後のシステムがすでに得ていれば、それで見分けられるとみなします。後のシステムでお客様に一度応対していて、見分けられる記録があれば(\`holds\`)、同じです。乗り換えの予約番号のように、お客様に渡された番号を後のタッチポイントで尋ねるか使う場合も、すでに伝えた個人情報をもう一度尋ねないなら、その番号で見分けられるとみなします。会社や提携先が送るメール・SMS・プッシュ・郵便は、宛先が分かっているから届くものなので、そこで何も尋ねず参照もしなければ対象外です。種類が \`analytics\` のシステムは行動を見ているだけで、引き継ぎ元とはみなしません。

失うものがあることが条件です。お客様がすでに個人情報を伝えたかログインしている場合、または後のタッチポイントがお客様の記録を見る、会社が発行した番号を尋ねる場合(前のタッチポイントに \`identity anonymous\` とある場合を除く)がこれに当たります。後のタッチポイントがお客様を知る必要がある(個人情報を尋ねる、記録を見る、パーソナライズする、人が応対する)なら警告、そうでなければ情報です。お客様からの連絡で、そのシステムがお客様を認識するための情報(\`recognises\`)を尋ねている場合も情報です。一部の経路だけで起きる場合は一段軽くなります。失敗や繰り返しのときだけ通る経路も対象です。`,
    },
    remedy: {
      en: 'Share an identifier between the systems (`shares`), carry one along the way (`carries`), or let the customer be recognised there.',
      ja: '見分けるための情報をシステム間で共有する(`shares`)、引き継ぎで渡す(`carries`)、または引き継ぎ先で認識できるようにします。',
    },
    sources: [{ title: 'Dixon, Freeman, Toman: Stop Trying to Delight Your Customers. Harvard Business Review, 2010' }],
    settings: [],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      const losses = new Map<string, Loss>();
      const introduces = introductionsIn(context, view);
      for (const edge of view.graph.edges) {
        const crossing = crossingOf(context.model, view, edge);
        if (crossing === undefined || introduces(crossing.from, crossing.to)) continue;
        const certainty = lossOf(context, view, crossing);
        if (certainty !== undefined) collect(losses, crossing, certainty);
      }
      for (const loss of losses.values()) reportLoss(context, view, loss);
    });
  },
};

/** A way from one system to another; both are keys. */
interface Crossing {
  readonly edge: GraphEdge;
  readonly from: string;
  readonly to: string;
}

/** Where both sides name a system, and the second one does not say itself how it knows the customer. */
function crossingOf(model: Model, { flow }: FlowView, edge: GraphEdge): Crossing | undefined {
  const { system, recognises, identity } = edge.to.touchpoint;
  const from = edge.from.touchpoint.system?.key;
  const to = system?.key;
  if (from === undefined || to === undefined || from === to) return undefined;
  if (recognises.length > 0 || isLoggedIn(identity?.value) || !flow.reachable(edge.from)) return undefined;
  if (isAddressed(model, edge.to) || onlyObserves(model, from) || onlyObserves(model, to)) return undefined;
  return { edge, from, to };
}

/** Whether somebody writes to the customer, and nothing is read there: who has the address knows whose it is. */
function isAddressed(model: Model, { touchpoint }: GraphNode): boolean {
  const { initiator, channels, reads, asks, personalises } = touchpoint;
  if (initiator === undefined || initiator.value === 'customer') return false;
  if (reads.length + asks.length + personalises.length > 0) return false;
  return channels.length > 0 && channels.every(({ key }) => written.has(model.channels.get(key)?.kind?.value ?? ''));
}

const written: ReadonlySet<string> = new Set(['email', 'sms', 'messaging', 'push', 'post']);

/** Web analytics watches what customers do; it neither hands over anybody nor takes them. */
function onlyObserves(model: Model, system: string): boolean {
  return model.systems.get(system)?.kind?.value === 'analytics';
}

/** All ways from one system to one touchpoint: the loss is the same, so it is said once. */
interface Loss {
  readonly crossings: [Crossing, ...Crossing[]];
  certainty: Certainty;
}

function collect(losses: Map<string, Loss>, crossing: Crossing, certainty: Certainty): void {
  const same = `${crossing.edge.to.index} ${crossing.from}`;
  const loss = losses.get(same);
  if (loss === undefined) {
    losses.set(same, { crossings: [crossing], certainty });
    return;
  }
  loss.crossings.push(crossing);
  if (certainty === 'always') loss.certainty = certainty;
}

function lossOf(context: JourneyContext, view: FlowView, crossing: Crossing): Certainty | undefined {
  const stranger = strangerAfter(context, view, crossing);
  const loss = stranger && somethingToLose(context, view, crossing);
  return stranger && loss && both(both(stranger, loss), comesThatWay(view, crossing));
}

/** Whether all customers come from the first system: not where some come from a touchpoint that names none. */
function comesThatWay({ flow }: FlowView, { edge }: Crossing): Certainty {
  const others = edge.to.in.filter((other) => other !== edge && other.kind !== 'failure' && !flow.isBack(other));
  const isElsewhere = others.some(({ from }) => flow.reachable(from) && from.touchpoint.system === undefined);
  return isElsewhere ? 'sometimes' : 'always';
}

/** Whether the customer is a stranger to the second system: always, sometimes, or not at all. */
function strangerAfter({ model }: JourneyContext, { flow }: FlowView, { edge, to }: Crossing): Certainty | undefined {
  if (isLoggedIn(flow.identity.after(edge.from, to, 'first').least)) return undefined;
  if (hasMet(model, flow, edge.to, to)) return undefined;
  if (bringsKey(model, flow, edge)) return undefined;
  let stranger: Certainty = 'always';
  for (const key of identifiersIn(model)) {
    const onArrival = flow.known.knows(edge.to, key, to, 'first');
    if (onArrival === undefined) continue;
    // Known on arrival by some way: is this one of them?
    if (onArrival === 'always' || edge.carries.some((carried) => carried.key === key)) return undefined;
    const holders = flow.known.after(edge.from, key, 'first')?.holders ?? [];
    const certainty = holders.find(({ system }) => system === to)?.certainty;
    if (certainty === 'always') return undefined;
    if (certainty === 'sometimes') stranger = 'sometimes';
  }
  return stranger;
}

/**
 * Whether the customer comes with a number that was handed out to them, and is asked for it and for nothing personal that they
 * have said before: where that is asked again as well, the number has opened no record.
 */
function bringsKey({ data }: Model, flow: Flow, { from, to }: GraphEdge): boolean {
  const { asks, redeems } = to.touchpoint;
  if (asks.length + redeems.length === 0) return false;
  const asked = [...asks.filter(({ optional }) => optional === undefined).flatMap((each) => each.data), ...redeems];
  let brings = false;
  for (const { key } of asked) {
    const known = flow.known.after(from, key, 'first');
    if (known?.certainty !== 'always') continue;
    if (known.isAll('given') && data.get(key)?.identifier === true) brings = true;
    else if (data.get(key)?.personal === true) return false;
  }
  return brings;
}

/**
 * Whether one system shares so much that the other finds the record: something that identifies the person, or a name and a
 * birthday, say. The same two systems meet again and again.
 */
function introductionsIn({ model }: JourneyContext, { flow }: FlowView): (from: string, to: string) => boolean {
  const known = new Map<string, boolean>();
  return (from, to) => {
    const pair = `${from}\n${to}`;
    let introduces = known.get(pair);
    if (introduces === undefined) {
      const isShared = (key: string): boolean => flow.known.sharedWith(from, key).includes(to);
      introduces =
        identifiersIn(model).some(isShared) || personalIn(model).filter(isShared).length >= enoughAboutPerson;
      known.set(pair, introduces);
    }
    return introduces;
  };
}

/** Whether the second system has already learned so much about the person on every way. */
function hasMet(model: Model, flow: Flow, node: GraphNode, system: string): boolean {
  if (holdsEnough(model, system) && flow.past(dealings).before(node, system, 'first') === 'always') return true;
  let learned = 0;
  for (const key of personalIn(model)) {
    if (flow.known.knows(node, key, system, 'first') === 'always') learned += 1;
    if (learned >= enoughAboutPerson) return true;
  }
  return false;
}

const enoughAboutPerson = 2;

/** Where somebody has dealt with the customer in a system: their record is there when they come back. */
const dealings: FactSource = (mark, graph) => {
  for (const node of graph.nodesWith('system')) {
    const { system, asks, reads, commits } = node.touchpoint;
    if (system !== undefined && asks.length + reads.length + commits.length > 0) mark.begins(node, system.key);
  }
};

/** Whether a record in the system tells one customer from another. */
function holdsEnough(model: Model, system: string): boolean {
  const held = model.systems.get(system)?.holds.map(({ key }) => model.data.get(key)) ?? [];
  const personal = held.filter((datum) => datum?.personal === true).length;
  return personal >= enoughAboutPerson || held.some((datum) => datum?.identifier === true);
}

/** The keys of all data that tell customers apart, and of all about the person. */
const identifiersIn = lazyFor(({ data }: Model) =>
  [...data.values()].filter(({ identifier }) => identifier).map(({ key }) => key),
);
const personalIn = lazyFor(({ data }: Model) =>
  [...data.values()].filter(({ personal }) => personal).map(({ key }) => key),
);

/** Whether the customer is known to anybody, or is expected to be. */
function somethingToLose({ model }: JourneyContext, { flow }: FlowView, { edge }: Crossing): Certainty | undefined {
  const { reads, asks } = edge.to.touchpoint;
  if (reads.length > 0) return 'always';
  // Of somebody who is said to be unknown where they come from, nothing was known there.
  const isUnknown = edge.from.touchpoint.identity?.value === 'anonymous';
  if (!isUnknown && asksFor(model, asks, ({ identifier, personal }) => identifier && !personal)) return 'always';
  if (isLoggedIn(flow.identity.highestBefore(edge.to, 'first').least)) return 'always';
  let known: Certainty | undefined;
  for (const [key, certainty] of flow.known.allBefore(edge.to, 'first')) {
    const datum = model.data.get(key);
    if (datum === undefined || !(datum.personal || datum.identifier)) continue;
    if (certainty === 'always') return 'always';
    known = 'sometimes';
  }
  return known;
}

function needsRecognition({ model }: JourneyContext, { touchpoint }: GraphNode): boolean {
  const { reads, personalises, channels, asks } = touchpoint;
  if (reads.length + personalises.length > 0) return true;
  if (channels.some(({ key }) => model.channels.get(key)?.human === true)) return true;
  return asksFor(model, asks, ({ personal, identifier }) => personal || identifier);
}

/** Whether customers begin by saying that by which the system finds them: a burden, and a usual one. */
function findsByAsking({ model }: JourneyContext, { touchpoint }: GraphNode, system: string): boolean {
  if (touchpoint.initiator?.value !== 'customer') return false;
  const recognised = new Set(model.systems.get(system)?.recognises.map(({ key }) => key));
  return touchpoint.asks.some(
    ({ data, optional }) => optional === undefined && data.some(({ key }) => recognised.has(key)),
  );
}

function asksFor(model: Model, asks: readonly Request[], isMeant: (datum: Data) => boolean): boolean {
  return asks.some(({ data }) =>
    data.some(({ key }) => {
      const datum = model.data.get(key);
      return datum !== undefined && isMeant(datum);
    }),
  );
}

function isLoggedIn(level: IdentityLevel | undefined): boolean {
  return level === 'login' || level === 'verified';
}

function reportLoss(context: JourneyContext, view: FlowView, { crossings, certainty }: Loss): void {
  const { model, report } = context;
  const [{ edge, from, to }] = crossings;
  const before = [...new Set(crossings.map((crossing) => crossing.edge.from.touchpoint))];
  const after = edge.to.touchpoint;
  const [first, second] = [nameOf(model.systems, from), nameOf(model.systems, to)];
  const [leaving, arriving] = [titles(before), titled(after)];
  const isFound = findsByAsking(context, edge.to, to);
  const severity = needsRecognition(context, edge.to) && !isFound ? 'warning' : 'information';
  const little = personalIn(model).find((key) => view.flow.known.knows(edge.to, key, to, 'first') === 'always');
  const known = little === undefined ? undefined : nameOf(model.data, little);
  report({
    place: after.system?.place ?? after.place,
    severity: severityFor(certainty, severity),
    message: sayOn(certainty, {
      en: `${second.en} cannot tell who the customer is at ${arriving.en}${isFound ? ' until it has asked' : ''}: ${known === undefined ? 'nothing that identifies them comes over' : `it has nothing but ${known.en}, and no more comes over`} from ${first.en} (${leaving.en}).`,
      ja: `${arriving.ja}では、${isFound ? '尋ねるまで' : ''}${second.ja}がお客様を認識できません。${known === undefined ? '' : `${known.ja}しか把握しておらず、`}${first.ja}(${leaving.ja})から、お客様を見分ける情報が何も渡っていません。`,
    }),
    help: rule.meta.remedy,
    related: before.map((touchpoint) => ({
      place: touchpoint.system?.place ?? touchpoint.place,
      message: { en: `the customer comes from ${first.en} here`, ja: `お客様は${first.ja}を使うここから来ます` },
    })),
    fixes: () => fixesFor(context, view, crossings),
    subject: { touchpoint: edge.from.key, next: after.key },
    // Personas who come from elsewhere are told apart: the message names the place.
    same: [from, ...before.map(({ key }) => key)].join(' '),
  });
}

function fixesFor(
  { model }: JourneyContext,
  { flow }: FlowView,
  [{ edge, from, to }, ...others]: Loss['crossings'],
): readonly Fix[] {
  const identifiers = identifiersIn(model);
  const known = identifiers.filter((key) => flow.known.after(edge.from, key, 'first') !== undefined);
  const asked = new Set(edge.to.touchpoint.asks.flatMap(({ data }) => data.map(({ key }) => key)));
  const datum = known.find((key) => asked.has(key)) ?? known[0] ?? identifiers.find((key) => asked.has(key));
  const id = datum === undefined ? undefined : referable(model.data, datum);
  if (datum === undefined || id === undefined) return [];
  const fixes: Fix[] = [];
  const name = nameOf(model.data, datum);
  const [source, target] = [model.systems.get(from), referable(model.systems, to)];
  if (source !== undefined && !source.library && target !== undefined) {
    const [first, second] = [nameOf(model.systems, from), nameOf(model.systems, to)];
    fixes.push(
      adding(source, [`shares ${id} -> ${target}`], {
        en: `Share ${name.en} from ${first.en} to ${second.en}`,
        ja: `${first.ja}から${second.ja}へ${name.ja}を共有する`,
      }),
    );
  }
  const [path, ...more] = edge.paths;
  if (path.kind === 'arrow' && more.length === 0 && others.length === 0) {
    fixes.push({
      title: { en: `Carry ${name.en} along this way`, ja: `この経路で${name.ja}を引き継ぐ` },
      safe: false,
      edits: [{ kind: 'append', place: path.place, text: ` carries ${id}` }],
    });
  }
  return fixes;
}
