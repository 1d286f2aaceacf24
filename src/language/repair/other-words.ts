import type { Text } from '../../model/text.ts';

/**
 * What people write who know journey maps and not yet the language, by the block in which they write it: the statement that
 * says what they mean. Words that are nearly a keyword are not here; they are found by themselves.
 */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Persona: {
    'name title': 'persona Ken "Ken"',
    'goal goals motivation motivations': 'wants "…"',
    'need needs': 'need Quick "…"',
    'frustration frustrations painPoint painPoints problem problems': 'pain NoTime "…"',
    'channel channels': 'prefers web, phone',
    'job role profession': 'occupation "…"',
    'bio description summary about': 'note "…"',
    'gender city location country family': 'demographics "…"',
    'device devices skill skills': 'has smartphone',
    '名前 氏名': 'persona 健 "健さん"',
    '目標 ゴール': 'wants "…"',
    '性別 住まい 居住地 家族 家族構成 属性 年収': 'demographics "…"',
    '趣味 興味 関心': 'interests "…"',
    '性格 考え方': 'attitude "…"',
    価値観: 'values "…"',
    '概要 説明 プロフィール 背景': 'note "…"',
    'チャネル チャンネル': 'prefers web、phone',
  },
  Journey: {
    'persona personas actor actors customer customers user users': 'for Ken, Sato',
    'description summary context': 'scenario "…"',
    'date updated version': 'reviewed 2026-10-02',
    'phase phases step steps section': 'stage Book "…" { … }',
    'expectation expectations': 'expects "…"',
    'kpi kpis measure': 'metric nps',
    '対象 対象者 対象ペルソナ 顧客': 'for 健、佐藤',
    '現状 asis': 'kind asIs',
    'あるべき姿 理想 理想像 改善後 tobe': 'kind toBe',
    '概要 説明 背景 前提 状況': 'scenario "…"',
  },
  Stage: {
    'step steps activity interaction moment': 'touchpoint Calls "…" on phone by customer',
    'description summary': 'note "…"',
    'kpi kpis measure': 'metric nps',
    'pain painPoint painPoints problem issue risk': 'barrier OldCalendar "…"',
    '行動 手順 ステップ': 'touchpoint 電話 "…" on phone by customer',
    '概要 説明': 'note "…"',
  },
  Touchpoint: {
    'actor who initiator persona': 'by customer',
    'duration time length lasts': 'takes 5 min',
    'delay waiting waitingTime': 'waits 4 min',
    'emotion emotions feeling feelings mood': 'feels anxious',
    'description action actions activity': 'does "…"',
    'thought thoughts': 'thinks "…"',
    'quote quotes': 'says "…"',
    'pain painPoint painPoints problem issue risk frustration': 'barrier OldCalendar "…"',
    'need needs': 'addresses Quick',
    'wants goal goals expectation expectations': 'expects "…"',
    'idea ideas improvement solution': 'opportunity "…"',
    'kpi kpis measure': 'metric nps',
    'if else when': '-> Payment when "it is free"',
    'next then goto go goes back': '-> Payment',
    'outcome result': 'end success',
    'promise promises sla': 'tells next Payment within 30 min',
    step: 'does "…"',
    'happens probability percentage': '-> Payment 70%',
    'drop dropOff dropoff churn abandon abandons leaves': '-> GivesUp 30%',
    'repeat repeats retry': 'loop max 3 then -> Help',
    'tool tools software': 'system Crm',
    'input inputs form fields': 'asks name, email',
    'price shown': 'shows price',
    'fee fees tariff charge': 'shows price = 20 EUR',
    'with staff agent': 'handledBy staff',
    'frequency every': 'note "…"',
    '主体 実施者 起点': 'by customer',
    '対象 対象者 対象ペルソナ': 'for 健',
    '概要 説明 内容': 'does "…"',
    'ニーズ 要望': 'addresses すぐ予約',
    '条件 分岐 もし': '-> 支払い 70% when "空いている"',
    '次 次へ 遷移 遷移先 行き先': '-> 支払い',
    '割合 確率': '-> 支払い 70%',
    '価格 料金': 'shows price',
  },
};

const ADVICE: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([block, words]) =>
    Object.entries(words).flatMap(([those, statement]) =>
      those.split(' ').map((word) => [`${block} ${word.toLowerCase()}`, statement] as const),
    ),
  ),
);

/** The statement that says in a block what somebody means with a word that is none there; missing when nobody knows. */
export function statementFor(block: string, word: string): string | undefined {
  return ADVICE.get(`${block} ${word.toLowerCase()}`);
}

/** How to say what people put too much into one statement, by the word that it begins with. */
const TOO_MUCH: Readonly<Record<string, Text>> = {
  '->': {
    en: 'Write one arrow a line, the touchpoint first and then its share and condition: -> 支払い 70% when "it is free"',
    ja: '矢印は一行に一つずつ、行き先のタッチポイント、割合、条件の順に書いてください: -> 支払い 70% when "空きがある"',
  },
  can: {
    en: 'Write only what can be done, then where and until when: can cancel, change via web until "the day before"',
    ja: 'できることだけを書き、続けて手段と期限を書いてください: can cancel, change via web until "前日"',
  },
  commits: {
    en: 'Write only what the customer binds themselves to; an amount is shown: shows price = 1200 JPY',
    ja: 'お客様が約束するものだけを書いてください。金額は shows price = 1200円 と書きます。',
  },
  expects: {
    en: 'What is expected in words stands alone; a time is that of a reply: expects reply within 1 h on email',
    ja: '言葉での期待はそれだけで書きます。時間は返答までの時間として書きます: expects reply within 1時間 on email',
  },
  offers: {
    en: 'Write one word for what is offered, then the channel or the time: offers callback within 30 min, offers human on chat',
    ja: '申し出る内容を一語で書き、続けて時間やチャネルを書いてください: offers callback within 30分、offers human on chat',
  },
  opportunity: {
    en: 'An opportunity has no id: opportunity "Send the form by itself" status idea',
    ja: '改善の機会に ID はありません: opportunity "書式を自動で送る" status idea',
  },
  system: {
    en: 'A touchpoint has one system; what another one holds goes there by `shares` in the system.',
    ja: 'タッチポイントのシステムは一つです。ほかのシステムとの受け渡しは、システムの `shares` に書きます。',
  },
  tells: {
    en: 'Write what comes next, and then within which time: tells next Payment within 3 days',
    ja: '次に来るタッチポイントと、それまでの時間を書いてください: tells next 支払い within 3日',
  },
  waits: {
    en: 'Write the usual time, and the longest after `max`: waits 2 days max 5 days',
    ja: '通常の時間と、`max` の後に最長の時間を書いてください: waits 2日 max 5日',
  },
};

/** Help for a statement that goes on with something that does not belong to it, if there is better help than to remove it. */
export function helpForTooMuch(keyword: string): Text | undefined {
  return Object.hasOwn(TOO_MUCH, keyword) ? TOO_MUCH[keyword] : undefined;
}
