import type { Action } from '../../../model/entities.ts';
import type { Fix } from '../../../model/finding.ts';
import type { Journey, Touchpoint } from '../../../model/journey.ts';
import { titled } from '../../../model/phrases.ts';
import { adding } from '../../fixes.ts';
import { nameOf, referable } from '../../names.ts';
import type { JourneyContext, ModelContext, Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'owner-missing',
    group: 'silo',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    ownOnly: true,
    fix: 'unsafe',
    summary: {
      en: 'Nobody is responsible for a touchpoint or for an action.',
      ja: 'タッチポイントまたは施策に、担当がいません。',
    },
    why: {
      en: `A map without owners is admired and then forgotten; what nobody owns, nobody mends.

The owner of a touchpoint is its own, or that of its stage or its journey. A touchpoint without one is a hint, and only where another touchpoint of the same journey has an owner, so that a map without any team stays quiet; a moment of truth without an owner is a warning in such a journey. Touchpoints where only the customer acts, without a channel, need none. One finding for each journey names all the others besides moments of truth. An action that is planned, running or done needs an owner (warning), and a time: \`due\` or \`phase\` (piece of information); an idea may wait, and a rejected one is no longer of interest.`,
      ja: `担当のいないマップは、作ったときに褒められて終わります。誰のものでもない課題は、誰も直しません。

タッチポイントの担当は、自身・ステージ・ジャーニーの順に決まります。同じジャーニーのほかのタッチポイントに担当があるのに、ないタッチポイントがあればヒントです(部門を一つも書いていないマップには何も言いません)。そのようなジャーニーで真実の瞬間に担当がなければ警告です。チャネルがなくお客様だけが行動するタッチポイントには、担当は要りません。真実の瞬間以外は、ジャーニーごとに一度にまとめて指摘します。計画・実施中・完了の施策には担当(なければ警告)と、期限 \`due\` またはフェーズ \`phase\`(なければ情報)が必要です。アイデア(idea)は後でよく、見送られたものは対象外です。`,
    },
    remedy: {
      en: 'Name the team that answers for it: `owner`, at the touchpoint, its stage or the journey; for an action also `due` or `phase`.',
      ja: '責任を持つ部門を `owner` で書きます(タッチポイント・ステージ・ジャーニーのどこでも可)。施策には `due` か `phase` も書きます。',
    },
    sources: [{ title: 'Smaply: Why journey maps fail' }],
    settings: [],
  },
  check: (context) => {
    const { journey, analysis } = context;
    const { graph } = analysis.whole;
    if (graph.nodesWith('owner').length === 0) return;
    const others: Touchpoint[] = [];
    for (const { touchpoint } of graph.nodes) {
      const { owner, channels, momentOfTruth } = touchpoint;
      if (owner !== undefined || channels.length === 0) continue;
      if (momentOfTruth === undefined) others.push(touchpoint);
      else reportMoment(context, touchpoint);
    }
    if (others.length > 0) reportTouchpoints(context, journey, others);
  },
  checkModel: (context) => {
    for (const action of context.model.actions.values()) {
      if (action.place.uri === context.model.uri) checkAction(context, action);
    }
  },
};

function reportMoment(context: JourneyContext, touchpoint: Touchpoint): void {
  const name = titled(touchpoint);
  context.report({
    place: touchpoint.place,
    message: {
      en: `${name.en} is a moment of truth, and nobody is responsible for it.`,
      ja: `${name.ja}は真実の瞬間ですが、担当がいません。`,
    },
    help: rule.meta.remedy,
    fixes: () => chooseOwner(context, touchpoint),
    subject: { touchpoint: touchpoint.key },
  });
}

function reportTouchpoints(context: JourneyContext, journey: Journey, unowned: readonly Touchpoint[]): void {
  const [first] = unowned;
  if (first === undefined) return;
  const one = titled(first);
  const count = unowned.length;
  context.report({
    place: first.place,
    severity: 'hint',
    message:
      count === 1
        ? { en: `Nobody is responsible for ${one.en}.`, ja: `${one.ja}に担当がいません。` }
        : {
            en: `Nobody is responsible for ${one.en} and ${count - 1} more touchpoint${count === 2 ? '' : 's'} of ${titled(journey).en}.`,
            ja: `${titled(journey).ja}の${one.ja}ほか${count - 1}件のタッチポイントに、担当がいません。`,
          },
    help: rule.meta.remedy,
    related: unowned.slice(1).map(({ place }) => ({
      place,
      message: { en: 'nobody is responsible here either', ja: 'ここにも担当がいません' },
    })),
    fixes: () => (count === 1 ? chooseOwner(context, first) : []),
    subject: { touchpoint: first.key },
    same: 'touchpoints',
  });
}

function checkAction(context: ModelContext, action: Action): void {
  const status = action.status?.value;
  if (status === undefined || status === 'idea' || status === 'rejected') return;
  const name = titled(action);
  if (action.owner === undefined) {
    context.report({
      place: action.place,
      message: {
        en: `Nobody is responsible for the action ${name.en}, although it is more than an idea.`,
        ja: `施策${name.ja}はアイデアの段階を過ぎていますが、担当がいません。`,
      },
      help: rule.meta.remedy,
      fixes: () => chooseOwner(context, action),
      same: 'owner',
    });
  }
  if (action.due === undefined && action.phase === undefined && status !== 'done') {
    context.report({
      place: action.place,
      severity: 'information',
      message: {
        en: `The action ${name.en} has neither a due date nor a phase, so nobody can tell when it is late.`,
        ja: `施策${name.ja}には期限もフェーズも書かれておらず、遅れても気づけません。`,
      },
      help: rule.meta.remedy,
      same: 'due',
    });
  }
}

/** One fix for each team, as long as the choice is short enough to be read. */
function chooseOwner({ model }: ModelContext, thing: Touchpoint | Action): readonly Fix[] {
  const teams = [...model.teams.keys()].flatMap((key) => referable(model.teams, key) ?? []);
  if (teams.length > 6) return [];
  return teams.map((team) => {
    const name = nameOf(model.teams, team);
    return adding(thing, [`owner ${team}`], {
      en: `Make ${name.en} responsible for ${titled(thing).en}`,
      ja: `${titled(thing).ja}の担当を${name.ja}にする`,
    });
  });
}
