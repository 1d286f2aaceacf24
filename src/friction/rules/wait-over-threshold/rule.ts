import type { FlowView } from '../../../model/analysis.ts';
import type { Fix, Severity } from '../../../model/finding.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Touchpoint, Wait } from '../../../model/journey.ts';
import { asWritten, listed, titled } from '../../../model/phrases.ts';
import type { Place } from '../../../model/place.ts';
import type { Text } from '../../../model/text.ts';
import type { Duration } from '../../../model/values.ts';
import { isWaitPromised } from '../../announcements.ts';
import { channelsOf } from '../../channels.ts';
import { adding, durationCode, exactDurationCode, writtenInJapanese } from '../../fixes.ts';
import { isOwnWait, untilNextIsWritten } from '../../while-waiting.ts';
import { waitLimit } from '../../limits.ts';
import type { Limit } from '../../limits.ts';
import { callbackDue } from '../../queues.ts';
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

What is written in \`waits\` is compared with a limit. The first of these counts: what the customer \`expects reply within\` at the touchpoint, what the persona expects, what the journey expects or sets as its \`limit\`, the channel's own \`limit\`, and then the limit for the kind of channel, which can be set in the configuration. The message says which one it was. A wait of the customers' own, as for the boss who has to agree, is left out: by the customer, with nothing of the company written there (no channel, system, owner, \`told\`, \`status on\`…), and followed by what the customer does next. What is expected as a reply without naming a channel does not hold for a queue or a screen that customers begin themselves when it is longer than anybody would stand there; nor for what comes to customers in person or is fetched by them (\`task deliver\`, \`pickUp\`, \`repair\`…). And what the company does of itself is no reply: an expectation of the persona or the journey counts there only where the customer turned to the company before, with nothing in between but what came within the hour. On several channels the customer can choose, so the most generous limit counts.

A typical wait above the limit is a warning. A maximum above it, or a typical wait above the lower limit that some channels have for a note, is a piece of information. Business days count as the shortest they can be for the typical wait and as the longest, with weekends, for the maximum.

Our limits for screens hold for waits of up to a minute, those for bots for up to 5 minutes, those for chats for up to an hour, and those for shops, counters and video calls (your own channel of the kind \`chat\` as well, if it is called so), which begin with a waiting room, for up to 4 hours and where customers come there themselves: nobody sits in front of a page for two days, so a longer wait there is something else, such as a delivery. Those for e-mail and messages hold up to 5 days: what comes after two weeks by e-mail is no reply, but a decision or a refund. Nor is it a reply that is waited for where the company sends news meanwhile (\`update every\` at its own contact), or writes or calls when it has said it would (\`told\` there, or a \`tells next … within\` that the wait keeps to). On a screen a minute is fine where the customer sees that something goes on (\`shows progress\`, \`told\`). A queue on the phone for which a call back is due is for \`queue-without-callback\`, unless the limit is one that is written in the journey. On the phone, a wait of more than an hour, or for the company or a partner to call, is one for a call back, with a limit of its own (1 hour, our own choice), up to 3 days, beyond which it is work that takes its time; and \`offers callback\` settles a shorter one, because nobody has to hold the line.`,
      ja: `チャネルごとの許容範囲を超える待ち時間は、電話を切る、ページを閉じる、別の会社へ行く、といった離脱の場所になります。

\`waits\` に書かれた時間を上限と比べます。上限は次の順で最初に見つかったものを使います。タッチポイントに書かれた期待(\`expects reply within\`)、ペルソナの期待、ジャーニーの期待または上限(\`limit\`)、チャネル自身の上限(\`limit\`)、最後にチャネルの種類ごとの値(設定ファイルで変更できます)。どれを使ったかはメッセージに示します。社内の稟議のような、お客様自身の都合による待ち時間は除きます(お客様側の行動で、チャネル・システム・担当・\`told\` など企業側のことが何も書かれておらず、次もお客様の行動であるもの)。チャネルを限らない返答の期待は、その場で並んだり画面を見続けたりできないほど長ければ、お客様から始める行列や画面には当てはめません。企業側からの訪問や、届く物・受け取る物を待つ時間(\`task deliver\`・\`pickUp\`・\`repair\` など)にも当てはめません。また、ペルソナやジャーニーの期待を企業側からの連絡に当てはめるのは、お客様からの連絡に(1時間以内に続いたものを挟むだけで)応えるときに限ります。部品の取り寄せのような待ち時間は、返答を待つ時間ではないからです。チャネルが複数ある場合はお客様が選べるため、最も緩い上限を使います。

通常の待ち時間が上限を超えれば警告、最長の待ち時間だけが超える場合や、一部のチャネルにある注意水準を通常の待ち時間が超える場合は情報です。営業日は、通常の待ち時間では最短、最長の待ち時間では週末を含む最長として数えます。

画面の既定値は1分まで、ボットの既定値は5分まで、チャットの既定値は1時間まで、店舗・窓口と、待合室に当たる時間のあるビデオ通話(種類が \`chat\` で、名前からビデオ通話と分かる独自のチャネルを含む)の既定値は、お客様から出向く場面の4時間までの待ち時間にだけ使います。画面の前で2日待つ人はおらず、それは配送など別の待ち時間だからです。メールやメッセージの既定値は5日までです。2週間後に届くメールは返信ではなく、審査の結果や返金などの知らせだからです。会社からの連絡に \`update every\`(途中経過の連絡)があるときや、\`told\` または守られる \`tells next … within\` で時期を予告したうえで届く・かかってくるときも、既定値とは比べません。画面では、進んでいることが分かるなら(\`shows progress\`、\`told\`)1分まで待てるものとみなします。折り返しを用意すべき電話の保留は、ジャーニーやペルソナに上限が書かれている場合を除き \`queue-without-callback\` が扱います。電話で1時間を超え3日までの待ち時間と、会社や提携先からの電話を待つ時間は折り返しを待つ時間とみなし、別の上限(1時間、独自の目安)と比べます。それより長いものは、審査や交渉など作業にかかる時間なので比べません(\`silent-wait\` と \`wait-untold\` が扱います)。それより短い保留は、\`offers callback\`(折り返し)があれば指摘しません。`,
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
    settings: ['callbackLongestWait', 'callbackWait', 'waitLimits'],
  },
  check: (context) => {
    for (const node of context.analysis.whole.graph.nodesWith('wait')) {
      const { wait } = node.touchpoint;
      if (wait !== undefined) checkWait(context, node, wait);
    }
  },
};

