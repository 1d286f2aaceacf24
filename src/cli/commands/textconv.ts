import { basename, dirname, join, resolve } from 'node:path';
import { readingOf } from '../../formats/reading.ts';
import { safeText } from '../../formats/terminal/safe.ts';
import { snapshotOf } from '../../history/snapshot.ts';
import { createWorkspace } from '../../language/workspace/journey-workspace.ts';
import { modelOf } from '../../language/lowering/model-of.ts';
import { problemsOf } from '../../language/problems.ts';
import { inLocale, type Locale, type Text } from '../../model/text.ts';
import type { Context } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { emptyPath } from '../files/problem.ts';
import { readTextFile } from '../files/read.ts';
import { GitError, openGit } from '../git/git.ts';
import { workingTree } from '../git/trees.ts';
import { fileUri } from '../inputs.ts';
import { fileAccess, rootsOf } from '../files/access.ts';

/** `journey textconv`: what a file says, in words, for `git diff`. A file that cannot be understood never fails it. */
export async function runTextconv(operand: string, { cwd, locale, output }: Context): Promise<ExitCode> {
  if (operand === '') {
    output.complain({ en: `"": ${emptyPath.en}`, ja: `"": ${emptyPath.ja}` });
    return EXIT.usage;
  }
  const file = resolve(cwd, operand);
  const read = readTextFile(file);
  if (!('text' in read)) {
    if (read.absence === 'missing' || read.absence === 'folder') {
      output.complain({ en: `${operand}: ${read.reason.en}`, ja: `${operand}: ${read.reason.ja}` });
      return EXIT.usage;
    }
    return (await output.print(note(read.reason, locale))) ? EXIT.clean : EXIT.usage;
  }
  const place = await placeOf(file, read.text, cwd);
  const workspace = createWorkspace({ files: fileAccess, roots: rootsOf(dirname(place)) });
  const document = await workspace.open(fileUri(place), read.text);
  const path = basename(place);
  const [said] = snapshotOf({ files: [{ path, model: modelOf(document), findings: [] }] });
  const problems = problemsOf(document).filter(({ severity }) => severity === 'error');
  const notes = new Set(problems.map(({ message }) => note(message, locale)));
  const text = (said === undefined ? '' : readingOf(said, locale)) + [...notes].join('');
  return (await output.print(text)) ? EXIT.clean : EXIT.usage;
}

/** What is not understood is said below the rest, without its place: moving a line is no change. */
function note(message: Text, locale: Locale): string {
  const mark: Text = { en: 'Not understood: ', ja: '読み取れない箇所: ' };
  return `${safeText(inLocale(mark, locale) + inLocale(message, locale))}\n`;
}

/**
 * Where a version lies in the working tree, so that its imports are found. Git hands an older version over as a copy in
 * another folder, which keeps only its name: of the files with that name it is the one that is most like it.
 */
async function placeOf(file: string, text: string, cwd: string): Promise<string> {
  try {
    const git = await openGit(cwd);
    if (git.bare || file.startsWith(join(git.root, '/'))) return file;
    const name = basename(file);
    const lines = new Set(text.split(/\r?\n/));
    let best = { path: file, alike: -1 };
    for (const [path, read] of await workingTree(git)) {
      if (basename(path) !== name || !('text' in read)) continue;
      const alike = read.text.split(/\r?\n/).filter((line) => lines.has(line)).length;
      if (alike > best.alike) best = { path: join(git.root, path), alike };
    }
    return best.path;
  } catch (error) {
    if (error instanceof GitError) return file;
    throw error;
  }
}
