import { type Disposable, EventEmitter, l10n, type Uri, workspace } from 'vscode';
import type { CompareParams, CompareResult } from '../../server/protocol.ts';
import type { LanguageService } from '../language-service.ts';
import { historyOf, onDidChangeHistory } from './git.ts';

/** What has changed in journeys since the last commit, in a few words for the line above each. */
export class SinceCommit implements Disposable {
  readonly #service: LanguageService;
  readonly #changed = new EventEmitter<void>();
  /** There is another last commit, or now there is one at all. */
  readonly onDidChange = this.#changed.event;
  #listening: Promise<Disposable | undefined> | undefined;
  /** The comparison of each file, as long as neither it nor the commit is another. */
  readonly #known = new Map<string, { readonly of: string; readonly result: Promise<CompareResult | null> }>();

  constructor(service: LanguageService) {
    this.#service = service;
  }

  /** Whether there is a commit to compare with. */
  async isKnown(uri: Uri): Promise<boolean> {
    this.#listening ??= onDidChangeHistory(() => this.#changed.fire());
    await this.#listening;
    return (await historyOf(uri))?.commit !== undefined;
  }

  /** Such as `3 changes since the last commit, friction 43 → 37`; undefined where nobody can tell. */
  async summaryOf(uri: Uri, journey: string): Promise<string | undefined> {
    const result = await this.#compare(uri);
    if (result === undefined) return undefined;
    const own = result?.journeys.find(({ key }) => key === journey);
    if (own === undefined) return l10n.t('No change since the last commit');
    if (own.verdict === 'new') return l10n.t('New since the last commit');
    const count = own.changes.length;
    return count === 1
      ? l10n.t('1 change since the last commit, friction {0}', own.score)
      : l10n.t('{0} changes since the last commit, friction {1}', count, own.score);
  }

  dispose(): void {
    this.#changed.dispose();
    void this.#listening?.then((listening) => listening?.dispose());
  }

  async #compare(uri: Uri): Promise<CompareResult | null | undefined> {
    const history = await historyOf(uri);
    if (history?.commit === undefined) return undefined;
    const key = uri.toString();
    const version = workspace.textDocuments.find((document) => document.uri.toString() === key)?.version;
    const of = `${history.commit} ${version}`;
    const known = this.#known.get(key);
    if (known?.of === of) return known.result;
    const result = history.textsAt('HEAD').then(async (texts) => {
      const params: CompareParams = { textDocument: { uri: key }, texts };
      return this.#service.request<CompareResult | null>('journey/compare', params);
    });
    this.#known.set(key, { of, result });
    return result.catch(() => undefined);
  }
}
