import { commands, Disposable, l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { Preset } from '../../server/protocol.ts';
import type { MapChoice, PageFormat } from '../../preview/webview/messages.ts';
import type { CurrentJourney } from '../current-journey.ts';
import { isOfThePast, offerComparison } from '../past.ts';
import { besideJourney } from './dialogs.ts';
import type { Previews } from './previews.ts';
import { mapSettings } from './settings.ts';

/** What a PDF is made of: the text as it stands in the editor, and what of it the map shows. */
export interface PdfSource {
  readonly uri: Uri;
  readonly text: string;
  readonly preset: Preset;
  readonly choice: MapChoice;
}

/** Writes a map as a PDF where this can be done; says why not otherwise. */
export type WritePdf = (source: PdfSource, target: Uri) => Promise<string | undefined>;

/** Everything that can be done with maps by command. */
export function registerMapCommands(
  previews: Previews,
  current: CurrentJourney,
  writePdf: WritePdf | undefined,
): Disposable {
  const open = async (uri: unknown, toSide: boolean, locked: boolean): Promise<void> => {
    const shown = uri instanceof Uri ? uri : await current.orExample();
    if (shown === undefined) return;
    if (isOfThePast(shown)) {
      await offerComparison(shown);
      return;
    }
    // Beside its text, also when something else stands before that.
    if (toSide) await current.showText(shown);
    previews.open(shown, { toSide, locked });
  };
  return Disposable.from(
    commands.registerCommand('journey.showMap', async (uri?: unknown) => open(uri, false, false)),
    commands.registerCommand('journey.showMapToSide', async (uri?: unknown) => open(uri, true, false)),
    commands.registerCommand('journey.showLockedMapToSide', async (uri?: unknown) => open(uri, true, true)),
    commands.registerCommand('journey.toggleLock', () => previews.toggleLock()),
    commands.registerCommand('journey.refreshMap', () => previews.meant?.showAnew()),
    commands.registerCommand('journey.findInMap', () => previews.meant?.run('find')),
    commands.registerCommand('journey.fitMap', () => previews.meant?.run('fit')),
    commands.registerCommand('journey.copyMap', () => previews.meant?.run('copy')),
    commands.registerCommand('journey.showSource', async () => {
      const { meant } = previews;
      if (meant !== undefined) await current.showText(meant.uri);
    }),
    commands.registerCommand('journey.exportMap', async (format?: unknown) => {
      const preview = previews.exported;
      const uri = preview?.uri ?? (await current.orExample());
      if (uri === undefined) return;
      const chosen = typeof format === 'string' ? (format as Format) : await chooseFormat();
      if (chosen === undefined) return;
      if (chosen === 'pdf') await exportPdf(uri, preview?.choice ?? {}, writePdf);
      else await (preview ?? previews.open(uri, { toSide: true, locked: false })).export(chosen);
    }),
    // For tests: what the map shows. Not in the manifest, so that nobody else meets it.
    commands.registerCommand('_journey.reportMap', async () => previews.meant?.report()),
  );
}

type Format = PageFormat | 'pdf';

async function chooseFormat(): Promise<Format | undefined> {
  const items: readonly (QuickPickItem & { readonly format: Format })[] = [
    { label: 'SVG', description: l10n.t('A picture that stays sharp at any size'), format: 'svg' },
    { label: 'PNG', description: l10n.t('A picture for slides and chats'), format: 'png' },
    { label: 'PDF', description: l10n.t('Pages for printing'), format: 'pdf' },
    { label: 'HTML', description: l10n.t('A page of its own with zoom, search and table'), format: 'html' },
    { label: 'Markdown', description: l10n.t('A table for documents and pull requests'), format: 'markdown' },
  ];
  const chosen = await window.showQuickPick(items, { placeHolder: l10n.t('Export the map as') });
  return chosen?.format;
}

async function exportPdf(uri: Uri, choice: MapChoice, writePdf: WritePdf | undefined): Promise<void> {
  if (writePdf === undefined) {
    void window.showWarningMessage(
      l10n.t('VS Code for the web cannot write a PDF. Export the map as HTML, open it and print it to a PDF.'),
    );
    return;
  }
  const target = await window.showSaveDialog({ ...besideJourney(uri, 'pdf'), filters: { PDF: ['pdf'] } });
  if (target === undefined) return;
  const document = await workspace.openTextDocument(uri);
  const source = { uri, text: document.getText(), preset: mapSettings(uri).lanes, choice };
  const problem = await writePdf(source, target);
  if (problem === undefined) void window.showInformationMessage(l10n.t('The map was saved as {0}.', target.fsPath));
  else void window.showWarningMessage(problem);
}
