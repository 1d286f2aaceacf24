import type { ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Session } from './session.ts';

/** Answers one kind of request, and says so. */
export type Feature = (connection: Connection, session: Session, client: ClientCapabilities) => ServerCapabilities;
