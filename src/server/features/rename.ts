import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { occurrenceAt } from '../../language/features/occurrences.ts';
import { renameOf } from '../../language/features/rename.ts';
import { libraryRefusal } from '../../language/features/rename-refusals.ts';
import type { TextEdit } from '../../model/finding.ts';
import { comparePlaces } from '../../model/place.ts';
import { inLocale, type Text } from '../../model/text.ts';
import type { Feature } from '../feature.ts';
import { workspaceEditOf } from '../workspace-edit.ts';

/** Gives a declaration another id, in every file that names it. */
export const rename: Feature = (connection, session, client) => {
  const refuse = (reason: Text): ResponseError =>
    new ResponseError(LSPErrorCodes.RequestFailed, inLocale(reason, session.locale));
  connection.onPrepareRename(async ({ textDocument, position }, token) => {
    const document = await session.document(textDocument.uri, token);
    const occurrence = document && occurrenceAt(document, position);
    if (occurrence === undefined) return null;
    const refusal = libraryRefusal(occurrence.node);
    if (refusal !== undefined) throw refuse(refusal);
    return { range: occurrence.place.range, placeholder: occurrence.node.name };
  });
  connection.onRenameRequest(async ({ textDocument, position, newName }, token) => {
    await session.whole(token);
    const document = await session.document(textDocument.uri, token);
    const occurrence = document && occurrenceAt(document, position);
    if (occurrence === undefined) return null;
    const result = renameOf(occurrence.node, newName);
    if ('refusal' in result) throw refuse(result.refusal);
    const edits = new Map<string, TextEdit[]>();
    // The files come in whatever order they were linked in.
    for (const { place, text } of result.changes.toSorted((a, b) => comparePlaces(a.place, b.place))) {
      const own = edits.get(place.uri) ?? [];
      edits.set(place.uri, [...own, { range: place.range, newText: text }]);
    }
    return workspaceEditOf(edits, session, client);
  });
  return { renameProvider: { prepareProvider: true } };
};
