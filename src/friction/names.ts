import type { Called, Declaration } from '../model/declaration.ts';
import { titled, titles } from '../model/phrases.ts';
import type { Text } from '../model/text.ts';

/** What people call the declaration with that key, quoted. Where it cannot be found, the key itself. */
export function nameOf(declarations: ReadonlyMap<string, Called>, key: string): Text {
  return titled(declarations.get(key) ?? { id: key });
}

/** The names of several: `"A", "B" and "C"` / `「A」「B」「C」`. */
export function namesOf(declarations: ReadonlyMap<string, Called>, keys: readonly string[]): Text {
  return titles(keys.map((key) => declarations.get(key) ?? { id: key }));
}

/**
 * The word by which a declaration can be referred to from the model's file, for a fix; missing where another declaration
 * of the same name hides it.
 */
export function referable(declarations: ReadonlyMap<string, Declaration>, key: string): string | undefined {
  const id = declarations.get(key)?.id;
  return id === key ? id : undefined;
}
