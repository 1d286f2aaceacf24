import type { Locale } from '../model/text.ts';
import type { MapContent, StageContent } from './content/content.ts';
import { contentOf, type MapInput } from './content/content-of.ts';
import { type Lane, type Preset, PRESETS } from './content/lanes.ts';
import { narrowScene } from './layout/narrow.ts';
import { pageScenes } from './layout/pages.ts';
import { type PosterSize, posterScene } from './layout/poster.ts';
import { slideScenes } from './layout/slides.ts';
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
  /** Keys of stages drawn as one column, or all of them; without it, all of them when there are very many touchpoints. */
  readonly folded?: 'all' | readonly string[];
  /** Keys of touchpoints whose lanes are unfolded in a narrow map; without it all are, and nothing can be folded. */
  readonly opened?: readonly string[];
  /**
   * Room there is, in pixels. Decides over the shape; a matrix is as wide as it needs to be, and what stands above and
   * below it keeps within the room.
   */
  readonly width?: number;
  /** Bands of at most this width, in pixels, one below the other. */
  readonly wrapAt?: number;
  /** The map is drawn while somebody types: columns grow in steps, so that not every letter moves what is right of it. */
  readonly steady?: boolean;
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
export const NARROW_BELOW = 700;

/** With more touchpoints than this, a map begins with its stages folded. */
const manyTouchpoints = 60;

/** The stages that are folded when nobody has folded any. */
export function foldedAtFirst({ touchpoints, stages }: MapContent): readonly string[] {
  return touchpoints.length > manyTouchpoints ? stages.filter(isFoldable).map(({ key }) => key) : [];
}

/**
 * The map as one picture: a matrix with stages and touchpoints from left to right and lanes from top to bottom, or, where
 * there is little room, a line from top to bottom.
 */
export function mapScene(content: MapContent, options: MapOptions): Scene {
  const { footer = '', wrapAt, width, opened, steady } = options;
  const { showsFrictions } = content;
  if (width !== undefined && width < NARROW_BELOW) {
    const room = Math.max(width, narrowest);
    return narrowScene(content, { width: room, showsFrictions, footer, ...(opened && { opened: new Set(opened) }) });
  }
  return wideScene(content, {
    folded: foldedIn(content, options),
    showsFrictions,
    footer,
    ...(width === undefined ? {} : { room: width }),
    ...(wrapAt === undefined ? {} : { wrapAt }),
    ...(steady === undefined ? {} : { steady }),
  });
}

/** Paper with as many sheets as it takes, slides, or large sheets: one, unless nobody could read it. */
export type PageSize = 'a4' | 'a3' | 'slide' | PosterSize;

/** The map on pages of one size, for print and slides, with all stages unfolded if nothing else is asked for. */
export function mapPages(content: MapContent, size: PageSize, options: MapOptions): readonly Scene[] {
  if (size === 'slide') return slideScenes(content, options.footer ?? '');
  if (size === 'a1' || size === 'a0') {
    const { width: _, ...unfolded } = { folded: [], ...options };
    const sheet = posterScene(size, (wrapAt) =>
      mapScene(content, { ...unfolded, ...(wrapAt !== undefined && { wrapAt }) }),
    );
    if (sheet !== undefined) return [sheet];
  }
  return pageScenes(content, {
    size,
    folded: foldedIn(content, { folded: [], ...options }),
    footer: options.footer ?? '',
  });
}

function foldedIn(
  content: MapContent,
  { folded = foldedAtFirst(content) }: Pick<MapOptions, 'folded'>,
): (stage: StageContent) => boolean {
  return (stage) => isFoldable(stage) && (folded === 'all' || folded.includes(stage.key));
}

function isFoldable({ touchpoints }: StageContent): boolean {
  return touchpoints.length > 1;
}

const narrowest = 280;
