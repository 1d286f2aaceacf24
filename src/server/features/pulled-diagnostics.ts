import {
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { normalized } from '../../language/workspace/file-access.ts';
import type { Feature } from '../feature.ts';
import type { Session } from '../session.ts';
import { Told } from '../told.ts';

/** How many files of the workspace are reported at once to a client that takes parts. */
const batch = 25;

/** Findings for clients that ask for them. */
export const pulledDiagnostics: Feature = (connection, session, { textDocument, workspace }) => {
  const takesRelated = textDocument?.diagnostic?.relatedDocumentSupport === true;
  const { diagnostics } = connection.languages;
  diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    await session.document(uri, token);
    const key = normalized(uri);
    const report = reportOf(session, key, previousResultId);
    if (!takesRelated) return report;
    const related = session.openDependents(key).map((each) => [session.clientUri(each), reportOf(session, each)]);
    return related.length === 0 ? report : { ...report, relatedDocuments: Object.fromEntries(related) };
  });
  diagnostics.onWorkspace(async ({ previousResultIds }, token, _, partial) => {
    await session.whole(token);
    const known = new Map(previousResultIds.map(({ uri, value }) => [normalized(uri), value]));
    // What was reported once and is gone must be taken back.
    const uris = new Set([...session.reported, ...known.keys()]);
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const uri of uris) {
      if (items.length >= batch && items.length % batch === 0) {
        if (partial !== undefined) partial.report({ items: items.splice(0) });
        // Other requests get their turn, and a cancelled one ends.
        await session.settled(token);
        session.rest();
      }
      items.push({
        uri: session.clientUri(uri),
        version: session.version(uri),
        ...reportOf(session, uri, known.get(uri)),
      });
    }
    return { items };
  });
  if (workspace?.diagnostics?.refreshSupport === true && !session.pushes) {
    let isAsked = false;
    session.onTold((_, isOther) => {
      isAsked ||= isOther();
    });
    session.onQuiet(() => {
      // A client that refuses will ask at some other time.
      if (isAsked) diagnostics.refresh().catch(() => undefined);
      isAsked = false;
    });
  }
  return {};
};

function reportOf(session: Session, uri: string, previous?: string): DocumentDiagnosticReport {
  if (previous !== undefined && session.toldId(uri) === previous) {
    return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previous };
  }
  const items = [...session.diagnostics(uri)];
  const resultId = new Told(items).id;
  return resultId === previous
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}
