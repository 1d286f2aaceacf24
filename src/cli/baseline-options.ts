import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The name by which a baseline is found in the current folder. */
export const BASELINE_FILE = 'journey.baseline.json';

export interface BaselineOptions {
  readonly baseline?: string;
  readonly 'update-baseline'?: boolean;
}

/** Whether there is a baseline that a report must be compared with, or is to be one. */
export function hasBaseline({ baseline, 'update-baseline': update }: BaselineOptions, cwd: string): boolean {
  return baseline !== undefined || update === true || existsSync(resolve(cwd, BASELINE_FILE));
}
