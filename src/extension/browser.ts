// The extension in VS Code for the web, where it runs in a web worker.
import type { ExtensionContext } from 'vscode';
import { type Exports, startExtension } from './extension.ts';

export async function activate(context: ExtensionContext): Promise<Exports> {
  return startExtension(context, {
    createClient: async (hooks) => (await import('./browser-client.ts')).createClient(context, hooks),
  });
}
