// A fix removes its finding, brings nothing that is as severe, and leaves a file that can be read.
import { describe, expect, test } from 'vitest';
import { frictionOf } from '../../src/friction/runner.ts';
import { type Finding, SEVERITIES } from '../../src/model/finding.ts';
import { ruleFolders } from './rule-folders.ts';
import { type OpenFile, openFiles, withFix } from './workspace.ts';

describe.each(ruleFolders.map((folder) => [folder.id, folder] as const))('%s', (_, folder) => {
  test.each(folder.invalid)('the fixes of everything in %s mend it', async (name) => {
    const files = await openFiles(folder.files);
    const before = frictionOf(fileIn(files, name).model);
    for (const finding of before) {
      for (const fix of finding.fixes) {
        const changed = fileIn(await openFiles(withFix(files, fix)), name);
        const after = frictionOf(changed.model);
        const added = after.filter((each) => !before.some((old) => isSame(each, old)) && isAsSevere(each, finding));
        expect({
          fix: fix.title.en,
          mistakes: changed.mistakes,
          // Places move with the text, so findings are compared by what they say.
          left: after.map(identity).filter((each) => each === identity(finding)),
          added: added.map(identity),
        }).toEqual({ fix: fix.title.en, mistakes: [], left: [], added: [] });
      }
    }
  });
});

function fileIn(files: ReadonlyMap<string, OpenFile>, name: string): OpenFile {
  const file = files.get(name);
  if (file === undefined) throw new Error(`${name} was not opened.`);
  return file;
}

function identity({ code, message }: Finding): string {
  return `${code}: ${message.en}`;
}

/** A finding about the same thing may say it in other words, and more mildly, after a fix. */
function isSame(after: Finding, before: Finding): boolean {
  return identity(after) === identity(before) || (after.code === before.code && isAbout(after) === isAbout(before));
}

function isAbout({ subject }: Finding): string {
  return `${subject.touchpoint} ${subject.next}`;
}

function isAsSevere(one: Finding, other: Finding): boolean {
  return SEVERITIES.indexOf(one.severity) <= SEVERITIES.indexOf(other.severity);
}
