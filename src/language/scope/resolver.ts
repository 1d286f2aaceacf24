import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import type { Found } from '../linking/reference.ts';
import { allParts, leadsTo, type Part, partsOf, type Site, siteOf, wayTo } from './parts.ts';
import { hasName, type Kind } from './symbols.ts';
import type { Origin, VisibleDeclarations } from './visible.ts';

/** What a name can stand for in some place, in the grammar's terms: a kind of declaration, a part, or one of several. */
export type Sought = Kind | Part['$type'] | 'Solvable' | 'Answerable' | 'Addressable' | 'Felt' | 'Variant';

/** What the name means in the place where it stands; undefined when nothing visible has this name and kind. */
export function resolve(visible: VisibleDeclarations, place: AstNode, sought: Sought, name: string): Found | undefined {
  switch (sought) {
    case 'Felt':
      return (
        visible.find('Emotion', name) ??
        (hasPersona(place) ? undefined : visible.find('Persona', name)) ??
        visible.findTitle('Emotion', name)
      );
    case 'Variant':
      return first(variantsOf(place).filter((variant) => variant.name === name));
    default: {
      const kinds = PART_KINDS[sought];
      return kinds === undefined
        ? (visible.find(sought as Kind, name) ?? visible.findTitle(sought as Kind, name))
        : resolvePart(visible, siteOf(place), kinds, name);
    }
  }
}

/** Every name that is good in a place, each with what it means, the nearest first. For completion and suggestions. */
export function* names(visible: VisibleDeclarations, place: AstNode, sought: Sought): Iterable<NamedTarget> {
  switch (sought) {
    case 'Felt':
      yield* names(visible, place, 'Emotion');
      if (!hasPersona(place)) yield* names(visible, place, 'Persona');
      break;
    case 'Variant':
      for (const node of variantsOf(place)) yield { name: node.name, node };
      break;
    default: {
      const kinds = PART_KINDS[sought];
      if (kinds === undefined) {
        for (const [name, { node }] of visible.all(sought as Kind)) yield { name, node };
      } else {
        yield* partNames(visible, siteOf(place), kinds);
      }
    }
  }
}

/** A name as it can be written in some place, and what it means there. */
export interface NamedTarget {
  readonly name: string;
  readonly node: ast.Named;
}

/**
 * The shortest way to write a part's name in a place such that it means this part and no other; undefined when there is
 * none, because something nearer is in the way.
 */
export function writtenName(visible: VisibleDeclarations, place: AstNode, part: Part): string | undefined {
  return shortestName(visible, siteOf(place), [part.$type], part);
}

/** The kinds of parts that a name can stand for. Of two with one id in the same block, the earlier kind is meant. */
const PART_KINDS: Readonly<Partial<Record<Sought, readonly Part['$type'][]>>> = {
  Touchpoint: ['Touchpoint'],
  Barrier: ['Barrier'],
  Question: ['Question'],
  Need: ['Need'],
  Pain: ['Pain'],
  Solvable: ['Barrier', 'Question', 'Pain', 'Need'],
  Answerable: ['Question'],
  Addressable: ['Need', 'Pain'],
};

function resolvePart(
  visible: VisibleDeclarations,
  site: Site,
  kinds: readonly Part['$type'][],
  name: string,
): Found | undefined {
  const dot = name.lastIndexOf('.');
  const id = name.substring(dot + 1);
  const qualifiers = dot < 0 ? [] : name.substring(0, dot).split('.');
  const fits = (part: Part): boolean => kinds.includes(part.$type) && leadsTo(qualifiers, part);
  if (site.journey !== undefined) {
    const parts = partsOf(site.journey).get(id)?.filter(fits) ?? [];
    if (parts.length > 0) return ofFirstKind(kinds, nearest(site, parts));
  }
  for (const owners of circles(visible, site, kinds, qualifiers[0])) {
    const parts = owners.flatMap((owner) => partsOf(owner).get(id) ?? []).filter(fits);
    if (parts.length > 0) return ofFirstKind(kinds, parts);
  }
  return undefined;
}

function* partNames(visible: VisibleDeclarations, site: Site, kinds: readonly Part['$type'][]): Iterable<NamedTarget> {
  const seen = new Set<Part>();
  const own = site.journey === undefined ? [] : allParts(site.journey);
  const near = own.toSorted((left, right) => remoteness(site, left) - remoteness(site, right));
  for (const parts of [
    near,
    ...[...circles(visible, site, kinds, undefined)].map((owners) => owners.flatMap(allParts)),
  ]) {
    for (const node of parts) {
      if (seen.has(node) || !kinds.includes(node.$type)) continue;
      seen.add(node);
      const name = shortestName(visible, site, kinds, node);
      if (name !== undefined) yield { name, node };
    }
  }
}

