// Trees that are let go are made again when somebody asks, and then everything is as if they had always been there.
import * as fc from '../support/properties.ts';
import { expect, test } from 'vitest';
import { makeWorkspace } from '../../benchmarks/workspace.ts';
import { declarationKey } from '../../src/language/scope/declaration-key.ts';
import { namesDeclaredIn } from '../../src/language/scope/declared-names.ts';
import { usesOf } from '../../src/language/features/card/uses.ts';
import { occurrencesOf } from '../../src/language/features/occurrences.ts';
import { type Occurrence } from '../../src/language/linking/reference-ids.ts';
import { remediesOf } from '../../src/language/features/related-declarations.ts';
import { renameOf } from '../../src/language/features/rename.ts';
import { journeysNaming } from '../../src/language/features/usage.ts';
import { symbolsMatching } from '../../src/language/features/workspace-symbols.ts';
import type { KnownFile } from '../../src/language/workspace/file-notes.ts';
import { findingsOf } from '../../src/language/findings.ts';
import type * as ast from '../../src/language/generated/ast.ts';
import { createWorkspace, type JourneyWorkspace } from '../../src/language/workspace/journey-workspace.ts';

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
texts.set(
  `${folder}team-01/mended.journey`,
  `import "../shared/people.journey"
import "journey-0001.journey"
journey Mended improves Journey0 { for Ken stage S { touchpoint T on web { solves Ken.NoTime } } }
action Mend "直す" { addresses QuickBooking owner Ken }
`,
);
const uris = [...texts.keys()];

/** Other texts for the files: a name that others use is gone, one that was missing is there, a mistake of form. */
const edits: readonly ((text: string) => string)[] = [
  (text) => text.replace('persona Ken', 'persona Kenji'),
  (text) => `${text}\npersona Cid "Cid"\n`,
  (text) => text.replace('touchpoint', 'touchpiont'),
  (text) => text.replace('pain NoTime', 'pain LittleTime'),
  (text) => text.replace('NoTime', 'LittleTime'),
  // Nothing that others name is another one.
  (text) => text.replace('健さん', '健'),
  (text) => `persona Ken\n${text}`,
  (text) => `/** Nothing else. */\n${text}`,
  (text) => text.replace(/^import .*\n/, ''),
];

function workspaceOf(disk: ReadonlyMap<string, string>, notes = false): JourneyWorkspace {
  return createWorkspace({
    keptShared: 0,
    notes,
    files: {
      read: (uri) => {
        const text = disk.get(uri);
        return text === undefined ? { absence: 'missing', reason: { en: 'not there', ja: 'ありません' } } : { text };
      },
      list: () => [],
    },
  });
}

/** A workspace into which some files come by what another one knew of them. */
async function adopting(disk: ReadonlyMap<string, string>, chosen: readonly string[]): Promise<JourneyWorkspace> {
  const before = workspaceOf(disk, true);
  await before.load(uris);
  const workspace = workspaceOf(disk, true);
  await workspace.load(uris.filter((uri) => !chosen.includes(uri)));
  for (const uri of chosen) {
    const document = before.document(uri);
    if (workspace.isLoaded(uri) || document === undefined) continue;
    // It comes as text, from the disk or from a thread.
    workspace.adopt(uri, JSON.parse(JSON.stringify(before.known(document))) as KnownFile);
  }
  await workspace.load(uris);
  return workspace;
}

/** All that is said about the files, everywhere that each declaration is named, and whether it could have other names. */
function seen(workspace: JourneyWorkspace): unknown {
  const files = uris.map((uri) => {
    // Only the tree of the file that is looked at.
    workspace.release();
    const document = workspace.document(uri);
    if (document === undefined) return undefined;
    const { findings } = findingsOf(document);
    const named = namesDeclaredIn(document.parseResult.value).map((node) => {
      const { count, by } = usesOf(node, document, 'en', Number.POSITIVE_INFINITY);
      return {
        key: declarationKey(node),
        places: sorted(occurrencesOf(node)),
        remedies: remediesOf(node)
          .map((remedy) => JSON.stringify(remedy))
          .toSorted(),
        journeys: isTop(node) ? journeysNaming(node) : 0,
        count,
        by: by.toSorted(),
        renames: isTop(node) ? otherNames.map((name) => renamed(node, name)) : [],
      };
    });
    return { uri, findings: JSON.stringify(findings), named };
  });
  workspace.release();
  const symbols = ['', 'J', '予約'].map((query) =>
    symbolsMatching(workspace, query, 'ja')
      .map((symbol) => JSON.stringify(symbol))
      .toSorted(),
  );
  return { files, symbols };
}

/** Names that something else has somewhere, and one that nothing has. */
const otherNames = ['Ken', 'Cid', 'Journey1', 'web', 'name', '氏名', 'T1', 'Nobody'];

function renamed(node: ast.Named, name: string): readonly string[] {
  const result = renameOf(node, name);
  return 'refusal' in result ? [result.refusal.en] : result.changes.map((change) => JSON.stringify(change)).toSorted();
}

function sorted(occurrences: readonly Occurrence[]): readonly string[] {
  return occurrences.map(({ place, isDeclaration }) => JSON.stringify({ place, isDeclaration })).toSorted();
}

function isTop({ $container: block }: ast.Named): boolean {
  return block?.$container === undefined;
}

const step = fc.oneof(
  fc.record({ kind: fc.constant('release' as const) }),
  fc.record({
    kind: fc.constantFrom('open' as const, 'close' as const, 'save' as const),
    uri: fc.constantFrom(...uris),
    edit: fc.constantFrom(...edits),
  }),
);

test.each(['without notes', 'with notes', 'adopted'])(
  'whatever is let go in between, all is as in a fresh workspace: %s',
  async (how) => {
    const chosen = how === 'adopted' ? fc.subarray(uris) : fc.constant([]);
    const runs = fc.asyncProperty(
      fc.array(step, { minLength: how === 'adopted' ? 0 : 2, maxLength: 12 }),
      chosen,
      async (steps, adopted) => {
        const disk = new Map(texts);
        const open = new Map<string, string>();
        const workspace = how === 'adopted' ? await adopting(disk, adopted) : workspaceOf(disk, how === 'with notes');
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
      },
    );
    await fc.assert(runs, { numRuns: how === 'without notes' ? 8 : 20 });
  },
);

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
  const uri = `${folder}team-01/journey-0002.journey`;
  const document = workspace.document(uri);
  expect(read).toEqual([]);
  expect(document?.parseResult.value.declarations).toHaveLength(1);
  expect(document?.references.length).toBeGreaterThan(10);
  expect(document?.textDocument.getText()).toBe(texts.get(uri));
  expect(read).toEqual([uri]);
});
