import { titleOf } from '../model/declaration.ts';
import { listed, quoted } from '../model/phrases.ts';
import type { Text } from '../model/text.ts';
import { STAGE_KIND_TITLES, STATUS_TITLES } from '../model/word-titles.ts';
import { SHOWN_WORDS, TASKS } from '../model/words.ts';
import type { Element } from './element.ts';
import type { Value } from './value.ts';

/** How a value of a statement is said: as the author spells it, names by their titles. `quote` may shorten a text. */
export function phraseOf(value: Value, field: string, quote: Quote = quoted): Text {
  switch (value.kind) {
    case 'text':
      return quote(value.text);
    case 'quantity':
      return same(value.written);
    case 'word':
      return wordText(value.word, field);
    case 'number':
      return same(signed(value.value));
    case 'yes':
      return { en: 'yes', ja: 'あり' };
    case 'reference':
      return { en: titleOf(value.named, 'en'), ja: titleOf(value.named, 'ja') };
    case 'parts':
      return partsPhrase(value.parts, field, quote);
    default:
      return value satisfies never;
  }
}

type Quote = (text: string) => Text;

/** Several values in a row. */
export function phrasesOf(values: readonly Value[], field: string, quote: Quote = quoted): Text {
  return listed(values.map((value) => phraseOf(value, field, quote)));
}

/** A feeling or a change with its sign: `+1`, `0`, `−2`. */
export function signed(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  if (rounded === 0) return '0';
  return rounded > 0 ? `+${rounded}` : `−${Math.abs(rounded)}`;
}

function same(text: string): Text {
  return { en: text, ja: text };
}

function wordText(word: string, field: string): Text {
  const titles = vocabularies[field] ?? words;
  return Object.hasOwn(titles, word) ? (titles[word] ?? same(word)) : same(word);
}

/** Words of the language that a reviewer should not have to know. */
const words: Readonly<Record<string, Text>> = {
  asIs: { en: 'as-is', ja: '現状' },
  toBe: { en: 'to-be', ja: '理想' },
  actual: { en: 'actual', ja: '実績' },
  competitor: { en: 'of a competitor', ja: '競合他社' },
  customer: { en: 'the customer', ja: 'お客様' },
  company: { en: 'the company', ja: '自社' },
  partner: { en: 'a partner', ja: 'パートナー' },
  staff: { en: 'staff', ja: 'スタッフ' },
  bot: { en: 'a bot', ja: 'ボット' },
  arrow: { en: '', ja: '' },
  end: { en: '', ja: '' },
  loop: { en: 'after the last round', ja: '繰り返しの後' },
  failure: { en: 'on failure', ja: '失敗時' },
  callback: { en: 'a call back', ja: '折り返し電話' },
  human: { en: 'a person', ja: '人による対応' },
  ...STATUS_TITLES,
};

const ends: Readonly<Record<string, Text>> = {
  success: { en: 'the goal is reached', ja: '目的を達成' },
  failure: { en: 'without success', ja: '目的を達成できない' },
  exit: { en: 'the customer leaves', ja: '離脱' },
};

/** A word can mean something else in another statement. */
const vocabularies: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  task: TASKS,
  shows: SHOWN_WORDS,
  end: ends,
  'kind of stage': STAGE_KIND_TITLES,
};

/** The name of a statement for `phraseOf`, where the same word of another declaration means something else. */
export function statementOf(element: Element['kind'], field: string): string {
  return element === 'stage' && field === 'kind' ? 'kind of stage' : field;
}

type Parts = ReadonlyMap<string, readonly Value[]>;

