import { codeAt } from '../../model/code-at.ts';

/**
 * Where a line may break, for texts of letters, digits, kana, kanji and the punctuation between them: what UAX #14 says about
 * these, many times as fast as all of it. Undefined for a text that holds anything else.
 *
 * @returns indices behind which the next line may begin
 */
export function simpleBreaks(text: string): readonly number[] | undefined {
  const breaks: number[] = [];
  let before: Kind | undefined;
  /** What stands before the spaces, if there are any. */
  let spaced: Kind | undefined;
  for (let index = 0; index < text.length; index += 1) {
    const kind = kindOf(codeAt(text, index));
    if (kind === undefined || isOdd(before, kind)) return undefined;
    if (kind === 'space') {
      if (before !== 'space') spaced = before;
      before = kind;
      continue;
    }
    const last = before === 'space' ? spaced : before;
    if (before !== undefined && mayBreak(last, kind, before === 'space')) breaks.push(index);
    before = kind;
  }
  return breaks;
}

/**
 * `small`: what begins no line, such as small kana; `closing`, `opening`, `ending`: Japanese punctuation and brackets, and
 * what ends a sentence; `comma`, `hyphen`: those of Latin text.
 */
type Kind = 'letter' | 'digit' | 'wide' | 'small' | 'closing' | 'opening' | 'ending' | 'comma' | 'hyphen' | 'space';

function mayBreak(before: Kind | undefined, kind: Kind, isSpaced: boolean): boolean {
  if (kind === 'closing' || kind === 'ending' || kind === 'comma' || before === 'opening') return false;
  if (kind === 'small') return isSpaced && before !== 'closing';
  if (isSpaced) return true;
  if (kind === 'hyphen') return false;
  if (before === 'hyphen') return kind !== 'digit';
  const joins = before === 'letter' || before === 'digit' || before === 'comma';
  return !joins || (kind !== 'letter' && kind !== 'digit');
}

/** A comma behind a space and a hyphen that joins nothing follow rules of their own. */
function isOdd(before: Kind | undefined, kind: Kind): boolean {
  if (kind === 'comma') return before === 'space';
  return kind === 'hyphen' && before !== 'letter' && before !== 'digit';
}

function kindOf(code: number): Kind | undefined {
  if (code === 0x20) return 'space';
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return 'letter';
  if (code >= 0x30 && code <= 0x39) return 'digit';
  if (code >= 0x4e_00 && code <= 0x9f_ff) return 'wide';
  if (code >= 0x30_41 && code <= 0x30_96) return smallHiragana.has(code) ? 'small' : 'wide';
  // Katakana stand in the order of hiragana; ヷ to ヺ have none.
  if (code >= 0x30_a1 && code <= 0x30_f6) return smallHiragana.has(code - 0x60) ? 'small' : 'wide';
  if (code >= 0x30_f7 && code <= 0x30_fa) return 'wide';
  return others.get(code);
}

const others: ReadonlyMap<number, Kind> = new Map(
  (
    [
      ['ー・', 'small'],
      ['、。」』）', 'closing'],
      ['「『（', 'opening'],
      ['!?！？', 'ending'],
      [',.', 'comma'],
      ['-', 'hyphen'],
    ] as const
  ).flatMap(([characters, kind]) => characters.split('').map((character) => [character.charCodeAt(0), kind] as const)),
);

/** ぁぃぅぇぉっゃゅょゎゕゖ */
export const smallHiragana: ReadonlySet<number> = new Set([
  0x30_41, 0x30_43, 0x30_45, 0x30_47, 0x30_49, 0x30_63, 0x30_83, 0x30_85, 0x30_87, 0x30_8e, 0x30_95, 0x30_96,
]);
