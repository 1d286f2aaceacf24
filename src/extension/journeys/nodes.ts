import type { TreeFile, TreeFinding, TreeJourney, TreeStage, WorkspaceTree } from '../../server/protocol.ts';
import type { Place } from '../../model/place.ts';

/** What the view is ordered by. */
export const GROUPINGS = ['journey', 'persona', 'channel', 'owner', 'cause'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Which findings count: all, or only errors and warnings. What has none of them is left out unless all is shown. */
export const FILTERS = ['all', 'findings', 'problems'] as const;
export type Filter = (typeof FILTERS)[number];

/** One line of the view. */
export interface Node {
  readonly kind: 'journey' | 'stage' | 'touchpoint' | 'finding' | 'group';
  /** The same for the same thing after a change, so that what is unfolded stays so. */
  readonly id: string;
  readonly label: string;
  /** How many findings there are in it. */
  readonly count: number;
  /** The findings in it, whatever lies between. */
  readonly findings: readonly TreeFinding[];
  /** Where it is written; missing for a group. */
  readonly place?: Place;
  /** The journey that it belongs to; missing for a group. */
  readonly journey?: TreeJourney;
  /** For a journey: another one has the same title, so that only the file tells which it is. */
  readonly hasNamesake: boolean;
  readonly children: readonly Node[];
}

/** What groups without a name of their own are called. */
export interface GroupNames {
  readonly noOwner: string;
  readonly causes: Readonly<Record<TreeFinding['cause'], string>>;
}

/** The lines of the view. */
export function nodesOf(tree: WorkspaceTree, grouping: Grouping, filter: Filter, names: GroupNames): readonly Node[] {
  // By folder and name, as in the explorer: what belongs together stands together, whatever was read first.
  const files = tree.files.toSorted((a, b) => (a.uri < b.uri ? -1 : 1));
  const all = files.flatMap((file) => file.journeys.map((journey) => ({ file, journey })));
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { journey } of all) (seen.has(journey.title) ? repeated : seen).add(journey.title);
  const journeys = all.map(({ file, journey }) => ({ file, journey, hasNamesake: repeated.has(journey.title) }));
  const nodes =
    grouping === 'journey'
      ? journeys.map((each) => wholeJourney(each, filter))
      : groupsOf(journeys, grouping, names).map((group) => groupNode(group, filter));
  const sorted = grouping === 'journey' ? nodes : nodes.toSorted(byCount);
  return filter === 'all' ? sorted : sorted.filter(({ count }) => count > 0);
}

function byCount(a: Node, b: Node): number {
  return b.count - a.count || (a.label < b.label ? -1 : 1);
}

interface InFile {
  readonly file: TreeFile;
  readonly journey: TreeJourney;
  readonly hasNamesake: boolean;
}

function wholeJourney({ file, journey, hasNamesake }: InFile, filter: Filter): Node {
  const id = `${file.uri}#${journey.key}`;
  const findings = counted(journey.issues, filter);
  const stages = journey.stages.map((stage) => stageNode(stage, journey, id, findings));
  const own = findings.filter(({ stage, touchpoint }) => stage === undefined && touchpoint === undefined);
  return {
    kind: 'journey',
    id,
    label: journey.title,
    count: findings.length,
    findings,
    place: journey.place,
    journey,
    hasNamesake,
    children: [...kept(stages, filter), ...findingNodes(own, journey, id)],
  };
}

function stageNode(stage: TreeStage, journey: TreeJourney, outer: string, all: readonly TreeFinding[]): Node {
  const id = `${outer}/${stage.key}`;
  const keys = new Set(stage.touchpoints.map(({ key }) => key));
  const findings = all.filter((each) => each.stage === stage.key || keys.has(each.touchpoint ?? ''));
  const touchpoints = stage.touchpoints.map((touchpoint): Node => {
    const here = findings.filter((each) => each.touchpoint === touchpoint.key);
    const inner = `${id}/${touchpoint.key}`;
    return {
      kind: 'touchpoint',
      id: inner,
      label: touchpoint.title,
      count: here.length,
      findings: here,
      place: touchpoint.place,
      journey,
      hasNamesake: false,
      children: findingNodes(here, journey, inner),
    };
  });
  const own = findings.filter(({ touchpoint }) => touchpoint === undefined || !keys.has(touchpoint));
  return {
    kind: 'stage',
    id,
    label: stage.title,
    count: findings.length,
    findings,
    place: stage.place,
    journey,
    hasNamesake: false,
    children: [...touchpoints, ...findingNodes(own, journey, id)],
  };
}

