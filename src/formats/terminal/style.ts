/** What a piece of text looks like in a terminal. */
export type Style = keyof typeof codes;

/** Adds styles to a text, or not: the same report is printed with colours and without. */
export type Paint = (text: string, ...styles: readonly Style[]) => string;

/** For a file, a pipe, or a reader who wants no colours. */
export const plain: Paint = (text) => text;

/** With the eight colours that every terminal has in a shade which suits its background. */
export const coloured: Paint = (text, ...styles) =>
  text === '' || styles.length === 0
    ? text
    : `${escape}${styles.map((style) => codes[style]).join(';')}m${text}${reset}`;

// ECMA-48, Select Graphic Rendition.
const codes = { bold: 1, dim: 2, underline: 4, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 };
const escape = '\u001B[';
const reset = `${escape}0m`;
