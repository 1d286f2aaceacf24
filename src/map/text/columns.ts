import { EastAsianWidth } from '@cto.af/linebreak';
import { charactersOf } from './measure.ts';

/** Columns that a text without control characters takes in a terminal (UAX #11; what is ambiguous counts one). */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of charactersOf(text)) columns += columnsOfCharacter(character.text);
  return columns;
}

/** Breaks a text into lines of at most so many columns; between words where there are any. */
export function wrapColumns(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(/(?<= )|(?=[\u3000-\u30FF\u3400-\u9FFF\uFF00-\uFFEF])/u)) {
    const own = columnsOf(word.trimEnd());
    if (line !== '' && used + own > columns) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    for (const character of charactersOf(word)) {
      const width = columnsOfCharacter(character.text);
      if (used + width > columns && character.text !== ' ') {
        lines.push(line.trimEnd());
        line = '';
        used = 0;
      }
      line += character.text;
      used += width;
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** A text with spaces behind it up to a number of columns; what is longer stays as it is. */
export function padColumns(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

function columnsOfCharacter(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x3_00) return 1;
  // Marks that stand alone, and what turns a symbol into an emoji, are drawn over what is before.
  if (/^\p{M}/u.test(character)) return 0;
  if (character.includes('\uFE0F') || (code >= 0x1_f0_00 && code <= 0x1_fa_ff)) return 2;
  // The table knows wide, full and half width as one.
  return EastAsianWidth.getString(code) === 'Y' && !isHalfWidth(code) ? 2 : 1;
}

function isHalfWidth(code: number): boolean {
  return code === 0x20_a9 || (code >= 0xff_61 && code <= 0xff_dc) || (code >= 0xff_e8 && code <= 0xff_ee);
}
