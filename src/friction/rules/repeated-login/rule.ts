import type { FlowView } from '../../../model/analysis.ts';
import type { Certainty, FactSource, Origin } from '../../../model/flow/facts.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import type { Model } from '../../../model/model.ts';
import { titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { sayOn, severityFor, wayPlaces } from '../../certainty.ts';
import { adding, literal, writtenInJapanese } from '../../fixes.ts';
import { leastWait } from '../../least-wait.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'repeated-login',
    group: 'identity',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'touchpoint',
    fix: 'unsafe',
    summary: {
      en: 'The customer proves who they are once more, although it is known already.',
      ja: '本人確認が済んでいるお客様に、もう一度確認を求めています。',
    },
    why: {
      en: `Typing a password or answering security questions for the second time shows the customer the seam between two systems.

Reported is a touchpoint at which the customer proves who they are, when the same system, or one that shares an identifier with it, has known them at that level or higher on the way there. Proving is: \`identity login\` together with asking for a credential or an identifier (or \`task login\`), and \`identity verified\` together with asking for anything personal (or \`task verify\`). An \`identity\` alone only says that the customer is logged in, and so does one with an identifier on the screen on which the customer has logged in already.

Not reported: a higher level than before; a \`stepUp\` with its reason; and a new session, which we assume when the customer has waited for an hour or more in between (our own choice). It is a piece of information, because what must be checked is for each company to decide.`,
      ja: `パスワードや質問への答えを二度求められると、お客様にはシステムの継ぎ目が見えてしまいます。

お客様が本人であることを示すタッチポイントのうち、同じシステム、または見分けるための情報を共有するシステムが、それまでの経路で同じかより高い水準でお客様を確認済みのものを指摘します。\`identity login\` とあわせてパスワードなどや識別できる情報を尋ねる場合(または \`task login\`)、\`identity verified\` とあわせて個人の情報を尋ねる場合(または \`task verify\`)を「本人であることを示す」とみなします。\`identity\` だけなら、ログイン中であることを示すにすぎません。すでにログインした画面と同じチャネルで番号を尋ねる場合も同じです。

より高い水準への引き上げ、理由つきの \`stepUp\` は指摘しません。間に1時間以上待つ場合は、新しいセッションとみなします(独自の目安)。どこまで確認するかは企業ごとの方針によるため、情報にとどめます。`,
    },
    remedy: {
      en: 'Pass on that the customer has been recognised, or say why it must be proved again (`stepUp "…"`).',
      ja: '確認済みであることを引き継ぐか、再度確認する理由を書きます(`stepUp "…"`)。',
    },
    sources: [],
    settings: [],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      for (const node of view.graph.nodesWith('identity')) {
        if (view.flow.reachable(node)) checkTouchpoint(context, view, node);
      }
    });
  },
};

/** A wait in seconds after which we take it for a new session. */
const newSession = 3600;

/** Ids of the standard library, and what people call the same data in Japanese. */
const credentials: ReadonlySet<string> = new Set(
  [
    'password pin oneTimeCode securityAnswer loginId biometrics idDocument',
    'パスワード 暗証番号 認証コード 秘密の質問の答え ログインID 生体情報 本人確認書類',
  ].flatMap((words) => words.split(' ')),
);

type Proof = 'login' | 'verified';

/** What the customer proves at a touchpoint, if anything. */
function proofAt({ model }: JourneyContext, { touchpoint }: GraphNode): Proof | undefined {
  const { identity, asks, task } = touchpoint;
  if (identity?.value !== 'login' && identity?.value !== 'verified') return undefined;
  if (task?.value === 'login' || task?.value === 'verify') return identity.value;
  const asked = asks
    .filter(({ optional }) => optional === undefined)
    .flatMap(({ data }) => data.flatMap(({ key }) => model.data.get(key) ?? []));
  if (asked.some(({ id }) => credentials.has(id))) return identity.value;
  const isProof = asked.some(({ identifier, personal }) => identifier || (identity.value === 'verified' && personal));
  return isProof ? identity.value : undefined;
}

/** At which touchpoints which system gets to know the customer how well. A lower level ends the higher one. */
const recognised: FactSource = (mark, graph) => {
  for (const node of graph.nodesWith('identity')) {
    const { identity, system } = node.touchpoint;
    if (identity === undefined) continue;
    const level = levels.indexOf(identity.value);
    for (const [rank, proof] of proofs.entries()) {
      if (level >= rank + 2) mark.begins(node, factOf(proof, system?.key));
      else mark.ceases(node, factOf(proof, system?.key));
    }
  }
};

