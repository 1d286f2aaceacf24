import type { MapInput } from '../content/content-of.ts';
import { PRESETS } from '../content/lanes.ts';
import { mapContent, type MapOptions } from '../map.ts';
import { type HtmlOptions, writeHtml } from './write-html.ts';

/** The page of one journey, where the reader chooses among its personas and all its lanes. */
export function journeyPage(input: MapInput, options: MapOptions, page: Omit<HtmlOptions, 'lanes' | 'footer'>): string {
  const { lanes = PRESETS[options.preset ?? 'workshop'], footer = '' } = options;
  const everything: MapOptions = { ...options, lanes: PRESETS.full, preset: 'full' };
  const whole = mapContent(input, everything);
  const single = whole.personas.map(({ key }) => mapContent(input, { ...everything, personas: [key] }));
  return writeHtml(whole, single.length > 1 ? single : [], { lanes, footer, ...page });
}
