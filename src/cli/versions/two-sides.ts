import { existsSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { DifferenceReport } from '../../formats/difference/words.ts';
import { improvementsIn, storyOf } from '../../history/story.ts';
import type { Text } from '../../model/text.ts';
import { discover, shownPath } from '../files/discover.ts';
import { readTextFile } from '../files/read.ts';
import { GitError } from '../git/git.ts';
import { fileUri, pathOf } from '../inputs.ts';
import { fileAccess, rootsOf } from '../files/access.ts';
import { compareRevisions } from './git-sides.ts';
import { comparable, notesOf, type ReadVersion, readVersion } from './read-version.ts';

/** `isWhole`: everything that was to be compared could be read. */
export type TwoSides = { readonly report: DifferenceReport; readonly isWhole: boolean } | { readonly mistake: Text };

/** Reads what `journey diff` is to compare and compares it: two files, two folders, or two moments in git. */
export async function compareSides(operands: readonly string[], staged: boolean, cwd: string): Promise<TwoSides> {
  const [first, second] = operands;
  if (first !== undefined && second !== undefined && operands.length === 2 && !staged) {
    const [before, after] = [resolve(cwd, first), resolve(cwd, second)];
    if (existsSync(before) && existsSync(after)) return comparePaths(before, after, cwd);
  }
  try {
    return await compareRevisions(operands, staged, cwd);
  } catch (error) {
    if (error instanceof GitError) return { mistake: error.text };
    throw error;
  }
}

async function comparePaths(before: string, after: string, cwd: string): Promise<TwoSides> {
  const [one, other] = [statSync(before).isDirectory(), statSync(after).isDirectory()];
  if (one !== other) return { mistake: unlike };
  if (one) return compareFolders(before, after, cwd);
  for (const file of [before, after]) {
    const read = readTextFile(file);
    const path = shownPath(file, cwd);
    // Otherwise all that it holds would seem to have been removed.
    if ('reason' in read) return { mistake: { en: `${path}: ${read.reason.en}`, ja: `${path}: ${read.reason.ja}` } };
  }
  return (await compareImprovement(before, after, cwd)) ?? (await compareFiles(before, after, cwd));
}

async function compareFolders(before: string, after: string, cwd: string): Promise<TwoSides> {
  // Files are told apart by where they lie below the two folders.
  const [was, is] = [
    await readPath(before, (uri) => pathOf(uri, { cwd: before }), cwd),
    await readPath(after, (uri) => pathOf(uri, { cwd: after }), cwd),
  ];
  return {
    report: {
      sides: [shownPath(before, cwd), shownPath(after, cwd)],
      story: storyOf(...comparable(was, is)),
      improvements: [],
      notes: notesOf(was, is),
    },
    isWhole: was.unread.length === 0 && is.unread.length === 0,
  };
}

/** Two files are two versions of one. */
async function compareFiles(before: string, after: string, cwd: string): Promise<TwoSides> {
  const name = shownPath(after, cwd);
  const [was, is] = [await readPath(before, () => name, cwd), await readPath(after, () => name, cwd)];
  return {
    report: {
      sides: [shownPath(before, cwd), name],
      story: storyOf(...comparable(was, is)),
      improvements: [],
      notes: notesOf(was, is),
    },
    isWhole: was.unread.length === 0 && is.unread.length === 0,
  };
}

/** When the later file holds journeys that improve those of the earlier one, these are held against each other. */
async function compareImprovement(before: string, after: string, cwd: string): Promise<TwoSides | undefined> {
  const [from, to] = [shownPath(before, cwd), shownPath(after, cwd)];
  const { version, notes } = await readVersion(
    {
      files: fileAccess,
      roots: rootsOf(dirname(after)),
      uris: [fileUri(before), fileUri(after)],
      name: to,
      shown: (uri) => pathOf(uri, { cwd }),
    },
    cwd,
  );
  const improvements = improvementsIn(version).filter(
    ({ impact }) => impact.before?.path === from && impact.after?.path === to,
  );
  if (improvements.length === 0) return undefined;
  const story = { journeys: improvements, shared: [] };
  return { report: { sides: [from, to], story, improvements, notes }, isWhole: true };
}

async function readPath(path: string, shown: (uri: string) => string, cwd: string): Promise<ReadVersion> {
  const { files, problems } = discover([path], cwd);
  const read = await readVersion(
    {
      files: fileAccess,
      roots: rootsOf(statSync(path).isDirectory() ? path : dirname(path)),
      uris: files.map(({ file }) => fileUri(file)),
      name: shownPath(path, cwd),
      shown,
    },
    cwd,
  );
  const notes = problems.map(({ path: at, reason }) => ({ en: `${at}: ${reason.en}`, ja: `${at}: ${reason.ja}` }));
  // Of the folder itself it is said that it holds no journey: what the other one holds is new, or gone.
  const below = problems.map(({ path: at }) => relative(path, resolve(cwd, at)).split(sep).join('/'));
  const unread = [...below.filter((at) => at !== ''), ...read.unread];
  return { ...read, notes: [...notes, ...read.notes], unread };
}

const unlike: Text = {
  en: 'a file and a folder cannot be compared; name two files or two folders',
  ja: 'ファイルとフォルダーは比較できません。ファイル2つ、またはフォルダー2つを指定してください',
};
