// Advance widths of the fonts that the map is set in, so that src/map/ can measure text without a font at hand.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { root } from '../run.ts';

/** Inter for everything it has, Noto Sans JP for the rest: the same order as in the map's font-family. Both are OFL-1.1. */
const families = {
  latin: '@expo-google-fonts/inter',
  japanese: '@expo-google-fonts/noto-sans-jp',
} as const;
const weights = {
  regular: { latin: '400Regular/Inter_400Regular.ttf', japanese: '400Regular/NotoSansJP_400Regular.ttf' },
  bold: { latin: '600SemiBold/Inter_600SemiBold.ttf', japanese: '600SemiBold/NotoSansJP_600SemiBold.ttf' },
} as const;

/** Beyond the basic plane and in the private area there is nothing that people write in a journey, emoji aside. */
const lastCodePoint = 0xff_ff;

export async function generateMapFonts(): Promise<ReadonlyMap<string, string>> {
  const tables = await Promise.all(
    Object.entries(weights).map(async ([weight, files]) => {
      const [latin, japanese] = await Promise.all([
        open(families.latin, files.latin),
        open(families.japanese, files.japanese),
      ]);
      return `export const ${weight} = '${encode(advances(latin, japanese))}';`;
    }),
  );
  const text = `// Made by scripts/generators/map-fonts.ts from Inter and Noto Sans JP (both under the SIL Open Font License 1.1).
// Runs of one advance width, \`gap.length.width\` in base 36: code points skipped, code points in the run, thousandths of an em.
// Every other character is a full em wide.

${tables.join('\n\n')}
`;
  return new Map([['src/map/generated/font-widths.ts', text]]);
}

async function open(family: string, file: string): Promise<Font> {
  const font = create(await readFile(join(root, 'node_modules', family, file)));
  if (!('characterSet' in font)) throw new Error(`${file} holds several fonts`);
  return font;
}

/** Code point to advance in thousandths of an em; the first font that has a character wins. */
function advances(...fonts: readonly Font[]): ReadonlyMap<number, number> {
  const result = new Map<number, number>();
  for (const font of fonts) {
    for (const code of font.characterSet) {
      if (code < 0x20 || code > lastCodePoint || (code >= 0xe0_00 && code <= 0xf8_ff) || result.has(code)) continue;
      result.set(code, Math.round((font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm) * 1000));
    }
  }
  return new Map([...result].toSorted(([a], [b]) => a - b));
}

interface Run {
  readonly gap: number;
  length: number;
  readonly width: number;
}

function runs(sorted: Iterable<readonly [code: number, width: number]>): readonly Run[] {
  const result: Run[] = [];
  let next = 0;
  for (const [code, width] of sorted) {
    const last = result.at(-1);
    if (last !== undefined && code === next && last.width === width) last.length += 1;
    else result.push({ gap: code - next, length: 1, width });
    next = code + 1;
  }
  return result;
}

/** What is a full em wide, as nearly all of Noto Sans JP is, is left out: it is what a reader of the table assumes. */
function encode(table: ReadonlyMap<number, number>): string {
  return runs([...table].filter(([, width]) => width !== 1000))
    .map(({ gap, length, width }) => [gap, length, width].map((value) => value.toString(36)).join('.'))
    .join(' ');
}
