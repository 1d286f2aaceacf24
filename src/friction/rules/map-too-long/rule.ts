import { titled } from '../../../model/phrases.ts';
import { originOf } from '../../settings.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'map-too-long',
    group: 'structure',
    since: '0.1.0',
    severity: 'hint',
    waitsFor: 'journey',

    summary: {
      en: 'The journey has more touchpoints than a group can discuss.',
      ja: 'タッチポイントが多すぎて、議論しにくいマップです。',
    },
    why: {
      en: `Very long maps are admired and not used: nobody can act on three hundred touchpoints. Several small journeys that refer to each other are read.

Reported when the journey has more touchpoints than the limit.`,
      ja: `長すぎるマップは感心されて終わります。何百もの接触を前に、動ける人はいません。小さなジャーニーを組み合わせたほうが読まれます。

タッチポイントの数が基準を超えれば指摘します。`,
    },
    remedy: {
      en: 'Make a journey of its own of a stage.',
      ja: 'ステージを一つのジャーニーとして独立させます。',
    },
    sources: [{ title: 'Cemantica: warnings against very long journeys' }],
    settings: ['mapTouchpoints'],
  },
  check: ({ journey, analysis, settings, report }) => {
    const count = analysis.whole.graph.nodes.length;
    if (count <= settings.mapTouchpoints) return;
    const [name, origin] = [titled(journey), originOf('mapTouchpoints', settings)];
    const longest = journey.stages.toSorted((a, b) => b.touchpoints.length - a.touchpoints.length)[0];
    report({
      place: journey.place,
      message: {
        en: `${name.en} has ${count} touchpoints, more than a group can discuss (limit: ${settings.mapTouchpoints}; ${origin.en}).`,
        ja: `${name.ja}にはタッチポイントが${count}件あり、話し合うには多すぎます(基準は${settings.mapTouchpoints}件、${origin.ja})。`,
      },
      help: rule.meta.remedy,
      related:
        longest === undefined
          ? []
          : [{ place: longest.place, message: { en: 'the longest stage', ja: '最も長いステージ' } }],
    });
  },
};
