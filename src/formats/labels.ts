import type { Severity } from '../model/finding.ts';
import { countText } from '../model/phrases.ts';
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

/** That the baseline hides some of what was found; nothing when it hides nothing. */
export function knownText(known = 0): Text | undefined {
  if (known === 0) return undefined;
  return {
    en: `${countText(known, ['finding is', 'findings are'], '').en} left out, because the baseline lists ${known === 1 ? 'it' : 'them'}; friction scores count ${known === 1 ? 'it' : 'them'}`,
    ja: `ベースラインにある既知の指摘${known}件は表示していません(摩擦スコアには含みます)`,
  };
}
