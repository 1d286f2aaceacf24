// Each fix in whole files, be it of a rule or of what is written wrong: alone it removes what it is for, brings no error, keeps every
// comment, and leaves a file that is laid out as before.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../src/language/findings.ts';
import { formatLanguageOf } from '../../src/language/format/language.ts';
import { formatted } from '../../src/language/format/format.ts';
import { createWorkspace } from '../../src/language/workspace/journey-workspace.ts';
import type { Finding } from '../../src/model/finding.ts';
import { groupBy } from '../../src/model/group-by.ts';
import { virtualAccess } from '../language/virtual-files.ts';
import { type Files, type OpenFile, openFiles, withFix } from './workspace.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const language = formatLanguageOf(createWorkspace({ files: virtualAccess({}) }).journey);
const comment = /\/\/.*|\/\*[\s\S]*?\*\//g;

/** The examples, each folder by itself, and drafts of analysts who did not think of any rule. */
const folders = groupBy(
  globSync(['examples/*/*.journey', 'tests/friction/drafts/*.journey'], { cwd: root }).toSorted(),
  (path) => (path.startsWith('tests') ? path : dirname(path)),
);

describe.each([...folders])('%s', (_, paths) => {
  test('every fix keeps the file as it is but for what it mends', async () => {
    const texts: Files = new Map(
      paths.map((path) => [path.split(/[\\/]/).at(-1) ?? path, readFileSync(join(root, path), 'utf8')]),
    );
    for (const [name, text] of texts) expect.soft(formatted(text, language), name).toBe(text);
    const files = await openFiles(texts);
    const before = saidOf(files);
    const wrong: string[] = [];
    for (const finding of before) {
      for (const fix of finding.fixes) {
        const changed = withFix(files, fix);
        const after = saidOf(await openFiles(changed));
        const about = `${finding.code} "${fix.title.en}"`;
        if (after.some((each) => said(each) === said(finding))) wrong.push(`${about} leaves: ${finding.message.en}`);
        const errors = after.filter(({ severity }) => severity === 'error');
        const added = errors.filter((each) => !before.some((old) => said(old) === said(each)));
        for (const { message } of added) wrong.push(`${about} brings: ${message.en}`);
        for (const [name, text] of changed) {
          if (formatted(text, language) !== text) wrong.push(`${about} disturbs the layout`);
          if (String(text.match(comment)) !== String(texts.get(name)?.match(comment))) wrong.push(`${about}: comments`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

function saidOf(files: ReadonlyMap<string, OpenFile>): readonly Finding[] {
  return [...files.values()].flatMap(({ document }) => findingsOf(document).findings);
}

function said({ code, message }: Finding): string {
  return `${code}: ${message.en}`;
}
