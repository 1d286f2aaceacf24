import type { Count } from '../model/measured/count.ts';

/**
 * Keeps groups of fewer than `least` cases to themselves. A count that is too small is told as `<5` and never as none; and
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

  /** Counts of something within the parts of a whole, hidden where those parts are. */
  partsLike(counts: readonly number[], sizes: readonly number[]): readonly Count[] {
    const few = sizes.filter((size) => this.isFew(size)).length;
    const bounded = this.#boundedAmong(sizes);
    const whole = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count, index): Count => {
      const size = sizes[index] ?? 0;
      if (this.isFew(size)) return this.alone(count);
      if (index !== bounded) return counts === sizes ? count : this.of(count, size);
      this.#suppressed += 1;
      const others = counts.reduce(
        (sum, other, place) => (place === index || this.isFew(sizes[place] ?? 0) ? sum : sum + other),
        0,
      );
      const bound = whole - others - few * (this.least - 1) - 1;
      return count === 0 ? 0 : `>${Math.max(0, bound)}`;
    });
  }

  /** Place of the part that must be told as a bound because another one is too small. */
  #boundedAmong(sizes: readonly number[]): number | undefined {
    if (!sizes.some((size) => this.isFew(size))) return undefined;
    let smallest: number | undefined;
    for (const [index, size] of sizes.entries()) {
      if (size < this.least || size === 0) continue;
      if (smallest === undefined || size < (sizes[smallest] ?? 0)) smallest = index;
    }
    return smallest;
  }

  get #few(): Count {
    return `<${this.least}`;
  }
}
