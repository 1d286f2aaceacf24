import { mapScene } from '../map/map.ts';
import { writeSvg } from '../map/svg/write-svg.ts';
import type { Locale } from '../model/text.ts';
import { drawnMap } from './drawn-map.ts';
import { openText } from './open-text.ts';

/** The map of a text, and what is wrong with the text. */
export interface Picture {
  /** SVG whose colours are variables of the page; missing when there is no journey in the text. */
  readonly svg?: string;
  /** The first mistake, with its line counted from one. */
  readonly mistake?: { readonly line: number; readonly message: string };
}

/**
 * Draws a text that stands for itself.
 *
 * @param id unique on the page: letters, digits and hyphens
 */
export async function pictureOf(
  text: string,
  { id, locale }: { readonly id: string; readonly locale: Locale },
): Promise<Picture> {
  const opened = await openText(text);
  if (opened === undefined) return {};
  const { document, findings } = opened;
  const options = { locale, preset: 'workshop' } as const;
  const content = drawnMap(document, undefined, options, findings);
  const mistake = findings.find(({ severity }) => severity === 'error');
  return {
    ...(content === undefined ? {} : { svg: writeSvg(mapScene(content, options), { id, theme: 'variables' }) }),
    ...(mistake === undefined
      ? {}
      : { mistake: { line: mistake.place.range.start.line + 1, message: mistake.message[locale] } }),
  };
}
