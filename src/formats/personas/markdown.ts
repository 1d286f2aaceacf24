import type { Model } from '../../model/model.ts';
import type { Locale } from '../../model/text.ts';
import { escapeMarkdown } from '../markdown.ts';
import { cardOf, type PersonaCard } from './content.ts';

/** A card for each persona that a file declares or imports, in Markdown. */
export function personaMarkdown(model: Model, locale: Locale): string {
  return [...model.personas.values()].map((persona) => markdownOf(cardOf(persona, model, locale))).join('\n');
}

function markdownOf({ name, about, quotes, facts, lists }: PersonaCard): string {
  const lines = [
    `## ${line(name)}`,
    ...(about.length > 0 ? ['', `*${line(about.join(' · '))}*`] : []),
    ...quotes.flatMap((text) => ['', `> ${line(text)}`]),
    ...(facts.length > 0 ? [''] : []),
    ...facts.map(({ label, value }) => `- **${label}**: ${line(value)}`),
    ...lists.flatMap(({ label, entries }) => ['', `**${label}**`, '', ...entries.map((entry) => `- ${line(entry)}`)]),
  ];
  return `${lines.join('\n')}\n`;
}

/** On one line, and no markup. */
function line(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').trim());
}