/** Which part of a wait is above which limit, and for whom. */
interface Excess {
  readonly limit: Limit;
  readonly duration: Duration;
  readonly above: Text;
  readonly severity: Severity;
  readonly persona: string | undefined;
}

/** One finding for each part of the wait and severity: what several personas expect is said in one sentence. */
function checkWait(context: JourneyContext, { key, touchpoint }: GraphNode, wait: Wait): void {
  const { model, journey, settings, analysis } = context;
  const isCallback = touchpoint.offers.some(({ what }) => what.value === 'callback') && isOnPhone(context, touchpoint);
  const alike: [Excess, ...Excess[]][] = [];
  for (const view of analysis.views) {
    const { persona } = view;
    const node = view.graph.node(key);
    if (node === undefined || isOwnWait(view, node)) continue;
    const limitOf = (seconds: number): Limit | undefined => waitLimit(model, journey, node, persona, settings, seconds);
    const excess = excessOf(wait, limitOf, persona?.key);
    if (
      excess === undefined ||
      (excess.limit.source === 'settings' && isSettled(context, view, node, wait, excess)) ||
      (isCallback && excess.duration.seconds <= longestHold)
    )
      continue;
    const others = alike.find(([other]) => isSame(other, excess));
    if (others === undefined) alike.push([excess]);
    else others.push(excess);
  }
  for (const excesses of alike) reportExcess(context, touchpoint, wait, excesses);
}

/** Whether the default limit says nothing that holds there, or what another rule says better. */
function isSettled(context: JourneyContext, view: FlowView, node: GraphNode, wait: Wait, excess: Excess): boolean {
  return (
    isKeptPromise(context, view, node) ||
    isProgressShown(context, node, excess) ||
    callbackDue(context, node.touchpoint, wait) !== undefined
  );
}

/** What comes to the customer within the time that was announced for it is no late reply. */
function isKeptPromise({ model }: JourneyContext, view: FlowView, node: GraphNode): boolean {
  const { channels, initiator, told } = node.touchpoint;
  if (initiator === undefined || initiator.value === 'customer') return false;
  const isMessage = channelsOf(model, channels).every(({ kind }) => messages.has(kind?.value ?? ''));
  return isMessage && (told !== undefined || isWaitPromised(view, node));
}

const messages: ReadonlySet<string> = new Set(['email', 'sms', 'messaging', 'phone']);

