import { GrammarAST } from 'langium';
import { listed } from '../../model/phrases.ts';
import type { Text } from '../../model/text.ts';
import * as words from '../../model/words.ts';
import { wordHelp } from '../help/words.ts';
import { kindText, type Nameable } from '../linking/kinds.ts';
import type { Read } from '../parser/automaton.ts';

/** What a statement still needs, and how it could look. */
export interface Expected {
  readonly text: Text;
  readonly example: string;
  /** The same as a Japanese writes it; missing where there is no difference. */
  readonly exampleJa?: string;
}

/** Describes what may be read next; a value rather than a further keyword. */
export function expectedOf(reads: readonly Read[]): Expected {
  const values = reads.filter(({ element }) => !GrammarAST.isKeyword(element) && !isInlineKeyword(element));
  const described = (values.length > 0 ? values : reads).map(describe);
  const distinct = [...new Map(described.map((expected) => [expected.text.en, expected])).values()].slice(0, 3);
  const { en, ja } = alternatives(distinct.map(({ text }) => text));
  const [{ example, exampleJa = example } = { example: '…' }] = distinct;
  return { text: { en, ja }, example, exampleJa };
}

/** Whether a length of time can be read next. */
export function expectsTime(reads: readonly Read[]): boolean {
  return reads.some((read) => describe(read).text === TIME.text);
}

function describe({ element, assignment, rule }: Read): Expected {
  const feature = assignment?.feature ?? '';
  if (GrammarAST.isKeyword(element)) return word(element.value);
  if (feature === 'name') return { text: { en: 'an id', ja: 'ID' }, example: 'MyId' };
  if (GrammarAST.isCrossReference(element)) return reference(element.type.$refText);
  if (feature === '' && rule === 'QualifiedName') return reference('Touchpoint');
  switch (GrammarAST.isRuleCall(element) ? element.rule.$refText : '') {
    case 'STRING':
      return feature === 'path' ? PATH : TEXT;
    case 'QUANTITY':
      return QUANTITIES[feature] ?? NUMBER;
    case 'DATE':
      return { text: { en: 'a date', ja: '日付' }, example: '2026-03-31' };
    case 'HOURS':
      return { text: { en: 'opening hours', ja: '時間帯' }, example: '9:00-18:00' };
    default:
      return wordOf(rule, feature);
  }
}

const TEXT: Expected = { text: { en: 'a text in double quotes', ja: '引用符(")で囲んだテキスト' }, example: '"…"' };
const PATH: Expected = {
  text: { en: 'the path of a file in double quotes', ja: '引用符(")で囲んだファイルのパス' },
  example: '"people.journey"',
};
const NUMBER: Expected = { text: { en: 'a number', ja: '数値' }, example: '3' };
const TIME: Expected = { text: { en: 'a length of time', ja: '時間の長さ' }, example: '5 min', exampleJa: '5分' };
/** Longer than what stands before it. */
const LONGEST: Expected = { ...TIME, example: '1 day', exampleJa: '1日' };
const SHARE: Expected = { text: { en: 'a percentage', ja: '割合' }, example: '30%' };
const MONEY: Expected = { text: { en: 'an amount of money', ja: '金額' }, example: '1200 JPY', exampleJa: '1200円' };

/** By the property that the number goes into. */
const QUANTITIES: Readonly<Record<string, Expected>> = {
  ...all(TIME, 'typical within updates takes after patience retentions latencies runs limit'),
  ...all(LONGEST, 'longest'),
  ...all(SHARE, 'share shares conversions splits powers alphas'),
  ...all(MONEY, 'costs ltv'),
};

/** Closed vocabularies, by rule and property. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'Action.kinds': words.ACTION_KINDS,
  'Action.statuses': words.ACTION_STATUSES,
  'Barrier.causes': words.CAUSES,
  'Barrier.severities': words.SEVERITY_LEVELS,
  'Channel.kinds': words.CHANNEL_KINDS,
  'Data.kinds': words.DATA_KINDS,
  'Journey.kinds': words.JOURNEY_KINDS,
  'Metric.better': words.BETTER,
  'Metric.kinds': words.METRIC_KINDS,
  'Need.kano': words.KANO_CLASSES,
  'Opportunity.statuses': words.ACTION_STATUSES,
  'Stage.kinds': words.STAGE_KINDS,
  'System.kinds': words.SYSTEM_KINDS,
  'Touchpoint.ends': words.END_KINDS,
  'Touchpoint.handledBy': words.HANDLED_BY,
  'Touchpoint.identities': words.IDENTITY_LEVELS,
  'Touchpoint.initiators': words.INITIATORS,
  'Touchpoint.jobs': words.JOB_STEPS,
  'Touchpoint.kano': words.KANO_CLASSES,
  'Touchpoint.kinds': words.MESSAGE_KINDS,
};

/** An example of each kind of name. */
const NAMES: Readonly<Record<string, string>> = {
  Channel: 'web',
  Felt: 'hopeful +1',
  Data: 'email',
  Metric: 'nps',
  Persona: 'Ken',
  Team: 'FrontDesk',
  Touchpoint: 'Payment',
  System: 'Crm',
};

function reference(type: string): Expected {
  const { any, one } = kindText(type as Nameable);
  return { text: { en: `the name of ${any.en}`, ja: `${one.ja}の名前` }, example: NAMES[type] ?? `My${type}` };
}

function wordOf(rule: string, feature: string): Expected {
  const property = `${rule}.${feature}`;
  const closed = WORDS[property];
  const known = closed ?? [...wordHelp(rule, feature).keys()];
  const [example] = known;
  if (example === undefined) return { text: { en: 'a word', ja: '語' }, example: 'word' };
  const choices = known.slice(0, MOST_CHOICES).map((choice) => ({ en: choice, ja: choice }));
  const { en, ja } = alternatives(choices);
  const isAll = closed?.length === choices.length;
  return { text: isAll ? { en, ja } : { en: `a word such as ${en}`, ja: `${ja}などの語` }, example };
}

const MOST_CHOICES = 6;

function word(keyword: string): Expected {
  return { text: { en: `"${keyword}"`, ja: `「${keyword}」` }, example: keyword };
}

/** Keywords that the grammar names by a terminal, see the head of the grammar. */
function isInlineKeyword(element: GrammarAST.AbstractElement): boolean {
  return GrammarAST.isRuleCall(element) && element.rule.$refText.startsWith('INLINE_');
}

function alternatives(items: readonly Text[]): Text {
  const { en } = listed(items);
  return { en: en.replace(/ and ([^,]*)$/, ' or $1'), ja: items.map(({ ja }) => ja).join('か') };
}

function all(expected: Expected, features: string): Record<string, Expected> {
  return Object.fromEntries(features.split(' ').map((feature) => [feature, expected]));
}
