import type { Severity } from '../model/finding.ts';
import type { Text } from '../model/text.ts';

/** What the severities are called in a report. */
export const SEVERITY_LABELS: Readonly<Record<Severity, Text>> = {
  error: { en: 'error', ja: 'エラー' },
  warning: { en: 'warning', ja: '警告' },
  information: { en: 'information', ja: '情報' },
  hint: { en: 'hint', ja: 'ヒント' },
};

/** `2 warnings` / `警告 2件`: a number of findings of one severity. */
export function severityCount(severity: Severity, count: number): Text {
  const { en, ja } = SEVERITY_LABELS[severity];
  // "Information" has no plural.
  const plural = count === 1 || severity === 'information' ? en : `${en}s`;
  return { en: `${count} ${plural}`, ja: `${ja} ${count}件` };
}
