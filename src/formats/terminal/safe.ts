/**
 * Text from a document, fit for a terminal or a log: one line, and nothing in it that moves the cursor, changes colours,
 * turns the direction of writing or stays invisible. What is taken out is shown instead: `␛` for an escape character,
 * `<U+202E>` for a control that has no picture of its own.
 *
 * Joiners stay, because emoji and some scripts are written with them.
 */
export function safeText(text: string): string {
  // Nearly always there is nothing to replace, and looking for that is quicker.
  return doubtful.test(text) ? text.replace(unsafe, visibly) : text;
}

// Controls, line and paragraph separators, lone surrogates, and every other format character.
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200C\u200D])\p{Cf}/gu;

/** Nearly all letters and signs of messages are from these blocks, in which no character controls anything. For a regular expression. */
export const HARMLESS = String.raw`\x20-\x7e\u00ae-\u02ff\u2010-\u2027\u2190-\u22ff\u3001-\u30ff\u4e00-\u9fff\uff01-\uff9f`;

const doubtful = new RegExp(`[^${HARMLESS}]`);

const controlPictures = 0x24_00;
const deletePicture = '␡';

function visibly(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(controlPictures + code);
  if (code === 0x7f) return deletePicture;
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
