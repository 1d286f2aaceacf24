import type { Finding } from '../model/finding.ts';
import type { Text } from '../model/text.ts';
import { readShape, type Shape } from './json-shape.ts';
import type { MappingFile } from './mapping.ts';

/** A mapping file that stands beside its journey is found by itself: `outage.mapping.json` beside `outage.journey`. */
const MAPPING_ENDING = '.mapping.json';

/** The path of the mapping file of a journey file. */
export function mappingFileOf(journeyFile: string): string {
  return journeyFile.replace(/\.journey$/, MAPPING_ENDING);
}

/** What a mapping file holds. */
export const MAPPING_SHAPE: Shape = {
  is: 'object',
  about: 'Which event of a log is which touchpoint of a journey, for "journey conform".',
  fields: {
    $schema: { is: 'text' },
    events: {
      is: 'map',
      about: 'Names of events with the id of their touchpoint, or Stage.Touchpoint where an id occurs twice.',
      of: { is: 'text' },
    },
    ignore: {
      is: 'list',
      about: 'Names of events that are no contact with the customer, such as heartbeats. They are left out.',
      of: { is: 'text' },
    },
  },
  optional: ['$schema', 'events', 'ignore'],
};

const HELP: Text = {
  en: 'A mapping file looks like this: { "events": { "event name": "Touchpoint" }, "ignore": ["event name"] }',
  ja: '対応表の書き方: { "events": { "イベント名": "タッチポイント" }, "ignore": ["イベント名"] }',
};

/** Reads a mapping file; what is wrong with it has its place. */
export function readMappingFile(text: string, uri: string): MappingFile | { readonly problems: readonly Finding[] } {
  const { value, problems } = readShape(text, uri, MAPPING_SHAPE, 'mapping-file-invalid', HELP);
  if (value === undefined) return { problems };
  const { events = {}, ignore = [] } = value as Partial<MappingFile>;
  return { events, ignore };
}
