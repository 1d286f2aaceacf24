import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { DifferenceReport } from '../../formats/difference/words.ts';
import { storyOf } from '../../history/story.ts';
import type { Text } from '../../model/text.ts';
import { shownPath } from '../files/discover.ts';
import { type Git, openGit } from '../git/git.ts';
import { defaultBranch, emptyTree, findRevision, mergeBase, renamesBetween, type Revision } from '../git/revisions.ts';
import { affectedFiles, treeFiles, treePath, treeUri } from '../git/tree-files.ts';
import { stagedTree, treeAt, type Tree, workingTree } from '../git/trees.ts';
import { fileUri } from '../inputs.ts';
import { comparable, notesOf, type ReadVersion, readVersion } from './read-version.ts';

/** A commit, what is staged, or what lies in the working tree. */
type Moment = Revision | 'staged' | 'working';

interface Asked {
  readonly before: Revision;
  readonly after: Moment;
  /** Absolute; only files at or below these are compared. None: all. */
  readonly paths: readonly string[];
}

interface Refused {
  readonly mistake: Text;
}

/**
 * Compares two moments of the repository around a folder. The operands are `A..B`, `A...B`, a revision, and paths; without a
 * revision the earlier moment is where the branch left the default branch. Throws a `GitError` when git refuses.
 */
export async function compareRevisions(
  operands: readonly string[],
  staged: boolean,
  cwd: string,
): Promise<{ readonly report: DifferenceReport; readonly isWhole: boolean } | Refused> {
  const git = await openGit(cwd);
  const asked = await readOperands(git, operands, staged, cwd);
  if ('mistake' in asked) return asked;
  const { before, after, paths } = asked;
  const [was, is] = [await treeAt(git, before.commit), await treeOf(git, after)];
  const renames = await renamesBetween(git, before.commit, typeof after === 'string' ? after : after.commit);
  const shown = (path: string): string => shownPath(join(git.root, path), cwd);
  const within = paths.map((path) => relative(git.root, path).split(sep).join('/'));
  const affected = [...affectedFiles(git, was, is)].filter((path) => isBelow(path, within)).toSorted();
  const read = async (tree: Tree, name: string): Promise<ReadVersion> =>
    readVersion(
      {
        files: treeFiles(git, tree),
        roots: [fileUri(git.root)],
        uris: affected.filter((path) => tree.has(path)).map((path) => treeUri(git, path)),
        name,
        shown: (uri) => shown(treePath(git, uri)),
      },
      cwd,
    );
  const sides = [before.name, nameOf(after)] as const;
  const [earlier, later] = [await read(was, sides[0]), await read(is, sides[1])];
  const renamedFiles = new Map([...renames].map(([from, to]) => [shown(from), shown(to)]));
  return {
    report: {
      sides,
      story: storyOf(...comparable(earlier, later, renamedFiles), { renamedFiles }),
      improvements: [],
      notes: notesOf(earlier, later),
    },
    isWhole: earlier.unread.length === 0 && later.unread.length === 0,
  };
}

function nameOf(moment: Moment): string {
  if (moment === 'staged') return 'index';
  return moment === 'working' ? 'working tree' : moment.name;
}

async function treeOf(git: Git, moment: Moment): Promise<Tree> {
  if (moment === 'staged') return stagedTree(git);
  return moment === 'working' ? workingTree(git) : treeAt(git, moment.commit);
}

async function readOperands(
  git: Git,
  operands: readonly string[],
  staged: boolean,
  cwd: string,
): Promise<Asked | Refused> {
  const [first, ...rest] = operands;
  const range = first === undefined ? null : /^(.*?)(\.{2,3})(.*)$/.exec(first);
  // `../journeys` is a path, not a range.
  if (first !== undefined && range !== null && !existsSync(resolve(cwd, first))) {
    return readRange(git, [range[1] ?? '', range[3] ?? ''], range[2] === '...', pathsFrom(rest, cwd));
  }
  const named = first === undefined ? undefined : await findRevision(git, first);
  const paths = named === undefined ? operands : rest;
  const missing = paths.find((path) => !existsSync(resolve(cwd, path)));
  if (missing !== undefined) return { mistake: neither(missing) };
  const before = named ?? (await startOfWork(git, staged));
  if (before === undefined) return { mistake: nothingCommitted };
  return { before, after: staged ? 'staged' : 'working', paths: pathsFrom(paths, cwd) };
}

async function readRange(
  git: Git,
  [from, to]: readonly [string, string],
  fromBase: boolean,
  paths: readonly string[],
): Promise<Asked | Refused> {
  const names = [from === '' ? 'HEAD' : from, to === '' ? 'HEAD' : to] as const;
  const [a, b] = [await findRevision(git, names[0]), await findRevision(git, names[1])];
  if (a === undefined || b === undefined) return { mistake: neither(a === undefined ? names[0] : names[1]) };
  if (!fromBase) return { before: a, after: b, paths };
  const base = await mergeBase(git, a.commit, b.commit);
  if (base === undefined) return { mistake: noBase(names[0], names[1]) };
  return { before: { name: baseName(a.name, base), commit: base }, after: b, paths };
}

/** Where the work at hand began: what is staged is held against the last commit, the rest against the default branch. */
async function startOfWork(git: Git, staged: boolean): Promise<Revision | undefined> {
  const head = await findRevision(git, 'HEAD');
  // A check before the first commit has nothing to be worse than.
  if (staged) return head ?? emptyTree(git);
  if (head === undefined) return undefined;
  const main = await defaultBranch(git);
  const base = main === undefined ? undefined : await mergeBase(git, main.commit, head.commit);
  if (main === undefined || base === undefined || base === head.commit) return head;
  return { name: baseName(main.name, base), commit: base };
}

function baseName(branch: string, commit: string): string {
  return `${branch} (${commit.slice(0, 7)})`;
}

function pathsFrom(paths: readonly string[], cwd: string): readonly string[] {
  return paths.map((path) => resolve(cwd, path));
}

function isBelow(path: string, folders: readonly string[]): boolean {
  return (
    folders.length === 0 || folders.some((folder) => folder === '' || path === folder || path.startsWith(`${folder}/`))
  );
}

function neither(name: string): Text {
  return {
    en: `"${name}" is neither a revision that git knows here nor a file or folder`,
    ja: `「${name}」は、git のリビジョンでもファイルやフォルダーでもありません`,
  };
}

function noBase(a: string, b: string): Text {
  return {
    en: `"${a}" and "${b}" share no commit; in a shallow clone fetch more of the history (git fetch --unshallow)`,
    ja: `「${a}」と「${b}」に共通のコミットがありません。浅いクローンでは、先に履歴を取得してください(git fetch --unshallow)`,
  };
}

const nothingCommitted: Text = {
  en: 'nothing is committed yet, so there is nothing to compare with',
  ja: 'まだコミットがないため、比較する相手がありません',
};
