import type { Declaration } from '../../model/declaration.ts';
import type { CalendarDate, Hours, Mark, Prose, Quantity, Reference, Word } from '../../model/values.ts';
import { quoted, type Statement } from '../journey-text/statements.ts';

/** Anything that stands behind a keyword. */
export type Value = Prose | Quantity | CalendarDate | Hours | Reference | Word | Mark;

/** A value as the language writes it. A mark is its keyword alone. */
export function valueText(value: Value): string {
  if ('kind' in value && value.kind === 'text') return quoted(value.text);
  if ('written' in value) return value.written;
  if ('key' in value) return nameText(value.key);
  if ('value' in value) return value.value;
  return '';
}

/** How a key is named in a text. What another file has hidden goes by its own name, as in that file. */
export function nameText(key: string): string {
  return key.replace(/[@#][^.]*/g, '');
}

/** `keyword value`, or nothing. */
export function one(keyword: string, value: Value | undefined): readonly string[] {
  return value === undefined ? [] : [words(keyword, valueText(value))];
}

/** A statement for each value. */
export function each(keyword: string, values: readonly Value[]): readonly string[] {
  return values.flatMap((value) => one(keyword, value));
}

/** One statement with all values, or nothing. */
export function list(keyword: string, values: readonly Value[]): readonly string[] {
  return values.length === 0 ? [] : [words(keyword, values.map(valueText).join(', '))];
}

/** Words of one statement, those that are empty or missing left out. */
export function words(...parts: readonly (string | readonly string[] | undefined)[]): string {
  return parts
    .flat()
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

/** `keyword id "title" ja "…" en "…"`. */
export function head(keyword: string, { id, label, labelJa, labelEn }: Declaration): string {
  return words(
    keyword,
    id,
    label === undefined ? undefined : quoted(label),
    labelJa === undefined ? undefined : ['ja', quoted(labelJa)],
    labelEn === undefined ? undefined : ['en', quoted(labelEn)],
  );
}

/** A declaration below its doc comment, if it has one. */
export function documented({ doc }: Declaration, statement: Statement): readonly Statement[] {
  if (doc === undefined) return [statement];
  const lines = doc.split('\n').map((line) => ` * ${harmless(line)}`.trimEnd());
  return ['/**', ...lines, ' */', statement];
}

/** Cannot end the comment that it stands in. */
function harmless(line: string): string {
  return line.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, ' ').replaceAll('*/', '* /');
}
