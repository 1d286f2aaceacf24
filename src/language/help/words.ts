import type { Text } from '../../model/text.ts';
import {
  type ACTION_KINDS,
  type ActionStatus,
  type BETTER,
  type CauseName,
  type ChannelKind,
  type DataKind,
  type EndKind,
  type HandledBy,
  type IdentityLevel,
  type Initiator,
  type JOB_STEPS,
  type JourneyKind,
  type KanoClass,
  type MessageKind,
  type MetricKind,
  type SeverityLevel,
  type StageKind,
  type SystemKind,
  COMMITMENTS,
  MEANS,
  TASKS,
} from '../../model/words.ts';

/** The words of a property, as the grammar calls it, each with what it means. Empty where nothing can be said. */
export function wordHelp(type: string, feature: string): ReadonlyMap<string, Text> {
  return HELP.get(`${type}.${feature}`) ?? NONE;
}

const NONE: ReadonlyMap<string, Text> = new Map();

/** What the words of the language's lists mean, by the property that takes them. Completion, hovers and the reference show it. */
type Meanings<Word extends string = string> = Readonly<Record<Word, Text>>;

const causes: Meanings<CauseName> = {
  empowerment: {
    en: 'The customer cannot do what they want to do, or not alone.',
    ja: 'やりたいことが、自分ではできない。',
  },
  duration: {
    en: 'It takes too long, or nobody says how long.',
    ja: '時間がかかりすぎる、またはどれだけかかるか分からない。',
  },
  identity: {
    en: 'The customer is not recognised and has to explain again.',
    ja: '自分だと分かってもらえず、同じ説明を繰り返す。',
  },
  transparency: {
    en: 'Something that matters is not visible or not up to date.',
    ja: '大事な情報が見えない、または古い。',
  },
  consistency: { en: 'It is different from place to place.', ja: '場所や担当によって、言うことややり方が違う。' },
};

const severities: Meanings<SeverityLevel> = {
  low: { en: 'A nuisance.', ja: '少し気になる程度。' },
  medium: { en: 'Costs time or goodwill.', ja: '時間や好感が失われる。' },
  high: { en: 'Customers give up here.', ja: 'ここであきらめる人がいる。' },
};

const journeyKinds: Meanings<JourneyKind> = {
  asIs: { en: 'How it is today.', ja: '現状(As-Is)。' },
  toBe: { en: 'How it is going to be.', ja: '理想(To-Be)。' },
  actual: { en: 'What customers really did, from logs.', ja: 'ログから分かる実際の行動。' },
  competitor: {
    en: 'How it is with a competitor: nobody here answers for it, and our own journeys are held against it.',
    ja: '競合他社での体験。自社の担当や施策は求めず、自社のジャーニーと比べる。',
  },
};

const stageKinds: Meanings<StageKind> = {
  awareness: { en: 'Notices that there is something.', ja: '存在を知る段階。' },
  search: { en: 'Looks for what there is.', ja: '何があるかを探す段階。' },
  compare: { en: 'Compares offers.', ja: '比べる段階。' },
  consider: { en: 'Makes up their mind.', ja: '検討して決める段階。' },
  purchase: { en: 'Buys, books or signs.', ja: '購入・予約・契約する段階。' },
  onboarding: { en: 'Starts using it.', ja: '使い始める段階。' },
  delivery: { en: 'Waits for it and gets it.', ja: '届くのを待ち、受け取る段階。' },
  use: { en: 'Uses it.', ja: '利用する段階。' },
  support: { en: 'Needs help.', ja: 'サポートを受ける段階。' },
  repeat: { en: 'Buys again.', ja: '再び購入・利用する段階。' },
  loyalty: { en: 'Stays and recommends.', ja: '使い続け、人に勧める段階。' },
  leave: { en: 'Cancels and goes.', ja: '解約して離れる段階。' },
};

const initiators: Meanings<Initiator> = {
  customer: { en: 'The customer makes contact.', ja: '顧客から働きかける。' },
  company: { en: 'The company makes contact.', ja: '企業から働きかける。' },
  partner: { en: 'Another company makes contact.', ja: '提携先などの他社から働きかける。' },
};

