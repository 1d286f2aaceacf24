import { type Element, ORDERED_KINDS } from './element.ts';
import { type Matches, type MatchOptions, matchElements } from './match.ts';
import { ORDERED_FIELDS } from './read-values.ts';
import { canonOf, type Value } from './value.ts';

/** One thing that is different. `before` belongs to the earlier version, `after` to the later one. */
export type Change =
  /** `behind`: handle of the sibling that it follows; missing when it is the first. Parts have a change of their own. */
  | { readonly kind: 'added'; readonly after: Element; readonly behind?: string }
  | { readonly kind: 'removed'; readonly before: Element }
  /** It stands elsewhere: in another stage or file, or at another place in the order. */
  | { readonly kind: 'moved'; readonly before: Element; readonly after: Element; readonly behind?: string }
  /** Another id or title. */
  | { readonly kind: 'renamed'; readonly before: Element; readonly after: Element }
  | StatementChange;

/** What one sort of statement says is different. */
export interface StatementChange {
  readonly kind: 'changed';
  readonly before: Element;
  readonly after: Element;
  /** The name of the property in the model. */
  readonly field: string;
  readonly removed: readonly Value[];
  readonly added: readonly Value[];
  /** The same things in another order; `removed` and `added` are empty then. */
  readonly reordered?: true;
}

/** What is different between two versions of a set of journeys. Empty when they mean the same. */
export interface Difference {
  /** In the order of the later version; what is gone stands where it was. */
  readonly changes: readonly Change[];
  readonly matches: Matches;
}

/** Compares what two versions say. Layout, comments and spelling of numbers make no difference. */
export function differenceOf(
  before: readonly Element[],
  after: readonly Element[],
  options?: MatchOptions,
): Difference {
  const matches = matchElements(before, after, options);
  const comparison = new Comparison(matches);
  comparison.siblings(before, after);
  return { changes: comparison.changes, matches };
}

class Comparison {
  readonly changes: Change[] = [];
  readonly #matches: Matches;

  constructor(matches: Matches) {
    this.#matches = matches;
  }

  /** Walks over what stands side by side in both versions, in the order of the later one. */
  siblings(before: readonly Element[], after: readonly Element[]): void {
    const gone = new Map<Element | undefined, Element[]>();
    let last: Element | undefined;
    for (const element of before) {
      const other = this.#matches.toAfter.get(element.handle);
      if (other === undefined) gone.set(last, [...(gone.get(last) ?? []), element]);
      else last = other;
    }
    const removeBehind = (element: Element | undefined): void => {
      for (const each of gone.get(element) ?? []) this.#removed(each);
      gone.delete(element);
    };
    const stay = this.#staying(before, after);
    removeBehind(undefined);
    for (const [index, element] of after.entries()) {
      const behind = after[index - 1]?.handle;
      this.#element(element, stay.has(element.handle), behind);
      removeBehind(element);
    }
    // What stood behind something that has moved away.
    for (const rest of gone.values()) for (const each of rest) this.#removed(each);
  }

  #removed(before: Element): void {
    this.changes.push({ kind: 'removed', before });
    for (const child of before.children) {
      if (!this.#matches.toAfter.has(child.handle)) this.#removed(child);
    }
  }

  #element(after: Element, stays: boolean, behind: string | undefined): void {
    const place = behind !== undefined && { behind };
    const before = this.#matches.toBefore.get(after.handle);
    if (before === undefined) {
      this.changes.push({ kind: 'added', after, ...place });
      this.siblings([], after.children);
      return;
    }
    if (!stays) this.changes.push({ kind: 'moved', before, after, ...place });
    if (nameOf(before) !== nameOf(after)) this.changes.push({ kind: 'renamed', before, after });
    this.#fields(before, after);
    this.siblings(before.children, after.children);
  }

  #fields(before: Element, after: Element): void {
    const rename = (handle: string): string => this.#matches.toAfter.get(handle)?.handle ?? handle;
    for (const field of new Set([...before.fields.keys(), ...after.fields.keys()])) {
      const old = before.fields.get(field) ?? [];
      const now = after.fields.get(field) ?? [];
      const oldCanon = old.map((value) => canonOf(value, rename));
      const nowCanon = now.map((value) => canonOf(value));
      const removed = without(old, oldCanon, nowCanon);
      const added = without(now, nowCanon, oldCanon);
      if (removed.length > 0 || added.length > 0) {
        this.changes.push({ kind: 'changed', before, after, field, removed, added });
      } else if (ORDERED_FIELDS.has(field) && oldCanon.some((canon, index) => canon !== nowCanon[index])) {
        this.changes.push({ kind: 'changed', before, after, field, removed, added, reordered: true });
      }
    }
  }

  /** Those of the later siblings that need no move: the most that can stay in the order in which they were. */
  #staying(before: readonly Element[], after: readonly Element[]): ReadonlySet<string> {
    const positions = new Map(before.map(({ handle }, index) => [handle, index]));
    const stay = new Set<string>();
    const inOrder: { readonly handle: string; readonly position: number }[] = [];
    for (const { handle, kind } of after) {
      const position = positions.get(this.#matches.toBefore.get(handle)?.handle ?? '');
      if (position === undefined) continue;
      if (ORDERED_KINDS.has(kind)) inOrder.push({ handle, position });
      else stay.add(handle);
    }
    for (const index of longestIncreasing(inOrder.map(({ position }) => position))) {
      const handle = inOrder[index]?.handle;
      if (handle !== undefined) stay.add(handle);
    }
    return stay;
  }
}

function nameOf({ kind, id, label, labelJa, labelEn }: Element): string {
  // What a hand-over is called follows from the two that it joins.
  return JSON.stringify(kind === 'handover' ? [] : [id, label, labelJa, labelEn]);
}

/** The values that the other side does not have, each counted as often as it is there. */
function without(values: readonly Value[], canons: readonly string[], others: readonly string[]): readonly Value[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(other, (counts.get(other) ?? 0) + 1);
  return values.filter((_, index) => {
    const canon = canons[index] ?? '';
    const count = counts.get(canon) ?? 0;
    if (count > 0) counts.set(canon, count - 1);
    return count === 0;
  });
}

/** Indices of a longest increasing subsequence (patience sorting). */
function longestIncreasing(numbers: readonly number[]): readonly number[] {
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, number] of numbers.entries()) {
    let place = ends.findIndex((end) => (numbers[end] ?? 0) >= number);
    if (place === -1) place = ends.length;
    previous[index] = ends[place - 1];
    ends[place] = index;
  }
  const longest: number[] = [];
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) longest.push(index);
  return longest.toReversed();
}
