import { atLeast, shareOf } from '../../../model/measured/count.ts';
import { shareDiffers } from '../../../model/measured/difference.ts';
import { percentText, titled } from '../../../model/phrases.ts';
import { measureAgain, outdatedText, partText, periodText } from '../../measurements.ts';
import type { JourneyContext, Rule } from '../../rule.ts';

/** From this share of those who had a touchpoint on, it is a place where customers are lost. */
const MANY = 0.1;

export const rule: Rule = {
  meta: {
    id: 'measured-conversion',
    group: 'measurement',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'stage',
    reads: 'measurement',

    summary: {
      en: 'Many customers leave at a touchpoint, or a stage passes on more or fewer than is written.',
      ja: '離脱が多いタッチポイント、または記載と違うステージのコンバージョンです。',
    },
    why: {
      en: `Where customers leave is where the friction is worst: they answer with their feet.

What \`journey conform --save\` measured: a touchpoint at which one in ten or more of those who had it were last seen, without an end that is written there, is a warning. A stage's \`conversion\` is held against the share that went on to a later stage or reached a successful end; it is said when they differ by five points or more, and by more than chance would explain.`,
      ja: `お客様が離れる場所は、摩擦が最も大きい場所です。

\`journey conform --save\` の実測を使います。終わりと書かれていないのに、通ったお客様の10人に1人以上がそこを最後に途絶えたタッチポイントは警告です。ステージの \`conversion\` は、後のステージへ進んだか目的を果たした割合と比べ、5ポイント以上、かつ偶然では説明できない差があるときに指摘します。`,
    },
    remedy: {
      en: 'Look at what customers meet there, and ask some of those who left.',
      ja: 'そこでお客様に何が起きているかを調べ、離れた方に理由を聞きます。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    checkLeaving(context);
    checkStages(context);
  },
};

function checkLeaving({ measured, analysis, report }: JourneyContext): void {
  for (const { touchpoint: key, left, cases } of measured?.touchpoints ?? []) {
    const touchpoint = analysis.whole.graph.node(key)?.touchpoint;
    const ratio = shareOf(left, cases);
    if (measured === undefined || touchpoint === undefined || ratio === undefined || left === 0) continue;
    const whole = atLeast(cases);
    if (atLeast(left) / whole < MANY) continue;
    const [name, part, period] = [titled(touchpoint), partText(left, whole), periodText(measured)];
    report({
      place: touchpoint.place,
      subject: { touchpoint: key },
      message: {
        en: `${name.en}: ${part.en} customers who had it were not seen again, ${period.en}.`,
        ja: `${name.ja}: 通ったお客様のうち、${part.ja}がそこを最後に途絶えています。期間は${period.ja}です。`,
      },
      help: rule.meta.remedy,
    });
  }
}

function checkStages({ measured, journey, report }: JourneyContext): void {
  for (const { stage: key, reached, passed, written } of measured?.stages ?? []) {
    const stage = journey.stages.find((each) => each.key === key);
    const conversion = stage?.conversion;
    const ratio = shareOf(passed, reached);
    if (measured === undefined || stage === undefined || conversion === undefined || ratio === undefined) continue;
    const whole = atLeast(reached);
    if (!shareDiffers(ratio.ratio, conversion.ratio, whole)) continue;
    const isOutdated = written !== conversion.ratio;
    const was = written === undefined ? '' : percentText(written).en;
    const note = isOutdated ? outdatedText(was) : { en: '', ja: '' };
    const [name, part, period] = [titled(stage), partText(passed, whole), periodText(measured)];
    const share = percentText(conversion.ratio);
    report({
      place: conversion.place,
      subject: { stage: key },
      severity: 'information',
      message: {
        en: `${name.en}: written conversion ${share.en}, measured ${part.en}, ${period.en}.${note.en}`,
        ja: `${name.ja}: 記載のコンバージョンは${share.ja}、実測は${part.ja}、${period.ja}。${note.ja}`,
      },
      help: isOutdated ? measureAgain : rule.meta.remedy,
    });
  }
}
