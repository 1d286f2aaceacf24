import { commands, Disposable, env, l10n, type QuickPickItem, SnippetString, Uri, window, workspace } from 'vscode';
import { JOURNEY } from '../language-service.ts';
import { type Example, examples, quickStart, readExample } from './examples.ts';
import { MINIMAL } from './minimal.ts';

/** Beginning a journey: from nothing, or from one of the examples that are shipped. */
export function registerTemplateCommands(extensionUri: Uri): Disposable {
  return Disposable.from(
    commands.registerCommand('journey.new', async () => {
      const chosen = await chooseTemplate();
      if (chosen?.example === undefined) return chosen && openMinimal();
      return openExample(extensionUri, chosen.example);
    }),
    commands.registerCommand('journey.openExample', async () => openText(extensionUri, quickStart())),
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

/** A new file that has not been saved, with the cursor at the first thing to fill in. */
async function openMinimal(): Promise<void> {
  const document = await workspace.openTextDocument({ language: JOURNEY, content: '' });
  const editor = await window.showTextDocument(document);
  const locale = env.language.toLowerCase().startsWith('ja') ? 'ja' : 'en';
  await editor.insertSnippet(new SnippetString(MINIMAL[locale]));
}

async function openExample(extensionUri: Uri, example: Example): Promise<void> {
  const [first = quickStart(), ...others] = example.files;
  if (others.length === 0) return openText(extensionUri, first);
  if (workspace.workspaceFolders === undefined) return askForFolder();
  const root = await chooseFolder();
  if (root === undefined) return undefined;
  const [name = ''] = first.split('/');
  const folder = await freeFolder(root, name);
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

async function chooseFolder(): Promise<Uri | undefined> {
  const { workspaceFolders = [] } = workspace;
  if (workspaceFolders.length < 2) return workspaceFolders[0]?.uri;
  const placeHolder = l10n.t('The folder that the example is put into');
  return (await window.showWorkspaceFolderPick({ placeHolder }))?.uri;
}

/** One file of an example as a new file that has not been saved. */
async function openText(extensionUri: Uri, file: string): Promise<void> {
  const content = new TextDecoder().decode(await readExample(extensionUri, file));
  const document = await workspace.openTextDocument({ language: JOURNEY, content });
  await window.showTextDocument(document);
}

/** A folder of that name, or with a number behind it: nothing that is there is written over. */
async function freeFolder(root: Uri, name: string): Promise<Uri> {
  for (let number = 1; ; number++) {
    const folder = Uri.joinPath(root, number === 1 ? name : `${name}-${number}`);
    try {
      await workspace.fs.stat(folder);
    } catch {
      return folder;
    }
  }
}
