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

/** The edits of a plan by the URI of the document. */
export function editsOfPlan({ edits }: Plan): EditsByUri {
  return new Map([...edits].map(([document, own]) => [document.uri.toString(), own]));
}

function protocolEdit({ range, newText }: TextEdit): ProtocolEdit {
  return { range: { start: range.start, end: range.end }, newText };
}
