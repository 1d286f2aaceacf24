import { compareFindings } from '../formats/report.ts';
import { findingsOf } from '../language/findings.ts';
import { usualConfiguration } from '../language/usual-configuration.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { Range } from '../model/place.ts';
import { inLocale, type Locale } from '../model/text.ts';
import type { CauseName } from '../model/words.ts';
import type { OpenedText } from './open.ts';

/** One finding. Positions count from zero, as in LSP. */
export interface CheckFinding {
  readonly code: string;
  readonly severity: Severity;
  /** Missing where the finding is about the description and not about the customer. */
  readonly cause?: CauseName;
  readonly message: string;
  readonly help: string;
  readonly range: Range;
}

export function findingsOfText({ document }: OpenedText, locale: Locale): readonly CheckFinding[] {
  const { findings } = findingsOf(document, usualConfiguration());
  return findings.toSorted(compareFindings).map((finding) => published(finding, locale));
}

function published({ code, severity, cause, message, help, place }: Finding, locale: Locale): CheckFinding {
  return {
    code,
    severity,
    ...(cause !== undefined && { cause }),
    message: inLocale(message, locale),
    help: inLocale(help, locale),
    range: place.range,
  };
}
