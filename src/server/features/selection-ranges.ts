import type { SelectionRange } from 'vscode-languageserver';
import { selectionsAt } from '../../language/features/selection.ts';
import type { Range } from '../../model/place.ts';
import type { Feature } from '../feature.ts';

/** What to select next when a selection grows: word, value, statement, block, file. */
export const selectionRanges: Feature = (connection, session) => {
  connection.onSelectionRanges(async ({ textDocument, positions }, token) => {
    const document = await session.document(textDocument.uri, token);
    if (document === undefined) return null;
    return positions.map((position) => nested(selectionsAt(document, position), { start: position, end: position }));
  });
  return { selectionRangeProvider: true };
};

function nested(ranges: readonly Range[], nothing: Range): SelectionRange {
  return (
    ranges.reduceRight<SelectionRange | undefined>(
      (parent, range) => (parent === undefined ? { range } : { range, parent }),
      undefined,
    ) ?? { range: nothing }
  );
}
