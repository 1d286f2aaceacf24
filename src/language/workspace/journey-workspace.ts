import {
  type BuildOptions,
  EmptyFileSystemProvider,
  interruptAndCheck,
  Cancellation,
  DocumentState,
  type LangiumDocument,
  URI,
} from 'langium';
import { knownFile, type KnownFile, notesIn, notesOf } from './file-notes.ts';
import type * as ast from '../generated/ast.ts';
import { resolveImport } from '../imports.ts';
import { type FileAccess, type FileRead, normalized, type UnreadFile } from './file-access.ts';
import { isLibrary, libraryText } from '../library/library.ts';
import { JOURNEY_EXTENSION } from '../journey-extension.ts';
import type { JourneyDocuments } from './journey-documents.ts';
import { linkNow } from '../linking/linker.ts';
import { PresentTrees, type ReleaseOptions } from './present-trees.ts';
import { isReleasable } from './releasable-document.ts';
import { createJourneyServices, type JourneyServices, type JourneySharedServices } from '../journey-module.ts';

/** A document of the language, read and linked. */
export type JourneyDocument = LangiumDocument<ast.JourneyFile>;

export interface WorkspaceOptions extends ReleaseOptions {
  readonly files: FileAccess;
  /** URIs of the folders that imports may not leave. Empty: they may go anywhere. */
  readonly roots?: readonly string[];
}

/** A set of journey files that know each other. */
export class JourneyWorkspace {
  readonly shared: JourneySharedServices;
  readonly journey: JourneyServices;
  readonly #files: FileAccess;
  readonly #documents: JourneyDocuments;
  /** URIs of the files that were asked for, in the order in which they were. */
  readonly #asked = new Set<string>();
  /** Texts that take the place of what is on the disk. */
  readonly #opened = new Map<string, string>();
  readonly #trees: PresentTrees;
  readonly #isNoting: boolean;
  readonly #onAdopted: ((uri: string) => void)[] = [];
  /** What was last seen in the places of files that are not there. */
  #missing = '';

  constructor({ files, roots = [], ...release }: WorkspaceOptions) {
    this.#files = files;
    this.#isNoting = release.notes ?? false;
    const readFile = async (uri: URI): Promise<string> => {
      const read = this.#read(uri.toString());
      return 'text' in read ? read.text : '';
    };
    const provider = new EmptyFileSystemProvider();
    const { shared, journey } = createJourneyServices({
      fileSystemProvider: () => Object.assign(provider, { readFile }),
    });
    this.shared = shared;
    this.journey = journey;
    this.#documents = shared.workspace.LangiumDocuments;
    this.#trees = new PresentTrees(shared.workspace, release);
    shared.workspace.IndexManager.roots = roots;
    shared.workspace.DocumentBuilder.updateBuildOptions = buildOptions;
    shared.workspace.DocumentBuilder.onDocumentPhase(DocumentState.Parsed, ({ uri }) => {
      this.#trees.add(uri.toString());
    });
    shared.workspace.LangiumDocumentFactory.restoring = {
      read: (uri) => this.textOf(uri) ?? '',
      restored: (document) => {
        const uri = document.uri.toString();
        this.#trees.add(uri);
        shared.workspace.IndexManager.restored(document);
      },
      link: linkNow,
    };
  }

