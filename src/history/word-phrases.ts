import { CAUSE_LABELS } from '../model/cause-names.ts';
import type { Text } from '../model/text.ts';
import { ACTION_KIND_TITLES, STAGE_KIND_TITLES, STATUS_TITLES } from '../model/word-titles.ts';
import {
  type BETTER,
  type ChannelKind,
  COMMITMENTS,
  type DataKind,
  type EndKind,
  type IdentityLevel,
  type JOB_STEPS,
  type KanoClass,
  MEANS,
  type MessageKind,
  type MetricKind,
  type SeverityLevel,
  SHOWN_WORDS,
  type SystemKind,
  TASKS,
} from '../model/words.ts';
import type { Element } from './element.ts';

/**
 * How a word of the language is said within a statement, for people who should not have to know it. `statement` is the name
 * that `statementOf` gives. A word that an author may choose freely stays as it is, unless it is one that many choose.
 */
export function wordPhrase(word: string, statement: string): Text {
  const titles = VOCABULARIES[statement] ?? WORDS;
  return Object.hasOwn(titles, word) ? (titles[word] ?? same(word)) : same(word);
}

/** The name of a statement, where the same word of another declaration or statement means something else. */
export function statementOf(element: Element['kind'], field: string): string {
  return field === 'kind' ? `kind of ${element}` : field;
}

function same(text: string): Text {
  return { en: text, ja: text };
}

type Titles<Word extends string = string> = Readonly<Record<Word, Text>>;

/** Words that mean the same wherever they stand. */
const WORDS: Titles = {
  asIs: { en: 'as-is', ja: '現状' },
  toBe: { en: 'to-be', ja: '理想' },
  actual: { en: 'actual', ja: '実績' },
  competitor: { en: 'of a competitor', ja: '競合他社' },
  customer: { en: 'the customer', ja: 'お客様' },
  company: { en: 'the company', ja: '自社' },
  partner: { en: 'a partner', ja: '提携先' },
  staff: { en: 'staff', ja: '担当者' },
  bot: { en: 'a bot', ja: 'ボット' },
  arrow: { en: '', ja: '' },
  end: { en: '', ja: '' },
  loop: { en: 'after the last round', ja: '繰り返しの後' },
  failure: { en: 'on failure', ja: '失敗時' },
  callback: { en: 'a call back', ja: '折り返し電話' },
  human: { en: 'a person', ja: '人による対応' },
  transfer: { en: 'to be put through', ja: '担当への取り次ぎ' },
  ...STATUS_TITLES,
};

const ends: Titles<EndKind> = {
  success: { en: 'the goal is reached', ja: '目的を達成' },
  failure: { en: 'without success', ja: '目的を達成できない' },
  exit: { en: 'the customer leaves', ja: '離脱' },
};

const channelKinds: Titles<ChannelKind> = {
  web: { en: 'website', ja: 'ウェブサイト' },
  app: { en: 'app', ja: 'アプリ' },
  social: { en: 'social media', ja: 'SNS' },
  messaging: { en: 'messaging app', ja: 'メッセージアプリ' },
  email: { en: 'e-mail', ja: 'メール' },
  sms: { en: 'text message', ja: 'SMS' },
  push: { en: 'push notification', ja: 'プッシュ通知' },
  ad: { en: 'advertisement', ja: '広告' },
  search: { en: 'search', ja: '検索' },
  phone: { en: 'phone', ja: '電話' },
  ivr: { en: 'voice menu', ja: '自動音声応答(IVR)' },
  chat: { en: 'live chat', ja: '有人チャット' },
  bot: { en: 'chatbot', ja: 'チャットボット' },
  store: { en: 'store', ja: '店舗' },
  counter: { en: 'counter', ja: '窓口' },
  post: { en: 'post', ja: '郵便' },
  event: { en: 'event', ja: 'イベント' },
  wordOfMouth: { en: 'word of mouth', ja: '口コミ' },
  partner: { en: 'through a partner', ja: '取引先・代理店' },
};

const systemKinds: Titles<SystemKind> = {
  crm: { en: 'CRM', ja: '顧客管理(CRM)' },
  cdp: { en: 'customer data platform', ja: '顧客データ基盤(CDP)' },
  ma: { en: 'marketing automation', ja: 'マーケティングオートメーション' },
  shop: { en: 'online shop', ja: 'ECサイト' },
  pos: { en: 'point of sale', ja: '店舗のPOSレジ' },
  ticketing: { en: 'ticketing', ja: '問い合わせ管理' },
  analytics: { en: 'analytics', ja: 'アクセス解析' },
  partner: { en: "a partner's", ja: '提携先' },
  other: { en: 'other', ja: 'その他' },
};

const metricKinds: Titles<MetricKind> = {
  ratio: { en: 'share', ja: '割合' },
  csat: { en: 'customer satisfaction (CSAT)', ja: '顧客満足度(CSAT)' },
  nps: { en: 'net promoter score (NPS)', ja: 'NPS(推奨度)' },
  ces: { en: 'customer effort score (CES)', ja: '顧客努力指標(CES)' },
  duration: { en: 'length of time', ja: '時間' },
  count: { en: 'count', ja: '件数' },
  money: { en: 'money', ja: '金額' },
  score: { en: 'score', ja: '点数' },
};

const dataKinds: Titles<DataKind> = {
  personal: { en: 'personal', ja: '個人情報' },
  sensitive: { en: 'sensitive', ja: '要配慮個人情報' },
  identifier: { en: 'identifier', ja: '識別情報' },
  behavioural: { en: 'behavioural', ja: '行動データ' },
};