/** After ten seconds people want to see that something goes on; where they do, a screen may take a minute. */
function isProgressShown({ model }: JourneyContext, { touchpoint }: GraphNode, { duration }: Excess): boolean {
  const { channels, shows, told } = touchpoint;
  const isSaid = told !== undefined || shows.some(({ word }) => word?.value === 'progress');
  return (
    isSaid &&
    duration.longestSeconds <= patienceWithScreens &&
    channelsOf(model, channels).every(({ kind }) => kind?.value === 'web' || kind?.value === 'app')
  );
}

/** In seconds. */
const patienceWithScreens = 60;

function isSame(a: Excess, b: Excess): boolean {
  return a.severity === b.severity && a.duration === b.duration;
}

/** Longer than this nobody holds the line, so it is a call back that is waited for. */
const longestHold = 3600;

function isOnPhone({ model }: Pick<JourneyContext, 'model'>, { channels }: Touchpoint): boolean {
  return channels.some(({ key }) => ['phone', 'ivr'].includes(model.channels.get(key)?.kind?.value ?? ''));
}

function excessOf(
  { typical, longest }: Wait,
  limitOf: (seconds: number) => Limit | undefined,
  persona: string | undefined,
): Excess | undefined {
  const limit = limitOf(typical.seconds);
  if (limit !== undefined && typical.seconds > limit.seconds) {
    return { limit, duration: typical, above: limit.phrase, severity: 'warning', persona };
  }
  const most = longest && limitOf(longest.longestSeconds);
  if (most !== undefined && longest !== undefined && longest.longestSeconds > most.seconds) {
    return { limit: most, duration: longest, above: most.phrase, severity: 'information', persona };
  }
  if (limit?.note !== undefined && typical.seconds > limit.note.seconds) {
    return { limit, duration: typical, above: limit.note.phrase, severity: 'information', persona };
  }
  return undefined;
}

function reportExcess(
  context: JourneyContext,
  touchpoint: Touchpoint,
  wait: Wait,
  excesses: readonly [Excess, ...Excess[]],
): void {
  const [{ duration, severity, limit }] = excesses;
  const isExpected = excesses.every((excess) => excess.limit.source === 'persona');
  const atMost = duration !== wait.typical;
  const at = titled(touchpoint);
  const length = asWritten(duration);
  const above = listed(distinct(excesses.map((excess) => excess.above)));
  const places = distinctPlaces(excesses.flatMap((excess) => excess.limit.place ?? []));
  for (const { persona } of excesses) {
    context.report({
      place: duration.place,
      severity,
      message: {
        en: `${at.en} ${atMost ? 'can make' : 'makes'} the customer wait ${length.en}, longer than ${above.en}.`,
        ja: `${at.ja}では${atMost ? '最長で' : ''}${length.ja}待つことになり、${above.ja}を超えています。`,
      },
      help: rule.meta.remedy,
      related: places.map((place) => ({
        place,
        message: { en: 'the limit is stated here', ja: '上限はここに書かれています' },
      })),
      fixes: () => fixesFor(context, touchpoint, wait, limit),
      subject: { touchpoint: touchpoint.key },
      ...untilNextIsWritten(touchpoint),
      personas: persona === undefined ? undefined : [persona],
      ...(isExpected ? { same: 'expected by personas', namesPersona: true as const } : {}),
    });
  }
}

function distinct(texts: readonly Text[]): readonly Text[] {
  return [...new Map(texts.map((text) => [text.en, text])).values()];
}

function distinctPlaces(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [`${place.uri} ${JSON.stringify(place.range)}`, place])).values()];
}

function fixesFor(
  { model, journey }: Pick<JourneyContext, 'model' | 'journey'>,
  touchpoint: Touchpoint,
  wait: Wait,
  limit: Limit,
): readonly Fix[] {
  const fixes: Fix[] = [];
  const japanese = writtenInJapanese(touchpoint);
  const holds = touchpoint.initiator === undefined || touchpoint.initiator.value === 'customer';
  if (holds && isOnPhone({ model }, touchpoint) && wait.typical.seconds <= longestHold) {
    const within = durationCode(wait.typical.seconds, japanese);
    fixes.push(
      adding(touchpoint, [`offers callback within ${within}`], {
        en: 'Offer to call back',
        ja: '折り返しの電話を用意する',
      }),
    );
  }
  if (journey.kind.value === 'toBe') {
    const goal = exactDurationCode(limit.note?.seconds ?? limit.seconds, japanese);
    const title = { en: `Plan for a wait of at most ${goal}`, ja: `待ち時間を${goal}以内にする` };
    fixes.push({ title, safe: false, edits: [{ kind: 'replace', place: wait.place, text: `waits ${goal}` }] });
  }
  return fixes;
}
