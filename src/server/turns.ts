/** Does tasks one after the other, in the order in which they come. */
export class Turns {
  readonly #failed: (error: unknown) => void;
  readonly #done: () => void;
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  /**
   * @param failed is told what a task has thrown; the next one has its turn as ever
   * @param done is called after each task
   */
  constructor(failed: (error: unknown) => void, done: () => void) {
    this.#failed = failed;
    this.#done = done;
  }

  /** How many tasks are not done yet, with the one that has its turn. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Done when everything that has come so far is done. Never fails. */
  get done(): Promise<void> {
    return this.#last;
  }

  /** Does a task when those before it are done. Never fails. */
  async take(task: () => Promise<void>): Promise<void> {
    this.#waiting++;
    this.#last = this.#run(this.#last, task);
    return this.#last;
  }

  async #run(before: Promise<void>, task: () => Promise<void>): Promise<void> {
    await before;
    try {
      await task();
    } catch (error) {
      this.#failed(error);
    }
    this.#waiting--;
    this.#done();
  }
}
