import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  l10n,
  type LogOutputChannel,
  type Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ClientHooks, LensWords } from './client-hooks.ts';

/** The language that all of this is for. */
export const JOURNEY = 'journey';

export const CLIENT_ID = 'journey';
export const CLIENT_NAME = 'Customer Journeys';

/** Makes a client for the server as it runs here. Loads what is needed for it; nothing before. */
export type CreateClient = (hooks: ClientHooks) => Promise<BaseLanguageClient>;

/** More crashes than this within `crashPeriod` are not bad luck. */
const mostCrashes = 4;
/** Milliseconds. */
const crashPeriod = 180_000;

/** The conversation with the language server: begun when it is first needed, taken up again when the server ends. */
export class LanguageService implements Disposable {
  readonly #create: CreateClient;
  readonly #log: LogOutputChannel;
  readonly #restarted = new EventEmitter<void>();
  /** The server is there again and knows nothing of what it was asked before. */
  readonly onDidRestart = this.#restarted.event;
  readonly #mapsChanged = new EventEmitter<readonly string[]>();
  /** Maps of these files, by their URIs, may look different now. */
  readonly onDidChangeMaps = this.#mapsChanged.event;
  readonly #changeSent = new EventEmitter<Uri>();
  /** The server has been told of a change in a file, and answers for the new text from now on. */
  readonly onDidSendChange = this.#changeSent.event;
  readonly #treeChanged = new EventEmitter<void>();
  /** `journey/workspaceTree` would give something else. */
  readonly onDidChangeTree = this.#treeChanged.event;
  #client: Promise<BaseLanguageClient> | undefined;
  #crashes: readonly number[] = [];
  #lensWords: LensWords | undefined;

  constructor(create: CreateClient, log: LogOutputChannel) {
    this.#create = create;
    this.#log = log;
  }

  /** Who knows what lines above journeys say about the last commit. To be said before the server is started. */
  describeLenses(words: LensWords): void {
    this.#lensWords = words;
  }

  /** Starts the server unless it runs already. */
  start(): void {
    this.#running().catch((error: unknown) => {
      this.#log.error(error instanceof Error ? error : String(error));
      this.#offerLog(l10n.t('The journey language server could not be started.'));
    });
  }

  async request<Result>(method: string, params: unknown, token?: CancellationToken): Promise<Result> {
    const client = await this.#running();
    // A token that is not there would be sent as another parameter.
    return token === undefined ? client.sendRequest(method, params) : client.sendRequest(method, params, token);
  }

  /** An edit as the server gives it, as VS Code applies it. */
  async toWorkspaceEdit(
    edit: Parameters<BaseLanguageClient['protocol2CodeConverter']['asWorkspaceEdit']>[0],
  ): Promise<WorkspaceEdit> {
    const client = await this.#running();
    return (await client.protocol2CodeConverter.asWorkspaceEdit(edit)) ?? new WorkspaceEdit();
  }

  async restart(): Promise<void> {
    this.#crashes = [];
    // What is asked meanwhile waits for the new one: a table that is pasted just then would come as plain text.
    this.#client = this.#beginAfter(this.#client);
    await this.#client;
    this.#restarted.fire();
  }

  dispose(): void {
    this.#restarted.dispose();
    this.#mapsChanged.dispose();
    this.#changeSent.dispose();
    this.#treeChanged.dispose();
    void this.#client?.then(async (client) => client.dispose()).catch(() => undefined);
  }

  async #running(): Promise<BaseLanguageClient> {
    this.#client ??= this.#begin();
    return this.#client;
  }

  async #beginAfter(before: Promise<BaseLanguageClient> | undefined): Promise<BaseLanguageClient> {
    const client = await before?.catch(() => undefined);
    await client?.dispose().catch(() => undefined);
    return this.#begin();
  }

  async #begin(): Promise<BaseLanguageClient> {
    const client = await this.#create({
      log: this.#log,
      lensWords: this.#lensWords,
      onChangeSent: (uri) => this.#changeSent.fire(uri),
      onCrash: () => this.#restartsAfterCrash(),
    });
    client.onNotification('journey/mapChanged', ({ uris }: { readonly uris: readonly string[] }) => {
      this.#mapsChanged.fire(uris);
    });
    client.onNotification('journey/workspaceTreeChanged', () => {
      this.#treeChanged.fire();
    });
    await client.start();
    this.#lensWords?.onDidChange(() => {
      const feature = client.getFeature('textDocument/codeLens');
      for (const document of workspace.textDocuments) {
        if (document.languageId === JOURNEY) feature.getProvider(document)?.onDidChangeCodeLensEmitter.fire();
      }
    });
    client.onDidChangeState(() => {
      if (client.isRunning()) this.#restarted.fire();
    });
    return client;
  }

  #restartsAfterCrash(): boolean {
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((time) => now - time < crashPeriod), now];
    if (this.#crashes.length > mostCrashes) {
      this.#offerLog(l10n.t('The journey language server keeps ending. It is not started again.'));
      return false;
    }
    // Said once: the next ones soon after are of the same illness.
    if (this.#crashes.length === 1) {
      this.#offerLog(l10n.t('The journey language server has ended and was started again. Nothing is lost.'));
    }
    return true;
  }

  #offerLog(message: string): void {
    const show = l10n.t('Show Log');
    const ask = async (): Promise<void> => {
      if ((await window.showWarningMessage(message, show)) === show) this.#log.show();
    };
    void ask();
  }
}
