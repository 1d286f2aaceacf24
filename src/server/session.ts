import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  type PublishDiagnosticsParams,
  ResponseError,
} from 'vscode-languageserver';
import { compareFindings } from '../formats/report.ts';
import { CONFIGURATION_FILE } from '../friction/configuration/configuration.ts';
import { type FindingOptions, findingsOf } from '../language/findings.ts';
import { JOURNEY_EXTENSION } from '../language/imports.ts';
import {
  createWorkspace,
  type JourneyDocument,
  type JourneyWorkspace,
  normalized,
} from '../language/journey-workspace.ts';
import { isLibrary } from '../language/library.ts';
import type { Finding } from '../model/finding.ts';
import type { Locale } from '../model/text.ts';
import { diagnosticOf } from './diagnostics.ts';
import type { Host } from './host.ts';

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
}

/**
 * One conversation with a client: its files as they are now, and what it has been told about them.
 *
 * Whatever changes the files happens one after the other, and a request waits for what came before it. Findings are sent
 * after each change, those about open files first, the rest one at a time while nothing else is to do.
 */
export class Session {
  readonly locale: Locale;
  readonly workspace: JourneyWorkspace;
  readonly #connection: Connection;
  readonly #host: Host;
  /** URIs of the folders that are open in the editor. */
  readonly folders: readonly string[];
  /** By the URI in our form. */
  readonly #open = new Map<string, OpenText>();
  /** Open files whose text has changed and has not been read yet. */
  readonly #changed = new Set<string>();
  /** Files whose findings may differ from what the client knows. */
  readonly #stale = new Set<string>();
  /** What the client was told last, as JSON. */
  readonly #told = new Map<string, string>();
  readonly #found = new WeakMap<JourneyDocument, { readonly tree: unknown; readonly findings: readonly Finding[] }>();
  /** What the configuration says about each file, as long as no configuration changes. */
  readonly #configurations = new Map<string, { readonly options: FindingOptions | undefined }>();
  readonly #onTold: ((uris: readonly string[]) => void)[] = [];
  readonly #onQuiet: (() => void)[] = [];
  #work: Promise<void> = Promise.resolve();
  #waiting = 0;
  /** What has just been told after everything that has happened. */
  #fresh: string | undefined;
  #idle: NodeJS.Immediate | undefined;

  constructor(connection: Connection, host: Host, { locale, folders }: SessionOptions) {
    this.locale = locale;
    this.#connection = connection;
    this.#host = host;
    this.folders = folders;
    const roots = folders.flatMap((folder) => host.roots(folder));
    this.workspace = createWorkspace({ files: host.files, roots: [...new Set(roots)] });
    this.workspace.onLinked((uri) => this.#stale.add(uri));
  }

  /** Reads all files of the folders. */
  readFolders(): void {
    this.#enqueue(async () => {
      const found = this.folders.flatMap((folder) => this.#host.find(folder));
      // Open files are read already; what an editor shows counts.
      await this.workspace.load(found);
    });
  }

