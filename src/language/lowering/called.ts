import { shortTitleOf, type Titled } from '../../model/declaration.ts';
import type { Persona } from '../../model/entities.ts';

/**
 * What somebody is called within a sentence: the title without the description in brackets at its end, `恵子さん` for
 * `恵子さん(51歳、正社員)`. Missing where no title has one.
 */
export function calledOf({ id, label, labelJa, labelEn }: Titled): Titled | undefined {
  const [short, shortJa, shortEn] = [label, labelJa, labelEn].map(
    (title) => title && (withoutDescription(title) ?? title),
  );
  if (short === label && shortJa === labelJa && shortEn === labelEn) return undefined;
  return {
    id,
    ...(short === undefined ? {} : { label: short }),
    ...(shortJa === undefined ? {} : { labelJa: shortJa }),
    ...(shortEn === undefined ? {} : { labelEn: shortEn }),
  };
}

/** The same personas; those who would be called the same, `佐藤さん(妻)` and `佐藤さん(夫)`, by their whole titles. */
export function toldApart(personas: ReadonlyMap<string, Persona>): ReadonlyMap<string, Persona> {
  if (personas.size < 2) return personas;
  const all = [...personas.values()];
  if (all.every(({ called }) => called === undefined)) return personas;
  const namesakes = new Map<string, number>();
  for (const persona of all) for (const name of namesOf(persona)) namesakes.set(name, (namesakes.get(name) ?? 0) + 1);
  const apart = new Map<string, Persona>();
  for (const [key, persona] of personas) {
    const isClear = persona.called === undefined || namesOf(persona).every((name) => namesakes.get(name) === 1);
    if (isClear) apart.set(key, persona);
    else {
      const { called: _, ...whole } = persona;
      apart.set(key, whole);
    }
  }
  return apart;
}

/** What somebody is called in each language, told apart by it; a name that is the same in both only once. */
function namesOf(persona: Persona): readonly string[] {
  return [...new Set([shortTitleOf(persona, 'en'), shortTitleOf(persona, 'ja')])];
}

/** Missing without brackets at the end, and where nothing stands before them. Brackets within the brackets belong to them. */
function withoutDescription(title: string): string | undefined {
  const text = title.trimEnd();
  if (!/[)）]$/.test(text)) return undefined;
  let depth = 0;
  for (let index = text.length - 1; index >= 0; index -= 1) {
    const sign = text.charAt(index);
    if (sign === ')' || sign === '）') depth += 1;
    else if (sign === '(' || sign === '（') depth -= 1;
    if (depth === 0) return text.slice(0, index).trimEnd() || undefined;
  }
  return undefined;
}
