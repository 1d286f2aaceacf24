// Whatever is asked, wherever and about whatever there is: an answer, never a mistake of ours and never an edit that does not fit.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type ClientCapabilities,
  LSPErrorCodes,
  type PositionEncodingKind,
  type Range,
  ResponseError,
  type TextDocumentContentChangeEvent,
  type TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as fc from '../support/properties.ts';
import { type Client, started } from './client.ts';

const PATHS = ['as-is.journey', 'people.journey', 'services.journey', 'new/neu 新.journey'] as const;
const OTHER_PATHS = ['journey.config.json', 'as-is.evidence.json', 'none.journey', 'notes.txt'] as const;
const WRONG_URIS = [
  '',
  'no uri',
  'untitled:Untitled-1',
  'file:///%E0%A4%A',
  'git:/as-is.journey?HEAD',
  'builtin:/library/channels.journey',
  'builtin:/rules/asks-again.md',
  'file:///',
] as const;
const FILES: Readonly<Record<string, string>> = Object.fromEntries(
  PATHS.slice(0, 3).map((path) => [
    path,
    readFileSync(new URL(`../../examples/coworking/${path}`, import.meta.url), 'utf8'),
  ]),
);

/** What is typed: pieces that begin and end things, names, and characters of all widths. */
const PIECES = [
  ...'" """ /* */ // { } -> : , . % 😀 👩‍💼 予約 é ９ - +1 <<<<<<< __proto__ constructor'.split(' '),
  ...'touchpoint X on web {|stage S {|persona P {|import "|feels |waits 4 min |for |solves |on |// journey-ignore '.split(
    '|',
  ),
  '\n',
  '\r\n',
  '\r',
  '\t',
  '　',
  '\0',
  '\uFEFF',
  '\uD83D',
  '',
  'journey J {\n  stage S {\n    touchpoint T\n  }\n}\n',
  '"extends": "strict",',
];

/** Methods, with what they ask beside the document and a place in it. */
const METHODS: Readonly<Record<string, (place: Place, word: string) => object>> = {
  'textDocument/hover': at,
  'textDocument/completion': at,
  'textDocument/definition': at,
  'textDocument/declaration': at,
  'textDocument/typeDefinition': at,
  'textDocument/implementation': at,
  'textDocument/references': (place) => ({ ...at(place), context: { includeDeclaration: true } }),
  'textDocument/documentHighlight': at,
  'textDocument/documentSymbol': nothing,
  'textDocument/foldingRange': nothing,
  'textDocument/selectionRange': ({ start, end }) => ({ positions: [start, end] }),
  'textDocument/documentLink': nothing,
  'textDocument/documentColor': nothing,
  'textDocument/colorPresentation': ({ start, end }) => ({
    range: { start, end },
    color: { red: 1, green: 0, blue: 0, alpha: 1 },
  }),
  'textDocument/codeLens': nothing,
  'textDocument/inlayHint': range,
  'textDocument/semanticTokens/full': nothing,
  'textDocument/semanticTokens/full/delta': () => ({ previousResultId: '1' }),
  'textDocument/semanticTokens/range': range,
  'textDocument/prepareRename': at,
  'textDocument/rename': (place, newName) => ({ ...at(place), newName }),
  'textDocument/formatting': () => ({ options: { tabSize: 2, insertSpaces: true } }),
  'textDocument/rangeFormatting': (place) => ({ ...range(place), options: { tabSize: 4, insertSpaces: false } }),
  'textDocument/onTypeFormatting': (place) => ({
    ...at(place),
    ch: '\n',
    options: { tabSize: 2, insertSpaces: true },
  }),
  'textDocument/codeAction': (place) => ({ ...range(place), context: { diagnostics: [] } }),
  'textDocument/prepareCallHierarchy': at,
  'textDocument/prepareTypeHierarchy': at,
  'textDocument/diagnostic': nothing,
  'workspace/diagnostic': () => ({ previousResultIds: [] }),
  'workspace/symbol': (_, query) => ({ query }),
  'workspace/textDocumentContent': nothing,
  'journey/map': (place) => at(place),
  'journey/mapEdit': (_, title) => ({
    edit: { kind: 'setTitle', journey: 'RentRoom', touchpoint: 'SeesMap', title, locale: 'en' },
  }),
  'journey/model': nothing,
  'journey/score': nothing,
  'journey/explainRule': (_, rule) => ({ rule }),
  'journey/picture': (_, text) => ({ text, id: 'picture' }),
  'journey/workspaceTree': nothing,
  'journey/virtualDocument': nothing,
};

interface Place {
  readonly start: Range['start'];
  readonly end: Range['end'];
}

function nothing(): object {
  return {};
}

function at({ start }: Place): object {
  return { position: start };
}

