/** Where something stands, and what follows from where it stands; comments that speak of a line. */
export const notMeant: ReadonlySet<string> = new Set([
  '$schema',
  'file',
  'place',
  'extent',
  'body',
  'stated',
  'suppressions',
  'views',
  'library',
]);

/**
 * The JSON of a model without places, so that two can be compared that stand in different files, and without the standard
 * library, which every file has.
 */
export function meaningOf(json: unknown): unknown {
  if (Array.isArray(json)) return json.filter((item) => !isLibrary(item)).map(meaningOf);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .filter(([name]) => !notMeant.has(name))
      .map(([name, value]) => [name, meaningOf(value)]),
  );
}

function isLibrary(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'library' in item && item.library === true;
}

/**
 * Where two values differ first, such as `actions[2].solves`. What the later one has besides is no loss: lists that were left
 * out, and what follows from the rest.
 */
export function firstDifference(before: unknown, after: unknown, path: string): string | undefined {
  if (Array.isArray(before)) {
    if (!Array.isArray(after) || after.length < before.length) return path;
    return first(before.map((item, index) => firstDifference(item, after[index], `${path}[${index}]`)));
  }
  if (typeof before !== 'object' || before === null) return before === after ? undefined : path;
  if (typeof after !== 'object' || after === null) return path;
  const later = new Map<string, unknown>(Object.entries(after));
  return first(
    Object.entries(before).map(([name, value]) =>
      firstDifference(value, later.get(name), path === '' ? name : `${path}.${name}`),
    ),
  );
}

function first(paths: readonly (string | undefined)[]): string | undefined {
  return paths.find((path) => path !== undefined);
}
