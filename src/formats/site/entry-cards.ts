import { type Declaration, titleOf } from '../../model/declaration.ts';
import { inLocale, type Locale, type Text } from '../../model/text.ts';
import { cardOf } from '../personas/content.ts';
import { writeCard } from '../personas/html.ts';
import type { Site, SiteEntry } from './gather.ts';
import { html, link } from './html.ts';
import { journeyLink, touchpointLink } from './links.ts';
import { said, WORDS } from './words.ts';

/** A card for each persona, with the journeys that are for them. */
export function personaCards({ personas }: Site, locale: Locale): string {
  return cards(
    personas.map((entry) => card(entry, writeCard(cardOf(entry.thing, entry.model, locale), entry.address), locale)),
    locale,
  );
}

/** A card for each channel that is declared or used, with its touchpoints. */
export function channelCards({ channels }: Site, locale: Locale): string {
  return cards(
    channels.map((entry) => {
      const { thing } = entry;
      const traits = TRAITS.filter(({ name }) => thing[name]).map(({ label }) => inLocale(label, locale));
      return card(entry, heading(entry, traits, locale), locale);
    }),
    locale,
  );
}

/** A card for each team that owns something, with what it owns. */
export function ownerCards({ owners }: Site, locale: Locale): string {
  return cards(
    owners.map((entry) => card(entry, heading(entry, [], locale), locale)),
    locale,
  );
}

const TRAITS = [
  { name: 'human', label: { en: 'a person at the other end', ja: '人が対応' } },
  { name: 'bot', label: { en: 'a machine answers', ja: '自動応答' } },
  { name: 'selfService', label: { en: 'self-service', ja: 'セルフサービス' } },
  { name: 'digital', label: { en: 'through a screen', ja: 'デジタル' } },
  { name: 'thirdParty', label: { en: 'run by somebody else', ja: '他社が運営' } },
] as const satisfies readonly { readonly name: string; readonly label: Text }[];

function cards(written: readonly string[], locale: Locale): string {
  return written.length === 0 ? `<p>${said('none', locale)}</p>` : `<div class="cards">\n${written.join('\n')}\n</div>`;
}

function heading<T extends Declaration & { readonly notes: readonly { readonly text: string }[] }>(
  { thing, path, address }: SiteEntry<T>,
  traits: readonly string[],
  locale: Locale,
): string {
  const from = thing.library ? said('library', locale) : `<code>${html(path)}</code>`;
  const facts = traits.map((trait) => `<li>${html(trait)}</li>`);
  const notes = thing.notes.map(({ text }) => `<p>${html(text)}</p>`);
  return `<h2>${link(`#${encodeURIComponent(address)}`, titleOf(thing, locale))}</h2>${facts.length === 0 ? '' : `<ul class="facts">${facts.join('')}</ul>`}${notes.join('')}<p class="muted">${from}</p>`;
}

function card<T extends Declaration>({ address, alsoAt, uses }: SiteEntry<T>, inside: string, locale: Locale): string {
  const also = alsoAt === undefined ? '' : `<span id="${html(alsoAt)}"></span>`;
  const used = uses.map(({ journey, touchpoints }) => {
    const places = touchpoints.map((touchpoint) => `<li>${touchpointLink(journey, touchpoint, locale)}</li>`);
    return `<li>${journeyLink(journey, locale)}${places.length === 0 ? '' : `<ul>${places.join('')}</ul>`}</li>`;
  });
  const list = used.length === 0 ? `<p class="muted">${said('unused', locale)}</p>` : `<ul>${used.join('')}</ul>`;
  return `${also}<article class="card" id="${html(address)}">${inside}
<h3>${html(WORDS.usedIn[locale])}</h3>${list}</article>`;
}
