import type { LangiumDocument } from 'langium';
import { comparePositions } from '../../model/place.ts';
import type * as ast from '../generated/ast.ts';
import { importProblems } from './import-problems.ts';
import { nameProblems } from './names.ts';
import type { LinkProblem } from './problem.ts';
import { duplicateProblems } from '../scope/duplicates.ts';

/**
 * What is wrong with the names and imports of a document, in the order of the text. The document must be linked. What the
 * parser has made up to get over a mistake is passed over.
 */
export function linkProblems(document: LangiumDocument<ast.JourneyFile>): readonly LinkProblem[] {
  return [...importProblems(document), ...duplicateProblems(document), ...nameProblems(document)].toSorted(
    (left, right) => comparePositions(left.range.start, right.range.start),
  );
}
