import { mapInput } from '../formats/map-input.ts';
import { frictionOf } from '../friction/runner.ts';
import { applySuppressions } from '../friction/suppression.ts';
import { usualConfiguration } from '../language/usual-configuration.ts';
import { modelOf } from '../language/lowering/model-of.ts';
import type { Preset } from '../map/content/lanes.ts';
import { mapContent, type MapOptions, mapScene } from '../map/map.ts';
import type { Theme } from '../map/style/palette.ts';
import { writeSvg } from '../map/svg/write-svg.ts';
import { ownJourneys } from '../model/model.ts';
import type { Locale } from '../model/text.ts';
import type { OpenedText } from './open.ts';

/** What a map shows, and how it looks. */
export interface MapSettings {
  readonly locale?: Locale;
  /** `auto` follows the reader's preference. */
  readonly theme?: Theme | 'auto';
  readonly preset?: Preset;
  /** Id of the journey, where there are several; otherwise the first. */
  readonly journey?: string;
  /** Room there is, in pixels; below 700 the map runs from top to bottom. */
  readonly width?: number;
  /** Begins the ids in the SVG: another one for every map on a page. */
  readonly id?: string;
}

export function drawText({ document }: OpenedText, settings: MapSettings): string | undefined {
  const { locale = 'en', theme = 'light', preset = 'workshop', journey: wanted, width, id = 'journey' } = settings;
  const model = modelOf(document);
  const journey = ownJourneys(model).find((own) => wanted === undefined || own.id === wanted);
  if (journey === undefined) return undefined;
  const usual = usualConfiguration();
  const findings = applySuppressions(model, frictionOf(model, usual.settings, usual)).kept;
  const options: MapOptions = { locale, preset, ...(width !== undefined && { width }) };
  return writeSvg(mapScene(mapContent(mapInput(model, journey, findings), options), options), { id, theme });
}
