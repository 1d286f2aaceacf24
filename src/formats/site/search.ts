import { titleOf } from '../../model/declaration.ts';
import type { Touchpoint } from '../../model/journey.ts';
import { inLocale, type Locale } from '../../model/text.ts';
import type { Prose } from '../../model/values.ts';
import { cleanText } from '../../map/text/clean.ts';
import { SITE_IDS, type SearchEntry } from '../../map/html/site-data.ts';
import { SEVERITY_LABELS } from '../labels.ts';
import { cardOf } from '../personas/content.ts';
import type { Site } from './gather.ts';
import { hrefOfEntry, hrefOfJourney, hrefOfTouchpoint } from './links.ts';
import { said, WORDS } from './words.ts';

/** Where to type, where to read what was found, and all that can be found, for the script of the page. */
export function searchBox(site: Site, locale: Locale): string {
  const data = JSON.stringify(entriesOf(site, locale)).replaceAll('<', String.raw`\u003c`);
  return `<div class="search" role="search" id="${SITE_IDS.search}" hidden>
<label for="${SITE_IDS.query}">${said('search', locale)}</label>
<input type="search" id="${SITE_IDS.query}" autocomplete="off" spellcheck="false">
<p class="muted"><output id="${SITE_IDS.count}" for="${SITE_IDS.query}" data-found="${said('hits', locale)}" data-more="${said('more', locale)}"></output></p>
<ol id="${SITE_IDS.hits}"></ol>
</div>
<script type="application/json" id="${SITE_IDS.data}">${data}</script>`;
}

function entriesOf(site: Site, locale: Locale): readonly SearchEntry[] {
  const entry = (kind: keyof typeof WORDS, title: string, href: string, texts: readonly string[]): SearchEntry => ({
    kind: inLocale(WORDS[kind], locale),
    title: cleanText(title),
    href,
    text: cleanText(texts.join(' · ')),
  });
  return [
    ...site.journeys.flatMap((own) => {
      const { journey, path, file } = own;
      const names = [...journey.personas, ...journey.targets].flatMap(({ key }) => file.model.personas.get(key) ?? []);
      const people = [...new Set(names)].map((persona) => titleOf(persona, locale));
      const channelsOf = ({ channels }: Touchpoint): readonly string[] =>
        channels.flatMap(({ key }) => file.model.channels.get(key) ?? []).map((channel) => titleOf(channel, locale));
      return [
        entry('journey', titleOf(journey, locale), hrefOfJourney(own), [
          ...textsOf(journey.scenarios),
          ...people,
          journey.id,
          path,
        ]),
        ...journey.stages.flatMap((stage) =>
          stage.touchpoints.map((touchpoint) =>
            entry('touchpoint', titleOf(touchpoint, locale), hrefOfTouchpoint(own, touchpoint.key), [
              titleOf(journey, locale),
              titleOf(stage, locale),
              ...channelsOf(touchpoint),
              ...storyOf(touchpoint, locale),
            ]),
          ),
        ),
      ];
    }),
    ...site.personas.map(({ thing, model, address, path }) => {
      const { name, about, quotes, facts, lists } = cardOf(thing, model, locale);
      const texts = [
        ...about,
        ...quotes,
        ...facts.map(({ value }) => value),
        ...lists.flatMap(({ entries }) => entries),
      ];
      return entry('persona', name, hrefOfEntry('personas', address), [...texts, thing.id, path]);
    }),
    ...site.channels.map(({ thing, address }) =>
      entry('channel', titleOf(thing, locale), hrefOfEntry('channels', address), [thing.id, ...textsOf(thing.notes)]),
    ),
    ...site.owners.map(({ thing, address }) =>
      entry('owner', titleOf(thing, locale), hrefOfEntry('owners', address), [thing.id, ...textsOf(thing.notes)]),
    ),
    ...site.findings.map(({ finding, address, path }) =>
      entry('finding', inLocale(finding.message, locale), hrefOfEntry('findings', address), [
        inLocale(SEVERITY_LABELS[finding.severity], locale),
        finding.code,
        path,
      ]),
    ),
  ];
}

function storyOf(touchpoint: Touchpoint, locale: Locale): readonly string[] {
  const { does, thinks, says, sees, notes, questions, barriers, opportunities } = touchpoint;
  return [
    ...textsOf([...does, ...thinks, ...says, ...sees, ...notes]),
    ...[...questions, ...barriers].map((thing) => titleOf(thing, locale)),
    ...opportunities.map(({ text }) => text.text),
  ];
}

function textsOf(prose: readonly Prose[]): readonly string[] {
  return prose.map(({ text }) => text);
}
