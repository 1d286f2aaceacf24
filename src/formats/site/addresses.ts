/** Something that gets an address by its name. */
export interface Addressee {
  readonly id: string;
  /** How people know the file that declares it. */
  readonly path: string;
}

export interface Addresses<T> {
  readonly of: ReadonlyMap<T, string>;
  /** Addresses that several things would have by their names, and these. */
  readonly shared: ReadonlyMap<string, readonly T[]>;
}

/**
 * An address for each thing, by its id alone: it stays when things are added, moved or renamed elsewhere. Where several
 * things share an id, each has its file in its address, and the plain address leads to all of them. Addresses differ
 * without regard to upper and lower case, because names of files do.
 *
 * @param hash a short name for a text, for ids that are too long to be the name of a file
 */
export function addressesOf<T extends Addressee>(things: readonly T[], hash: (text: string) => string): Addresses<T> {
  const byName = new Map<string, { readonly name: string; readonly things: T[] }>();
  for (const thing of things) {
    const name = fileName(thing.id, hash);
    const known = byName.get(name.toLowerCase());
    if (known === undefined) byName.set(name.toLowerCase(), { name, things: [thing] });
    else known.things.push(thing);
  }
  const of = new Map<T, string>();
  const shared = new Map<string, readonly T[]>();
  const taken = new Set(byName.keys());
  for (const { name, things: same } of byName.values()) {
    if (same.length > 1) shared.set(name, same);
    for (const thing of same) of.set(thing, same.length === 1 ? name : free(`${name}--${slug(thing.path)}`, taken));
  }
  return { of, shared };
}

/** Two things of one file can have one id while somebody is at work on it. */
function free(name: string, taken: Set<string>): string {
  let result = name;
  for (let number = 2; taken.has(result.toLowerCase()); number += 1) result = `${name}-${number}`;
  taken.add(result.toLowerCase());
  return result;
}

function fileName(id: string, hash: (text: string) => string): string {
  const name = id.normalize('NFC').replace(/[^\p{L}\p{N}\p{M}_]/gu, '-');
  const short = Array.from(name);
  if (short.length > longest) return `${short.slice(0, longest).join('')}-${hash(id)}`;
  return name === '' || reserved.test(name) ? `${name}_` : name;
}

/** In letters: a file's name may have 255 bytes, and a letter takes up to four of them. */
const longest = 40;

/** What Windows calls its devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

function slug(path: string): string {
  return path
    .normalize('NFC')
    .replace(/\.journey$/, '')
    .replace(/[^\p{L}\p{N}\p{M}_]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
