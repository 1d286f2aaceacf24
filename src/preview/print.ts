import type { MapContent } from '../map/content/content.ts';
import { mapPages } from '../map/map.ts';
import { writeSvg } from '../map/svg/write-svg.ts';

/** Lays the map out on paper whenever the reader prints. */
export function printOn(place: HTMLElement, shown: () => MapContent, footer: string): void {
  globalThis.addEventListener('beforeprint', () => {
    const content = shown();
    const pages = mapPages(content, 'a3', { locale: content.locale, footer });
    place.innerHTML = pages
      .map((page, index) => writeSvg(page, { id: `page-${index + 1}`, theme: 'variables', ownStyles: false }))
      .join('');
  });
}
