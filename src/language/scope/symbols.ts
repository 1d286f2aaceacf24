import type * as ast from '../generated/ast.ts';

/** What can be declared at the top of a file under a name. Handovers have none. */
export type TopLevel = Exclude<ast.Declaration, ast.Handover>;

/** Each kind of declaration is a name space of its own: a persona and a team may share a name. */
export type Kind = TopLevel['$type'];

export const KINDS = [
  'Persona',
  'Segment',
  'Channel',
  'System',
  'Team',
  'Data',
  'Consent',
  'Metric',
  'Goal',
  'Fact',
  'Brand',
  'Emotion',
  'Action',
  'Experiment',
  'Journey',
] as const satisfies readonly Kind[];

/** The declaration of a kind. */
export type DeclarationOf<K extends Kind> = Extract<TopLevel, { readonly $type: K }>;

/** Declarations of one kind by their id, in the order of the text. More than one under an id is a mistake. */
export type Names<T> = ReadonlyMap<string, readonly T[]>;

/** What one version of one file declares at its top. */
export class FileSymbols {
  readonly uri: string;
  readonly root: ast.JourneyFile;
  /** Everything that it declares under some name, in the order of the text. */
  readonly declarations: readonly TopLevel[];
  readonly #kinds = new Map<Kind, Map<string, TopLevel[]>>();
  /** Made for a kind when somebody asks for a title. */
  readonly #titles = new Map<Kind, Names<TopLevel>>();

  constructor(uri: string, root: ast.JourneyFile) {
    this.uri = uri;
    this.root = root;
    this.declarations = root.declarations.filter((node) => node.$type !== 'Handover').filter(hasName);
    for (const declaration of this.declarations) {
      let names = this.#kinds.get(declaration.$type);
      if (names === undefined) this.#kinds.set(declaration.$type, (names = new Map()));
      addTo(names, declaration.name, declaration);
    }
  }

  get<K extends Kind>(kind: K): Names<DeclarationOf<K>> {
    return (this.#kinds.get(kind) ?? none) as Names<DeclarationOf<K>>;
  }

  /** The declarations of a kind that have a title, in whichever language; data are also called by their aliases. */
  titled<K extends Kind>(kind: K, title: string): readonly DeclarationOf<K>[] {
    let titles = this.#titles.get(kind);
    if (titles === undefined) this.#titles.set(kind, (titles = this.#titlesOf(kind)));
    return (titles as Names<DeclarationOf<K>>).get(title) ?? [];
  }

  #titlesOf(kind: Kind): Names<TopLevel> {
    const titles = new Map<string, TopLevel[]>();
    for (const node of this.declarations) {
      if (node.$type !== kind) continue;
      const aliases = node.$type === 'Data' ? node.aliases : [];
      for (const title of new Set([node.label, node.labelJa, node.labelEn, ...aliases])) {
        if (title !== undefined) addTo(titles, title, node);
      }
    }
    return titles;
  }
}

const none: Names<never> = new Map();

/** Whether the author has written a name already: recovery from a mistake can leave it out. */
export function hasName(node: { readonly name?: string }): boolean {
  return node.name !== undefined && node.name !== '';
}

/** Adds one more value under a key. */
export function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
