import type { Configuration } from '../parser/configuration.ts';
import type { Syntax } from '../parser/syntax.ts';
import { ARROW } from '../parser/token-types.ts';
import type { Token } from '../parser/token.ts';
import { type PropertyRule, PROPERTY_RULES } from '../structure/properties.ts';

export interface Identity {
  readonly key: string;
  readonly kin?: string;
}

/**
 * What tells a statement from the others of its block. `words` are its words, without its block; `before`: what was read
 * before it, undefined when that is not understood.
 */
export function identityOf(words: readonly Token[], before: Configuration | undefined, syntax: Syntax): Identity {
  const keyword = wordOf(words[0]);
  const text = words.map(wordOf).join(' ');
  // Imports are a set: another path is another import.
  if (keyword === 'import') return { key: text };
  if (keyword === 'handover') return { key: words.slice(0, 4).map(wordOf).join(' ') };
  if (keyword === ARROW) return { key: `${ARROW} ${pathAt(words, 1)}` };
  const found = before === undefined ? undefined : featureOf(words, before, syntax);
  if (found === 'name') return { key: `${keyword} ${wordOf(words[1])}` };
  if (found === 'once') return { key: keyword };
  return { key: text, kin: keyword };
}

/** Walks over the words up to the first value: whether it is the name of a declaration, or of a property that stands once. */
function featureOf(
  words: readonly Token[],
  before: Configuration,
  { configurations }: Syntax,
): 'name' | 'once' | undefined {
  const { block } = before;
  const rules = (PROPERTY_RULES as Readonly<Record<string, Readonly<Record<string, PropertyRule>>>>)[block ?? ''] ?? {};
  let read: Configuration | undefined = before;
  for (const { tokenType } of words) {
    const ways = read?.states.flatMap((state) => configurations.transitions.over(tokenType, state)) ?? [];
    for (const { actions, read: way } of ways) {
      const features = actions.flatMap((action) =>
        action.does === 'enter' && action.call.assignment !== undefined ? [action.call.assignment.feature] : [],
      );
      if (way.assignment !== undefined) features.push(way.assignment.feature);
      if (features.includes('name')) return 'name';
      if (features.some((feature) => rules[feature]?.once === 'statement')) return 'once';
      if (way.assignment !== undefined) return undefined;
    }
    read = read?.over(tokenType)?.to;
  }
  return undefined;
}

/** `Stage.Step` */
function pathAt(words: readonly Token[], from: number): string {
  let end = from + 1;
  while (words[end]?.tokenType.name === '.') end += 2;
  return words.slice(from, end).map(wordOf).join('');
}

function wordOf(token: Token | undefined): string {
  if (token === undefined) return '';
  // `→` is `->`, `：` is `:`.
  return token.tokenType.hard && !/^\p{L}/u.test(token.image) ? token.tokenType.name : token.image;
}
