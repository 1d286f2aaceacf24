import { analysisOf } from '../../../model/analysis.ts';
import type { PersonaView } from '../../../model/analysis.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Journey, Stage } from '../../../model/journey.ts';
import { durationText, listed, titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { signed } from '../../feelings.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { hitIn } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'behind-competitor',
    group: 'measurement',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'journey',
    ownOnly: true,
    summary: {
      en: 'A stage is slower or feels worse than the same stage with a competitor.',
      ja: '競合他社の同じステージより、時間がかかるか、感情が低くなっています。',
    },
    why: {
      en: `Customers compare, and not within one industry only: the quickest reply that they know is the one that they expect.

A journey is held against each journey of the kind \`competitor\` that stands in the same file or is imported, for each persona of both. Compared are stages of the same kind, where each journey has one of it: the time on the main path (\`waits\` and \`after\`), if it is written on both sides, and the lowest feeling, if it is a whole step lower. What customers think is not known from this; it shows where to ask.`,
      ja: `お客様は、業界を問わず他社と比べます。知っているなかで最も早い返事が、期待の基準になります。

同じファイルにあるか、インポートした種類 \`competitor\` のジャーニーと、双方に共通するペルソナごとに比べます。比べるのは、双方に1つずつある同じ種類のステージです。主な経路での時間(\`waits\` と \`after\`。双方に書かれている場合)と、最も低い感情(1段階以上低い場合)を調べます。お客様の実際の評価まではわかりません。どこを調査すべきかの目安です。`,
    },
    remedy: {
      en: 'Find out what customers make of it (`evidence`), and plan what is to change (`opportunity`, `action`).',
      ja: 'お客様がどう感じているかを調べ(`evidence`)、改善を計画します(`opportunity`、`action`)。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    const { model, journey } = context;
    const rivals = [...model.journeys.values()].filter(
      (other) => other.kind.value === 'competitor' && other !== journey,
    );
    for (const rival of rivals) for (const view of context.analysis.views) compare(context, view, rival);
  },
};

function compare(context: JourneyContext, view: PersonaView, rival: Journey): void {
  const { model, journey, report } = context;
  const theirs = analysisOf(model, rival).views.find(({ persona }) => persona?.key === view.persona?.key);
  if (theirs === undefined) return;
  for (const stage of journey.stages) {
    const same = onlyOfKind(rival, stage);
    if (same === undefined || onlyOfKind(journey, stage) !== stage) continue;
    const behind = [...slower(view, stage, theirs, same), ...lower(view, stage, theirs, same)];
    if (behind.length === 0) continue;
    const [name, than, what] = [titled(stage), titled(rival), listed(behind)];
    report({
      place: stage.place,
      message: {
        en: `The stage ${name.en} is behind ${than.en} in ${what.en}.`,
        ja: `ステージ${name.ja}は、競合他社の${than.ja}に後れをとっています(${what.ja})。`,
      },
      help: rule.meta.remedy,
      related: [{ place: same.place, message: { en: 'the same with a competitor', ja: '競合他社の同じステージ' } }],
      subject: { stage: stage.key },
      personas: hitIn([view]),
      same: `${rival.key} ${what.en}`,
    });
  }
}

function onlyOfKind({ stages }: Journey, { kind }: Stage): Stage | undefined {
  const found = kind === undefined ? [] : stages.filter((stage) => stage.kind?.value === kind.value);
  return found.length === 1 ? found[0] : undefined;
}

function slower(view: PersonaView, stage: Stage, theirs: PersonaView, same: Stage): readonly Text[] {
  const [own, other] = [timeIn(view, stage), timeIn(theirs, same)];
  if (own === undefined || other === undefined || own <= other) return [];
  const [slow, fast] = [durationText(own), durationText(other)];
  return [{ en: `time (${slow.en}, there ${fast.en})`, ja: `時間 ${slow.ja}、競合 ${fast.ja}` }];
}

function lower(view: PersonaView, stage: Stage, theirs: PersonaView, same: Stage): readonly Text[] {
  const [own, other] = [lowestIn(view, stage), lowestIn(theirs, same)];
  if (own === undefined || other === undefined || other - own < 1) return [];
  const [low, high] = [signed(own), signed(other)];
  return [{ en: `the lowest feeling (${low}, there ${high})`, ja: `最も低い感情 ${low}、競合 ${high}` }];
}

/** Seconds that pass on the main path; missing where no time is written. */
function timeIn(view: PersonaView, stage: Stage): number | undefined {
  const times = nodesOn(view, stage).flatMap(({ touchpoint: { wait, after, during } }) =>
    during !== undefined || (wait === undefined && after === undefined)
      ? []
      : [(wait?.typical.seconds ?? 0) + (after?.seconds ?? 0)],
  );
  return times.length === 0 ? undefined : times.reduce((sum, time) => sum + time, 0);
}

function lowestIn(view: PersonaView, stage: Stage): number | undefined {
  const feelings = nodesOn(view, stage).flatMap((node) => view.feelingAt(node) ?? []);
  return feelings.length === 0 ? undefined : Math.min(...feelings);
}

function nodesOn({ flow }: PersonaView, { key }: Stage): readonly GraphNode[] {
  return flow.mainPath.nodes.filter(({ stage }) => stage.key === key);
}
