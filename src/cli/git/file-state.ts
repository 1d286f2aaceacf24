import { dirname } from 'node:path';
import { openGit } from './git.ts';

/**
 * The commit that last changed a file, short, with a "+" if the file has been changed since; nothing where there is no
 * repository, no commit or no git.
 *
 * @param file absolute
 */
export async function commitOf(file: string): Promise<string | undefined> {
  try {
    const { run } = await openGit(dirname(file));
    const [commit, changes] = await Promise.all([
      run(['log', '-1', '--format=%h', '--', file]),
      run(['status', '--porcelain', '--', file]),
    ]);
    const name = commit.toString('utf8').trim();
    return name === '' ? undefined : `${name}${changes.length > 0 ? '+' : ''}`;
  } catch {
    // A map needs no repository: without one, the footer just says less.
    return undefined;
  }
}
