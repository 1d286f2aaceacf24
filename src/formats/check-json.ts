import type { Finding, Severity } from '../model/finding.ts';
import type { Range } from '../model/place.ts';
import { inLocale, type Locale } from '../model/text.ts';
import type { CauseName } from '../model/words.ts';
import { type FilewiseFormat, jsonList } from './filewise.ts';
import { locate, type Sources } from './report.ts';

/** One finding in the output of `journey check --format json`. Positions count from zero, as in LSP. */
export interface JsonFinding {
  readonly file: string;
  readonly code: string;
  readonly severity: Severity;
  /** Null where the finding is about the description and not about the customer. */
  readonly cause: CauseName | null;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { readonly file: string; readonly message: string; readonly range: Range }[];
  readonly help: string;
}

/** All findings as a JSON array, for programs. */
export function json(locale: Locale): FilewiseFormat {
  return jsonList((sources, { findings }) => findings.map((finding) => jsonFinding(sources, finding, locale)));
}

function jsonFinding(sources: Sources, finding: Finding, locale: Locale): JsonFinding {
  return {
    file: locate(sources, finding.place).path,
    code: finding.code,
    severity: finding.severity,
    cause: finding.cause ?? null,
    message: inLocale(finding.message, locale),
    range: plainRange(finding.place.range),
    related: finding.related.map(({ message, place }) => ({
      file: locate(sources, place).path,
      message: inLocale(message, locale),
      range: plainRange(place.range),
    })),
    help: inLocale(finding.help, locale),
  };
}

// Copied, so that nothing that a place carries besides gets into what is published.
function plainRange({ start, end }: Range): Range {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}
