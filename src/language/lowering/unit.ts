import type { AstNode, LangiumDocument } from 'langium';
import type { Handover } from '../../model/entities.ts';
import { Kept } from '../../model/kept.ts';
import { lazy } from '../../model/lazy.ts';
import type * as ast from '../generated/ast.ts';
import { indexOf } from '../workspace/index-manager.ts';
import type { DeclarationOf, Kind, TopLevel } from '../scope/symbols.ts';
import type { VisibleDeclarations } from '../scope/visible.ts';
import { type Context, type Home, homeContext } from './context.ts';
import { lowerJourney } from './journey.ts';
import { type HiddenKeys, nothingHidden } from './keys.ts';
import { lowerPersona, lowerSegment } from './persona.ts';
import { lowerAction, lowerBrand, lowerEmotion, lowerExperiment, lowerFact, lowerGoal, lowerMetric } from './plans.ts';
import { Reader } from './reader.ts';
import { lowerChannel, lowerConsent, lowerData, lowerHandover, lowerSystem, lowerTeam } from './resources.ts';

/** What the declarations at the top of one file mean, by themselves. Shared by the models of all files that see them. */
export interface Unit {
  /** In the order of the text. */
  readonly entities: readonly Entity[];
  readonly byNode: ReadonlyMap<TopLevel, Entity>;
  /** The handovers at the top of the file, and the teams and data that they speak of. */
  readonly handovers: Handovers;
  /** What it was computed from: as long as these documents still see the same, it is still true. */
  readonly basis: Basis;
}

/** One declaration and what it means. */
export class Entity<K extends Kind = Kind> {
  readonly node: DeclarationOf<K>;
  readonly kind: K;
  readonly #meaning: () => Meaning<K>;

  constructor(node: DeclarationOf<K>, kind: K, meaning: () => Meaning<K>) {
    this.node = node;
    this.kind = kind;
    this.#meaning = meaning;
  }

  /** Undefined when it is too broken to mean anything, such as a fact without a value. Its name still hides others. */
  get value(): Lowered[K] | undefined {
    return this.#meaning().value;
  }

  /** The declarations at the top of files that it refers to, itself or through what it inherits. */
  get targets(): ReadonlySet<TopLevel> {
    return this.#meaning().targets;
  }
}

interface Meaning<K extends Kind> {
  readonly value: Lowered[K] | undefined;
  readonly targets: ReadonlySet<TopLevel>;
}

export interface Handovers {
  readonly values: readonly Handover[];
  readonly targets: ReadonlySet<TopLevel>;
}

/** What each kind of declaration becomes. */
export type Lowered = { readonly [K in Kind]: NonNullable<ReturnType<(typeof lowerers)[K]>> };

export type Document = LangiumDocument<ast.JourneyFile>;
export type Basis = ReadonlyMap<Document, VisibleDeclarations>;

const lowerers = {
  Persona: lowerPersona,
  Segment: lowerSegment,
  Channel: lowerChannel,
  System: lowerSystem,
  Team: lowerTeam,
  Data: lowerData,
  Consent: lowerConsent,
  Metric: lowerMetric,
  Goal: lowerGoal,
  Fact: lowerFact,
  Brand: lowerBrand,
  Emotion: lowerEmotion,
  Action: lowerAction,
  Experiment: lowerExperiment,
  Journey: lowerJourney,
};

const units = new Kept<AstNode, Unit>();

/** What the declarations of a file mean; computed when it is first asked for, or when what the file sees has changed. */
export function unitOf(document: Document): Unit {
  const root = document.parseResult.value;
  const known = units.get(root);
  if (known !== undefined && stillHolds(known.basis)) return known;
  const unit = lowerUnit(document);
  units.set(root, unit);
  return unit;
}

/** Whether the documents still see what they saw. */
export function stillHolds(basis: Basis): boolean {
  for (const [document, visible] of basis) {
    if (visibleIn(document) !== visible) return false;
  }
  return true;
}

/** What a document can name. */
export function visibleIn(document: Document): VisibleDeclarations {
  return indexOf(document).visibleDeclarations(document);
}

/** The same declaration again, for a file in which some ids mean something else. */
export function lowerHidden<K extends Kind>(entity: Entity<K>, hidden: HiddenKeys): Lowered[K] | undefined {
  const document = documentOf(entity.node);
  const context = contextFor(homeContext(document), hidden);
  const handovers = entity.kind === 'Journey' ? visibleHandovers(document, hidden).values : [];
  return lower(context, entity.node, entity.kind, handovers) as Lowered[K] | undefined;
}

