import type { FlowView } from '../../../model/analysis.ts';
import type { Fix, RelatedPlace } from '../../../model/finding.ts';
import { type ChannelFamily, familyOf } from '../../../model/flow/crossings.ts';
import type { Certainty, FactSource } from '../../../model/flow/facts.ts';
import type { GraphNode } from '../../../model/graph.ts';
import { durationText, titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import type { Word } from '../../../model/values.ts';
import { isWaitAnnounced } from '../../announcements.ts';
import { sayOn, severityFor } from '../../certainty.ts';
import { channelsOf, choicesAt } from '../../channels.ts';
import { commitmentText } from '../../commitments.ts';
import { adding, insertable, literal, writtenInJapanese } from '../../fixes.ts';
import { referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { originOf } from '../../settings.ts';
import { isMetByStaff } from '../../staff.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'no-confirmation',
    group: 'transparency',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'The customer commits to something, and nothing confirms it.',
      ja: '申し込みや購入のあとに、完了の知らせがありません。',
    },
    why: {
      en: `Whoever has pressed the button wants to know: did it work? Without an answer people do it twice, or call.

After every \`commits\` there must be a confirmation on all ways on, before a wait of more than an hour: a \`confirms\`, or \`shows confirmation\` or \`receipt\`, at the same touchpoint or at a later one. It must confirm the same thing, or something that nobody commits to in this journey (\`commits purchase\`, \`confirms order\`). When no way brings it in time, this is a warning; when only some do, a piece of information. A confirmation that comes later is in time when the customer has been told how long it takes, as with a contract that is countersigned. What is settled face to face with staff needs no further word; on the phone with staff, where the answer is heard but nothing remains, it is a piece of information, unless something confirms it later. Ways that lead away because the step has failed do not count, and a wait at the touchpoint of the commitment itself is taken as the time before it.`,
      ja: `ボタンを押した人がまず知りたいのは、うまくいったかどうかです。返事がなければ、もう一度申し込むか、電話で確かめることになります。

\`commits\` のあとには、すべての経路で、1時間を超えて待つ前に完了の知らせが必要です。同じタッチポイントかそのあとの \`confirms\`、\`shows confirmation\`、\`shows receipt\` を知らせとみなします。知らせる対象は、同じもの、またはこのジャーニーのどこでも \`commits\` とされていないもの(\`commits purchase\` に対する \`confirms order\` など)です。どの経路でも間に合わなければ警告、一部の経路だけなら情報です。双方が署名する契約のように後で届く知らせも、かかる長さを伝えてあれば間に合うものとみなします。担当者と対面で済ませることには、別の知らせを求めません。担当者との電話では、返事は聞けても控えが残らないため、情報にとどめます(あとから確認が届けば何も言いません)。失敗したときの経路は数えません。\`commits\` のあるタッチポイント自身の待ち時間は、申し込む前のものとみなします。`,
    },
    remedy: {
      en: 'Confirm at once what the customer has agreed to: on the screen (`confirms`) and in a message.',
      ja: '何を申し込んだのかを、その場の画面(`confirms`)とメッセージですぐに知らせます。',
    },
    sources: [],
    settings: ['unconfirmedWait'],
  },
  check: (context) => {
    const committing = context.analysis.whole.graph.nodesWith('commits');
    if (committing.length === 0) return;
    const commitments = new Set(committing.flatMap(({ touchpoint }) => touchpoint.commits.map(({ value }) => value)));
    const inTime = confirmations(commitments, context.settings.unconfirmedWait);
    const ever = confirmations(commitments, Number.POSITIVE_INFINITY);
    forEachFlow(context, (shared, view) => {
      for (const node of view.graph.nodesWith('commits')) {
        // From where no end can be reached, as `dead-end` says, nothing is known of what lies ahead.
        if (!view.flow.reachable(node) || !view.flow.canEnd(node, 'end')) continue;
        for (const word of node.touchpoint.commits) checkCommitment(shared, view, node, word, inTime, ever);
      }
    });
  },
};

function checkCommitment(
  context: JourneyContext,
  view: FlowView,
  node: GraphNode,
  word: Word,
  inTime: FactSource,
  ever: FactSource,
): void {
  if (confirms(node, word.value) || isAgreedIn(context, node, 'inPerson')) return;
  const confirmed = aheadOf(view, node, word.value, inTime);
  if (confirmed === 'always') return;
  const certainty: Certainty = confirmed === undefined ? 'always' : 'sometimes';
  const isSpoken = isAgreedIn(context, node, 'phone');
  const late = view.flow.future(ever).origins(node, word.value)[0]?.node;
  if (late !== undefined && (isSpoken || isAnnouncedOnAllWays(view, node, word.value, ever, late))) return;
  const at = titled(node.touchpoint);
  const what = commitmentText(word.value);
  context.report({
    place: word.place,
    severity: severityFor(certainty, isSpoken ? 'information' : 'warning'),
    message: isSpoken
      ? sayOn(certainty, onlySpoken(at, what))
      : certainty === 'always' && late !== undefined
        ? tooLate(context, at, what, titled(late.touchpoint))
        : sayOn(certainty, {
            en: `nothing confirms what the customer commits to at ${at.en} (${what.en}).`,
            ja: `${at.ja}で行った${what.ja}の完了が、お客様に知らされません。`,
          }),
    help: rule.meta.remedy,
    related: late === undefined ? [] : [confirmedAt(late)],
    fixes: () => [confirmAtOnce(node, word.value), ...confirmByMail(context, node, word.value)],
    subject: { touchpoint: node.key },
    same: word.value,
  });
}

