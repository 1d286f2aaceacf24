import { isLibrary } from '../library/library.ts';
import { hashesOf, namesDeclaredIn, offeredBy } from '../scope/declared-names.ts';
import type { FileSymbols, Kind } from '../scope/symbols.ts';

/** What others must know of a file to name what it declares, besides its tree: plain data. */
export interface FileOutline {
  /** What it declares at its top, in the order of the text. */
  readonly stub: readonly Declared[];
  /** URIs of the files that it imports, be they there or not. */
  readonly imports: readonly string[];
  /** See `JourneyIndexManager.offeredBy`. */
  readonly offered: string;
  /** Hashes of all names that it declares, parts included. */
  readonly names: readonly number[];
}

/** What is known of a file. All but the declarations at its top is found when it is asked for. */
export class FileEntry {
  /** Undefined while the tree is let go. */
  symbols: FileSymbols | undefined;
  /** What it declares at its top, in the order of the text. */
  readonly stub: readonly Declared[];
  /** URIs of the files that it imports, be they there or not. */
  readonly imports: readonly string[];
  #names: Uint32Array | undefined;
  #offered: string | undefined;
  /** Whether the tree was let go before anybody had asked. When it is made again, the text may be another one. */
  #isUnknown = false;

  private constructor(symbols: FileSymbols | undefined, { stub, imports }: Pick<FileOutline, 'stub' | 'imports'>) {
    this.symbols = symbols;
    this.stub = stub;
    this.imports = imports;
  }

  static of(symbols: FileSymbols, imports: readonly string[]): FileEntry {
    return new FileEntry(symbols, { stub: stubOf(symbols), imports });
  }

  /** Of a file whose tree was never made. */
  static from(outline: FileOutline): FileEntry {
    const entry = new FileEntry(undefined, outline);
    entry.#names = Uint32Array.from(outline.names);
    entry.#offered = outline.offered;
    return entry;
  }

  /** Undefined when not all of it is known. */
  get outline(): FileOutline | undefined {
    const { stub, imports, offered, names } = this;
    return offered === undefined || names === undefined ? undefined : { stub, imports, offered, names: [...names] };
  }

  /** Hashes of all names that it declares, parts included; undefined when they are not known. */
  get names(): Uint32Array | undefined {
    if (this.#names === undefined && !this.#isUnknown) this.#names = this.symbols && hashedNames(this.symbols);
    return this.#names;
  }

  /** See `JourneyIndexManager.offeredBy`. */
  get offered(): string | undefined {
    if (this.#offered === undefined && !this.#isUnknown) this.#offered = this.symbols && offeredBy(this.symbols.root);
    return this.#offered;
  }

  release(isNoted: boolean): void {
    if (isNoted) void [this.names, this.offered];
    else this.#isUnknown = true;
    this.symbols = undefined;
  }
}

/** A declaration without its tree. */
export interface Declared {
  readonly type: Kind;
  readonly name: string;
}

function hashedNames({ uri, root, declarations }: FileSymbols): Uint32Array {
  const names = namesDeclaredIn(root).map(({ name }) => name);
  if (!isLibrary(uri)) return hashesOf(names);
  // A title of the library is as good as an id.
  return hashesOf([
    ...names,
    ...declarations.flatMap(({ label, labelJa, labelEn }) => [label ?? '', labelJa ?? '', labelEn ?? '']),
  ]);
}

function stubOf({ uri, declarations }: FileSymbols): readonly Declared[] {
  const names = declarations.map(({ name }) => name);
  // A part of a text keeps the whole alive, so the names are copied. The library's text stays anyway.
  const copies = isLibrary(uri) ? names : (JSON.parse(JSON.stringify(names)) as string[]);
  return declarations.map(({ $type: type }, index) => ({ type, name: copies[index] ?? '' }));
}
