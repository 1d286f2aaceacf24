import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { JOURNEY_EXTENSION } from '../../language/journey-extension.ts';
import { decodeText, type Read, readTextFile } from '../files/read.ts';
import { type Git, GitError, records } from './git.ts';

/** The journey files of one moment, by their paths in the repository, with forward slashes. */
export type Tree = ReadonlyMap<string, Read>;

/** What a commit holds. */
export async function treeAt(git: Git, commit: string): Promise<Tree> {
  const entries = records(await git.run(['ls-tree', '-r', '-z', '--full-tree', commit])).flatMap((record) => {
    // <mode> blob <id>\t<path>; 120000 is a symbolic link, which holds no journey.
    const found = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(record);
    return found === null ? [] : [{ blob: found[1] ?? '', path: found[2] ?? '' }];
  });
  return blobs(git, entries);
}

/** What is staged for the next commit. */
export async function stagedTree(git: Git): Promise<Tree> {
  const entries = records(await git.run(['ls-files', '--stage', '-z', '--full-name'])).flatMap((record) => {
    const found = /^100\d{3} ([0-9a-f]+) 0\t(.*)$/s.exec(record);
    return found === null ? [] : [{ blob: found[1] ?? '', path: found[2] ?? '' }];
  });
  return blobs(git, entries);
}

/** What lies in the working tree, new files included, ignored ones not. */
export async function workingTree(git: Git): Promise<Tree> {
  if (git.bare) {
    throw new GitError({
      en: 'a bare repository has no working tree; name two revisions, such as main~1..main',
      ja: 'ベアリポジトリには作業ツリーがありません。main~1..main のように2つのリビジョンを指定してください',
    });
  }
  const paths = records(await git.run(['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--full-name']));
  const present = [...new Set(paths)]
    .filter(isJourney)
    .map((path) => [path, readTextFile(join(git.root, path))] as const);
  // Deleted, but not yet for git.
  const there = present.filter(([, read]) => 'text' in read || read.absence !== 'missing');
  return new Map(there);
}

interface Entry {
  readonly path: string;
  readonly blob: string;
}

async function blobs(git: Git, entries: readonly Entry[]): Promise<Tree> {
  const wanted = entries.filter(({ path }) => isJourney(path));
  const contents = await readBlobs(
    git,
    wanted.map(({ blob }) => blob),
  );
  return new Map(wanted.map(({ path, blob }) => [path, decodeText(contents.get(blob))]));
}

/** The contents of blobs, all in one go. */
export async function readBlobs(git: Git, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  const asked = [...new Set(ids)];
  if (asked.length === 0) return contents;
  const output = await git.run(['cat-file', '--batch'], `${asked.join('\n')}\n`);
  let at = 0;
  for (const id of asked) {
    const end = output.indexOf(0x0a, at);
    const [, type, size] = output.subarray(at, end).toString('latin1').split(' ');
    at = end + 1;
    // "missing": a partial clone without it.
    if (type !== 'blob' || size === undefined) continue;
    contents.set(id, Buffer.from(output.subarray(at, at + Number(size))));
    at += Number(size) + 1;
  }
  return contents;
}

function isJourney(path: string): boolean {
  return path.endsWith(JOURNEY_EXTENSION);
}