const messageKinds: Meanings<MessageKind> = {
  marketing: { en: 'Advertises; needs consent.', ja: '販促の連絡。同意が必要です。' },
  transactional: { en: 'Belongs to something that the customer has begun.', ja: '手続きに伴う連絡。' },
};

const ends: Meanings<EndKind> = {
  success: { en: 'The customer has what they came for.', ja: '目的を果たして終わる。' },
  failure: { en: 'It did not work.', ja: '目的を果たせずに終わる。' },
  exit: { en: 'The customer goes elsewhere.', ja: '途中でやめる、他社へ移る。' },
};

const identities: Meanings<IdentityLevel> = {
  anonymous: { en: 'Nobody knows who it is.', ja: '誰か分からない。' },
  cookie: { en: 'The device is recognised.', ja: '端末は分かる。' },
  login: { en: 'Logged in.', ja: 'ログイン済み。' },
  verified: { en: 'Proved with a document.', ja: '書類などで本人確認済み。' },
};

const handledBy: Meanings<HandledBy> = {
  staff: { en: 'A person answers.', ja: '人が対応する。' },
  bot: { en: 'A machine answers.', ja: '機械が対応する。' },
};

const kano: Meanings<KanoClass> = {
  mustBe: { en: 'Taken for granted; its absence angers.', ja: '当たり前品質。ないと不満になる。' },
  oneDimensional: { en: 'The more, the better.', ja: '一元的品質。あるほど満足する。' },
  attractive: { en: 'A pleasant surprise.', ja: '魅力的品質。あるとうれしい。' },
  indifferent: { en: 'Nobody minds.', ja: '無関心品質。あってもなくても変わらない。' },
  reverse: { en: 'Customers would rather not have it.', ja: '逆品質。あると不満になる。' },
};

const statuses: Meanings<ActionStatus> = {
  idea: { en: 'Only an idea.', ja: 'アイデアの段階。' },
  planned: { en: 'Decided and scheduled.', ja: '計画済み。' },
  running: { en: 'Under way.', ja: '実施中。' },
  done: { en: 'Finished.', ja: '完了。' },
  rejected: { en: 'Will not be done.', ja: '見送り。' },
};

const actionKinds: Meanings<(typeof ACTION_KINDS)[number]> = {
  remove: { en: 'Takes a barrier away.', ja: '障壁を取り除く。' },
  nudge: { en: 'Encourages people.', ja: '行動を後押しする。' },
};

const better: Meanings<(typeof BETTER)[number]> = {
  up: { en: 'Higher is better.', ja: '高いほど良い。' },
  down: { en: 'Lower is better.', ja: '低いほど良い。' },
};

const dataKinds: Meanings<DataKind> = {
  personal: { en: 'About a person.', ja: '個人情報。' },
  sensitive: { en: 'Needs special care, such as health.', ja: '要配慮個人情報など、特に慎重に扱う情報。' },
  identifier: { en: 'Tells one customer from another.', ja: '顧客を特定できる情報。' },
  behavioural: { en: 'What the customer did.', ja: '行動の記録。' },
};

const systemKinds: Meanings<SystemKind> = {
  crm: { en: 'Customer relations.', ja: '顧客管理。' },
  cdp: { en: 'Customer data platform.', ja: '顧客データ基盤(CDP)。' },
  ma: { en: 'Marketing automation.', ja: 'マーケティングオートメーション。' },
  shop: { en: 'Online shop.', ja: 'ECサイト。' },
  pos: { en: 'Point of sale.', ja: '店舗のPOSレジ。' },
  ticketing: { en: 'Support tickets.', ja: '問い合わせ管理。' },
  analytics: { en: 'Web analytics.', ja: 'アクセス解析。' },
  partner: { en: "Another company's system.", ja: '他社のシステム。' },
  other: { en: 'Anything else: a sheet, a paper list.', ja: '表計算や紙の台帳など、その他。' },
};

