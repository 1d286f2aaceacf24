import type { MapContent } from '../content/content.ts';
import type { Lane } from '../content/lanes.ts';

/** What the script of a map's page gets from the page: what there is to see, and which lanes to show at first. */
export interface PageData {
  readonly content: MapContent;
  /** The same for each persona alone, where the page has nobody to ask for it. */
  readonly single?: readonly MapContent[];
  readonly lanes: readonly Lane[];
  readonly footer: string;
}

/** Elements that the script of the page looks for, by their ids. */
export const PAGE_IDS = {
  data: 'journey-data',
  map: 'map',
  print: 'print',
  table: 'table',
  toolbar: 'toolbar',
  zoomIn: 'zoom-in',
  zoomOut: 'zoom-out',
  fit: 'fit',
  find: 'find',
  found: 'found',
  fold: 'fold',
  view: 'view',
  persona: 'persona',
  compare: 'compare',
  laneMenu: 'lane-menu',
  preset: 'preset',
  lanes: 'lanes',
  theme: 'theme',
  printButton: 'print-button',
} as const;

/** The content with some of its lanes only. */
export function withLanes(content: MapContent, lanes: readonly Lane[]): MapContent {
  return {
    ...content,
    lanes: content.lanes.filter((lane) => lanes.includes(lane)),
    showsEmotion: lanes.includes('emotion') && content.curves.length > 0,
  };
}

/** The content without what lies under it from another journey. */
export function withoutCompared(content: MapContent): MapContent {
  return { ...content, curves: content.curves.filter(({ compared }) => !compared) };
}
