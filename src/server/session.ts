import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Results } from '../evidence/result-file.ts';
import { findingsOf } from '../language/findings.ts';
import { JOURNEY_EXTENSION } from '../language/journey-extension.ts';
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
import { AnswersFirst } from './answers-first.ts';
import { Background } from './background.ts';
import { UserSettings } from './client-settings.ts';
import { Configurations, isConfiguration } from './configurations.ts';
import { Findings } from './findings.ts';
import type { Host } from './host.ts';
import { isResultFile, Measurements } from './measurements.ts';
import { type OpenText, OpenTexts } from './open-texts.ts';
import { type IndexingProgress, noProgress } from './progress.ts';
import { Reading } from './reading.ts';
import { Turns } from './turns.ts';
import { UnreadFiles } from './unread-files.ts';

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

/**
 * One conversation with a client: its files as they are now, and what it has been told about them.
 *
 * Whatever changes the files happens one after the other, and a request waits for what came before it. Findings are sent
 * after each change, those about open files first. All else is done piece by piece while nothing is asked.
 */
export class Session {
  readonly locale: Locale;
  readonly workspace: JourneyWorkspace;
  readonly settings = new UserSettings();
  /** Commands that the client carries out. */
  readonly commands: ReadonlySet<string>;
  /** Whether the client is told by itself. */
  readonly pushes: boolean;
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #configurations: Configurations;
  readonly #measurements: Measurements;
  readonly #open = new OpenTexts();
  readonly #reading: Reading;
  readonly #unread: UnreadFiles;
  readonly #findings: Findings;
  readonly #onQuiet: (() => void)[] = [];
  readonly #turns = new Turns(
    (error) => this.#complain(error),
    () => this.#afterTurn(),
  );
  readonly #background = new Background({
    isWaiting: () => this.#isBehind,
    step: async () => this.#turns.take(async () => this.#catchUp()),
  });
  readonly #telling = new AnswersFirst(
    () => this.#tellOpen(),
    () => this.#turns.waiting > 0,
  );
  #folders: readonly string[];
  /** Whether all that has been told is followed by word that nothing more is to come. */
  #isQuiet = true;

  constructor(connection: Connection, host: Host, { locale, folders, pushes, commands, pageOf }: SessionOptions) {
    this.locale = locale;
    this.commands = commands;
    this.pushes = pushes;
    this.#connection = connection;
    this.#host = host;
    this.#folders = folders.map(normalized);
    const textOf = (uri: string): string | undefined => {
      const read = host.files.read(uri);
      return 'text' in read ? read.text : undefined;
    };
    this.#configurations = new Configurations(textOf);
    this.#measurements = new Measurements(textOf, (uri) => this.#findings.doubt([uri]));
    this.workspace = createWorkspace({ files: host.files, roots: this.#roots(), notes: true });
    this.#unread = new UnreadFiles(this.workspace, host);
    this.#reading = new Reading(this.workspace, this.#open);
    this.#findings = new Findings({
      connection,
      workspace: this.workspace,
      configurations: this.#configurations,
      measurements: this.#measurements,
      open: this.#open,
      locale,
      pushes,
      pageOf,
      failed: (error) => this.#complain(error),
    });
    this.workspace.linkOpenFirst();
    this.workspace.onLinked((uri) => this.#findings.doubt([uri]));
    this.workspace.onTouched((uri) => this.#findings.doubt([uri]));
  }

  /** URIs of the folders that are open in the editor. */
  get folders(): readonly string[] {
    return this.#folders;
  }

  /** URIs of everything that findings are reported for: journeys, configurations and results. */
  get reported(): readonly string[] {
    return this.#findings.reported;
  }

  /** Reads all files of the folders, a few at a time. */
  readFolders(progress: IndexingProgress = noProgress): void {
    this.#unread.begin(progress);
    void this.#turns.take(async () => this.#find(this.#folders));
  }

  /** Folders have been opened and closed in the editor. */
  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const closed = new Set(removed.map(normalized));
    this.#folders = [...this.#folders.filter((folder) => !closed.has(folder)), ...added.map(normalized)];
    void this.#turns.take(async () => {
      this.workspace.setRoots(this.#roots());
      const isGone = (uri: string): boolean => !this.#folders.some((folder) => isIn(folder, uri));
      const gone = [...this.workspace.documents.map(({ uri }) => uri.toString()), ...this.#unread.uris].filter(isGone);
      for (const uri of gone) this.#unread.delete(uri);
      await this.workspace.forget(gone);
      // What may be imported depends on the folders.
      this.#findings.doubt([...gone, ...this.reported]);
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
    if (isResultFile(uri)) {
      this.#resultsChanged(uri, text.getText());
      return;
    }
    this.#reading.add(uri);
    this.#background.yield();
    void this.#turns.take(async () =>
      this.#reading.readAll((read) => {
        this.#unread.delete(read);
        this.#findings.renew(read);
      }),
    );
  }

  closed(clientUri: string): void {
    const uri = normalized(clientUri);
    this.#open.delete(uri);
    this.#reading.delete(uri);
    if (isConfiguration(uri)) {
      this.#configurationChanged(uri, undefined);
      return;
    }
    if (isResultFile(uri)) {
      this.#resultsChanged(uri, undefined);
      return;
    }
    void this.#turns.take(async () => {
      await this.workspace.close(uri);
      this.#findings.doubt([uri]);
    });
  }

  /** Files have been made, changed or deleted on the disk. */
  watched(clientUris: readonly string[]): void {
    const uris = clientUris.map((uri) => normalized(uri));
    void this.#turns.take(async () => {
      await this.#host.refresh(uris);
      const configurations = uris.filter(isConfiguration);
      if (configurations.length > 0) {
        this.#configurations.forget();
        this.#findings.doubt([...configurations, ...this.reported]);
      }
      for (const uri of uris.filter(isResultFile)) this.#findings.doubt([uri, this.#measurements.forget(uri)]);
      const journeys = uris.filter((uri) => uri.endsWith(JOURNEY_EXTENSION));
      if (journeys.length === 0) return;
      await this.workspace.refresh(journeys);
      this.#findings.doubt(journeys);
    });
  }

  /** The document as the client has it, after everything that the client has sent before. */
  async document(clientUri: string, token: CancellationToken): Promise<JourneyDocument | undefined> {
    await this.settled(token);
    const document = this.workspace.document(clientUri);
    if (document !== undefined && this.workspace.waiting.has(document.uri.toString())) {
      await this.#turns.take(async () => this.workspace.linkWaiting([document.uri.toString()]));
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
      const text = earlier.get(each) ?? (earlier.has(each) ? null : this.#open.textOf(each));
      if (text === null) return gone;
      return text === undefined ? this.#host.files.read(each) : { text };
    };
    const workspace = createWorkspace({ files: { read, list: this.#host.files.list }, roots: this.#roots() });
    await workspace.load([uri]);
    const document = workspace.document(uri);
    // Both versions are measured by one yardstick: the configuration and the measurements of today.
    const options = { ...this.#configurations.of(uri), measured: this.measured(uri) };
    return document && { document, findings: findingsOf(document, options).findings };
  }

  /** Waits until all files of the folders are read and linked, for what must not miss any of them. */
  async whole(token: CancellationToken): Promise<void> {
    await this.settled(token);
    while (this.#unread.size > 0) {
      await this.#turns.take(async () => this.#readSome());
      await this.settled(token);
    }
    if (this.workspace.waiting.size > 0) await this.#turns.take(async () => this.workspace.linkWaiting());
  }

  /** Calls back when it is known anew what is to be said about a file, and whether that is something else than before. */
  onTold(callback: (uri: string, isOther: boolean) => void): void {
    this.#findings.onTold(callback);
  }

  /** Calls back when everything is up to date again after a change. */
  onQuiet(callback: () => void): void {
    this.#onQuiet.push(callback);
  }

  /** The version of an open document; null for one that is not open. */
  version(uri: string): number | null {
    return this.#open.version(uri);
  }

  /** The text of an open document; undefined for one that is not open. */
  openText(uri: string): string | undefined {
    return this.#open.textOf(uri);
  }

  /** URIs of the open files that import a file, directly or through others. */
  openDependents(uri: string): readonly string[] {
    const importers = this.workspace.importersOf(uri);
    return this.#open.uris.filter((each) => each !== uri && importers.has(each));
  }

  /** A URI as the client writes it. */
  clientUri(uri: string): string {
    return this.#open.clientUri(uri);
  }

  /** Waits for all changes so far. Throws what a cancelled request is answered with. */
  async settled(token: CancellationToken): Promise<void> {
    return this.#telling.before(async () => this.#settled(token));
  }

  async #settled(token: CancellationToken): Promise<void> {
    // A cancellation that was sent right behind the request is heard first.
    await new Promise<void>((done) => setTimeout(done, 0));
    await this.#turns.done;
    while (this.#unread.isWorthWaiting && !token.isCancellationRequested) {
      await this.#turns.take(async () => this.#readSome());
    }
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  }

  /** Everything that is to be said about a document, as `journey check` says it. Computed once for a version of it. */
  findings(document: JourneyDocument): readonly Finding[] {
    return this.#findings.of(document);
  }

  /** The same at once, if need be as it was found in the text before: then it is told later what is found in this one. */
  findingsSoFar(document: JourneyDocument): readonly Finding[] {
    return this.#findings.soFar(document);
  }

  /** What logs said about the journeys of a file, by their keys. */
  measured(uri: string): Results {
    return this.#measurements.of(uri);
  }

  /** What a client is to be told about a file; nothing about one that is only imported from elsewhere, which is nobody's to mend. */
  diagnostics(uri: string): readonly Diagnostic[] {
    return this.#findings.diagnostics(uri);
  }

  /** Which diagnostics of a file are known by what was last told, as `toldOf` names them; undefined when they may be others now. */
  toldId(uri: string): string | undefined {
    return this.#findings.toldId(uri);
  }

  /** Lets go of what somebody has asked for who goes through all files. */
  rest(): void {
    if (this.workspace.isCrowded) this.workspace.release();
  }

  #roots(): readonly string[] {
    return [...new Set(this.#folders.flatMap((folder) => this.#host.roots(folder)))];
  }

  async #find(folders: readonly string[]): Promise<void> {
    await this.#unread.find(folders);
    this.#isQuiet = false;
  }

  #configurationChanged(uri: string, text: string | undefined): void {
    this.#configurations.setOpen(uri, text);
    this.#background.yield();
    void this.#turns.take(async () => {
      this.#findings.doubt([uri, ...this.reported]);
      if (text !== undefined) this.#findings.renew(uri);
    });
  }

  #resultsChanged(uri: string, text: string | undefined): void {
    const journeyFile = this.#measurements.setOpen(uri, text);
    this.#background.yield();
    void this.#turns.take(async () => {
      this.#findings.doubt([uri, journeyFile]);
      if (text !== undefined) this.#findings.renew(uri);
    });
  }

  #afterTurn(): void {
    if (this.#unread.size === 0) this.#findings.doubtNames();
    if (this.#openStale().length > 0) this.#telling.start();
    this.#background.start();
  }

  #tellOpen(): void {
    for (const uri of this.#openStale()) this.#tell(uri);
  }

  /** Open files that the client is to be told about, without those of which a newer text, or an import, has still to be read. */
  #openStale(): readonly string[] {
    const { stale } = this.#findings;
    return this.#open.uris.filter(
      (uri) => stale.has(uri) && !this.#reading.has(uri) && !this.workspace.waiting.has(uri),
    );
  }

  #tell(uri: string): void {
    this.#isQuiet = false;
    this.#findings.tell(uri);
  }

  /** A mistake of ours must not end the conversation. */
  #complain(error: unknown): void {
    this.#connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  /** Whether there is work for the background. */
  get #isBehind(): boolean {
    return !this.#isQuiet || this.#isUnfinished || this.workspace.isCrowded;
  }

  get #isUnfinished(): boolean {
    return this.#unread.size > 0 || this.#findings.stale.size > 0 || this.workspace.waiting.size > 0;
  }

  /** Reads some files for whoever must not miss any. What is found in them is looked for later. */
  async #readSome(): Promise<void> {
    const end = performance.now() + slice;
    do {
      await this.#readOne();
      this.rest();
    } while (this.#unread.size > 0 && performance.now() < end);
  }

  async #readOne(): Promise<void> {
    const uri = await this.#unread.readOne();
    // It may have been there before, because another one imports it; then nothing was said about it.
    if (uri !== undefined) this.#findings.doubt([uri]);
  }

  /** A piece of work in the background: reads, links, checks and lets go of some files, one after the other. */
  async #catchUp(): Promise<void> {
    const end = performance.now() + slice;
    do {
      const [waiting] = this.workspace.waiting;
      const [stale] = this.#findings.stale;
      if (waiting !== undefined) await this.workspace.linkWaiting([waiting]);
      else if (stale !== undefined) this.#tell(stale);
      else if (this.#unread.size > 0) await this.#readOne();
      else break;
    } while (performance.now() < end && this.#turns.waiting === 1);
    this.rest();
    this.#unread.report(this.#findings.stale.size);
    if (this.#isUnfinished) return;
    this.workspace.release();
    this.#unread.end();
    this.#isQuiet = true;
    for (const callback of this.#onQuiet) callback();
  }
}

const gone = { absence: 'missing', reason: { en: 'no such file then', ja: '当時はありませんでした' } } as const;

function isIn(folder: string, uri: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