/** Who knows by when the confirmation comes, such as a countersigned contract, does not wonder whether it has worked. */
function isAnnouncedOnAllWays(
  view: FlowView,
  node: GraphNode,
  word: string,
  ever: FactSource,
  confirming: GraphNode,
): boolean {
  const { wait } = confirming.touchpoint;
  return wait !== undefined && isWaitAnnounced(view, confirming) && aheadOf(view, node, word, ever) === 'always';
}

/** Whether it is agreed with a person: whoever stands before one sees that it is done, on the phone one hears it. */
function isAgreedIn({ model }: JourneyContext, { touchpoint }: GraphNode, where: ChannelFamily): boolean {
  if (!isMetByStaff(model, touchpoint)) return false;
  const channels = channelsOf(model, choicesAt(touchpoint));
  return channels.length > 0 && channels.every((channel) => familyOf(channel) === where);
}

function onlySpoken(at: Text, what: Text): Text {
  return {
    en: `what the customer commits to at ${at.en} (${what.en}) is agreed by word of mouth, and nothing confirms it afterwards.`,
    ja: `${at.ja}で行った${what.ja}は口頭の返事だけで、あとから確かめられる控えが届きません。`,
  };
}

function tooLate({ settings }: JourneyContext, at: Text, what: Text, late: Text): Text {
  const [most, origin] = [durationText(settings.unconfirmedWait), originOf('unconfirmedWait', settings)];
  return {
    en: `What the customer commits to at ${at.en} (${what.en}) is confirmed only at ${late.en}, after a wait of more than ${most.en} (${origin.en}).`,
    ja: `${at.ja}で行った${what.ja}の完了は、${most.ja}を超えて待ったあとの${late.ja}まで知らされません(${origin.ja})。`,
  };
}

function confirmedAt({ touchpoint: { confirms: words, place } }: GraphNode): RelatedPlace {
  return { place: words[0]?.place ?? place, message: { en: 'confirmed here', ja: 'ここで知らせています' } };
}

/** Whether a confirmation comes on the ways on, but for those that are taken because the step has failed. */
function aheadOf({ flow }: FlowView, node: GraphNode, word: string, source: FactSource): Certainty | undefined {
  const future = flow.future(source);
  let some = false;
  let all = !node.ends.some(({ kind }) => kind !== 'failure');
  for (const { kind, to } of node.out) {
    if (kind === 'failure') continue;
    const certainty = future.fromHere(to, word);
    some ||= certainty !== undefined;
    all &&= certainty === 'always';
  }
  return some ? (all ? 'always' : 'sometimes') : undefined;
}

/** Confirmations as facts: what is committed to. Nobody looks beyond a wait that is longer than the limit in seconds. */
function confirmations(commitments: ReadonlySet<string>, limit: number): FactSource {
  return (mark, graph) => {
    for (const node of graph.nodes) {
      const { wait, after, during } = node.touchpoint;
      const waits = Math.max(during === undefined ? (wait?.typical.seconds ?? 0) : 0, after?.seconds ?? 0);
      for (const word of commitments) {
        if (waits > limit) mark.ceases(node, word);
        else if (confirms(node, word, commitments)) mark.begins(node, word);
      }
    }
  };
}

function confirms({ touchpoint }: GraphNode, word: string, commitments?: ReadonlySet<string>): boolean {
  const { shows, confirms: words } = touchpoint;
  if (shows.some((item) => item.word?.value === 'confirmation' || item.word?.value === 'receipt')) return true;
  return words.some(({ value }) => value === word || (commitments?.has(value) === false && !takesBack.test(value)));
}

/** What confirms that something is called off confirms nothing that was begun. */
const takesBack = /cancel|withdraw|terminat|resign|return|refund|キャンセル|取消|取り消し|解約|退会|返品|返金/i;

function confirmAtOnce({ touchpoint }: GraphNode, word: string): Fix {
  return adding(touchpoint, [`confirms ${word}`], {
    en: 'Confirm it at once, at the same touchpoint',
    ja: '同じタッチポイントで、すぐに完了を知らせる',
  });
}

/** A message of its own, where the text alone says what comes next: a touchpoint after an arrow would be out of reach. */
function confirmByMail({ model, journey }: JourneyContext, { touchpoint }: GraphNode, word: string): readonly Fix[] {
  const email = referable(model.channels, 'email');
  const goesOn = journey.paths.filter(({ from }) => from === touchpoint.key);
  const id = `${touchpoint.id}_Confirmation`;
  const taken = journey.stages.some(({ touchpoints }) => touchpoints.some((other) => other.id === id));
  if (email === undefined || taken || touchpoint.body === undefined) return [];
  if (!goesOn.every(({ kind, end }) => kind === 'next' || (end !== undefined && 'implied' in end))) return [];
  const title = writtenInJapanese(touchpoint) ? '完了の知らせが届く' : 'Gets the confirmation';
  const lines = [
    `touchpoint ${id} ${literal(title)} on ${email} by company {`,
    '  kind transactional',
    `  confirms ${word}`,
    '}',
  ];
  return [
    {
      title: { en: 'Confirm it by e-mail', ja: 'メールで完了を知らせる' },
      safe: false,
      edits: [{ kind: 'addAfter', after: insertable(touchpoint), lines }],
    },
  ];
}
