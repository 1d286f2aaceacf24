import { inLocale, type Locale, type Text } from '../../model/text.ts';
import { html } from './html.ts';

/** What the pages of a site say themselves. */
export const WORDS = {
  title: { en: 'Customer journeys', ja: 'カスタマージャーニー' },
  pages: { en: 'Pages', ja: 'ページ' },
  journeys: { en: 'Journeys', ja: 'ジャーニー' },
  personas: { en: 'Personas', ja: 'ペルソナ' },
  channels: { en: 'Channels', ja: 'チャネル' },
  owners: { en: 'Owners', ja: '担当' },
  findings: { en: 'Findings', ja: '指摘' },
  plan: { en: 'Plan and coverage', ja: '施策と対応状況' },
  actionPlan: { en: 'Action plan', ja: 'アクションプラン' },
  coverage: { en: 'Which goal has a journey for whom', ja: 'ビジネス目標とペルソナの対応' },
  search: { en: 'Search in everything', ja: 'すべてから検索' },
  all: { en: 'All journeys', ja: 'ジャーニー一覧' },
  map: { en: 'map', ja: 'マップ' },
  score: { en: 'Friction score (estimate)', ja: '摩擦スコア(目安)' },
  file: { en: 'File', ja: 'ファイル' },
  owner: { en: 'Owner', ja: '担当' },
  library: { en: 'standard library', ja: '標準ライブラリー' },
  touchpoint: { en: 'Touchpoint', ja: 'タッチポイント' },
  finding: { en: 'Finding', ja: '指摘' },
  journey: { en: 'Journey', ja: 'ジャーニー' },
  persona: { en: 'Persona', ja: 'ペルソナ' },
  channel: { en: 'Channel', ja: 'チャネル' },
  unused: { en: 'No journey uses this yet.', ja: 'まだどのジャーニーにも使われていません。' },
  usedIn: { en: 'In the journeys', ja: '使われているジャーニー' },
  everywhere: { en: 'the whole journey', ja: 'ジャーニー全体' },
  none: { en: 'There is nothing here yet.', ja: 'まだ何もありません。' },
  noFindings: { en: 'Nothing found.', ja: '指摘はありません。' },
  shared: {
    en: 'Several journeys have this name. Which one?',
    ja: '同じ名前のジャーニーが複数あります。選んでください。',
  },
  waiting: {
    en: 'The files are being read. The maps will appear here.',
    ja: 'ファイルを読み込んでいます。終わるとマップが表示されます。',
  },
  absent: {
    en: 'There is no journey at this address, or not any more.',
    ja: 'このアドレスのジャーニーはありません(削除されたか、IDが変わった可能性があります)。',
  },
  // The script puts the number in.
  hits: { en: '{count} found', ja: '{count}件' },
  more: { en: 'Only the first are shown.', ja: '先頭の結果だけを表示しています。' },
  others: { en: 'About no journey', ja: 'ジャーニー以外' },
} as const satisfies Readonly<Record<string, Text>>;

export function said(word: keyof typeof WORDS, locale: Locale): string {
  return html(inLocale(WORDS[word], locale));
}
