import { type CodeLens, Uri } from 'vscode';
import { CloseAction, ErrorAction, type LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions, LensTarget } from '../server/protocol.ts';
import type { ClientHooks } from './client-hooks.ts';
import { JOURNEY } from './language-service.ts';
import { isOfThePast } from './past.ts';

const COMPARE = 'journey.compareWithCommit';

/** The same for a server in a process and in a worker. */
export function clientOptions({ log, lensWords, onChangeSent, onCrash }: ClientHooks): LanguageClientOptions {
  return {
    documentSelector: [{ language: JOURNEY }],
    initializationOptions: {
      commands: ['journey.openMap', COMPARE, 'journey.showReferences', 'editor.action.triggerSuggest'],
    } satisfies InitializationOptions,
    outputChannel: log,
    traceOutputChannel: log,
    // What a version control system shows of the past is not to be mended.
    middleware: {
      didOpen: async (document, next) => (isOfThePast(document.uri) ? undefined : next(document)),
      didChange: async (event, next) => {
        await next(event);
        onChangeSent(event.document.uri);
      },
      provideCodeLenses: async (document, token, next) => {
        const lenses = await next(document, token);
        if (await lensWords?.isKnown(document.uri)) return lenses;
        return lenses?.filter((lens) => !isAboutCommit(lens));
      },
      resolveCodeLens: async (lens, token, next) => {
        const resolved = await next(lens, token);
        const command = resolved?.command;
        if (command?.command !== COMPARE) return resolved;
        const [target] = (command.arguments ?? []) as readonly LensTarget[];
        const title = target && (await lensWords?.summaryOf(Uri.parse(target.uri), target.journey));
        if (title !== undefined) command.title = title;
        return resolved;
      },
      didClose: async (document, next) => (isOfThePast(document.uri) ? undefined : next(document)),
    },
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => ({ action: onCrash() ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true }),
    },
  };
}

/** By what the server remembers of a line that has no command yet. */
function isAboutCommit(lens: CodeLens & { readonly data?: unknown }): boolean {
  return (lens.data as { readonly kind?: unknown } | undefined)?.kind === 'compare';
}
