import type { Model } from '../../model/model.ts';
import { inLocale, type Locale, type Text } from '../../model/text.ts';
import { html, link } from '../site/html.ts';
import { writePage } from '../site/page.ts';
import { cardOf, type PersonaCard } from './content.ts';

/** One file without a script: a card for each persona that a file declares or imports. */
export function personaHtml(model: Model, locale: Locale, hash: (text: string) => string): string {
  const cards = [...model.personas.values()].map(
    (persona) => `<article class="card">${writeCard(cardOf(persona, model, locale))}</article>`,
  );
  const title = inLocale(personasTitle, locale);
  const body = `<header><h1>${html(title)}</h1></header>\n<main><div class="cards">\n${cards.join('\n')}\n</div></main>`;
  return writePage({ title, locale, body, hash });
}

/**
 * The inside of a card.
 *
 * @param anchor where the card is in its page, if others can link to it
 */
export function writeCard({ name, about, quotes, facts, lists }: PersonaCard, anchor?: string): string {
  const parts = [
    `<h2>${anchor === undefined ? html(name) : link(`#${encodeURIComponent(anchor)}`, name)}</h2>`,
    ...(about.length > 0 ? [`<p class="muted">${html(about.join(' · '))}</p>`] : []),
    ...quotes.map((quote) => `<blockquote>${html(quote)}</blockquote>`),
    ...(facts.length > 0
      ? [`<dl>${facts.map(({ label, value }) => `<dt>${html(label)}</dt><dd>${html(value)}</dd>`).join('')}</dl>`]
      : []),
    ...lists.map(
      ({ label, entries }) =>
        `<h3>${html(label)}</h3><ul>${entries.map((entry) => `<li>${html(entry)}</li>`).join('')}</ul>`,
    ),
  ];
  return parts.join('\n');
}

const personasTitle: Text = { en: 'Personas', ja: 'ペルソナ' };