/** How a part of a statement is said after what it belongs to, in the order in which the parts are said. */
const partPhrases: readonly (readonly [name: string, say: (text: Text) => Text])[] = [
  ['persona', ({ en, ja }) => ({ en: `${en}:`, ja: `${ja}:` })],
  ['kind', (text) => text],
  ['to', ({ en, ja }) => ({ en: `to ${quoted(en).en}`, ja: `${quoted(ja).ja}へ` })],
  ['end', ({ en, ja }) => ({ en: `ends here: ${en}`, ja: `ここで終わる:${ja}` })],
  ['what', (text) => text],
  ['name', (text) => ({ en: unquoted(text.en), ja: unquoted(text.ja) })],
  ['fact', (text) => text],
  ['word', (text) => text],
  ['data', (text) => text],
  ['consent', (text) => text],
  ['actions', (text) => text],
  ['typical', (text) => text],
  ['limit', (text) => text],
  ['value', (text) => text],
  ['text', (text) => text],
  ['max', ({ en, ja }) => ({ en: `at most ${unsigned(en)} times`, ja: `最大${unsigned(ja)}回` })],
  ['longest', ({ en, ja }) => ({ en: `at most ${en}`, ja: `最長${ja}` })],
  ['target', ({ en, ja }) => ({ en: `next: ${quoted(en).en}`, ja: `次は${quoted(ja).ja}` })],
  ['targets', ({ en, ja }) => ({ en: `with ${en}`, ja: `共有先:${ja}` })],
  ['channels', ({ en, ja }) => ({ en: `on ${en}`, ja: `${ja}で` })],
  ['within', ({ en, ja }) => ({ en: `within ${en}`, ja: `${ja}以内` })],
  ['until', ({ en, ja }) => ({ en: `until ${en}`, ja: `${ja}まで` })],
  ['by', ({ en, ja }) => ({ en: `by ${en}`, ja: `${ja}まで` })],
  ['share', (text) => text],
  ['condition', ({ en, ja }) => ({ en: `when ${en}`, ja: `条件${ja}` })],
  ['personas', ({ en, ja }) => ({ en: `for ${en}`, ja: `${ja}向け` })],
  ['purpose', ({ en, ja }) => ({ en: `for ${en}`, ja: `目的:${ja}` })],
  ['purposes', ({ en, ja }) => ({ en: `for ${en}`, ja: `目的:${ja}` })],
  ['basis', ({ en, ja }) => ({ en: `on the basis of ${en}`, ja: `根拠:${ja}` })],
  ['carries', ({ en, ja }) => ({ en: `passing on ${en}`, ja: `${ja}を引き継ぐ` })],
  ['transfer', () => ({ en: 'to somebody else', ja: '別の担当へ引き継ぐ' })],
  ['explains', ({ en, ja }) => ({ en: `saying ${en}`, ja: `説明${ja}` })],
  ['optional', () => ({ en: '(optional)', ja: '(任意)' })],
  ['required', () => ({ en: '(required)', ja: '(必須)' })],
  ['essential', ({ en, ja }) => ({ en: `because ${en}`, ja: `理由${ja}` })],
  ['fallback', ({ en, ja }) => ({ en: `otherwise ${en}`, ja: `なければ${ja}` })],
  ['count', ({ en, ja }) => ({ en, ja: `${ja}件` })],
  ['date', ({ en, ja }) => ({ en: `on ${en}`, ja })],
  ['note', (text) => text],
  ['owner', ({ en, ja }) => ({ en: `owner: ${en}`, ja: `担当:${ja}` })],
  ['status', (text) => text],
  ['solves', ({ en, ja }) => ({ en: `solves ${en}`, ja: `解消:${ja}` })],
];
const knownParts: ReadonlySet<string> = new Set(partPhrases.map(([name]) => name));

/** The emotion itself is there for comparing; its name is what people read. */
const silentParts: ReadonlySet<string> = new Set(['emotion', 'face']);

function partsPhrase(parts: Parts, field: string, quote: Quote): Text {
  const phrases = partPhrases.flatMap(([name, say]) => {
    const values = parts.get(name);
    return values === undefined ? [] : [say(phrasesOf(values, name === 'word' ? field : name, quote))];
  });
  const others = [...parts].filter(([name]) => !knownParts.has(name) && !silentParts.has(name));
  const all = [...phrases, ...others.map(([, values]) => phrasesOf(values, field, quote))];
  const joined = (locale: 'en' | 'ja'): string =>
    all
      .map((text) => text[locale])
      .filter((text) => text !== '')
      .join(' ');
  return { en: joined('en'), ja: joined('ja') };
}

function unquoted(text: string): string {
  return text.replace(/^["「]|["」]$/g, '');
}

function unsigned(text: string): string {
  return text.replace(/^\+/, '');
}
