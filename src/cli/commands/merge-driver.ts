import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FormatLanguage } from '../../language/format/format.ts';
import { formatLanguageOf } from '../../language/format/language.ts';
import { createWorkspace } from '../../language/workspace/journey-workspace.ts';
import type { Labels } from '../../language/merge/chunk.ts';
import { mergeTexts } from '../../language/merge/merge.ts';
import type { Text } from '../../model/text.ts';
import type { Context } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { emptyPath, errorText } from '../files/problem.ts';
import { decodeText } from '../files/read.ts';
import { GitError } from '../git/git.ts';
import { mergeLines } from '../git/merge-lines.ts';

/**
 * `journey merge-driver`: what git calls to merge one file. The result takes the place of our version, as git wants it; exit
 * code 1 says that there are conflicts in it.
 */
export async function runMergeDriver(operands: readonly string[], { cwd, output }: Context): Promise<ExitCode> {
  const [base = '', ours = '', theirs = '', size = '', path = '', ...names] = operands;
  const files = { base: resolve(cwd, base), ours: resolve(cwd, ours), theirs: resolve(cwd, theirs) };
  const labels: Labels = {
    ours: labelOf(names[0], 'ours'),
    theirs: labelOf(names[1], 'theirs'),
    markerSize: sizeOf(size),
  };
  const name = path === '' ? ours : path;
  const [texts, problems] = textsIn({ base, ours, theirs }, cwd);
  for (const problem of problems) output.complain(problem);
  if (problems.length > 0) return EXIT.usage;
  try {
    const merged = isRead(texts) ? mergeTexts(texts, labels, language()) : undefined;
    if (merged !== undefined) {
      writeFileSync(files.ours, merged.text);
      if (merged.conflicts === 0) return EXIT.clean;
      output.complain(conflictsIn(name, merged.conflicts));
      return EXIT.findings;
    }
    const byLines = await mergeLines(files, labels);
    output.complain(byLines === 'refused' ? notMerged(name) : onlyByLines(name));
    return byLines === 'clean' ? EXIT.clean : EXIT.findings;
  } catch (error) {
    if (!(error instanceof GitError) && !(error instanceof Error && 'code' in error)) throw error;
    const reason = error instanceof GitError ? error.text : errorText(error);
    output.complain({ en: `${name}: ${reason.en}`, ja: `${name}: ${reason.ja}` });
    return EXIT.usage;
  }
}

/** What git calls the marks of a conflict, unless an attribute says otherwise; it counts what is no length as none given. */
const defaultSize = 7;
/** Longer ones are a slip, and would fill the disk. */
const mostSize = 1000;

function sizeOf(size: string): number {
  const length = /^\d+$/.test(size) ? Number(size) : 0;
  return length >= 1 && length <= mostSize ? length : defaultSize;
}

/** The name of a branch. Git before 2.44 leaves the placeholder as it is. */
function labelOf(name: string | undefined, otherwise: string): string {
  return name === undefined || name === '' || /^%[XY]$/.test(name) ? otherwise : name;
}

type Versions = Readonly<Record<'base' | 'ours' | 'theirs', string>>;
/** Whole texts with their byte order marks; undefined for what is none. */
type Texts = Readonly<Record<keyof Versions, string | undefined>>;

/** What the three files hold, and why some of them cannot be read: by their own names, which git makes up for a version. */
function textsIn({ base, ours, theirs }: Versions, cwd: string): readonly [Texts, readonly Text[]] {
  const problems: Text[] = [];
  const textIn = (file: string): string | undefined => {
    const read = readVersion(file, cwd);
    if (typeof read !== 'object') return read;
    const name = file === '' ? '""' : file;
    problems.push({ en: `${name}: ${read.en}`, ja: `${name}: ${read.ja}` });
    return undefined;
  };
  return [{ base: textIn(base), ours: textIn(ours), theirs: textIn(theirs) }, problems];
}

function readVersion(file: string, cwd: string): string | Text | undefined {
  if (file === '') return emptyPath;
  try {
    const bytes = readFileSync(resolve(cwd, file));
    return 'text' in decodeText(bytes) ? bytes.toString('utf8') : undefined;
  } catch (error) {
    return errorText(error);
  }
}

function isRead(texts: Texts): texts is Versions {
  return Object.values(texts).every((text) => text !== undefined);
}

function language(): FormatLanguage {
  // Only its parser is needed: no file is read through it.
  const absent = { absence: 'missing', reason: { en: '', ja: '' } } as const;
  return formatLanguageOf(createWorkspace({ files: { read: () => absent, list: () => [] } }).journey);
}

function conflictsIn(path: string, count: number): Text {
  return {
    en: `${path}: ${count === 1 ? '1 statement was' : `${count} statements were`} changed differently on both sides; the rest is merged`,
    ja: `${path}: 双方で異なる変更をした箇所が${count}件あります。ほかはマージしました`,
  };
}

function onlyByLines(path: string): Text {
  return {
    en: `${path}: a version is not understood well enough to merge its statements (a brace is missing, say), so it was merged line by line`,
    ja: `${path}: 波かっこの不足などで文ごとにマージできない版があるため、行ごとにマージしました`,
  };
}

function notMerged(path: string): Text {
  return {
    en: `${path}: a version is not text, so nothing was merged; our version stays`,
    ja: `${path}: テキストではない版があるためマージせず、こちらの版を残しました`,
  };
}
