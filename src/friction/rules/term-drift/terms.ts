import type { Data } from '../../../model/entities.ts';
import { isJapanese } from '../../fixes.ts';

/** One of the names of a datum. */
export interface Name {
  readonly text: string;
  /** Finds it in a text, all occurrences, whatever the case; in Latin script as whole words only. */
  readonly pattern: RegExp;
}

/** The names of a datum, those in Japanese and the others apart; only where there are several. */
export function namesFrom({ id, label, labelJa, labelEn, aliases }: Data): readonly (readonly Name[])[] {
  const title = label ?? labelJa ?? labelEn ?? id;
  const texts = [title, labelJa, labelEn, ...aliases.map(({ text }) => text)].filter((text) => text !== undefined);
  const names = new Set(texts.map((text) => text.trim()).filter((text) => text !== ''));
  const groups = [[...names].filter((name) => isJapanese(name)), [...names].filter((name) => !isJapanese(name))];
  return groups.flatMap((group) =>
    group.length < 2 ? [] : [group.map((text) => ({ text, pattern: patternOf(text) }))],
  );
}

/** Which name a text uses: the one that comes first; of several there, the longest. */
export function firstNameIn(text: string, names: readonly Name[]): Name | undefined {
  const found = names.flatMap((name) => {
    const at = text.search(name.pattern);
    return at === -1 ? [] : [{ name, at }];
  });
  // A text that explains one name by another uses them on purpose.
  const longest = found.filter(
    ({ name }) =>
      !found.some((other) => other.name !== name && other.name.text.toLowerCase().includes(name.text.toLowerCase())),
  );
  return longest.length === 1 ? longest[0]?.name : undefined;
}

function patternOf(text: string): RegExp {
  const escaped = text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+');
  return isJapanese(text)
    ? new RegExp(escaped, 'giu')
    : new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu');
}
