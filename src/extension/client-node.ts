import { execFile, fork } from 'node:child_process';
import { env, Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';
import type { ClientHooks } from './client-hooks.ts';
import { clientOptions } from './client-options.ts';
import type { PdfSource } from './preview/commands.ts';
import { CLIENT_ID, CLIENT_NAME } from './language-service.ts';

/** The server in a process of its own: the same `journey lsp` that other editors start. */
export async function createClient({ extensionUri }: ExtensionContext, hooks: ClientHooks): Promise<LanguageClient> {
  const module = commandOf(extensionUri);
  // Forked here and not by the client, which adds options that are its own.
  const start = async (): ReturnType<Extract<ConstructorParameters<typeof LanguageClient>[2], () => unknown>> =>
    fork(module, ['lsp', '--stdio'], { silent: true, execArgv: [] });
  return new LanguageClient(CLIENT_ID, CLIENT_NAME, start, clientOptions(hooks));
}

/** Writes a map as a PDF with `journey render`. Gives what the command says when it cannot. */
export async function writePdf(
  { extensionUri }: ExtensionContext,
  { uri: { fsPath }, text, preset, choice: { journey, personas } }: PdfSource,
  target: Uri,
): Promise<string | undefined> {
  const args = [
    commandOf(extensionUri),
    'render',
    // What the editor holds, which may differ from what is on the disk.
    '-',
    '--stdin-file-name',
    fsPath.endsWith('.journey') ? fsPath : `${fsPath}.journey`,
    '--output-file',
    target.fsPath,
    '--locale',
    env.language.slice(0, 2),
    '--preset',
    preset,
    ...(journey === undefined ? [] : ['--journey', journey]),
    ...(personas === undefined ? [] : ['--persona', personas.join(',')]),
  ];
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } },
      (error, _, problem) => {
        resolve(error === null ? undefined : problem.trim());
      },
    );
    // It may end before it has read everything, and says why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(text);
  });
}

/** The `journey` command, which the extension brings. */
function commandOf(extensionUri: Uri): string {
  return Uri.joinPath(extensionUri, 'dist', 'cli.cjs').fsPath;
}
