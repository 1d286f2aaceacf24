/** Three quotes open a text of several lines. */
export const LONG_QUOTE = '"""';

/**
 * The quotes that a string may begin with, and what ends it. Only `"` is right; the others come from word processors
 * and Japanese input methods, are reported, and read as if they were right, so that the rest of the line is not lost.
 */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”“"',
  '”': '”“"',
  '„': '“”"',
  '‟': '”“"',
  '＂': '＂"',
  '「': '」',
  '『': '』',
  '«': '»',
  "'": "'’",
  '‘': "’'",
};

/** What ends a string that began rightly, when the line holds no right quote. */
export const WRONG_CLOSING = '”“＂';

/** What closes a string that begins with the character; undefined when none begins with it. */
export function closingQuotes(opening: string): string | undefined {
  return Object.hasOwn(CLOSING, opening) ? CLOSING[opening] : undefined;
}

/** The text that a string literal stands for, unclosed ones included. */
export function readString(written: string): string {
  if (isPlain(written)) return written.slice(1, -1);
  if (written.startsWith(LONG_QUOTE)) return readLongString(written);
  const closing = closingQuotes(written.charAt(0));
  if (closing === undefined) return written;
  const last = written.charAt(written.length - 1);
  const closed = written.length > 1 && (closing + WRONG_CLOSING).includes(last) && !endsEscaped(written);
  return unescape(written.substring(1, closed ? written.length - 1 : written.length));
}

/** Whether it is in the right quotes and says what it shows, as nearly all are. */
function isPlain(written: string): boolean {
  const { length } = written;
  return (
    length > 1 &&
    written.charCodeAt(0) === QUOTE &&
    written.charCodeAt(1) !== QUOTE &&
    written.charCodeAt(length - 1) === QUOTE &&
    !written.includes('\\')
  );
}

const QUOTE = 34;

function readLongString(written: string): string {
  const closed = written.length >= 2 * LONG_QUOTE.length && written.endsWith(LONG_QUOTE);
  const inner = written.substring(LONG_QUOTE.length, closed ? written.length - LONG_QUOTE.length : written.length);
  return unescape(dedent(inner.split(/\r\n|\n|\r/)).join('\n'));
}

/** Drops blank first and last lines and the indentation that all other lines share. The first line has none to share. */
function dedent(lines: readonly string[]): readonly string[] {
  if (lines.length === 1) return lines;
  const [first = '', ...others] = lines;
  const indentation = commonIndentation(others.filter((line) => line.trim() !== ''));
  const dedented = [first, ...others.map((line) => (line.trim() === '' ? '' : line.substring(indentation)))];
  const start = dedented.findIndex((line) => line.trim() !== '');
  if (start < 0) return [];
  return dedented.slice(start, dedented.findLastIndex((line) => line.trim() !== '') + 1);
}

function commonIndentation(lines: readonly string[]): number {
  const [first = ''] = lines;
  let shared = first.length - first.trimStart().length;
  for (const line of lines) {
    let same = 0;
    while (same < shared && line.charAt(same) === first.charAt(same)) same++;
    shared = same;
  }
  return shared;
}

/** `\"`, `\\`, `\n` and `\t`; any other backslash stays as it is written, as in a Windows path. */
function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replaceAll(/\\(["\\nt])/g, (_, escaped: string) =>
    escaped === 'n' ? '\n' : escaped === 't' ? '\t' : escaped,
  );
}

/** Whether the last character is escaped: an odd number of backslashes stands before it. */
function endsEscaped(written: string): boolean {
  let backslashes = 0;
  for (let index = written.length - 2; index > 0 && written.charAt(index) === '\\'; index--) backslashes++;
  return backslashes % 2 === 1;
}
