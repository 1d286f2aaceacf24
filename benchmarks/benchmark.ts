/** One thing that is measured. */
export interface Benchmark {
  readonly name: string;
  readonly run: (options: BenchmarkOptions) => Promise<readonly Measurement[]>;
}

interface BenchmarkOptions {
  /** Files in the workspaces; default: what does not take long. */
  readonly sizes: readonly number[] | undefined;
}

/** Milliseconds mean little on another machine; what counts is the ratio to something known, measured in the same run. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  /** Default: milliseconds. */
  readonly unit?: 'MB' | 'count';
  /** What it may be, in terms of what was measured beside it. */
  readonly budget?: number;
}

/** The middle one; robust against the odd run that something else has disturbed. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value that this share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
