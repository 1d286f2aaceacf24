import type { Finding } from '../model/finding.ts';
import { MEASURED_DEVIATIONS, type Measured } from '../model/measured/measured.ts';
import type { Text } from '../model/text.ts';
import { END_KINDS } from '../model/words.ts';
import { readShape, type Shape } from './json-shape.ts';

/** A result file stands beside its journey: `outage.evidence.json` beside `outage.journey`. */
export const RESULT_ENDING = '.evidence.json';

/** Measurements by the id of the journey. */
export type Results = ReadonlyMap<string, Measured>;

/** The path or URI of the result file of a journey file. */
export function resultFileOf(journeyFile: string): string {
  return journeyFile.replace(/\.journey$/, RESULT_ENDING);
}

/** The other way round. */
export function journeyFileOf(resultFile: string): string {
  return resultFile.slice(0, -RESULT_ENDING.length).concat('.journey');
}

const key = (about: string): Shape => ({ is: 'text', about });
const count = (about: string): Shape => ({ is: 'count', about });
const number = (about: string): Shape => ({ is: 'number', about, least: 0 });
const share = (about: string): Shape => ({ is: 'number', about, least: 0, most: 1 });
const day = (about: string): Shape => ({
  is: 'text',
  about,
  form: { pattern: String.raw`^\d{4}-\d{2}-\d{2}$`, example: '2026-03-31' },
});
const AT = 'Key of the touchpoint, Journey.Stage.Touchpoint.';

const touchpoint: Shape = {
  is: 'object',
  fields: {
    touchpoint: key(AT),
    cases: count('Cases that had it.'),
    left: count('Cases that were last seen here.'),
    repeated: count('Cases that had it more than once.'),
    deviations: {
      is: 'object',
      about: 'Cases that departed from the journey here, by kind.',
      fields: Object.fromEntries(MEASURED_DEVIATIONS.map((kind) => [kind, { is: 'count' }])),
      optional: MEASURED_DEVIATIONS,
    },
    place: key('What came before and after it in the journey when this was measured.'),
    time: {
      is: 'object',
      about: 'The time before it, in seconds.',
      fields: {
        times: number('How often it was measured.'),
        median: number('Seconds.'),
        p90: number('Seconds that nine of ten do not exceed.'),
        written: key('What the journey said about it when this was measured.'),
      },
    },
    limits: {
      is: 'list',
      about: 'Times that customers tolerate or are told.',
      of: {
        is: 'object',
        fields: {
          kind: { is: 'text', words: ['tolerated', 'told'] },
          seconds: number('The limit.'),
          persona: key('Key of the persona who tolerates no more.'),
          toldAt: key('Key of the touchpoint where it is told.'),
          times: number('How often it applied.'),
          over: count('How often it took longer.'),
          median: number('Seconds.'),
        },
        optional: ['persona', 'toldAt'],
      },
    },
    feeling: {
      is: 'object',
      about: 'What customers said.',
      fields: {
        value: { is: 'number', about: 'From −2 to +2.', least: -2, most: 2 },
        answers: number('How many said so.'),
      },
    },
  },
  optional: ['time', 'feeling'],
};

const measured: Shape = {
  is: 'object',
  fields: {
    cases: number('Cases in the log.'),
    from: day('The first day of the log.'),
    to: day('The last day of the log.'),
    on: day('The day of the measurement.'),
    conforming: count('Cases that went as it is written.'),
    finished: count('Cases that reached a successful end.'),
    fitness: share('1 is perfect.'),
    touchpoints: { is: 'list', of: touchpoint },
    ways: {
      is: 'list',
      about: 'Shares, where there is more than one way on.',
      of: {
        is: 'object',
        fields: {
          from: key(AT),
          to: key(AT),
          end: { is: 'text', words: END_KINDS, about: 'How the journey ends there.' },
          passages: count('How often it was taken.'),
          all: number('Passages from there, all ways together.'),
          written: share('What the journey said when this was measured.'),
        },
        optional: ['to', 'end', 'written'],
      },
    },
    stages: {
      is: 'list',
      of: {
        is: 'object',
        fields: {
          stage: key('Key of the stage, Journey.Stage.'),
          reached: count('Cases that came there.'),
          passed: count('Cases that went on.'),
          written: share('The conversion that the journey said when this was measured.'),
        },
        optional: ['written'],
      },
    },
    extra: {
      is: 'list',
      about: 'Events that the journey does not have.',
      of: {
        is: 'object',
        fields: { event: key('Its name in the log.'), after: key(AT), cases: count('Cases that had it there.') },
        optional: ['after'],
      },
    },
  },
  optional: ['from', 'to'],
};

/** What a result file holds. */
export const RESULT_SHAPE: Shape = {
  is: 'object',
  about: 'What a log said about journeys, written by "journey conform --save". Numbers of cases only, never a case.',
  fields: {
    $schema: { is: 'text' },
    journeys: { is: 'map', about: 'By the id of the journey.', of: measured },
  },
  optional: ['$schema'],
};

const HELP: Text = {
  en: 'What was measured is not shown until this is mended. Measure again with "journey conform --save".',
  ja: '直るまで実測値は表示されません。「journey conform --save」で測り直してください。',
};

/** Reads a result file. A mistake in it costs all of it: half a measurement would mislead. */
export function readResults(
  text: string,
  uri: string,
): { readonly results: Results; readonly problems: readonly Finding[] } {
  const { value, problems } = readShape(text, uri, RESULT_SHAPE, 'evidence-file-invalid', HELP);
  if (value === undefined) return { results: new Map(), problems };
  const { journeys } = value as { readonly journeys: Readonly<Record<string, Measured>> };
  return { results: new Map(Object.entries(journeys)), problems };
}

/** A result file with a journey's measurement put in, those of other journeys as they were. */
export function writeResults(results: Results, journey: string, newest: Measured): string {
  const journeys = new Map(results).set(journey, newest);
  const sorted = [...journeys].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ journeys: Object.fromEntries(sorted) }, undefined, 2)}\n`;
}
