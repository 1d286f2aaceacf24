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
import { notesInstead } from './releasable-document.ts';

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
  /**
   * URIs of those of them whose own text is new. Every build takes all of them: after one that was cancelled, names are looked
   * up when all of these have said again what they declare.
   */
  readonly #begun = new Set<string>();
  readonly #index: JourneyIndexManager;
  readonly #onTouched: ((uri: string) => void)[] = [];

  constructor(services: SharedServices) {
    super(services);
    this.#index = services.workspace.IndexManager;
    this.onDocumentPhase(DocumentState.IndexedReferences, ({ uri }) => this.#forget(uri.toString()));
  }

  /** URIs of the documents that wait. */
  get waiting(): ReadonlySet<string> {
    return this.#waiting;
  }

  /** Of a build that is cancelled nothing is lost: the next one goes on with what is left. */
  override async update(
    changed: readonly URI[],
    deleted: readonly URI[],
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<void> {
    const uris = changed.map(String);
    const offered = new Map(uris.map((uri) => [uri, this.#index.offeredBy(uri)]));
    // A folder takes with it what it holds.
    const gone = deleted.flatMap((uri) => this.langiumDocuments.deleteDocuments(uri));
    for (const document of gone) {
      this.cleanUpDeleted(document);
      this.#forget(document.uri.toString());
    }
    const fresh = this.#documents(uris);
    for (const document of fresh) {
      this.resetToState(document, DocumentState.Changed);
      this.#waiting.add(document.uri.toString());
      this.#begun.add(document.uri.toString());
    }
    this.#reset(this.#seeing(gone.map(({ uri }) => uri.toString())).filter((each) => !fresh.includes(each)));
    const seeing = this.#seeing(uris).filter((each) => !fresh.includes(each));
    this.#reset(seeing.filter((document) => !isNoted(document)));
    const released = seeing.filter(isNoted);
    let isSame = false;
    try {
      await this.emitUpdate([...changed], [...deleted]);
      await interruptAndCheck(cancelToken);
      await this.#buildUrgent(cancelToken);
      isSame = [...offered].every(([uri, before]) => before !== undefined && before === this.#index.offeredBy(uri));
    } finally {
      // What a file without a tree names is what it was, as long as the same can be named.
      if (isSame) for (const { uri } of released) for (const callback of this.#onTouched) callback(uri.toString());
      else this.#reset(released);
    }
  }

  /** Calls back with the URI of a document that names what it did, in a file that has changed. */
  onTouched(callback: (uri: string) => void): void {
    this.#onTouched.push(callback);
  }

  /** Builds documents that have just been read, and those read before that miss what is there now. */
  async add(fresh: readonly LangiumDocument[], cancelToken: Cancellation.CancellationToken): Promise<void> {
    if (fresh.length === 0) return;
    const uris = fresh.map(({ uri }) => uri.toString());
    for (const uri of uris) {
      this.#waiting.add(uri);
      this.#begun.add(uri);
    }
    this.#reset(this.#seeing(uris));
    await this.#buildUrgent(cancelToken);
  }

  /** Builds those of the waiting documents that are wanted now. */
  async buildWaiting(
    isWanted: (uri: string) => boolean,
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<void> {
    if (this.#waiting.size === 0) return;
    const documents = this.#documents([...this.#waiting].filter((uri) => this.#begun.has(uri) || isWanted(uri)));
    if (documents.length > 0) await this.buildDocuments(documents, this.updateBuildOptions, cancelToken);
  }

  /** What the builder keeps about a document goes with its tree. */
  released(uri: string): void {
    this.buildState.delete(uri);
  }

  async #buildUrgent(cancelToken: Cancellation.CancellationToken): Promise<void> {
    const urgent = this.urgent();
    await this.buildWaiting((uri) => urgent === undefined || urgent.has(uri), cancelToken);
  }

  #forget(uri: string): void {
    this.#waiting.delete(uri);
    this.#begun.delete(uri);
  }

  /** All that see something of some files, and are none of them. */
  #seeing(uris: readonly string[]): readonly LangiumDocument[] {
    const own = new Set(uris);
    return this.#documents([...this.#index.importersOf(uris)].filter((uri) => !own.has(uri)));
  }

  /** Lets documents look their names up anew. */
  #reset(documents: readonly LangiumDocument[]): void {
    for (const document of documents) {
      this.resetToState(document, DocumentState.ComputedScopes);
      this.#waiting.add(document.uri.toString());
    }
  }

  #documents(uris: readonly string[]): LangiumDocument[] {
    return uris.flatMap((uri) => this.#index.loaded(uri) ?? []);
  }
}

/** Whether a document has no tree, and what it names is noted. */
function isNoted(document: LangiumDocument): boolean {
  return notesInstead(document) !== undefined;
}
