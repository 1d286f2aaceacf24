import type { ClientCapabilities, TextEdit as ProtocolEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Plan } from '../language/edit/plan.ts';
import type { TextEdit } from '../model/finding.ts';
import type { Session } from './session.ts';

/** Text edits by the URI of the document in our form. */
export type EditsByUri = ReadonlyMap<string, readonly TextEdit[]>;

/**
 * Changes of files as a client takes them. One that knows versions is told which of each file is meant, so that it can refuse
 * to change a text that has become another one meanwhile.
 */
export function workspaceEditOf(edits: EditsByUri, session: Session, { workspace }: ClientCapabilities): WorkspaceEdit {
  const files = [...edits].map(([uri, own]) => ({ uri, edits: own.map(protocolEdit) }));
  if (workspace?.workspaceEdit?.documentChanges !== true) {
    return { changes: Object.fromEntries(files.map((file) => [session.clientUri(file.uri), file.edits])) };
  }
  return {
    documentChanges: files.map((file) => ({
      textDocument: { uri: session.clientUri(file.uri), version: session.version(file.uri) },
      edits: file.edits,
    })),
  };
}

/** What a plan comes to for a client. Undefined when it makes files and the client cannot. */
export function workspaceEditOfPlan(
  plan: Plan,
  session: Session,
  client: ClientCapabilities,
): WorkspaceEdit | undefined {
  const edits = new Map([...plan.edits].map(([document, own]) => [document.uri.toString(), own]));
  const edit = workspaceEditOf(edits, session, client);
  if (plan.created.size === 0) return edit;
  if (!canCreate(client)) return undefined;
  const start = { line: 0, character: 0 };
  const made = [...plan.created].flatMap(([uri, newText]) => [
    { kind: 'create' as const, uri, options: { ignoreIfExists: false, overwrite: false } },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
  ]);
  return { documentChanges: [...made, ...(edit.documentChanges ?? [])] };
}

/** Whether a client makes files. */
export function canCreate({ workspace }: ClientCapabilities): boolean {
  const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {};
  return documentChanges === true && resourceOperations?.includes('create') === true;
}

function protocolEdit({ range, newText }: TextEdit): ProtocolEdit {
  return { range: { start: range.start, end: range.end }, newText };
}
