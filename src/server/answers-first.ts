/** After so long it is done even though answers wait, in milliseconds: whoever asks without a pause is still told something. */
const patience = 300;

/** What takes no longer than this is in nobody's way, in milliseconds: editors ask for a list some 10 ms after the key. */
const quick = 8;

/** What takes longer waits so long after the key for a question, in milliseconds; nobody notices that much. */
const longestWait = 15;

/** Does something soon, behind the answers to what is being asked: people wait for those. */
export class AnswersFirst {
  readonly #task: () => void;
  readonly #isBusy: () => boolean;
  #asked = 0;
  /** Since when it is to be done, in milliseconds. */
  #since: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** How long it took last time, and when somebody last typed, in milliseconds. */
  #cost = 1;
  #typed = Number.NEGATIVE_INFINITY;

  /** @param isBusy whether the task must not be done just now; `start` is called when it may be again */
  constructor(task: () => void, isBusy: () => boolean) {
    this.#task = task;
    this.#isBusy = isBusy;
  }

  /** Somebody types, and may be about to ask. */
  typed(): void {
    this.#typed = performance.now();
  }

  /** Waits for something that an answer needs. Whatever is done with it at once comes before the task. */
  async before<T>(wait: () => Promise<T>): Promise<T> {
    this.#asked++;
    try {
      return await wait();
    } finally {
      this.#asked--;
    }
  }

  /** It is to be done, once. It may be done at once. */
  start(): void {
    const now = performance.now();
    this.#since ??= now;
    if (this.#isOverdue) this.#do();
    else
      this.#timer ??= setTimeout(
        () => this.#wake(),
        this.#cost <= quick ? 0 : Math.max(0, this.#typed + longestWait - now),
      );
  }

  #wake(): void {
    this.#timer = undefined;
    if (this.#isBusy()) return;
    if (this.#asked === 0 || this.#isOverdue) this.#do();
    else this.start();
  }

  get #isOverdue(): boolean {
    return this.#since !== undefined && performance.now() - this.#since > patience;
  }

  #do(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#since = undefined;
    const started = performance.now();
    this.#task();
    this.#cost = performance.now() - started;
  }
}
