import { commands, Disposable, l10n, type QuickPickItem, type Uri, ViewColumn, window } from 'vscode';
import type { ComparedChange, CompareResult, EarlierTexts } from '../../server/protocol.ts';
import { rangeOf } from '../journeys/item.ts';
import type { LanguageService } from '../language-service.ts';
import type { Previews } from '../preview/previews.ts';
import { Gutter } from './gutter.ts';

/** Something that a journey is compared with. */
export interface Earlier extends EarlierTexts {
  /** The file as it was, for an editor. */
  readonly uri: Uri;
}

/** After a change of the text the marks wait so long for the next one, in milliseconds. */
const pause = 300;

/**
 * A journey held against an earlier version of it: marks beside the text, both versions in the map, and a list to step through,
 * each line leading to both places side by side. Follows what is typed until it is ended.
 */
export class Comparison extends Disposable {
  readonly #service: LanguageService;
  readonly #previews: Previews;
  readonly #uri: Uri;
  readonly #earlier: Earlier;
  readonly #gutter = new Gutter();
  readonly #own: readonly Disposable[];
  #result: CompareResult | undefined;
  #at = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(service: LanguageService, previews: Previews, uri: Uri, earlier: Earlier) {
    super(() => this.#end());
    this.#service = service;
    this.#previews = previews;
    this.#uri = uri;
    this.#earlier = earlier;
    this.#own = [
      this.#gutter,
      service.onDidSendChange((changed) => {
        if (changed.toString() !== uri.toString()) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => void this.#compare(), pause);
      }),
      window.onDidChangeVisibleTextEditors(() => this.#mark()),
    ];
  }

  /** Opens the map of both versions beside the text and gives how many changes there are. */
  async begin(): Promise<number> {
    await this.#compare();
    if (this.#changes.length === 0) return 0;
    await window.showTextDocument(this.#uri, { viewColumn: ViewColumn.One, preview: false });
    this.#mark();
    this.#previews.open(this.#uri, { toSide: true, locked: false });
    this.#previews.showSince(this.#uri, { name: this.#earlier.name, texts: this.#earlier.texts });
    await commands.executeCommand('setContext', 'journey.comparing', true);
    return this.#changes.length;
  }

  /** A list that stays open while one change after the other is looked at. */
  showList(): void {
    const list = window.createQuickPick<QuickPickItem & { readonly index: number }>();
    list.title = l10n.t('Changes since {0}', this.#earlier.name);
    list.placeholder = l10n.t('Friction score (estimate): {0}', this.#effects);
    list.items = this.#changes.map(({ kind, text, of }, index) => ({
      label: `$(${ICONS[kind]}) ${text}`,
      description: of,
      index,
    }));
    list.matchOnDescription = true;
    list.ignoreFocusOut = true;
    list.activeItems = list.items.filter(({ index }) => index === Math.max(0, this.#at));
    list.onDidAccept(() => {
      const [chosen] = list.selectedItems;
      if (chosen !== undefined) void this.#show(chosen.index, true);
    });
    list.onDidHide(() => list.dispose());
    list.show();
  }

  /** The next change (1) or the one before (−1); from the last one on to the first. */
  async step(by: 1 | -1): Promise<void> {
    const count = this.#changes.length;
    if (count === 0) return;
    const next = this.#at < 0 ? (by === 1 ? 0 : count - 1) : (this.#at + by + count) % count;
    await this.#show(next, false);
  }

  get #changes(): readonly ComparedChange[] {
    const { journeys = [], shared = [] } = this.#result ?? {};
    return [...journeys.flatMap(({ changes }) => changes), ...shared];
  }

  get #effects(): string {
    return (this.#result?.journeys ?? []).map(({ title, score }) => `${title}: ${score}`).join(' · ');
  }

  async #compare(): Promise<void> {
    try {
      const params = { textDocument: { uri: this.#uri.toString() }, texts: this.#earlier.texts };
      this.#result = (await this.#service.request<CompareResult | null>('journey/compare', params)) ?? undefined;
    } catch {
      // The server has ended: it comes back, and the next change is compared again.
      return;
    }
    this.#mark();
  }

  #mark(): void {
    for (const editor of window.visibleTextEditors) {
      if (editor.document.uri.toString() === this.#uri.toString()) this.#gutter.mark(editor, this.#changes);
    }
  }

  /** Both places, side by side. */
  async #show(index: number, preserveFocus: boolean): Promise<void> {
    const change = this.#changes[index];
    const place = change?.after ?? change?.before;
    if (change === undefined || place === undefined) return;
    this.#at = index;
    const title = l10n.t('{0}: {1} and now', this.#uri.path.split('/').at(-1) ?? '', this.#earlier.name);
    const options = { selection: rangeOf(place), viewColumn: ViewColumn.One, preserveFocus, preview: true };
    await commands.executeCommand('vscode.diff', this.#earlier.uri, this.#uri, title, options);
    const said = l10n.t('Change {0} of {1}: {2}', index + 1, this.#changes.length, change.text);
    window.setStatusBarMessage(said, 8000);
  }

  #end(): void {
    clearTimeout(this.#timer);
    for (const editor of window.visibleTextEditors) this.#gutter.clear(editor);
    for (const each of this.#own) each.dispose();
    this.#previews.showSince(this.#uri, undefined);
    void commands.executeCommand('setContext', 'journey.comparing', false);
  }
}

const ICONS: Readonly<Record<ComparedChange['kind'], string>> = {
  added: 'diff-added',
  removed: 'diff-removed',
  moved: 'arrow-swap',
  renamed: 'diff-renamed',
  changed: 'diff-modified',
};
