import {
  Disposable,
  EventEmitter,
  l10n,
  type Memento,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeDataProvider,
  type TreeView,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { WorkspaceTree } from '../../server/protocol.ts';
import type { Place } from '../../model/place.ts';
import type { LanguageService } from '../language-service.ts';
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
    ];
    this.#describe();
  }

  get grouping(): Grouping {
    return this.#remembered('journeys.grouping', GROUPINGS);
  }

  get filter(): Filter {
    return this.#remembered('journeys.filter', FILTERS);
  }

  async order(grouping: Grouping): Promise<void> {
    await this.#memory.update('journeys.grouping', grouping);
    this.#describe();
    this.#changed.fire();
  }

  async show(filter: Filter): Promise<void> {
    await this.#memory.update('journeys.filter', filter);
    this.#describe();
    this.#changed.fire();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node !== undefined) return [...node.children];
    if (this.#tree === undefined) await this.#ask();
    if (this.#tree === undefined) return [];
    return [...nodesOf(this.#tree, this.grouping, this.filter, groupNames())];
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

  #describe(): void {
    const parts = [groupingLabels()[this.grouping], ...(this.filter === 'all' ? [] : [filterLabels()[this.filter]])];
    this.#view.description = parts.join(' · ');
  }

  #end(): void {
    clearTimeout(this.#timer);
    for (const each of this.#own) each.dispose();
  }
}

const ICONS: Readonly<Record<Exclude<Node['kind'], 'finding'>, string>> = {
  journey: 'map',
  stage: 'layers',
  touchpoint: 'circle-outline',
  group: 'folder',
};

const SEVERITY_ICONS = {
  error: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  warning: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  information: new ThemeIcon('info'),
  hint: new ThemeIcon('lightbulb'),
};

function itemOf({ kind, id, label, count, place, journey, children, findings: [finding] }: Node): TreeItem {
  const item = new TreeItem(
    label,
    children.length === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed,
  );
  item.id = id;
  item.contextValue = kind;
  item.iconPath = kind === 'finding' && finding ? SEVERITY_ICONS[finding.severity] : new ThemeIcon(iconOf(kind));
  if (kind === 'finding') item.description = finding?.code ?? '';
  else if (count > 0) item.description = countText(count);
  if (kind === 'finding') item.tooltip = label;
  else if (journey !== undefined) {
    const path = workspace.asRelativePath(Uri.parse(journey.place.uri));
    item.tooltip = l10n.t('{0} – friction score {1} (estimate) – {2}', journey.title, journey.score, path);
  }
  if (place !== undefined) {
    item.command = {
      command: 'vscode.open',
      title: l10n.t('Open'),
      arguments: [Uri.parse(place.uri), { selection: rangeOf(place) }],
    };
  }
  return item;
}

function iconOf(kind: Node['kind']): string {
  return kind === 'finding' ? 'info' : ICONS[kind];
}

function countText(count: number): string {
  return count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count);
}

/** Where something is written, for who opens it. */
export function rangeOf({ range: { start, end } }: Place): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
