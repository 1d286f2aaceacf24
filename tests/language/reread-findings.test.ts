// What is known of the parts of a text that stay as they were says the same as if everything were new.
import { globSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { linkProblems } from '../../src/language/linking/link-problems.ts';
import { findingsOf } from '../../src/language/findings.ts';
import type { FileAccess } from '../../src/language/workspace/file-access.ts';
import { createWorkspace, type JourneyDocument } from '../../src/language/workspace/journey-workspace.ts';
import { modelOf } from '../../src/language/lowering/model-of.ts';
import { type Change, change } from '../support/changes.ts';
import * as fc from '../support/properties.ts';

const examples = globSync('examples/**/*.journey').toSorted();

const files: FileAccess = { read: (uri) => ({ text: readFileSync(new URL(uri), 'utf8') }), list: () => [] };

function said(document: JourneyDocument): string {
  return JSON.stringify(
    [linkProblems(document), findingsOf(document).findings, modelOf(document)],
    (_, value: unknown) => (value instanceof Map ? [...value] : value),
  );
}

/** Makes the changes one after the other. Gives texts about which something else is said. */
async function saidOtherwise(path: string, changes: readonly Change[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  const uri = pathToFileURL(path).toString();
  const workspace = createWorkspace({ files });
  const whole = readFileSync(path, 'utf8');
  // Imports stay: a workspace knows files that it has once read.
  const head = /^[\s\S]*^import .*$|/m.exec(whole)?.[0] ?? '';
  let rest = whole.slice(head.length);
  await workspace.open(uri, whole);
  for (const make of changes) {
    rest = make(rest);
    const text = head + rest;
    const fresh = createWorkspace({ files });
    if (said(await workspace.open(uri, text)) !== said(await fresh.open(uri, text))) wrong.push(text);
  }
  return wrong;
}

it.each(examples)('a changed %s says what it says when it is new', async (path) => {
  const changes = fc.array(change, { minLength: 4, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(changes, async (each) => {
      expect(await saidOtherwise(path, each)).toEqual([]);
    }),
    { numRuns: 1 },
  );
});
