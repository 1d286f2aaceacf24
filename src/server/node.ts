import { createConnection } from 'vscode-languageserver/node';
import type { Host } from './host.ts';
import { startServer } from './server.ts';

/** Serves one client over two streams, until it says `exit` or the input ends; then the process ends. */
export function serve(host: Host, input: NodeJS.ReadableStream, output: NodeJS.WritableStream): void {
  startServer(createConnection(input, output), host);
}
