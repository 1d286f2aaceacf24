import { commands, type ExtensionContext, type Uri, window, workspace } from 'vscode';
import { CurrentJourney } from './current-journey.ts';
import { CLIENT_NAME, type CreateClient, JOURNEY, LanguageService } from './language-service.ts';
import { registerCompareCommands } from './compare/commands.ts';
import { SinceCommit } from './compare/since-commit.ts';
import { registerJourneysCommands } from './journeys/commands.ts';
import { JourneysView } from './journeys/view.ts';
import { registerLensCommands } from './lens-commands.ts';
import { MarkdownFences, type MarkdownIt } from './markdown/fences.ts';
import { registerMapCommands, type WritePdf } from './preview/commands.ts';
import { Previews } from './preview/previews.ts';
import { registerNextFinding } from './next-finding.ts';
import { type CommandLine, registerCheckTasks } from './tasks.ts';
import { registerToolServer, registerTools } from './tools.ts';
import { registerTemplateCommands } from './templates/commands.ts';
import { registerImport } from './templates/import.ts';
import { registerPaste } from './templates/paste.ts';

/** What differs between Node and a web worker. */
export interface Platform {
  readonly createClient: CreateClient;
  /** Missing where there is no command line to do it. */
  readonly writePdf?: WritePdf;
  /** Where people keep their files; missing where there is no disk. */
  readonly home?: Uri;
  /** Missing where no processes can be started. */
  readonly commandLine?: CommandLine;
}

/** What VS Code asks of an extension that it has activated. */
export interface Exports {
  readonly extendMarkdownIt: (markdown: MarkdownIt) => MarkdownIt;
}

/** Registers everything. Loads and starts nothing heavy: the server waits for the first journey. */
export function startExtension(
  { subscriptions, extensionUri, extension, workspaceState }: ExtensionContext,
  { createClient, writePdf, home, commandLine }: Platform,
): Exports {
  const log = window.createOutputChannel(CLIENT_NAME, { log: true });
  const service = new LanguageService(createClient, log);
  const sinceCommit = new SinceCommit(service);
  service.describeLenses(sinceCommit);
  // Before the maps: they ask it which editor was used last.
  const current = new CurrentJourney();
  const previews = new Previews(service, current, extensionUri);
  const journeys = new JourneysView(service, workspaceState);
  subscriptions.push(
    log,
    service,
    sinceCommit,
    previews,
    current,
    journeys,
    registerJourneysCommands(journeys, previews),
    registerMapCommands(previews, current, writePdf),
    registerNextFinding(current),
    registerLensCommands(previews),
    registerTemplateCommands(extensionUri, home),
    registerImport(service, log, home),
    registerPaste(service),
    registerCompareCommands(service, previews),
    registerTools(service, extension),
    ...(commandLine === undefined ? [] : [registerCheckTasks(commandLine), registerToolServer(commandLine, extension)]),
    commands.registerCommand('journey.restartServer', async () => service.restart()),
    commands.registerCommand('journey.showLog', () => {
      log.show();
    }),
    startWithFirstJourney(service),
  );
  return { extendMarkdownIt: new MarkdownFences(service).extend };
}

function startWithFirstJourney(service: LanguageService): { readonly dispose: () => void } {
  const waiting = workspace.onDidOpenTextDocument(({ languageId }) => {
    if (languageId === JOURNEY) start();
  });
  const start = (): void => {
    waiting.dispose();
    service.start();
  };
  // Not within the activation: others wait for it.
  if (workspace.textDocuments.some(({ languageId }) => languageId === JOURNEY)) setTimeout(start);
  return waiting;
}
