import type { Count } from '../model/measured/count.ts';

/**
 * Keeps groups of fewer than `least` cases to themselves. A count that is too small is told as `<5`; and
 * where it could be had by taking a count from a whole that is told, that count is told as a bound, too (complementary
 * suppression; Hundepool et al.: Statistical Disclosure Control, 2012, chapter 4).
 */
export class Privacy {
  readonly least: number;
  #suppressed = 0;

  constructor(least: number) {
    this.least = least;
  }

  /** How many counts were not told exactly. */
  get suppressed(): number {
    return this.#suppressed;
  }

  isFew(count: number): boolean {
    return count > 0 && count < this.least;
  }

  /** A count that is part of nothing that is told. */
  alone(count: number): Count {
    if (!this.isFew(count)) return count;
    this.#suppressed += 1;
    return this.#few;
  }

  /** Those of a whole for whom something holds: neither they nor the others may be few. */
  of(count: number, whole: number): Count {
    if (this.isFew(count)) return this.alone(count);
    if (!this.isFew(whole - count)) return count;
    this.#suppressed += 1;
    return `>${whole - this.least}`;
  }

  /** How often something happened to so many cases: the difference must not tell of a few who had it twice. */
  times(times: number, cases: Count): Count {
    if (typeof cases === 'string') return cases.startsWith('<') ? '>0' : cases;
    return this.isFew(times - cases) ? `>${cases}` : times;
  }

  /**
   * The parts of a whole, each case in one of them. Where one is too small, the smallest of the others is told as a bound, so
   * that no difference gives it away. The bound follows from what is told and adds nothing.
   */
  parts(counts: readonly number[]): readonly Count[] {
    return this.partsLike(counts, counts);
  }

  /**
   * Counts of something within the parts of a whole, where the counts have a sum that is told, too. A count is hidden where its
   * part is small, where few of the part are counted, and where all but a few are.
   */
  partsLike(counts: readonly number[], sizes: readonly number[]): readonly Count[] {
    const cells = counts.map((count, index): Cell => {
      const size = sizes[index] ?? 0;
      const isFewOrMost = this.isFew(count) || this.isFew(size - count);
      return { count, size, isHidden: this.isFew(size) || isFewOrMost };
    });
    const hidden = cells.filter(({ isHidden }) => isHidden);
    const bounded = hidden.length === 0 ? undefined : boundedAmong(cells);
    const rest = cells.reduce((sum, each) => (each.isHidden ? sum + each.count : sum), bounded?.count ?? 0);
    const most = hidden.reduce((sum, each) => sum + this.#most(each), 0);
    return cells.map((cell): Count => {
      const { count, size, isHidden } = cell;
      if (isHidden) return this.isFew(size) ? this.alone(count) : this.of(count, size);
      if (cell !== bounded) return count;
      this.#suppressed += 1;
      return count === 0 ? this.#few : `>${Math.max(0, rest - most - 1)}`;
    });
  }

  /** What readers know that a hidden count does not exceed. */
  #most({ count, size }: Cell): number {
    return this.isFew(size) || this.isFew(count) ? this.least - 1 : size - 1;
  }

  get #few(): Count {
    return `<${this.least}`;
  }
}

/** A count, and the number of cases that it could be. */
interface Cell {
  readonly count: number;
  readonly size: number;
  readonly isHidden: boolean;
}

/** What must be told as a bound because others are hidden: the smallest, but for none at all the largest part. */
function boundedAmong(cells: readonly Cell[]): Cell | undefined {
  const open = cells.filter(({ isHidden, size }) => !isHidden && size > 0);
  const [smallest] = open.filter(({ count }) => count > 0).toSorted((a, b) => a.count - b.count);
  return smallest ?? open.toSorted((a, b) => b.size - a.size)[0];
}
