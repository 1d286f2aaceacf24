import {
  type FileDecorationProvider,
  l10n,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  workspace,
} from 'vscode';
import type { Place } from '../../model/place.ts';
import type { TreeFinding, TreeJourney } from '../../server/protocol.ts';
import type { Node } from './nodes.ts';

const ICONS: Readonly<Record<Exclude<Node['kind'], 'finding'>, string>> = {
  journey: 'map',
  stage: 'layers',
  touchpoint: 'circle-outline',
  group: 'tag',
};

const ERROR = new ThemeColor('list.errorForeground');

const SEVERITY_ICONS: Readonly<Record<TreeFinding['severity'], ThemeIcon>> = {
  error: new ThemeIcon('error', ERROR),
  warning: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  information: new ThemeIcon('info'),
  hint: new ThemeIcon('lightbulb'),
};

/** A line of the view, as VS Code shows it. */
export function itemOf(node: Node): TreeItem {
  const { kind, id, label, count, place, children } = node;
  const item = new TreeItem(
    label,
    children.length === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed,
  );
  item.id = id;
  item.contextValue = kind;
  item.iconPath = iconOf(node);
  item.description = descriptionOf(node);
  item.tooltip = tooltipOf(node);
  // What is read aloud would be the tooltip otherwise.
  item.accessibilityInformation = { label: saidOf(node) };
  if (count > 0) item.resourceUri = countUri(node);
  if (place !== undefined) {
    item.command = {
      command: 'vscode.open',
      title: l10n.t('Open'),
      arguments: [Uri.parse(place.uri), { selection: rangeOf(place) }],
    };
  }
  return item;
}

function iconOf({ kind, findings: [finding] }: Node): ThemeIcon {
  if (kind !== 'finding') return new ThemeIcon(ICONS[kind]);
  return SEVERITY_ICONS[finding?.severity ?? 'information'];
}

function descriptionOf({ kind, hasNamesake, journey, findings: [finding] }: Node): string {
  if (kind === 'finding') return finding?.code ?? '';
  return hasNamesake && journey !== undefined ? pathOf(journey) : '';
}

function tooltipOf(node: Node): string {
  const { kind, journey } = node;
  if (kind === 'finding') return [node.label, descriptionOf(node)].join('\n');
  if (kind !== 'journey' || journey === undefined) return saidOf(node);
  return l10n.t('{0} – friction score {1} (estimate) – {2}', saidOf(node), journey.score, pathOf(journey));
}

function saidOf({ label, count }: Node): string {
  if (count === 0) return label;
  return count === 1 ? l10n.t('{0}, 1 finding', label) : l10n.t('{0}, {1} findings', label, count);
}

function pathOf({ place }: TreeJourney): string {
  return workspace.asRelativePath(Uri.parse(place.uri));
}

/** Where something is written, for who opens it. */
export function rangeOf({ range: { start, end } }: Place): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** Stands for a number at the right edge of a line and says it in its path, so that it can be decorated. */
const COUNT = 'journey-findings';

function countUri({ count, findings }: Node): Uri {
  const hasErrors = findings.some(({ severity }) => severity === 'error');
  return Uri.from({ scheme: COUNT, path: `/${hasErrors ? 'errors' : 'findings'}/${count}` });
}

/**
 * How many findings there are in a line, as the explorer says it of a file: never cut off, whatever the width. Red where the text
 * itself is wrong; were warnings coloured, too, next to no line would be without.
 */
export const counts: FileDecorationProvider = {
  provideFileDecoration: ({ scheme, path }) => {
    if (scheme !== COUNT) return undefined;
    const [, kind, count = ''] = path.split('/');
    // There is room for two letters.
    return { badge: count.length > 2 ? '++' : count, ...(kind === 'errors' ? { color: ERROR } : {}) };
  },
};
