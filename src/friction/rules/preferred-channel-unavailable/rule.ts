import type { Channel, Persona } from '../../../model/entities.ts';
import type { Fix, Severity } from '../../../model/finding.ts';
import { familyOf } from '../../../model/flow/crossings.ts';
import type { Flow } from '../../../model/flow/flow.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import { lazyFor } from '../../../model/lazy.ts';
import type { Model } from '../../../model/model.ts';
import { titled, titles } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import type { Reference } from '../../../model/values.ts';
import { TASKS } from '../../../model/words.ts';
import { channelsOf, choicesAt, isAmong } from '../../channels.ts';
import { adding } from '../../fixes.ts';
import { namesOf, referable } from '../../names.ts';
import { obstacleAt } from '../../obstacles.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { isNewEachTime, isProofOfIdentity, isSecret } from '../../told.ts';

export const rule: Rule = {
  meta: {
    id: 'preferred-channel-unavailable',
    group: 'empowerment',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'stage',
    fix: 'unsafe',
    summary: {
      en: 'In a stage where the persona must act, none of their preferred channels is offered.',
      ja: '好みのチャネルが、このステージにありません。',
    },
    why: {
      en: `Customers who cannot use the channel they would choose feel pushed around, and many put the matter off.

Looked at are the touchpoints of a stage that the customer starts (\`by customer\`) and that the persona reaches. If none of their channels or alternatives is one that the persona, or a segment of theirs, \`prefers\`, the stage is reported, once for all personas who have to act at the same touchpoints of it; where a persona who prefers only written messages finds a screen, as a piece of information. A general channel such as \`web\` stands for every channel of that kind, \`inPerson\` for every shop, counter and visit, one of the standard library such as \`line\` for your own of that kind that bear its name, a general \`phone\`, \`post\`, \`email\` or \`messaging\` at a touchpoint may be any of its kind, and who prefers \`email\` is taken to be at home on websites, too. A website and an app of the company are one to them: both are screens that they use alone, and who cannot use one says so with \`lacks\`. Left out are stages of the kinds \`awareness\` and \`use\`, where people are wherever they are; touchpoints that can only be had on the spot (\`task tryOn\`, \`pickUp\`, \`deliver\`, or in person in a stage of the kind \`delivery\`); places where the customer just is, with nothing asked but who has come (a name, a number, a passport) and no commitment, and no task but one that needs the place, such as \`repair\`, because a lesson or a surgery is had there and nowhere else; what follows in the same visit (no \`after\`, and every way there comes from the same channel); screens where they just look around, with nothing asked but a login, no task and no commitment; those without a channel; those that are \`optional\`; and stages with a channel that the persona cannot use at all, as \`channel-inaccessible\` says.`,
      ja: `使いたいチャネルを選べないと、お客様は振り回されていると感じ、用件を後回しにしがちです。

ステージのうち、お客様から始め(\`by customer\`)、ペルソナがたどり着くタッチポイントを調べます。そのチャネルにも代替にも、ペルソナ(またはセグメント)が \`prefers\` としたものが一つもなければ、ステージを指摘します(同じタッチポイントで行動するペルソナは一件にまとめます)。メールやLINEなどのメッセージだけを好むペルソナに、ウェブやアプリの画面があるときは、情報にとどめます。\`web\` のような一般的なチャネルは、同じ種類のチャネルすべてを、\`inPerson\`(対面)は店舗・窓口・訪問のどれもを表し、\`line\` のような標準ライブラリーのチャネルは、その名前を含む同じ種類の独自のチャネル(「市公式LINE」など)も表します。タッチポイントの \`phone\`・\`post\`・\`email\`・\`messaging\` は同じ種類のどのチャネルでもありうるものとし、\`email\` を好む人はウェブサイトも使えるものとみなします。自社のウェブサイトとアプリは、どちらもお客様が一人で使う画面なので、互いに代わりになるものとみなします(使えない場合は \`lacks\` に書きます)。認知(\`awareness\`)と利用(\`use\`)のステージ、その場でしかできないもの(\`task tryOn\`・\`pickUp\`・\`deliver\`、または \`delivery\` のステージでの対面)、尋ねるのが誰であるか(氏名・番号・本人確認書類など)だけで、約束がなく、用件もないか、\`repair\` のようにその場で行うものだけの対面の場面(授業や手術は、ほかではできません)、同じ来店・来訪のまま続く対面の場面(\`after\` がなく、どの経路も同じチャネルから来るもの)、用件も、ログインのほかに尋ねる情報も、約束もなく、見て回るだけの画面、チャネルのないもの、任意(\`optional\`)のものは除きます。ペルソナがまったく使えないチャネルのあるステージも、\`channel-inaccessible\` に任せます。`,
    },
    remedy: {
      en: 'Offer one of the preferred channels as well (`alternative on …`).',
      ja: '好みのチャネルでもできるようにします(`alternative on …`)。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    const missing: [Missing, ...Missing[]][] = [];
    for (const view of context.analysis.views) {
      if (view.persona === undefined || view.persona.prefers.length === 0) continue;
      for (const acting of actingIn(view.flow)) checkStage(context, view.persona, acting, missing);
    }
    for (const alike of missing) reportStage(context, alike);
  },
};

type Acting = readonly [GraphNode, ...GraphNode[]];

/** The touchpoints at which the customer must act, by stages. The same for all who go the same ways. */
const actingIn = lazyFor((flow: Flow): readonly Acting[] =>
  flow.graph.journey.stages.flatMap(({ key, kind }): readonly Acting[] => {
    if (kind !== undefined && anywhere.has(kind.value)) return [];
    const [first, ...others] = flow.graph.nodesIn(key).filter((node) => mustAct(flow, node));
    return first === undefined ? [] : [[first, ...others]];
  }),
);

const onTheSpot: ReadonlySet<string> = new Set(['tryOn', 'pickUp', 'deliver']);

const anywhere: ReadonlySet<string> = new Set(['awareness', 'use']);

function mustAct(flow: Flow, node: GraphNode): boolean {
  const { initiator, task, optional, channels } = node.touchpoint;
  if (initiator?.value !== 'customer' || optional !== undefined || channels.length === 0) return false;
  if ((task !== undefined && onTheSpot.has(task.value)) || !flow.reachable(node)) return false;
  if (node.stage.kind?.value !== 'delivery') return true;
  return channelsOf(flow.model, choicesAt(node.touchpoint)).some((channel) => familyOf(channel) !== 'inPerson');
}

/** Whether the customer is at a place or looks around on a screen, and nothing is written that could be settled anywhere else. */
function isBeingThere(model: Model, node: GraphNode): boolean {
  const { touchpoint } = node;
  const { asks, commits, consents, task } = touchpoint;
  const channels = channelsOf(model, choicesAt(touchpoint));
  const isAtPlace = channels.every((channel) => familyOf(channel) === 'inPerson');
  if (isAtPlace && isThereAlready(node)) return true;
  if (commits.length + consents.length > 0) return false;
  if (isAtPlace) {
    return asks.every(({ data }) => isSaidOnArrival(model, data)) && (task === undefined || !isErrand(task.value));
  }
  return task === undefined && channels.every(isScreen) && asks.every(({ data }) => isLoginData(model, data));
}

/** Whether the same visit goes on: the customer stands there as it is, and would not go elsewhere for the next thing. */
function isThereAlready({ touchpoint, in: arrivals }: GraphNode): boolean {
  return (
    arrivals.length > 0 &&
    touchpoint.after === undefined &&
    (touchpoint.wait?.typical.seconds ?? 0) <= longestVisit &&
    arrivals.every(({ from }) => from.touchpoint.channels.some((channel) => isAt(touchpoint, channel)))
  );
}

/** In seconds: who waits longer than for hours comes another day. */
const longestVisit = 14_400;

function isAt({ channels }: Touchpoint, { key }: Reference): boolean {
  return channels.some((channel) => channel.key === key);
}

/** Whether it is no more than who has come: a name, a number, a card that is shown. Where to reach somebody is more. */
function isSaidOnArrival({ data }: Model, asked: readonly Reference[]): boolean {
  return asked.every(({ key }) => {
    const datum = data.get(key);
    if (datum === undefined || ways.has(datum.id)) return false;
    return datum.identifier || isProofOfIdentity(datum) || isNewEachTime(datum) || persons.test(datum.id);
  });
}

const ways: ReadonlySet<string> = new Set(['email', 'phoneNumber']);

const persons = /^(name|kana|birthday|氏名|名前|お名前|フリガナ|生年月日)$/;

/** Whether it only opens the door: a password, with the number or the address that belongs to it. */
function isLoginData({ data }: Model, asked: readonly Reference[]): boolean {
  const all = asked.map(({ key }) => data.get(key));
  return all.some(isSecret) && all.every((datum) => isSecret(datum) || datum?.identifier === true);
}

/** Whether it is a routine errand that does not need the place. A word of the author's own says what is had there. */
function isErrand(task: string): boolean {
  return Object.hasOwn(TASKS, task) && !inPlace.has(task);
}

const inPlace: ReadonlySet<string> = new Set([
  ...onTheSpot,
  'tryOut',
  'checkIn',
  'checkOut',
  'install',
  'setUp',
  'repair',
]);

/**
 * Who likes to be written to by e-mail is at home on a website, too. What is written or spoken on a general channel may be
 * any of its kind: who prefers a letter finds it at `post`. Somebody else's website is not any website.
 */
function suits(model: Model, { prefers }: Persona, channel: Reference): boolean {
  if (isAmong(model, prefers, channel)) return true;
  const kind = model.channels.get(channel.key)?.kind?.value;
  if (interchangeable.has(kind) && prefers.some((liked) => isAmong(model, [channel], liked))) return true;
  const preferred = channelsOf(model, prefers);
  if (kind === 'web' && preferred.some((each) => each.kind?.value === 'email')) return true;
  return isOwnScreen(model.channels.get(channel.key)) && preferred.some(isOwnScreen);
}

/** Where the customer can do things alone, with this company. */
function isOwnScreen(channel: Channel | undefined): boolean {
  return channel !== undefined && isScreen(channel) && !channel.thirdParty && !channel.human;
}

const interchangeable: ReadonlySet<string | undefined> = new Set(['email', 'messaging', 'phone', 'post']);

/** A stage without a channel that a persona prefers. */
interface Missing {
  readonly persona: Persona;
  readonly acting: Acting;
  /** What the persona has to do there can be done elsewhere. */
  readonly elsewhere: readonly GraphNode[];
  readonly severity: Severity;
}

function checkStage(
  { model }: JourneyContext,
  persona: Persona,
  acting: Acting,
  missing: [Missing, ...Missing[]][],
): void {
  const isLiked = (channel: Reference): boolean => suits(model, persona, channel);
  if (acting.some(({ touchpoint }) => choicesAt(touchpoint).some(isLiked))) return;
  const elsewhere = acting.filter((node) => !isBeingThere(model, node));
  if (elsewhere.length === 0) return;
  // Whom a channel shuts out has a bigger problem than one that they would not choose.
  if (acting.some(({ touchpoint }) => obstacleAt(model, persona, touchpoint) !== undefined)) return;
  const choices = acting.flatMap(({ touchpoint }) => choicesAt(touchpoint));
  const isNear =
    channelsOf(model, persona.prefers).every(isWritten) && channelsOf(model, choices).some((each) => isScreen(each));
  const found: Missing = { persona, acting, elsewhere, severity: isNear ? 'information' : 'warning' };
  const others = missing.find(([other]) => isSameStage(other, found));
  if (others === undefined) missing.push([found]);
  else others.push(found);
}

/** Whether it is the same for two personas, so that one sentence is true of both. */
function isSameStage(a: Missing, b: Missing): boolean {
  return (
    a.severity === b.severity &&
    a.acting.length === b.acting.length &&
    a.acting.every(({ key }, index) => b.acting[index]?.key === key)
  );
}

function reportStage(context: JourneyContext, [first, ...others]: readonly [Missing, ...Missing[]]): void {
  const { model, report } = context;
  const { acting, elsewhere, severity } = first;
  const personas = [first, ...others].map(({ persona }) => persona);
  const choices = acting.flatMap(({ touchpoint }) => choicesAt(touchpoint));
  const offered = namesOf(model.channels, [...new Set(choices.map(({ key }) => key))]);
  const [stage, who] = [titled(acting[0].stage), titles(personas)];
  const wishes = wishesOf(model, personas);
  report({
    place: acting[0].stage.place,
    severity,
    message: {
      en: `In the stage ${stage.en} ${who.en} can act only on ${offered.en}, and would rather use ${wishes.en}.`,
      ja: `ステージ${stage.ja}で${who.ja}が使えるのは${offered.ja}だけで、好みの${wishes.ja}が選べません。`,
    },
    help: rule.meta.remedy,
    related: elsewhere.map(({ touchpoint }) => ({
      place: touchpoint.channels[0]?.place ?? touchpoint.place,
      message: { en: 'only on this channel', ja: 'ここで使えるのはこのチャネルだけです' },
    })),
    fixes: () => offerPreferred(context, personas, acting[0]),
    subject: { stage: acting[0].stage.key },
    personas: personas.map(({ key }) => key),
    namesPersona: true,
    same: personas.map(({ key }) => key).join(' '),
  });
}

/** What they prefer: once if all prefer the same, otherwise with whose wish it is. */
function wishesOf(model: Model, personas: readonly Persona[]): Text {
  const wishes = personas.map(({ prefers }) =>
    namesOf(
      model.channels,
      prefers.map(({ key }) => key),
    ),
  );
  const [first] = wishes;
  if (first !== undefined && wishes.every(({ en }) => en === first.en)) return first;
  return {
    en: personas.map((persona, index) => `${wishes[index]?.en} (${titled(persona).en})`).join(', '),
    ja: personas.map((persona, index) => `${wishes[index]?.ja}(${titled(persona).ja})`).join('、'),
  };
}

/** Who likes to write and to be written to best can mostly use a screen as well. */
function isWritten({ kind }: Channel): boolean {
  return ['email', 'sms', 'messaging', 'social'].includes(kind?.value ?? '');
}

function isScreen({ kind }: Channel): boolean {
  return kind?.value === 'web' || kind?.value === 'app';
}

/** What every one of them prefers mends it for all. */
function offerPreferred(
  { model }: JourneyContext,
  personas: readonly Persona[],
  { touchpoint }: GraphNode,
): readonly Fix[] {
  const [first, ...others] = personas;
  const shared = (first?.prefers ?? []).filter((channel) => others.every((persona) => suits(model, persona, channel)));
  const at = titled(touchpoint);
  const channels =
    shared.length > 0 ? shared.map((channel) => [channel]) : [personas.flatMap(({ prefers }) => prefers.slice(0, 1))];
  return channels.flatMap((together) => {
    const keys = [...new Set(together.map(({ key }) => key))];
    const ids = keys.map((key) => referable(model.channels, key));
    if (ids.includes(undefined)) return [];
    const name = namesOf(model.channels, keys);
    return [
      adding(touchpoint, [`alternative on ${ids.join(', ')}`], {
        en: `Offer ${at.en} on ${name.en} as well`,
        ja: `${at.ja}を${name.ja}でもできるようにする`,
      }),
    ];
  });
}
