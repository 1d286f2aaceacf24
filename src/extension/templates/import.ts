import {
  commands,
  type Disposable,
  env,
  l10n,
  type LogOutputChannel,
  type QuickPickItem,
  Uri,
  window,
  workspace,
} from 'vscode';
import { foreignText } from './foreign-text.ts';
import type { ImportParams, ImportResult } from '../../server/protocol.ts';
import type { LanguageService } from '../language-service.ts';
import { fileNameFor } from './new-file.ts';
import { choosePlace, fill, openNew } from './open-new.ts';

/**
 * A new journey from a table or a Mermaid diagram: of a file, or as it was copied from another program.
 *
 * @param home the folder that is proposed where none is open; missing where there is no disk
 */
export function registerImport(service: LanguageService, log: LogOutputChannel, home: Uri | undefined): Disposable {
  return commands.registerCommand('journey.import', async (file?: Uri) => {
    const source = file instanceof Uri ? await fromFile(file) : await chooseSource();
    if (source === undefined) return;
    const { name, ...params } = source;
    const imported = await importedFrom(service, params);
    if (imported === null) {
      const message = l10n.t('There is no table with headings of a journey and no Mermaid journey in {0}.', name);
      void window.showWarningMessage(message);
      return;
    }
    const place = await choosePlace(fileNameFor(params.title), home);
    if (place === 'cancelled') return;
    await fill(await openNew(place), imported.text);
    if (imported.problems.length > 0) await tellProblems(name, imported, log);
  });
}

/** What a text of another program says, as a journey; null when it says none. */
export async function importedFrom(service: LanguageService, params: ImportParams): Promise<ImportResult | null> {
  return service.request<ImportResult | null>('journey/import', params);
}

interface Source extends ImportParams {
  /** As it is called in messages. */
  readonly name: string;
}

async function chooseSource(): Promise<Source | undefined> {
  const clipboard: QuickPickItem = {
    label: l10n.t('From the clipboard'),
    description: l10n.t('Cells of a spreadsheet, a table of a document, a Mermaid journey'),
  };
  const file: QuickPickItem = { label: l10n.t('From a file…'), description: 'CSV, TSV, Markdown, Mermaid' };
  const placeHolder = l10n.t('Where the table or diagram comes from');
  const chosen = await window.showQuickPick([clipboard, file], { placeHolder });
  if (chosen === clipboard) {
    const text = await env.clipboard.readText();
    return { name: l10n.t('the clipboard'), title: l10n.t('Imported journey'), text };
  }
  if (chosen !== file) return undefined;
  const filters = { [l10n.t('Tables and diagrams')]: ['csv', 'tsv', 'md', 'mmd', 'mermaid'] };
  const [picked] = (await window.showOpenDialog({ filters })) ?? [];
  return picked && fromFile(picked);
}

async function fromFile(file: Uri): Promise<Source> {
  const name = file.path.split('/').at(-1) ?? file.path;
  const text = foreignText(await workspace.fs.readFile(file)) ?? '';
  return { name, title: name.replace(/\.[^.]*$/, ''), text, delimited: /\.[ct]sv$/i.test(name) };
}

/** What could not be taken over as it was written is read beside what was made of it. */
async function tellProblems(name: string, { problems }: ImportResult, log: LogOutputChannel): Promise<void> {
  for (const { line, message } of problems) log.warn(`${name}:${line}: ${message}`);
  const show = l10n.t('Show Log');
  const message =
    problems.length === 1
      ? l10n.t('One place of {0} needs a look: {1}', name, problems[0]?.message ?? '')
      : l10n.t('{0} places of {1} need a look.', problems.length, name);
  if ((await window.showInformationMessage(message, show)) === show) log.show();
}
