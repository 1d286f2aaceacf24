import { type SimulatedEvent, simulate } from '../../evidence/simulate.ts';
import type { PersonaView } from '../../model/analysis.ts';
import type { Context } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { openOneJourney } from '../one-journey.ts';
import { deliver, formatOf, type FormatsByName } from '../output-file.ts';

export interface SimulateOptions {
  readonly cases?: number;
  readonly seed?: number;
  readonly failures?: number;
  readonly journey?: string;
  readonly format?: 'csv' | 'jsonl';
  readonly 'output-file'?: string;
}

const FORMATS: FormatsByName<'csv' | 'jsonl'> = { byName: { '.csv': 'csv', '.jsonl': 'jsonl' }, otherwise: 'csv' };

/** No clock: the same command gives the same file. A Monday morning. */
const START = Date.UTC(2026, 0, 5, 8);

/** `journey simulate`: a log of customers who do what is written. */
export async function runSimulate(operand: string, options: SimulateOptions, context: Context): Promise<ExitCode> {
  const format = formatOf(options, FORMATS, context);
  if (format === undefined) return EXIT.usage;
  const opened = await openOneJourney(operand, options.journey, context);
  if (opened === undefined) return EXIT.usage;
  const events = simulate(opened.analysis.views.map(personaOf), {
    cases: options.cases ?? 500,
    seed: options.seed ?? 1,
    start: START,
    failureRate: (options.failures ?? 5) / 100,
  });
  return deliver(format === 'jsonl' ? jsonLines(events) : csv(events), options['output-file'], context);
}

function personaOf({ persona, graph }: PersonaView): Parameters<typeof simulate>[0][number] {
  return { graph, weight: persona?.share?.ratio ?? 1, ...(persona !== undefined && { id: persona.id }) };
}

const COLUMNS = ['case', 'activity', 'time', 'status', 'persona', 'channel'] as const;

function rowOf(event: SimulatedEvent): Readonly<Record<(typeof COLUMNS)[number], string>> {
  return {
    case: event.case,
    activity: event.activity,
    time: new Date(event.time).toISOString(),
    status: event.failed ? 'fail' : 'complete',
    persona: event.persona ?? '',
    channel: event.channel ?? '',
  };
}

function csv(events: Iterable<SimulatedEvent>): string {
  const lines = [COLUMNS.join(',')];
  for (const event of events) {
    const row = rowOf(event);
    lines.push(COLUMNS.map((column) => cell(row[column])).join(','));
  }
  return `${lines.join('\n')}\n`;
}

function jsonLines(events: Iterable<SimulatedEvent>): string {
  return Array.from(events, (event) => `${JSON.stringify(rowOf(event))}\n`).join('');
}

/** RFC 4180. What a spreadsheet would take for a formula gets an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