const messageKinds: Titles<MessageKind> = {
  marketing: { en: 'marketing', ja: '販促' },
  transactional: { en: 'transactional', ja: '手続きの連絡' },
};

const evidenceKinds: Titles = {
  interview: { en: 'interview', ja: 'インタビュー' },
  survey: { en: 'survey', ja: 'アンケート' },
  log: { en: 'log', ja: 'ログ' },
  observation: { en: 'observation', ja: '観察' },
  diary: { en: 'diary', ja: '日記調査' },
  analytics: { en: 'analytics', ja: 'アクセス解析' },
  recording: { en: 'recording', ja: '録音' },
  transcript: { en: 'transcript', ja: '会話記録' },
};

const levels: Titles<SeverityLevel> = {
  low: { en: 'low', ja: '低' },
  medium: { en: 'medium', ja: '中' },
  high: { en: 'high', ja: '高' },
};

const identities: Titles<IdentityLevel> = {
  anonymous: { en: 'anonymous', ja: '匿名' },
  cookie: { en: 'known by a cookie', ja: '端末のみ' },
  login: { en: 'logged in', ja: 'ログイン済み' },
  verified: { en: 'verified', ja: '本人確認済み' },
};

const kano: Titles<KanoClass> = {
  mustBe: { en: 'must-be', ja: '当たり前品質' },
  oneDimensional: { en: 'one-dimensional', ja: '一元的品質' },
  attractive: { en: 'attractive', ja: '魅力品質' },
  indifferent: { en: 'indifferent', ja: '無関心品質' },
  reverse: { en: 'reverse', ja: '逆品質' },
};

const better: Titles<(typeof BETTER)[number]> = {
  up: { en: 'higher', ja: '高いほど良い' },
  down: { en: 'lower', ja: '低いほど良い' },
};

const jobSteps: Titles<(typeof JOB_STEPS)[number]> = {
  define: { en: 'define', ja: '決める' },
  locate: { en: 'locate', ja: '探す' },
  prepare: { en: 'prepare', ja: '準備する' },
  confirm: { en: 'confirm', ja: '確かめる' },
  execute: { en: 'execute', ja: '実行する' },
  monitor: { en: 'monitor', ja: '見守る' },
  modify: { en: 'modify', ja: '調整する' },
  conclude: { en: 'conclude', ja: '終える' },
};

const abilities: Titles = {
  cancel: { en: 'cancel', ja: 'キャンセル・解約' },
  change: { en: 'change', ja: '変更' },
  return: { en: 'return', ja: '返品' },
  refund: { en: 'get a refund', ja: '返金' },
};

const purposes: Titles = {
  delivery: { en: 'delivery', ja: '配送' },
  billing: { en: 'billing', ja: '請求' },
  support: { en: 'support', ja: 'サポート' },
  marketing: { en: 'marketing', ja: 'マーケティング' },
  analytics: { en: 'analysis', ja: '分析' },
  profiling: { en: 'profiling', ja: 'プロファイリング' },
  tracking: { en: 'tracking', ja: '行動の追跡' },
};

const bases: Titles = {
  consent: { en: 'consent', ja: '本人の同意' },
  contract: { en: 'the contract', ja: '契約の履行' },
  legal: { en: 'the law', ja: '法令上の義務' },
};

const tones: Titles = {
  friendly: { en: 'friendly', ja: '親しみやすい' },
  plain: { en: 'plain', ja: '分かりやすい' },
  honest: { en: 'honest', ja: '正直' },
  warm: { en: 'warm', ja: '温かい' },
  formal: { en: 'formal', ja: 'かしこまった' },
  pushy: { en: 'pushy', ja: '押しつけがましい' },
};

const languages: Titles = {
  ja: { en: 'Japanese', ja: '日本語' },
  en: { en: 'English', ja: '英語' },
  zh: { en: 'Chinese', ja: '中国語' },
  ko: { en: 'Korean', ja: '韓国語' },
};

const VOCABULARIES: Readonly<Record<string, Titles>> = {
  abilities,
  basis: bases,
  better,
  cause: CAUSE_LABELS,
  collects: { feedback: { en: 'feedback', ja: 'ご意見・ご感想' } },
  commits: COMMITMENTS,
  confirms: COMMITMENTS,
  end: ends,
  has: MEANS,
  identity: identities,
  job: jobSteps,
  kano,
  'kind of action': ACTION_KIND_TITLES,
  'kind of channel': channelKinds,
  'kind of evidence': evidenceKinds,
  'kind of goal': {
    business: { en: 'business', ja: 'ビジネス' },
    insight: { en: 'insight', ja: '顧客理解' },
  },
  'kind of metric': metricKinds,
  'kind of stage': STAGE_KIND_TITLES,
  'kind of system': systemKinds,
  'kind of touchpoint': messageKinds,
  kinds: dataKinds,
  lacks: MEANS,
  languages,
  never: tones,
  purpose: purposes,
  purposes,
  requires: MEANS,
  severity: levels,
  shows: SHOWN_WORDS,
  stop: { whenSignificant: { en: 'when it is significant', ja: '有意になった時点' } },
  task: TASKS,
  tones,
  traits: {
    human: { en: 'a person answers', ja: '人が対応' },
    live: { en: 'live', ja: 'その場で応答' },
    selfService: { en: 'self-service', ja: 'セルフサービス' },
    thirdParty: { en: 'run by somebody else', ja: '他社が運営' },
  },
  worth: levels,
};
