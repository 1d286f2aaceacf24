import { concise } from '../formats/concise.ts';
import { wholeReport } from '../formats/filewise.ts';
import type { Locale, Text } from '../model/text.ts';
import type { Mistaken, Wrong } from './configuration.ts';
import type { Problem } from './files/problem.ts';
import type { Output } from './output.ts';

export function complainOf(wrong: Wrong, { complain }: Pick<Output, 'complain'>): void {
  for (const complaint of complaintsAbout(wrong)) complain(complaint);
}

/** Says what could not be read, and what is wrong in configurations and result files in the words of `journey check`. */
export function complaintsAbout({ missing, mistaken }: Wrong): readonly Text[] {
  const japanese = linesOf(mistaken, 'ja');
  return [...missing.map(unread), ...linesOf(mistaken, 'en').map((en, index) => ({ en, ja: japanese[index] ?? en }))];
}

function unread({ path, reason }: Problem): Text {
  return { en: `${path}: ${reason.en}`, ja: `${path}: ${reason.ja}` };
}

function linesOf(mistaken: readonly Mistaken[], locale: Locale): readonly string[] {
  const sources = new Map(mistaken.map(({ uri, source }) => [uri, source]));
  return wholeReport(concise(locale), { files: mistaken, sources, unread: [] }).split('\n').slice(0, -1);
}
