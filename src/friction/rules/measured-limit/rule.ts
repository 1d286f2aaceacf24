import { atLeast } from '../../../model/measured/count.ts';
import { measuredDuration } from '../../../model/measured/measured-duration.ts';
import type { MeasuredLimit } from '../../../model/measured/measured.ts';
import { durationText, titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { type AskedLimit, askedLimits, limitId } from '../../asked-limits.ts';
import { basisText, measureAgain, partText, periodText } from '../../measurements.ts';
import type { Rule } from '../../rule.ts';

/** A limit that is broken this often is no exception. */
const OFTEN = 0.1;

export const rule: Rule = {
  meta: {
    id: 'measured-limit',
    group: 'duration',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'touchpoint',
    reads: 'measurement',

    summary: {
      en: 'Customers waited longer than they tolerate, or than they were told.',
      ja: '実測の待ち時間が、お客様の許容時間や案内した時間を超えています。',
    },
    why: {
      en: `Satisfaction is what was perceived less what was expected. Whoever waits longer than expected or promised is lost, however usual the wait is.

What \`journey conform --save\` measured is held against what the touchpoint, the persona or the journey expects (\`expects reply within\`), the limit of the journey or channel (\`limit\`), and what the touchpoint before tells (\`tells next … within\`, between touchpoints that follow each other). It is a warning when more than half wait longer, and a piece of information from one in ten on. With a column for the persona each persona is held against its own limit, otherwise all cases are. Limits of the settings are not customers' own and do not count.`,
      ja: `満足とは、体験から期待を引いたものです。期待や約束より長く待たされたお客様は、それがふつうの長さでも離れていきます。

\`journey conform --save\` の実測を、タッチポイント・ペルソナ・ジャーニーの期待(\`expects reply within\`)、ジャーニーやチャネルの上限(\`limit\`)、直前のタッチポイントでの案内(\`tells next … within\`)と比べます。半数を超えるお客様が長く待っていれば警告、10件に1件以上なら情報です。ログにペルソナの列があれば、それぞれ自身の上限と比べ、なければ全ケースを比べます。設定値の目安は使いません。`,
    },
    remedy: {
      en: 'Shorten the wait, or promise what can be kept and say it before.',
      ja: '待ち時間を短くするか、守れる時間を事前に伝えます。',
    },
    sources: [{ title: 'Maister: The Psychology of Waiting Lines, 1985' }],
    settings: [],
  },
  check: ({ measured, analysis, report }) => {
    if (measured === undefined) return;
    const all = analysis.whole.graph.nodes.map(({ key }) => key);
    const asked = askedLimits(analysis, all);
    for (const { touchpoint: key, limits } of measured.touchpoints) {
      const touchpoint = analysis.whole.graph.node(key)?.touchpoint;
      const place = touchpoint?.wait?.place ?? touchpoint?.after?.place ?? touchpoint?.place;
      if (touchpoint === undefined || place === undefined) continue;
      for (const limit of limits) {
        const now = asked.find((each) => isSame(each, key, limit));
        if (now === undefined || limit.times === 0) continue;
        const isOutdated = limitId({ touchpoint: key, ...limit }) !== limitId(now);
        const isMost = limit.median > now.seconds;
        // How many took longer than another limit is not known.
        if (!isMost && (isOutdated || atLeast(limit.over) / limit.times < OFTEN)) continue;
        const [name, median] = [titled(touchpoint), measuredDuration(limit.median)];
        const [over, basis, period] = [
          partText(limit.over, limit.times),
          basisText(limit.times, measured),
          periodText(measured),
        ];
        const note = isOutdated ? outdatedOf(limit) : { en: '', ja: '' };
        report({
          place,
          subject: { touchpoint: key },
          severity: isMost && !isOutdated ? 'warning' : 'information',
          same: limitId(now),
          personas: limit.persona === undefined ? undefined : [limit.persona],
          namesPersona: true,
          related: now.place === undefined ? [] : [{ message: stands(now), place: now.place }],
          message: {
            en: isOutdated
              ? `${name.en}: measured median ${median.en} (${basis.en}), longer than ${now.phrase.en}.${note.en}`
              : `${name.en}: ${over.en} took longer than ${now.phrase.en}, measured median ${median.en}, ${period.en}.`,
            ja: isOutdated
              ? `${name.ja}: 実測の中央値は${median.ja}(${basis.ja})で、${now.phrase.ja}より長くかかっています。${note.ja}`
              : `${name.ja}: ${over.ja}が、${now.phrase.ja}を超えました。実測の中央値は${median.ja}です(${period.ja})。`,
          },
          help: isOutdated ? measureAgain : rule.meta.remedy,
        });
      }
    }
  },
};

/** Whether it is the limit of the same people, whatever its length. */
function isSame({ kind, touchpoint, persona, toldAt }: AskedLimit, key: string, limit: MeasuredLimit): boolean {
  return touchpoint === key && kind === limit.kind && persona === limit.persona && toldAt === limit.toldAt;
}

function outdatedOf({ seconds }: MeasuredLimit): Text {
  const was = durationText(seconds);
  return {
    en: ` It was measured when the limit was ${was.en}.`,
    ja: `上限が${was.ja}だったときの実測です。`,
  };
}

function stands({ kind }: AskedLimit): Text {
  return kind === 'told'
    ? { en: 'Told here', ja: 'ここで案内しています' }
    : { en: 'Tolerated as written here', ja: '許容時間の記述' };
}
