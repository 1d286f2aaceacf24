import type { Text } from '../../model/text.ts';
import type { Context } from '../command.ts';
import type { ColumnWishes } from './columns.ts';
import type { OpenLog } from './engine.ts';
import { type AttributeOptions, logMistake, openNamedLog } from './open-log.ts';

/**
 * Does something with the log that the options name, and closes it. Ctrl-C stops it and leaves nothing behind. Says why when
 * it cannot be done, and returns nothing.
 */
export async function withLog<Result>(
  options: AttributeOptions,
  { output, cwd }: Context,
  about: ColumnWishes['about'],
  work: (log: OpenLog, signal: AbortSignal) => Promise<Result>,
): Promise<Result | undefined> {
  const complain = (mistake: Text): undefined => {
    output.progress(undefined);
    output.complain(mistake);
  };
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  for (const signal of SIGNALS) process.once(signal, stop);
  output.progress({ en: 'reading the log …', ja: 'ログを読み込んでいます…' });
  try {
    const log = await openNamedLog(options, cwd, { about, signal: abort.signal });
    if ('mistake' in log) return complain(abort.signal.aborted ? STOPPED : log.mistake);
    try {
      return await work(log, abort.signal);
    } finally {
      await log.close();
      output.progress(undefined);
    }
  } catch (error) {
    if (abort.signal.aborted) return complain(STOPPED);
    return complain(logMistake(error, options.log ?? '', options.postgres === undefined ? 'duckdb' : 'postgres'));
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

const STOPPED: Text = { en: 'stopped; nothing is left behind', ja: '中止しました。一時ファイルは残っていません' };

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
