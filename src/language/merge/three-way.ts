import type { Agreed, Chunk } from './chunk.ts';
import { mergedOrder } from './order.ts';
import { bodyOf, type Piece, type Pieces, sayingOf, substanceOf, withoutLayout } from './piece.ts';

interface Versions<T> {
  /** Missing where both sides are new. */
  readonly base: T | undefined;
  readonly ours: T;
  readonly theirs: T;
}

/** Merges what two sides made of one file. */
export function mergePieces({ base, ours, theirs }: Versions<Pieces> & { readonly base: Pieces }): readonly Chunk[] {
  const part = (name: 'preamble' | 'foot'): Chunk =>
    lines({ base: base[name], ours: ours[name], theirs: theirs[name] });
  return [part('preamble'), ...mergeBlocks(base.pieces, ours.pieces, theirs.pieces), part('foot')];
}

/** Merges the pieces of one block. */
function mergeBlocks(base: readonly Piece[], ours: readonly Piece[], theirs: readonly Piece[]): readonly Chunk[] {
  const known = new Set(base.map(({ key }) => key));
  const theirNews = new Set(theirs.map(({ key }) => key).filter((key) => !known.has(key)));
  const news = new Set(ours.map(({ key }) => key).filter((key) => theirNews.has(key)));
  const sides = { ours: named(ours, base, news), theirs: named(theirs, base, news) };
  const olds = new Map(base.map((piece) => [`old ${piece.key}`, piece]));
  const merged = new Map<string, readonly Chunk[]>();
  for (const name of new Set([...olds.keys(), ...sides.ours.keys(), ...sides.theirs.keys()])) {
    const chunks = mergePiece({
      base: olds.get(name),
      ours: sides.ours.get(name),
      theirs: sides.theirs.get(name),
    });
    if (chunks !== undefined) merged.set(name, chunks);
  }
  const orders = { base: [...olds.keys()], ours: [...sides.ours.keys()], theirs: [...sides.theirs.keys()] };
  const order = mergedOrder(orders, (name) => merged.has(name));
  if (order === undefined) return [{ ours: joined(ours), theirs: joined(theirs) }];
  return order.flatMap((name) => merged.get(name) ?? []);
}

/** The pieces of a side by names that pieces of all versions share when they are the same. `news`: keys that both sides added. */
function named(side: readonly Piece[], base: readonly Piece[], news: ReadonlySet<string>): ReadonlyMap<string, Piece> {
  const known = new Set(base.map(({ key }) => key));
  const present = new Set(side.map(({ key }) => key));
  /** Statements of the base that are gone, by keyword: one that is new here is taken for the first of them, changed. */
  const gone = new Map<string, Piece[]>();
  for (const piece of base) {
    if (piece.kin === undefined || present.has(piece.key)) continue;
    gone.set(piece.kin, [...(gone.get(piece.kin) ?? []), piece]);
  }
  return new Map(
    side.map((piece) => {
      const { key, kin } = piece;
      if (known.has(key)) return [`old ${key}`, piece];
      const former = kin === undefined || news.has(key) ? undefined : gone.get(kin)?.shift();
      return [former === undefined ? `new ${key}` : `old ${former.key}`, piece];
    }),
  );
}

/** Undefined when it is to go. */
function mergePiece({ base, ours, theirs }: Versions<Piece | undefined>): readonly Chunk[] | undefined {
  if (ours === undefined || theirs === undefined) {
    const kept = ours ?? theirs;
    if (kept === undefined) return undefined;
    if (base === undefined) return [joined([kept])];
    const isUntouched = substanceOf(kept) === substanceOf(base);
    return isUntouched ? undefined : [{ ours: joined(ours && [ours]), theirs: joined(theirs && [theirs]) }];
  }
  const versions = { base, ours, theirs };
  const side = sideOf(versions, (piece) => piece.lead + bodyOf(piece), substanceOf);
  if (side !== undefined) return [joined([versions[side]])];
  const lead = lines({ base: base?.lead, ours: ours.lead, theirs: theirs.lead });
  if (canMergeInside(versions)) return [lead, ...mergeInside(versions)];
  return [lead, { ours: joined([{ ...ours, lead: '' }]), theirs: joined([{ ...theirs, lead: '' }]) }];
}

/** Whether what stands in the two blocks can be merged piece by piece. */
function canMergeInside(versions: Versions<Piece>): boolean {
  const { base, ours, theirs } = versions;
  if (ours.solid || theirs.solid) return false;
  if (ours.children !== undefined && theirs.children !== undefined) {
    // Two new things with one id are the same only when all that is said of them before the block is.
    return base !== undefined || ours.words === theirs.words;
  }
  // At most one has a block: it must be new, and the line before it clear.
  const isNew = base !== undefined && !base.solid && base.children === undefined;
  return isNew && headSide(versions) !== undefined && tailSide(versions) !== undefined;
}

function mergeInside(versions: Versions<Piece>): readonly Chunk[] {
  const { base, ours, theirs } = versions;
  const [head, tail] = [headSide(versions), tailSide(versions)];
  const isBlock = ours.children !== undefined || theirs.children !== undefined;
  const opening = (one: Piece, { tail: end }: Piece): Agreed => ({
    text: one.indent + one.head + end,
    saying: isBlock ? [one.words, '{'] : [one.words],
  });
  const part = (name: 'foot' | 'close'): Chunk => lines({ base: base?.[name], ours: ours[name], theirs: theirs[name] });
  return [
    head === undefined || tail === undefined
      ? { ours: opening(ours, ours), theirs: opening(theirs, theirs) }
      : opening(versions[head], versions[tail]),
    ...mergeBlocks(base?.children ?? [], ours.children ?? [], theirs.children ?? []),
    part('foot'),
    part('close'),
    { text: '', saying: isBlock ? ['}'] : [] },
  ];
}

function headSide(versions: Versions<Piece>): Side | undefined {
  return sideOf(
    versions,
    ({ indent, head }) => indent + head,
    ({ words }) => words,
  );
}

function tailSide(versions: Versions<Piece>): Side | undefined {
  return sideOf(
    versions,
    ({ tail }) => tail,
    ({ tail }) => withoutLayout(tail),
  );
}

/** Merges lines that say nothing to the language. */
function lines(versions: Versions<string> | Versions<string | undefined>): Chunk {
  const { base, ours = '', theirs = '' } = versions;
  const side = sideOf({ base, ours, theirs }, (text) => text, withoutLayout);
  if (side === undefined) return { ours: silent(ours), theirs: silent(theirs) };
  return silent(side === 'ours' ? ours : theirs);
}

function silent(text: string): Agreed {
  return { text, saying: [] };
}

type Side = 'ours' | 'theirs';

/**
 * The side that counts where only one changed something, or both the same; undefined where they disagree. The views are
 * asked in turn, the later ones see less: who changed only the layout has not changed the matter.
 */
function sideOf<T>({ base, ours, theirs }: Versions<T>, ...views: readonly ((part: T) => string)[]): Side | undefined {
  for (const view of views) {
    const [was, one, other] = [base === undefined ? undefined : view(base), view(ours), view(theirs)];
    if (one === other || was === other) return 'ours';
    if (was === one) return 'theirs';
  }
  return undefined;
}

function joined(pieces: readonly Piece[] = []): Agreed {
  return { text: pieces.map((piece) => piece.lead + bodyOf(piece)).join(''), saying: pieces.flatMap(sayingOf) };
}
