import { inLocale, type Locale } from '../../model/text.ts';
import type { Overview, OverviewCell } from '../overview/overview.ts';
import { html } from './html.ts';
import { said, type WORDS } from './words.ts';

/** A table about all journeys as HTML. */
export function overviewTable({ columns, rows }: Overview, name: keyof typeof WORDS, locale: Locale): string {
  if (rows.length === 0) return `<p>${said('none', locale)}</p>`;
  const head = columns.map(({ heading }) => `<th scope="col">${html(inLocale(heading, locale))}</th>`);
  const body = rows.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`);
  return `<div class="scroll" tabindex="0" role="region" aria-label="${said(name, locale)}"><table><thead><tr>${head.join('')}</tr></thead><tbody>
${body.join('\n')}
</tbody></table></div>`;
}

function cellOf(cell: OverviewCell): string {
  if (typeof cell === 'object') return `<td class="number">${html(cell.text)}</td>`;
  return `<td>${html(cell ?? '').replaceAll('\n', '<br>')}</td>`;
}
