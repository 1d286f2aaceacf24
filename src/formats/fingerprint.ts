import type { Finding } from '../model/finding.ts';
import { type CheckedFile, locate, type ReportOptions, type Sources } from './report.ts';

/**
 * A name for each finding in a file, silenced ones too, that stays the same when lines are added elsewhere, so that services can tell old findings
 * from new ones: made from the rule, the file, the touchpoint and the words that are marked, but not from positions.
 * Findings that are the same in all of these are counted in their order.
 */
export function fingerprints(
  sources: Sources,
  { findings, suppressed = [] }: Pick<CheckedFile, 'findings' | 'suppressed'>,
  hash: ReportOptions['hash'],
): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  const names = new Map<Finding, string>();
  for (const finding of [...findings, ...suppressed.map((each) => each.finding)]) {
    const { journey, stage, touchpoint, next } = finding.subject;
    const parts = [finding.code, locate(sources, finding.place).path, journey, stage, touchpoint, next];
    const identity = JSON.stringify([...parts.map((part) => part ?? null), markedText(sources, finding)]);
    const count = seen.get(identity) ?? 0;
    seen.set(identity, count + 1);
    names.set(finding, hash(`${identity}${count}`));
  }
  return names;
}

/** What the finding marks, on its first line. */
function markedText({ sources }: Sources, { place: { uri, range } }: Finding): string {
  const line = sources.get(uri)?.lines[range.start.line] ?? '';
  const end = range.end.line === range.start.line ? range.end.character : line.length;
  return line.slice(range.start.character, end).trim();
}
