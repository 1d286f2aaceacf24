import type { Handover } from '../../../model/entities.ts';
import type { Fix, RelatedPlace } from '../../../model/finding.ts';
import type { FlowView } from '../../../model/analysis.ts';
import type { FactSource } from '../../../model/flow/facts.ts';
import { type Crossings, crossingsOf } from '../../../model/flow/crossings.ts';
import type { GraphEdge } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import type { Model } from '../../../model/model.ts';
import { titled } from '../../../model/phrases.ts';
import { insertable } from '../../fixes.ts';
import { nameOf, referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'silo-handover',
    group: 'silo',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'The customer passes from one team to another, and nothing says what goes along.',
      ja: '部門をまたぐ引き継ぎに、取り決めがありません。',
    },
    why: {
      en: `Customers fall into the gap between two teams when nobody has agreed on what is passed on and by when. Such hand-overs are also typical moments of truth.

Looked at is each way between two touchpoints whose owners (own, stage's or journey's) are both known and differ. An agreement is a \`handover\` to the second team from the first one (or, where the first one learns nothing new, from another team that the customer has always been with before), in the journey or at the top of a file in scope; or data that the way itself \`carries\`, or that the system of the first touchpoint \`shares\` with that of the second, if that is all that the second one \`reads\`; or both touchpoints are on one system, so that the second team sees what the first one has written down. A \`handover\` \`with feedback\` is an agreement for the way back, too. One finding for each pair of teams, at the first such way; failures count, an end does not.

Where nothing is under way, nothing has to be passed on. So the first touchpoint must have begun something (it asks, gives, reads or commits, or the customer is transferred), and the second must go on with it (it asks, reads, uses or shows back the customer's data, or the company or a transfer brings the customer there). A visit to a web page before a call is no hand-over; nor is a survey or an advertisement after a purchase, what is shown to everybody (a channel of the kind \`ad\`), what the second team itself has announced before (\`tells next\`), nor a way back to where the customer has been before, or to an earlier place in the text.`,
      ja: `何をいつまでに渡すかを部門間で決めていないと、お客様はその隙間に落ちます。部門の引き継ぎは、真実の瞬間になりやすい場面でもあります。

担当(自身、ステージ、ジャーニーのいずれかで指定)がともに分かっていて異なる、二つのタッチポイントの間の経路を調べます。後の部門への \`handover\`(ジャーニー内、または見えるファイルの先頭。前の部門が新しく尋ねたり渡したりしていなければ、それより前に必ず通る部門からでもかまいません)があるか、経路自体が情報を \`carries\` しているか、後のタッチポイントが参照する(\`reads\`)情報をすべて、前のシステムが後のシステムと共有(\`shares\`)しているか、両方が同じシステムを使っていて前の部門の記録がそのまま見えるなら、取り決めがあるとみなします。\`with feedback\` のある \`handover\` は、逆向きの取り決めにもなります。部門の組ごとに、最初の経路で一度だけ指摘します。失敗時の経路も数え、終了は数えません。

何も始まっていなければ、渡すものもありません。そこで、前のタッチポイントで何かが始まっていて(尋ねる、渡す、参照する、約束する、または転送する)、後のタッチポイントがそれを続ける場合(お客様の情報を尋ねる・参照する・使う・表示する、または会社側からの連絡や転送である場合)に限ります。電話の前にウェブページを見ただけの場合や、購入後のアンケートや広告、誰もが目にする案内(種類が \`ad\` のチャネル)、後の部門が自ら予告していた連絡(\`tells next\`)、前に通ったタッチポイントや、文中で前にあるタッチポイントへ戻る経路は、引き継ぎとはみなしません。`,
    },
    remedy: {
      en: 'Agree on it between the two teams and write it down: `handover A -> B carries … within …`.',
      ja: '二つの部門で取り決め、`handover A -> B carries … within …` と書きます。',
    },
    sources: [],
    settings: [],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      const seen = new Set<string>();
      for (const edge of view.graph.edges) {
        const owner = crossingsOf(context.model, edge).owner;
        if (owner !== undefined && !isReturn(view, edge)) checkEdge(context, view, edge, owner, seen);
      }
    });
  },
};

/** Whether the customer returns to where they have been: a loop, or a way up in the text once they have been helped. */
function isReturn({ flow }: FlowView, edge: GraphEdge): boolean {
  return edge.to.index < edge.from.index || flow.isBack(edge);
}

function checkEdge(
  context: JourneyContext,
  view: FlowView,
  edge: GraphEdge,
  owner: NonNullable<Crossings['owner']>,
  seen: Set<string>,
): void {
  const { model, journey, report } = context;
  if (edge.carries.length > 0 || !isHandedOver(model, view, edge, owner.to)) return;
  const pair = `${owner.from} ${owner.to}`;
  if (seen.has(pair) || sharesOn(model, edge)) return;
  if (journey.handovers.some((handover) => agrees(handover, owner.to, view, edge))) return;
  seen.add(pair);
  const from = nameOf(model.teams, owner.from);
  const to = nameOf(model.teams, owner.to);
  const before = titled(edge.from.touchpoint);
  const after = titled(edge.to.touchpoint);
  report({
    place: edge.to.touchpoint.place,
    message: {
      en: `Between ${before.en} and ${after.en} the customer passes from ${from.en} to ${to.en}, and nothing says what goes along.`,
      ja: `${before.ja}から${after.ja}へ進むと担当が${from.ja}から${to.ja}に替わりますが、何を引き継ぐかの取り決めがありません。`,
    },
    help: rule.meta.remedy,
    related: [comesFrom(edge)],
    fixes: () => writeDown(context, view, edge, owner),
    subject: { touchpoint: edge.from.key, next: edge.to.key },
    same: pair,
  });
}

