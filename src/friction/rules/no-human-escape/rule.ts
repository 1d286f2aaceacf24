import type { FlowView } from '../../../model/analysis.ts';
import type { Channel } from '../../../model/entities.ts';
import type { Fix } from '../../../model/finding.ts';
import type { GraphEdge, GraphEnd, GraphNode } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import type { Model } from '../../../model/model.ts';
import { titled } from '../../../model/phrases.ts';
import { channelsOf, choicesAt } from '../../channels.ts';
import { adding } from '../../fixes.ts';
import { nameOf, referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { offersStaff } from '../../staff.ts';
import { isSecret } from '../../told.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'no-human-escape',
    group: 'empowerment',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'From a machine there is no way to a person.',
      ja: '人につながる出口がありません。',
    },
    why: {
      en: `A bot that cannot help and does not let go is worse than no bot. People accept machines as long as they know how to reach somebody.

Looked at are bots and voice menus (kind \`bot\` or \`ivr\`, or \`handledBy bot\`) that can fail: they ask for something, have a barrier, or have an \`on failure\`. On screens where customers help themselves only those with an \`on failure\` count, without the login (\`task login\`, or a password or code is asked for), where trying again is the way on, and without requests that are handed in (\`task inquire\`, \`complain\` or \`report\`, the channel \`webForm\`, or a case number is given), because people answer these. For the same reason such a request is a way to a person. There must be a person within two steps (our own choice; who delivers a parcel is none), or the touchpoint itself \`offers human\`, a callback or a transfer, or has an alternative with a person. Where every way on ends in success without another touchpoint, nothing can go wrong any more.`,
      ja: `助けにならず、放してもくれないボットは、ないほうがましです。人につながる方法が分かっている限り、お客様は機械を受け入れます。

失敗しうるボットと音声メニュー(種類が \`bot\`・\`ivr\`、または \`handledBy bot\` で、何かを尋ねる、障壁がある、\`on failure\` がある)を調べます。自分で操作する画面は、\`on failure\` があるものだけを対象とします。ただし、やり直せば済むログイン(\`task login\`、またはパスワードや認証コードの入力)と、人が回答する問い合わせの受付(\`task inquire\`・\`complain\`・\`report\`、チャネル \`webForm\`、または受付番号の発行)は除き、問い合わせの受付は人につながる方法とみなします。2ステップ以内(独自の目安)に、荷物を届けに来る人のほかに話せる人がいるか、そこで \`offers human\`・折り返し・転送があるか、人の対応する代替チャネルが必要です。先に何もなく成功で終わる場合は除きます。`,
    },
    remedy: {
      en: 'Say how the customer reaches a person from here (`offers human on …`, or a way `-> …`).',
      ja: 'ここから人につながる方法を用意します(`offers human on …`、または `-> …` の経路)。',
    },
    sources: [],
    settings: [],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      for (const node of view.graph.nodes) {
        if (canFail(context.model, node) && view.flow.reachable(node) && !hasEscape(context.model, view, node)) {
          report(context, node);
        }
      }
    });
  },
};

/** Steps within which a person must be reached. */
const nearby = 2;

function canFail(model: Model, { touchpoint, out, ends }: GraphNode): boolean {
  const fails = out.some(isFailure) || ends.some(isFailure);
  if (!fails && touchpoint.barriers.length + touchpoint.asks.length === 0) return false;
  const channels = channelsOf(model, touchpoint.channels);
  const isMachine = touchpoint.handledBy?.value === 'bot' || (channels.length > 0 && channels.every(({ bot }) => bot));
  if (isMachine) return true;
  const isAlone = fails && channels.length > 0 && channels.every(({ selfService }) => selfService);
  return isAlone && !isLogin(model, touchpoint) && !isRequest(model, touchpoint);
}

function isLogin({ data }: Model, { task, asks }: Touchpoint): boolean {
  return task?.value === 'login' || asks.some((request) => request.data.some(({ key }) => isSecret(data.get(key))));
}

/** Whether the customer hands in there what somebody of the staff will read and answer. */
function isRequest(model: Model, { task, channels, gives, handledBy }: Touchpoint): boolean {
  const own = channelsOf(model, channels);
  if (handledBy?.value === 'bot' || own.some(({ bot }) => bot)) return false;
  if (requests.has(task?.value ?? '')) return own.some(({ selfService }) => selfService);
  return own.some(({ id }) => id === 'webForm') || gives.some(({ key }) => model.data.get(key)?.id === 'caseNo');
}

const requests: ReadonlySet<string> = new Set(['inquire', 'complain', 'report']);

function isFailure({ kind }: GraphEdge | GraphEnd): boolean {
  return kind === 'failure';
}

function hasEscape(model: Model, { flow }: FlowView, node: GraphNode): boolean {
  const { touchpoint, out, ends } = node;
  if (offersStaff(touchpoint) || channelsOf(model, touchpoint.alternatives).some(({ human }) => human)) return true;
  if (out.length === 0 && ends.length > 0 && ends.every(({ end }) => end === 'success')) return true;
  const withPerson = (other: GraphNode): boolean =>
    other.touchpoint.handledBy?.value === 'staff' ||
    offersStaff(other.touchpoint) ||
    isRequest(model, other.touchpoint) ||
    channelsOf(model, choicesAt(other.touchpoint)).some(isSomebodyToAsk);
  return flow.nearest(node, withPerson, nearby) !== undefined;
}

/** Whoever brings the parcel knows no more about it than the customer. */
function isSomebodyToAsk({ human, library, id }: Channel): boolean {
  return human && !(library && id === 'delivery');
}

function report(context: JourneyContext, { key, touchpoint, stage }: GraphNode): void {
  const at = titled(touchpoint);
  context.report({
    place: touchpoint.place,
    message: {
      en: `If ${at.en} does not help, the customer finds no person within ${nearby} steps.`,
      ja: `${at.ja}で解決しないとき、${nearby}ステップ以内に人につながる道がありません。`,
    },
    help: rule.meta.remedy,
    fixes: () => offerHuman(context, touchpoint, stage),
    subject: { touchpoint: key },
  });
}

/** On the channel with a person that the stage uses already, otherwise by phone. */
function offerHuman(
  { model }: JourneyContext,
  touchpoint: GraphNode['touchpoint'],
  stage: GraphNode['stage'],
): readonly Fix[] {
  const inStage = stage.touchpoints
    .flatMap((each) => choicesAt(each))
    .find(({ key }) => model.channels.get(key)?.human);
  const key = inStage?.key ?? 'phone';
  const id = referable(model.channels, key);
  const name = nameOf(model.channels, key);
  if (id === undefined) return [];
  return [
    adding(touchpoint, [`offers human on ${id}`], {
      en: `Offer a person on ${name.en}`,
      ja: `${name.ja}で人につながるようにする`,
    }),
  ];
}
