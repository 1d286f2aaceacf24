import {
  commands,
  Disposable,
  l10n,
  Position,
  type QuickPickItem,
  QuickPickItemKind,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { TreeFinding, TreeJourney } from '../../server/protocol.ts';
import { showReferences } from '../lens-commands.ts';
import type { Previews } from '../preview/previews.ts';
import { rangeOf } from './item.ts';
import { FILTERS, GROUPINGS, type Node } from './nodes.ts';
import { filterLabels, groupingLabels } from './texts.ts';
import type { JourneysView } from './view.ts';

/** What can be done in the view of the journeys. */
export function registerJourneysCommands(view: JourneysView, previews: Previews): Disposable {
  return Disposable.from(
    commands.registerCommand('journey.groupJourneys', async () => {
      const chosen = await choose(GROUPINGS, groupingLabels(), view.grouping);
      if (chosen !== undefined) await view.order(chosen);
    }),
    commands.registerCommand('journey.filterJourneys', async () => {
      const chosen = await choose(FILTERS, filterLabels(), view.filter);
      if (chosen !== undefined) await view.show(chosen);
    }),
    commands.registerCommand('journey.showFindings', async (node: Node) => showFindings(node)),
    commands.registerCommand('journey.openNodeMap', ({ journey }: Node) => {
      if (journey === undefined) return;
      previews.open(Uri.parse(journey.place.uri), { toSide: false, locked: false }).choose(journey.key);
    }),
    commands.registerCommand('journey.findNodeReferences', async ({ place }: Node) => {
      if (place === undefined) return;
      const uri = Uri.parse(place.uri);
      const { start } = place.range;
      await window.showTextDocument(uri, { selection: rangeOf(place) });
      await showReferences(uri, new Position(start.line, start.character));
    }),
    // For tests: the lines of the view. Not in the manifest, so that nobody else meets it.
    commands.registerCommand('_journey.listJourneys', async (node?: Node | null) =>
      view.getChildren(node ?? undefined),
    ),
  );
}

async function choose<T extends string>(
  all: readonly T[],
  labels: Readonly<Record<T, string>>,
  current: T,
): Promise<T | undefined> {
  const items = all.map((value) => ({ label: `${value === current ? '$(check) ' : ''}${labels[value]}`, value }));
  return (await window.showQuickPick(items))?.value;
}

/** All findings in a part of the view as a list, each leading to its place. */
async function showFindings({ kind, label, findings, children, journey }: Node): Promise<void> {
  const icons: Readonly<Record<TreeFinding['severity'], string>> = {
    error: 'error',
    warning: 'warning',
    information: 'info',
    hint: 'lightbulb',
  };
  // A message is longer than the list is wide: where it is stands in front.
  const itemOf = (finding: TreeFinding, inside: TreeJourney | undefined): FindingItem => ({
    label: `$(${icons[finding.severity]}) ${subjectOf(finding, inside)}`,
    description: finding.code,
    detail: finding.message,
    finding,
  });
  // Of several journeys each has a heading: what is wrong in one of them may be wrong in another in the same words.
  const items =
    kind === 'group'
      ? children.flatMap((child) => [headingOf(child), ...child.findings.map((each) => itemOf(each, child.journey))])
      : findings.map((each) => itemOf(each, journey));
  const placeHolder = l10n.t('All findings of {0}', label);
  const chosen = await window.showQuickPick(items, { placeHolder, matchOnDescription: true, matchOnDetail: true });
  if (chosen?.finding === undefined) return;
  const { place } = chosen.finding;
  await window.showTextDocument(Uri.parse(place.uri), { selection: rangeOf(place) });
}

/** What a finding is about, by its title. */
function subjectOf({ stage, touchpoint }: TreeFinding, journey: TreeJourney | undefined): string {
  const stages = journey?.stages ?? [];
  const found =
    stages.flatMap(({ touchpoints }) => touchpoints).find(({ key }) => key === touchpoint) ??
    stages.find(({ key }) => key === stage) ??
    journey;
  return found?.title ?? '';
}

interface FindingItem extends QuickPickItem {
  /** Missing for a heading. */
  readonly finding?: TreeFinding;
}

function headingOf({ label, place }: Node): FindingItem {
  const path = place === undefined ? '' : ` – ${workspace.asRelativePath(Uri.parse(place.uri))}`;
  return { kind: QuickPickItemKind.Separator, label: `${label}${path}` };
}
