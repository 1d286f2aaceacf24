import type { JourneyAnalysis } from '../model/analysis.ts';
import type { ComparedLog, Conformance } from './conformance.ts';
import { resultsOf } from './results.ts';
import { tallying } from './tally.ts';

interface ConformanceOptions {
  /** Groups of fewer cases are suppressed. 1 shows everything. */
  readonly leastGroup: number;
}

/** Holds a journey against a log. */
export function conformanceOf(analysis: JourneyAnalysis, log: ComparedLog, options: ConformanceOptions): Conformance {
  const work = comparing(analysis, log, options);
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

/** The same in pieces, for those who want to stop it: tells after each how much is done, 0…1. */
export function* comparing(
  analysis: JourneyAnalysis,
  log: ComparedLog,
  { leastGroup }: ConformanceOptions,
): Generator<number, Conformance> {
  return resultsOf(analysis, log, yield* tallying(analysis, log), leastGroup);
}
