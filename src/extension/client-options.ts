import type { LogOutputChannel, TextDocument, Uri } from 'vscode';
import { CloseAction, ErrorAction, type LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../server/protocol.ts';
import { JOURNEY } from './language-service.ts';

/** What the client needs of the extension. */
export interface ClientHooks {
  readonly log: LogOutputChannel;
  /** The server has been told of what was typed: what it is asked from now on, it answers for the new text. */
  readonly onChangeSent: (uri: Uri) => void;
  /** The server has ended without being asked to. Says whether to start it again. */
  readonly onCrash: () => boolean;
}

/** The same for a server in a process and in a worker. */
export function clientOptions({ log, onChangeSent, onCrash }: ClientHooks): LanguageClientOptions {
  return {
    documentSelector: [{ language: JOURNEY }],
    initializationOptions: {
      commands: ['journey.openMap', 'journey.compareWithCommit', 'journey.showReferences'],
    } satisfies InitializationOptions,
    outputChannel: log,
    traceOutputChannel: log,
    // What a version control system shows of the past is not to be mended.
    middleware: {
      didOpen: async (document, next) => (isOfThePast(document) ? undefined : next(document)),
      didChange: async (event, next) => {
        await next(event);
        onChangeSent(event.document.uri);
      },
      didClose: async (document, next) => (isOfThePast(document) ? undefined : next(document)),
    },
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => ({ action: onCrash() ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true }),
    },
  };
}

function isOfThePast({ uri: { scheme } }: TextDocument): boolean {
  return scheme === 'git' || scheme === 'scm-history-item';
}
