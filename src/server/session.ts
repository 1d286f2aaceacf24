import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { compareFindings } from '../formats/report.ts';
import { findingsOf } from '../language/findings.ts';
import { JOURNEY_EXTENSION } from '../language/imports.ts';
import {
  createWorkspace,
  type FileAccess,
  type JourneyDocument,
  type JourneyWorkspace,
  normalized,
} from '../language/journey-workspace.ts';
import { isLibrary } from '../language/library.ts';
import type { Finding } from '../model/finding.ts';
import type { Locale } from '../model/text.ts';
import { Background } from './background.ts';
import { type ClientSettings, readClientSettings } from './client-settings.ts';
import { Configurations, isConfiguration } from './configurations.ts';
import { diagnosticOf } from './diagnostics.ts';
import type { Host } from './host.ts';
import { type IndexingProgress, noProgress } from './progress.ts';
import { nothingTold, type Told, toldOf } from './told.ts';

/** What an editor has open. */
export interface OpenText {
  /** As the client writes it. */
  readonly uri: string;
  readonly version: number;
  readonly getText: () => string;
}

export interface SessionOptions {
  readonly locale: Locale;
  /** URIs of the folders that are open in the editor. */
  readonly folders: readonly string[];
  /** Whether the client is told by itself, or asks. */
  readonly pushes: boolean;
  /** Commands that the client carries out when something of ours asks it to. */
  readonly commands: ReadonlySet<string>;
  /** Where the client can read on about a code. */
  readonly pageOf: (code: string) => string | undefined;
}

/** How long one piece of work in the background may take, in milliseconds. */
const slice = 8;

/** How long requests at the start wait for the files of the folders to be read, in milliseconds; then they answer with what is there. */
const patience = 2000;

/**
 * One conversation with a client: its files as they are now, and what it has been told about them.
 *
 * Whatever changes the files happens one after the other, and a request waits for what came before it. Findings are sent
 * after each change, those about open files first. All else is done piece by piece while nothing is asked.
 */
