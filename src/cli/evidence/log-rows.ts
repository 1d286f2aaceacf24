import type {
  Gap,
  KeptLimit,
  LogActivity,
  LogAttribute,
  LogProfile,
  LogSummary,
  LogVariant,
} from '../../evidence/event-log.ts';
import type { LoggedTrial } from '../../evidence/experiment/results.ts';

/** A row of an answer; numbers come as numbers. */
export type Row = Readonly<Record<string, string | number | null>>;

export function activityOf(row: Row): LogActivity {
  return { name: String(row['activity']), events: numberOf(row, 'events'), cases: numberOf(row, 'cases') };
}

export function variantOf(row: Row, cases: number): LogVariant {
  const { persona, segment, period } = row;
  return {
    steps: String(row['codes'])
      .split(' ')
      .map((step) => ({ code: Number(step) >> 1, failed: Number(step) % 2 === 1 })),
    cases,
    ...(typeof persona === 'string' && { persona }),
    ...(typeof segment === 'string' && { segment }),
    ...(typeof period === 'string' && { period }),
  };
}

export function gapOf(row: Row): Gap {
  const { from_code: from } = row;
  return {
    ...(typeof from === 'number' && { from }),
    to: numberOf(row, 'code'),
    times: numberOf(row, 'times'),
    median: numberOf(row, 'median'),
    p90: numberOf(row, 'p90'),
  };
}

export function keptOf(row: Row | undefined): KeptLimit {
  return { times: numberOf(row, 'times'), over: numberOf(row, 'over_limit'), median: numberOf(row, 'median') };
}

export function scoresOf(row: Row | undefined): Pick<LogProfile, 'scores'> {
  const { lowest, highest } = row ?? {};
  return typeof lowest === 'number' && typeof highest === 'number' ? { scores: { lowest, highest } } : {};
}

export function scoreOf(row: Row): LogSummary['scores'][number] {
  return { code: numberOf(row, 'code'), answers: numberOf(row, 'answers'), mean: numberOf(row, 'mean') };
}

export function attributeOf(row: Row, role: LogAttribute['role']): LogAttribute {
  return {
    role,
    activity: String(row['activity']),
    value: String(row['value']),
    events: numberOf(row, 'events'),
    cases: numberOf(row, 'cases'),
  };
}

/** Of a row for each variant, and one without a name for those who were shown several. */
export function trialOf(rows: readonly Row[]): LoggedTrial {
  const times = rows.flatMap((row) => [numberOf(row, 'first_shown'), numberOf(row, 'last_shown')]);
  return {
    variants: rows.flatMap((row) => {
      const name = row['variant'];
      if (typeof name !== 'string') return [];
      return [{ name, visitors: numberOf(row, 'visitors'), conversions: numberOf(row, 'conversions') }];
    }),
    mixed: rows.reduce((sum, row) => sum + (typeof row['variant'] === 'string' ? 0 : numberOf(row, 'visitors')), 0),
    days: times.length === 0 ? 0 : dayOfMicros(Math.max(...times)) - dayOfMicros(Math.min(...times)) + 1,
  };
}

/** Days since 1970, by UTC. */
function dayOfMicros(micros: number): number {
  return Math.floor(micros / 86_400_000_000);
}

export function numberOf(row: Row | undefined, name: string): number {
  return Number(row?.[name] ?? 0);
}

export function dayOf<Name extends string>(name: Name, micros: unknown): Partial<Record<Name, string>> {
  if (typeof micros !== 'number') return {};
  return { [name]: new Date(micros / 1000).toISOString().slice(0, 10) } as Partial<Record<Name, string>>;
}
