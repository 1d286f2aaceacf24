import {
  type AstNode,
  type AstNodeDescription,
  AstUtils,
  DefaultIndexManager,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  type ReferenceDescription,
  type Stream,
  stream,
  type URI,
} from 'langium';
import { Kept } from '../../model/kept.ts';
import { hasHash } from '../scope/declared-names.ts';
import type * as ast from '../generated/ast.ts';
import { isInside, resolveImport } from '../imports.ts';
import { type Declared, FileEntry, type FileOutline } from './file-entry.ts';
import { FileNames } from './file-names.ts';
import type { FileNotes } from './file-notes.ts';
import { isLibrary } from '../library/library.ts';
import type { JourneyDocuments } from './journey-documents.ts';
import { loadLibrary } from '../library/documents.ts';
import { describe, referenceTo } from '../scope/descriptions.ts';
import { FileSymbols, type Kind } from '../scope/symbols.ts';
import { VisibleDeclarations } from '../scope/visible.ts';
import { addMember, deleteMember } from './members.ts';
import { notesInstead } from './releasable-document.ts';

type SharedServices = LangiumSharedCoreServices & {
  readonly workspace: { readonly LangiumDocuments: JourneyDocuments };
};

/**
 * What is declared where, and who imports whom.
 *
 * Everything is found by name or by URI, so that the work for one edit does not grow with the workspace. Langium's own
 * index describes every reference of every file; here references are looked up where they stand, in the few files that
 * can see the target.
 */
export class JourneyIndexManager extends DefaultIndexManager {
  /** What is known of files beyond the documents that are loaded. */
  readonly fileNames = new FileNames();
  /** URIs of the folders that imports must stay in; empty when nobody has opened a folder. */
  roots: readonly string[] = [];

  readonly #shared: LangiumSharedCoreServices;
  readonly #documents: JourneyDocuments;
  readonly #files = new Map<string, FileEntry>();
  /** The URIs of the files that import a file, by the imported file's URI, be it there or not. */
  readonly #importers = new Map<string, Set<string>>();
  /** The URIs of the files that declare a name at their top. */
  readonly #declaring = new Map<string, Set<string>>();
  readonly #visible = new Kept<AstNode, Seen>();
  #library: readonly FileSymbols[] | undefined;
  /** Grows whenever there is another file, a file that declares other names at its top, or something else where one is missing. */
  namesVersion = 0;
  /** The names at the top of each file as they were last known. */
  readonly #names = new Map<string, string>();
  /** Grows whenever a file's content changes. */
  #version = 0;

  constructor(services: SharedServices) {
    super(services);
    this.#shared = services;
    this.#documents = services.workspace.LangiumDocuments;
  }

  /** What the document can name. Its imports must have been indexed; what is not there yet is not seen. */
  visibleDeclarations(document: LangiumDocument<ast.JourneyFile>): VisibleDeclarations {
    const root = document.parseResult.value;
    const seen = this.#visible.get(root);
    if (seen?.version === this.#version) return seen.visible;
    const uri = document.uri.toString();
    const imported = this.#importedBy(uri, root);
    const library = this.library();
    // An edit elsewhere changes the version too, but seldom what this document sees.
    const same = seen !== undefined && seen.library === library && isSame(seen.imported, imported);
    const visible = same ? seen.visible : new VisibleDeclarations(this.#symbols(uri, root), imported, library);
    this.#visible.set(root, { version: this.#version, imported, library, visible });
    return visible;
  }

  /** The standard library, parsed at the first call. */
  library(): readonly FileSymbols[] {
    this.#library ??= loadLibrary(this.#shared).map((document) => {
      homes.set(document, this);
      const uri = document.uri.toString();
      const symbols = new FileSymbols(uri, document.parseResult.value);
      this.#files.set(uri, FileEntry.of(symbols, []));
      return symbols;
    });
    return this.#library;
  }

  /** Whether a file may import another one: it may not leave the workspace's folders, as long as it lies in them itself. */
  mayImport(uri: string, target: string): boolean {
    return !this.roots.some((root) => isInside(root, uri)) || this.roots.some((root) => isInside(root, target));
  }

  /** What a file declares; undefined when it is not loaded. A tree that was let go is made again. */
  symbols(uri: string): FileSymbols | undefined {
    const entry = this.#files.get(uri);
    if (entry === undefined || entry.symbols !== undefined) return entry?.symbols;
    // Reading the tree puts the symbols back.
    void this.loaded(uri)?.parseResult;
    return this.#files.get(uri)?.symbols;
  }

  /** Whether a file is loaded. */
  isLoaded(uri: string): boolean {
    return this.#files.has(uri);
  }

