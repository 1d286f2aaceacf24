import { Ages } from '../friction/ages.ts';
import { frictionOf } from '../friction/runner.ts';
import { defaultSettings, type Settings } from '../friction/settings.ts';
import { applySuppressions, type SuppressedFinding } from '../friction/suppression.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { Measured } from '../model/measured/measured.ts';
import type { JourneyDocument } from './workspace/journey-workspace.ts';
import { modelOf } from './lowering/model-of.ts';
import { problemsOf } from './problems.ts';

export interface DocumentFindings {
  /** What is wrong with how it is written, then what the rules find, then what is wrong with the suppressions. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** The last day on which the same is to be said (ISO 8601); undefined when no day changes it. */
  readonly lastDay: string | undefined;
}

export interface FindingOptions {
  readonly settings?: Settings;
  readonly severities?: ReadonlyMap<string, Severity | 'off'>;
  /** What logs said about the document's journeys, by their keys. */
  readonly measured?: ReadonlyMap<string, Measured>;
}

/** Everything that is to be said about a document. It must be linked. */
export function findingsOf(
  document: JourneyDocument,
  { settings = defaultSettings, severities = new Map(), measured = new Map() }: FindingOptions = {},
): DocumentFindings {
  const model = modelOf(document);
  const written = problemsOf(document);
  const ages = new Ages(settings);
  const hasErrors = written.some(({ severity }) => severity === 'error');
  const { kept, problems, suppressed } = applySuppressions(
    model,
    frictionOf(model, settings, { severities, measured, ages }),
    { severities, hasErrors, isMeasured: measured.size > 0 },
  );
  return { findings: [...written, ...kept, ...problems], suppressed, lastDay: ages.lastDay };
}
