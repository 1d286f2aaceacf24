import type { SeverityCounts } from '../formats/report.ts';
import { type Finding, SEVERITIES, type Severity } from '../model/finding.ts';

/** What lets a check fail. */
export interface Limits {
  /** The least severity that fails it. */
  readonly failOn: Severity | 'never';
  /** How many warnings are let pass; missing when each of them counts. */
  readonly maxWarnings?: number;
}

export const defaultFailOn: Severity = 'warning';

/**
 * Which findings let the check fail. A limit on warnings takes the place of the least severity for warnings alone: with
 * more of them than it allows each one fails the check, else none.
 */
export function failing(
  { warning: warnings }: SeverityCounts,
  { failOn, maxWarnings }: Limits,
): (finding: Pick<Finding, 'severity'>) => boolean {
  const fails = failingAt(failOn);
  return (finding) =>
    finding.severity === 'warning' && maxWarnings !== undefined ? warnings > maxWarnings : fails(finding);
}

/** Which findings let the check fail where there is no limit on warnings. */
export function failingAt(failOn: Limits['failOn']): (finding: Pick<Finding, 'severity'>) => boolean {
  const rank = failOn === 'never' ? -1 : SEVERITIES.indexOf(failOn);
  return ({ severity }) => SEVERITIES.indexOf(severity) <= rank;
}
