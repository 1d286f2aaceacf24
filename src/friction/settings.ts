import type { Text } from '../model/text.ts';
import type { ChannelKind } from '../model/words.ts';

/**
 * Every number that a rule compares with. All can be set in the configuration; what a persona, a journey, or a channel
 * itself states comes before them. Durations are in seconds. A new setting is a line here and an entry in `SETTINGS`.
 */
export interface Settings {
  /** Whose law the texts on privacy and contracts have in mind. They say "please check", never "unlawful". */
  readonly jurisdiction: Jurisdiction;
  /** How long a wait may be, by kind of channel. */
  readonly waitLimits: WaitLimits;
  /** Data that another system has within so many seconds are there at once. */
  readonly realTime: number;
  /** A wait longer than this must be announced. */
  readonly untoldWait: number;
  /** A wait longer than this needs a reason. */
  readonly unexplainedWait: number;
  /** A wait that can take this many times the typical one is uncertain. */
  readonly uncertainWaitRatio: number;
  /** An answer this many touchpoints after the question is late, even when nothing is decided in between. */
  readonly lateAnswerSteps: number;
  /** A feeling this low or lower is a dip, on the scale −2…+2. */
  readonly dip: number;
  /** Two feelings one step apart that differ by so much need a reason. */
  readonly emotionSwing: number;
  /** More changes of the channel than this on the main path are too many. */
  readonly channelSwitches: number;
  /** More touchpoints than this in one journey are too many to discuss. */
  readonly mapTouchpoints: number;
  /** A journey that was reviewed longer ago than this is stale. */
  readonly mapAge: number;
  /** The day from which ages are counted (ISO 8601), given by the surface. Empty: not known, and no age is judged. */
  readonly today: string;
  /** A successful ending this far below the mean of its path is reported. */
  readonly endingBelowMean: number;
  /** On the phone, a call back must be offered from this typical wait on. */
  readonly callbackWait: number;
  /** The same for the longest wait. */
  readonly callbackLongestWait: number;
  /** A wait this long needs news on the way and a place to look how things stand. */
  readonly silentWait: number;
  /** The same when the customer has been told how long it takes. */
  readonly silentToldWait: number;
  /** So many efforts in a row need a sign of where one is. */
  readonly progressSteps: number;
  /** A confirmation must come before a wait longer than this. */
  readonly unconfirmedWait: number;
  /** Before a wait longer than this the next step must be told. */
  readonly nextStepWait: number;
  /** Costs must be shown before so many data are asked. */
  readonly dataBeforeCost: number;
  /** More messages of the company than this in seven days are too many. */
  readonly messagesAWeek: number;
  /** More messages of the company in a row than this are too many, when their times are not known. */
  readonly messagesInARow: number;
  /** More data than this asked in a row are worth a note. */
  readonly fieldsNoted: number;
  /** More data than this asked in a row are too many. */
  readonly fieldsTooMany: number;
}

/** What rules read. Ages they ask of `ages`, which notes until when the answer holds. */
export type RuleSettings = Omit<Settings, 'today'>;

export const JURISDICTIONS = ['eu', 'jp', 'us', 'none'] as const;
type Jurisdiction = (typeof JURISDICTIONS)[number];

type WaitLimits = Readonly<Partial<Record<ChannelKind, ChannelLimit>>>;

/** How long a wait may be on a kind of channel before we say something. */
export interface ChannelLimit {
  /** From here on it is worth a note. */
  readonly note?: number;
  /** From here on the customer suffers. */
  readonly warn: number;
  /**
   * A wait longer than this is not spent on the channel (nobody watches a web page for two days), so the limits above say
   * nothing about it. Missing: they hold for every wait.
   */
  readonly upTo?: number;
  /** The limit for waits longer than `upTo`, if those are waits for a reply, such as to be called back. */
  readonly reply?: number;
  /** A wait longer than this is not one for a reply either, but for work to be done: an approval, a negotiation. */
  readonly replyUpTo?: number;
}

