import type { Buffer } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import type { Text } from '../../model/text.ts';
import { type Git, GitError } from './git.ts';

/** One setting of git, and what it is good for. */
export interface Setting {
  readonly key: string;
  readonly value: string;
  readonly means: Text;
}

/** The line that tells git which files are journeys. It belongs into the repository, so that everybody has it. */
export const ATTRIBUTES = '*.journey diff=journey merge=journey';

const comment =
  '# Journeys are compared by what they say and merged by statement ("journey git-setup" sets git up for it)';

/** What git has to know to run the command. Git keeps this for each clone: no repository may say what is run on a computer. */
export function settingsFor(command: string): readonly Setting[] {
  return [
    {
      key: 'diff.journey.textconv',
      value: `${command} textconv`,
      means: {
        en: '"git diff", "git show" and "git log -p" show what a change says, in words. Layout and comments are no change there; "--no-textconv" shows the lines as they are.',
        ja: '「git diff」「git show」「git log -p」で、変更の内容を言葉で表示します。書式とコメントの違いは表示しません。元の行を見るには --no-textconv を付けます。',
      },
    },
    {
      key: 'merge.journey.name',
      value: 'journeys by declaration and statement',
      means: { en: 'what git calls the merge below.', ja: '次のマージ方法の表示名です。' },
    },
    {
      key: 'merge.journey.driver',
      value: `${command} merge-driver %O %A %B %L %P %X %Y`,
      means: {
        en: '"git merge", "git rebase" and "git cherry-pick" merge journeys by declaration and statement: two people who add touchpoints to one stage do not conflict. What both changed differently stands between ordinary conflict markers.',
        ja: '「git merge」「git rebase」「git cherry-pick」で、宣言と文の単位でマージします。同じステージにそれぞれがタッチポイントを追加しても競合しません。双方が異なる変更をした箇所には、通常の競合マーカーが残ります。',
      },
    },
  ];
}

/** The attributes of a repository with our line; undefined when it is there already. Other lines stay. */
export function withAttributes(text: string): string | undefined {
  const isThere = text.split(/\r?\n/).some((line) => {
    const [pattern, ...attributes] = line.trim().split(/\s+/);
    return pattern === '*.journey' && ['diff=journey', 'merge=journey'].every((each) => attributes.includes(each));
  });
  if (isThere) return undefined;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' || text.endsWith('\n') ? '' : eol;
  return `${text}${gap}${comment}${eol}${ATTRIBUTES}${eol}`;
}

/** How people call the command: what the project has installed, otherwise what is in the PATH; nothing when it is in neither. */
export function commandName(root: string, env: NodeJS.ProcessEnv): string | undefined {
  const names = process.platform === 'win32' ? ['journey.cmd', 'journey.exe'] : ['journey'];
  const isIn = (folder: string): boolean => names.some((name) => existsSync(join(folder, name)));
  const installed = join('node_modules', '.bin');
  if (isIn(join(root, installed))) return 'npx --no-install journey';
  // While npx runs a command, the PATH has folders that it does not have later.
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.some((folder) => !folder.endsWith(`${sep}${installed}`) && isIn(folder)) ? 'journey' : undefined;
}

/** What a clone has set; undefined when it has not. */
export async function configured(git: Git, key: string): Promise<string | undefined> {
  try {
    const value: Buffer = await git.run(['config', '--local', '--null', '--get', key]);
    return value.toString('utf8').replace(/\0$/, '');
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

export function readAttributes(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
