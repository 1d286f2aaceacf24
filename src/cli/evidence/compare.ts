import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Conformance, conformanceOf } from '../../evidence/conformance.ts';
import { codesOf, type Mapping, mapEvents, type MappingFile, noMapping } from '../../evidence/mapping.ts';
import { readMappingFile } from '../../evidence/mapping-file.ts';
import { writtenTime } from '../../evidence/written-time.ts';
import type { JourneyAnalysis } from '../../model/analysis.ts';
import type { Journey } from '../../model/journey.ts';
import type { Text } from '../../model/text.ts';
import { errorText } from '../files/problem.ts';
import type { OpenLog } from './engine.ts';

/** Steps of the work, for people who wait. */
export type Step = 'size' | 'variants' | 'alignment';

/** Holds a journey against an open log. */
export async function compareWithLog(
  analysis: JourneyAnalysis,
  log: OpenLog,
  file: MappingFile,
  leastGroup: number,
  progress: (step: Step) => void,
): Promise<Conformance> {
  progress('size');
  const profile = await log.profile();
  const mapping = mapEvents(analysis.journey, await log.activities(), file);
  const { codes, ofEvent } = codesOf(mapping);
  progress('variants');
  const summary = await log.summary(codes, ofEvent, limitsOf(analysis.journey, mapping, ofEvent));
  progress('alignment');
  return conformanceOf(analysis, { profile, mapping, summary }, { leastGroup });
}

/** After how many seconds an event is late, by its code. */
function limitsOf(
  journey: Journey,
  { events }: Mapping,
  ofEvent: ReadonlyMap<string, number>,
): ReadonlyMap<number, number> {
  const touchpoints = new Map(journey.stages.flatMap((stage) => stage.touchpoints.map((each) => [each.key, each])));
  const limits = new Map<number, number>();
  for (const { name, touchpoint: key = '' } of events) {
    const touchpoint = touchpoints.get(key);
    const written = touchpoint === undefined ? undefined : writtenTime(touchpoint);
    const code = ofEvent.get(name);
    // Half of all take longer than the typical time. That is late only where a longest time is written.
    const hasLongest = written !== undefined && written.longest > written.typical;
    if (hasLongest && code !== undefined) limits.set(code, written.longest);
  }
  return limits;
}

/** The mapping file that is named, or none. */
export function mappingFrom(path: string | undefined, cwd: string): MappingFile | { readonly mistake: Text } {
  if (path === undefined) return noMapping;
  try {
    const read = readMappingFile(readFileSync(resolve(cwd, path), 'utf8'));
    if (!('mistake' in read)) return read;
    return { mistake: { en: `${path}: ${read.mistake.en}`, ja: `${path}: ${read.mistake.ja}` } };
  } catch (error) {
    const reason = errorText(error);
    return { mistake: { en: `${path}: ${reason.en}`, ja: `${path}: ${reason.ja}` } };
  }
}
