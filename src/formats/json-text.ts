/**
 * JSON as it is printed: two spaces of indentation and a line break at the end. Control and format characters of the
 * values are written as `\uXXXX`, so that the output is harmless in a terminal and the value still the same.
 */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2).replace(unsafe, escaped)}\n`;
}

// JSON.stringify has escaped the controls below U+0020 and lone surrogates; the line breaks that are left are its own.
const unsafe = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function escaped(character: string): string {
  let result = '';
  for (let index = 0; index < character.length; index += 1) {
    result += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }
  return result;
}
