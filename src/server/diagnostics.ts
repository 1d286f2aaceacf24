import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Finding, Severity } from '../model/finding.ts';
import { inLocale, type Locale } from '../model/text.ts';

/** What the protocol calls our severities. */
const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

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
    ...(tags?.includes('unnecessary') === true ? { tags: [DiagnosticTag.Unnecessary] } : {}),
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
