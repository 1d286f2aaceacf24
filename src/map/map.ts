import type { Locale } from '../model/text.ts';
import type { MapContent } from './content/content.ts';
import { contentOf, type MapInput } from './content/content-of.ts';
import { type Lane, type Preset, PRESETS } from './content/lanes.ts';
import { narrowScene } from './layout/narrow.ts';
import { wideScene } from './layout/wide.ts';
import type { Scene } from './scene.ts';

/** What a map shows and in which shape. */
export interface MapOptions {
  readonly locale: Locale;
  readonly preset?: Preset;
  /** Instead of the preset's lanes. */
  readonly lanes?: readonly Lane[];
  /** Keys of the personas to show; empty or missing for all. */
  readonly personas?: readonly string[];
  /** Keys of stages drawn as one column, or all of them. */
  readonly folded?: 'all' | readonly string[];
  /** Room there is, in pixels. Only whether it is little counts; a wide map is as wide as it needs to be. */
  readonly width?: number;
  /** Bands of at most this width, in pixels, one below the other. */
  readonly wrapAt?: number;
  /** What the last line says about where the picture comes from. */
  readonly footer?: string;
}

/** What the map of a journey says, whatever its shape. */
export function mapContent(input: MapInput, options: MapOptions): MapContent {
  const { locale, preset = 'workshop', lanes = PRESETS[preset], personas = [] } = options;
  return contentOf(input, { locale, lanes, personas });
}

/** Narrower than this, in pixels, the map is turned by 90°. */
const narrowBelow = 700;

/**
 * The map as one picture: a matrix with stages and touchpoints from left to right and lanes from top to bottom, or, where
 * there is little room, a line from top to bottom.
 */
export function mapScene(content: MapContent, options: MapOptions): Scene {
  const { preset = 'workshop', folded = [], footer = '', wrapAt, width } = options;
  const showsFrictions = preset === 'workshop' || preset === 'executive' || preset === 'full';
  if (width !== undefined && width < narrowBelow) {
    return narrowScene(content, { width: Math.max(width, narrowest), showsFrictions, footer });
  }
  return wideScene(content, {
    folded: ({ key, touchpoints }) => touchpoints.length > 1 && (folded === 'all' || folded.includes(key)),
    showsFrictions,
    footer,
    ...(wrapAt === undefined ? {} : { wrapAt }),
  });
}

const narrowest = 280;
