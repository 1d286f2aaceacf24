import {
  Cancellation,
  DefaultDocumentBuilder,
  DocumentState,
  interruptAndCheck,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  type URI,
} from 'langium';
import type { JourneyIndexManager } from './index-manager.ts';

type SharedServices = LangiumSharedCoreServices & {
  readonly workspace: { readonly IndexManager: JourneyIndexManager };
};

/**
 * Builds what an edit concerns and nothing else. Langium's own builder looks at every document of the workspace for each
 * keystroke, to find those that must be linked again; here the index knows them, and those that nobody looks at wait.
 */
export class JourneyDocumentBuilder extends DefaultDocumentBuilder {
  /** URIs of the documents that must be linked again at once; the others wait for `buildWaiting`. Undefined: all. */
  urgent: () => ReadonlySet<string> | undefined = () => undefined;
  /** URIs of documents that must be built again: put off, or left behind by a build that was cancelled. */
  readonly #waiting = new Set<string>();
  readonly #index: JourneyIndexManager;

  constructor(services: SharedServices) {
    super(services);
    this.#index = services.workspace.IndexManager;
    this.onDocumentPhase(DocumentState.IndexedReferences, ({ uri }) => void this.#waiting.delete(uri.toString()));
  }

  /** URIs of the documents that wait. */
  get waiting(): ReadonlySet<string> {
    return this.#waiting;
  }

  override async update(
    changed: readonly URI[],
    deleted: readonly URI[],
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<void> {
    // A folder takes with it what it holds.
    const gone = deleted.flatMap((uri) => this.langiumDocuments.deleteDocuments(uri));
    for (const document of gone) {
      this.cleanUpDeleted(document);
      this.#waiting.delete(document.uri.toString());
    }
    const fresh = this.#documents(changed.map(String));
    for (const document of fresh) {
      this.resetToState(document, DocumentState.Changed);
      this.#waiting.add(document.uri.toString());
    }
    this.#putOff([...changed, ...gone.map(({ uri }) => uri)].map(String));
    await this.emitUpdate([...changed], [...deleted]);
    await interruptAndCheck(cancelToken);
    await this.#buildUrgent(new Set(changed.map(String)), cancelToken);
  }

  /** Builds documents that have just been read, and those read before that miss what is there now. */
  async add(fresh: readonly LangiumDocument[], cancelToken: Cancellation.CancellationToken): Promise<void> {
    if (fresh.length === 0) return;
    const uris = new Set(fresh.map(({ uri }) => uri.toString()));
    for (const uri of uris) this.#waiting.add(uri);
    this.#putOff([...uris]);
    await this.#buildUrgent(uris, cancelToken);
  }

  /** Builds those of the waiting documents that are wanted now. */
  async buildWaiting(
    isWanted: (uri: string) => boolean,
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<void> {
    if (this.#waiting.size === 0) return;
    const documents = this.#documents([...this.#waiting].filter(isWanted));
    if (documents.length > 0) await this.buildDocuments(documents, this.updateBuildOptions, cancelToken);
  }

  /** What the builder keeps about a document goes with its tree. */
  released(uri: string): void {
    this.buildState.delete(uri);
  }

  async #buildUrgent(own: ReadonlySet<string>, cancelToken: Cancellation.CancellationToken): Promise<void> {
    const urgent = this.urgent();
    await this.buildWaiting((uri) => own.has(uri) || urgent === undefined || urgent.has(uri), cancelToken);
  }

  /** All that see something of the changed files look their names up anew. */
  #putOff(changed: readonly string[]): void {
    const own = new Set(changed);
    for (const document of this.#documents([...this.#index.importersOf(changed)].filter((uri) => !own.has(uri)))) {
      this.resetToState(document, DocumentState.ComputedScopes);
      this.#waiting.add(document.uri.toString());
    }
  }

  #documents(uris: readonly string[]): LangiumDocument[] {
    return uris.flatMap((uri) => this.#index.loaded(uri) ?? []);
  }
}