const metricKinds: Meanings<MetricKind> = {
  ratio: { en: 'A share, such as the conversion rate.', ja: '完了率などの割合。' },
  csat: { en: 'Customer satisfaction.', ja: '顧客満足度。' },
  nps: { en: 'Net promoter score.', ja: '推奨度(NPS)。' },
  ces: { en: 'Customer effort score.', ja: '顧客努力指標(CES)。' },
  duration: { en: 'A length of time.', ja: '時間。' },
  count: { en: 'A number of things.', ja: '件数。' },
  money: { en: 'An amount of money.', ja: '金額。' },
  score: { en: 'Points on a scale of your own.', ja: '独自の尺度による点数。' },
};

const jobSteps: Meanings<(typeof JOB_STEPS)[number]> = {
  define: { en: 'Decides what is needed.', ja: '何が必要かを決める。' },
  locate: { en: 'Gathers what is needed.', ja: '必要なものを探す。' },
  prepare: { en: 'Gets ready.', ja: '準備する。' },
  confirm: { en: 'Checks that all is ready.', ja: '準備を確かめる。' },
  execute: { en: 'Does it.', ja: '実行する。' },
  monitor: { en: 'Watches how it goes.', ja: '進み具合を見守る。' },
  modify: { en: 'Changes something on the way.', ja: '途中で調整する。' },
  conclude: { en: 'Finishes.', ja: '終える。' },
};

const channelKinds: Meanings<ChannelKind> = {
  web: { en: 'Website', ja: 'ウェブサイト' },
  app: { en: 'App', ja: 'アプリ' },
  social: { en: 'Social network', ja: 'SNS' },
  messaging: { en: 'Messenger, such as LINE', ja: 'LINEなどのメッセージアプリ' },
  email: { en: 'Email', ja: 'メール' },
  sms: { en: 'Text message', ja: 'SMS' },
  push: { en: 'Push notification', ja: 'プッシュ通知' },
  ad: { en: 'Advertisement', ja: '広告' },
  search: { en: 'Search engine or map', ja: '検索・地図' },
  phone: { en: 'Telephone', ja: '電話' },
  ivr: { en: 'Voice menu', ja: '自動音声応答(IVR)' },
  chat: { en: 'Chat with a person', ja: '有人チャット' },
  bot: { en: 'Chatbot', ja: 'チャットボット' },
  store: { en: 'Shop', ja: '店舗' },
  counter: { en: 'Counter', ja: '窓口' },
  post: { en: 'Post', ja: '郵便' },
  event: { en: 'Event', ja: 'イベント' },
  wordOfMouth: { en: 'Word of mouth', ja: '口コミ' },
  partner: { en: 'Through another company', ja: '提携先・代理店' },
};

const evidenceKinds: Meanings = {
  interview: { en: 'Interviews', ja: 'インタビュー' },
  survey: { en: 'A survey', ja: 'アンケート' },
  log: { en: 'Logs and records', ja: 'ログ・記録' },
  observation: { en: 'Observation', ja: '観察' },
  diary: { en: 'A diary study', ja: '日記調査' },
  analytics: { en: 'Web analytics', ja: 'アクセス解析' },
  recording: { en: 'Recorded calls', ja: '通話の録音' },
};

const levels: Meanings = {
  high: { en: 'High', ja: '高い' },
  medium: { en: 'Medium', ja: '中くらい' },
  low: { en: 'Low', ja: '低い' },
};

const languages: Meanings = {
  ja: { en: 'Japanese', ja: '日本語' },
  en: { en: 'English', ja: '英語' },
  zh: { en: 'Chinese', ja: '中国語' },
  ko: { en: 'Korean', ja: '韓国語' },
};

const tones: Meanings = {
  friendly: { en: 'Friendly', ja: '親しみやすい' },
  plain: { en: 'Plain', ja: '分かりやすい' },
  honest: { en: 'Honest', ja: '正直' },
  warm: { en: 'Warm', ja: '温かい' },
  formal: { en: 'Formal', ja: 'かしこまった' },
  pushy: { en: 'Pushy', ja: '押しつけがましい' },
};

const abilities: Meanings = {
  cancel: { en: 'Call it off', ja: '取り消す・解約する' },
  change: { en: 'Change it', ja: '変更する' },
  return: { en: 'Give it back', ja: '返品する' },
  refund: { en: 'Get the money back', ja: '返金を受ける' },
};

