import type { Evidence } from '../../../model/entities.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Journey, Touchpoint } from '../../../model/journey.ts';
import { titled } from '../../../model/phrases.ts';
import { signed } from '../../feelings.ts';
import { adding } from '../../fixes.ts';
import type { JourneyContext, Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'assumption-without-evidence',
    group: 'measurement',
    since: '0.1.0',
    severity: 'hint',
    waitsFor: 'journey',
    fix: 'safe',
    summary: {
      en: 'Feelings are stated without anybody having asked.',
      ja: '根拠のない想定です。',
    },
    why: {
      en: `Journey maps die of being made up. Evidence tells a reader what was seen and what was guessed.

For as-is journeys. A touchpoint counts as supported when it, its journey or every persona it is for has \`evidence\`; an \`assumption\` says openly that it is a guess. When less than half of the touchpoints with feelings, barriers, thoughts or quotes are supported or marked, one hint at the journey gives the figure. A moment of truth, or a feeling of −2, that is neither is a piece of information of its own, where the journey has some evidence at all. Evidence of fewer than five people behind a number (\`survey\`, \`log\`, \`analytics\`), and evidence older than 18 months (where today is known), is a hint. A journey without any evidence and without a \`reviewed\` date is a draft and left alone.`,
      ja: `根拠のないジャーニーマップは、作り話と見分けがつきません。根拠があれば、見たことと推測したことを読み手が区別できます。

現状(As-Is)のジャーニーが対象です。タッチポイント、ジャーニー、または対象のペルソナ全員に \`evidence\`(根拠)があれば裏付けがあるとみなします。\`assumption\` は、推測であることを明らかにします。感情・障壁・思考・発言のあるタッチポイントのうち、裏付けも印もあるものが半数に満たなければ、ジャーニーに一つのヒントを出します。真実の瞬間や−2の感情で、どちらもなければ個別に情報とします(ジャーニーに何らかの根拠がある場合)。数値の根拠(\`survey\`・\`log\`・\`analytics\`)が5人未満の場合と、今日の日付が分かるときに18か月より古い根拠はヒントです。根拠も \`reviewed\` もないジャーニーは下書きとみなし、何も言いません。`,
    },
    remedy: {
      en: 'Say where it comes from (`evidence interview 8 on 2026-02`), or that it is a guess (`assumption`).',
      ja: '根拠を書くか(`evidence interview 8 on 2026-02`)、推測であると書きます(`assumption`)。',
    },
    sources: [{ title: 'Smaply: colours for the evidence behind a step' }],
    settings: ['today'],
  },
  check: (context) => {
    const { journey, analysis } = context;
    if (journey.kind.value !== 'asIs') return;
    const { graph } = analysis.whole;
    const supported = graph.nodesWith('evidence');
    const isAnySupported = journey.evidence.length + supported.length > 0;
    if (!isAnySupported && journey.reviewed === undefined) return;
    // What holds for the whole journey supports everything in it.
    if (journey.evidence.length + journey.assumptions.length === 0) checkClaims(context, graph.nodes, isAnySupported);
    for (const evidence of journey.evidence) checkEvidence(context, evidence);
    for (const { touchpoint } of supported) for (const each of touchpoint.evidence) checkEvidence(context, each);
  },
};

function checkClaims(context: JourneyContext, nodes: readonly GraphNode[], isAnySupported: boolean): void {
  const claims = nodes.filter(({ touchpoint }) => claimsSomething(touchpoint));
  const bare = claims.filter(({ touchpoint }) => !isSupported(context, touchpoint));
  if (bare.length * 2 > claims.length) reportShare(context, context.journey, claims.length, bare.length);
  if (isAnySupported) for (const { touchpoint } of bare) checkStrong(context, touchpoint);
}

function claimsSomething({ feelings, barriers, thinks, says }: Touchpoint): boolean {
  return feelings.length + barriers.length + thinks.length + says.length > 0;
}

function isSupported({ model }: JourneyContext, { evidence, assumptions, personas }: Touchpoint): boolean {
  if (evidence.length + assumptions.length > 0) return true;
  const known = personas.map(({ key }) => model.personas.get(key));
  return known.length > 0 && known.every((persona) => persona !== undefined && persona.evidence.length > 0);
}

function reportShare({ report }: JourneyContext, journey: Journey, count: number, bare: number): void {
  const name = titled(journey);
  report({
    place: journey.place,
    message: {
      en: `Nobody says where ${bare} of the ${count} described touchpoints of ${name.en} come from.`,
      ja: `${name.ja}では、体験が書かれたタッチポイント${count}件のうち${bare}件に根拠がありません。`,
    },
    help: rule.meta.remedy,
    same: 'share',
  });
}

function checkStrong({ report }: JourneyContext, touchpoint: Touchpoint): void {
  const lowest = Math.min(...touchpoint.feelings.map(({ value }) => value));
  const isMoment = touchpoint.momentOfTruth !== undefined;
  if (!isMoment && lowest > -2) return;
  const at = titled(touchpoint);
  report({
    place: touchpoint.place,
    severity: 'information',
    message: isMoment
      ? {
          en: `${at.en} is a moment of truth, and nothing says how that is known.`,
          ja: `${at.ja}は真実の瞬間とされていますが、根拠が書かれていません。`,
        }
      : {
          en: `${at.en} is said to feel ${signed(lowest)}, and nothing says who was asked.`,
          ja: `${at.ja}の感情は${signed(lowest)}とされていますが、誰に聞いたのかが書かれていません。`,
        },
    help: rule.meta.remedy,
    fixes: () => [adding(touchpoint, ['assumption'], { en: 'Mark it as an assumption', ja: '推測であると書く' }, true)],
    subject: { touchpoint: touchpoint.key },
  });
}

const counted: ReadonlySet<string> = new Set(['survey', 'log', 'analytics']);
const enoughPeople = 5;
/** 18 months in seconds. */
const old = 548 * 86_400;

function checkEvidence({ ages, report }: JourneyContext, { kind, count, date, place }: Evidence): void {
  if (count !== undefined && counted.has(kind.value) && count.value < enoughPeople) {
    report({
      place,
      message: {
        en: `Evidence from ${count.value} cases (${kind.value}) is too little for a number.`,
        ja: `${count.value}件(${kind.value})の根拠では、数値として語るには少なすぎます。`,
      },
      help: rule.meta.remedy,
      same: 'few',
    });
  }
  if (date !== undefined && ages.isOver(Date.UTC(date.year, date.month - 1, date.day ?? 28), old)) {
    report({
      place,
      message: {
        en: `This evidence is of ${date.written}, more than 18 months ago.`,
        ja: `この根拠は${date.written}のもので、18か月以上前です。`,
      },
      help: { en: 'Ask again.', ja: '改めて調べます。' },
      same: 'old',
    });
  }
}
