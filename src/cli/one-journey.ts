import { modelOf } from '../language/lowering/model-of.ts';
import { analysisOf, type JourneyAnalysis } from '../model/analysis.ts';
import { ownJourneys } from '../model/model.ts';
import type { Context } from './command.ts';
import { openOneFile, type OneFile } from './one-file.ts';

/** Opens the one journey that a command works on. Says why when it cannot, and returns nothing. */
export async function openOneJourney(
  operand: string,
  id: string | undefined,
  context: Context,
): Promise<{ readonly file: OneFile; readonly analysis: JourneyAnalysis } | undefined> {
  const file = await openOneFile(operand, undefined, context);
  if (file === undefined) return undefined;
  const model = modelOf(file.document);
  const journeys = ownJourneys(model);
  const journey = id === undefined ? journeys[0] : journeys.find((each) => each.id === id);
  if (journey !== undefined) return { file, analysis: analysisOf(model, journey) };
  const names = journeys.map((each) => each.id).join(', ');
  context.output.complain(
    id === undefined || journeys.length === 0
      ? { en: `${file.path}: there is no journey in it`, ja: `${file.path}: ジャーニーがありません` }
      : {
          en: `${file.path}: there is no journey "${id}" in it, only: ${names}`,
          ja: `${file.path}: ジャーニー「${id}」はありません。ある名前: ${names}`,
        },
  );
  return undefined;
}