interface Group {
  readonly key: string;
  readonly title: string;
  readonly members: readonly (InFile & { readonly findings: readonly TreeFinding[] })[];
}

function groupsOf(
  journeys: readonly InFile[],
  grouping: Exclude<Grouping, 'journey'>,
  names: GroupNames,
): readonly Group[] {
  const groups = new Map<string, { title: string; members: Group['members'][number][] }>();
  for (const each of journeys) {
    for (const { key, title, findings } of partsOf(each.journey, grouping, names)) {
      const group = groups.get(key) ?? { title, members: [] };
      groups.set(key, group);
      group.members.push({ ...each, findings });
    }
  }
  return [...groups].map(([key, { title, members }]) => ({ key, title, members }));
}

interface Part {
  readonly key: string;
  readonly title: string;
  readonly findings: readonly TreeFinding[];
}

/** What a journey has to do with each group that it belongs to. */
function partsOf(journey: TreeJourney, by: Exclude<Grouping, 'journey'>, names: GroupNames): readonly Part[] {
  const { issues, personas, channels, owner, stages } = journey;
  if (by === 'owner') return [{ key: owner ?? '', title: owner ?? names.noOwner, findings: issues }];
  if (by === 'persona') {
    return personas.map(({ key, title }) => ({
      key,
      title,
      findings: issues.filter((each) => each.personas.length === 0 || each.personas.includes(key)),
    }));
  }
  if (by === 'channel') {
    const touchpoints = stages.flatMap((stage) => stage.touchpoints);
    return channels.map(({ key, title }) => {
      const here = new Set(touchpoints.filter((each) => each.channels.includes(key)).map((each) => each.key));
      return { key, title, findings: issues.filter(({ touchpoint }) => here.has(touchpoint ?? '')) };
    });
  }
  const causes = [...new Set(issues.map(({ cause }) => cause))];
  return causes.map((key) => ({
    key,
    title: names.causes[key],
    findings: issues.filter(({ cause }) => cause === key),
  }));
}

function groupNode({ key, title, members }: Group, filter: Filter): Node {
  const id = `group ${key}`;
  const children = members.map(({ file, journey, hasNamesake, findings }): Node => {
    const inner = `${id}/${file.uri}#${journey.key}`;
    const here = counted(findings, filter);
    return {
      kind: 'journey',
      id: inner,
      label: journey.title,
      count: here.length,
      findings: here,
      place: journey.place,
      journey,
      hasNamesake,
      children: findingNodes(here, journey, inner),
    };
  });
  const findings = children.flatMap((child) => child.findings);
  return {
    kind: 'group',
    id,
    label: title,
    count: findings.length,
    findings,
    hasNamesake: false,
    children: kept(children, filter),
  };
}

function findingNodes(findings: readonly TreeFinding[], journey: TreeJourney, outer: string): readonly Node[] {
  return findings.map((finding, index) => ({
    kind: 'finding',
    id: `${outer}!${finding.code}${index}`,
    label: finding.message,
    count: 0,
    findings: [finding],
    place: finding.place,
    journey,
    hasNamesake: false,
    children: [],
  }));
}

function counted(findings: readonly TreeFinding[], filter: Filter): readonly TreeFinding[] {
  if (filter !== 'problems') return findings;
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

function kept(nodes: readonly Node[], filter: Filter): readonly Node[] {
  return filter === 'all' ? nodes : nodes.filter(({ count }) => count > 0);
}
