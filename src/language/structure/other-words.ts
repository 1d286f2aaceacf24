import { JOURNEY_KIND_TITLES, STAGE_KIND_TITLES, STATUS_TITLES } from '../../model/word-titles.ts';

const OTHERS: Readonly<Record<string, string>> = {
  customer: '顧客 お客様 お客さま 利用者 ユーザー user client guest visitor',
  company: '企業 会社 自社 当社 business organisation staff agent employee system us we',
  partner: '提携先 パートナー 代理店 vendor supplier thirdParty',
  high: '高 高い 大',
  medium: '中 中くらい',
  low: '低 低い 小',
  personal: '個人 個人情報',
  sensitive: '要配慮 要配慮個人情報 機微 機微情報 センシティブ',
  identifier: '識別子 識別情報',
  behavioural: '行動 行動履歴 behavioral',
  toBe: 'あるべき姿 To-Be',
  success: '成功 完了 達成 done completed',
  failure: '失敗 failed',
  exit: '離脱 中断 churn abandon abandoned dropOff leave',
  counter: 'visit reception desk faceToFace inPerson onSite meeting',
  store: 'shop branch showroom',
  post: 'letter mail paper',
  phone: 'telephone hotline callCenter',
  chat: 'liveChat videoCall',
  web: 'website portal',
  staff: '人 有人 担当者 human person people agent employee',
  bot: '自動 無人 ai machine system automatic',
  empowerment: 'エンパワーメント',
  duration: '時間 待ち時間',
  identity: '認識 アイデンティティ',
  transparency: '透明性',
  consistency: '一貫性',
};

const TITLES = new Map<string, readonly string[]>();
for (const titles of [JOURNEY_KIND_TITLES, STAGE_KIND_TITLES, STATUS_TITLES]) {
  for (const [word, { ja }] of Object.entries(titles)) TITLES.set(word, [ja]);
}
for (const [word, others] of Object.entries(OTHERS)) {
  TITLES.set(word, [...(TITLES.get(word) ?? []), ...others.split(' ')]);
}

/** What else people call a word of a closed list: 顧客 or `user` where `customer` is meant. */
export function otherWordsFor(word: string): readonly string[] {
  return TITLES.get(word) ?? [];
}
