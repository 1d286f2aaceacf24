import { compareFindings } from '../formats/report.ts';
import { type JourneySummary, summaryOf } from '../formats/summary.ts';
import { frictionOf } from '../friction/runner.ts';
import type { Settings } from '../friction/settings.ts';
import { applySuppressions, type SuppressedFinding } from '../friction/suppression.ts';
import type { JourneyWorkspace } from '../language/journey-workspace.ts';
import { modelOf } from '../language/lowering/model-of.ts';
import { problemsOf } from '../language/problems.ts';
import type { Finding } from '../model/finding.ts';
import { ownJourneys } from '../model/model.ts';

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
export function analyse(workspace: JourneyWorkspace, uri: string, settings: Settings): FileResult | undefined {
  const document = workspace.document(uri);
  if (document === undefined) return undefined;
  try {
    const model = modelOf(document);
    const written = problemsOf(document);
    const hasErrors = written.some(({ severity }) => severity === 'error');
    const friction = applySuppressions(model, frictionOf(model, settings), { hasErrors });
    const findings = [...written, ...friction.kept, ...friction.problems].toSorted(compareFindings);
    const { suppressed } = friction;
    return { findings, suppressed, journeys: ownJourneys(model).map((journey) => summaryOf(journey, findings)) };
  } catch (failure) {
    return { failure };
  }
}
