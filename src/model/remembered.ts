/** What was made for the last keys. When there are more than `most`, all are forgotten: to know which is the oldest costs more. */
export class Remembered<T> {
  #known = new Map<string, T>();
  readonly #most: number;

  constructor(most = 1000) {
    this.#most = most;
  }

  /** What was made for a key, or is made now. */
  get(key: string, make: () => T): T {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = make();
    // A new one: a map that is cleared drags along what it held.
    if (this.#known.size >= this.#most) this.#known = new Map();
    this.#known.set(key, made);
    return made;
  }
}
