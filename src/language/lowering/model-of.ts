import type { AstNode } from 'langium';
import type { Handover } from '../../model/entities.ts';
import { Kept } from '../../model/kept.ts';
import type { Model } from '../../model/model.ts';
import { hasName, type Kind, type TopLevel } from '../scope/symbols.ts';
import type { VisibleFile } from '../scope/visible.ts';
import { toldApart } from './called.ts';
import { namesIn, nothingHidden, rootOf } from './keys.ts';
import { suppressionsOf } from './suppressions.ts';
import {
  type Basis,
  type Document,
  documentOf,
  type Entity,
  type Lowered,
  lowerHandovers,
  lowerHidden,
  stillHolds,
  type Unit,
  unitOf,
  visibleIn,
} from './unit.ts';

/**
 * What a file means: its own declarations, those that it can see, and those that these refer to. The document must be
 * linked. Computed once for a version of the file and of everything that it rests on: until one of them changes, the same
 * object is returned. Never throws, whatever state the text is in.
 */
export function modelOf(document: Document): Model {
  const root = document.parseResult.value;
  const known = models.get(root);
  if (known !== undefined && stillHolds(known.basis)) return known.model;
  const gathering = new Gathering(document);
  const model = gathering.model();
  models.set(root, { model, basis: gathering.basis });
  return model;
}

const models = new Kept<AstNode, { readonly model: Model; readonly basis: Basis }>();

const nothing: ReadonlyMap<string, never> = new Map<string, never>();

/** Collects the declarations of one model and finds a key for each. */
class Gathering {
  readonly basis = new Map<Document, ReturnType<typeof visibleIn>>();
  readonly #document: Document;
  readonly #units = new Map<Document, Unit>();
  readonly #kinds = new Map<Kind, Map<string, Entity>>();
  readonly #gathered = new Set<TopLevel>();
  /** Declarations that are needed, although another one has their id. */
  readonly #hidden = new Map<TopLevel, string>();
  readonly #needed: TopLevel[] = [];
  readonly #files: readonly VisibleFile[];

  constructor(document: Document) {
    this.#document = document;
    this.#files = visibleIn(document).files;
    for (const file of this.#files) {
      // Most of the standard library is not used in a file: what is, is gathered because it is needed.
      if (file.origin !== 'library') this.#gatherFile(file);
    }
    this.#gatherNeeded();
  }

  model(): Model {
    return {
      uri: this.#document.uri.toString(),
      personas: toldApart(this.#all('Persona')),
      segments: this.#all('Segment'),
      channels: this.#all('Channel'),
      systems: this.#all('System'),
      teams: this.#all('Team'),
      handovers: this.#handovers(),
      data: this.#all('Data'),
      consents: this.#all('Consent'),
      metrics: this.#all('Metric'),
      goals: this.#all('Goal'),
      facts: this.#all('Fact'),
      brands: this.#all('Brand'),
      emotions: this.#all('Emotion'),
      actions: this.#all('Action'),
      experiments: this.#all('Experiment'),
      journeys: this.#all('Journey'),
      suppressions: suppressionsOf(this.#document),
    };
  }

  #gatherFile({ origin, symbols }: VisibleFile): void {
    const unit = this.#unit(documentOf(symbols.root));
    const names = namesIn(symbols.root);
    for (const entity of unit.entities) {
      const { node } = entity;
      // A journey counts while its name is still missing: its touchpoints are there.
      if (!hasName(node) && !(origin === 'own' && node.$type === 'Journey')) continue;
      const key = names.get(node)?.key ?? node.name;
      // A second declaration of a name is a mistake in that file; nobody else sees it.
      if (origin !== 'own' && key !== node.name) continue;
      if (this.#kind(entity.kind).has(key)) continue;
      this.#add(key, entity);
    }
    this.#needed.push(...unit.handovers.targets);
  }

  /** Adds what is referred to, though the file itself cannot name it. */
  #gatherNeeded(): void {
    for (let node = this.#needed.pop(); node !== undefined; node = this.#needed.pop()) {
      if (this.#gathered.has(node)) continue;
      const entity = this.#unit(documentOf(node)).byNode.get(node);
      if (entity === undefined) continue;
      const key = namesIn(rootOf(node)).get(node)?.key ?? node.name;
      if (this.#kind(entity.kind).has(key)) {
        const hidden = `${key}@${documentOf(node).uri.toString()}`;
        this.#hidden.set(node, hidden);
        this.#add(hidden, entity);
      } else {
        this.#add(key, entity);
      }
    }
  }

  #add(key: string, entity: Entity): void {
    this.#kind(entity.kind).set(key, entity);
    this.#gathered.add(entity.node);
    for (const target of entity.targets) if (!this.#gathered.has(target)) this.#needed.push(target);
  }

  #unit(document: Document): Unit {
    let unit = this.#units.get(document);
    if (unit === undefined) {
      unit = unitOf(document);
      this.#units.set(document, unit);
      for (const [file, visible] of unit.basis) this.basis.set(file, visible);
    }
    return unit;
  }

  #kind(kind: Kind): Map<string, Entity> {
    let entities = this.#kinds.get(kind);
    if (entities === undefined) this.#kinds.set(kind, (entities = new Map()));
    return entities;
  }

  #all<K extends Kind>(kind: K): ReadonlyMap<string, Lowered[K]> {
    const entities = this.#kinds.get(kind);
    if (entities === undefined) return nothing;
    const all = new Map<string, Lowered[K]>();
    for (const [key, entity] of entities) {
      const value = this.#speaksOfHidden(entity) ? lowerHidden(entity, this.#hidden) : entity.value;
      if (value !== undefined) all.set(key, value as Lowered[K]);
    }
    return all;
  }

  #handovers(): readonly Handover[] {
    return this.#files.flatMap(({ symbols }) => {
      const document = documentOf(symbols.root);
      const { values, targets } = lowerHandovers(document, nothingHidden);
      return this.#anyHidden(targets) ? lowerHandovers(document, this.#hidden).values : values;
    });
  }

  #speaksOfHidden({ node, targets }: Entity): boolean {
    return this.#hidden.size > 0 && (this.#hidden.has(node) || this.#anyHidden(targets));
  }

  #anyHidden(targets: ReadonlySet<TopLevel>): boolean {
    if (this.#hidden.size === 0) return false;
    for (const target of targets) if (this.#hidden.has(target)) return true;
    return false;
  }
}