const levels: readonly string[] = ['anonymous', 'cookie', 'login', 'verified'];
const proofs = ['login', 'verified'] as const;

function factOf(proof: Proof, system: string | undefined): string {
  return `${proof}\n${system ?? ''}`;
}

interface Earlier {
  readonly certainty: Certainty;
  readonly origin: Origin;
  readonly fact: string;
}

function checkTouchpoint(context: JourneyContext, view: FlowView, node: GraphNode): void {
  const { touchpoint } = node;
  const proof = proofAt(context, node);
  if (proof === undefined || touchpoint.stepUp !== undefined) return;
  const earlier = earlierProofs(context, view, node, proof);
  const found = earlier.find(({ certainty }) => certainty === 'always') ?? earlier[0];
  if (found === undefined || staysLoggedIn(context, found.origin.node, node, proof)) return;
  const [at, where] = [titled(touchpoint), titled(found.origin.node.touchpoint)];
  const said = saidOf(proof);
  const witness =
    found.certainty === 'sometimes' ? view.flow.past(recognised).witness(node, found.fact, 'first') : undefined;
  context.report({
    place: touchpoint.identity?.place ?? touchpoint.place,
    severity: severityFor(found.certainty, 'information'),
    message: sayOn(found.certainty, {
      en: `${at.en} makes the customer ${said.en} again, which they have already done at ${where.en}.`,
      ja: `${where.ja}で${said.ja}済みのお客様に、${at.ja}でもう一度${said.ja}を求めています。`,
    }),
    help: rule.meta.remedy,
    related: [
      {
        place: found.origin.node.touchpoint.identity?.place ?? found.origin.node.touchpoint.place,
        message: { en: 'known here already', ja: 'ここですでに確認しています' },
      },
      ...(witness === undefined ? [] : wayPlaces(witness)),
    ],
    fixes: () => [
      adding(
        touchpoint,
        [`stepUp ${literal(writtenInJapanese(touchpoint) ? '再度の確認が必要な理由' : 'Why it must be proved again')}`],
        { en: 'Write down why it is needed again', ja: '再度必要な理由を書く' },
      ),
    ],
    subject: { touchpoint: node.key },
    same: found.origin.node.key,
  });
}

/** Whether the customer is still on the screen on which they have logged in: there a number is asked for, but no login. */
function staysLoggedIn({ model }: JourneyContext, from: GraphNode, { touchpoint }: GraphNode, proof: Proof): boolean {
  if (proof !== 'login' || asksForLogin(model, touchpoint)) return false;
  return touchpoint.channels.some(
    ({ key }) =>
      model.channels.get(key)?.selfService === true && from.touchpoint.channels.some((other) => other.key === key),
  );
}

/** Whether it says itself that customers log in there. */
function asksForLogin(model: Model, { asks, task }: Touchpoint): boolean {
  if (task?.value === 'login' || task?.value === 'verify') return true;
  return asks.some(({ data }) => data.some(({ key }) => credentials.has(model.data.get(key)?.id ?? '')));
}

function saidOf(proof: Proof): Text {
  return proof === 'login' ? { en: 'log in', ja: 'ログイン' } : { en: 'prove who they are', ja: '本人確認' };
}

function earlierProofs(context: JourneyContext, view: FlowView, node: GraphNode, proof: Proof): readonly Earlier[] {
  const past = view.flow.past(recognised);
  return systemsThatTell(context, view, node).flatMap((system) => {
    const fact = factOf(proof, system);
    const certainty = past.before(node, fact, 'first');
    if (certainty === undefined) return [];
    const [origin] = past.origins(node, fact, 'first');
    if (origin === undefined) return [];
    const wait = leastWait(origin.node, node);
    return wait !== undefined && wait >= newSession ? [] : [{ certainty, origin, fact }];
  });
}

/** The touchpoint's own system, and those that share an identifier with it. */
function systemsThatTell(
  { model }: JourneyContext,
  { flow }: FlowView,
  { touchpoint }: GraphNode,
): readonly (string | undefined)[] {
  const own = touchpoint.system?.key;
  if (own === undefined) return [undefined];
  const identifiers = [...model.data.values()].filter(({ identifier }) => identifier);
  const others = [...model.systems.keys()].filter(
    (key) => key !== own && identifiers.some((datum) => flow.known.sharedWith(key, datum.key).includes(own)),
  );
  return [own, ...others];
}
