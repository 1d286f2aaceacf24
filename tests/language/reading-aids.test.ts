// Whatever state a text is in, everything that an editor shows about it is there, in order and inside the text.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from '../support/properties.ts';
import { expect, test } from 'vitest';
import { feelingsOf } from '../../src/language/features/colours.ts';
import { stepOf, stepsAfter, stepsBefore, touchpointAt } from '../../src/language/features/customer-path.ts';
import { foldsOf } from '../../src/language/features/folding.ts';
import { hintsOf } from '../../src/language/features/inlay-hints.ts';
import { lensesOf } from '../../src/language/features/lenses.ts';
import { outlineOf } from '../../src/language/features/outline.ts';
import { selectionsAt } from '../../src/language/features/selection.ts';
import { tokensOf } from '../../src/language/features/semantic-tokens.ts';
import { findingsOf } from '../../src/language/findings.ts';
import { comparePositions, type Range } from '../../src/model/place.ts';
import { fileOf, type JourneyDocument } from '../support/documents.ts';

const folder = fileURLToPath(new URL('../../src/friction/rules/', import.meta.url));
const texts = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => readFileSync(`${folder}/${name}/invalid.journey`, 'utf8'));

/** What is out of order, or reaches out of the text. */
function mistakes(document: JourneyDocument, offset: number): readonly unknown[] {
  const { textDocument: text } = document;
  const length = text.getText().length;
  const isInside = ({ start, end }: Range): boolean =>
    comparePositions(start, end) <= 0 &&
    comparePositions(text.positionAt(text.offsetAt(end)), end) === 0 &&
    text.offsetAt(end) <= length;
  const { findings } = findingsOf(document);
  const tokens = tokensOf(document).map(({ line, character, length: letters }) => ({
    start: { line, character },
    end: { line, character: character + letters },
  }));
  const unordered = tokens.filter(
    ({ start }, at) => at > 0 && comparePositions(tokens[at - 1]?.end ?? start, start) > 0,
  );
  const position = text.positionAt(offset);
  const selections = selectionsAt(document, position);
  const unnested = selections.filter(({ start, end }, at) => {
    const outer = selections[at + 1] ?? { start, end };
    return comparePositions(outer.start, start) > 0 || comparePositions(end, outer.end) > 0;
  });
  const touchpoint = touchpointAt(document, position);
  const steps =
    touchpoint === undefined
      ? []
      : [
          stepOf(touchpoint, 'ja') ?? [],
          ...[...stepsBefore(touchpoint, 'en'), ...stepsAfter(touchpoint, 'ja')].map(({ step }) => step),
        ].flat();
  const places: readonly Range[] = [
    ...tokens,
    ...selections,
    ...steps.map(({ range }) => range),
    ...hintsOf(document, findings).map((hint) => ({ start: hint.position, end: hint.position })),
    ...feelingsOf(document).map(({ range }) => range),
    ...lensesOf(document).map(({ range }) => range),
    ...outlineOf(document, findings, 'ja').map(({ range }) => range),
  ];
  const outside = places.filter((place) => !isInside(place));
  const unfolded = foldsOf(document).filter(({ start, end }) => start >= end || end >= text.lineCount);
  return [...unordered, ...unnested, ...outside, ...unfolded];
}

test('of a text that breaks off anywhere, or lacks a piece', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...texts), fc.nat(), fc.nat(40), fc.boolean(), async (text, at, lost, isEnd) => {
      const offset = at % (text.length + 1);
      const rest = isEnd ? '' : text.slice(offset + lost);
      const { document } = await fileOf(text.slice(0, offset) + rest);
      expect(mistakes(document, offset)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
