import { compareFindings } from '../formats/report.ts';
import { type JourneySummary, summaryOf } from '../formats/summary.ts';
import type { SuppressedFinding } from '../friction/suppression.ts';
import { type DocumentFindings, type FindingInput, findingsOfAll } from '../language/findings.ts';
import type { JourneyDocument, JourneyWorkspace } from '../language/workspace/journey-workspace.ts';
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

export interface FileToAnalyse {
  readonly uri: string;
  readonly configuration: CheckedConfiguration;
}

/** Finds everything that is to be said about one file of a workspace; nothing when it could not be read. Never throws. */
export function analyse(
  workspace: JourneyWorkspace,
  uri: string,
  configuration: CheckedConfiguration,
): FileResult | undefined {
  return analyseAll(workspace, [{ uri, configuration }])[0];
}

/** The same for several files, in their order, with less work than for one after the other (see `findingsOfAll`). */
export function analyseAll(
  workspace: JourneyWorkspace,
  files: readonly FileToAnalyse[],
): readonly (FileResult | undefined)[] {
  const documents = files.map(({ uri }) => workspace.document(uri));
  const results = resultsOf(
    files.flatMap(({ configuration }, index) => {
      const document = documents[index];
      return document === undefined ? [] : { ...configuration, document };
    }),
  ).values();
  return documents.map((document) => document && results.next().value);
}

function resultsOf(inputs: readonly FindingInput[]): readonly FileResult[] {
  try {
    const found = findingsOfAll(inputs);
    return inputs.map(({ document }, index) => resultOf(document, found[index] as DocumentFindings));
  } catch (failure) {
    // Whose mistake it is shows when each is looked through alone.
    return inputs.length === 1 ? [{ failure }] : inputs.flatMap((input) => resultsOf([input]));
  }
}

function resultOf(
  document: JourneyDocument,
  { findings: unsorted, suppressed, lastDay }: DocumentFindings,
): FileResult {
  const findings = unsorted.toSorted(compareFindings);
  const journeys = ownJourneys(modelOf(document)).map((journey) => summaryOf(journey, findings));
  return { findings, suppressed, lastDay, journeys };
}
