import { LABELS } from '../labels.ts';
import { escapeXml } from '../svg/escape.ts';
import type { MapContent } from '../content/content.ts';
import { tableOf } from './table.ts';

/** The same facts as the picture, as a table with headings for rows and columns. */
export function writeHtmlTable(content: MapContent): string {
  const { locale, title, summary } = content;
  const { headers, rows } = tableOf(content);
  const head = headers.map((header) => `<th scope="col">${escapeXml(header)}</th>`).join('');
  const body = rows.map(({ cells, touchpoint }) => {
    const columns = cells.map((cell, index) => {
      const text = cell.map(escapeXml).join('<br>');
      // The touchpoint's name is what a row is about.
      return index === touchpointColumn ? `<th scope="row">${text}</th>` : `<td>${text}</td>`;
    });
    return `<tr data-touchpoint="${escapeXml(touchpoint.key)}">${columns.join('')}</tr>`;
  });
  const caption = `${LABELS.journeyMap[locale]}: ${title}. ${summary}`;
  return `<table lang="${locale}"><caption>${escapeXml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>\n`;
}

const touchpointColumn = 2;
