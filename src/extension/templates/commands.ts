import { commands, Disposable, env, l10n, type QuickPickItem, SnippetString, Uri, window, workspace } from 'vscode';
import { type Example, examples, QUICK_START, readExample } from './examples.ts';
import { FIRST_TITLE, minimalJourney } from './minimal.ts';
import { fileNameFor, freeUri } from './new-file.ts';
import { chooseFolder, choosePlace, fill, openNew } from './open-new.ts';

/**
 * Beginning a journey: from nothing, or from one of the examples that are shipped.
 *
 * @param home the folder that is proposed where none is open; missing where there is no disk
 */
export function registerTemplateCommands(extensionUri: Uri, home: Uri | undefined): Disposable {
  return Disposable.from(
    commands.registerCommand('journey.new', async () => {
      const chosen = await chooseTemplate();
      if (chosen?.example === undefined) return chosen && openMinimal(home);
      return openExample(extensionUri, chosen.example);
    }),
    commands.registerCommand('journey.openExample', async () =>
      openText(extensionUri, QUICK_START, workspace.workspaceFolders?.[0]?.uri),
    ),
  );
}

interface Template extends QuickPickItem {
  /** Missing for the smallest journey. */
  readonly example?: Example;
}

async function chooseTemplate(): Promise<Template | undefined> {
  const items: readonly Template[] = [
    {
      label: l10n.t('Empty journey'),
      description: l10n.t('One persona, two stages, and the places to fill in'),
    },
    ...examples().map((example) => ({ label: example.title, description: example.description, example })),
  ];
  return window.showQuickPick(items, { placeHolder: l10n.t('What the new journey begins with') });
}

/** A new file with the cursor at the first thing to fill in. Nothing is there before everything has been answered. */
async function openMinimal(home: Uri | undefined): Promise<void> {
  const locale = env.language.toLowerCase().startsWith('ja') ? 'ja' : 'en';
  const title = await window.showInputBox({
    // Where it has no place, the file has a name only when it is saved.
    prompt:
      workspace.workspaceFolders?.[0] === undefined && home === undefined
        ? l10n.t('What is the journey called?')
        : l10n.t('What is the journey called? The file is named after it.'),
    value: FIRST_TITLE[locale],
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('Write what the customer sets out to do.') : undefined),
  });
  if (title === undefined) return;
  const place = await choosePlace(fileNameFor(title), home);
  if (place === 'cancelled') return;
  const editor = await openNew(place);
  await editor.insertSnippet(new SnippetString(minimalJourney(title.trim(), locale)));
}

async function openExample(extensionUri: Uri, example: Example): Promise<void> {
  const [first = QUICK_START, ...others] = example.files;
  const root = await chooseFolder();
  if (root === 'cancelled') return undefined;
  if (others.length === 0) return openText(extensionUri, first, root);
  if (root === undefined) return askForFolder();
  const [name = ''] = first.split('/');
  const folder = await freeUri(root, name);
  for (const file of example.files) {
    const target = Uri.joinPath(folder, ...file.split('/').slice(1));
    await workspace.fs.writeFile(target, await readExample(extensionUri, file));
  }
  await window.showTextDocument(Uri.joinPath(folder, ...first.split('/').slice(1)), { preview: false });
  return undefined;
}

/** Its files import each other, so they must lie somewhere. */
async function askForFolder(): Promise<void> {
  const open = l10n.t('Open Folder');
  const message = l10n.t('This example has several files. Open a folder first, then choose it again.');
  if ((await window.showInformationMessage(message, open)) === open) {
    await commands.executeCommand('workbench.action.files.openFolder');
  }
}

/** One file of an example as a new file that has not been saved. */
async function openText(extensionUri: Uri, file: string, folder: Uri | undefined): Promise<void> {
  const content = new TextDecoder().decode(await readExample(extensionUri, file));
  const [name = ''] = file.split('.');
  await fill(await openNew(folder && (await freeUri(folder, name, '.journey'))), content);
}