  /** Takes a text that has been opened or changed. */
  changed(text: OpenText): void {
    const uri = normalized(text.uri);
    this.#open.set(uri, text);
    this.#changed.add(uri);
    this.#enqueue(async () => {
      // A newer version has come meanwhile and was read with an earlier turn.
      if (!this.#changed.delete(uri)) return;
      const open = this.#open.get(uri);
      if (open === undefined) return;
      await this.workspace.open(uri, open.getText());
      this.#publish(uri, true);
      this.#fresh = uri;
    });
  }

  closed(clientUri: string): void {
    const uri = normalized(clientUri);
    this.#open.delete(uri);
    this.#changed.delete(uri);
    this.#enqueue(async () => {
      await this.workspace.close(uri);
      this.#stale.add(uri);
    });
  }

  /** Files have been made, changed or deleted on the disk. */
  watched(uris: readonly string[]): void {
    if (uris.some((uri) => uri.endsWith(`/${CONFIGURATION_FILE}`))) {
      this.#enqueue(async () => {
        this.#configurations.clear();
        for (const { uri } of this.workspace.documents) this.#stale.add(uri.toString());
      });
    }
    const journeys = uris.map((uri) => normalized(uri)).filter((uri) => uri.endsWith(JOURNEY_EXTENSION));
    if (journeys.length === 0) return;
    this.#enqueue(async () => {
      await this.workspace.refresh(journeys);
      for (const uri of journeys) this.#stale.add(uri);
    });
  }

  /** The document as the client has it, after everything that the client has sent before. */
  async document(clientUri: string, token: CancellationToken): Promise<JourneyDocument | undefined> {
    await this.settled(token);
    return this.workspace.document(clientUri);
  }

  /** Calls back when the client has been told about documents anew, whether or not that was something else than before. */
  onTold(callback: (uris: readonly string[]) => void): void {
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

  /** A URI as the client writes it. */
  clientUri(uri: string): string {
    return this.#open.get(uri)?.uri ?? uri;
  }

  /** Waits for all changes so far. Throws what a cancelled request is answered with. */
  async settled(token: CancellationToken): Promise<void> {
    // A cancellation that was sent right behind the request is heard first.
    await new Promise((done) => setImmediate(done));
    await this.#work;
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  }

  /** Everything that is to be said about a document, as `journey check` says it. Computed once for a version of it. */
  findings(document: JourneyDocument): readonly Finding[] {
    const known = this.#found.get(document);
    const tree = document.parseResult.value;
    if (known?.tree === tree && !this.#stale.has(document.uri.toString())) return known.findings;
    const options = this.#configurationOf(document.uri.toString());
    const findings = options === undefined ? [] : findingsOf(document, options).findings.toSorted(compareFindings);
    this.#found.set(document, { tree, findings });
    return findings;
  }

  #configurationOf(uri: string): FindingOptions | undefined {
    const known = this.#configurations.get(uri);
    if (known !== undefined) return known.options;
    const options = this.#host.configurationOf(uri);
    this.#configurations.set(uri, { options });
    return options;
  }

  #enqueue(task: () => Promise<void>): void {
    this.#waiting++;
    this.#work = this.#run(this.#work, task);
  }

  async #run(before: Promise<void>, task: () => Promise<void>): Promise<void> {
    await before;
    try {
      await task();
    } catch (error) {
      this.#complain(error);
    }
    this.#waiting--;
    this.#doubtNames();
    this.#publishStale();
  }

  /** What is said about a name that leads nowhere depends on what all other files declare: where it could be imported from. */
  #doubtNames(): void {
    for (const uri of this.#open.keys()) {
      if (uri !== this.#fresh && /"code":"unknown-name"/.test(this.#told.get(uri) ?? '')) this.#stale.add(uri);
    }
    this.#fresh = undefined;
  }

  /** A mistake of ours must not end the conversation. */
  #complain(error: unknown): void {
    this.#connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  /** Open files at once, the others when nothing else is to do. */
  #publishStale(): void {
    for (const uri of this.#stale) if (this.#open.has(uri)) this.#publish(uri, false);
    if (this.#stale.size === 0 && this.#waiting === 0) for (const callback of this.#onQuiet) callback();
    if (this.#stale.size > 0 && this.#idle === undefined && this.#waiting === 0) {
      this.#idle = setImmediate(() => {
        this.#idle = undefined;
        const [first] = this.#stale;
        if (first !== undefined && this.#waiting === 0) {
          this.#publish(first, false);
          this.#publishStale();
        }
      });
    }
  }

  #publish(uri: string, isNew: boolean): void {
    this.#stale.delete(uri);
    if (isLibrary(uri)) return;
    const document = this.workspace.document(uri);
    // What is only imported from elsewhere is nobody's to mend here.
    const isAsked = document !== undefined && this.workspace.isAsked(uri);
    const open = this.#open.get(uri);
    const params: PublishDiagnosticsParams = {
      uri: this.clientUri(uri),
      ...(open === undefined ? {} : { version: open.version }),
      diagnostics: isAsked ? this.#diagnostics(document) : [],
    };
    const text = JSON.stringify(params.diagnostics);
    const told = this.#told.get(uri) ?? '[]';
    if (isNew || text !== told) {
      this.#told.set(uri, text);
      void this.#connection.sendDiagnostics(params);
    }
    for (const callback of this.#onTold) callback([uri]);
  }

  #diagnostics(document: JourneyDocument): PublishDiagnosticsParams['diagnostics'] {
    this.#found.delete(document);
    try {
      return this.findings(document).map((finding) => diagnosticOf(finding, this.locale));
    } catch (error) {
      this.#complain(error);
      return [];
    }
  }
}
