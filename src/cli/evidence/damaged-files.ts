import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Text } from '../../model/text.ts';
import { LogMistake } from './log-mistake.ts';

/**
 * Looks for what an engine would take for a shorter log, or say nothing clear about.
 *
 * @throws LogMistake for an empty file, and for a compressed one that is cut off or damaged
 */
export async function findDamage(paths: readonly string[], signal: AbortSignal): Promise<void> {
  for (const path of paths) {
    const name = basename(path);
    const status = statSync(path);
    // A pipe has no size.
    if (status.isFile() && status.size === 0)
      throw new LogMistake({ en: `${name}: the file is empty`, ja: `${name}: ファイルが空です` });
    if (!path.endsWith('.gz')) continue;
    try {
      await pipeline(createReadStream(path), createGunzip(), nowhere(), { signal });
    } catch (error) {
      if (signal.aborted) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new LogMistake({
        en: `${name}: the compressed file is damaged or cut off (${reason})`,
        ja: `${name}: 圧縮ファイルが壊れているか、途中で切れています(${reason})`,
      });
    }
  }
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

/** What DuckDB says of a file that it cannot read, in words for the person who brought it; nothing where its own must do. */
export function damageFrom(message: string, log: string): Text | undefined {
  if (/not utf-?8|invalid unicode|invalid utf-?8/i.test(message)) {
    const line = /Line: (\d+)/.exec(message)?.[1];
    return {
      en: `${log}: ${line === undefined ? '' : `line ${line}: `}this text is not UTF-8 (Shift_JIS, perhaps?); save the file as UTF-8`,
      ja: `${log}: ${line === undefined ? '' : `${line}行目: `}文字コードがUTF-8ではありません(Shift_JISなど)。UTF-8で保存し直してください`,
    };
  }
  const json = /Malformed JSON.* in (?:line|record\/value) (\d+): (.*?)\.?\s*$/m.exec(message);
  if (json !== null) {
    // DuckDB counts one too many.
    const record = Number(json[1]) - 1;
    const reason = json[2] ?? '';
    return {
      en: `${log}: record ${record}: this is no JSON (${reason})`,
      ja: `${log}: ${record}件目: JSONとして読めません(${reason})`,
    };
  }
  if (/Permission denied/.test(message)) {
    return { en: `${log}: permission denied`, ja: `${log}: アクセス権がありません` };
  }
  if (/Error when sniffing file/.test(message)) {
    return {
      en: `${log}: this is no table of events with a line for each (CSV or TSV)`,
      ja: `${log}: 1行1イベントの表(CSVまたはTSV)として読めません`,
    };
  }
  if (/parquet/i.test(message) && /too small|magic bytes|footer|metadata|corrupt/i.test(message)) {
    return {
      en: `${log}: this is no Parquet file, or it is damaged or cut off`,
      ja: `${log}: Parquetファイルではないか、壊れているか、途中で切れています`,
    };
  }
  return undefined;
}
