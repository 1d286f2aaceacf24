import { inLocale, type Locale, type Text } from '../../model/text.ts';
import { escapeXml } from '../../map/svg/escape.ts';
import { escapeMarkdown } from '../markdown.ts';
import { safeText } from '../terminal/safe.ts';
import type { Paint } from '../terminal/style.ts';
import { tableLines } from '../terminal/table.ts';
import { wrap } from '../terminal/wrap.ts';
import type { ReportContent, ReportSection } from './report-content.ts';

/** For a terminal of so many columns, or with `Infinity` for a file, where lines stay whole. */
export function prettyEvidence(
  { title, sections }: ReportContent,
  { locale, width, paint }: { readonly locale: Locale; readonly width: number; readonly paint: Paint },
): string {
  const say = (text: Text): string => safeText(inLocale(text, locale));
  const room = width - indent.length;
  const lines = wrap(say(title), width).map((line) => paint(line, 'bold'));
  for (const { title: heading, sentences, table } of sections) {
    lines.push('', paint(say(heading), 'bold', 'cyan'));
    for (const sentence of sentences) {
      const [first = '', ...more] = wrap(say(sentence), room - indent.length);
      lines.push(`${indent}${first}`, ...more.map((line) => indent + indent + line));
    }
    if (table === undefined || table.rows.length === 0) continue;
    const shown = { head: table.head.map(say), rows: table.rows.map((row) => row.map(say)) };
    lines.push(
      ...tableLines(shown, { width: room, paint, headStyle: 'dim' }).map((line) => `${indent}${line}`.trimEnd()),
    );
  }
  return `${lines.join('\n')}\n`;
}

const indent = '  ';

/** For a wiki or a pull request. */
export function markdownEvidence({ title, sections }: ReportContent, locale: Locale): string {
  const say = (text: Text): string => escapeMarkdown(inLocale(text, locale));
  const row = (cells: readonly Text[]): string => `| ${cells.map(say).join(' | ')} |`;
  const parts = [`# ${say(title)}`];
  for (const { title: heading, sentences, table } of sections) {
    parts.push(`## ${say(heading)}`);
    if (sentences.length > 0) parts.push(sentences.map((sentence) => `- ${say(sentence)}`).join('\n'));
    if (table === undefined || table.rows.length === 0) continue;
    parts.push([row(table.head), `|${' --- |'.repeat(table.head.length)}`, ...table.rows.map(row)].join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

/** A page that stands alone: no script, nothing from elsewhere. */
export function htmlEvidence({ title, sections }: ReportContent, locale: Locale): string {
  const say = (text: Text): string => escapeXml(inLocale(text, locale));
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${say(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${say(title)}</h1>
${sections.map((section) => htmlSection(section, say)).join('\n')}
</main>
</body>
</html>
`;
}

function htmlSection({ title, sentences, table }: ReportSection, say: (text: Text) => string): string {
  const list =
    sentences.length === 0 ? '' : `<ul>${sentences.map((sentence) => `<li>${say(sentence)}</li>`).join('')}</ul>`;
  const cells = (row: readonly Text[]): string => row.map((cell) => `<td>${say(cell)}</td>`).join('');
  const rows =
    table === undefined || table.rows.length === 0
      ? ''
      : `<div class="table" tabindex="0" role="region" aria-label="${say(title)}"><table><thead><tr>${table.head.map((cell) => `<th scope="col">${say(cell)}</th>`).join('')}</tr></thead>
<tbody>${table.rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody></table></div>`;
  return `<section>\n<h2>${say(title)}</h2>\n${list}${rows}\n</section>`;
}

const STYLE = `:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,"Noto Sans JP",sans-serif;margin:0}
main{max-width:72rem;margin:auto;padding:1.5rem}
h2{margin-top:2rem;border-bottom:1px solid}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #8886}`;
