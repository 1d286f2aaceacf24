import { latin } from '../generated/font-widths.ts';

/** The two fonts that the map is set in. */
export type FontName = 'latin' | 'japanese';

/** Cuts a text into pieces of one font each, as a browser does with a list of fonts: Inter where it has the character. */
export function fontRuns(text: string): readonly { readonly text: string; readonly font: FontName }[] {
  const runs: { text: string; font: FontName }[] = [];
  for (const character of text) {
    const font = inLatin.has(character.codePointAt(0) ?? 0) ? 'latin' : 'japanese';
    const last = runs.at(-1);
    if (last?.font === font) last.text += character;
    else runs.push({ text: character, font });
  }
  return runs;
}

const inLatin = decode();

function decode(): ReadonlySet<number> {
  const result = new Set<number>();
  let code = 0;
  for (const run of latin.split(' ')) {
    const [gap = 0, length = 0] = run.split('.').map((part) => Number.parseInt(part, 36));
    code += gap;
    for (const end = code + length; code < end; code += 1) result.add(code);
  }
  return result;
}
