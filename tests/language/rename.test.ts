// Whatever a declaration is renamed to, every name goes on to mean what it meant, or the renaming is refused.
import { basename } from 'node:path';
import { AstUtils, TextDocument } from 'langium';
import { expect, test } from 'vitest';
import { renameOf } from '../../src/language/features/rename.ts';
import type { Named } from '../../src/language/generated/ast.ts';
import type { JourneyDocument } from '../../src/language/workspace/journey-workspace.ts';
import { isJourneyReference } from '../../src/language/linking/reference.ts';
import { filesOf } from '../support/documents.ts';

const people = `persona Ken {
  pain Slow "Slow"
  need Fast
}
`;
const main = `import "people.journey"

journey Rent {
  for Ken
  question Free

  stage Find {
    barrier Old
    touchpoint Map {
      barrier Small
      question Open
      -> Call
    }
    touchpoint Page {
      solves Small, Map.Small, Find.Old, Slow
      answers Free, Open
      -> Book.Call
    }
    touchpoint Call {
      solves Old
    }
  }
  stage Book {
    touchpoint Call {
      barrier Small
      solves Small, Find.Map.Small
      answers Map.Open
      -> Form
    }
    touchpoint Form {
      solves Call.Small, Slow
      addresses Fast
      -> Find.Map
      -> Page
    }
  }
}
`;
const later = `import "people.journey"
import "main.journey"

journey Later {
  improves Rent
  for Ken
  stage Find {
    barrier Own
    touchpoint Call {
      solves Old, Rent.Map.Small, Own
      -> Rent.Form
    }
  }
}

action Mend {
  solves Rent.Find.Old, Page.Nothing
  at Rent.Book.Call
}
`;
const texts = { 'people.journey': people, 'main.journey': main, 'later.journey': later } as const;
const PATHS = Object.keys(texts) as readonly (keyof typeof texts)[];

/** All declarations of a file, in the order of the text. */
function declared(document: JourneyDocument): readonly Named[] {
  return AstUtils.streamAst(document.parseResult.value)
    .filter((node): node is Named => 'name' in node)
    .toArray();
}

/** What each name of a file means: the number of the declaration in its file. */
function meanings(document: JourneyDocument): readonly string[] {
  return document.references.map((reference) => {
    const node = isJourneyReference(reference) ? reference.found?.node : undefined;
    if (node === undefined) return 'nothing';
    const home = AstUtils.getDocument(node) as JourneyDocument;
    return `${basename(home.uri.path)} ${declared(home).indexOf(node)}`;
  });
}

test('everything, to every id that there is', async () => {
  const files = await filesOf(texts);
  const before = PATHS.map((path) => meanings(files.document(path)));
  const all = PATHS.flatMap((path) => declared(files.document(path)));
  const ids = [...new Set(all.map(({ name }) => name)), 'New'];
  let qualified = 0;
  for (const node of all) {
    for (const id of ids) {
      const result = renameOf(node, id);
      if ('refusal' in result || result.changes.length === 0) continue;
      if (result.changes.some(({ text }) => text.includes('.'))) qualified += 1;
      const after = await filesOf(
        Object.fromEntries(
          PATHS.map((path) => {
            const { textDocument, uri } = files.document(path);
            const own = result.changes.filter(({ place }) => place.uri === uri.toString());
            const edits = own.map(({ place: { range }, text }) => ({ range, newText: text }));
            return [path, TextDocument.applyEdits(textDocument, edits)];
          }),
        ),
      );
      const now = PATHS.map((path) => meanings(after.document(path)));
      expect(now, `${node.$type} ${node.name} → ${id}`).toEqual(before);
    }
  }
  expect(qualified).toBeGreaterThan(10);
});
