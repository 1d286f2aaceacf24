import { distance } from 'fastest-levenshtein';
import type { Fix } from '../../model/finding.ts';
import { quoted } from '../../model/phrases.ts';
import type { Place } from '../../model/place.ts';
import type { Text } from '../../model/text.ts';
import { didYouMean } from '../linking/messages.ts';
import { suggest } from '../linking/suggestions.ts';
import { otherWordsFor } from './other-words.ts';
import type { WordRule } from './properties.ts';
import type { Report, Statement } from './statement.ts';

/** Checks a word that comes from a list. */
export function checkWord(statement: Statement, rule: WordRule, report: Report): void {
  const { written } = statement;
  if (rule.known.includes(written)) return;
  const { place } = statement;
  const names = similar(written, rule);
  const word = quoted(written);
  const { en, ja } = rule.called;
  const fixes = names.map((name) => changeTo(name, place, names.length === 1 && rule.open !== true));
  if (rule.open === true) {
    // Any word is allowed here; only a slip of the pen is worth a word.
    if (names.length === 0) return;
    report({
      code: 'similar-word',
      severity: 'hint',
      message: {
        en: `${word.en} is nearly a known ${en}; as it is written, no rule understands it.`,
        ja: `${word.ja}は既定の${ja}とつづりが少し違うため、どのルールでも扱われません。`,
      },
      help: didYouMean(names),
      range: place.range,
      fixes,
    });
    return;
  }
  report({
    code: 'unknown-word',
    message: { en: `${word.en} is not a known ${en}.`, ja: `${ja}に${word.ja}はありません。` },
    help: names.length > 0 ? joined(didYouMean(names), choices(rule)) : choices(rule),
    range: place.range,
    fixes,
  });
}

/** A fix that puts another word in the place of one. */
export function changeTo(text: string, place: Place, safe: boolean): Fix {
  const name = quoted(text);
  return {
    title: { en: `Change to ${name.en}`, ja: `${name.ja}に変更する` },
    safe,
    edits: [{ kind: 'replace', place, text }],
  };
}

/** Words of the list that were probably meant. Of open lists a guess must be near: other words are allowed. */
function similar(written: string, { known, open }: WordRule): readonly string[] {
  const { names } = suggest(
    written,
    known.map((name) => ({ name, titles: otherWordsFor(name), spellings: [] })),
  );
  if (open !== true) return names;
  return names.filter((name) => distance(name, written) <= 2);
}

function choices({ known }: WordRule): Text {
  const all = listedWords(known);
  return { en: `It can be ${all.en}.`, ja: `使える語は ${all.ja} です。` };
}

function listedWords(words: readonly string[]): Text {
  return { en: `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`, ja: words.join('、') };
}

function joined(first: Text, second: Text): Text {
  return { en: `${first.en} ${second.en}`, ja: `${first.ja}${second.ja}` };
}
