import type { MapContent } from '../content/content.ts';
import { CAUSES_SHORT } from '../../model/cause-names.ts';
import { LABELS } from '../labels.ts';
import { tableOf } from './table.ts';

/** The map as Markdown, for a pull request: a summary, a table, the worst findings. */
export function writeMarkdown(content: MapContent): string {
  const { locale, title, header, summary, frictions, personas } = content;
  const { headers, rows } = tableOf(content);
  const facts = [
    [LABELS.owner, header.owner],
    [LABELS.reviewed, header.reviewed],
    [LABELS.score, header.score?.total],
  ] as const;
  const lines = [
    `## ${escapeMarkdown(title)}`,
    '',
    [
      `**${header.badge}**`,
      ...facts.flatMap(([label, value]) => (value === undefined ? [] : [`${label[locale]}: ${escapeMarkdown(value)}`])),
    ].join(' · '),
    '',
    ...(header.isSummary === true ? [] : header.scenarios).flatMap((text) => [escapeMarkdown(text), '']),
    ...personas.map(
      ({ name, about }) => `- **${escapeMarkdown(name)}**${about === '' ? '' : ` – ${escapeMarkdown(about)}`}`,
    ),
    ...(personas.length > 0 ? [''] : []),
    escapeMarkdown(summary),
    '',
    row(headers.map(escapeMarkdown)),
    row(headers.map(() => '---')),
    ...rows.map(({ cells }) => row(cells.map((cell) => cell.map(escapeMarkdown).join('<br>')))),
    '',
    ...(frictions.length > 0 ? [`### ${LABELS.topFrictions[locale]}`, ''] : []),
    ...frictions.map(({ cause, where, message }) => {
      const place = [CAUSES_SHORT[cause][locale], where].filter((part) => part !== '').join(' · ');
      return `- **${escapeMarkdown(place)}**: ${escapeMarkdown(message)}`;
    }),
    ...(frictions.length > 0 ? [''] : []),
  ];
  return lines.join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Text that Markdown shows as it is: nothing becomes a heading, a link, HTML or a mention of somebody. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]#+!|~$]/g, String.raw`\$&`)
    .replace(/[&<>@]/g, (character) => entities[character] ?? character)
    .replace(/:\/\//g, '&#58;//')
    .replace(/^(\d+)\./, String.raw`$1\.`)
    .replace(/^-/, String.raw`\-`);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '@': '&#64;' };
