/** What people who think of a journey in Japanese write where a keyword stands, by the keyword. */
const WORDS: Readonly<Record<string, string>> = {
  action: 'アクション 施策 改善策',
  age: '年齢',
  alternative: '代替',
  answers: '回答 答え',
  asks: '尋ねる 聞く 入力 入力項目 取得情報',
  avoids: '避ける 苦手',
  backstage: 'バックステージ 舞台裏 裏側 社内業務',
  barrier: '障壁 障害 課題 阻害要因 バリア',
  because: '理由',
  carries: '引き継ぐ',
  channel: 'チャネル チャンネル',
  commits: '契約 約束 申し込む',
  confirms: '確認',
  consent: '同意',
  cost: 'コスト 費用',
  data: 'データ データ項目',
  does: '行動 すること',
  effort: '手間',
  emotion: '感情',
  end: '終了 終わり',
  evidence: '根拠 エビデンス',
  expects: '期待 期待値',
  experiment: '実験',
  fact: 'ファクト 事実',
  feels: '感情 気持ち 感情値',
  frontstage: 'フロントステージ 接客',
  gives: '渡す',
  goal: '目標 ゴール KGI',
  handover: '引き継ぎ 引継ぎ',
  has: '持ち物 所持品 持っているもの',
  journey: 'ジャーニー カスタマージャーニー',
  kind: '種類 種別',
  lacks: '持っていないもの ないもの',
  loop: '繰り返し ループ',
  max: '最長 最大',
  metric: '指標 KPI',
  need: 'ニーズ',
  note: 'メモ 備考 補足',
  occupation: '職業',
  on: 'チャネル チャンネル',
  opportunity: '機会 改善機会 改善点 改善案 施策 改善策 対策',
  optional: '任意',
  owner: '担当 担当者 担当部署 主管',
  pain: '悩み 課題 ペインポイント 困りごと',
  persona: 'ペルソナ',
  prefers: '好む 好み',
  question: '質問 疑問',
  reviewed: '更新日 確認日',
  requires: '持ち物 必要なもの 用意するもの',
  says: '発言 発話 セリフ',
  scenario: 'シナリオ',
  segment: 'セグメント',
  shows: '表示 提示',
  stage: 'ステージ フェーズ 段階',
  status: '状況 ステータス',
  system: 'システム',
  takes: '所要時間',
  target: '目標値',
  task: '用件 タスク',
  team: 'チーム 部署 部門',
  tells: '案内 伝える',
  thinks: '思考 考え 心の声',
  told: '案内',
  touchpoint: 'タッチポイント 接点 タッチ',
  transfer: '転送 取り次ぎ 取次ぎ',
  uses: '利用',
  waits: '待ち時間 待つ 待機時間',
  wants: '望み 要望 やりたいこと',
};

/** What Japanese call that which a keyword begins; undefined where they have no word of their own for it. */
export function japaneseFor(keyword: string): string | undefined {
  return Object.hasOwn(WORDS, keyword) ? WORDS[keyword]?.split(' ')[0] : undefined;
}

const BY_WORD = new Map<string, readonly string[]>();
for (const [keyword, words] of Object.entries(WORDS)) {
  for (const word of words.split(' ')) BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), keyword]);
}

/** The keyword of a block that a Japanese word stands for, such as `waits` for 待ち時間; missing when it is none of them. */
export function keywordFor(written: string, keywords: readonly string[]): string | undefined {
  return BY_WORD.get(written)?.find((keyword) => keywords.includes(keyword));
}
