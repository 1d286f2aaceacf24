// Pieces of the generated pages of docs/.
import { inLocale, type Locale, type Text } from '../../src/model/text.ts';

export type Say = (text: Text) => string;

export function sayIn(locale: Locale): Say {
  return (text) => inLocale(text, locale);
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll(/\s*\n\s*/g, ' ')).join(' | ')} |`).join('\n');
}

/** Code in a table: a bar would end the cell. */
export function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

/** Prose of ours: what is between backquotes stays code, nothing else is markup. */
export function prose(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll('<', '&lt;').replaceAll(/[*[\]]/g, '\\$&')))
    .join('')
    .replaceAll('|', '\\|');
}

export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** Where a page is in the repository, and its way to the twin in the other language. */
export function pagePath(name: string, locale: Locale): string {
  return locale === 'ja' ? `docs/ja/${name}.md` : `docs/${name}.md`;
}

export function twinLink(name: string, locale: Locale): string {
  return locale === 'ja' ? `[English](../${name}.md)` : `[日本語](ja/${name}.md)`;
}

/** What the pages say that nobody should edit. */
export const notice = '<!-- Made by npm run generate. Do not edit. -->';
