import type { PersonaView } from '../../../model/analysis.ts';
import type { Fix, Severity } from '../../../model/finding.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Wait } from '../../../model/journey.ts';
import { asWritten, titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import type { Duration } from '../../../model/values.ts';
import { adding, durationCode, exactDurationCode, writtenInJapanese } from '../../fixes.ts';
import { waitLimit } from '../../limits.ts';
import type { Limit } from '../../limits.ts';
import type { JourneyContext, Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'wait-over-threshold',
    group: 'duration',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'touchpoint',
    fix: 'unsafe',
    summary: {
      en: 'The customer waits longer than is acceptable there.',
      ja: '待ち時間が許容範囲を超えています。',
    },
    why: {
      en: `A wait that is longer than people accept on a channel is where they hang up, close the page or go elsewhere.

What is written in \`waits\` is compared with a limit. The first of these counts: what the customer \`expects reply within\` at the touchpoint, what the persona expects, what the journey expects or sets as its \`limit\`, the channel's own \`limit\`, and then the limit for the kind of channel, which can be set in the configuration. The message says which one it was. On several channels the customer can choose, so the most generous limit counts.

A typical wait above the limit is a warning. A maximum above it, or a typical wait above the lower limit that some channels have for a note, is a piece of information. Business days count as the shortest they can be for the typical wait and as the longest, with weekends, for the maximum.

Our limits for screens hold for waits of up to 5 minutes and those for shops and counters for up to 4 hours: nobody sits in front of a page for two days, so a longer wait there is something else, such as a delivery. On the phone, \`offers callback\` settles it, because nobody has to hold the line.`,
      ja: `チャネルごとの許容範囲を超える待ち時間は、電話を切る、ページを閉じる、別の会社へ行く、といった離脱の場所になります。

\`waits\` に書かれた時間を上限と比べます。上限は次の順で最初に見つかったものを使います。接点に書かれた期待(\`expects reply within\`)、ペルソナの期待、ジャーニーの期待または上限(\`limit\`)、チャネル自身の上限(\`limit\`)、最後にチャネルの種類ごとの値(設定ファイルで変更できます)。どれを使ったかはメッセージに示します。チャネルが複数ある場合はお客様が選べるため、最も緩い上限を使います。

通常の待ち時間が上限を超えれば警告、最長の待ち時間だけが超える場合や、一部のチャネルにある注意水準を通常の待ち時間が超える場合は情報です。営業日は、通常の待ち時間では最短、最長の待ち時間では週末を含む最長として数えます。

画面の既定値は5分まで、店舗・窓口の既定値は4時間までの待ち時間にだけ使います。画面の前で2日待つ人はおらず、それは配送など別の待ち時間だからです。電話では \`offers callback\`(折り返し)があれば指摘しません。`,
    },
    remedy: {
      en: 'Shorten the wait, offer a callback or another channel, or state the limit that is right here (`limit`, `expects reply within`).',
      ja: '待ち時間を短くする、折り返しや別のチャネルを用意する、またはここにふさわしい上限を書きます(`limit`、`expects reply within`)。',
    },
    sources: [
      {
        title: 'Nielsen: Usability Engineering, 1993 (0.1 s, 1 s, 10 s)',
        url: 'https://www.nngroup.com/articles/response-times-3-important-limits/',
      },
      { title: 'Velaro: survey on hold times (phone, 1 minute)' },
      { title: 'TeleDirect: live chat response times (60 seconds)' },
      { title: 'ICMI survey on e-mail response times (24 hours)' },
    ],
    settings: ['waitLimits'],
  },
  check: (context) => {
    for (const view of context.analysis.views) {
      for (const node of view.graph.nodes) {
        const { wait } = node.touchpoint;
        if (wait !== undefined && !mayHangUp(context, node)) checkWait(context, view, node, wait);
      }
    }
  },
};

function mayHangUp({ model }: JourneyContext, { touchpoint }: GraphNode): boolean {
  return touchpoint.offers.some(({ what }) => what.value === 'callback') && isOnPhone({ model }, touchpoint);
}

function isOnPhone({ model }: Pick<JourneyContext, 'model'>, { channels }: GraphNode['touchpoint']): boolean {
  return channels.some(({ key }) => ['phone', 'ivr'].includes(model.channels.get(key)?.kind?.value ?? ''));
}

interface Excess {
  readonly limit: Limit;
  readonly duration: Duration;
  readonly atMost: boolean;
  readonly above: Text;
  readonly severity: Severity;
}

function checkWait(
  { model, journey, settings, report }: JourneyContext,
  { persona }: PersonaView,
  { key, touchpoint }: GraphNode,
  wait: Wait,
): void {
  const excess = excessOf(wait, (seconds) => waitLimit(model, journey, touchpoint, persona, settings, seconds));
  if (excess === undefined) return;
  const { limit, duration, atMost, above, severity } = excess;
  const at = titled(touchpoint);
  const length = asWritten(duration);
  report({
    place: duration.place,
    severity,
    message: {
      en: `${at.en} ${atMost ? 'can make' : 'makes'} the customer wait ${length.en}, longer than ${above.en}.`,
      ja: `${at.ja}では${atMost ? '最長で' : ''}${length.ja}待つことになり、${above.ja}を超えています。`,
    },
    help: rule.meta.remedy,
    related:
      limit.place === undefined
        ? []
        : [{ place: limit.place, message: { en: 'the limit is stated here', ja: '上限はここに書かれています' } }],
    fixes: fixesFor({ model, journey }, touchpoint, wait, limit),
    subject: { touchpoint: key },
    ...(persona === undefined ? {} : { persona: persona.key }),
    ...(limit.source === 'persona' ? { same: `expected by ${persona?.key}`, namesPersona: true as const } : {}),
  });
}

function excessOf({ typical, longest }: Wait, limitOf: (seconds: number) => Limit | undefined): Excess | undefined {
  const limit = limitOf(typical.seconds);
  if (limit !== undefined && typical.seconds > limit.seconds) {
    return { limit, duration: typical, atMost: false, above: limit.phrase, severity: 'warning' };
  }
  const most = longest && limitOf(longest.longestSeconds);
  if (most !== undefined && longest !== undefined && longest.longestSeconds > most.seconds) {
    return { limit: most, duration: longest, atMost: true, above: most.phrase, severity: 'information' };
  }
  if (limit?.note !== undefined && typical.seconds > limit.note.seconds) {
    return { limit, duration: typical, atMost: false, above: limit.note.phrase, severity: 'information' };
  }
  return undefined;
}

function fixesFor(
  { model, journey }: Pick<JourneyContext, 'model' | 'journey'>,
  touchpoint: GraphNode['touchpoint'],
  wait: Wait,
  limit: Limit,
): readonly Fix[] {
  const fixes: Fix[] = [];
  if (isOnPhone({ model }, touchpoint)) {
    const within = durationCode(wait.typical.seconds, writtenInJapanese(touchpoint));
    fixes.push(
      adding(touchpoint, [`offers callback within ${within}`], {
        en: 'Offer to call back',
        ja: '折り返しの電話を用意する',
      }),
    );
  }
  if (journey.kind.value === 'toBe') {
    const goal = exactDurationCode(limit.note?.seconds ?? limit.seconds, writtenInJapanese(touchpoint));
    const title = { en: `Plan for a wait of at most ${goal}`, ja: `待ち時間を${goal}以内にする` };
    fixes.push({ title, safe: false, edits: [{ kind: 'replace', place: wait.place, text: `waits ${goal}` }] });
  }
  return fixes;
}