/** The handovers at the top of a file. */
export function lowerHandovers(document: Document, hidden: HiddenKeys): Handovers {
  const root = document.parseResult.value;
  if (!hasHandovers(root)) return noHandovers;
  if (hidden.size > 0) return handoversOf(document, hidden);
  // Every file that imports this one asks for them.
  const visible = visibleIn(document);
  const earlier = knownHandovers.get(root);
  if (earlier?.visible === visible) return earlier.handovers;
  const handovers = handoversOf(document, hidden);
  knownHandovers.set(root, { visible, handovers });
  return handovers;
}

function hasHandovers(root: ast.JourneyFile): boolean {
  let has = holdsHandovers.get(root);
  if (has === undefined) {
    has = root.declarations.some(({ $type }) => $type === 'Handover');
    holdsHandovers.set(root, has);
  }
  return has;
}

const holdsHandovers = new Kept<AstNode, boolean>();
const knownHandovers = new Kept<AstNode, { readonly visible: VisibleDeclarations; readonly handovers: Handovers }>();

function handoversOf(document: Document, hidden: HiddenKeys): Handovers {
  const root = document.parseResult.value;
  const context = contextFor(homeContext(document), hidden);
  const values = root.declarations.flatMap((node) => {
    if (node.$type !== 'Handover') return [];
    return lowerHandover(new Reader(context, node)) ?? [];
  });
  return { values, targets: context.targets };
}

const noHandovers: Handovers = { values: [], targets: new Set() };

function lowerUnit(document: Document): Unit {
  const visible = visibleIn(document);
  const home = homeContext(document);
  const seen = new Set<Document>([document]);
  const entities = document.parseResult.value.declarations.flatMap((node): Entity[] => {
    if (node.$type === 'Handover') return [];
    const kind = node.$type;
    const context = contextFor(home, nothingHidden);
    // Most of the library is not used, and it rests on no other file.
    if (home.library)
      return [
        new Entity(
          node,
          kind,
          lazy(() => meaningOf(context, node, kind, [])),
        ),
      ];
    let handovers: readonly Handover[] = [];
    if (node.$type === 'Journey') {
      const found = visibleHandovers(document, nothingHidden);
      handovers = found.values;
      for (const target of found.targets) context.targets.add(target);
      for (const file of found.documents) seen.add(file);
    }
    const meaning = meaningOf(context, node, kind, handovers);
    for (const file of context.documents) seen.add(file);
    return [new Entity(node, kind, () => meaning)];
  });
  return {
    entities,
    byNode: new Map(entities.map((entity) => [entity.node, entity])),
    handovers: lowerHandovers(document, nothingHidden),
    basis: new Map([...seen].map((file) => [file, file === document ? visible : visibleIn(file)])),
  };
}

function meaningOf(context: Context, node: TopLevel, kind: Kind, handovers: readonly Handover[]): Meaning<Kind> {
  return { value: lower(context, node, kind, handovers), targets: context.targets };
}

function lower(
  context: Context,
  node: TopLevel,
  kind: Kind,
  handovers: readonly Handover[],
): Lowered[Kind] | undefined {
  const lowerer = lowerers[kind] as (
    reader: Reader<TopLevel>,
    handovers: readonly Handover[],
  ) => Lowered[Kind] | undefined;
  return lowerer(new Reader(context, node), handovers);
}

function visibleHandovers(
  document: Document,
  hidden: HiddenKeys,
): Handovers & { readonly documents: readonly Document[] } {
  const values: Handover[] = [];
  const targets = new Set<TopLevel>();
  const documents: Document[] = [];
  for (const { symbols } of visibleIn(document).files) {
    const file = documentOf(symbols.root);
    const found = lowerHandovers(file, hidden);
    if (found.values.length === 0) continue;
    documents.push(file);
    values.push(...found.values);
    for (const target of found.targets) targets.add(target);
  }
  return { values, targets, documents };
}

function contextFor(home: Home, hidden: HiddenKeys): Context {
  return { ...home, hidden, targets: new Set(), documents: new Set() };
}

/** The document in which a node stands. */
export function documentOf(node: AstNode): Document {
  let root = node;
  while (root.$container !== undefined) root = root.$container;
  if (root.$document === undefined) throw new Error(`A ${root.$type} is in no document`);
  return root.$document as Document;
}
