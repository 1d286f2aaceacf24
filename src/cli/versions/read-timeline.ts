import { relative, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { stateOf } from '../../history/impact.ts';
import { figuresOf, type Timeline, type TimelinePoint, timelineOf } from '../../history/timeline.ts';
import { findingsOf } from '../../language/findings.ts';
import type { FileAccess } from '../../language/workspace/file-access.ts';
import { createWorkspace, type JourneyWorkspace } from '../../language/workspace/journey-workspace.ts';
import { modelOf } from '../../language/lowering/model-of.ts';
import { ownJourneys } from '../../model/model.ts';
import type { CheckedConfiguration } from '../configuration.ts';
import { decodeText, type Read } from '../files/read.ts';
import type { Git } from '../git/git.ts';
import type { Commit } from '../git/log.ts';
import { treeFiles, treePath, treeUri } from '../git/tree-files.ts';
import { readBlobs } from '../git/trees.ts';
import { fileUri } from '../inputs.ts';

/** Follows the journeys of one file, whatever it was called, over commits. `progress` is told how many are done. */
export async function readTimelines(
  git: Git,
  commits: readonly Commit[],
  file: string,
  configuration: CheckedConfiguration,
  progress: (done: number) => void,
): Promise<readonly Timeline[]> {
  const names = namesOver(commits, relative(git.root, file).split(sep).join('/'));
  const contents = await readBlobs(
    git,
    commits.flatMap(({ files }) => files.flatMap(({ blob }) => blob ?? [])),
  );
  const replay = new Replay(git, configuration);
  const points = new Map<string, TimelinePoint[]>();
  for (const [index, commit] of commits.entries()) {
    // One state after the other: each is made from the one before.
    await replay.step(commit, (blob) => decodeText(contents.get(blob)));
    for (const [id, point] of await replay.look(commit, names[index])) {
      const known = points.get(id) ?? [];
      points.set(id, known);
      if (!isDeepStrictEqual(known.at(-1)?.figures, point.figures)) known.push(point);
    }
    progress(index + 1);
  }
  return [...points].map(([id, all]) => timelineOf(id, all));
}

/** What the file was called after each commit, found backwards from its name today. */
function namesOver(commits: readonly Commit[], today: string): readonly string[] {
  const names: string[] = [];
  let name = today;
  for (const { files } of commits.toReversed()) {
    names.push(name);
    name = files.find(({ from, to }) => to === name && from !== undefined)?.from ?? name;
  }
  return names.toReversed();
}

class Replay {
  readonly #git: Git;
  readonly #tree = new Map<string, Read>();
  readonly #workspace: JourneyWorkspace;
  readonly #configuration: CheckedConfiguration;
  #changed: readonly string[] = [];

  constructor(git: Git, configuration: CheckedConfiguration) {
    this.#git = git;
    this.#configuration = configuration;
    const files: FileAccess = treeFiles(git, this.#tree);
    this.#workspace = createWorkspace({ files, roots: [fileUri(git.root)] });
  }

  /** Makes the files what they are after a commit. */
  async step({ files }: Commit, read: (blob: string) => Read): Promise<void> {
    for (const { from, to, blob } of files) {
      if (from !== undefined && from !== to) this.#tree.delete(from);
      if (to !== undefined && blob !== undefined) this.#tree.set(to, read(blob));
    }
    this.#changed = files.flatMap(({ from, to }) => [from, to].filter((path) => path !== undefined));
    const known = this.#changed.map((path) => treeUri(this.#git, path)).filter((uri) => this.#workspace.document(uri));
    if (known.length > 0) await this.#workspace.refresh(known);
  }

  /** The journeys of a file now; none when neither the file nor what it imports has changed. */
  async look(commit: Commit, path: string | undefined): Promise<ReadonlyMap<string, TimelinePoint>> {
    const found = new Map<string, TimelinePoint>();
    const uri = path === undefined ? '' : treeUri(this.#git, path);
    if (path === undefined || !this.#tree.has(path)) return found;
    const isNew = this.#workspace.document(uri) === undefined;
    if (isNew) await this.#workspace.load([uri]);
    const document = this.#workspace.document(uri);
    const read = new Set([...this.#workspace.shared.workspace.LangiumDocuments.all].map((each) => each.uri.toString()));
    const concerns = isNew || this.#changed.some((each) => read.has(treeUri(this.#git, each)));
    if (document === undefined || !concerns) return found;
    const model = modelOf(document);
    const { findings } = findingsOf(document, this.#configuration);
    for (const journey of ownJourneys(model)) {
      const state = stateOf({ path: treePath(this.#git, uri), model, findings }, journey);
      const { id, date, subject } = commit;
      found.set(journey.id, { commit: id, date, subject, figures: figuresOf(state) });
    }
    return found;
  }
}
