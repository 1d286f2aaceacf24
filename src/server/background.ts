/** Something that can wait, done piece by piece. */
export interface BackgroundWork {
  /** Whether anything is left to do. */
  readonly isWaiting: () => boolean;
  /** Whether what comes next takes so little that it need not wait until the author pauses. */
  readonly isLight: () => boolean;
  /** Does a little of it: some milliseconds. */
  readonly step: () => Promise<void>;
}

/** So long after the last keystroke the author has paused, in milliseconds: people type a key every 60 to 200. */
const pause = 100;

/** So long after it, in milliseconds, what it has brought about is mostly done. */
const shortPause = 20;

/** After so long without any progress a piece is done between two keystrokes, in milliseconds. */
const patience = 1000;

/**
 * Does work in small pieces while nobody waits for an answer. Between two pieces everything that has come from the client is
 * heard, so nobody ever waits longer than one piece takes.
 */
export class Background {
  readonly #work: BackgroundWork;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the plans to go on: only the newest counts. */
  #plan = 0;
  /** When the client last changed something, and when a piece was last done, in milliseconds. */
  #changed = Number.NEGATIVE_INFINITY;
  #stepped = performance.now();
  #isStepping = false;

  constructor(work: BackgroundWork) {
    this.#work = work;
  }

  /** The client has changed something: the work gives way for a moment. */
  yield(): void {
    this.#changed = performance.now();
    this.start();
  }

  /** Goes on, as soon as it may. */
  start(): void {
    if (this.#isStepping) return;
    clearTimeout(this.#timer);
    this.#plan += 1;
    if (!this.#work.isWaiting()) return;
    const plan = this.#plan;
    const step = (): void => {
      if (plan === this.#plan) void this.#step();
    };
    const now = performance.now();
    const free = this.#changed + (this.#work.isLight() ? shortPause : pause);
    const wait = now - this.#stepped > patience ? 0 : Math.max(0, free - now);
    if (wait > 0) this.#timer = setTimeout(step, wait);
    else whenAllIsHeard(step);
  }

  async #step(): Promise<void> {
    this.#isStepping = true;
    await this.#work.step();
    this.#isStepping = false;
    this.#stepped = performance.now();
    this.start();
  }
}

/**
 * Does something as soon as all messages that have come by now have been taken. A timer of Node waits for a millisecond at least,
 * which between thousands of pieces adds up to a tenth of the time.
 */
function whenAllIsHeard(action: () => void): void {
  // A worker of a browser has none.
  const { setImmediate: next } = globalThis as { readonly setImmediate?: (action: () => void) => unknown };
  if (next === undefined) setTimeout(action, 0);
  // First they are read, then handled.
  else next(() => next(action));
}
