import type { LinkProblem } from '../linking/problem.ts';

export const STRUCTURE_CODES = [
  'duplicate-statement',
  'contradictory-statement',
  'wrong-value-kind',
  'unknown-unit',
  'unknown-currency',
  'value-off-scale',
  'negative-duration',
  'contradictory-duration',
  'date-format',
  'impossible-date',
  'date-order',
  'impossible-hours',
  'unknown-day',
  'unknown-word',
  'similar-word',
  'missing-feeling',
  'empty-title',
  'scale-order',
  'shares-to-itself',
  'refers-to-itself',
  'shares-over-100',
  'end-and-arrows',
  'failure-and-arrow',
  'for-in-line',
  'target-not-for',
  'improves-backwards',
  'split-mismatch',
  'impossible-result',
] as const;
/** The stable names of what can be wrong with statements, whatever the journey is about. */
type StructureCode = (typeof STRUCTURE_CODES)[number];

/** A statement that contradicts itself or another one, or a value that cannot be. */
export interface StructureProblem extends Omit<LinkProblem, 'code'> {
  readonly code: StructureCode;
}
