import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type ClientHooks, clientOptions } from './client-options.ts';
import { CLIENT_ID, CLIENT_NAME } from './language-service.ts';

/** The server in a worker of its own. */
export function createClient({ extensionUri }: ExtensionContext, hooks: ClientHooks): LanguageClient {
  const worker = new Worker(Uri.joinPath(extensionUri, 'dist', 'server-worker.js').toString(true));
  return new LanguageClient(CLIENT_ID, CLIENT_NAME, worker, clientOptions(hooks));
}
