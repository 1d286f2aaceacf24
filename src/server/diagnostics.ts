import type { Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Finding, Severity } from '../model/finding.ts';
import { inLocale, type Locale } from '../model/text.ts';

/** The protocol's numbers, not its library: threads that need nothing else of it make diagnostics, too. */
const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };
const UNNECESSARY: DiagnosticTag = 1;

/** The name under which editors list what we find. */
const SOURCE = 'journey';

/**
 * A finding as an editor shows it: what is wrong and what to do, in the client's language.
 *
 * @param pageOf where the client can read on about a code; a link that leads nowhere is worse than none
 */
export function diagnosticOf(
  finding: Finding,
  locale: Locale,
  pageOf: (code: string) => string | undefined = () => undefined,
): Diagnostic {
  const { code, severity, message, help, place, related, tags } = finding;
  const page = pageOf(code);
  return {
    range: place.range,
    severity: SEVERITIES[severity],
    code,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    source: SOURCE,
    message: `${inLocale(message, locale)}\n${inLocale(help, locale)}`,
    ...(tags?.includes('unnecessary') === true ? { tags: [UNNECESSARY] } : {}),
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map((each) => ({
            location: each.place,
            message: inLocale(each.message, locale),
          })),
        }),
  };
}
