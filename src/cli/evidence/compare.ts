import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { comparing } from '../../evidence/comparing.ts';
import type { Conformance } from '../../evidence/conformance.ts';
import { codesOf, mapEvents, type MappingFile, noMapping } from '../../evidence/mapping.ts';
import { mappingFileOf, readMappingFile } from '../../evidence/mapping-file.ts';
import { timeLimitOf } from '../../evidence/time-limits.ts';
import { askedLimits } from '../../friction/asked-limits.ts';
import type { JourneyAnalysis } from '../../model/analysis.ts';
import type { Text } from '../../model/text.ts';
import { shownPath } from '../files/discover.ts';
import { readTextFile } from '../files/read.ts';
import type { OpenLog } from './engine.ts';

/** Steps of the work, for people who wait. */
export type Step = 'size' | 'variants' | 'alignment';

/** Who waits. */
interface Watcher {
  /** @param share how much of the step is done, 0…1, where that is known */
  readonly progress: (step: Step, share?: number) => void;
  /** Stops the work, which then fails. */
  readonly signal: AbortSignal;
}

/** Holds a journey against an open log. */
export async function compareWithLog(
  analysis: JourneyAnalysis,
  log: OpenLog,
  file: MappingFile,
  leastGroup: number,
  { progress, signal }: Watcher,
): Promise<Conformance> {
  progress('size');
  const profile = await log.profile();
  const mapping = mapEvents(analysis.journey, await log.activities(), file);
  const { codes, ofEvent } = codesOf(mapping);
  progress('variants');
  const asked = askedLimits(analysis, mapping.observable);
  const tellsPersonas = log.columns.persona !== undefined;
  const limits = asked.map((limit) => timeLimitOf(limit, codes, analysis.model, tellsPersonas));
  const summary = await log.summary(codes, ofEvent, limits);
  progress('alignment');
  const work = comparing(analysis, { profile, mapping, summary, asked }, { leastGroup });
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    progress('alignment', step.value);
    await setImmediate(undefined, { signal });
  }
}

/** The mapping file that is named, or the one beside the journey, or none. */
export function mappingFrom(
  named: string | undefined,
  journeyFile: string | undefined,
  cwd: string,
): { readonly file: MappingFile; readonly path?: string } | { readonly mistake: Text } {
  const beside = journeyFile === undefined ? undefined : mappingFileOf(journeyFile);
  const whole = named === undefined ? beside : resolve(cwd, named);
  if (whole === undefined || whole === journeyFile) return { file: noMapping };
  const path = named ?? shownPath(whole, cwd);
  const read = readTextFile(whole);
  if (!('text' in read)) {
    if (named === undefined && read.absence === 'missing') return { file: noMapping };
    return { mistake: { en: `${path}: ${read.reason.en}`, ja: `${path}: ${read.reason.ja}` } };
  }
  const file = readMappingFile(read.text, path);
  if (!('problems' in file)) return { file, path };
  const [problem] = file.problems;
  if (problem === undefined) return { file: noMapping };
  const { message, help, place } = problem;
  const at = `${path}:${place.range.start.line + 1}:${place.range.start.character + 1}`;
  return { mistake: { en: `${at}: ${message.en} ${help.en}`, ja: `${at}: ${message.ja}${help.ja}` } };
}
