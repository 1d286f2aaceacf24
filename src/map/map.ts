import type { Locale } from '../model/text.ts';
import type { MapContent, StageContent } from './content/content.ts';
import { contentOf, type MapInput } from './content/content-of.ts';
import { type Lane, type Preset, PRESETS } from './content/lanes.ts';
import { narrowScene } from './layout/narrow.ts';
import { pageScenes, type PageSize } from './layout/pages.ts';
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
  const showsFrictions = preset === 'workshop' || preset === 'executive' || preset === 'full';
  return contentOf(input, { locale, lanes, personas, showsFrictions });
}

/** Narrower than this, in pixels, the map is turned by 90°. */
const narrowBelow = 700;

/**
 * The map as one picture: a matrix with stages and touchpoints from left to right and lanes from top to bottom, or, where
 * there is little room, a line from top to bottom.
 */
export function mapScene(content: MapContent, options: MapOptions): Scene {
  const { footer = '', wrapAt, width } = options;
  const { showsFrictions } = content;
  if (width !== undefined && width < narrowBelow) {
    return narrowScene(content, { width: Math.max(width, narrowest), showsFrictions, footer });
  }
  return wideScene(content, {
    folded: foldedIn(options),
    showsFrictions,
    footer,
    ...(wrapAt === undefined ? {} : { wrapAt }),
  });
}

/** The map on pages of one size, for print and slides. */
export function mapPages(content: MapContent, size: PageSize, options: MapOptions): readonly Scene[] {
  return pageScenes(content, { size, folded: foldedIn(options), footer: options.footer ?? '' });
}

function foldedIn({ folded = [] }: MapOptions): (stage: StageContent) => boolean {
  return ({ key, touchpoints }) => touchpoints.length > 1 && (folded === 'all' || folded.includes(key));
}

const narrowest = 280;
