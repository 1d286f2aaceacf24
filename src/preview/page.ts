// The script of a map's page. Runs in a browser.
import { PAGE_IDS, type PageData } from '../map/html/page-data.ts';
import { element, onChoice, onClick } from './dom.ts';
import { MapPage } from './map-page.ts';
import { scrollWithin } from './scroll-within.ts';

const data = JSON.parse(element(PAGE_IDS.data).textContent) as PageData;
const page = new MapPage({
  ...data,
  onPersona: (index) => {
    page.show((index === undefined ? undefined : data.single?.[index]) ?? data.content);
  },
});

onClick(PAGE_IDS.printButton, () => {
  globalThis.print();
});
onChoice(PAGE_IDS.theme, (theme) => {
  if (theme === '') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
});

// A link can lead to a touchpoint: `Outage.html#Outage.Report.Calls`.
showLinked();
globalThis.addEventListener('hashchange', showLinked);

function showLinked(): void {
  const key = decoded(location.hash.slice(1));
  if (key === '') return;
  const card = page.frame.querySelector<SVGElement>(`.map-card[data-touchpoint="${CSS.escape(key)}"]`);
  if (card === null) return;
  scrollWithin(page.frame, card, { block: 'center', inline: 'center' });
  card.focus({ preventScroll: true });
}

/** Somebody can have cut a link short. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
