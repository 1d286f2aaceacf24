import { type Git, GitError, records } from './git.ts';

/** A commit (or a bare tree, which git takes where only the files matter) and what the user called it. */
export interface Revision {
  readonly name: string;
  readonly commit: string;
}

/** The commit that a name stands for; nothing when git knows no such name. */
export async function findRevision(git: Git, name: string): Promise<Revision | undefined> {
  // Git would take it for an option.
  if (name === '' || name.startsWith('-')) return undefined;
  const commit = await attempt(git, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
  return commit === undefined ? undefined : { name, commit };
}

/** Where two lines of work parted; nothing when they share no commit (or a shallow clone does not reach it). */
export async function mergeBase(git: Git, a: string, b: string): Promise<string | undefined> {
  return attempt(git, ['merge-base', a, b]);
}

/** The branch that others are merged into: what the remote calls its head, otherwise `main` or `master`. */
export async function defaultBranch(git: Git): Promise<Revision | undefined> {
  const remote = await attempt(git, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD']);
  for (const name of [remote, 'origin/main', 'origin/master', 'main', 'master']) {
    const found = name === undefined ? undefined : await findRevision(git, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What every repository begins with; git knows its id, which depends on the kind of ids, without storing it. */
export async function emptyTree(git: Git): Promise<Revision> {
  const id = (await git.run(['hash-object', '-t', 'tree', '--stdin'])).toString('latin1').trim();
  return { name: 'empty tree', commit: id };
}

/** Files that git takes for renamed, by the path before; `after` is a commit, `staged` or `working`. */
export async function renamesBetween(git: Git, before: string, after: string): Promise<ReadonlyMap<string, string>> {
  const range = after === 'staged' ? ['--cached', before] : after === 'working' ? [before] : [before, after];
  const fields = records(await git.run(['diff', '--name-status', '-M', '-z', '--diff-filter=R', ...range]));
  const renames = new Map<string, string>();
  for (let index = 0; index + 2 < fields.length; index += 3)
    renames.set(fields[index + 1] ?? '', fields[index + 2] ?? '');
  return renames;
}

async function attempt(git: Git, args: readonly string[]): Promise<string | undefined> {
  try {
    const text = (await git.run(args)).toString('utf8').trim();
    return text === '' ? undefined : text;
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
