import type { Text } from '../../model/text.ts';
import { errorText } from '../files/problem.ts';
import { installBeside } from '../install-beside.ts';
import type { Columns, ColumnWishes } from './columns.ts';
import { damageFrom } from './damaged-files.ts';
import type { OpenLog } from './engine.ts';
import { findLogFiles } from './log-files.ts';
import { LogMistake } from './log-mistake.ts';

/** Options of every command that reads a log. */
export interface LogOptions {
  readonly log?: string;
  readonly postgres?: string;
  readonly 'object-type'?: string;
  readonly case?: string;
  readonly activity?: string;
  readonly time?: string;
  readonly status?: string;
  readonly 'persona-column'?: string;
  readonly 'segment-column'?: string;
  readonly 'score-column'?: string;
}

/** Options of commands that want to know more about events than when they were. */
export interface AttributeOptions extends LogOptions {
  readonly 'channel-column'?: string;
  readonly 'owner-column'?: string;
  readonly 'stage-column'?: string;
}

interface Opening extends Pick<ColumnWishes, 'about'> {
  /** Ends the reading, which then fails. */
  readonly signal: AbortSignal;
}

/** Opens the log that the options name, in the engine that they name. */
export async function openNamedLog(
  options: AttributeOptions,
  cwd: string,
  { about, signal }: Opening,
): Promise<OpenLog | { readonly mistake: Text }> {
  const { log, postgres } = options;
  if (log === undefined) {
    return { mistake: { en: 'name the event log with --log', ja: 'イベントログを --log で指定してください' } };
  }
  const wishes = {
    named: namedColumns(options),
    about,
    ...(options['object-type'] !== undefined && { objectType: options['object-type'] }),
  };
  const now = Date.now() * 1000;
  try {
    if (postgres !== undefined) {
      if (!URL.canParse(postgres)) return { mistake: noServer(postgres) };
      if (wishes.objectType !== undefined) return { mistake: NO_OBJECTS };
      const { openPostgres } = await import('./postgres.ts');
      return await openPostgres(postgres, log, wishes, { now, signal });
    }
    const files = findLogFiles(log, cwd);
    if ('mistake' in files) return files;
    if (wishes.objectType !== undefined && !files.format.startsWith('ocel-')) return { mistake: NO_OBJECTS };
    const { openDuckDb } = await import('./duckdb.ts');
    return await openDuckDb(files, wishes, { now, signal });
  } catch (error) {
    return { mistake: logMistake(error, log, postgres === undefined ? 'duckdb' : 'postgres') };
  }
}

const NO_OBJECTS: Text = {
  en: '--object-type means nothing for this log, only for an object-centric one (OCEL); --case names the column that tells the cases apart',
  ja: '--object-type はオブジェクト中心のログ(OCEL)でだけ使えます。このログでは、ケースを区別する列を --case で指定してください',
};

function noServer(address: string): Text {
  const example = 'postgres://user@host/database';
  return {
    en: `--postgres needs the address of a server such as "${example}", not "${address}"`,
    ja: `--postgres には「${example}」のようなサーバーのアドレスを指定してください(「${address}」は使えません)`,
  };
}

/** What to say about a log that cannot be read. */
export function logMistake(error: unknown, log: string, engine: 'duckdb' | 'postgres'): Text {
  if (error instanceof LogMistake) return error.text;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND') {
    const install = installBeside([engine === 'duckdb' ? '@duckdb/node-api' : 'postgres']);
    return {
      en: `event logs need a package that is not installed. ${install.en}`,
      ja: `イベントログを読むためのパッケージがありません。${install.ja}`,
    };
  }
  if (typeof code === 'string' && code.startsWith('E')) {
    const reason = errorText(error);
    return { en: `${log}: ${reason.en}`, ja: `${log}: ${reason.ja}` };
  }
  const message = error instanceof Error ? error.message : String(error);
  const damage = damageFrom(message, log);
  if (damage !== undefined) return damage;
  // The first line says what is wrong; the rest are hints for people who write SQL.
  const [reason = ''] = message.split('\n');
  return { en: `${log}: cannot be read: ${reason}`, ja: `${log}: 読み込めません: ${reason}` };
}

function namedColumns(options: AttributeOptions): Partial<Columns> {
  const { activity, time, status } = options;
  const named = {
    case: options.case,
    activity,
    time,
    status,
    persona: options['persona-column'],
    segment: options['segment-column'],
    score: options['score-column'],
    channel: options['channel-column'],
    owner: options['owner-column'],
    stage: options['stage-column'],
  };
  return Object.fromEntries(Object.entries(named).filter(([, column]) => column !== undefined));
}
