import { titled } from '../../../model/phrases.ts';
import { asWritten } from '../../../model/phrases.ts';
import { plannedAt } from '../../solutions.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'lowest-conversion-unexamined',
    group: 'measurement',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'journey',
    ownOnly: true,

    summary: {
      en: 'Nobody looks at the stage where most customers are lost.',
      ja: '最も離脱の多いステージが、手つかずです。',
    },
    why: {
      en: `The narrowest place of the funnel decides how many arrive. It is where barriers should be known, numbers measured and ideas tested.

Of the stages with a \`conversion\` (at least two) the lowest is reported when it has no barrier, metric or opportunity, nor has any of its touchpoints, and no experiment or action is planned there.`,
      ja: `ファネルの最も細いところが、たどり着く人数を決めます。障壁を知り、測り、試すべき場所です。

\`conversion\` の書かれたステージが二つ以上あるとき、最も低いステージを調べます。そこにもそのタッチポイントにも障壁・指標・改善機会がなく、実験や施策も予定されていなければ指摘します。`,
    },
    remedy: {
      en: 'Find out what stops customers there (`barrier`), measure it (`metric`), try something (`experiment`).',
      ja: '何が妨げているかを調べ(`barrier`)、測り(`metric`)、試します(`experiment`)。',
    },
    sources: [],
    settings: [],
  },
  check: ({ model, journey, report }) => {
    const funnel = journey.stages.flatMap((stage) =>
      stage.conversion === undefined ? [] : [{ stage, conversion: stage.conversion }],
    );
    const lowest = funnel.toSorted((a, b) => a.conversion.ratio - b.conversion.ratio)[0];
    if (lowest === undefined || funnel.length < 2) return;
    const { stage, conversion } = lowest;
    const planned = plannedAt(model);
    const isExamined =
      [stage, ...stage.touchpoints].some(
        ({ barriers, metrics, opportunities }) => barriers.length + metrics.length + opportunities.length > 0,
      ) || stage.touchpoints.some(({ key }) => planned.has(key));
    if (isExamined) return;
    const [name, share] = [titled(stage), asWritten(conversion)];
    report({
      place: conversion.place,
      message: {
        en: `${name.en} has the lowest conversion (${share.en}), and nothing says what stops customers there.`,
        ja: `${name.ja}はコンバージョンが最も低い(${share.ja})ステージですが、何が妨げているのかが書かれていません。`,
      },
      help: rule.meta.remedy,
      subject: { stage: stage.key },
    });
  },
};
