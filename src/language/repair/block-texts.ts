import type { Text } from '../../model/text.ts';
import { kindText, type Nameable } from '../linking/kinds.ts';

/** What a block is called: `a touchpoint` / `タッチポイント`; the top of a file has no name. */
function blockText(block: string): Text | undefined {
  return block === TOP ? undefined : kindText(block as Nameable).any;
}

/** Where a statement stands: `in a touchpoint` / `タッチポイントの中`. */
export function insideText(block: string): Text {
  const text = blockText(block);
  return text === undefined
    ? { en: 'at the top of the file', ja: 'ファイルの一番外側' }
    : { en: `in ${text.en}`, ja: `${text.ja}の中` };
}

/** The entry rule, whose statements are the declarations. */
export const TOP = 'JourneyFile';
