import type { FileOperationRegistrationOptions, RenameFilesParams } from 'vscode-languageserver';
import { type FileRename, importsAfter, placeAfter } from '../../language/edit/rename-files.ts';
import { normalized } from '../../language/workspace/file-access.ts';
import { isLibrary } from '../../language/library/library.ts';
import type { Feature } from '../feature.ts';
import { workspaceEditOf } from '../workspace-edit.ts';

/**
 * When files or folders get another name, imports go with them: those of the files and those in the files. What is made or
 * deleted is known at once.
 */
export const fileRenames: Feature = (connection, session, client) => {
  const uris = (): readonly string[] =>
    session.workspace.shared.workspace.LangiumDocuments.all
      .map(({ uri }) => uri.toString())
      .filter((uri) => !isLibrary(uri))
      .toArray();
  connection.workspace.onWillRenameFiles(async (params, token) => {
    await session.whole(token);
    const renames = renamesOf(params);
    const { IndexManager: index } = session.workspace.shared.workspace;
    const isMoved = (uri: string): boolean => placeAfter(uri, renames) !== uri;
    // Only their trees are needed.
    const concerned = uris().filter((uri) => isMoved(uri) || index.importsOf(uri).some(isMoved));
    const edits = concerned.flatMap((uri) => {
      const document = session.workspace.document(uri);
      const own = document === undefined ? [] : importsAfter(document, renames);
      return own.length === 0 ? [] : [[uri, own] as const];
    });
    return edits.length === 0 ? null : workspaceEditOf(new Map(edits), session, client);
  });
  connection.workspace.onDidRenameFiles((params) => {
    const renames = renamesOf(params);
    const moved = uris().filter((uri) => placeAfter(uri, renames) !== uri);
    session.files.watched([...moved, ...moved.map((uri) => placeAfter(uri, renames))]);
  });
  // A client that watches no files tells at least what it does to them itself.
  connection.workspace.onDidCreateFiles(({ files }) => session.files.watched(files.map(({ uri }) => uri)));
  connection.workspace.onDidDeleteFiles(({ files }) => {
    const gone = files.map(({ uri }) => normalized(uri).replace(/\/$/, ''));
    session.files.watched([...gone, ...uris().filter((uri) => gone.some((folder) => uri.startsWith(`${folder}/`)))]);
  });
  const operations = { willRename: FILES, didRename: FILES, didCreate: FILES, didDelete: FILES };
  return { workspace: { fileOperations: operations } };
};

const FILES: FileOperationRegistrationOptions = {
  filters: [
    { scheme: 'file', pattern: { glob: '**/*.journey', matches: 'file' } },
    { scheme: 'file', pattern: { glob: '**', matches: 'folder' } },
  ],
};

function renamesOf({ files }: RenameFilesParams): readonly FileRename[] {
  return files.map(({ oldUri, newUri }) => ({
    from: normalized(oldUri).replace(/\/$/, ''),
    to: normalized(newUri).replace(/\/$/, ''),
  }));
}
