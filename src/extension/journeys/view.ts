import {
  commands,
  Disposable,
  EventEmitter,
  type Memento,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
} from 'vscode';
import type { WorkspaceTree } from '../../server/protocol.ts';
import type { LanguageService } from '../language-service.ts';
import { counts, itemOf } from './item.ts';
import { type Filter, FILTERS, type Grouping, GROUPINGS, type Node, nodesOf } from './nodes.ts';
import { filterLabels, groupingLabels, groupNames } from './texts.ts';

/** After a change the view waits so long for the next one, in milliseconds. */
const pause = 300;

/** The journeys of the workspace in the side bar. Asks for them only while it can be seen. */
export class JourneysView extends Disposable implements TreeDataProvider<Node> {
  readonly #service: LanguageService;
  readonly #memory: Memento;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: TreeView<Node>;
  readonly #own: readonly Disposable[];
  #tree: WorkspaceTree | undefined;
  #isStale = true;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(service: LanguageService, memory: Memento) {
    super(() => this.#end());
    this.#service = service;
    this.#memory = memory;
    this.#view = window.createTreeView('journey.journeys', { treeDataProvider: this, showCollapseAll: true });
    this.#own = [
      this.#view,
      this.#changed,
      this.#view.onDidChangeVisibility(() => this.#refreshSoon(0)),
      service.onDidChangeTree(() => this.#stale()),
      service.onDidRestart(() => this.#stale()),
      window.registerFileDecorationProvider(counts),
    ];
  }

  get grouping(): Grouping {
    return this.#remembered('journeys.grouping', GROUPINGS);
  }

  get filter(): Filter {
    return this.#remembered('journeys.filter', FILTERS);
  }

  async order(grouping: Grouping): Promise<void> {
    await this.#memory.update('journeys.grouping', grouping);
    this.#changed.fire();
  }

  async show(filter: Filter): Promise<void> {
    await this.#memory.update('journeys.filter', filter);
    this.#changed.fire();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node !== undefined) return [...node.children];
    if (this.#tree === undefined) await this.#ask();
    if (this.#tree === undefined) return [];
    const nodes = nodesOf(this.#tree, this.grouping, this.filter, groupNames());
    this.#say(nodes.length > 0);
    return [...nodes];
  }

  getTreeItem(node: Node): TreeItem {
    return itemOf(node);
  }

  async #ask(): Promise<void> {
    this.#isStale = false;
    try {
      this.#tree = await this.#service.request<WorkspaceTree>('journey/workspaceTree', {});
    } catch {
      // The server has ended: it comes back and says so.
      this.#isStale = true;
    }
  }

  #stale(): void {
    this.#isStale = true;
    this.#refreshSoon(pause);
  }

  #refreshSoon(delay: number): void {
    clearTimeout(this.#timer);
    if (!this.#view.visible || !this.#isStale) return;
    this.#timer = setTimeout(() => {
      void this.#refresh();
    }, delay);
  }

  async #refresh(): Promise<void> {
    const before = this.#tree;
    await this.#ask();
    if (before !== this.#tree) this.#changed.fire();
  }

  #remembered<T extends string>(key: string, known: readonly [T, ...T[]]): T {
    const value = this.#memory.get(key);
    return known.find((each) => each === value) ?? known[0];
  }

  /** Above the lines, what they are ordered by and what is left out. Nothing where nothing is left: VS Code would show no welcome. */
  #say(hasLines: boolean): void {
    const parts = [
      ...(this.grouping === 'journey' ? [] : [groupingLabels()[this.grouping]]),
      ...(this.filter === 'all' ? [] : [filterLabels()[this.filter]]),
    ];
    // An empty workspace is told something else than one of which nothing is let through.
    void commands.executeCommand('setContext', 'journey.isFiltered', this.filter !== 'all');
    this.#view.message = hasLines && parts.length > 0 ? parts.join(' · ') : '';
  }

  #end(): void {
    clearTimeout(this.#timer);
    for (const each of this.#own) each.dispose();
  }
}
