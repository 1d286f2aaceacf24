import { type AstNode, AstUtils, isAstNode } from 'langium';
import { writtenIn } from '../../../model/phrases.ts';
import { inLocale, type Locale, type Text } from '../../../model/text.ts';
import type * as ast from '../../generated/ast.ts';
import { wordHelp } from '../../help/words.ts';
import { isJourneyReference } from '../../linking/reference.ts';
import { hasName } from '../../scope/symbols.ts';

/** What a property says, for a reader: titles instead of ids, and what a word of the language means. */
export function valuesOf(node: AstNode, feature: string, locale: Locale): readonly string[] {
  const help = wordHelp(node.$type, feature);
  const shown = (value: unknown): readonly string[] => {
    if (Array.isArray(value)) return value.flatMap(shown);
    if (typeof value === 'string') return value === '' ? [] : [explained(value, help.get(value), locale)];
    if (isJourneyReference(value)) return [value.ref === undefined ? value.$refText : titleOfNode(value.ref, locale)];
    return isAstNode(value) ? statementText(value, locale) : [];
  };
  return shown((node as unknown as Readonly<Record<string, unknown>>)[feature]);
}

/** What people call a declaration. */
export function titleOfNode({ name, label, labelJa, labelEn }: ast.Named, locale: Locale): string {
  return (locale === 'ja' ? labelJa : labelEn) ?? label ?? name;
}

/** The face of a feeling and its value, as far as they are written. */
export function feelingText({ face, value }: Partial<Pick<ast.Emotion, 'face' | 'value'>>): string {
  return `${face ?? ''} ${value ?? ''}`.trim();
}

/** A word with what it means, unless that says the word once more. */
function explained(word: string, meaning: Text | undefined, locale: Locale): string {
  if (meaning === undefined) return writtenIn({ written: word }, locale);
  const shown = inLocale(meaning, locale).replace(/[.。]$/u, '');
  return shown.toLowerCase().includes(word.toLowerCase()) ? word : `${word} (${shown})`;
}

/** Small statements, such as opening hours, as they are written, with the titles of what they name. */
function statementText(node: AstNode, locale: Locale): readonly string[] {
  if ('name' in node && hasName(node as ast.Named)) return [titleOfNode(node as ast.Named, locale)];
  if (node.$type === 'Wait') {
    const { typical, longest } = node as ast.Wait;
    const usual = writtenIn({ written: typical }, locale);
    if (longest === undefined) return [usual];
    const most = writtenIn({ written: longest }, locale);
    return [locale === 'ja' ? `${usual}(最長${most})` : `${usual} (at most ${most})`];
  }
  if (node.$type === 'Target') {
    const { value, by } = node as ast.Target;
    const target = writtenIn({ written: value }, locale);
    if (by === undefined) return [target];
    return [locale === 'ja' ? `${target}(${by}まで)` : `${target} (by ${by})`];
  }
  if (node.$type === 'Expectation') return [expectation(node as ast.Expectation, locale)];
  if (node.$type === 'Feeling') return [feeling(node as ast.Feeling, locale)];
  return node.$cstNode === undefined ? [] : [withTitles(node, locale).replaceAll(/\s+/g, ' ')];
}

function expectation({ text, within, channels }: ast.Expectation, locale: Locale): string {
  if (within === undefined) return text ?? '';
  const where = channels.map(({ ref, $refText }) => (ref === undefined ? $refText : titleOfNode(ref, locale)));
  const time = writtenIn({ written: within }, locale);
  const reply = locale === 'ja' ? `${time}以内の返信` : `a reply within ${time}`;
  if (where.length === 0) return reply;
  return locale === 'ja' ? `${reply}(${where.join('、')})` : `${reply} on ${where.join(', ')}`;
}

/** Whose it is, what it is, and its value, which an emotion in scope may bring. */
function feeling({ persona, emotion, value }: ast.Feeling, locale: Locale): string {
  const felt = emotion?.ref;
  const whose =
    persona === undefined ? '' : `${persona.ref === undefined ? persona.$refText : titleOfNode(persona.ref, locale)}: `;
  const what = felt === undefined ? (emotion?.$refText ?? '') : titleOfNode(felt, locale);
  const known = felt?.$type === 'Emotion' ? felt.value : undefined;
  return `${whose}${what} ${(value ?? known ?? '').replace('-', '−')}`.trim();
}

function withTitles(node: AstNode, locale: Locale): string {
  const { offset = 0, text = '' } = node.$cstNode ?? {};
  let result = '';
  let at = 0;
  const references = AstUtils.streamReferences(node)
    .toArray()
    .flatMap(({ reference }) => (isJourneyReference(reference) && reference.$refNode !== undefined ? [reference] : []))
    .toSorted((a, b) => (a.$refNode?.offset ?? 0) - (b.$refNode?.offset ?? 0));
  for (const { $refNode, ref, $refText } of references) {
    const start = ($refNode?.offset ?? offset) - offset;
    result += text.substring(at, start) + (ref === undefined ? $refText : titleOfNode(ref, locale));
    at = start + ($refNode?.length ?? 0);
  }
  return result + text.substring(at);
}
