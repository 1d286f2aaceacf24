import type { Message, MessageStrategy, MessageWriter } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ReadyDiagnostics } from './ready-diagnostics.ts';
import { isRecord } from './records.ts';

/**
 * Lets a client count characters in UTF-8 where the whole server counts in UTF-16. Every position in every message is
 * translated on its way in and out, in one place, so that no feature has to know. A client that does not ask for it pays
 * nothing.
 *
 * @param textOf the text of a file that is not open; undefined when it is not there
 */
export function translatingPositions(
  writer: MessageWriter,
  textOf: (uri: string) => string | undefined,
): { readonly writer: MessageWriter; readonly messageStrategy: MessageStrategy } {
  const translation = new Translation(textOf);
  return {
    writer: {
      onError: writer.onError,
      onClose: writer.onClose,
      write: async (message) => writer.write(translation.outgoing(message)),
      end: () => writer.end(),
      dispose: () => writer.dispose(),
    },
    messageStrategy: { handleMessage: (message, next) => next(translation.incoming(message)) },
  };
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** How many units of the client's counting a piece of a line is, or the other way round. */
type Convert = (line: string, character: number) => number;

/** Answers that say how they count themselves, or hold text and no positions. */
const untouched: ReadonlySet<string> = new Set(['journey/model', 'shutdown', 'workspace/textDocumentContent']);

class Translation {
  readonly #textOf: (uri: string) => string | undefined;
  /** Undefined until the client has asked for UTF-8. */
  #open: Map<string, TextDocument> | undefined;
  /** What the open requests are about, by their ids. */
  readonly #requests = new Map<unknown, { readonly method: string; readonly uri: string | undefined }>();

  constructor(textOf: (uri: string) => string | undefined) {
    this.#textOf = textOf;
  }

  incoming(message: Message): Message {
    if (!('method' in message)) return message;
    const { method = '', params, id } = message as unknown as Incoming;
    if (method === 'initialize' && wantsUtf8(params)) this.#open = new Map();
    if (this.#open === undefined) return message;
    if (id !== undefined) this.#requests.set(id, { method, uri: uriIn(params) });
    if (method === 'textDocument/didChange') return { ...message, params: this.#changed(params) } as Message;
    const translated = this.#walk(params, undefined, fromUtf8);
    if (method === 'textDocument/didOpen') this.#opened(params);
    if (method === 'textDocument/didClose') this.#open.delete(uriIn(params) ?? '');
    return { ...message, params: translated } as Message;
  }

  outgoing(message: Message): Message {
    if (this.#open === undefined) return message;
    const { method, params, id, result } = message as unknown as Incoming & { readonly result?: unknown };
    if (method !== undefined) return { ...message, params: this.#walk(params, undefined, toUtf8) } as Message;
    const request = this.#requests.get(id);
    this.#requests.delete(id);
    if (request === undefined || result === undefined || untouched.has(request.method)) return message;
    if (request.method === 'initialize') return { ...message, result: inUtf8(result) } as Message;
    const answer = request.method.startsWith('textDocument/semanticTokens/')
      ? this.#tokens(result, request.uri)
      : this.#walk(result, request.uri, toUtf8);
    return { ...message, result: answer } as Message;
  }

  #opened(params: unknown): void {
    const document = isRecord(params) ? params['textDocument'] : undefined;
    if (!isRecord(document)) return;
    const { uri, text } = document;
    if (typeof uri === 'string' && typeof text === 'string')
      this.#open?.set(uri, TextDocument.create(uri, '', 0, text));
  }

  /** Each change counts in the text that the one before has left. */
  #changed(params: unknown): unknown {
    const document = this.#open?.get(uriIn(params) ?? '');
    const changes = isRecord(params) ? params['contentChanges'] : undefined;
    if (document === undefined || !isRecord(params) || !Array.isArray(changes)) return params;
    const contentChanges = changes.map((change: unknown) => {
      const translated = this.#walk(change, document.uri, fromUtf8) as { readonly text: string };
      if (isRecord(change) && typeof change['text'] === 'string') TextDocument.update(document, [translated], 0);
      return translated;
    });
    return { ...params, contentChanges };
  }

  /** Translates all positions in a value; `uri` is the document that they stand in, as far as is known yet. */
  #walk(value: unknown, uri: string | undefined, convert: Convert): unknown {
    if (value instanceof ReadyDiagnostics) return this.#walk(value.toJSON(), uri, convert);
    if (Array.isArray(value)) return value.map((item) => this.#walk(item, uri, convert));
    if (!isRecord(value)) return value;
    if (isPosition(value)) return this.#position(value, uri, convert);
    const own = uriIn(value) ?? uri;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, this.#part(value, key, part, own, uri, convert)]),
    );
  }

  #part(
    whole: Readonly<Record<string, unknown>>,
    key: string,
    part: unknown,
    own: string | undefined,
    asked: string | undefined,
    convert: Convert,
  ): unknown {
    // Edits and reports by the URI of their file.
    if ((key === 'changes' || key === 'relatedDocuments') && isRecord(part)) {
      return Object.fromEntries(Object.entries(part).map(([uri, each]) => [uri, this.#walk(each, uri, convert)]));
    }
    if (key === 'originSelectionRange') return this.#walk(part, asked, convert);
    // The ranges of a call stand in the file of the one that calls.
    if (key === 'fromRanges') return this.#walk(part, uriIn(whole['from']) ?? asked, convert);
    return this.#walk(part, own, convert);
  }

  #position(position: Position, uri: string | undefined, convert: Convert): Position {
    const line = uri === undefined ? undefined : this.#line(uri, position.line);
    if (line === undefined || isAscii(line)) return position;
    return { line: position.line, character: convert(line, position.character) };
  }

  #line(uri: string, line: number): string | undefined {
    const open = this.#open?.get(uri);
    const text = open === undefined ? this.#textOf(uri) : undefined;
    const document = open ?? (text === undefined ? undefined : TextDocument.create(uri, '', 0, text));
    if (document === undefined || line >= document.lineCount) return undefined;
    return document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  }

  /** Semantic tokens are numbers in fives: lines and characters since the one before, then the length. */
  #tokens(result: unknown, uri: string | undefined): unknown {
    if (!isRecord(result) || uri === undefined || !Array.isArray(result['data'])) return result;
    const data = [...(result['data'] as readonly number[])];
    const at = { line: 0, start: 0, before: 0 };
    for (let index = 0; index + 4 < data.length; index += 5) {
      const [lines = 0, characters = 0, length = 0] = data.slice(index, index + 3);
      at.line += lines;
      if (lines > 0) at.before = 0;
      at.start = lines > 0 ? characters : at.start + characters;
      const line = this.#line(uri, at.line) ?? '';
      const start = toUtf8(line, at.start);
      data[index + 1] = start - at.before;
      data[index + 2] = toUtf8(line, at.start + length) - start;
      at.before = start;
    }
    return { ...result, data };
  }
}

interface Incoming {
  readonly method?: string;
  readonly id?: unknown;
  readonly params?: unknown;
}

/** Only when the client likes it better: everybody understands UTF-16. */
function wantsUtf8(params: unknown): boolean {
  const capabilities = isRecord(params) ? params['capabilities'] : undefined;
  const general = isRecord(capabilities) ? capabilities['general'] : undefined;
  const encodings = isRecord(general) ? general['positionEncodings'] : undefined;
  if (!Array.isArray(encodings)) return false;
  return encodings.find((each) => each === 'utf-8' || each === 'utf-16') === 'utf-8';
}

/** Differences between two lists of tokens cannot be translated by themselves; such a client gets the whole list. */
function inUtf8(result: unknown): unknown {
  if (!isRecord(result) || !isRecord(result['capabilities'])) return result;
  const { semanticTokensProvider: tokens, ...others } = result['capabilities'];
  return {
    ...result,
    capabilities: {
      ...others,
      positionEncoding: 'utf-8',
      ...(isRecord(tokens) ? { semanticTokensProvider: { ...tokens, full: true } } : {}),
    },
  };
}

/** The document that an object is about. */
function uriIn(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const { uri, targetUri, textDocument, item } = value;
  if (typeof uri === 'string') return uri;
  if (typeof targetUri === 'string') return targetUri;
  return uriIn(textDocument) ?? uriIn(item);
}

function isPosition(value: Readonly<Record<string, unknown>>): value is Position & Readonly<Record<string, unknown>> {
  const { line, character } = value;
  return typeof line === 'number' && typeof character === 'number' && Object.keys(value).length === 2;
}

const encoder = new TextEncoder();

function toUtf8(line: string, character: number): number {
  return encoder.encode(line.slice(0, character)).length;
}

function fromUtf8(line: string, character: number): number {
  let bytes = 0;
  let units = 0;
  for (const point of line) {
    const code = point.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;
    // Inside a character means before it.
    if (bytes > character) return units;
    units += point.length;
  }
  return units;
}

function isAscii(line: string): boolean {
  return !/[^\p{ASCII}]/u.test(line);
}
