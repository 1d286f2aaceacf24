/** What of a vocabulary is known by name: the id in the language, and what people call it. */
export interface Term {
  readonly id: string;
  readonly titles: readonly string[];
}

/** Names of the standard library, which this room cannot see. */
export interface Vocabulary {
  readonly channels: readonly Term[];
  readonly emotions: readonly Term[];
}

/** Finds terms by id, title, or a part of a title in brackets, whatever their case and width. */
export class Lexicon {
  readonly #ids = new Map<string, string>();

  constructor(terms: readonly Term[], others: Readonly<Record<string, string>> = {}) {
    for (const [name, id] of Object.entries(others)) this.#add(name, id);
    // An author's own word before the title of another: 不安 is an id, and the Japanese title of `anxious`.
    for (const { id } of terms) this.#add(id, id);
    for (const { id, titles } of terms) {
      for (const title of titles) this.#add(title, id);
    }
  }

  find(name: string): string | undefined {
    return this.#ids.get(folded(name)) ?? this.#ids.get(folded(name).replace(/\(.*\)$/, ''));
  }

  #add(name: string, id: string): void {
    const key = folded(name);
    if (!this.#ids.has(key)) this.#ids.set(key, id);
  }
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}

/** What people write for the common channels besides their titles. */
export const CHANNEL_NAMES: Readonly<Record<string, string>> = {
  'web site': 'web',
  homepage: 'web',
  internet: 'web',
  online: 'web',
  サイト: 'web',
  Webサイト: 'web',
  WEB: 'web',
  HP: 'web',
  ホームページ: 'web',
  公式サイト: 'web',
  mobile: 'app',
  'mobile app': 'app',
  スマホアプリ: 'app',
  mail: 'email',
  Eメール: 'email',
  電子メール: 'email',
  call: 'phone',
  telephone: 'phone',
  'call center': 'callCenter',
  shop: 'store',
  'in store': 'store',
  実店舗: 'store',
  お店: 'store',
  ads: 'ad',
  advert: 'ad',
  'social media': 'social',
  google: 'search',
  検索: 'search',
  ネット検索: 'search',
  チャット: 'chat',
  chatbot: 'bot',
  friends: 'wordOfMouth',
  郵送: 'post',
  mailing: 'post',
};

/** Signs and words for a feeling without a name, on the scale of the language. */
export const FEELING_SIGNS: Readonly<Record<string, number>> = {
  '😍': 2,
  '🤩': 2,
  '😄': 2,
  '😀': 2,
  '😃': 2,
  '😊': 1,
  '🙂': 1,
  '😐': 0,
  '😕': -1,
  '🙁': -1,
  '☹️': -1,
  '😟': -1,
  '😢': -1,
  '😞': -2,
  '😡': -2,
  '😠': -2,
  '◎': 2,
  '○': 1,
  〇: 1,
  '△': -1,
  '×': -2,
  '++': 2,
  '+': 1,
  '-': -1,
  '--': -2,
  positive: 1,
  negative: -1,
  neutral: 0,
  good: 1,
  bad: -1,
  ポジティブ: 1,
  ネガティブ: -1,
  ニュートラル: 0,
};
