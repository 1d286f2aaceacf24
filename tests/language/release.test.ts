// Trees that are let go are made again when somebody asks, and then everything is as if they had always been there.
import * as fc from '../support/properties.ts';
import { expect, test } from 'vitest';
import { makeWorkspace } from '../../benchmarks/workspace.ts';
import { occurrencesOf } from '../../src/language/features/occurrences.ts';
import { findingsOf } from '../../src/language/findings.ts';
import { createWorkspace, type JourneyWorkspace } from '../../src/language/journey-workspace.ts';

const folder = 'file:///team/';
const texts = new Map([...makeWorkspace({ files: 5, lines: 40 })].map(([path, text]) => [folder + path, text]));
texts.set(
  `${folder}ring/a.journey`,
  'import "b.journey"\npersona Ann\njourney A { for Bob, Cid stage S { touchpoint T on web } }\n',
);
texts.set(
  `${folder}ring/b.journey`,
  'import "a.journey"\npersona Bob\njourney B { for Ann stage S { touchpoint T on mail } }\n',
);
const uris = [...texts.keys()];

/** Other texts for the files: a name that others use is gone, one that was missing is there, a mistake of form. */
const edits: readonly ((text: string) => string)[] = [
  (text) => text.replace('persona Ken', 'persona Kenji'),
  (text) => `${text}\npersona Cid "Cid"\n`,
  (text) => text.replace('touchpoint', 'touchpiont'),
  (text) => `/** Nothing else. */\n${text}`,
  (text) => text.replace(/^import .*\n/, ''),
];

function workspaceOf(disk: ReadonlyMap<string, string>): JourneyWorkspace {
  return createWorkspace({
    keptShared: 0,
    files: {
      read: (uri) => {
        const text = disk.get(uri);
        return text === undefined ? { absence: 'missing', reason: { en: 'not there', ja: 'ありません' } } : { text };
      },
      list: () => [],
    },
  });
}

/** All that is said about the files, and everywhere that each declaration is named. */
function seen(workspace: JourneyWorkspace): unknown {
  return uris.map((uri) => {
    const document = workspace.document(uri);
    if (document === undefined) return undefined;
    const { findings } = findingsOf(document);
    const places = document.parseResult.value.declarations.flatMap((node) =>
      node.$type === 'Handover' ? [] : occurrencesOf(node).map(({ place }) => JSON.stringify(place)),
    );
    return { uri, findings: JSON.stringify(findings), places: places.toSorted() };
  });
}

const step = fc.oneof(
  fc.record({ kind: fc.constant('release' as const) }),
  fc.record({
    kind: fc.constantFrom('open' as const, 'close' as const, 'save' as const),
    uri: fc.constantFrom(...uris),
    edit: fc.constantFrom(...edits),
  }),
);

test('whatever is let go in between, findings and references are those of a fresh workspace', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
      const disk = new Map(texts);
      const open = new Map<string, string>();
      const workspace = workspaceOf(disk);
      await workspace.load(uris);
      workspace.release();
      for (const each of steps) {
        if (each.kind === 'release') {
          workspace.release();
          continue;
        }
        const { uri, edit } = each;
        const text = edit(open.get(uri) ?? disk.get(uri) ?? '');
        if (each.kind === 'open') {
          open.set(uri, text);
          await workspace.open(uri, text);
        } else if (each.kind === 'close') {
          open.delete(uri);
          await workspace.close(uri);
        } else {
          disk.set(uri, text);
          await workspace.refresh([uri]);
        }
      }
      await workspace.linkWaiting();
      workspace.release();
      const fresh = workspaceOf(disk);
      await fresh.load(uris);
      for (const [uri, text] of open) await fresh.open(uri, text);
      expect(seen(workspace)).toEqual(seen(fresh));
    }),
    { numRuns: 25 },
  );
});

test('a released file is read no more than once for all that is asked about it', async () => {
  const read: string[] = [];
  const workspace = createWorkspace({
    files: {
      read: (uri) => {
        read.push(uri);
        return { text: texts.get(uri) ?? '' };
      },
      list: () => [],
    },
  });
  await workspace.load(uris);
  workspace.release();
  read.length = 0;
  const uri = `${folder}team-01/journey-0001.journey`;
  const document = workspace.document(uri);
  expect(read).toEqual([]);
  expect(document?.parseResult.value.declarations).toHaveLength(1);
  expect(document?.references.length).toBeGreaterThan(10);
  expect(document?.textDocument.getText()).toBe(texts.get(uri));
  expect(read).toEqual([uri]);
});
