import type { FindingTag, Fix, RelatedPlace, Severity } from '../../model/finding.ts';
import type { Range } from '../../model/place.ts';
import type { Text } from '../../model/text.ts';

/** The stable names of what can be wrong with names and imports. */
type LinkCode =
  | 'unknown-name'
  | 'wrong-kind'
  | 'ambiguous-name'
  | 'duplicate-name'
  | 'missing-import'
  | 'unreadable-import'
  | 'import-is-directory'
  | 'import-not-journey'
  | 'import-outside-workspace'
  | 'absolute-import'
  | 'import-self'
  | 'duplicate-import'
  | 'unused-import';

/** Something that is wrong with a name or an import. */
export interface LinkProblem {
  readonly code: LinkCode;
  readonly severity: Severity;
  readonly message: Text;
  readonly help: Text;
  /** The name or the path itself. */
  readonly range: Range;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  readonly tags?: readonly FindingTag[];
}
