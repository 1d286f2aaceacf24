/** The pieces of one block in the three versions, by what they are; each version names each piece at most once. */
interface Orders<T> {
  readonly base: readonly T[];
  readonly ours: readonly T[];
  readonly theirs: readonly T[];
}

/**
 * The order of all pieces that are to stay: ours, with those that they added or moved behind the piece that they follow there.
 * Where both added something at one place, ours comes first. Undefined when both moved the same piece to different places.
 */
export function mergedOrder<T>(
  { base, ours, theirs }: Orders<T>,
  stays: (piece: T) => boolean,
): readonly T[] | undefined {
  const [inBase, inOurs, inTheirs] = [new Set(base), new Set(ours), new Set(theirs)];
  const common = (pieces: readonly T[]): readonly T[] =>
    pieces.filter((piece) => inBase.has(piece) && inOurs.has(piece) && inTheirs.has(piece));
  const [was, is, wanted] = [common(base), common(ours), common(theirs)];
  const moved = isSame(is, wanted) ? new Set<T>() : movedIn(was, wanted);
  if (moved.size > 0) for (const piece of movedIn(was, is)) if (moved.has(piece)) return undefined;
  const order = ours.filter((piece) => stays(piece) && !moved.has(piece));
  const there = new Set(order);
  // An index for each step would make a block of n additions cost n² steps; blocks are small.
  let before: T | undefined;
  for (const piece of theirs) {
    if (stays(piece) && !there.has(piece)) {
      let at = before === undefined ? 0 : order.indexOf(before) + 1;
      while (at < order.length && isOnlyOurs(order[at] as T)) at++;
      order.splice(at, 0, piece);
      there.add(piece);
    }
    if (there.has(piece)) before = piece;
  }
  return order;

  function isOnlyOurs(piece: T): boolean {
    return !inBase.has(piece) && !inTheirs.has(piece);
  }
}

function isSame<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((piece, index) => piece === other[index]);
}

/** The fewest pieces that one must have moved: all but a longest row that kept its order. */
function movedIn<T>(was: readonly T[], is: readonly T[]): ReadonlySet<T> {
  const places = new Map(was.map((piece, index) => [piece, index]));
  /** For each length the last piece of the row with the smallest end, and for each piece the one before it in its row. */
  const ends: T[] = [];
  const previous = new Map<T, T | undefined>();
  const place = (piece: T): number => places.get(piece) ?? 0;
  for (const piece of is) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (place(ends[middle] as T) < place(piece)) low = middle + 1;
      else high = middle;
    }
    previous.set(piece, ends[low - 1]);
    ends[low] = piece;
  }
  const moved = new Set(is);
  for (let piece = ends.at(-1); piece !== undefined; piece = previous.get(piece)) moved.delete(piece);
  return moved;
}
