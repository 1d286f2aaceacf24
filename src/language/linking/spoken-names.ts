/** What people call a channel of the standard library when they speak, where neither its id nor its title says so. */
const CHANNELS: Readonly<Record<string, string>> = {
  web: 'ホームページ HP サイト homepage',
  email: 'Eメール eメール',
  sms: 'ショートメール ショートメッセージ',
  line: 'ライン 公式LINE',
  x: 'ツイッター twitter',
  instagram: 'インスタ インスタグラム insta',
  facebook: 'フェイスブック',
  youtube: 'ユーチューブ',
  tiktok: 'ティックトック',
  newsletter: 'メルマガ',
  directMail: 'DM ディーエム',
  post: '郵送 書面 封書',
  store: '来店 店頭 店',
  counter: '役所 対面 カウンター',
  visit: '自宅 来訪 往訪 現地',
  videoCall: 'ビデオ会議 オンライン会議 オンライン面談 zoom',
  callCenter: 'お客様センター お客様相談室',
  flyer: 'ビラ',
  catalog: 'パンフレット 冊子 brochure',
};

/** Other names of a channel, by its id. */
export function spokenNamesOf(channel: string): readonly string[] {
  return Object.hasOwn(CHANNELS, channel) ? (CHANNELS[channel] ?? '').split(' ') : [];
}
