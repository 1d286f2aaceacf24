import type { CancellationToken, Connection, Diagnostic } from 'vscode-languageserver';
import type { Results } from '../evidence/result-file.ts';
import { findingsOf } from '../language/findings.ts';
import { type FileAccess, normalized } from '../language/workspace/file-access.ts';
import {
  createWorkspace,
  type JourneyDocument,
  type JourneyWorkspace,
} from '../language/workspace/journey-workspace.ts';
import type { Finding } from '../model/finding.ts';
import type { Locale } from '../model/text.ts';
import { ClientFiles, rootsOf } from './client-files.ts';
import { UserSettings } from './client-settings.ts';
import { Configurations } from './configurations.ts';
import { Findings } from './findings.ts';
import type { Host } from './host.ts';
import type { CheckOptions } from './kept-files.ts';
import { KnownFiles } from './known-files.ts';
import { Measurements } from './measurements.ts';
import { OpenTexts } from './open-texts.ts';
import { Reading } from './reading.ts';
import { rulePages } from './rule-pages.ts';
import { Schedule } from './schedule.ts';
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

/** One conversation with a client: its files as they are now, and what it has been told about them. */
export class Session {
  readonly locale: Locale;
  readonly workspace: JourneyWorkspace;
  readonly settings = new UserSettings();
  /** Takes what the client says about its files. */
  readonly files: ClientFiles;
  /** Commands that the client carries out. */
  readonly commands: ReadonlySet<string>;
  /** Whether the client is told by itself. */
  readonly pushes: boolean;
  readonly #host: Host;
  readonly #configurations: Configurations;
  readonly #measurements: Measurements;
  readonly #open = new OpenTexts();
  readonly #findings: Findings;
  readonly #schedule: Schedule;

  constructor(
    connection: Connection,
    host: Host,
    { locale, folders: given, pushes, commands, pageOf }: SessionOptions,
  ) {
    this.locale = locale;
    this.commands = commands;
    this.pushes = pushes;
    this.#host = host;
    const folders = given.map(normalized);
    const textOf = (uri: string): string | undefined => {
      const read = host.files.read(uri);
      return 'text' in read ? read.text : undefined;
    };
    // A mistake of ours must not end the conversation.
    const failed = (error: unknown): void =>
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    this.#configurations = new Configurations(textOf);
    this.#measurements = new Measurements(textOf, (uri) => this.#findings.doubt([uri]));
    this.workspace = createWorkspace({ files: host.files, roots: rootsOf(folders, host), notes: true });
    const editor = {
      roots: () => this.workspace.roots,
      openText: (uri: string) => (this.#open.version(uri) === null ? undefined : this.workspace.textOf(uri)),
    };
    const kept = host.kept(editor);
    const helpers = host.helpers({ ...editor, locale, pages: () => rulePages(pageOf), failed });
    const known = new KnownFiles({
      kept,
      helpers,
      workspace: this.workspace,
      open: this.#open,
      optionsOf: (uri) => this.#optionsOf(uri),
    });
    const shared = {
      host,
      workspace: this.workspace,
      open: this.#open,
      configurations: this.#configurations,
      measurements: this.#measurements,
      known,
      unread: new UnreadFiles(this.workspace, host, known, (uri) => this.#findings.stale.has(uri)),
      reading: new Reading(this.workspace, this.#open),
      failed,
    };
    this.#findings = new Findings({ ...shared, connection, locale, pushes, pageOf });
    this.#schedule = new Schedule({ ...shared, findings: this.#findings });
    this.files = new ClientFiles({ ...shared, folders, findings: this.#findings, schedule: this.#schedule });
    this.#schedule.onQuiet(() => {
      helpers?.end();
      kept?.tidy();
    });
    this.workspace.linkOpenFirst();
    this.workspace.onLinked((uri) => this.#findings.doubt([uri]));
    this.workspace.onTouched((uri) => this.#findings.doubt([uri]));
  }

  /** Undefined for a file that is not to be checked. */
  #optionsOf(uri: string): CheckOptions | undefined {
    const options = this.#configurations.of(uri);
    const measured = this.#measurements.of(uri);
    // Files of which the same is said share one object.
    return options === undefined || measured.size === 0 ? options : { ...options, measured };
  }

  /** URIs of everything that findings are reported for: journeys, configurations and results. */
  get reported(): readonly string[] {
    return this.#findings.reported;
  }

  /** The document as the client has it, after everything that the client has sent before. */
  async document(clientUri: string, token: CancellationToken): Promise<JourneyDocument | undefined> {
    await this.settled(token);
    const document = this.workspace.document(clientUri);
    if (document !== undefined && this.workspace.waiting.has(document.uri.toString())) {
      await this.#schedule.take(async () => this.workspace.linkWaiting([document.uri.toString()]));
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
    const workspace = createWorkspace({ files: { read, list: this.#host.files.list }, roots: this.files.roots });
    await workspace.load([uri]);
    const document = workspace.document(uri);
    // Both versions are measured by one yardstick: the configuration and the measurements of today.
    const options = { ...this.#configurations.of(uri), measured: this.measured(uri) };
    return document && { document, findings: findingsOf(document, options).findings };
  }

  /** Waits for all changes so far. Throws what a cancelled request is answered with. */
  async settled(token: CancellationToken): Promise<void> {
    return this.#schedule.settled(token);
  }

  /** Waits until all files of the folders are read and linked, for what must not miss any of them. */
  async whole(token: CancellationToken): Promise<void> {
    return this.#schedule.whole(token);
  }

  /** Lets go of what somebody has asked for who goes through all files. */
  rest(): void {
    this.#schedule.rest();
  }

  /** Calls back when it is known anew what is to be said about a file, and whether that is something else than before. */
  onTold(callback: (uri: string, isOther: () => boolean) => void): void {
    this.#findings.onTold(callback);
  }

  /** Calls back when everything is up to date again after a change. */
  onQuiet(callback: () => void): void {
    this.#schedule.onQuiet(callback);
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

  /** Which diagnostics of a file are known by what was last told, by the id that `Told` gives them; undefined when they may be others now. */
  toldId(uri: string): string | undefined {
    return this.#findings.toldId(uri);
  }
}

const gone = { absence: 'missing', reason: { en: 'no such file then', ja: '当時はありませんでした' } } as const;