  /** The documents that were asked for, in the order in which they were: what findings are reported for. */
  get documents(): readonly JourneyDocument[] {
    return [...this.#asked].flatMap((uri) => this.document(uri) ?? []);
  }

  /** Whether a document, by its URI in the normal form, was asked for and not only imported. */
  isAsked(uri: string): boolean {
    return this.#asked.has(uri);
  }

  /** URIs of the documents that were asked for, in the order in which they were. */
  get askedUris(): readonly string[] {
    return [...this.#asked].filter((uri) => this.shared.workspace.IndexManager.isLoaded(uri));
  }

  /** The text of a file as it was read or is now, or of a document of the library; undefined when there is none. */
  textOf(uri: string): string | undefined {
    if (isLibrary(uri)) return libraryText(uri);
    const document = this.document(uri);
    if (document !== undefined && isReleasable(document) && !document.isReleased)
      return document.textDocument.getText();
    const read = this.#read(uri);
    return 'text' in read ? read.text : undefined;
  }

  /** A loaded document, asked for, imported or of the library. */
  document(uri: string): JourneyDocument | undefined {
    return this.#documents.at(uri) ?? this.#documents.at(normalized(uri));
  }

  /**
   * Reads files, and all that they import, directly or through others. Files that cannot be read are returned if they
   * were asked for; a missing import is a problem of the file that imports it.
   */
  async load(
    uris: readonly string[],
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<readonly UnreadFile[]> {
    return this.#load(uris, true, cancelToken);
  }

  /** The same for files that nobody asks for but those that import them. */
  async loadImported(uris: readonly string[]): Promise<void> {
    await this.#load(uris, false, Cancellation.CancellationToken.None);
  }

  async #load(
    uris: readonly string[],
    isAsked: boolean,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<readonly UnreadFile[]> {
    const { unread } = await this.#reach(uris, isAsked, cancelToken);
    return unread;
  }

  /** Also gives the URIs of all that was read or looked for. */
  async #reach(
    uris: readonly string[],
    isAsked: boolean,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<{ readonly unread: readonly UnreadFile[]; readonly reached: ReadonlySet<string> }> {
    const unread: UnreadFile[] = [];
    const asked = uris.map((uri) => URI.parse(uri));
    const fresh: JourneyDocument[] = [];
    const queue = asked.map(String);
    const queued = new Set(queue);
    try {
      // Breadth first over a list that grows: files asked for come before what they import.
      for (const [at, uri] of queue.entries()) {
        // Stays responsive, and can be cancelled between two files.
        await interruptAndCheck(cancelToken);
        const known = asked[at];
        const document = this.#documents.at(uri) ?? this.#parse(known ?? URI.parse(uri), known && unread, fresh);
        if (document === undefined) continue;
        if (isAsked && at < asked.length) this.#asked.add(uri);
        for (const target of this.#importsOf(uri, document)) {
          if (queued.has(target)) continue;
          queued.add(target);
          queue.push(target);
        }
      }
    } finally {
      // When it is cancelled, the builder knows at least what there is to build.
      await this.shared.workspace.DocumentBuilder.add(fresh, cancelToken);
    }
    return { unread, reached: queued };
  }

  /** Whether a file that is loaded imports another one. */
  isImported(uri: string): boolean {
    return this.shared.workspace.IndexManager.directImportersOf(uri).size > 0;
  }

  /** URIs of what a file imports, directly or through others, be it there or not; undefined when it must not import some of it. */
  importedBy(uri: string): readonly string[] | undefined {
    return this.shared.workspace.IndexManager.importedBy(uri);
  }

  /** Whether a document, by its URI in the normal form, is loaded. */
  isLoaded(uri: string): boolean {
    return this.shared.workspace.IndexManager.isLoaded(uri);
  }

  /**
   * Takes in a file that is not loaded, by what an earlier workspace knew of it, without making its tree. What it knew must be true
   * of the file as it is, and of all that it imports; these must be taken in as well, or be loaded before: who sees a file that is
   * read later is linked again.
   */
  adopt(uri: string, known: KnownFile): void {
    const { workspace } = this.shared;
    const document = workspace.LangiumDocumentFactory.released(URI.parse(uri), notesIn(known));
    workspace.LangiumDocuments.addDocument(document);
    workspace.IndexManager.adopt(document, known.outline);
    for (const callback of this.#onAdopted) callback(uri);
  }

  /** What another workspace must know of a document to adopt it; undefined when it is not loaded. It must be linked. */
  known(document: JourneyDocument): KnownFile | undefined {
    if (!isReleasable(document)) return undefined;
    const outline = this.shared.workspace.IndexManager.outlineOf(document.uri.toString());
    const notes = document.notes ?? notesOf(document);
    if (this.#isNoting) document.notes = notes;
    return outline && knownFile(outline, notes);
  }

  /**
   * Lets go of the text and tree of all documents but those that are open, what these import, and what many import. Everything
   * that was known about the others stays known; their trees are made again when somebody asks for them. Nobody may hold on
   * to a node across this call.
   */
  release(): void {
    this.#trees.release(this.shared.workspace.IndexManager.reachedFrom(this.#opened.keys()));
  }

  /** Whether enough trees have been made since then that it is worth letting them go again. */
  get isCrowded(): boolean {
    return this.#trees.isCrowded;
  }

  /**
   * Puts a text in the place of a file, as an editor does with what is not saved, and reads what it imports. Throws Langium's
   * `OperationCancelled` when it is cancelled; it must be called again for that file then.
   */
  async open(uri: string, text: string, cancelToken = Cancellation.CancellationToken.None): Promise<JourneyDocument> {
    const key = normalized(uri);
    this.#opened.set(key, text);
    const document = this.document(key);
    if (document !== undefined) await this.shared.workspace.DocumentBuilder.update([document.uri], [], cancelToken);
    await this.load([key], cancelToken);
    return this.document(key) as JourneyDocument;
  }

  /** Lets a file be again what is on the disk. One that is not there, or a text that is in no file, is forgotten. */
  async close(uri: string, isInFile = true): Promise<void> {
    const key = normalized(uri);
    if (!this.#opened.delete(key)) return;
    await (isInFile ? this.refresh([key]) : this.forget([key]));
  }

  /**
   * Reads files again that have been made, changed or deleted on the disk, and whatever they import now. What an editor has
   * opened stays as it is there.
   */
  async refresh(uris: readonly string[]): Promise<void> {
    await this.load(await this.#reread(uris));
  }

  /**
   * Becomes what a new workspace is that has loaded these files: of what is here already, those of `changed` are read again, what is
   * missing is looked for again, and what is neither among the files nor imported by them is forgotten.
   */
  async become(
    uris: readonly string[],
    changed: readonly string[],
  ): Promise<{
    /** Those of the files that could not be read. */
    readonly unread: readonly UnreadFile[];
    /** URIs of the files and of all that they import, be it there or not. */
    readonly reached: ReadonlySet<string>;
  }> {
    const { IndexManager: index, DocumentBuilder: builder } = this.shared.workspace;
    await this.#reread(changed.filter((uri) => this.isLoaded(uri)));
    this.#asked.clear();
    for (;;) {
      index.forgetSeen();
      const found = await this.#reach(uris, true, Cancellation.CancellationToken.None);
      const left = index.uris().filter((uri) => !isLibrary(uri) && !found.reached.has(uri));
      if (left.length === 0) {
        const missing = index.fileNames.missing;
        if (missing !== this.#missing) index.namesVersion++;
        this.#missing = missing;
        return found;
      }
      // They may have been seen beside what is missing, too: that is looked at once more.
      await builder.update(
        [],
        left.flatMap((uri) => this.document(uri)?.uri ?? []),
      );
    }
  }

  /** Gives the URIs of those that are there. */
  async #reread(uris: readonly string[]): Promise<readonly string[]> {
    const keys = uris.map(normalized).filter((key) => !this.#opened.has(key));
    const gone = keys.filter((key) => !('text' in this.#files.read(key)));
    const there = keys.filter((key) => !gone.includes(key));
    for (const key of gone) {
      this.#asked.delete(key);
      // It may only have been seen beside others, and never been read.
      this.shared.workspace.IndexManager.fileNames.delete(key);
    }
    const parsed = (key: string): readonly URI[] => {
      const document = this.document(key);
      return document === undefined ? [] : [document.uri];
    };
    await this.shared.workspace.DocumentBuilder.update(there.flatMap(parsed), gone.flatMap(parsed));
    return there;
  }

  /**
   * From now on an edit links only open files again at once, and what they import. The others wait for `linkWaiting`: an
   * edit of a file that thousands import must not keep its author waiting.
   */
  linkOpenFirst(): void {
    const { DocumentBuilder: builder, IndexManager: index } = this.shared.workspace;
    builder.urgent = () => index.reachedFrom(this.#opened.keys());
  }

  /** URIs of the files that import a file, directly or through others. */
  importersOf(uri: string): ReadonlySet<string> {
    return this.shared.workspace.IndexManager.importersOf([uri]);
  }

  /** Grows whenever there is another file, a file that declares other names at its top, or something else where one is missing. */
  get namesVersion(): number {
    return this.shared.workspace.IndexManager.namesVersion;
  }

  /** URIs of the documents that wait to be linked again. */
  get waiting(): ReadonlySet<string> {
    return this.shared.workspace.DocumentBuilder.waiting;
  }

  /** Links documents that wait, by their URIs; all of them when none is named. */
  async linkWaiting(uris?: readonly string[]): Promise<void> {
    const wanted = uris && new Set(uris);
    await this.shared.workspace.DocumentBuilder.buildWaiting((uri) => wanted === undefined || wanted.has(uri));
  }

  /** Forgets files that were asked for: a folder is no longer open. What others import of them stays. */
  async forget(uris: readonly string[]): Promise<void> {
    const { DocumentBuilder: builder, IndexManager: index } = this.shared.workspace;
    const keys = uris.filter((uri) => !this.#opened.has(uri) && this.#asked.delete(uri));
    const free = keys.filter((uri) => [...index.importersOf([uri])].every((each) => keys.includes(each)));
    await builder.update(
      [],
      free.flatMap((uri) => this.document(uri)?.uri ?? []),
    );
  }

  /** URIs of the folders that imports may not leave. */
  get roots(): readonly string[] {
    return this.shared.workspace.IndexManager.roots;
  }

  /** Changes the folders that imports may not leave. */
  setRoots(roots: readonly string[]): void {
    this.shared.workspace.IndexManager.roots = roots;
  }

  /** Calls back with the URI of each document whose names have been looked up anew, so that findings about it may differ. */
  onLinked(callback: (uri: string) => void): void {
    this.#onAdopted.push(callback);
    this.shared.workspace.DocumentBuilder.onDocumentPhase(DocumentState.Linked, ({ uri }) => callback(uri.toString()));
  }

  /** Calls back with the URI of each document that sees another one which has changed, although its names mean what they did. */
  onTouched(callback: (uri: string) => void): void {
    this.shared.workspace.DocumentBuilder.onTouched(callback);
  }

  #parse(parsed: URI, unread: UnreadFile[] | undefined, fresh: JourneyDocument[]): JourneyDocument | undefined {
    const uri = parsed.toString();
    const read = this.#read(uri);
    const { workspace } = this.shared;
    if (!('text' in read)) {
      unread?.push({ uri, reason: read.reason });
      workspace.IndexManager.fileNames.setAbsent(uri, read.absence);
      const beside = this.#files.list(uri.substring(0, uri.lastIndexOf('/')));
      workspace.IndexManager.fileNames.addBeside(beside.filter((file) => file.endsWith(JOURNEY_EXTENSION)));
      return undefined;
    }
    const document = workspace.LangiumDocumentFactory.fromString<ast.JourneyFile>(read.text, parsed);
    this.#documents.addDocument(document);
    this.#trees.add(uri);
    fresh.push(document);
    return document;
  }

  #read(uri: string): FileRead {
    const text = this.#opened.get(uri);
    return text === undefined ? this.#files.read(uri) : { text };
  }

  /** URIs of the files that a document imports, without those that must not be read. */
  #importsOf(uri: string, document: JourneyDocument): readonly string[] {
    const { IndexManager: index } = this.shared.workspace;
    const targets =
      isReleasable(document) && document.isReleased
        ? index.importsOf(uri)
        : document.parseResult.value.imports.flatMap(({ path }) => resolveImport(uri, path ?? '') ?? []);
    return targets.filter((target) => index.mayImport(uri, target));
  }
}

/** Makes an empty workspace. Nothing is shared between two of them. */
export function createWorkspace(options: WorkspaceOptions): JourneyWorkspace {
  return new JourneyWorkspace(options);
}

/** Findings are made from the model and not by Langium's validator. */
const buildOptions: BuildOptions = { validation: false };
