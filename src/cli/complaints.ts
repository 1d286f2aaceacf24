import { concise } from '../formats/concise.ts';
import { wholeReport } from '../formats/filewise.ts';
import type { Locale } from '../model/text.ts';
import type { Mistaken } from './configuration.ts';
import type { Problem } from './files/problem.ts';
import type { Output } from './output.ts';

/** What keeps a command from working as somebody expects. */
export interface Wrong {
  /** What could not be read. */
  readonly missing: readonly Problem[];
  /** The configurations and result files in which something is wrong: then other things are found, or done, than meant. */
  readonly mistaken: readonly Mistaken[];
}

export function complainOf({ missing, mistaken }: Wrong, output: Pick<Output, 'complain'>): void {
  complainOfMissing(missing, output);
  complainOfMistakes(mistaken, output);
}

/** Says what could not be read. */
export function complainOfMissing(missing: readonly Problem[], { complain }: Pick<Output, 'complain'>): void {
  for (const { path, reason } of missing) complain({ en: `${path}: ${reason.en}`, ja: `${path}: ${reason.ja}` });
}

/** Says what is wrong in configurations and result files, in the words of `journey check`. */
export function complainOfMistakes(mistaken: readonly Mistaken[], { complain }: Pick<Output, 'complain'>): void {
  const japanese = linesOf(mistaken, 'ja');
  for (const [index, en] of linesOf(mistaken, 'en').entries()) complain({ en, ja: japanese[index] ?? en });
}

function linesOf(mistaken: readonly Mistaken[], locale: Locale): readonly string[] {
  const sources = new Map(mistaken.map(({ uri, source }) => [uri, source]));
  return wholeReport(concise(locale), { files: mistaken, sources, unread: [] }).split('\n').slice(0, -1);
}
