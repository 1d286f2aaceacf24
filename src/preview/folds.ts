/** What is folded in a map: stages to one column, and in a narrow map the lanes of a touchpoint. */
export class Folds {
  #stages: ReadonlySet<string>;
  #opened: ReadonlySet<string>;

  constructor(stages: readonly string[], opened: readonly string[] = []) {
    this.#stages = new Set(stages);
    this.#opened = new Set(opened);
  }

  /** Stages that are folded. */
  get stages(): readonly string[] {
    return [...this.#stages];
  }

  /** Touchpoints that are not. */
  get opened(): readonly string[] {
    return [...this.#opened];
  }

  toggleStage(key: string): void {
    this.#stages = toggled(this.#stages, key);
  }

  toggleTouchpoint(key: string): void {
    this.#opened = toggled(this.#opened, key);
  }

  /** Unfolds all stages, or folds all if none is folded. */
  toggleAllStages(all: readonly string[]): void {
    this.#stages = new Set(this.#stages.size > 0 ? [] : all);
  }
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}
