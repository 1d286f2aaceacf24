import { commands, Disposable, l10n, Uri, window, workspace } from 'vscode';
import type { ComparedChange, CompareParams, CompareResult, LensTarget } from '../../server/protocol.ts';
import { rangeOf } from '../journeys/view.ts';
import { JOURNEY, type LanguageService } from '../language-service.ts';
import { type EarlierText, type FileHistory, historyOf } from './git.ts';
import { Gutter } from './gutter.ts';

/** Something that a journey is compared with. */
interface Earlier {
  readonly name: string;
  readonly texts: readonly EarlierText[];
  /** The file as it was, for an editor. */
  readonly uri: Uri;
}

/** What has changed in a journey since a commit, on a branch, or against another file. */
export function registerCompareCommands(service: LanguageService): Disposable {
  const gutter = new Gutter();
  const compare = async (uri: Uri, find: (uri: Uri) => Promise<Earlier | undefined>): Promise<void> => {
    const earlier = await find(uri);
    if (earlier === undefined) return;
    const params: CompareParams = { textDocument: { uri: uri.toString() }, texts: earlier.texts };
    const result = await service.request<CompareResult | null>('journey/compare', params);
    if (result !== null) await showChanges(uri, earlier, result, gutter);
  };
  return Disposable.from(
    gutter,
    commands.registerCommand('journey.compareWithCommit', async (target?: LensTarget) => {
      const uri = target === undefined ? activeJourney() : Uri.parse(target.uri);
      if (uri !== undefined) await compare(uri, lastCommit);
    }),
    commands.registerCommand('journey.compareWithBranch', async () => {
      const uri = activeJourney();
      if (uri !== undefined) await compare(uri, chosenBranch);
    }),
    commands.registerCommand('journey.compareWithFile', async () => {
      const uri = activeJourney();
      if (uri !== undefined) await compare(uri, chosenFile);
    }),
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

async function chosenFile(uri: Uri): Promise<Earlier | undefined> {
  const files = (await workspace.findFiles('**/*.journey')).filter((file) => file.toString() !== uri.toString());
  const items = files.map((file) => ({ label: workspace.asRelativePath(file), file }));
  const chosen = await window.showQuickPick(items, { placeHolder: l10n.t('The file to compare with') });
  if (chosen === undefined) return undefined;
  const text = new TextDecoder().decode(await workspace.fs.readFile(chosen.file));
  return { name: chosen.label, texts: [{ uri: uri.toString(), text }], uri: chosen.file };
}

/** Says quietly when there is nothing to compare with. */
async function historyOrWord(uri: Uri): Promise<FileHistory | undefined> {
  const history = await historyOf(uri);
  if (history?.hasCommit === true) return history;
  window.setStatusBarMessage(l10n.t('This journey is in no git repository with a commit.'), 5000);
  return undefined;
}

async function earlierIn(history: FileHistory, ref: string, name: string): Promise<Earlier> {
  return { name, texts: await history.textsAt(ref), uri: history.uriAt(ref) };
}

/** A list to step through: each line leads to both places, side by side. */
async function showChanges(uri: Uri, earlier: Earlier, result: CompareResult, gutter: Gutter): Promise<void> {
  const all = [...result.journeys.flatMap(({ changes }) => changes), ...result.shared];
  const editor = await window.showTextDocument(uri);
  gutter.mark(editor, all);
  if (all.length === 0) {
    window.setStatusBarMessage(l10n.t('Nothing that a journey says has changed since {0}.', earlier.name), 5000);
    return;
  }
  const items = all.map((change) => ({
    label: `$(${ICONS[change.kind]}) ${change.text}`,
    description: change.of,
    change,
  }));
  const effects = result.journeys.map(({ title, score }) => `${title}: ${score}`).join(' · ');
  const placeHolder = l10n.t('Changes since {0}. Friction score (estimate): {1}', earlier.name, effects);
  const chosen = await window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  const place = chosen?.change.after ?? chosen?.change.before;
  if (chosen === undefined || place === undefined) return;
  const name = uri.path.split('/').at(-1) ?? '';
  const title = l10n.t('{0}: {1} and now', name, earlier.name);
  await commands.executeCommand('vscode.diff', earlier.uri, uri, title, { selection: rangeOf(place) });
}

const ICONS: Readonly<Record<ComparedChange['kind'], string>> = {
  added: 'diff-added',
  removed: 'diff-removed',
  moved: 'arrow-swap',
  renamed: 'diff-renamed',
  changed: 'diff-modified',
};
