import { safeText } from '../formats/terminal/safe.ts';
import { type CheckedFile, compareFindings, type Report, type Source, sourceOf } from '../formats/report.ts';
import { frictionOf } from '../friction/runner.ts';
import type { Settings } from '../friction/settings.ts';
import type { JourneyDocument } from '../language/journey-workspace.ts';
import { modelOf } from '../language/lowering/model-of.ts';
import { linkProblems } from '../language/linker-problems.ts';
import type { Finding } from '../model/finding.ts';
import { ownJourneys } from '../model/model.ts';
import type { OpenedWorkspace } from './workspace.ts';

export interface Analysis {
  readonly report: Report;
  /** What a mistake of ours has kept from being checked. */
  readonly failures: readonly Failure[];
}

export interface Failure {
  readonly path: string;
  readonly error: unknown;
}

/** Finds everything that is to be said about the files of a workspace. */
export function analyse({ workspace, documents, problems, pathOf }: OpenedWorkspace, settings: Settings): Analysis {
  const files: CheckedFile[] = [];
  const failures: Failure[] = [];
  for (const document of documents) {
    const uri = document.uri.toString();
    try {
      const model = modelOf(document);
      const findings = [...nameFindings(document), ...frictionOf(model, settings)].toSorted(compareFindings);
      files.push({ uri, findings, journeys: ownJourneys(model) });
    } catch (error) {
      // The other files are checked all the same.
      failures.push({ path: safeText(pathOf(uri)), error });
    }
  }
  const sources = new Map<string, Source>();
  for (const { uri, textDocument } of workspace.shared.workspace.LangiumDocuments.all) {
    const key = uri.toString();
    sources.set(key, sourceOf(pathOf(key), textDocument.getText()));
  }
  return { report: { files, sources, unread: problems }, failures };
}

/** What is wrong with names and imports; the rest of the structure checks comes with `problemsOf`. */
function nameFindings(document: JourneyDocument): readonly Finding[] {
  const uri = document.uri.toString();
  return linkProblems(document).map(({ code, severity, message, help, range, related, fixes }) => ({
    code,
    severity,
    message,
    help,
    place: { uri, range },
    related,
    fixes,
    subject: {},
    personas: [],
  }));
}