/** Whether something was under way with the first team that the second one goes on with. */
function isHandedOver(model: Model, { flow }: FlowView, edge: GraphEdge, team: string): boolean {
  const [first, second] = [edge.from.touchpoint, edge.to.touchpoint];
  if (edge.transfer) return true;
  if (first.asks.length + first.gives.length + first.reads.length + first.commits.length === 0) return false;
  const needed = second.asks.length + second.reads.length + second.prefilled.length + second.uses.length;
  if (needed > 0) return true;
  return (
    isFollowUp(model, second) && flow.past(announcements).after(edge.from, announced(team, second.key)) !== 'always'
  );
}

/**
 * Whether the company comes back to what was begun. A survey or an advertisement begins something of its own, and what everybody
 * can read on a display is for nobody in particular.
 */
function isFollowUp(model: Model, { initiator, collects, kind, channels }: Touchpoint): boolean {
  const isOwnMatter = collects.length > 0 || kind?.value === 'marketing';
  const isForAll = channels.length > 0 && channels.every(({ key }) => model.channels.get(key)?.kind?.value === 'ad');
  return !isOwnMatter && !isForAll && initiator !== undefined && initiator.value !== 'customer';
}

/** What a team has said that it will do next: when it does, it goes on with its own. */
const announcements: FactSource = (mark, graph) => {
  for (const node of graph.nodesWith('tells')) {
    const { owner, tells } = node.touchpoint;
    if (owner === undefined) continue;
    for (const { target } of tells) if (target !== undefined) mark.begins(node, announced(owner.key, target.key));
  }
};

function announced(team: string, touchpoint: string): string {
  return `${team} ${touchpoint}`;
}

/** Whether both teams look into one system, or that of the first one passes on all that the second one sees there. */
function sharesOn(model: Model, { from, to }: GraphEdge): boolean {
  const { reads } = to.touchpoint;
  const [source, target] = [from.touchpoint.system?.key, to.touchpoint.system?.key];
  if (source !== undefined && source === target) return true;
  if (reads.length === 0) return false;
  const shares = source === undefined ? [] : (model.systems.get(source)?.shares ?? []);
  const arriving = shares.filter(({ targets }) => targets.some(({ key }) => key === target));
  const shared = new Set(arriving.flatMap(({ data }) => data.map(({ key }) => key)));
  return reads.every(({ key }) => shared.has(key));
}

/** Whether the second team hears from the first one, or where nothing is new from another that the customer has been with. */
function agrees({ from, to, feedback }: Handover, next: string, { flow }: FlowView, edge: GraphEdge): boolean {
  // Feedback is what comes back the other way.
  if (feedback !== undefined && from.key === next && to.key === edge.from.touchpoint.owner?.key) return true;
  if (to.key !== next) return false;
  const { asks, gives, commits, owner } = edge.from.touchpoint;
  const isNothingNew = asks.length + gives.length + commits.length === 0 && !edge.transfer;
  return owner?.key === from.key || (isNothingNew && flow.past(teamsMet).after(edge.from, from.key) === 'always');
}

const teamsMet: FactSource = (mark, graph) => {
  for (const node of graph.nodesWith('owner')) {
    const { owner } = node.touchpoint;
    if (owner !== undefined) mark.begins(node, owner.key);
  }
};

function comesFrom({ from }: GraphEdge): RelatedPlace {
  return {
    place: from.touchpoint.place,
    message: { en: 'the customer comes from here', ja: 'お客様はここから来ます' },
  };
}

/** What the second team needs and the first one can know: what would otherwise be asked for or seen there, or else what is new. */
function writeDown(
  { model, journey }: JourneyContext,
  { flow }: FlowView,
  edge: GraphEdge,
  { from, to }: NonNullable<Crossings['owner']>,
): readonly Fix[] {
  const [first, second] = [referable(model.teams, from), referable(model.teams, to)];
  if (first === undefined || second === undefined || journey.body === undefined) return [];
  const [source, target] = [edge.from.touchpoint, edge.to.touchpoint];
  const sought = [...target.asks.flatMap(({ data }) => data), ...target.reads].filter(
    ({ key }) => flow.known.after(edge.from, key) !== undefined,
  );
  const fresh = [...source.asks.flatMap(({ data }) => data), ...source.gives];
  const needed = (sought.length > 0 ? sought : fresh).flatMap(({ key }) => referable(model.data, key) ?? []);
  const carries = needed.length > 0 ? ` carries ${[...new Set(needed)].join(', ')}` : '';
  const [a, b] = [nameOf(model.teams, from), nameOf(model.teams, to)];
  return [
    {
      title: { en: `Write down a handover from ${a.en} to ${b.en}`, ja: `${a.ja}から${b.ja}への引き継ぎを書く` },
      safe: false,
      edits: [
        {
          kind: 'addStatements',
          to: insertable(journey),
          statements: [`handover ${first} -> ${second}${carries} within 1 h`],
        },
      ],
    },
  ];
}
