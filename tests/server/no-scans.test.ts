// The work for one keystroke does not grow with the workspace: the same documents are touched in a small and a large one.
import { expect, test } from 'vitest';
import { DocumentState } from 'langium';
import { createWorkspace } from '../../src/language/workspace/journey-workspace.ts';
import { makeWorkspace } from '../../benchmarks/workspace.ts';

const folder = 'file:///team/';
const phases = [DocumentState.Parsed, DocumentState.IndexedContent, DocumentState.ComputedScopes, DocumentState.Linked];

/** The documents that each phase of the build had to look at, and the files that were read again. */
async function touchedByKeystroke(files: number, path: string): Promise<readonly string[]> {
  const texts = new Map([...makeWorkspace({ files, lines: 30 })].map(([name, text]) => [folder + name, text]));
  const touched: string[] = [];
  const workspace = createWorkspace({
    files: {
      read: (uri) => {
        touched.push(`read ${uri}`);
        const text = texts.get(uri);
        return text === undefined ? { absence: 'missing', reason: { en: 'not there', ja: 'ありません' } } : { text };
      },
      list: () => [],
    },
  });
  workspace.linkOpenFirst();
  await workspace.load([...texts.keys()]);
  const text = texts.get(folder + path) ?? '';
  await workspace.open(folder + path, text);
  const { DocumentBuilder: builder } = workspace.shared.workspace;
  for (const phase of phases) {
    builder.onBuildPhase(phase, (documents) => {
      touched.push(...documents.map(({ uri }) => `${phase} ${uri.toString()}`));
    });
  }
  touched.length = 0;
  await workspace.open(folder + path, text.replace('scenario "', 'scenario "x'));
  return touched;
}

test.each(['team-01/journey-0003.journey', 'shared/people.journey'])(
  'a keystroke in %s touches as many documents among 500 as among 50',
  async (path) => {
    const few = await touchedByKeystroke(50, path);
    expect(few).toContain(`${DocumentState.Linked} ${folder}${path}`);
    expect(await touchedByKeystroke(500, path)).toEqual(few);
  },
);
