import type { Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../model/finding.ts';
import type { Locale } from '../model/text.ts';
import { diagnosticOf } from './diagnostics.ts';
import { idOf, Told } from './told.ts';

/** What a client is to be told about a file, as plain data that a thread can send. */
export interface DiagnosticsText extends Pick<Told, 'count' | 'isDoubtful' | 'id'> {
  /** The list of diagnostics as JSON in UTF-8. */
  readonly json: Uint8Array<ArrayBuffer>;
}

/** Findings as the text of a message. */
export function diagnosticsText(
  findings: readonly Finding[],
  locale: Locale,
  pageOf: (code: string) => string | undefined,
): DiagnosticsText {
  const diagnostics = findings.map((finding) => diagnosticOf(finding, locale, pageOf));
  const { count, isDoubtful } = new Told(diagnostics);
  const json = JSON.stringify(diagnostics);
  return { count, isDoubtful, id: idOf(json), json: encoder.encode(json) };
}

const encoder = new TextEncoder();

/** Diagnostics of which the text was made elsewhere: whoever sends them to a client need not look at them. */
export class ReadyDiagnostics {
  readonly json: Uint8Array;
  readonly told: Told;

  constructor(text: DiagnosticsText) {
    this.json = text.json;
    this.told = Told.of(text);
  }

  /** The diagnostics themselves, for whoever cannot use the text. */
  toJSON(): readonly Diagnostic[] {
    return JSON.parse(new TextDecoder().decode(this.json)) as Diagnostic[];
  }
}
