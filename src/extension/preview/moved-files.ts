import type { Uri } from 'vscode';

/** Where a file is after files or folders were renamed; undefined when it is none of them and in none of them. */
export function movedTo(uri: Uri, files: readonly { readonly oldUri: Uri; readonly newUri: Uri }[]): Uri | undefined {
  const moved = files.find(({ oldUri }) => isIn(uri, oldUri));
  return moved && moved.newUri.with({ path: moved.newUri.path + uri.path.slice(moved.oldUri.path.length) });
}

/** Whether a file is this one or lies in this folder. */
export function isIn(uri: Uri, other: Uri): boolean {
  return `${uri.toString()}/`.startsWith(`${other.toString()}/`);
}
