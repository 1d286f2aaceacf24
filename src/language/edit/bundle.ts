import type { Finding, TextEdit } from '../../model/finding.ts';
import { comparePositions } from '../../model/place.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { textEditsOf, uriOf } from './text-edits.ts';

/**
 * The text edits that make the safe fixes of all these findings at once, as far as they are clear and stay in the document. A
 * fix that touches the text of an earlier one is left for the next time, when it is known what the text is then.
 */
export function safeFixesOf(findings: readonly Finding[], document: JourneyDocument): readonly TextEdit[] {
  const uri = document.uri.toString();
  const made: TextEdit[] = [];
  for (const finding of findings) {
    const fix = onlySafeFix(finding);
    if (fix === undefined || !fix.edits.every((edit) => uriOf(edit) === uri)) continue;
    const edits = textEditsOf(fix.edits, document);
    if (!edits.some((edit) => made.some((other) => touches(edit, other)))) made.push(...edits);
  }
  return made.toSorted((a, b) => comparePositions(a.range.start, b.range.start));
}

/** With two safe ways out only the author can choose. */
export function onlySafeFix({ fixes }: Finding): Finding['fixes'][number] | undefined {
  const safe = fixes.filter((fix) => fix.safe);
  return safe.length === 1 ? safe[0] : undefined;
}

/** Also when one begins where the other ends: which of the two texts comes first would be left to chance. */
function touches({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}
