import { type Git, records } from './git.ts';

/** A commit, with what it did to the journey files. */
export interface Commit {
  readonly id: string;
  /** ISO 8601, with the author's time zone. */
  readonly date: string;
  readonly subject: string;
  /** Oldest path first where a file was renamed. */
  readonly files: readonly FileChange[];
}

interface FileChange {
  /** Where the file was; missing when the commit made it. */
  readonly from?: string;
  /** Where the file is; missing when the commit deleted it. */
  readonly to?: string;
  /** The id of its contents; missing when it is deleted. */
  readonly blob?: string;
}

/**
 * The commits that changed any journey file, oldest first, along first parents: a merge counts as one step, as it did for
 * the branch that it came to. In a shallow clone they begin where the clone begins.
 */
export async function journeyLog(git: Git, revision: string): Promise<readonly Commit[]> {
  const format = '--format=%x01%H%x00%aI%x00%s';
  const options = ['--first-parent', '--diff-merges=first-parent', '--reverse', '--raw', '-z', '--no-abbrev', '-M'];
  const output = await git.run(['log', format, ...options, revision, '--', '*.journey']);
  const commits: (Omit<Commit, 'files'> & { readonly files: FileChange[] })[] = [];
  const fields = records(output).map((field) => field.replace(/^\n/, ''));
  for (let at = 0; at < fields.length; ) {
    const field = fields[at] ?? '';
    if (field.startsWith('\u0001')) {
      commits.push({ id: field.slice(1), date: fields[at + 1] ?? '', subject: fields[at + 2] ?? '', files: [] });
      at += 3;
    } else {
      const [, , , blob = '', status = ''] = field.split(' ');
      const isPair = status.startsWith('R') || status.startsWith('C');
      const path = fields[at + 1] ?? '';
      commits.at(-1)?.files.push(changeOf(status, blob, path, isPair ? (fields[at + 2] ?? '') : path));
      at += isPair ? 3 : 2;
    }
  }
  return commits;
}

function changeOf(status: string, blob: string, from: string, to: string): FileChange {
  if (status.startsWith('D')) return { from };
  return status.startsWith('A') || status.startsWith('C') ? { to, blob } : { from, to, blob };
}
