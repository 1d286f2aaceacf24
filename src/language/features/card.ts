import { endOfWord } from '../parser/characters.ts';
import type { Syntax } from '../parser/syntax.ts';
import type { Position, Range } from '../../model/place.ts';
import { inLocale } from '../../model/text.ts';
import { keywordHelp } from '../help/keywords.ts';
import { wordHelp } from '../help/words.ts';
import { type CardContext, cardOf } from './card/declaration.ts';
import { importCard } from './card/import.ts';
import { code, paragraphs } from './card/markdown.ts';
import { keywordCard, ruleCard } from './card/texts.ts';
import { ruleInComment, textAround } from './completion/inside.ts';
import { readUpTo, startOfWord } from './completion/reading.ts';
import { keywordOf, slotOf, terminalOf } from './completion/slot.ts';
import { importAt, occurrenceAt } from './occurrences.ts';

/** What there is to know about what stands at a position, in Markdown, and what it speaks of. */
export interface Card {
  readonly text: string;
  readonly range: Range;
}

/** A card about a name, a keyword, a word from a list, an imported file, or a rule that a comment silences. */
export function cardAt(syntax: Syntax, position: Position, context: CardContext): Card | undefined {
  const { document, locale } = context;
  const occurrence = occurrenceAt(document, position);
  if (occurrence !== undefined) return { text: cardOf(occurrence.node, context), range: occurrence.place.range };
  const { textDocument } = document;
  const text = textDocument.getText();
  const offset = textDocument.offsetAt(position);
  const cardFrom = (start: number, end: number, card: string | undefined): Card | undefined =>
    card === undefined
      ? undefined
      : { text: card, range: { start: textDocument.positionAt(start), end: textDocument.positionAt(end) } };
  const around = textAround(document, syntax, offset);
  const imported = around === undefined ? undefined : importAt(document, position);
  if (around !== undefined && imported !== undefined) {
    return cardFrom(around.startOffset, around.endOffset + 1, importCard(imported, document, locale));
  }
  if (around !== undefined) {
    const rule = ruleInComment(around, text, offset);
    return rule && cardFrom(rule.start, rule.end, ruleCard(rule.id, locale));
  }
  const start = startOfWord(text, offset);
  const end = endOfWord(text, start);
  return start === end ? undefined : cardFrom(start, end, wordCard(syntax, start, text.substring(start, end), context));
}

function wordCard(syntax: Syntax, start: number, word: string, { document, locale }: CardContext): string | undefined {
  const reading = readUpTo(document, syntax, start);
  if (reading === undefined) return undefined;
  const { state, begins } = reading;
  const isStatement = begins && state.block !== undefined && syntax.kinds.keywords.has(word);
  const way = state.inStatement.find((each) => keywordOf(each) === word);
  const rule = isStatement ? state.block : way?.read.rule;
  if (rule !== undefined) {
    // `on failure` and `update every` are one thing to say.
    const next = /^[^\S\r\n]+(\p{L}+)/u.exec(document.textDocument.getText().substring(start + word.length))?.[1];
    const phrase = next === undefined ? word : `${word} ${next}`;
    const isPhrase = keywordHelp(rule, phrase) !== keywordHelp(rule, word);
    const shown = isPhrase ? phrase : word;
    const card = keywordCard(rule, shown, locale);
    return card && paragraphs([`**${code(shown)}**`, card]);
  }
  for (const each of state.inStatement) {
    const slot = slotOf(each);
    const meaning = terminalOf(each) === 'ID' ? wordHelp(slot.type, slot.feature).get(word) : undefined;
    if (meaning !== undefined) return paragraphs([`**${code(word)}**`, inLocale(meaning, locale)]);
  }
  return undefined;
}