function range({ start, end }: Place): object {
  return { range: { start, end } };
}

type Step =
  | { readonly kind: 'ask'; readonly method: string; readonly uri: Uri; readonly place: Place; readonly word: string }
  | { readonly kind: 'ask more'; readonly which: number }
  | { readonly kind: 'type'; readonly path: string; readonly place: Place; readonly text: string }
  | { readonly kind: 'open' | 'close' | 'delete'; readonly path: string }
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };
type Uri = { readonly path: string } | { readonly uri: string };

const somewhere = fc.record({
  line: fc.oneof(
    { weight: 8, arbitrary: fc.nat(390) },
    { weight: 1, arbitrary: fc.constantFrom(-1, 99_999, 2 ** 31 - 1) },
  ),
  character: fc.oneof({ weight: 8, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.constantFrom(-1, 99_999) }),
});
const somePlace: fc.Arbitrary<Place> = fc
  .record({ start: somewhere, lines: fc.nat(12), end: somewhere })
  .map((each) => ({
    start: each.start,
    end: { line: Math.min(each.start.line + each.lines, 2 ** 31 - 1), character: each.end.character },
  }));
const somePath = fc.constantFrom(...PATHS);
const anyPath = fc.oneof({ weight: 5, arbitrary: somePath }, { weight: 1, arbitrary: fc.constantFrom(...OTHER_PATHS) });
const someUri: fc.Arbitrary<Uri> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ path: anyPath }) },
  { weight: 1, arbitrary: fc.record({ uri: fc.constantFrom(...WRONG_URIS) }) },
);
const someText = fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((pieces) => pieces.join(''));
const someStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      method: fc.constantFrom(...Object.keys(METHODS)),
      uri: someUri,
      place: somePlace,
      word: fc.constantFrom('予約', 'A', 'Ken', '1', '', 'stage', 'asks-again', 'a b', '\n'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('ask more' as const), which: fc.nat(1000) }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('type' as const), path: anyPath, place: somePlace, text: someText }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('open', 'close', 'delete'), path: anyPath }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('write' as const), path: anyPath, text: someText }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), path: anyPath, to: anyPath }) },
);

/** Answers that say that something cannot be, not that something went wrong. */
const REFUSALS: ReadonlySet<number> = new Set([
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ContentModified,
  LSPErrorCodes.RequestFailed,
]);

/** What items of these answers can be asked about once more. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  'textDocument/completion': ['completionItem/resolve'],
  'textDocument/codeAction': ['codeAction/resolve'],
  'textDocument/codeLens': ['codeLens/resolve'],
  'textDocument/prepareCallHierarchy': ['callHierarchy/incomingCalls', 'callHierarchy/outgoingCalls'],
  'textDocument/prepareTypeHierarchy': ['typeHierarchy/supertypes', 'typeHierarchy/subtypes'],
};

/** A client with some files, and all that was wrong with what the server has answered. */
class Conversation {
  readonly #client: Client;
  readonly #open = new Map<string, TextDocument>();
  readonly #more: { readonly method: string; readonly params: unknown }[] = [];
  readonly #answers: Promise<void>[] = [];
  readonly complaints: string[] = [];

  constructor(client: Client) {
    this.#client = client;
  }

