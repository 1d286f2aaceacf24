import { CancellationTokenSource, type Diagnostic, DiagnosticSeverity, languages, type Uri } from 'vscode';
import type { EarlierTexts, MapParams, MapResult, SyntaxCode, UnchangedMap } from '../../server/protocol.ts';
import type { MapChoice } from '../../preview/webview/messages.ts';
import type { LanguageService } from '../language-service.ts';

/** A map of the file as it is, or why there is none. */
export type Answer = MapResult | UnchangedMap | null;

/** Asks the server for maps of one file, always for the newest text and never for two at once. */
export class MapSource {
  readonly #service: LanguageService;
  readonly #receive: (answer: Answer) => void;
  #asking: CancellationTokenSource | undefined;
  #again: (() => Promise<void>) | undefined;

  constructor(service: LanguageService, receive: (answer: Answer) => void) {
    this.#service = service;
    this.#receive = receive;
  }

  /** Asks at once; while an answer is awaited, once more behind it. */
  ask(
    uri: Uri,
    { journey, personas, compare }: MapChoice,
    preset: NonNullable<MapParams['preset']>,
    known: string | undefined,
    since: EarlierTexts | undefined,
  ): void {
    const params: MapParams = {
      textDocument: { uri: uri.toString() },
      preset,
      ...(journey === undefined ? {} : { journey }),
      ...(personas === undefined ? {} : { personas }),
      ...(compare === undefined ? {} : { compare }),
      ...(known === undefined ? {} : { known }),
      ...(since === undefined ? {} : { since }),
    };
    this.#again = async () => this.#send(params);
    if (this.#asking === undefined) void this.#next();
  }

  /** Forgets what was asked: another file is to be shown. */
  cancel(): void {
    this.#asking?.cancel();
    this.#asking = undefined;
    this.#again = undefined;
  }

  async #next(): Promise<void> {
    const send = this.#again;
    this.#again = undefined;
    await send?.();
  }

  async #send(params: MapParams): Promise<void> {
    const asking = new CancellationTokenSource();
    this.#asking = asking;
    let answer: Answer | undefined;
    try {
      answer = await this.#service.request<Answer>('journey/map', params, asking.token);
    } catch {
      // Cancelled, or the server has ended: it comes back and is asked again.
      answer = undefined;
    }
    if (this.#asking !== asking) return;
    this.#asking = undefined;
    if (this.#again !== undefined) void this.#next();
    if (answer !== undefined) this.#receive(answer);
  }
}

/** Mistakes of form: a text with one is not what its author means, and the map of it would jump about while they type. */
const SYNTAX: Readonly<Record<SyntaxCode, true>> = {
  'unterminated-string': true,
  'unterminated-comment': true,
  'stray-character': true,
  'merge-conflict': true,
  'unclosed-block': true,
  'missing-brace': true,
  'unexpected-brace': true,
  'unknown-keyword': true,
  'misplaced-statement': true,
  'missing-value': true,
  'missing-word': true,
  'unexpected-text': true,
};

/** The first mistake of form in a file. */
export function mistakeIn(uri: Uri): Diagnostic | undefined {
  return languages
    .getDiagnostics(uri)
    .find(
      ({ severity, code, source }) =>
        severity === DiagnosticSeverity.Error && source === 'journey' && Object.hasOwn(SYNTAX, codeOf(code)),
    );
}

function codeOf(code: Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}