  /** URIs of everything that is loaded, the library included, in the order in which it was. */
  uris(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** The names of a kind that a file declares at its top, without making its tree again. */
  namesIn(uri: string, kind: Kind): readonly string[] {
    return (this.#files.get(uri)?.stub ?? []).flatMap((each) => (each.type === kind ? each.name : []));
  }

  /** URIs of the files that a file imports, be they there or not. */
  importsOf(uri: string): readonly string[] {
    return this.#files.get(uri)?.imports ?? [];
  }

  /** URIs of the files that import a file themselves. */
  directImportersOf(uri: string): ReadonlySet<string> {
    return this.#importers.get(uri) ?? NONE;
  }

  /** What a file offers to the names of others: the same text for versions that offer the same. Undefined: not known. */
  offeredBy(uri: string): string | undefined {
    return this.#files.get(uri)?.offered;
  }

  /** Whether something that a file imports, or the library, declares a name. Seldom true for no reason. */
  mayReach(uri: string, name: string): boolean {
    const reached = [...this.importsOf(uri), ...this.library().map((file) => file.uri)];
    return reached.some((each) => {
      const entry = this.#files.get(each);
      if (entry === undefined) return false;
      return entry.names === undefined || hasHash(entry.names, name);
    });
  }

  /**
   * The tree of a file is let go; what it declares at its top stays known by name.
   *
   * @param isNoted whether what else it declares is to be known as well, for `offeredBy` and `mayReach`
   */
  released(uri: string, isNoted: boolean): void {
    this.#files.get(uri)?.release(isNoted);
  }

  /** The tree of a file is there again. */
  restored(document: LangiumDocument): void {
    const uri = document.uri.toString();
    const entry = this.#files.get(uri);
    if (entry !== undefined) entry.symbols = new FileSymbols(uri, document.parseResult.value as ast.JourneyFile);
  }

  /** Files of the workspace that declare a name at their top, under whichever kind. */
  filesDeclaring(name: string): readonly FileSymbols[] {
    return [...(this.#declaring.get(name) ?? [])].flatMap((uri) => this.symbols(uri) ?? []);
  }

  /** What is known of a file besides its tree, as plain data; undefined when it is not known. */
  outlineOf(uri: string): FileOutline | undefined {
    return this.#files.get(uri)?.outline;
  }

  /** Takes in a file whose tree was never made, by what is known of it. */
  adopt(document: LangiumDocument, outline: FileOutline): void {
    // Whoever reads a tree has it loaded by now, and what is visible must not depend on that.
    this.library();
    homes.set(document, this);
    const uri = document.uri.toString();
    this.#enter(uri, FileEntry.from(outline));
    this.#list(uri, outline.stub);
  }

  override async updateContent(document: LangiumDocument): Promise<void> {
    const root = document.parseResult.value as ast.JourneyFile;
    const uri = document.uri.toString();
    homes.set(document, this);
    // The builder comes by once more for the library's documents, which are read before it builds anything.
    if (this.#files.get(uri)?.symbols?.root === root) return;
    this.#forget(uri);
    const imports = new Set((root.imports ?? []).flatMap(({ path }) => resolveImport(uri, path ?? '') ?? []));
    const symbols = new FileSymbols(uri, root);
    const entry = FileEntry.of(symbols, [...imports]);
    this.#enter(uri, entry);
    if (isLibrary(uri)) this.#library = this.#library?.map((file) => (file.uri === uri ? symbols : file));
    else this.#list(uri, entry.stub);
  }

  #enter(uri: string, entry: FileEntry): void {
    this.#files.set(uri, entry);
    for (const target of entry.imports) addMember(this.#importers, target, uri);
    this.#version++;
  }

  /** Lists what a file declares, for whoever looks for a name in all of them. */
  #list(uri: string, stub: readonly Declared[]): void {
    this.fileNames.add(uri);
    for (const { name } of stub) addMember(this.#declaring, name, uri);
    const names = stub.map(({ type, name }) => `${type} ${name}`).join('\n');
    if (this.#names.get(uri) === names) return;
    this.#names.set(uri, names);
    this.namesVersion++;
  }

  /** Lets go of what was seen of files besides those that are loaded. */
  forgetSeen(): void {
    this.fileNames.clear();
    for (const uri of this.#files.keys()) if (!isLibrary(uri)) this.fileNames.add(uri);
  }

  override removeContent(uri: URI): void {
    this.#forget(uri.toString());
    this.#version++;
  }

  override remove(uri: URI): void {
    super.remove(uri);
    this.fileNames.delete(uri.toString());
    this.#names.delete(uri.toString());
    this.namesVersion++;
  }

  /** References are not indexed: `findAllReferences` finds them where they stand. */
  override async updateReferences(): Promise<void> {}

  override isAffected(document: LangiumDocument, changedUris: Set<string>): boolean {
    return this.importersOf(changedUris).has(document.uri.toString());
  }

  override allElements(nodeType?: string, uris?: Set<string>): Stream<AstNodeDescription> {
    const files = uris === undefined ? [...this.#files.keys()] : [...uris];
    return stream(files).flatMap((uri) =>
      (this.symbols(uri)?.declarations ?? [])
        .filter(({ $type }) => nodeType === undefined || this.astReflection.isSubtype($type, nodeType))
        .map((node) => describe(node)),
    );
  }

  override findAllReferences(targetNode: AstNode): Stream<ReferenceDescription> {
    const home = AstUtils.getDocument(targetNode).uri.toString();
    return stream(this.filesSeeing(home)).flatMap((uri) => {
      const document = this.loaded(uri);
      return (document?.references ?? []).flatMap((reference) => referenceTo(targetNode, reference) ?? []);
    });
  }

  /**
   * URIs of what a file imports, directly or through others, be it there or not: on all this depends what is said about it.
   * Undefined when it must not import some of it.
   */
  importedBy(uri: string): readonly string[] | undefined {
    const reached = new Set([uri]);
    for (const each of reached) {
      for (const target of this.importsOf(each)) {
        if (!this.mayImport(each, target)) return undefined;
        reached.add(target);
      }
    }
    return [...reached].filter((each) => each !== uri && !isLibrary(each));
  }

  /** URIs of the files that import one of the files, directly or through others. */
  importersOf(uris: Iterable<string>): ReadonlySet<string> {
    const found = new Set<string>();
    const next = [...uris];
    for (let uri = next.pop(); uri !== undefined; uri = next.pop()) {
      for (const importer of this.#importers.get(uri) ?? []) {
        if (found.has(importer)) continue;
        found.add(importer);
        next.push(importer);
      }
    }
    return found;
  }

  /** URIs of the files that these files import, directly or through others, and of these files themselves. */
  reachedFrom(uris: Iterable<string>): ReadonlySet<string> {
    const found = new Set(uris);
    for (const uri of found) for (const target of this.#files.get(uri)?.imports ?? []) found.add(target);
    return found;
  }

  /** A document that is loaded, by its URI in the normal form. */
  loaded(uri: string): LangiumDocument | undefined {
    return this.#documents.at(uri);
  }

  /** What is noted of a file whose tree is let go; undefined when its tree must be asked. */
  notes(uri: string): FileNotes | undefined {
    const document = this.loaded(uri);
    return document && notesInstead(document);
  }

  /** A document that is loaded. */
  document(uri: URI): LangiumDocument | undefined {
    return this.#documents.getDocument(uri);
  }

  /** URIs of the files that can name what a file declares: itself, and those that import it. */
  filesSeeing(uri: string): readonly string[] {
    return isLibrary(uri) ? [...this.#files.keys()] : [uri, ...(this.#importers.get(uri) ?? [])];
  }

  #symbols(uri: string, root: ast.JourneyFile): FileSymbols {
    const known = this.#files.get(uri)?.symbols;
    return known?.root === root ? known : new FileSymbols(uri, root);
  }

  #importedBy(uri: string, root: ast.JourneyFile): readonly FileSymbols[] {
    const files = new Set<FileSymbols>();
    for (const { path } of root.imports) {
      const target = resolveImport(uri, path ?? '');
      const symbols = target === undefined || target === uri ? undefined : this.symbols(target);
      if (symbols !== undefined) files.add(symbols);
    }
    return [...files];
  }

  #forget(uri: string): void {
    const entry = this.#files.get(uri);
    if (entry === undefined) return;
    this.#files.delete(uri);
    for (const target of entry.imports) deleteMember(this.#importers, target, uri);
    for (const { name } of entry.stub) deleteMember(this.#declaring, name, uri);
  }
}

const NONE: ReadonlySet<string> = new Set();

interface Seen {
  readonly version: number;
  readonly imported: readonly FileSymbols[];
  readonly library: readonly FileSymbols[];
  readonly visible: VisibleDeclarations;
}

const homes = new WeakMap<LangiumDocument, JourneyIndexManager>();

/** The index that has read a document. Throws when it was never built: then nothing can be said about its names. */
export function indexOf(document: LangiumDocument): JourneyIndexManager {
  const index = homes.get(document);
  if (index === undefined) throw new Error(`The document ${document.uri.toString()} has not been built`);
  return index;
}

function isSame<T>(left: readonly T[], right: readonly T[]): boolean {
  return left.length === right.length && left.every((value, at) => value === right[at]);
}
