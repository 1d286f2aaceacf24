import type { Text } from './text.ts';
import type { ActionKind, ActionStatus, JourneyKind, StageKind } from './words.ts';

/** What words of the closed vocabularies are called in front of people, wherever they are read. */

export const JOURNEY_KIND_TITLES: Readonly<Record<JourneyKind, Text>> = {
  asIs: { en: 'As-is', ja: '現状' },
  toBe: { en: 'To-be', ja: '理想' },
  actual: { en: 'Actual', ja: '実績' },
  competitor: { en: 'Competitor', ja: '競合他社' },
};

export const STAGE_KIND_TITLES: Readonly<Record<StageKind, Text>> = {
  awareness: { en: 'Awareness', ja: '認知' },
  search: { en: 'Search', ja: '情報収集' },
  compare: { en: 'Comparison', ja: '比較' },
  consider: { en: 'Consideration', ja: '検討' },
  purchase: { en: 'Purchase', ja: '購入' },
  onboarding: { en: 'Onboarding', ja: '利用開始' },
  delivery: { en: 'Delivery', ja: '配送・提供' },
  use: { en: 'Use', ja: '利用' },
  support: { en: 'Support', ja: 'サポート' },
  repeat: { en: 'Repeat', ja: '再購入' },
  loyalty: { en: 'Loyalty', ja: 'ロイヤルティ' },
  leave: { en: 'Leaving', ja: '解約・離脱' },
};

export const ACTION_KIND_TITLES: Readonly<Record<ActionKind, Text>> = {
  remove: { en: 'remove', ja: '障壁の除去' },
  nudge: { en: 'nudge', ja: '行動の後押し' },
};

export const STATUS_TITLES: Readonly<Record<ActionStatus, Text>> = {
  idea: { en: 'idea', ja: 'アイデア' },
  planned: { en: 'planned', ja: '計画' },
  running: { en: 'running', ja: '実施中' },
  done: { en: 'done', ja: '完了' },
  rejected: { en: 'rejected', ja: '見送り' },
};
