import { commands, Disposable, l10n, Uri, window, workspace } from 'vscode';
import type { LensTarget, WorkspaceTree } from '../../server/protocol.ts';
import { JOURNEY, type LanguageService } from '../language-service.ts';
import type { Previews } from '../preview/previews.ts';
import { Comparison, type Earlier } from './comparison.ts';
import { type FileHistory, historyOf } from './git.ts';

/** What has changed in a journey since a commit, on a branch, or against another file. */
export function registerCompareCommands(service: LanguageService, previews: Previews): Disposable {
  let current: Comparison | undefined;
  const end = (): void => {
    current?.dispose();
    current = undefined;
  };
  /** Resolves to whether a comparison is shown. */
  const compare = async (uri: Uri | undefined, find: (uri: Uri) => Promise<Earlier | undefined>): Promise<boolean> => {
    const earlier = uri && (await find(uri));
    if (uri === undefined || earlier === undefined) return false;
    end();
    const comparison = new Comparison(service, previews, uri, earlier);
    if ((await comparison.begin()) === 0) {
      comparison.dispose();
      window.setStatusBarMessage(l10n.t('Nothing that a journey says has changed since {0}.', earlier.name), 5000);
      return false;
    }
    current = comparison;
    comparison.showList();
    return true;
  };
  return Disposable.from(
    new Disposable(end),
    commands.registerCommand('journey.compareWithCommit', async (target?: LensTarget) =>
      compare(target === undefined ? activeJourney() : Uri.parse(target.uri), lastCommit),
    ),
    commands.registerCommand('journey.compareWithBranch', async () => compare(activeJourney(), chosenBranch)),
    commands.registerCommand('journey.compareWithFile', async () =>
      compare(activeJourney(), async (uri) => chosenFile(service, uri)),
    ),
    commands.registerCommand('journey.showChanges', () => current?.showList()),
    commands.registerCommand('journey.nextChange', async () => current?.step(1)),
    commands.registerCommand('journey.previousChange', async () => current?.step(-1)),
    commands.registerCommand('journey.endComparison', end),
  );
}

function activeJourney(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  return document?.languageId === JOURNEY ? document.uri : undefined;
}

async function lastCommit(uri: Uri): Promise<Earlier | undefined> {
  const history = await historyOrWord(uri);
  return history && earlierIn(history, 'HEAD', l10n.t('the last commit'));
}

async function chosenBranch(uri: Uri): Promise<Earlier | undefined> {
  const history = await historyOrWord(uri);
  if (history === undefined) return undefined;
  const branches = await history.branches();
  const name = await window.showQuickPick([...branches], { placeHolder: l10n.t('The branch to compare with') });
  return name === undefined ? undefined : earlierIn(history, name, name);
}

async function chosenFile(service: LanguageService, uri: Uri): Promise<Earlier | undefined> {
  // Not by VS Code's search, which not every file system of the web has.
  const { files } = await service.request<WorkspaceTree>('journey/workspaceTree', {});
  const items = files
    .map((file) => Uri.parse(file.uri))
    .filter((file) => file.toString() !== uri.toString())
    .map((file) => ({ label: workspace.asRelativePath(file), file }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  const chosen = await window.showQuickPick(items, { placeHolder: l10n.t('The file to compare with') });
  if (chosen === undefined) return undefined;
  const text = await textOf(chosen.file);
  return { name: chosen.label, texts: [{ uri: uri.toString(), text }], uri: chosen.file };
}

/** As it is in the editor, where alone a file is that was never saved. */
async function textOf(file: Uri): Promise<string> {
  const open = workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  return open?.getText() ?? new TextDecoder().decode(await workspace.fs.readFile(file));
}

/** Says quietly when there is nothing to compare with. */
async function historyOrWord(uri: Uri): Promise<FileHistory | undefined> {
  const history = await historyOf(uri);
  if (history?.commit !== undefined) return history;
  window.setStatusBarMessage(l10n.t('This journey is in no git repository with a commit.'), 5000);
  return undefined;
}

async function earlierIn(history: FileHistory, ref: string, name: string): Promise<Earlier> {
  return { name, texts: await history.textsAt(ref), uri: history.uriAt(ref) };
}