const offers: Meanings = {
  callback: { en: 'To be called back', ja: '折り返しの電話' },
  human: { en: 'To speak to a person', ja: '担当者との会話' },
  transfer: { en: 'To be put through', ja: '担当への取り次ぎ' },
};

const purposes: Meanings = {
  delivery: { en: 'Delivery', ja: '配送' },
  billing: { en: 'Billing', ja: '請求' },
  support: { en: 'Support', ja: 'サポート' },
  marketing: { en: 'Marketing', ja: 'マーケティング' },
  analytics: { en: 'Analysis', ja: '分析' },
  profiling: { en: 'Profiling', ja: 'プロファイリング' },
};

const bases: Meanings = {
  consent: { en: 'The customer agreed', ja: '本人の同意' },
  contract: { en: 'Needed to fulfil the contract', ja: '契約の履行' },
  legal: { en: 'Required by law', ja: '法令上の義務' },
};

const collects: Meanings = {
  feedback: { en: 'What the customer thought of it', ja: 'ご意見・ご感想' },
};

const periods: Meanings = {
  day: { en: 'Each day', ja: '1日あたり' },
  week: { en: 'Each week', ja: '1週間あたり' },
  month: { en: 'Each month', ja: '1か月あたり' },
};

const days: Meanings = {
  weekdays: { en: 'Monday to Friday', ja: '月曜〜金曜' },
  daily: { en: 'Every day', ja: '毎日' },
  weekends: { en: 'Saturday and Sunday', ja: '土曜・日曜' },
  平日: { en: 'Monday to Friday', ja: '月曜〜金曜' },
  毎日: { en: 'Every day', ja: '毎日' },
  土日: { en: 'Saturday and Sunday', ja: '土曜・日曜' },
};

/** By syntax node and property, as the grammar calls them. Of closed lists every word is here. */
const WORD_HELP: Readonly<Record<string, Meanings>> = {
  'Ability.actions': abilities,
  'Action.kinds': actionKinds,
  'Action.statuses': statuses,
  'Barrier.causes': causes,
  'Barrier.severities': severities,
  'Brand.never': tones,
  'Brand.tones': tones,
  'Channel.kinds': channelKinds,
  'Channel.languages': languages,
  'Channel.requires': MEANS,
  'Coverage.purposes': purposes,
  'Data.kinds': dataKinds,
  'Evidence.kind': evidenceKinds,
  'Experiment.statuses': statuses,
  'Failure.end': ends,
  'Journey.kinds': journeyKinds,
  'Loop.end': ends,
  'Metric.better': better,
  'Metric.kinds': metricKinds,
  'Need.kano': kano,
  'Offer.what': offers,
  'OpeningHours.from': days,
  'Opportunity.statuses': statuses,
  'Persona.has': MEANS,
  'Persona.lacks': MEANS,
  'Persona.languages': languages,
  'Persona.worth': levels,
  'Segment.has': MEANS,
  'Segment.lacks': MEANS,
  'Segment.languages': languages,
  'Stage.kinds': stageKinds,
  'System.kinds': systemKinds,
  'Touchpoint.requires': MEANS,
  'Touchpoint.collects': collects,
  'Touchpoint.commits': COMMITMENTS,
  'Touchpoint.confirms': COMMITMENTS,
  'Touchpoint.ends': ends,
  'Touchpoint.handledBy': handledBy,
  'Touchpoint.identities': identities,
  'Touchpoint.initiators': initiators,
  'Touchpoint.jobs': jobSteps,
  'Touchpoint.kano': kano,
  'Touchpoint.kinds': messageKinds,
  'Touchpoint.tasks': TASKS,
  'Touchpoint.tones': tones,
  'Traffic.period': periods,
  'Use.basis': bases,
  'Use.purpose': purposes,
};

const HELP: ReadonlyMap<string, ReadonlyMap<string, Text>> = new Map(
  Object.entries(WORD_HELP).map(([key, meanings]) => [key, new Map(Object.entries(meanings))]),
);
