import { HARMLESS } from './terminal/safe.ts';

/**
 * JSON as it is printed: two spaces of indentation and a line break at the end. Control and format characters of the
 * values are written as `\uXXXX`, so that the output is harmless in a terminal and the value still the same.
 */
export function jsonText(value: unknown): string {
  return `${written(value)}\n`;
}

/**
 * Values as they stand in a list of JSON that is printed so, each on a new line and with commas between; nothing for none.
 *
 * @param depth how many lists and objects they are in, this list counted
 */
export function jsonItems(values: readonly unknown[], depth: number): string {
  if (values.length === 0) return '';
  let list: unknown = values;
  for (let around = 1; around < depth; around += 1) list = [list];
  let brackets = 0;
  for (let level = 0; level < depth; level += 1) brackets += lineAt(level).length + '['.length;
  // As many characters before as behind, but that the first of all begins no new line.
  return written(list).slice(brackets - 1, -brackets);
}

/** Begins a line that stands in so many lists and objects. */
export function lineAt(level: number): string {
  return `\n${'  '.repeat(level)}`;
}

function written(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  return doubtful.test(text) ? text.replace(unsafe, escaped) : text;
}

// To look for anything else is quicker, and mostly there is nothing.
const doubtful = new RegExp(`[^\\n${HARMLESS}]`);

// JSON.stringify has escaped the controls below U+0020 and lone surrogates; the line breaks that are left are its own.
const unsafe = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function escaped(character: string): string {
  let result = '';
  for (let index = 0; index < character.length; index += 1) {
    result += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }
  return result;
}
