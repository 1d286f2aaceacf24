import type { Found } from '../linking/reference.ts';
import type { DeclarationOf, FileSymbols, Kind, TopLevel } from './symbols.ts';

/** Where a visible declaration comes from. */
export type Origin = 'own' | 'imported' | 'library';

/** What a name means in a file. */
export interface VisibleName<T extends TopLevel = TopLevel> extends Found<T> {
  /** The declaration; where several files that are imported declare the name, that of the first import. */
  readonly node: T;
  readonly origin: Origin;
  /** The declarations of the same name in further imported files: the name is ambiguous when there are any. */
  readonly rivals: readonly T[];
}

/** One file that another one sees. */
export interface VisibleFile {
  readonly origin: Origin;
  readonly symbols: FileSymbols;
}

/**
 * What one file can name: what it declares itself, then what the files declare that it imports, then the standard
 * library. Of declarations with the same kind and id, the earlier in this order hides the later. An imported file's own
 * imports are not seen through it: whoever reads a file finds in it, or in the files that it names, all that it speaks of.
 */
export class VisibleDeclarations {
  /** Own file, imported files in the order of the imports without repeats, files of the library. */
  readonly files: readonly VisibleFile[];
  readonly #found = new Map<Kind, Map<string, VisibleName | undefined>>();
  readonly #all = new Map<Kind, ReadonlyMap<string, VisibleName>>();

  constructor(own: FileSymbols, imported: readonly FileSymbols[], library: readonly FileSymbols[]) {
    this.files = [
      { origin: 'own', symbols: own },
      ...imported.map((symbols) => ({ origin: 'imported' as const, symbols })),
      ...library.filter(({ uri }) => uri !== own.uri).map((symbols) => ({ origin: 'library' as const, symbols })),
    ];
  }

  /** What a name means among the declarations of a kind. */
  find<K extends Kind>(kind: K, name: string): VisibleName<DeclarationOf<K>> | undefined {
    let names = this.#found.get(kind);
    if (names === undefined) this.#found.set(kind, (names = new Map()));
    if (!names.has(name)) names.set(name, this.#look(kind, name));
    return names.get(name) as VisibleName<DeclarationOf<K>> | undefined;
  }

  /**
   * What a title means among the declarations of the library: `asks 氏名` is as good as `asks name`, so that nobody has to know
   * the library's ids. A title that two of them have means neither.
   */
  findTitle<K extends Kind>(kind: K, title: string): VisibleName<DeclarationOf<K>> | undefined {
    const nodes = this.files.flatMap(({ origin, symbols }) =>
      origin === 'library' ? symbols.titled(kind, title) : [],
    );
    const [node, other] = nodes;
    return node === undefined || other !== undefined ? undefined : { node, origin: 'library', rivals: [] };
  }

  /** All names of a kind, own declarations first, each with what it means. */
  all<K extends Kind>(kind: K): ReadonlyMap<string, VisibleName<DeclarationOf<K>>> {
    let all = this.#all.get(kind);
    if (all === undefined) this.#all.set(kind, (all = this.#collect(kind)));
    return all as ReadonlyMap<string, VisibleName<DeclarationOf<K>>>;
  }

  #look(kind: Kind, name: string): VisibleName | undefined {
    let origin: Origin | undefined;
    const nodes: TopLevel[] = [];
    for (const file of this.files) {
      // Only imported files rival each other; what comes from further away is hidden.
      if (origin !== undefined && (origin !== 'imported' || file.origin !== 'imported')) break;
      const node = file.symbols.get(kind).get(name)?.[0];
      if (node === undefined) continue;
      origin = file.origin;
      nodes.push(node);
    }
    const [node, ...rivals] = nodes;
    return node === undefined || origin === undefined ? undefined : { node, origin, rivals };
  }

  #collect(kind: Kind): ReadonlyMap<string, VisibleName> {
    const all = new Map<string, VisibleName>();
    for (const { symbols } of this.files) {
      for (const name of symbols.get(kind).keys()) {
        const found = all.has(name) ? undefined : this.find(kind, name);
        if (found !== undefined) all.set(name, found);
      }
    }
    return all;
  }
}