function nearest(site: Site, parts: readonly Part[]): readonly Part[] {
  if (parts.length === 1) return parts;
  const least = Math.min(...parts.map((part) => remoteness(site, part)));
  return parts.filter((part) => remoteness(site, part) === least);
}

/** How far a part of the same journey is away: in the touchpoint, its stage, a touchpoint of the stage, the journey, or elsewhere. */
function remoteness({ touchpoint, stage, journey }: Site, { $container: block }: Part): number {
  if (block === touchpoint) return 0;
  if (block === stage) return 1;
  if (stage !== undefined && block.$container === stage) return 2;
  return block === journey ? 3 : 4;
}

function shortestName(
  visible: VisibleDeclarations,
  site: Site,
  kinds: readonly Part['$type'][],
  part: Part,
): string | undefined {
  const way = wayTo(part);
  const outermost = way.slice(0, 1);
  // A journey's id says less than that of the block next to the part, so it comes after.
  const qualifiers = [[], way.slice(-1), way.slice(-2), outermost, way];
  return qualifiers
    .map((steps) => [...steps, part.name].join('.'))
    .find((name) => {
      const found = resolvePart(visible, site, kinds, name);
      return found?.node === part && found.rivals.length === 0;
    });
}

/**
 * Whose parts are looked through, one group after the other, when the journey around the place does not have the name: the
 * journey that it improves, the personas it speaks of, all personas; another journey only when the name begins with its
 * id. Outside of journeys: everything in the file, then everything that it imports.
 */
function* circles(
  visible: VisibleDeclarations,
  { journey, stage, touchpoint }: Site,
  kinds: readonly Part['$type'][],
  qualifier: string | undefined,
): Iterable<readonly (ast.Journey | ast.Persona)[]> {
  if (journey === undefined) {
    for (const origin of ['own', 'imported'] as const) {
      yield [...declared(visible, 'Journey', origin), ...declared(visible, 'Persona', origin)];
    }
    return;
  }
  if (!kinds.includes('Touchpoint')) {
    // Barriers that a to-be journey takes away stand in the as-is journey.
    yield improved(visible, journey);
    if (touchpoint !== undefined) yield personas(visible, touchpoint.personas);
    if (stage !== undefined) yield personas(visible, stage.personas);
    yield personas(visible, [...journey.personas, ...journey.targets]);
    yield [...declared(visible, 'Persona', 'own')];
    yield [...declared(visible, 'Persona', 'imported')];
  }
  const other = qualifier === undefined ? undefined : visible.find('Journey', qualifier);
  if (other !== undefined) yield [other.node, ...other.rivals];
}

function* declared<K extends 'Journey' | 'Persona'>(
  visible: VisibleDeclarations,
  kind: K,
  from: Origin,
): Iterable<Extract<ast.Journey | ast.Persona, { $type: K }>> {
  for (const { origin, symbols } of visible.files) {
    if (origin !== from) continue;
    // Of two with one id in one file only the first is meant; that they are two is reported at the second.
    for (const [node] of symbols.get(kind).values()) if (node !== undefined) yield node;
  }
}

function improved(visible: VisibleDeclarations, journey: ast.Journey): readonly ast.Journey[] {
  return journey.improves.flatMap(({ $refText }) => visible.find('Journey', $refText)?.node ?? []);
}

function personas(
  visible: VisibleDeclarations,
  references: readonly { readonly $refText: string }[],
): readonly ast.Persona[] {
  return references.flatMap(({ $refText }) => visible.find('Persona', $refText)?.node ?? []);
}

function ofFirstKind(kinds: readonly Part['$type'][], parts: readonly Part[]): Found | undefined {
  if (parts.length === 1) return first(parts);
  const kind = kinds.find((candidate) => parts.some(({ $type }) => $type === candidate));
  return first(parts.filter(({ $type }) => $type === kind));
}

/** Several with the very same way to them are one name declared twice, which is reported there and not here. */
function first<T extends ast.Named>(nodes: readonly T[]): Found<T> | undefined {
  const [node, ...others] = nodes;
  if (node === undefined) return undefined;
  if (others.length === 0) return { node, rivals: NONE };
  const rivals: T[] = [];
  for (const other of others) {
    if (![node, ...rivals].some((known) => isSameName(known, other))) rivals.push(other);
  }
  return { node, rivals };
}

const NONE: readonly never[] = [];

function isSameName(left: AstNode | undefined, right: AstNode | undefined): boolean {
  if (left === right) return true;
  if (left?.$container === undefined || right?.$container === undefined) return false;
  return (left as ast.Named).name === (right as ast.Named).name && isSameName(left.$container, right.$container);
}

function variantsOf(place: AstNode): readonly ast.Variant[] {
  return siteOf(place).experiment?.variants.filter(hasName) ?? [];
}

/** `feels Ken anxious`: the persona is named already, so the other word can only be an emotion. */
function hasPersona(place: AstNode): boolean {
  return place.$type === 'Feeling' && (place as ast.Feeling).persona !== undefined;
}
