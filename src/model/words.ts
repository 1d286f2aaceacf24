/** The closed vocabularies of the language. One table each: what may be written, and what the rest of the code may rely on. */

import type { Text } from './text.ts';

export const CAUSES = ['empowerment', 'duration', 'identity', 'transparency', 'consistency'] as const;
/** One of the five causes of friction. */
export type CauseName = (typeof CAUSES)[number];

export const SEVERITY_LEVELS = ['low', 'medium', 'high'] as const;
export type SeverityLevel = (typeof SEVERITY_LEVELS)[number];

export const JOURNEY_KINDS = ['asIs', 'toBe', 'actual', 'competitor'] as const;
export type JourneyKind = (typeof JOURNEY_KINDS)[number];

export const STAGE_KINDS = [
  'awareness',
  'search',
  'compare',
  'consider',
  'purchase',
  'onboarding',
  'delivery',
  'use',
  'support',
  'repeat',
  'loyalty',
  'leave',
] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

export const INITIATORS = ['customer', 'company', 'partner'] as const;
/** Who starts the contact. */
export type Initiator = (typeof INITIATORS)[number];

export const MESSAGE_KINDS = ['marketing', 'transactional'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export const END_KINDS = ['success', 'failure', 'exit'] as const;
export type EndKind = (typeof END_KINDS)[number];

/** From not known at all to proved by a document; later is higher. */
export const IDENTITY_LEVELS = ['anonymous', 'cookie', 'login', 'verified'] as const;
export type IdentityLevel = (typeof IDENTITY_LEVELS)[number];

export const HANDLED_BY = ['staff', 'bot'] as const;
export type HandledBy = (typeof HANDLED_BY)[number];

export const KANO_CLASSES = ['mustBe', 'oneDimensional', 'attractive', 'indifferent', 'reverse'] as const;
export type KanoClass = (typeof KANO_CLASSES)[number];

export const ACTION_STATUSES = ['idea', 'planned', 'running', 'done', 'rejected'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

export const ACTION_KINDS = ['remove', 'nudge'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export const BETTER = ['up', 'down'] as const;

export const DATA_KINDS = ['personal', 'sensitive', 'identifier', 'behavioural'] as const;
export type DataKind = (typeof DATA_KINDS)[number];

export const SYSTEM_KINDS = ['crm', 'cdp', 'ma', 'shop', 'pos', 'ticketing', 'analytics', 'partner', 'other'] as const;
export type SystemKind = (typeof SYSTEM_KINDS)[number];

export const METRIC_KINDS = ['ratio', 'csat', 'nps', 'ces', 'duration', 'count', 'money', 'score'] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

/** What customers have or lack; other words are allowed after `has`, `lacks` and `requires`. */
export const MEANS = {
  smartphone: { en: 'A smartphone', ja: 'スマートフォン' },
  computer: { en: 'A computer', ja: 'パソコン' },
  printer: { en: 'A printer', ja: 'プリンター' },
  car: { en: 'A car', ja: '自動車' },
} as const satisfies Readonly<Record<string, Text>>;

/** What a customer can bind themselves to; other words are allowed after `commits`. */
export const COMMITMENTS = {
  booking: { en: 'A booking', ja: '予約' },
  reservation: { en: 'A reservation', ja: '予約' },
  purchase: { en: 'A purchase', ja: '購入' },
  order: { en: 'An order', ja: '注文' },
  subscription: { en: 'A subscription', ja: '定期契約・サブスクリプション' },
  contract: { en: 'A contract', ja: '契約' },
  membership: { en: 'A membership', ja: '会員登録' },
  payment: { en: 'A payment', ja: '支払い' },
} as const;

/** Routine errands with their titles; other words are allowed after `task`, but no rule knows them. */
export const TASKS = {
  trackOrder: { en: 'Track an order', ja: '注文・配送状況の確認' },
  status: { en: 'Look up how things stand', ja: '状況の確認' },
  book: { en: 'Book', ja: '予約' },
  change: { en: 'Change', ja: '変更' },
  cancel: { en: 'Cancel', ja: 'キャンセル・解約' },
  return: { en: 'Return', ja: '返品' },
  exchange: { en: 'Exchange', ja: '交換' },
  refund: { en: 'Get a refund', ja: '返金' },
  pay: { en: 'Pay', ja: '支払い' },
  faq: { en: 'Find an answer', ja: 'よくある質問の確認' },
  inquire: { en: 'Ask', ja: '問い合わせ' },
  complain: { en: 'Complain', ja: '苦情の申し出' },
  report: { en: 'Report a fault', ja: '不具合の連絡' },
  invoice: { en: 'Get an invoice or a receipt', ja: '請求書・領収書の発行' },
  quote: { en: 'Get a quotation', ja: '見積もり' },
  compare: { en: 'Compare', ja: '比較' },
  apply: { en: 'Apply', ja: '申し込み' },
  order: { en: 'Order', ja: '注文' },
  reorder: { en: 'Order again', ja: '再注文' },
  renew: { en: 'Renew', ja: '更新' },
  upgrade: { en: 'Change to a larger plan', ja: 'アップグレード' },
  register: { en: 'Register', ja: '会員登録' },
  login: { en: 'Log in', ja: 'ログイン' },
  verify: { en: "Prove one's identity", ja: '本人確認' },
  updateDetails: { en: "Change one's details", ja: '登録情報の変更' },
  checkIn: { en: 'Check in', ja: '受付・チェックイン' },
  checkOut: { en: 'Check out', ja: 'チェックアウト' },
  tryOn: { en: 'Try on', ja: '試着' },
  tryOut: { en: 'Try out', ja: '試用・お試し' },
  pickUp: { en: 'Pick up', ja: '受け取り' },
  deliver: { en: 'Deliver', ja: '配送' },
  install: { en: 'Install', ja: '設置' },
  setUp: { en: 'Set up', ja: '初期設定' },
  repair: { en: 'Repair', ja: '修理' },
  review: { en: 'Write a review', ja: 'レビュー投稿' },
  refer: { en: 'Recommend to others', ja: '紹介' },
  unsubscribe: { en: 'Unsubscribe', ja: '配信停止' },
} as const satisfies Readonly<Record<string, Text>>;

/** Kinds of information that `shows` can name without declaring a fact, with their titles. */
export const SHOWN_WORDS = {
  price: { en: 'Price', ja: '価格' },
  priceTotal: { en: 'Total price', ja: '支払総額' },
  eachPrice: { en: 'Price of each instalment', ja: '各回の代金' },
  total: { en: 'Total', ja: '合計金額' },
  unitPrice: { en: 'Unit price', ja: '単価' },
  fee: { en: 'Fee', ja: '手数料' },
  shippingFee: { en: 'Shipping fee', ja: '送料' },
  tax: { en: 'Tax', ja: '税額' },
  discount: { en: 'Discount', ja: '割引' },
  points: { en: 'Points', ja: 'ポイント' },
  estimate: { en: 'Estimate', ja: '見積金額' },
  quantity: { en: 'Quantity', ja: '数量' },
  plan: { en: 'Plan', ja: 'プラン' },
  plans: { en: 'Plans', ja: 'プラン一覧' },
  paymentTiming: { en: 'When to pay', ja: '支払時期' },
  paymentMethods: { en: 'Ways to pay', ja: '支払い方法' },
  deliveryTiming: { en: 'When it is delivered', ja: '引渡時期' },
  deliveryMethods: { en: 'Ways of delivery', ja: '受け取り方法' },
  nextDates: { en: 'Dates of the next instalments', ja: '次回以降の日程' },
  renewal: { en: 'Renewal', ja: '自動更新' },
  deadline: { en: 'Deadline', ja: '申込期限' },
  period: { en: 'Period', ja: '契約期間' },
  cancelMethod: { en: 'How to cancel', ja: '解約方法' },
  cancelFee: { en: 'Cancellation fee', ja: 'キャンセル料' },
  returnPolicy: { en: 'Returns', ja: '返品条件' },
  refundPolicy: { en: 'Refunds', ja: '返金条件' },
  warranty: { en: 'Warranty', ja: '保証内容' },
  guarantee: { en: 'Guarantee', ja: '保証' },
  terms: { en: 'Terms', ja: '利用規約' },
  policy: { en: 'Privacy policy', ja: 'プライバシーポリシー' },
  purpose: { en: 'Purpose of use', ja: '利用目的' },
  legalNotice: { en: 'Legal notice', ja: '特定商取引法に基づく表記' },
  risk: { en: 'Risks', ja: 'リスク' },
  limits: { en: 'Limits', ja: '利用条件' },
  conditions: { en: 'Conditions', ja: '条件' },
  requirements: { en: 'What is needed', ja: '必要なもの' },
  progress: { en: 'Progress', ja: '進捗' },
  status: { en: 'Status', ja: '状況' },
  history: { en: 'History', ja: '履歴' },
  queuePosition: { en: 'Place in the queue', ja: '順番' },
  waitTime: { en: 'Waiting time', ja: '待ち時間' },
  responseTime: { en: 'Response time', ja: '返信の目安' },
  nextSteps: { en: 'Next steps', ja: '次の流れ' },
  steps: { en: 'Steps', ja: '手順' },
  schedule: { en: 'Schedule', ja: '日程' },
  calendar: { en: 'Calendar', ja: 'カレンダー' },
  confirmation: { en: 'Confirmation', ja: '確認内容' },
  summary: { en: 'Summary', ja: '内容の要約' },
  details: { en: 'Details', ja: '詳細' },
  bookingDetails: { en: 'Booking details', ja: '予約内容' },
  orderDetails: { en: 'Order details', ja: '注文内容' },
  receipt: { en: 'Receipt', ja: '領収書' },
  invoice: { en: 'Invoice', ja: '請求書' },
  balance: { en: 'Balance', ja: '残高' },
  usage: { en: 'Usage', ja: '利用量' },
  result: { en: 'Result', ja: '結果' },
  error: { en: 'Error', ja: 'エラー内容' },
  reason: { en: 'Reason', ja: '理由' },
  alternatives: { en: 'Alternatives', ja: '代わりの選択肢' },
  warning: { en: 'Warning', ja: '注意事項' },
  notice: { en: 'Notice', ja: 'お知らせ' },
  disruption: { en: 'Disruption', ja: '障害情報' },
  availability: { en: 'Availability', ja: '空き状況' },
  stock: { en: 'Stock', ja: '在庫' },
  features: { en: 'Features', ja: '特徴' },
  specifications: { en: 'Specifications', ja: '仕様' },
  size: { en: 'Size', ja: 'サイズ' },
  ingredients: { en: 'Ingredients', ja: '原材料・成分' },
  photos: { en: 'Photos', ja: '写真' },
  video: { en: 'Video', ja: '動画' },
  demo: { en: 'Demo', ja: 'デモ' },
  sample: { en: 'Sample', ja: 'サンプル' },
  comparison: { en: 'Comparison', ja: '比較' },
  ranking: { en: 'Ranking', ja: 'ランキング' },
  recommendation: { en: 'Recommendation', ja: 'おすすめ' },
  reviews: { en: 'Reviews', ja: '口コミ' },
  rating: { en: 'Rating', ja: '評価' },
  testimonials: { en: 'Testimonials', ja: 'お客様の声' },
  caseStudies: { en: 'Case studies', ja: '導入事例' },
  awards: { en: 'Awards', ja: '受賞歴' },
  certification: { en: 'Certification', ja: '認証' },
  benefit: { en: 'Benefit', ja: 'メリット' },
  offer: { en: 'Offer', ja: '特典' },
  coupon: { en: 'Coupon', ja: 'クーポン' },
  campaign: { en: 'Campaign', ja: 'キャンペーン' },
  news: { en: 'News', ja: '新着情報' },
  story: { en: 'Story', ja: 'ストーリー' },
  instructions: { en: 'Instructions', ja: '使い方' },
  tutorial: { en: 'Tutorial', ja: 'チュートリアル' },
  tips: { en: 'Tips', ja: '活用のヒント' },
  faq: { en: 'FAQ', ja: 'よくある質問' },
  help: { en: 'Help', ja: 'ヘルプ' },
  support: { en: 'Support', ja: 'サポート情報' },
  contact: { en: 'Contact', ja: '連絡先' },
  sender: { en: 'Sender', ja: '送信者' },
  unsubscribe: { en: 'How to unsubscribe', ja: '配信停止の方法' },
  staff: { en: 'Staff', ja: '担当者' },
  openingHours: { en: 'Opening hours', ja: '営業時間' },
  location: { en: 'Location', ja: '場所' },
  address: { en: 'Address', ja: '住所' },
  route: { en: 'Route', ja: '行き方' },
  map: { en: 'Map', ja: '地図' },
  parking: { en: 'Parking', ja: '駐車場' },
  menu: { en: 'Menu', ja: 'メニュー' },
  form: { en: 'Form', ja: '入力フォーム' },
  requiredFields: { en: 'Required fields', ja: '必須項目' },
  inputCheck: { en: 'Input check', ja: '入力内容の確認' },
  security: { en: 'Security', ja: 'セキュリティ' },
  settings: { en: 'Settings', ja: '設定' },
  choices: { en: 'Choices', ja: '選択肢' },
  document: { en: 'Document', ja: '資料' },
  link: { en: 'Link', ja: 'リンク' },
  qrCode: { en: 'QR code', ja: 'QRコード' },
} as const satisfies Readonly<Record<string, Text>>;
export type ShownWord = keyof typeof SHOWN_WORDS;

/** Steps of the job map (Bettencourt and Ulwick 2008). */
export const JOB_STEPS = [
  'define',
  'locate',
  'prepare',
  'confirm',
  'execute',
  'monitor',
  'modify',
  'conclude',
] as const;

export const CHANNEL_KINDS = [
  'web',
  'app',
  'social',
  'messaging',
  'email',
  'sms',
  'push',
  'ad',
  'search',
  'phone',
  'ivr',
  'chat',
  'bot',
  'store',
  'counter',
  'post',
  'event',
  'wordOfMouth',
  'partner',
] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** What a channel is like when nothing else is said. */
export interface ChannelTraits {
  readonly human: boolean;
  readonly live: boolean;
  readonly selfService: boolean;
  readonly bot: boolean;
  readonly digital: boolean;
}

const screen = { human: false, live: false, selfService: true, bot: false, digital: true };
const message = { human: false, live: false, selfService: false, bot: false, digital: true };
const inPerson = { human: true, live: true, selfService: false, bot: false, digital: false };
const paper = { human: false, live: false, selfService: false, bot: false, digital: false };

export const CHANNEL_TRAITS: Readonly<Record<ChannelKind, ChannelTraits>> = {
  web: screen,
  app: screen,
  social: message,
  messaging: message,
  email: message,
  sms: message,
  push: message,
  ad: message,
  search: screen,
  phone: { ...inPerson },
  ivr: { human: false, live: true, selfService: true, bot: true, digital: false },
  chat: { human: true, live: true, selfService: false, bot: false, digital: true },
  bot: { human: false, live: true, selfService: true, bot: true, digital: true },
  store: inPerson,
  counter: inPerson,
  post: paper,
  event: inPerson,
  wordOfMouth: { ...paper },
  partner: { ...paper },
};
