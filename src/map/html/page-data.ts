import type { MapContent } from '../content/content.ts';
import type { Lane } from '../content/lanes.ts';

/** What the script of a map's page gets from the page: the content with every lane, and which of them to show at first. */
export interface PageData {
  readonly content: MapContent;
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
  preset: 'preset',
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
