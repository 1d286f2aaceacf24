import { titleOf } from '../model/declaration.ts';
import { asWritten, durationText, listed, quoted } from '../model/phrases.ts';
import type { Text } from '../model/text.ts';
import type { Value } from './value.ts';
import { wordPhrase } from './word-phrases.ts';

/** How a value of a statement is said: as the author spells it, names by their titles. `quote` may shorten a text. */
export function phraseOf(value: Value, field: string, quote: Quote = quoted): Text {
  switch (value.kind) {
    case 'text':
      return quote(value.text);
    case 'quantity':
      return asWritten({ kind: 'number', written: value.written });
    case 'word':
      return wordPhrase(value.word, field);
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
  ['solves', ({ en, ja }) => ({ en: `solves ${en}`, ja: `解決:${ja}` })],
];
const knownParts: ReadonlySet<string> = new Set(partPhrases.map(([name]) => name));

/** The emotion itself is there for comparing; its name is what people read. */
const silentParts: ReadonlySet<string> = new Set(['emotion', 'face']);

function partsPhrase(parts: Parts, field: string, quote: Quote): Text {
  const whole = wholePhrases[field]?.((name) => phrasesOf(parts.get(name) ?? [], name, quote));
  if (whole !== undefined) return whole;
  const phrases = partPhrases.flatMap(([name, say]) => {
    const values = parts.get(name);
    return values === undefined ? [] : [say(phrasesOf(values, statementOfPart(name, field), quote))];
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

/** What the words of a part belong to: to the statement itself, or to the part, which may mean the same everywhere. */
function statementOfPart(name: string, field: string): string {
  if (name === 'kind') return `kind of ${field}`;
  return name === 'word' || name === 'actions' ? field : name;
}

/** Statements whose parts are not said one after the other. */
const wholePhrases: Readonly<Record<string, (part: (name: string) => Text) => Text>> = {
  results: (part) => {
    const [variant, conversions, visitors] = [part('variant'), part('conversions'), part('visitors')];
    return {
      en: `${variant.en}: ${conversions.en} of ${visitors.en}`,
      ja: `${variant.ja}:${visitors.ja}人中${conversions.ja}人`,
    };
  },
  scale: (part) => ({
    en: `${part('low').en} to ${part('high').en}`,
    ja: `${part('low').ja}〜${part('high').ja}`,
  }),
  traffic: (part) => {
    const [count, seconds] = [part('count'), part('perSeconds').en];
    const { en, ja } = durationText(Number(seconds));
    return { en: `${count.en} per ${en.replace(/^1 /, '')}`, ja: `${ja}あたり${count.ja}` };
  },
};

function unquoted(text: string): string {
  return text.replace(/^["「]|["」]$/g, '');
}

function unsigned(text: string): string {
  return text.replace(/^\+/, '');
}
