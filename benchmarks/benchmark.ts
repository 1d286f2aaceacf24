/** One thing that is measured. */
export interface Benchmark {
  readonly name: string;
  readonly run: () => Promise<readonly Measurement[]>;
}

/** Milliseconds mean little on another machine; what counts is the ratio to something known, measured in the same run. */
export interface Measurement {
  readonly name: string;
  readonly milliseconds: number;
  /** The milliseconds it may take, in terms of what was measured beside it. */
  readonly budget?: number;
}

/** The middle one; robust against the odd run that something else has disturbed. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