  async do(action: Step): Promise<void> {
    const { connection } = this.#client;
    if (action.kind === 'ask') {
      const textDocument = { uri: this.#uri(action.uri) };
      const own = METHODS[action.method]?.(action.place, action.word);
      this.#answers.push(this.#ask(action.method, { textDocument, uri: textDocument.uri, ...own }));
    } else if (action.kind === 'ask more') {
      const more = this.#more[action.which % Math.max(1, this.#more.length)];
      if (more !== undefined) this.#answers.push(this.#ask(more.method, more.params));
    } else if (action.kind === 'type') {
      await this.#type(action.path, { range: action.place, text: action.text });
    } else if (action.kind === 'rename') {
      const files = [{ oldUri: this.#client.uri(action.path), newUri: this.#client.uri(action.to) }];
      this.#answers.push(this.#ask('workspace/willRenameFiles', { files }));
      await connection.sendNotification('workspace/didRenameFiles', { files });
    } else if (action.kind === 'open') {
      await this.#opened(action.path);
    } else if (action.kind === 'close') {
      if (this.#open.delete(action.path)) await this.#client.close(action.path);
    } else {
      if (action.kind === 'write') this.#client.write(action.path, action.text);
      else rmSync(join(this.#client.folder, action.path), { force: true });
      const changes = [{ uri: this.#client.uri(action.path), type: action.kind === 'write' ? 2 : 3 }];
      await connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    }
  }

  async end(): Promise<void> {
    // Answers bring questions.
    while (this.#answers.length > 0) await this.#answers.shift();
  }

  #uri(target: Uri): string {
    return 'uri' in target ? target.uri : this.#client.uri(target.path);
  }

  async #ask(method: string, params: unknown): Promise<void> {
    const open = new Map([...this.#open.values()].map(({ version, uri }) => [uri, version]));
    try {
      const result = await this.#client.connection.sendRequest(method, params);
      for (const file of editsIn(result, params)) this.#checkEdits(method, file, open.get(file.uri));
      const items = (result as { readonly items?: unknown } | null)?.items ?? result;
      const some = Array.isArray(items) ? (items as unknown[]).slice(0, 8) : [];
      for (const each of MORE[method] ?? []) {
        const own = some.map((item) => (each.includes('Hierarchy') ? { item } : item));
        this.#more.push(...own.map((item) => ({ method: each, params: item })));
      }
    } catch (reason) {
      if (reason instanceof ResponseError && REFUSALS.has(reason.code) && reason.message !== '') return;
      this.complaints.push(`${method} ${JSON.stringify(params)}: ${String(reason)}`);
    }
  }

  /** Unless the text is another one by now. */
  #checkEdits(method: string, { uri, edits }: FileEdits, version: number | undefined): void {
    const document = [...this.#open.values()].find((each) => each.uri === uri);
    if (document === undefined || document.version !== version) return;
    try {
      TextDocument.applyEdits(document, [...edits]);
    } catch {
      this.complaints.push(`${method}: edits overlap: ${JSON.stringify(edits)}`);
    }
  }

  async #opened(path: string, text = FILES[path] ?? ''): Promise<TextDocument> {
    const known = this.#open.get(path);
    if (known !== undefined) return known;
    const document = TextDocument.create(this.#client.uri(path), 'journey', 1, text);
    this.#open.set(path, document);
    await this.#client.open(path, text);
    return document;
  }

  async #type(path: string, change: TextDocumentContentChangeEvent): Promise<void> {
    const document = await this.#opened(path);
    const version = document.version + 1;
    await this.#client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: document.uri, version },
      contentChanges: [change],
    });
    TextDocument.update(document, [change], version);
  }
}

interface FileEdits {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

/** Text edits of an answer, by the file that they are for. */
function editsIn(result: unknown, params: unknown): readonly FileEdits[] {
  if (Array.isArray(result)) {
    const { textDocument } = params as { readonly textDocument?: { readonly uri: string } };
    const edits = result.filter((item) => typeof (item as Partial<TextEdit> | null)?.newText === 'string');
    const own = textDocument === undefined ? [] : [{ uri: textDocument.uri, edits: edits as TextEdit[] }];
    return [...own, ...result.flatMap((item) => editsIn(item, params))];
  }
  const { changes, documentChanges, edit } = (result ?? {}) as {
    readonly changes?: Readonly<Record<string, readonly TextEdit[]>>;
    readonly documentChanges?: readonly {
      readonly textDocument?: { uri: string };
      readonly edits?: readonly TextEdit[];
    }[];
    readonly edit?: unknown;
  };
  return [
    ...Object.entries(changes ?? {}).map(([uri, edits]) => ({ uri, edits })),
    ...(documentChanges ?? []).map((each) => ({ uri: each.textDocument?.uri ?? '', edits: each.edits ?? [] })),
    ...(edit === undefined ? [] : editsIn(edit, params)),
  ];
}

function capabilities(encoding: PositionEncodingKind, resolves: boolean): ClientCapabilities {
  return {
    general: { positionEncodings: [encoding] },
    textDocument: {
      completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true } },
      codeAction: resolves ? { resolveSupport: { properties: ['edit'] } } : {},
      diagnostic: {},
      publishDiagnostics: {},
    },
    workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  };
}

test.each([
  ['utf-16', false],
  ['utf-8', true],
] as const)('random questions about random states, counted in %s', async (encoding, resolves) => {
  await fc.assert(
    fc.asyncProperty(fc.array(someStep, { minLength: 20, maxLength: 120 }), async (steps) => {
      const complaints: string[] = [];
      const client = await started({
        files: { ...FILES, 'journey.config.json': '{}' },
        capabilities: capabilities(encoding, resolves),
        initializationOptions: { commands: ['journey.openMap', 'journey.showReferences'] },
        prepare: ({ connection, server }) => {
          connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
            if (type === 1) complaints.push(message);
          });
          server.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
        },
      });
      const conversation = new Conversation(client);
      for (const each of steps) await conversation.do(each);
      await conversation.end();
      expect([...complaints, ...conversation.complaints]).toEqual([]);
      expect(await client.stop()).toBe(0);
    }),
    { numRuns: 5 },
  );
});
