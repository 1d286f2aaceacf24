// The extension where VS Code runs it in Node: on the desktop and on a remote machine.
import { homedir } from 'node:os';
import { type ExtensionContext, Uri } from 'vscode';
import { type Exports, startExtension } from './extension.ts';

export async function activate(context: ExtensionContext): Promise<Exports> {
  return startExtension(context, {
    commandLine: {
      executable: process.execPath,
      script: Uri.joinPath(context.extensionUri, 'dist', 'cli.cjs').fsPath,
    },
    home: Uri.file(homedir()),
    createClient: async (hooks) => (await import('./client-node.ts')).createClient(context, hooks),
    writePdf: async (source, target) => (await import('./client-node.ts')).writePdf(context, source, target),
  });
}
