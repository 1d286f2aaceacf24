import type { Color } from 'vscode-languageserver';
import { feelingsOf } from '../../language/features/colours.ts';
import { type Colour, PALETTES } from '../../map/style/palette.ts';
import type { Feature } from '../feature.ts';

/** A swatch beside each feeling, in the colour that it has on the map. To be looked at: a colour cannot be written. */
export const colours: Feature = (connection, session) => {
  connection.onDocumentColor(async ({ textDocument }, token) => {
    const document = await session.document(textDocument.uri, token);
    if (document === undefined) return [];
    return feelingsOf(document).map(({ range, value }) => ({ range, color: colourOf(value) }));
  });
  connection.onColorPresentation(async ({ textDocument, range }, token) => {
    const document = await session.document(textDocument.uri, token);
    // The same text again, whichever colour is picked.
    return document === undefined ? [] : [{ label: document.textDocument.getText(range) }];
  });
  return { colorProvider: true };
};

/** From −2 to +2. The client does not say whether its theme is light or dark. */
const SCALE: readonly Colour[] = ['bad2', 'bad1', 'even', 'good1', 'good2'];

function colourOf(value: number): Color {
  const name = SCALE[Math.round(value) + 2] ?? 'even';
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(PALETTES.light[name].slice(at, at + 2), 16) / 255,
  );
  return { red, green, blue, alpha: 1 };
}
