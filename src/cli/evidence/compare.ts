import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Conformance, conformanceOf } from '../../evidence/conformance.ts';
import { codesOf, mapEvents, type MappingFile, noMapping } from '../../evidence/mapping.ts';
import { readMappingFile } from '../../evidence/mapping-file.ts';
import { askedLimits, timeLimitOf } from '../../evidence/limits.ts';
import type { JourneyAnalysis } from '../../model/analysis.ts';
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
  const asked = askedLimits(analysis, mapping.observable);
  const tellsPersonas = log.columns.persona !== undefined;
  const limits = asked.map((limit) => timeLimitOf(limit, codes, tellsPersonas));
  const summary = await log.summary(codes, ofEvent, limits);
  progress('alignment');
  return conformanceOf(analysis, { profile, mapping, summary, asked }, { leastGroup });
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
