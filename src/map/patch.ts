/**
 * What is different between two values of plain data, so that whoever has the first can be sent the second in few words.
 * Plain data itself.
 */
export type Patch =
  /** Another value. */
  | { readonly set: unknown }
  /** A record, or a list of the same length, of which these parts are others; `without` names what is gone. */
  | { readonly parts: Readonly<Record<string, Patch>>; readonly without?: readonly string[] }
  /** A list in which, from this place on, so many items have given way to others. */
  | { readonly from: number; readonly gone: number; readonly items: readonly unknown[] };

/** Undefined when both are the same. Places in a text are never cut in two: their numbers mean nothing alone. */
export function patchBetween(before: unknown, after: unknown): Patch | undefined {
  if (Object.is(before, after)) return undefined;
  if (!isRecord(before) || !isRecord(after) || Array.isArray(before) !== Array.isArray(after)) return { set: after };
  if (Array.isArray(before) && Array.isArray(after) && before.length !== after.length)
    return itemsBetween(before, after);
  const patch = partsBetween(before, after);
  return patch !== undefined && isPlace(after) ? { set: after } : patch;
}

/** The later value. What is the same in both stays the very object that it was. */
export function patched(before: unknown, patch: Patch): unknown {
  if ('set' in patch) return patch.set;
  if ('items' in patch)
    return Array.isArray(before) ? before.toSpliced(patch.from, patch.gone, ...patch.items) : before;
  if (!isRecord(before)) return before;
  const { parts, without = [] } = patch;
  const part = (name: string): unknown => {
    const change = Object.hasOwn(parts, name) ? parts[name] : undefined;
    return change === undefined
      ? before[name]
      : patched(Object.hasOwn(before, name) ? before[name] : undefined, change);
  };
  if (Array.isArray(before)) return before.map((_, index) => part(String(index)));
  const names = new Set([...Object.keys(before), ...Object.keys(parts)]);
  for (const name of without) names.delete(name);
  return Object.fromEntries([...names].map((name) => [name, part(name)]));
}

function partsBetween(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Patch | undefined {
  let parts: Record<string, Patch> | undefined;
  const names = Object.keys(after);
  let known = 0;
  for (const name of names) {
    const isKnown = Object.hasOwn(before, name);
    if (isKnown) known++;
    const change = isKnown ? patchBetween(before[name], after[name]) : { set: after[name] };
    if (change !== undefined) (parts ??= {})[name] = change;
  }
  const namesBefore = Object.keys(before);
  // Nothing is made for the many records in which nothing has changed.
  const without = namesBefore.length === known ? undefined : namesBefore.filter((name) => !Object.hasOwn(after, name));
  if (parts === undefined && without === undefined) return undefined;
  return { parts: parts ?? {}, ...(without === undefined ? {} : { without }) };
}

function itemsBetween(before: readonly unknown[], after: readonly unknown[]): Patch {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && patchBetween(before[from], after[from]) === undefined) from++;
  let same = 0;
  while (same < shorter - from && patchBetween(before.at(-1 - same), after.at(-1 - same)) === undefined) same++;
  return { from, gone: before.length - from - same, items: after.slice(from, after.length - same) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isPlace(value: Readonly<Record<string, unknown>>): boolean {
  return 'range' in value || 'character' in value;
}
