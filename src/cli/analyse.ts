import { compareFindings } from '../formats/report.ts';
import { type JourneySummary, summaryOf } from '../formats/summary.ts';
import type { FileConfiguration } from '../friction/configuration/configuration.ts';
import { frictionOf } from '../friction/runner.ts';
import { applySuppressions, type Suppressed, type SuppressedFinding } from '../friction/suppression.ts';
import type { JourneyWorkspace } from '../language/journey-workspace.ts';
import { modelOf } from '../language/lowering/model-of.ts';
import { problemsOf } from '../language/problems.ts';
import type { Finding } from '../model/finding.ts';
import { type Model, ownJourneys } from '../model/model.ts';

/** What came of one file. */
export type FileResult =
  | {
      readonly findings: readonly Finding[];
      readonly suppressed: readonly SuppressedFinding[];
      readonly journeys: readonly JourneySummary[];
    }
  /** A mistake of ours has kept it from being checked. */
  | { readonly failure: unknown };

/** Finds everything that is to be said about one file of a workspace; nothing when it could not be read. Never throws. */
export function analyse(
  workspace: JourneyWorkspace,
  uri: string,
  configuration: FileConfiguration,
): FileResult | undefined {
  const document = workspace.document(uri);
  if (document === undefined) return undefined;
  try {
    const model = modelOf(document);
    const written = problemsOf(document);
    const friction = frictionIn(model, written, configuration);
    const findings = [...written, ...friction.kept, ...friction.problems].toSorted(compareFindings);
    const { suppressed } = friction;
    return { findings, suppressed, journeys: ownJourneys(model).map((journey) => summaryOf(journey, findings)) };
  } catch (failure) {
    return { failure };
  }
}

/** What the rules find in a file as it is configured, apart from what the author has silenced. */
export function frictionIn(
  model: Model,
  written: readonly Finding[],
  { settings, severities }: FileConfiguration,
): Suppressed {
  const hasErrors = written.some(({ severity }) => severity === 'error');
  return applySuppressions(model, frictionOf(model, settings, { severities }), { severities, hasErrors });
}
