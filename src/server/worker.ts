// The server as a web worker: for an editor in a browser, where there are no processes and no disk.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './server.ts';
import { clientHost } from './worker-host.ts';

declare const JOURNEY_VERSION: string;

// The types of a browser know one of all the kinds of workers there are, and those of Node none.
const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
startServer(connection, clientHost(connection, JOURNEY_VERSION));
