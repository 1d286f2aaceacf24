import { distance } from 'fastest-levenshtein';
import { type Element, type ElementKind, withParts } from './element.ts';
import { groupBy } from '../model/group-by.ts';
import { canonOf } from './value.ts';

/** Which element of the one version is which of the other, both ways, by their handles. */
export interface Matches {
  readonly toAfter: ReadonlyMap<string, Element>;
  readonly toBefore: ReadonlyMap<string, Element>;
}

export interface MatchOptions {
  /** Files that are known to have been renamed, from the path before to the path after, as git tells it. */
  readonly renamedFiles?: ReadonlyMap<string, string>;
  /** Two elements that are to be held against each other whatever they are called, as an as-is journey and its to-be one. */
  readonly pair?: readonly [before: Element, after: Element];
}

/**
 * Finds out what became of what: by id in the same place, by id anywhere near, and last by likeness, for what got a new id.
 * Likeness is found within one journey or one kind only, and the most alike are taken first.
 */
export function matchElements(
  before: readonly Element[],
  after: readonly Element[],
  { renamedFiles = new Map(), pair }: MatchOptions = {},
): Matches {
  const matcher = new Matcher();
  if (pair !== undefined) {
    matcher.take(...pair);
    matchParts(...pair, matcher);
    return matcher;
  }
  matcher.pair(before, after, ({ id }) => renamedFiles.get(id) ?? id);
  matcher.pairAlike(before, after, sharedParts);
  // Declarations: in the same file first, so that the journeys `Outage` of two files stay apart.
  for (const file of before) {
    const other = matcher.toAfter.get(file.handle);
    if (other !== undefined) matcher.pair(file.children, other.children, kindAndId);
  }
  const [here, there] = [before, after].map((files) => files.flatMap(({ children }) => children)) as [
    Element[],
    Element[],
  ];
  matcher.pair(here, there, kindAndId);
  matcher.pairAlike(here, there, (a, b) => (a.kind === 'handover' ? 0 : likeness(a, b, matcher)));
  for (const declaration of here) {
    const other = matcher.toAfter.get(declaration.handle);
    if (other !== undefined) matchParts(declaration, other, matcher);
  }
  return matcher;
}

function matchParts(before: Element, after: Element, matcher: Matcher): void {
  const [here, there] = [before, after].map((each) => [...withParts(each)].slice(1)) as [Element[], Element[]];
  const parentOf = ({ parent = '' }: Element): string => matcher.toAfter.get(parent)?.handle ?? parent;
  // Outer ones first, so that the inner ones know whether they stay where they are.
  for (const kinds of partLevels) {
    const [mine, theirs] = [here, there].map((all) => all.filter(({ kind }) => kinds.includes(kind))) as [
      Element[],
      Element[],
    ];
    matcher.pair(
      mine,
      theirs,
      (element) => `${parentOf(element)} ${kindAndId(element)}`,
      ({ parent = '', ...element }) => `${parent} ${kindAndId(element)}`,
    );
    matcher.pair(mine, theirs, kindAndId);
  }
  const stages = [here, there].map((all) => all.filter(({ kind }) => kind === 'stage')) as [Element[], Element[]];
  matcher.pairAlike(stages[0], stages[1], (a, b) => Math.max(sharedParts(a, b, matcher), likeness(a, b, matcher)));
  matcher.pairAlike(here, there, (a, b) => likeness(a, b, matcher));
}

const partLevels: readonly (readonly ElementKind[])[] = [
  ['stage', 'need', 'pain', 'variant', 'handover'],
  ['touchpoint'],
  ['question', 'barrier'],
];

