import { l10n, Uri, type WebviewPanel } from 'vscode';

/** Says on the tab of a map whose it is, and whether it stays with that file. */
export function namePanel(panel: WebviewPanel, { path }: Uri, locked: boolean, extensionUri: Uri): void {
  const name = path.split('/').at(-1) ?? '';
  panel.title = locked ? l10n.t('[Map] {0}', name) : l10n.t('Map: {0}', name);
  panel.iconPath = {
    light: Uri.joinPath(extensionUri, 'media', 'journey-light.svg'),
    dark: Uri.joinPath(extensionUri, 'media', 'journey-dark.svg'),
  };
}