export class Session {
  readonly locale: Locale;
  readonly workspace: JourneyWorkspace;
  /** Commands that the client carries out. */
  readonly commands: ReadonlySet<string>;
  readonly #connection: Connection;
  readonly #host: Host;
  /** Whether the client is told by itself. */
  readonly pushes: boolean;
  readonly #pageOf: (code: string) => string | undefined;
  readonly #configurations: Configurations;
  #folders: readonly string[];
  /** By the URI in our form. */
  readonly #open = new Map<string, OpenText>();
  /** Open files whose text has changed and has not been read yet. */
  readonly #changed = new Set<string>();
  /** Files of the folders that have not been read yet. */
  readonly #unread = new Set<string>();
  /** Files whose findings may differ from what the client knows. */
  readonly #stale = new Set<string>();
  readonly #told = new Map<string, Told>();
  /** Those of them that depend on what all other files declare. */
  readonly #doubtful = new Set<string>();
  readonly #found = new WeakMap<JourneyDocument, { readonly tree: unknown; readonly findings: readonly Finding[] }>();
  readonly #onTold: ((uri: string, isOther: boolean) => void)[] = [];
  readonly #onQuiet: (() => void)[] = [];
  readonly #onSet: (() => void)[] = [];
  #settings: Promise<ClientSettings> = Promise.resolve(readClientSettings());
  readonly #background = new Background({
    isWaiting: () => this.#isBehind,
    step: async () => this.#enqueue(async () => this.#catchUp()),
  });
  #work: Promise<void> = Promise.resolve();
  #waiting = 0;
  #progress: IndexingProgress = noProgress;
  /** Whether all that has been told is followed by word that nothing more is to come. */
  #isQuiet = true;
  /** Until when requests wait for the files of the folders. */
  #readBy = 0;
  /** What the doubts about names were last cleared at. */
  #namesVersion = 0;

  constructor(connection: Connection, host: Host, { locale, folders, pushes, commands, pageOf }: SessionOptions) {
    this.locale = locale;
    this.commands = commands;
    this.#connection = connection;
    this.#host = host;
    this.#folders = folders.map(normalized);
    this.pushes = pushes;
    this.#pageOf = pageOf;
    this.#configurations = new Configurations((uri) => {
      const read = host.files.read(uri);
      return 'text' in read ? read.text : undefined;
    });
    this.workspace = createWorkspace({ files: host.files, roots: this.#roots() });
    this.workspace.linkOpenFirst();
    this.workspace.onLinked((uri) => this.#stale.add(uri));
  }

  /** URIs of the folders that are open in the editor. */
  get folders(): readonly string[] {
    return this.#folders;
  }

  /** URIs of everything that findings are reported for: journeys and configurations. */
  get reported(): readonly string[] {
    return [...this.workspace.documents.map(({ uri }) => uri.toString()), ...this.#configurations.known];
  }

  /** What the user has set in the editor, as soon as the client has said it. */
  get settings(): Promise<ClientSettings> {
    return this.#settings;
  }

  /** Takes what the user has set, or a promise that never fails. */
  set(settings: ClientSettings | Promise<ClientSettings>): void {
    this.#settings = Promise.resolve(settings);
    for (const callback of this.#onSet) callback();
  }

  /** Calls back when the user has set something else. */
  onSet(callback: () => void): void {
    this.#onSet.push(callback);
  }

  /** Reads all files of the folders, a few at a time. */
  readFolders(progress: IndexingProgress = noProgress): void {
    this.#readBy = performance.now() + patience;
    this.#progress = progress;
    void this.#enqueue(async () => this.#find(this.#folders));
  }

  /** Folders have been opened and closed in the editor. */
  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const closed = new Set(removed.map(normalized));
    this.#folders = [...this.#folders.filter((folder) => !closed.has(folder)), ...added.map(normalized)];
    void this.#enqueue(async () => {
      this.workspace.setRoots(this.#roots());
      const isGone = (uri: string): boolean => !this.#folders.some((folder) => isIn(folder, uri));
      const gone = [...this.workspace.documents.map(({ uri }) => uri.toString()), ...this.#unread].filter(isGone);
      for (const uri of gone) this.#unread.delete(uri);
      await this.workspace.forget(gone);
      // What may be imported depends on the folders.
      for (const uri of [...gone, ...this.reported]) this.#stale.add(uri);
      await this.#find(added);
    });
  }

  /** Takes a text that has been opened or changed. */
  changed(text: OpenText): void {
    const uri = normalized(text.uri);
    // The standard library can be looked at and not be changed.
    if (isLibrary(uri)) return;
    this.#open.set(uri, text);
    if (isConfiguration(uri)) {
      this.#configurationChanged(uri, text.getText());
      return;
    }
    this.#changed.add(uri);
    this.#background.yield();
    void this.#enqueue(async () => {
      // A newer version has come meanwhile and was read with an earlier turn.
      if (!this.#changed.delete(uri)) return;
      const open = this.#open.get(uri);
      if (open === undefined) return;
      await this.workspace.open(uri, open.getText());
      this.#unread.delete(uri);
      this.#tell(uri, true);
    });
  }

  closed(clientUri: string): void {
    const uri = normalized(clientUri);
    this.#open.delete(uri);
    this.#changed.delete(uri);
    if (isConfiguration(uri)) {
      this.#configurationChanged(uri, undefined);
      return;
    }
    void this.#enqueue(async () => {
      await this.workspace.close(uri);
      this.#stale.add(uri);
    });
  }

  /** Files have been made, changed or deleted on the disk. */
  watched(clientUris: readonly string[]): void {
    const uris = clientUris.map((uri) => normalized(uri));
    void this.#enqueue(async () => {
      await this.#host.refresh(uris);
      const configurations = uris.filter(isConfiguration);
      if (configurations.length > 0) {
        this.#configurations.forget();
        for (const uri of [...configurations, ...this.reported]) this.#stale.add(uri);
      }
      const journeys = uris.filter((uri) => uri.endsWith(JOURNEY_EXTENSION));
      if (journeys.length === 0) return;
      await this.workspace.refresh(journeys);
      for (const uri of journeys) this.#stale.add(uri);
    });
  }

  /** The document as the client has it, after everything that the client has sent before. */
  async document(clientUri: string, token: CancellationToken): Promise<JourneyDocument | undefined> {
    await this.settled(token);
    const document = this.workspace.document(clientUri);
    if (document !== undefined && this.workspace.waiting.has(document.uri.toString())) {
      await this.#enqueue(async () => this.workspace.linkWaiting([document.uri.toString()]));
    }
    return document;
  }

  /** A file as it was when other texts stood in the place of some files; null for one that was not there. */
  async asItWas(
    clientUri: string,
    texts: ReadonlyMap<string, string | null>,
  ): Promise<{ readonly document: JourneyDocument; readonly findings: readonly Finding[] } | undefined> {
    const uri = normalized(clientUri);
    const earlier = new Map([...texts].map(([each, text]) => [normalized(each), text]));
    const read: FileAccess['read'] = (each) => {
      const text = earlier.get(each) ?? (earlier.has(each) ? null : this.#open.get(each)?.getText());
      if (text === null) return gone;
      return text === undefined ? this.#host.files.read(each) : { text };
    };
    const workspace = createWorkspace({ files: { read, list: this.#host.files.list }, roots: this.#roots() });
    await workspace.load([uri]);
    const document = workspace.document(uri);
    // Both versions are measured by one yardstick: the configuration of today.
    return document && { document, findings: findingsOf(document, this.#configurations.of(uri)).findings };
  }

  /** Waits until all files of the folders are read and linked, for what must not miss any of them. */
  async whole(token: CancellationToken): Promise<void> {
    await this.settled(token);
    while (this.#unread.size > 0) {
      await this.#enqueue(async () => this.#readSome());
      await this.settled(token);
    }
    if (this.workspace.waiting.size > 0) await this.#enqueue(async () => this.workspace.linkWaiting());
  }

  /** Calls back when it is known anew what is to be said about a file, and whether that is something else than before. */
  onTold(callback: (uri: string, isOther: boolean) => void): void {
    this.#onTold.push(callback);
  }

  /** Calls back when everything is up to date again after a change. */
  onQuiet(callback: () => void): void {
    this.#onQuiet.push(callback);
  }

  /** The version of an open document; null for one that is not open. */
  version(uri: string): number | null {
    return this.#open.get(uri)?.version ?? null;
  }

  /** URIs of the open files that import a file, directly or through others. */
  openDependents(uri: string): readonly string[] {
    const importers = this.workspace.importersOf(uri);
    return [...this.#open.keys()].filter((each) => each !== uri && importers.has(each));
  }

  /** A URI as the client writes it. */
  clientUri(uri: string): string {
    return this.#open.get(uri)?.uri ?? uri;
  }

  /** Waits for all changes so far. Throws what a cancelled request is answered with. */
  async settled(token: CancellationToken): Promise<void> {
    // A cancellation that was sent right behind the request is heard first.
    await new Promise<void>((done) => setTimeout(done, 0));
    await this.#work;
    while (this.#unread.size > 0 && performance.now() < this.#readBy && !token.isCancellationRequested) {
      await this.#enqueue(async () => this.#readSome());
    }
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  }

  /** Everything that is to be said about a document, as `journey check` says it. Computed once for a version of it. */
  findings(document: JourneyDocument): readonly Finding[] {
    const known = this.#found.get(document);
    const tree = document.parseResult.value;
    const uri = document.uri.toString();
    if (known?.tree === tree && !this.#stale.has(uri)) return known.findings;
    const options = this.#configurations.of(uri);
    const findings = options === undefined ? [] : findingsOf(document, options).findings.toSorted(compareFindings);
    this.#found.set(document, { tree, findings });
    return findings;
  }

  /** What a client is to be told about a file; nothing about one that is only imported from elsewhere, which is nobody's to mend. */
  diagnostics(uri: string): readonly Diagnostic[] {
    try {
      return this.#findingsIn(uri).map((finding) => diagnosticOf(finding, this.locale, this.#pageOf));
    } catch (error) {
      this.#complain(error);
      return [];
    }
  }

  #findingsIn(uri: string): readonly Finding[] {
    if (isConfiguration(uri)) return this.#configurations.problems(uri);
    const document = this.workspace.isAsked(uri) ? this.workspace.document(uri) : undefined;
    return document === undefined ? [] : this.findings(document);
  }

  #roots(): readonly string[] {
    return [...new Set(this.#folders.flatMap((folder) => this.#host.roots(folder)))];
  }

  async #find(folders: readonly string[]): Promise<void> {
    for (const folder of folders) {
      for (const uri of await this.#host.find(folder)) {
        const key = normalized(uri);
        // What an editor shows counts, and is read already.
        if (!this.workspace.isAsked(key)) this.#unread.add(key);
      }
    }
    this.#progress.begin(this.#unread.size);
    this.#isQuiet = false;
  }

  #configurationChanged(uri: string, text: string | undefined): void {
    this.#configurations.setOpen(uri, text);
    this.#background.yield();
    void this.#enqueue(async () => {
      for (const each of this.reported) this.#stale.add(each);
      this.#tell(uri, text !== undefined);
    });
  }

  async #enqueue(task: () => Promise<void>): Promise<void> {
    this.#waiting++;
    this.#work = this.#run(this.#work, task);
    return this.#work;
  }

  async #run(before: Promise<void>, task: () => Promise<void>): Promise<void> {
    await before;
    try {
      await task();
    } catch (error) {
      this.#complain(error);
    }
    this.#waiting--;
    this.#doubt();
    for (const uri of this.#open.keys()) if (this.#stale.has(uri) && !this.#changed.has(uri)) this.#tell(uri, false);
    this.#background.start();
  }

  /** What is said about a name that leads nowhere depends on what all other files declare: where it could be imported from. */
  #doubt(): void {
    const { namesVersion } = this.workspace;
    if (namesVersion === this.#namesVersion || this.#unread.size > 0) return;
    this.#namesVersion = namesVersion;
    for (const uri of this.#doubtful) this.#stale.add(uri);
  }

  /** A mistake of ours must not end the conversation. */
  #complain(error: unknown): void {
    this.#connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  /** Whether there is work for the background. */
  get #isBehind(): boolean {
    return !this.#isQuiet || this.#unread.size > 0 || this.#stale.size > 0 || this.workspace.waiting.size > 0;
  }

  /** A piece of work in the background: reads, links and checks some files. All are read before the first is checked. */
  async #catchUp(): Promise<void> {
    await this.#readSome();
    const end = performance.now() + slice;
    while (this.#unread.size === 0 && performance.now() < end && this.#waiting === 1) {
      const [waiting] = this.workspace.waiting;
      const [stale] = this.#stale;
      if (waiting !== undefined) await this.workspace.linkWaiting([waiting]);
      else if (stale !== undefined) this.#tell(stale, false);
      else break;
    }
    this.#progress.report(this.#unread.size, this.#stale.size);
    if (this.#unread.size > 0 || this.#stale.size > 0 || this.workspace.waiting.size > 0) return;
    this.#progress.end();
    this.#progress = noProgress;
    this.#isQuiet = true;
    for (const callback of this.#onQuiet) callback();
  }

  async #readSome(): Promise<void> {
    const end = performance.now() + slice;
    for (const uri of this.#unread) {
      await this.workspace.load([uri]);
      this.#unread.delete(uri);
      if (performance.now() > end) return;
    }
  }

  #tell(uri: string, isNew: boolean): void {
    this.#isQuiet = false;
    this.#stale.delete(uri);
    if (isLibrary(uri)) return;
    const started = performance.now();
    const document = this.workspace.document(uri);
    if (document !== undefined) this.#found.delete(document);
    const diagnostics = this.diagnostics(uri);
    const told = toldOf(diagnostics);
    const isOther = told.id !== (this.#told.get(uri) ?? nothingTold).id;
    if (told === nothingTold) this.#told.delete(uri);
    else this.#told.set(uri, told);
    if (told.isDoubtful) this.#doubtful.add(uri);
    else this.#doubtful.delete(uri);
    if (this.pushes && (isNew || isOther)) {
      const version = this.#open.get(uri)?.version;
      void this.#connection.sendDiagnostics({
        uri: this.clientUri(uri),
        ...(version === undefined ? {} : { version }),
        diagnostics: [...diagnostics],
      });
    }
    for (const callback of this.#onTold) callback(uri, isOther);
    const milliseconds = (performance.now() - started).toFixed(1);
    this.#connection.tracer.log(`${diagnostics.length} findings in ${milliseconds} ms: ${uri}`);
  }
}

const gone = { absence: 'missing', reason: { en: 'no such file then', ja: '当時はありませんでした' } } as const;

function isIn(folder: string, uri: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
