import { FilePermission, type Uri, workspace } from 'vscode';

/** Whether a file is there, and can be written. What has not been saved yet is there. */
export type FileState = 'gone' | 'readOnly' | 'there';

export async function fileState(uri: Uri): Promise<FileState> {
  if (uri.scheme === 'untitled') return 'there';
  if (!isWritable(uri)) return 'readOnly';
  return workspace.fs.stat(uri).then(
    ({ permissions = 0 }) => ((permissions & FilePermission.Readonly) === 0 ? 'there' : 'readOnly'),
    () => 'gone',
  );
}

/** Whether files of this kind can be written at all. What has not been saved yet always can. */
export function isWritable({ scheme }: Uri): boolean {
  return scheme === 'untitled' || workspace.fs.isWritableFileSystem(scheme) !== false;
}
