import { Uri, workspace } from 'vscode';

/** Names that Windows keeps for devices, whatever stands behind a dot. */
const devices = /^(con|prn|aux|nul|(com|lpt)\d)$/;

/** Long enough to tell what it is, short enough for every disk, also where a letter takes three bytes. */
const longest = 60;

/** The name of a file, without its ending, that people recognise a title by: letters and digits of every script, joined by hyphens. */
export function fileNameFor(title: string): string {
  const words =
    title
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const name = Array.from(words.join('-')).slice(0, longest).join('').replace(/-$/, '');
  return name === '' || devices.test(name) ? [name, 'journey'].filter((part) => part !== '').join('-') : name;
}

/** A file or folder of that name, or with a number behind it: nothing that is there, or about to be, is written over. */
export async function freeUri(root: Uri, name: string, ending = ''): Promise<Uri> {
  for (let number = 1; ; number++) {
    const uri = Uri.joinPath(root, `${name}${number === 1 ? '' : `-${number}`}${ending}`);
    const isOpen = workspace.textDocuments.some(({ uri: { path } }) => path === uri.path);
    if (!isOpen && !(await exists(uri))) return uri;
  }
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
