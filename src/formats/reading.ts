import type { Element } from '../history/element.ts';
import { fieldLabel, KIND_LABELS } from '../history/labels.ts';
import { phraseOf } from '../history/phrase-values.ts';
import { statementOf } from '../history/word-phrases.ts';
import { titleOf } from '../model/declaration.ts';
import { inLocale, type Locale, type Text } from '../model/text.ts';
import { safeText } from './terminal/safe.ts';

/**
 * What a file says, for people who read a `git diff` of it: a line for each declaration and for each thing that is said of it,
 * in words, without layout. Texts that mean the same are equal, so that a difference between two of them is one of meaning.
 */
export function readingOf(file: Element, locale: Locale): string {
  const lines = file.children.flatMap((child, index) => [...(index > 0 ? [''] : []), ...elementLines(child, locale)]);
  return lines.map((line) => `${line}\n`).join('');
}

function elementLines(element: Element, locale: Locale): readonly string[] {
  const kind = inLocale(KIND_LABELS[element.kind], locale);
  const label = kind.charAt(0).toUpperCase() + kind.slice(1);
  const fields = [...element.fields].flatMap(([name, values]) =>
    values.map((value) => {
      const phrase = phraseOf(value, statementOf(element.kind, name), whole);
      return `${inLocale(fieldLabel(name), locale)}: ${inLocale(phrase, locale)}`;
    }),
  );
  return [
    `${label} ${safeText(calledBy(element, locale))}`,
    ...fields.map((line) => `  ${safeText(line)}`),
    ...element.children.flatMap((child) => elementLines(child, locale)).map((line) => `  ${line}`),
  ];
}

/** The title with the id, which is what other files name. */
function calledBy(element: Element, locale: Locale): string {
  const title = titleOf(element, locale);
  if (element.kind === 'handover' || title === element.id) return title;
  return locale === 'ja' ? `「${title}」(${element.id})` : `"${title}" (${element.id})`;
}

/** A text in quotes that is not shortened: a change at its end is a change. Its lines become one. */
function whole(text: string): Text {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return { en: `"${line}"`, ja: `「${line}」` };
}
