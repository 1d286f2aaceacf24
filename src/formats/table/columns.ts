import type { Text } from '../../model/text.ts';

/** What a column of a journey table can hold. */
export interface Column {
  readonly id: ColumnId;
  /** Its heading in what we write. */
  readonly heading: Text;
  /** Other headings by which people know it, folded as `fold` does it. */
  readonly known: readonly string[];
}

export type ColumnId =
  | 'stage'
  | 'touchpoint'
  | 'persona'
  | 'channel'
  | 'by'
  | 'does'
  | 'thinks'
  | 'says'
  | 'sees'
  | 'feels'
  | 'question'
  | 'barrier'
  | 'opportunity'
  | 'waits'
  | 'takes'
  | 'owner'
  | 'frontstage'
  | 'backstage'
  | 'support'
  | 'note';

/** In the order of a table that we write. */
export const COLUMNS: readonly Column[] = [
  column(
    'stage',
    'Stage',
    'ステージ',
    'phase phases stages step-group フェーズ 段階 局面 ステップ 購買プロセス プロセス',
  ),
  column(
    'touchpoint',
    'Touchpoint',
    'タッチポイント',
    'touchpoints touch-point step steps activity task moment 接点 顧客接点 タスク 場面 工程',
  ),
  column(
    'persona',
    'Persona',
    'ペルソナ',
    'personas actor actors customer user who 顧客 ユーザー 登場人物 対象者 対象',
  ),
  column('channel', 'Channel', 'チャネル', 'channels medium media device チャンネル 媒体 メディア 経路 デバイス 手段'),
  column('by', 'Started by', '起点', 'initiator initiated-by from 主体 きっかけ 発信者'),
  column(
    'does',
    'Does',
    '行動',
    'doing action actions customer-action customer-actions user-action user-actions behaviour behavior what-they-do 顧客行動 顧客の行動 ユーザー行動 アクション 顧客アクション 行動内容',
  ),
  column(
    'thinks',
    'Thinks',
    '思考',
    'thinking thought thoughts mindset what-they-think 考え 思い 顧客心理 心理 心の声 思っていること 考えていること',
  ),
  column('says', 'Says', '発言', 'quote quotes verbatim voice what-they-say 声 顧客の声 コメント'),
  column('sees', 'Sees', '見るもの', 'what-they-see content information 情報 コンテンツ 見えるもの'),
  column(
    'feels',
    'Feeling',
    '感情',
    'feels feelings emotion emotions mood sentiment score satisfaction emotional-state experience 気持ち 感情曲線 満足度 感情スコア 感情レベル',
  ),
  column('question', 'Question', '質問', 'questions 疑問 疑問点 不明点'),
  column(
    'barrier',
    'Pain point',
    '障壁',
    'barrier barriers pain pains pain-points painpoint painpoints problem problems issue issues frustration frustrations friction challenge challenges 課題 問題 問題点 ペインポイント ペイン 不満 不満点 障害 痛み つまずき 困りごと',
  ),
  column(
    'opportunity',
    'Opportunity',
    '改善機会',
    'opportunities idea ideas solution solutions improvement improvements recommendation 施策 改善案 対応策 解決策 アイデア 機会 改善点 対策 施策案',
  ),
  column('waits', 'Wait', '待ち時間', 'waits waiting waiting-time wait-time 待機時間'),
  column('takes', 'Duration', '所要時間', 'takes time time-taken 時間 期間'),
  column(
    'owner',
    'Owner',
    '担当',
    'owners team department responsible responsibility 担当部署 担当者 部署 部門 責任者 オーナー 担当チーム',
  ),
  column(
    'frontstage',
    'Front stage',
    'フロントステージ',
    'frontstage staff-action employee-actions スタッフの行動 従業員の行動 接客',
  ),
  column('backstage', 'Back stage', 'バックステージ', 'backstage back-office internal バックヤード 裏側 社内の動き'),
  column(
    'support',
    'Support process',
    '支える仕組み',
    'support support-processes systems system システム 支援プロセス',
  ),
  column('note', 'Note', '備考', 'notes comment comments remark remarks メモ 注記 補足'),
];

/** A heading without what makes no difference: case, width, spaces, signs, and what stands in brackets. */
function fold(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s\p{P}\p{S}_]+/gu, '');
}

/** Whether a heading of touchpoints speaks of steps, which are what the customer does where another column is of touchpoints. */
export function isOfSteps(heading: string): boolean {
  return /^(steps?|activity|activities|tasks?|moments?|タスク|場面|工程)$/.test(fold(heading));
}

/** What a heading says that its column holds, by its whole text or by a word in it. */
export function columnOf(heading: string): ColumnId | undefined {
  const folded = fold(heading);
  if (folded === '') return undefined;
  const exact = COLUMNS.find(({ known }) => known.includes(folded));
  if (exact !== undefined) return exact.id;
  let best: { readonly id: ColumnId; readonly length: number } | undefined;
  for (const { id, known } of COLUMNS) {
    for (const word of known) {
      // Short words are in others by chance.
      const least = /^[\u0020-\u024F]*$/.test(word) ? 5 : 2;
      if (word.length >= least && word.length > (best?.length ?? 0) && folded.includes(word))
        best = { id, length: word.length };
    }
  }
  return best?.id;
}

function column(id: ColumnId, en: string, ja: string, others: string): Column {
  return { id, heading: { en, ja }, known: [en, ja, ...others.split(' ')].map(fold) };
}
