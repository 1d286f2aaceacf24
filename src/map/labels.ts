import type { Text } from '../model/text.ts';
import type { ChangeKind } from './content/content.ts';
import type { Preset } from './content/lanes.ts';
import type { Theme } from './style/palette.ts';
import type { Initiator } from '../model/words.ts';

/** Every word that the map itself says. Terms as in the vocabulary of customer experience in each language. */

export const INITIATORS_SHOWN: Readonly<Record<Initiator, Text>> = {
  customer: { en: 'started by the customer', ja: '顧客から' },
  company: { en: 'started by the company', ja: '企業から' },
  partner: { en: 'started by a partner', ja: 'パートナーから' },
};

export const EMOTION_LEVELS: Readonly<Record<'2' | '1' | '0' | '-1' | '-2', Text>> = {
  '2': { en: 'Very good', ja: 'とても良い' },
  '1': { en: 'Good', ja: '良い' },
  '0': { en: 'Neutral', ja: 'ふつう' },
  '-1': { en: 'Bad', ja: '悪い' },
  '-2': { en: 'Very bad', ja: 'とても悪い' },
};

export const PRESET_LABELS: Readonly<Record<Preset, Text>> = {
  workshop: { en: 'Workshop', ja: 'ワークショップ' },
  executive: { en: 'Executive', ja: '経営層向け' },
  blueprint: { en: 'Service blueprint', ja: 'サービスブループリント' },
  data: { en: 'Data and privacy', ja: 'データとプライバシー' },
  full: { en: 'Everything', ja: 'すべて' },
};

export const THEME_LABELS: Readonly<Record<Theme, Text>> = {
  light: { en: 'Light', ja: 'ライト' },
  dark: { en: 'Dark', ja: 'ダーク' },
  'hc-dark': { en: 'High contrast, dark', ja: 'ハイコントラスト(暗)' },
  'hc-light': { en: 'High contrast, light', ja: 'ハイコントラスト(明)' },
};

/** How something differs from an earlier version: a sign that also stands alone, and the word for it. */
export const CHANGES_SHOWN: Readonly<Record<ChangeKind, { readonly sign: string; readonly label: Text }>> = {
  added: { sign: '+', label: { en: 'added', ja: '追加' } },
  removed: { sign: '−', label: { en: 'removed', ja: '削除' } },
  moved: { sign: '→', label: { en: 'moved', ja: '移動' } },
  changed: { sign: '~', label: { en: 'changed', ja: '変更' } },
};

/** What the page around a map says. */
export const PAGE_LABELS = {
  toolbar: { en: 'Tools', ja: 'ツール' },
  zoomIn: { en: 'Zoom in', ja: '拡大' },
  zoomOut: { en: 'Zoom out', ja: '縮小' },
  fit: { en: 'Fit', ja: '全体表示' },
  persona: { en: 'Persona', ja: 'ペルソナ' },
  overlaid: { en: 'All, overlaid', ja: '全員を重ねて表示' },
  compare: { en: 'Compare with', ja: '比較:' },
  lanes: { en: 'Lanes', ja: 'レーン' },
  preset: { en: 'Preset', ja: 'プリセット' },
  ownChoice: { en: 'Own choice', ja: '個別に選択' },
  fold: { en: 'Fold stages', ja: 'ステージをたたむ' },
  table: { en: 'Table', ja: '表' },
  find: { en: 'Find', ja: '検索' },
  theme: { en: 'Colours', ja: '配色' },
  auto: { en: 'Automatic', ja: '自動' },
  print: { en: 'Print', ja: '印刷' },
} as const satisfies Readonly<Record<string, Text>>;

