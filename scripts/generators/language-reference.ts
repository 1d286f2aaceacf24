// The reference of the language, in both languages: from the grammar, the help for keywords and words, the units and the
// standard library. Only the opening is written by hand, in language-reference/.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keywordHelp } from '../../src/language/help/keywords.ts';
import { wordHelp } from '../../src/language/help/words.ts';
import { UNITS } from '../../src/language/units.ts';
import type { Locale, Text } from '../../src/model/text.ts';
import { root } from '../run.ts';
import { librarySections } from './language-reference/library.ts';
import {
  type Declaration,
  declarations,
  importStatement,
  propertyRule,
  type Statement,
  type WordProperty,
} from './language-reference/statements.ts';
import { code, fenced, notice, pagePath, prose, type Say, sayIn, table, twinLink } from './markdown.ts';

const name = 'language';

export async function generateLanguageReference(): Promise<ReadonlyMap<string, string>> {
  const pages = await Promise.all(
    (['en', 'ja'] as const).map(async (locale) => [pagePath(name, locale), await page(locale)] as const),
  );
  return new Map(pages);
}

async function page(locale: Locale): Promise<string> {
  const say = sayIn(locale);
  const opening = await readFile(join(root, `scripts/generators/language-reference/opening.${locale}.md`), 'utf8');
  const all = declarations();
  return `${[
    notice,
    opening.trim(),
    `## ${say(words.top)}`,
    statements([importStatement(), ...all.filter(({ rule }) => !inside.has(rule))], say),
    ...all.map((each) => section(each, say)),
    `## ${say(words.units)}`,
    prose(say(words.aboutUnits)),
    units(say),
    ...librarySections(say),
    twinLink(name, locale),
  ].join('\n\n')}\n`;
}

/** What is declared inside a journey. */
const inside: ReadonlySet<string> = new Set(['Stage', 'Touchpoint']);

function section(declaration: Declaration, say: Say): string {
  const { word, rule, syntax, groups } = declaration;
  const { meaning, example } = helpFor(declaration);
  const titles = groups.length > 1 ? groupTitles : [];
  return [
    `## ${word}`,
    prose(say(meaning)),
    fenced('text', syntax),
    fenced('journey', wrapped(say(example), rule)),
    ...wordLists([declaration], say),
    ...groups.map((group, index) => groupText(group, titles[index], say)),
  ].join('\n\n');
}

function groupText(group: readonly Statement[], title: Text | undefined, say: Say): string {
  const parts = [statements(group, say), ...wordLists(group, say)];
  return (title === undefined ? parts : [`### ${say(title)}`, ...parts]).join('\n\n');
}

/** An example as it stands in a file: stages and touchpoints stand in something. */
function wrapped(example: string, rule: string): string {
  if (!inside.has(rule)) return example;
  const lines = example.split('\n').map((line) => `  ${line}`);
  return rule === 'Stage'
    ? `journey Visit {\n${lines.join('\n')}\n}`
    : `journey Visit {\n  stage Arrive {\n${lines.map((line) => `  ${line}`).join('\n')}\n  }\n}`;
}

function helpFor({ word, rule }: Statement): { readonly meaning: Text; readonly example: Text } {
  const help = keywordHelp(rule, word);
  if (help === undefined) throw new Error(`There is no help for ${rule}.${word}`);
  return help;
}

function statements(list: readonly Statement[], say: Say): string {
  const rows = list.map((each) => {
    const { meaning, example } = helpFor(each);
    return [code(each.syntax), prose(say(meaning)), code(oneLine(say(example)))];
  });
  return table([words.statement, words.meaning, words.example].map(say), rows);
}

/** In a table, the block of an example is left out. */
function oneLine(example: string): string {
  return example.replace(/\{\n[\s\S]*$/, '{ … }');
}

function wordLists(list: readonly Statement[], say: Say): readonly string[] {
  return list.flatMap((each) => each.words.flatMap((property) => wordList(each, property, say)));
}

function wordList(statement: Statement, { type, feature, after }: WordProperty, say: Say): readonly string[] {
  const help = wordHelp(type, feature);
  if (help.size === 0) return [];
  const rule = propertyRule(type, feature)?.words;
  const closed = rule !== undefined && rule.open !== true;
  const place = after === statement.word ? after : `${statement.word} … ${after}`;
  const items = [...help].map(([word, meaning]) => `- ${code(word)} ${prose(say(meaning))}`);
  return [`${say((closed ? closedList : openList)(code(place)))}\n\n${items.join('\n')}`];
}

function units(say: Say): string {
  const rows = UNITS.map(({ unit, spellings }) => [say(unit.label), spellings.map((each) => code(each)).join(' ')]);
  return table([words.unit, words.spellings].map(say), rows);
}

function closedList(place: string): Text {
  return { en: `After ${place} stands one of these words:`, ja: `${place} の後に書けるのは、次の語だけです。` };
}

function openList(place: string): Text {
  return {
    en: `Usual words after ${place}; others may be written as well:`,
    ja: `${place} の後によく使う語です。ほかの語も書けます。`,
  };
}

/** Of the touchpoint's statements, in the order of the grammar. */
const groupTitles: readonly Text[] = [
  { en: 'Contact', ja: '接点のかたち' },
  { en: 'Story', ja: 'できごと' },
  { en: 'Feeling', ja: '感情' },
  { en: 'Questions and barriers', ja: '疑問と障壁' },
  { en: 'Time', ja: '時間' },
  { en: 'Information', ja: '伝えること' },
  { en: 'Data', ja: 'データ' },
  { en: 'Commitment', ja: '約束・契約' },
  { en: 'Behind the scenes', ja: '舞台裏' },
  { en: 'Measure', ja: '測定と根拠' },
  { en: 'The way on', ja: '次への道' },
];

const words = {
  top: { en: 'At the top of a file', ja: 'ファイルの一番外側に書くもの' },
  statement: { en: 'Statement', ja: '書き方' },
  meaning: { en: 'Meaning', ja: '意味' },
  example: { en: 'Example', ja: '例' },
  units: { en: 'Units', ja: '単位' },
  unit: { en: 'Unit', ja: '単位' },
  spellings: { en: 'Spellings', ja: '書き方' },
  aboutUnits: {
    en: 'A month counts 30 days, a year 365. Currencies are written as in ISO 4217, behind the number: `1200 JPY`.',
    ja: '1か月は30日、1年は365日として数えます。通貨は ISO 4217 のコードを数の後に書きます(`1200 JPY`)。',
  },
} as const;
