import { Ages } from '../friction/ages.ts';
import { frictionOfAll } from '../friction/runner.ts';
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

/** A document to look through, and how. */
export interface FindingInput extends FindingOptions {
  readonly document: JourneyDocument;
}

/** Everything that is to be said about a document. It must be linked. */
export function findingsOf(document: JourneyDocument, options: FindingOptions = {}): DocumentFindings {
  return findingsOfAll([{ ...options, document }])[0] as DocumentFindings;
}

/** The same for several documents, in their order, with less work than for one after the other (see `frictionOfAll`). */
export function findingsOfAll(inputs: readonly FindingInput[]): readonly DocumentFindings[] {
  const runs = inputs.map(({ document, settings = defaultSettings, severities = new Map(), measured = new Map() }) => {
    const model = modelOf(document);
    return { model, settings, severities, measured, ages: new Ages(settings) };
  });
  const written = inputs.map(({ document }) => problemsOf(document));
  const friction = frictionOfAll(runs);
  return runs.map(({ model, severities, measured, ages }, index) => {
    const wrong = written[index] ?? [];
    const { kept, problems, suppressed } = applySuppressions(model, friction[index] ?? [], {
      severities,
      hasErrors: wrong.some(({ severity }) => severity === 'error'),
      isMeasured: measured.size > 0,
    });
    return { findings: [...wrong, ...kept, ...problems], suppressed, lastDay: ages.lastDay };
  });
}
