import type { Locale } from '../../../model/text.ts';

/** Text of a document as Markdown shows it as it is: no markup, no links, on one line. */
export function escaped(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]()#+\-.!|<>~&:@"/]/g, String.raw`\$&`);
}

/** The same with its line breaks. */
export function escapedLines(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map(escaped)
    .join('  \n');
}

/** Several of them in a row. Japanese titles have commas of their own. */
export function listed(values: readonly string[], locale: Locale): string {
  return values.join(locale === 'ja' ? ' / ' : ', ');
}

/** An id holds neither backticks nor spaces. */
export function code(id: string): string {
  return `\`${id}\``;
}

/** The parts of a card that say something, one below the other. */
export function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