function kindAndId({ kind, id }: Pick<Element, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

class Matcher implements Matches {
  readonly toAfter = new Map<string, Element>();
  readonly toBefore = new Map<string, Element>();

  /** Pairs what has the same name on both sides and nowhere a second time. */
  pair(
    before: readonly Element[],
    after: readonly Element[],
    nameBefore: (element: Element) => string,
    nameAfter: (element: Element) => string = nameBefore,
  ): void {
    const mine = groupBy(this.#freeBefore(before), nameBefore);
    const theirs = groupBy(this.#freeAfter(after), nameAfter);
    for (const [name, all] of mine) {
      const others = theirs.get(name) ?? [];
      const [one, second] = all;
      const [other, third] = others;
      if (one !== undefined && other !== undefined && second === undefined && third === undefined)
        this.take(one, other);
    }
  }

  /** Pairs what is left by likeness, 0…1, the most alike first and never below half. */
  pairAlike(
    before: readonly Element[],
    after: readonly Element[],
    likenessOf: (before: Element, after: Element, matches: Matches) => number,
  ): void {
    const theirs = groupBy(this.#freeAfter(after), ({ kind }) => kind);
    const candidates = this.#freeBefore(before).flatMap((one) =>
      (theirs.get(one.kind) ?? []).map((other) => ({ one, other, alike: likenessOf(one, other, this) })),
    );
    const alike = candidates.filter((candidate) => candidate.alike >= leastLikeness);
    // A stable sort: of equals, the first in the text.
    for (const { one, other } of alike.toSorted((a, b) => b.alike - a.alike)) {
      if (!this.toAfter.has(one.handle) && !this.toBefore.has(other.handle)) this.take(one, other);
    }
  }

  take(before: Element, after: Element): void {
    this.toAfter.set(before.handle, after);
    this.toBefore.set(after.handle, before);
  }

  #freeBefore(elements: readonly Element[]): readonly Element[] {
    return elements.filter(({ handle }) => !this.toAfter.has(handle));
  }

  #freeAfter(elements: readonly Element[]): readonly Element[] {
    return elements.filter(({ handle }) => !this.toBefore.has(handle));
  }
}

/** Own choice: with less in common than this, two things are two things. */
const leastLikeness = 0.5;

/** How much of what two elements hold is the same: matched parts among all parts. */
function sharedParts(before: Element, after: Element, matches: Matches): number {
  const names = new Set(after.children.map(kindAndId));
  const handles = new Set(after.children.map(({ handle }) => handle));
  const shared = before.children.filter(
    (child) => names.has(kindAndId(child)) || handles.has(matches.toAfter.get(child.handle)?.handle ?? ''),
  ).length;
  const all = before.children.length + after.children.length - shared;
  return all === 0 ? 0 : shared / all;
}

/** Half the title, half the statements; the title alone where neither says more. */
function likeness(before: Element, after: Element, matches: Matches): number {
  const titles = titleLikeness(before, after);
  const said = factsOf(before, (handle) => matches.toAfter.get(handle)?.handle ?? handle);
  const also = new Set(factsOf(after));
  if (said.length === 0 && also.size === 0) return titles;
  const shared = said.filter((fact) => also.has(fact)).length;
  return (titles + shared / (said.length + also.size - shared)) / 2;
}

function factsOf({ fields }: Element, rename?: (handle: string) => string): readonly string[] {
  return [...fields].flatMap(([name, values]) => values.map((value) => `${name} ${canonOf(value, rename)}`));
}

function titleLikeness(before: Element, after: Element): number {
  const pairs = [
    [before.label, after.label],
    [before.labelJa, after.labelJa],
    [before.labelEn, after.labelEn],
  ].filter((pair): pair is [string, string] => pair[0] !== undefined && pair[1] !== undefined);
  const compared = pairs.length > 0 ? pairs : [[before.id, after.id] as const];
  return Math.max(...compared.map(([one, other]) => textLikeness(one, other)));
}

function textLikeness(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  return longest === 0
    ? 1
    : 1 - distance(one.slice(0, longestTitle), other.slice(0, longestTitle)) / Math.min(longest, longestTitle);
}

/** A longer title is compared by its beginning, so that no text makes the comparison slow. */
const longestTitle = 200;
