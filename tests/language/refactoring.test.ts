import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TextDocument } from 'langium';
import { expect, test } from 'vitest';
import { commentsOf } from '../../src/language/comments.ts';
import { mergeWithNext } from '../../src/language/edit/merge-touchpoints.ts';
import type { Planned } from '../../src/language/edit/plan.ts';
import { splitTouchpoint } from '../../src/language/edit/split-touchpoint.ts';
import { declareText, textAt } from '../../src/language/edit/text-to-declaration.ts';
import { wrapIntoStage } from '../../src/language/edit/wrap-stage.ts';
import type { Journey, Touchpoint } from '../../src/language/generated/ast.ts';
import type { JourneyDocument } from '../../src/language/workspace/journey-workspace.ts';
import { problemsOf } from '../../src/language/problems.ts';
import { filesOf } from '../support/documents.ts';

const folder = fileURLToPath(new URL('../../examples/coworking/', import.meta.url));
const texts = Object.fromEntries(
  globSync('*.journey', { cwd: folder }).map((file) => [basename(file), readFileSync(folder + file, 'utf8')]),
);

function touchpointsOf(document: JourneyDocument): readonly Touchpoint[] {
  const journeys = document.parseResult.value.declarations.filter((node): node is Journey => node.$type === 'Journey');
  return journeys.flatMap(({ stages }) => stages.flatMap(({ touchpoints }) => touchpoints));
}

/**
 * What is wrong with names and form, and all comments: no refactoring may change it. Of what can be said only once, a touchpoint
 * that is made of two keeps the second as a comment.
 */
function checked(document: JourneyDocument): readonly string[] {
  const problems = problemsOf(document).filter(({ severity }) => severity === 'error');
  const comments = commentsOf(document)
    .map(({ text }) => text.replaceAll(/\s+/g, ' '))
    .filter((comment) => !/^\/\/ [a-z]/i.test(comment));
  return [...problems.map(({ code }) => code), ...comments].toSorted();
}

/** Every statement of one touchpoint has a line, so each is tried as the place of the cursor. */
function offsetsIn({ $cstNode }: Touchpoint, text: string): readonly number[] {
  const { offset = 0, end = 0 } = $cstNode ?? {};
  return [...text.substring(offset, end).matchAll(/\n\s*/g)].map(
    ({ index, 0: space }) => offset + index + space.length,
  );
}

const operations: Readonly<
  Record<string, (touchpoint: Touchpoint, document: JourneyDocument) => readonly (Planned | undefined)[]>
> = {
  split: (touchpoint, { textDocument }) =>
    offsetsIn(touchpoint, textDocument.getText()).map((offset) => splitTouchpoint(touchpoint, offset)),
  merge: (touchpoint) => [mergeWithNext(touchpoint)],
  wrap: (touchpoint) => {
    const all = touchpoint.$container.touchpoints;
    const at = all.indexOf(touchpoint);
    return [wrapIntoStage(all.slice(0, at + 1), 'New'), wrapIntoStage(all.slice(at), '新しい')];
  },
  'declare a text': (touchpoint, document) =>
    offsetsIn(touchpoint, document.textDocument.getText()).flatMap((offset) =>
      textAt(document, offset).map((keyword) => declareText(document, offset, keyword)),
    ),
};

test.for(Object.keys(operations))('%s: everywhere in an example, and nothing gets lost or breaks', async (name) => {
  for (const file of ['as-is.journey', 'to-be.journey']) {
    const files = await filesOf(texts);
    const document = files.document(file);
    const before = checked(document);
    let made = 0;
    for (const touchpoint of touchpointsOf(document)) {
      for (const planned of operations[name]?.(touchpoint, document) ?? []) {
        if (planned === undefined || 'refusal' in planned) continue;
        made++;
        // Each of them is one more build.
        if (made % 7 !== 1) continue;
        const changed = new Map(
          [...planned.edits].map(([each, edits]) => [
            basename(each.uri.path),
            TextDocument.applyEdits(each.textDocument, [...edits]),
          ]),
        );
        const after = await filesOf({ ...texts, ...Object.fromEntries(changed) });
        expect(checked(after.document(file))).toEqual(before);
      }
    }
    expect(made).toBeGreaterThan(0);
  }
});
