import { Kept } from './kept.ts';

/** Computes a value when it is first asked for, and keeps it. */
export function lazy<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}

/** The same for each of many things: their values live as long as they do. */
export function lazyFor<K extends object, T>(compute: (of: K) => T): (of: K) => T {
  const kept = new Kept<K, { readonly value: T }>();
  return (of) => {
    let known = kept.get(of);
    if (known === undefined) kept.set(of, (known = { value: compute(of) }));
    return known.value;
  };
}