export const LABELS = {
  journeyMap: { en: 'Customer journey map', ja: 'カスタマージャーニーマップ' },
  scenario: { en: 'Scenario', ja: 'シナリオ' },
  expectation: { en: 'Expectation', ja: '期待' },
  goals: { en: 'Business goals', ja: 'ビジネス目標' },
  persona: { en: 'Persona', ja: 'ペルソナ' },
  owner: { en: 'Owner', ja: '担当' },
  reviewed: { en: 'Reviewed', ja: '見直し' },
  evidence: { en: 'Evidence', ja: '根拠' },
  score: { en: 'Friction score (estimate)', ja: '摩擦スコア(目安)' },
  noFriction: { en: 'No friction found in what is written.', ja: '書かれている内容に摩擦は見つかりませんでした。' },
  topFrictions: { en: 'What causes the most friction', ja: '主な摩擦' },
  steps: { en: 'Steps', ja: 'ステップ' },
  time: { en: 'Time', ja: '時間' },
  does: { en: 'What the customer does', ja: '顧客の行動' },
  sees: { en: 'Sees and receives', ja: '見るもの・受け取るもの' },
  thinks: { en: 'Thinks and says', ja: '思考・発言' },
  questions: { en: 'Questions', ja: '質問' },
  barriers: { en: 'Barriers', ja: '障壁' },
  emotion: { en: 'Emotion', ja: '感情曲線' },
  feeling: { en: 'Emotion', ja: '感情' },
  frontstage: { en: 'Frontstage', ja: 'フロントステージ' },
  backstage: { en: 'Backstage', ja: 'バックステージ' },
  support: { en: 'Support and systems', ja: '支援プロセス・システム' },
  friction: { en: 'Friction', ja: '摩擦' },
  opportunities: { en: 'Opportunities and actions', ja: '機会・施策' },
  metrics: { en: 'Metrics', ja: '指標' },
  measured: { en: 'Measured', ja: '実測' },
  measuredShort: { en: 'meas.', ja: '実測' },
  outdated: { en: 'outdated', ja: '古い実測' },
  missing: { en: 'missing in', ja: '抜け' },
  otherOrder: { en: 'in another order in', ja: '順序の違い' },
  failedOften: { en: 'failed in', ja: '失敗' },
  experiments: { en: 'Experiments', ja: 'A/Bテスト' },
  data: { en: 'Data and consent', ja: 'データ・同意' },
  interactionLine: { en: 'Line of interaction', ja: '相互作用線' },
  visibilityLine: { en: 'Line of visibility', ja: '可視線' },
  internalLine: { en: 'Line of internal interaction', ja: '内部相互作用線' },
  lowest: { en: 'lowest', ja: '最低' },
  highest: { en: 'highest', ja: '最高' },
  end: { en: 'end', ja: '終わり' },
  momentOfTruth: { en: 'Moment of truth', ja: '真実の瞬間' },
  answered: { en: 'answered', ja: '回答あり' },
  open: { en: 'open', ja: '未回答' },
  wait: { en: 'Wait', ja: '待ち' },
  told: { en: 'told', ja: '案内' },
  loopMax: { en: 'at most', ja: '最大' },
  times: { en: 'times', ja: '回' },
  optional: { en: 'optional', ja: '任意' },
  during: { en: 'while waiting at', ja: '待つあいだに:' },
  when: { en: 'when', ja: '条件:' },
  endSuccess: { en: 'Goal reached', ja: '目的を達成' },
  endFailure: { en: 'Fails here', ja: '失敗して終わる' },
  endExit: { en: 'Leaves here', ja: 'ここで離脱' },
  failurePath: { en: 'on failure', ja: '失敗時' },
  alternative: { en: 'also on', ja: '代わりに' },
  asks: { en: 'asks', ja: '尋ねる' },
  recognises: { en: 'recognises by', ja: '本人を認識' },
  uses: { en: 'uses', ja: '利用' },
  consent: { en: 'consent', ja: '同意' },
  legend: { en: 'Legend', ja: '凡例' },
  emotionScale: { en: 'Emotion from −2 to +2', ja: '感情は−2から+2' },
  channels: { en: 'Channels', ja: 'チャネル' },
  causes: { en: 'Causes of friction', ja: '摩擦の原因' },
  byCustomer: { en: 'Customer starts', ja: '顧客から' },
  byCompany: { en: 'Company starts', ja: '企業から' },
  byPartner: { en: 'Partner starts', ja: 'パートナーから' },
  brokenJoint: { en: 'Broken hand-over', ja: '途切れた引き継ぎ' },
  handover: { en: 'Hand-over', ja: '引き継ぎ' },
  alternativePath: { en: 'Alternative path', ja: '別の経路' },
  loop: { en: 'Loop', ja: '繰り返し' },
  empty: { en: 'This journey has no touchpoints yet.', ja: 'このジャーニーには、まだタッチポイントがありません。' },
  emptyHint: {
    en: 'Add a stage with a touchpoint, and the map appears here.',
    ja: 'ステージとタッチポイントを書くと、ここにマップが表示されます。',
  },
  everybody: { en: 'Everybody', ja: '全員' },
  stage: { en: 'Stage', ja: 'ステージ' },
  touchpoint: { en: 'Touchpoint', ja: 'タッチポイント' },
  channel: { en: 'Channel', ja: 'チャネル' },
  before: { en: 'Before', ja: '変更前' },
  overview: { en: 'Overview', ja: '全体図' },
} as const satisfies Readonly<Record<string, Text>>;
