/**
 * Who checks which portion: each thread takes the next one that nobody has taken. Shared memory, so that nobody has to be asked,
 * for the main thread checks too and answers only between two portions.
 */
export class Turns {
  readonly shared: SharedArrayBuffer;
  readonly #numbers: Int32Array;

  constructor(shared: SharedArrayBuffer) {
    this.shared = shared;
    this.#numbers = new Int32Array(shared);
  }

  static of(count: number): Turns {
    const turns = new Turns(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
    turns.#numbers[COUNT] = count;
    turns.#numbers[ALLOWED] = lead;
    return turns;
  }

  /** The number of a portion that is now the caller's; undefined when all are taken. */
  take(): number | undefined {
    const number = Atomics.add(this.#numbers, NEXT, 1);
    return number < Atomics.load(this.#numbers, COUNT) ? number : undefined;
  }

  /** Says that everything before a portion is done with, so that the threads may go on from there. */
  done(before: number): void {
    this.#allow(before + lead);
  }

  /** Says that nobody needs to wait any more. */
  hurry(): void {
    this.#allow(Number.MAX_SAFE_INTEGER);
  }

  /** Waits, for a thread that is far ahead: what it has done would only fill the memory. */
  waitFor(number: number): void {
    for (;;) {
      const allowed = Atomics.load(this.#numbers, ALLOWED);
      if (number < allowed) return;
      Atomics.wait(this.#numbers, ALLOWED, allowed);
    }
  }

  /** Only the main thread allows, and never takes back. */
  #allow(before: number): void {
    if (before <= Atomics.load(this.#numbers, ALLOWED)) return;
    Atomics.store(this.#numbers, ALLOWED, Math.min(before, 0x7f_ff_ff_ff));
    Atomics.notify(this.#numbers, ALLOWED);
  }
}

/** Places in the shared memory. */
const NEXT = 0;
const COUNT = 1;
const ALLOWED = 2;

/** How many portions somebody may be ahead of what is done with. */
const lead = 40;
