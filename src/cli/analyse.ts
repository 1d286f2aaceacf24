import { compareFindings } from '../formats/report.ts';
import { type JourneySummary, summaryOf } from '../formats/summary.ts';
import type { SuppressedFinding } from '../friction/suppression.ts';
import { findingsOf } from '../language/findings.ts';
import type { JourneyWorkspace } from '../language/workspace/journey-workspace.ts';
import { modelOf } from '../language/lowering/model-of.ts';
import type { CheckedConfiguration } from './configuration.ts';
import type { Finding } from '../model/finding.ts';
import { ownJourneys } from '../model/model.ts';

/** What came of one file. */
export type FileResult =
  | {
      readonly findings: readonly Finding[];
      readonly suppressed: readonly SuppressedFinding[];
      readonly journeys: readonly JourneySummary[];
      /** As in `DocumentFindings`. */
      readonly lastDay: string | undefined;
    }
  /** A mistake of ours has kept it from being checked. */
  | { readonly failure: unknown };

/** Finds everything that is to be said about one file of a workspace; nothing when it could not be read. Never throws. */
export function analyse(
  workspace: JourneyWorkspace,
  uri: string,
  configuration: CheckedConfiguration,
): FileResult | undefined {
  const document = workspace.document(uri);
  if (document === undefined) return undefined;
  try {
    const { findings: unsorted, suppressed, lastDay } = findingsOf(document, configuration);
    const findings = unsorted.toSorted(compareFindings);
    return {
      findings,
      suppressed,
      lastDay,
      journeys: ownJourneys(modelOf(document)).map((journey) => summaryOf(journey, findings)),
    };
  } catch (failure) {
    return { failure };
  }
}
