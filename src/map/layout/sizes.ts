import type { Font } from '../text/measure.ts';

/** The type scale. Nothing is smaller than 11 px, which is 8 pt in print. */
export const FONTS = {
  display: { size: 24, weight: 'bold' },
  title: { size: 14, weight: 'bold' },
  card: { size: 13, weight: 'bold' },
  body: { size: 12, weight: 'regular' },
  strong: { size: 12, weight: 'bold' },
  small: { size: 11, weight: 'regular' },
  smallStrong: { size: 11, weight: 'bold' },
  figure: { size: 28, weight: 'bold' },
} as const satisfies Readonly<Record<string, Font>>;

/** Lengths in pixels. */
export const SIZES = {
  page: 32,
  laneLabel: 152,
  columnLeast: 156,
  columnMost: 244,
  /** By so much columns grow in a map that is drawn while somebody types. It fits between the two above. */
  columnStep: 22,
  /** Between a column's edge and what stands in it; twice this is the gap between two cards. */
  columnPadding: 15,
  cardPadding: 11,
  lanePadding: 11,
  itemGap: 6,
  stageHeight: 60,
  track: 22,
  face: 11,
} as const;