/** What the configuration's schema and the documentation say about a setting. */
interface Setting<T> {
  readonly default: T;
  readonly unit: 'seconds' | 'ratio' | 'steps' | 'count' | 'feeling' | 'choice' | 'limits' | 'date';
  readonly meaning: Text;
  /** Where the default comes from, short enough to stand in a message in brackets. */
  readonly source: Text;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const ownChoice: Text = { en: 'our own choice', ja: '独自の目安' };
const after = (source: string): Text => ({ en: `after ${source}`, ja: `出典: ${source}` });
const ownAfter = (source: string): Text => ({
  en: `our own choice after ${source}`,
  ja: `${source}を参考にした独自の目安`,
});

export const SETTINGS: { readonly [Name in keyof Settings]: Setting<Settings[Name]> } = {
  jurisdiction: {
    default: 'none',
    unit: 'choice',
    meaning: { en: 'The law that the texts have in mind', ja: '文面が念頭に置く法域' },
    source: ownChoice,
  },
  waitLimits: {
    default: {
      phone: { note: 20, warn: 60, upTo: hour, reply: hour, replyUpTo: 3 * day },
      ivr: { note: 20, warn: 60 },
      chat: { warn: 60, upTo: hour },
      bot: { warn: 10, upTo: 5 * minute },
      // Who waits longer does not watch the page load any more, but waits for what happens behind it.
      web: { warn: 10, upTo: minute },
      app: { warn: 10, upTo: minute },
      // What comes after that is no reply any more: a decision, a bill, a refund.
      email: { note: hour, warn: day, upTo: 5 * day },
      sms: { note: hour, warn: day, upTo: 5 * day },
      social: { warn: hour, upTo: 5 * day },
      messaging: { warn: hour, upTo: 5 * day },
      store: { note: 10 * minute, warn: 30 * minute, upTo: 4 * hour },
      counter: { note: 10 * minute, warn: 30 * minute, upTo: 4 * hour },
    },
    unit: 'limits',
    meaning: { en: 'How long a wait may be, by kind of channel', ja: 'チャネルの種類ごとの待ち時間の許容範囲' },
    source: ownChoice,
  },
  realTime: {
    default: minute,
    unit: 'seconds',
    meaning: {
      en: 'Data that reach another system within this are there in real time',
      ja: 'この時間以内に別のシステムへ届くデータは、リアルタイムとみなす',
    },
    source: ownChoice,
  },
  untoldWait: {
    default: 10,
    unit: 'seconds',
    meaning: { en: 'A longer wait must be announced', ja: 'これより長い待ち時間は事前に伝える' },
    // After ten seconds attention is gone without a sign of progress.
    source: after('Nielsen 1993'),
  },
  unexplainedWait: {
    // Who has been told when their dish or the engineer comes does not ask why.
    default: day,
    unit: 'seconds',
    meaning: { en: 'A longer wait needs a reason', ja: 'これより長い待ち時間には理由を添える' },
    source: ownAfter('Maister 1985'),
  },
  uncertainWaitRatio: {
    default: 3,
    unit: 'ratio',
    meaning: {
      en: 'A wait that can take this many times the typical one is uncertain',
      ja: '通常のこの倍率まで延びうる待ち時間は、不確かとみなす',
    },
    source: ownAfter('Maister 1985'),
  },
  lateAnswerSteps: {
    default: 3,
    unit: 'steps',
    meaning: {
      en: 'An answer more than this many touchpoints after its question is late',
      ja: '質問からこの数を超えるタッチポイントを挟む回答は、遅いとみなす',
    },
    source: ownChoice,
  },
  dip: {
    default: -1,
    unit: 'feeling',
    meaning: { en: 'A feeling this low or lower is a low point', ja: '感情がこの値以下なら谷とみなす' },
    source: ownChoice,
  },
  emotionSwing: {
    default: 3,
    unit: 'feeling',
    meaning: {
      en: 'Feelings of two neighbouring touchpoints that differ by so much need a reason',
      ja: '隣り合うタッチポイントの感情の差がこの値以上なら、理由が必要とみなす',
    },
    source: ownChoice,
  },
  channelSwitches: {
    default: 3,
    unit: 'steps',
    meaning: {
      en: 'More changes of the channel than this on the main path are too many',
      ja: '主な経路でのチャネルの切り替えがこの回数を超えれば、多すぎるとみなす',
    },
    source: ownChoice,
  },
  mapTouchpoints: {
    default: 25,
    unit: 'steps',
    meaning: {
      en: 'More touchpoints than this in one journey are too many to discuss',
      ja: '一つのジャーニーのタッチポイントがこの数を超えれば、多すぎるとみなす',
    },
    source: ownAfter('Cemantica'),
  },
  mapAge: {
    default: 180 * day,
    unit: 'seconds',
    meaning: {
      en: 'A journey that was reviewed longer ago than this is stale',
      ja: '見直しからこの期間が過ぎたジャーニーは古いとみなす',
    },
    source: ownChoice,
  },
  today: {
    default: '',
    unit: 'date',
    meaning: { en: 'The day from which ages are counted', ja: '古さを数える基準の日' },
    source: ownChoice,
  },
  endingBelowMean: {
    default: 0.5,
    unit: 'feeling',
    meaning: {
      en: 'A successful ending this far below the mean feeling of its path is reported',
      ja: '成功で終わる経路でも、終わりの感情が平均をこの値より大きく下回れば指摘する',
    },
    source: ownAfter('Kahneman 1993'),
  },
  callbackWait: {
    default: 2 * minute,
    unit: 'seconds',
    meaning: {
      en: 'On the phone, a call back must be offered from this typical wait on',
      ja: '電話で、通常の待ち時間がこれ以上なら折り返しを用意する',
    },
    source: ownChoice,
  },
  callbackLongestWait: {
    default: 5 * minute,
    unit: 'seconds',
    meaning: {
      en: 'On the phone, a call back must be offered from this longest wait on',
      ja: '電話で、最長の待ち時間がこれ以上なら折り返しを用意する',
    },
    source: ownChoice,
  },
  silentWait: {
    default: day,
    unit: 'seconds',
    meaning: {
      en: 'A wait this long needs news on the way and a place to look how things stand',
      ja: 'この長さの待ち時間には、途中の連絡と状況を確かめる場所が必要',
    },
    source: ownAfter('Maister 1985'),
  },
  silentToldWait: {
    default: 5 * day,
    unit: 'seconds',
    meaning: {
      en: 'The same when the customer has been told how long it takes',
      ja: '待つ長さを伝えてある場合の、同じ基準',
    },
    source: ownChoice,
  },
  progressSteps: {
    default: 3,
    unit: 'count',
    meaning: {
      en: 'So many efforts of the customer in a row need a sign of where one is',
      ja: 'お客様の作業がこの数だけ続くなら、進み具合を示す',
    },
    source: ownChoice,
  },
  unconfirmedWait: {
    default: hour,
    unit: 'seconds',
    meaning: {
      en: 'A commitment must be confirmed before a wait longer than this',
      ja: 'これより長く待つ前に、申し込みなどの完了を知らせる',
    },
    source: ownChoice,
  },
  nextStepWait: {
    default: hour,
    unit: 'seconds',
    meaning: {
      en: 'The next step must be told before a wait longer than this',
      ja: 'これより長く待つ前に、次に何が起きるかを伝える',
    },
    source: ownChoice,
  },
  dataBeforeCost: {
    default: 5,
    unit: 'count',
    meaning: {
      en: 'Costs must be shown before so many data are asked',
      ja: 'この数の情報を尋ねる前に、費用を示す',
    },
    source: ownChoice,
  },
  messagesAWeek: {
    default: 3,
    unit: 'count',
    meaning: {
      en: 'More messages of the company than this in seven days are too many',
      ja: '7日間に届く企業からの連絡がこの数を超えたら、多すぎるとみなす',
    },
    source: ownChoice,
  },
  messagesInARow: {
    default: 4,
    unit: 'count',
    meaning: {
      en: 'More messages of the company in a row than this are too many, when their times are not known',
      ja: '時期が分からないとき、企業からの連絡がこの数を超えて続いたら、多すぎるとみなす',
    },
    source: ownChoice,
  },
  fieldsNoted: {
    default: 8,
    unit: 'count',
    meaning: {
      en: 'More data than this asked in a row are worth a note',
      ja: '続けて尋ねる情報がこの数を超えたら、情報として指摘する',
    },
    source: ownAfter('Baymard'),
  },
  fieldsTooMany: {
    default: 12,
    unit: 'count',
    meaning: {
      en: 'More data than this asked in a row are too many',
      ja: '続けて尋ねる情報がこの数を超えたら、多すぎるとみなす',
    },
    source: ownAfter('Baymard'),
  },
};

/** Where each default wait limit comes from. */
const WAIT_LIMIT_SOURCES: Readonly<Partial<Record<ChannelKind, Text>>> = {
  phone: after('Velaro'),
  ivr: after('Velaro'),
  chat: after('TeleDirect'),
  bot: after('Nielsen 1993'),
  web: after('Nielsen 1993'),
  app: after('Nielsen 1993'),
  email: after('ICMI'),
  sms: ownAfter('ICMI'),
  social: ownAfter('HubSpot'),
  messaging: ownAfter('HubSpot'),
  store: ownChoice,
  counter: ownChoice,
};

export const defaultSettings: Settings = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, setting]) => [name, setting.default]),
) as unknown as Settings;

/** Where a setting's value comes from, for the brackets in a message: the configuration, or the default with its source. */
export function originOf<Name extends keyof Settings>(name: Name, settings: Pick<Settings, Name>): Text {
  return settings[name] === defaultSettings[name] ? defaultOrigin(SETTINGS[name].source) : configured;
}

/** As `originOf`, for the limit on one kind of channel, or on a reply there. */
export function waitLimitOrigin(kind: ChannelKind, settings: Pick<Settings, 'waitLimits'>, isReply = false): Text {
  const own = settings.waitLimits[kind];
  const preset = defaultSettings.waitLimits[kind];
  const names = ['note', 'warn', 'upTo', 'reply', 'replyUpTo'] as const;
  return names.every((name) => own?.[name] === preset?.[name])
    ? defaultOrigin(isReply ? ownChoice : (WAIT_LIMIT_SOURCES[kind] ?? ownChoice))
    : configured;
}

const configured: Text = { en: 'set in the configuration', ja: '設定ファイルの値' };

function defaultOrigin(source: Text): Text {
  return { en: `default, ${source.en}`, ja: `既定値、${source.ja}` };
}
