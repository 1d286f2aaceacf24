import { timeAsWritten } from '../../../model/measured/as-written.ts';
import { timeDifference } from '../../../model/measured/difference.ts';
import { measuredDuration } from '../../../model/measured/measured-duration.ts';
import type { Measured, MeasuredTime } from '../../../model/measured/measured.ts';
import { writtenTime, type WrittenTime } from '../../../model/measured/written-time.ts';
import { durationText, titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { basisText, measureAgain, outdatedText } from '../../measurements.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'measured-wait',
    group: 'duration',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'touchpoint',
    reads: 'measurement',

    summary: {
      en: 'Customers waited clearly longer or shorter than is written.',
      ja: '実測の待ち時間が、書かれた時間と大きく違います。',
    },
    why: {
      en: `A journey that says three minutes where customers wait forty is planned for people who do not exist.

What \`journey conform --save\` measured is held against \`after\`, \`waits\` and \`takes\` together, which is what lies between two events of a log. It is a warning when the median is longer than the longest time that is written (\`max\`; without it, a quarter more than the typical time). It is a piece of information when one in ten waits longer than that, and when half of the written time is enough for half of all customers. Where the statement has changed since, it is said and is a piece of information.`,
      ja: `3分と書かれていても、実際は40分待っているなら、そのジャーニーは実在しないお客様のために描かれたものです。

\`journey conform --save\` の実測を、\`after\`・\`waits\`・\`takes\` の合計(ログの2つのイベントの間に当たる時間)と比べます。中央値が書かれた最長時間(\`max\`。なければ通常の時間の1.25倍)を超えれば警告、10件に1件が超える場合や、中央値が書かれた時間の半分に満たない場合は情報です。測った後に記述が変わっていれば、そのことを示し、情報にとどめます。`,
    },
    remedy: {
      en: 'Shorten the wait, or write how long it really takes and tell the customer.',
      ja: '待ち時間を短くするか、実際の時間を書いてお客様に伝えます。',
    },
    sources: [
      {
        title: 'Halvorsrud, Kvale, Følstad: Improving service quality through customer journey analysis, 2016',
        url: 'https://doi.org/10.1108/JSTP-05-2015-0111',
      },
    ],
    settings: [],
  },
  check: ({ measured, analysis, report }) => {
    for (const { touchpoint: key, time } of measured?.touchpoints ?? []) {
      const touchpoint = analysis.whole.graph.node(key)?.touchpoint;
      const place = touchpoint?.wait?.place ?? touchpoint?.after?.place;
      const written = touchpoint === undefined ? undefined : writtenTime(touchpoint);
      if (measured === undefined || time === undefined || touchpoint === undefined) continue;
      if (written === undefined || place === undefined) continue;
      const difference = timeDifference(time, written);
      if (difference === undefined) continue;
      const now = timeAsWritten(touchpoint);
      const isOutdated = time.written !== now && time.written !== '';
      const note = isOutdated ? outdatedText(time.written) : { en: '', ja: '' };
      const said = comparison(time, written, measured);
      const name = titled(touchpoint);
      report({
        place,
        subject: { touchpoint: key },
        severity: isOutdated || difference !== 'longer' ? 'information' : 'warning',
        message: { en: `${name.en}: ${said.en}.${note.en}`, ja: `${name.ja}: ${said.ja}。${note.ja}` },
        help: isOutdated ? measureAgain : difference === 'shorter' ? good : rule.meta.remedy,
      });
    }
  },
};

const good: Text = {
  en: 'Write how long it really takes, so that customers are told something better.',
  ja: '実際の時間に書き換え、お客様にもより短い時間を案内します。',
};

function comparison({ median, p90, times }: MeasuredTime, { typical, longest }: WrittenTime, measured: Measured): Text {
  const [usual, most] = [durationText(typical), durationText(longest)];
  const written = {
    en: longest > typical ? `${usual.en} (at most ${most.en})` : usual.en,
    ja: longest > typical ? `${usual.ja}(最長${most.ja})` : usual.ja,
  };
  const [half, nearlyAll, basis] = [measuredDuration(median), measuredDuration(p90), basisText(times, measured)];
  return {
    en: `written ${written.en}, measured median ${half.en}, 9 of 10 within ${nearlyAll.en}, ${basis.en}`,
    ja: `記載は${written.ja}、実測の中央値は${half.ja}、90%が${nearlyAll.ja}以内(${basis.ja})`,
  };
}
