// The script of a site's first page: finds in everything while somebody types. Runs in a browser.
import { SITE_IDS, type SearchEntry } from '../map/html/site-data.ts';
import { comparable } from './comparable.ts';
import { element } from './dom.ts';

/** More than anybody reads; the rest is found with another word. */
const most = 50;

const entries = (JSON.parse(element(SITE_IDS.data).textContent) as readonly SearchEntry[]).map((entry) => ({
  entry,
  title: comparable(entry.title),
  text: comparable(`${entry.kind} ${entry.title} ${entry.text}`),
}));
const query = element(SITE_IDS.query) as HTMLInputElement;
const count = element(SITE_IDS.count);
const hits = element(SITE_IDS.hits);

element(SITE_IDS.search).hidden = false;
query.addEventListener('input', () => {
  show();
  // What was looked for stays when somebody comes back, and can be sent to others.
  history.replaceState(undefined, '', query.value === '' ? location.pathname : `#q=${encodeURIComponent(query.value)}`);
});
takeUp();
globalThis.addEventListener('hashchange', takeUp);

function takeUp(): void {
  if (!location.hash.startsWith('#q=')) return;
  query.value = decoded(location.hash.slice('#q='.length));
  show();
}

/** Somebody can have cut a link short. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function show(): void {
  const words = comparable(query.value)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = words.length === 0 ? [] : entries.filter(({ text }) => words.every((word) => text.includes(word)));
  // What is called so comes before what says so.
  const named = found.filter(({ title }) => words.every((word) => title.includes(word)));
  const sorted = [...named, ...found.filter((each) => !named.includes(each))];
  hits.replaceChildren(...sorted.slice(0, most).map(({ entry }) => item(entry)));
  const { found: label = '', more = '' } = count.dataset;
  const told = [label.replace('{count}', String(sorted.length)), ...(sorted.length > most ? [more] : [])];
  count.textContent = words.length === 0 ? '' : told.join(' · ');
}

function item({ kind, title, text, href }: SearchEntry): HTMLElement {
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.textContent = title;
  const about = document.createElement('div');
  about.className = 'muted';
  about.textContent = `${kind} · ${shortened(text)}`;
  line.append(link, about);
  return line;
}

/** Enough to tell it from others. */
function shortened(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' '));
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest).join('')}…`;
}

const longest = 140;
