/**
 * Remembers something for each of many things, as long as they live.
 *
 * It stands on the thing itself, where nobody comes across it: it is not copied, compared, printed or sent along. A `WeakMap`
 * would do the same, but the engine's frequent small collections take all values of a `WeakMap` for used, with everything that
 * they refer to: trees and models of files that were done with long ago lived on until the next large collection.
 */
export class Kept<K extends object, V> {
  readonly #name = Symbol('kept');

  get(of: K): V | undefined {
    return (of as Holder<V>)[this.#name];
  }

  set(of: K, value: V): void {
    Object.defineProperty(of, this.#name, { value, configurable: true });
  }
}

type Holder<V> = Readonly<Record<symbol, V | undefined>>;
