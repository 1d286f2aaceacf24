import { escapeXml } from '../../map/svg/escape.ts';
import { cleanText } from '../../map/text/clean.ts';

/** A text of a document as it may stand in a page, between tags and in attributes. */
export function html(text: string): string {
  return escapeXml(cleanText(text));
}

/** A link within a site. */
export function link(href: string, text: string): string {
  return `<a href="${escapeXml(href)}">${html(text)}</a>`;
}

/** A message of ours, in which backquotes mark what is written in a journey file. */
export function message(text: string): string {
  return html(text).replace(/`([^`]*)`/g, '<code>$1</code>');
}
