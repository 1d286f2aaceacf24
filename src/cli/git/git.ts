import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import type { Text } from '../../model/text.ts';

/** A git repository, asked through the `git` command: whatever a repository can be, its own tool reads it right. */
export interface Git {
  /** The folder of the working tree, absolute; of a bare repository the repository itself. */
  readonly root: string;
  readonly bare: boolean;
  /** What git prints. Throws a `GitError` when it fails. */
  readonly run: (args: readonly string[], input?: string) => Promise<Buffer>;
}

/** What git, or its absence, says. */
export class GitError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/** The repository that a folder lies in. Throws a `GitError` when there is none, or no git. */
export async function openGit(folder: string): Promise<Git> {
  const ask = async (args: readonly string[]): Promise<string> => (await git(folder, args)).toString('utf8').trimEnd();
  const bare = (await ask(['rev-parse', '--is-bare-repository'])) === 'true';
  const root = await ask(bare ? ['rev-parse', '--absolute-git-dir'] : ['rev-parse', '--show-toplevel']);
  return { root, bare, run: (args, input) => git(root, args, input) };
}

/** Lines that end with a NUL, as all file names are asked for: they may hold anything else. */
export function records(output: Buffer): readonly string[] {
  const text = output.toString('utf8');
  return text === '' ? [] : text.replace(/\0$/, '').split('\0');
}

async function git(folder: string, args: readonly string[], input?: string): Promise<Buffer> {
  // Reading must never wait for, or break, what somebody else is doing in the repository.
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
  const child = spawn('git', ['-c', 'core.quotepath=off', ...args], { cwd: folder, env, windowsHide: true });
  const [output, complaint]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complaint.push(chunk));
  // A git that ends early closes its input; what it says then is the error that counts.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', (error) => fail(startError(error)));
    child.on('close', done);
  });
  if (code === 0) return Buffer.concat(output);
  throw new GitError(said(Buffer.concat(complaint).toString('utf8')));
}

/** Why the `git` command could not be started. */
export function startError(error: NodeJS.ErrnoException): Error {
  return error.code === 'ENOENT' ? new GitError(noGit) : error;
}

const noGit: Text = {
  en: 'git is not installed, or not in the PATH',
  ja: 'git がインストールされていないか、PATH にありません',
};

function said(complaint: string): Text {
  if (complaint.includes('not a git repository')) {
    return { en: 'this folder is in no git repository', ja: 'このフォルダーは git のリポジトリではありません' };
  }
  const [line = 'git failed'] = complaint.replace(/^(fatal|error): /, '').split('\n');
  return { en: `git: ${line}`, ja: `git: ${line}` };
}
