import type { Locale } from '../../model/text.ts';
import { PAGE_IDS } from '../../map/html/page-data.ts';
import type { MapPage } from '../map-page.ts';
import type { PageReport } from './messages.ts';
import { WEBVIEW_IDS } from './styles.ts';

/** What is to be seen in the page, for tests: read from the page itself and not from what it was told. */
export function reportOf(page: MapPage | undefined, version: number | null, locale: Locale): PageReport {
  const cards = all('.map-card');
  return {
    title: document.title,
    cards: cards.length,
    titles: cards.map((card) => card.getAttribute('aria-label') ?? ''),
    marked: all('.current').map(({ dataset }) => dataset['touchpoint'] ?? dataset['stage'] ?? ''),
    stages: all('.map-stage').map(({ dataset }) => dataset['stage'] ?? ''),
    folded: page?.choices.folded ?? [],
    zoom: page?.view.zoom ?? 1,
    left: page?.frame.scrollLeft ?? 0,
    top: page?.frame.scrollTop ?? 0,
    notice: visible(WEBVIEW_IDS.notice)?.textContent ?? '',
    theme: document.documentElement.dataset['theme'] ?? '',
    locale,
    lanes: all('.map-lane-label').map((label) => label.textContent.trim()),
    table: page?.choices.table ?? false,
    rows: document.querySelectorAll(`#${PAGE_IDS.table} tbody tr`).length,
    found: visible(PAGE_IDS.found)?.textContent ?? '',
    compared: visible(PAGE_IDS.compare) !== undefined,
    curves: new Set(all('.map-point').map(({ dataset }) => dataset['persona'] ?? '')).size,
    details: textsIn(visible(WEBVIEW_IDS.details), 'button'),
    fixes: textsIn(visible(WEBVIEW_IDS.details), '.fix'),
    version,
  };
}

function all(selector: string): SVGElement[] {
  return [...document.querySelectorAll<SVGElement>(selector)];
}

function textsIn(place: HTMLElement | undefined, selector: string): string[] {
  return [...(place?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent);
}

function visible(id: string): HTMLElement | undefined {
  const found = document.getElementById(id);
  return found === null || found.hidden ? undefined : found;
}
