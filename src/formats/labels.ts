import type { ScoredCause } from '../friction/score.ts';
import type { Severity } from '../model/finding.ts';
import type { Text } from '../model/text.ts';

/** What the severities are called in a report. */
export const SEVERITY_LABELS: Readonly<Record<Severity, Text>> = {
  error: { en: 'error', ja: 'エラー' },
  warning: { en: 'warning', ja: '警告' },
  information: { en: 'information', ja: '情報' },
  hint: { en: 'hint', ja: 'ヒント' },
};

/** What the five causes of friction, and everything else, are called in a report. */
export const CAUSE_LABELS: Readonly<Record<ScoredCause, Text>> = {
  empowerment: { en: 'lack of empowerment', ja: 'エンパワーメントの欠如' },
  duration: { en: 'long or uncertain waits', ja: '待ち時間の長さ・不確かさ' },
  identity: { en: 'not recognised', ja: '顧客として認識されない' },
  transparency: { en: 'lack of transparency', ja: '透明性の欠如' },
  consistency: { en: 'lack of consistency', ja: '一貫性の欠如' },
  other: { en: 'other', ja: 'その他' },
};

/** `2 warnings` / `警告 2件`: a number of findings of one severity. */
export function severityCount(severity: Severity, count: number): Text {
  const { en, ja } = SEVERITY_LABELS[severity];
  // "Information" has no plural.
  const plural = count === 1 || severity === 'information' ? en : `${en}s`;
  return { en: `${count} ${plural}`, ja: `${ja} ${count}件` };
}
