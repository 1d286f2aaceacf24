import { wrap } from '../formats/terminal/wrap.ts';
import { inLocale, type Locale, type Text } from '../model/text.ts';
import type { Command, ExampleSpec, OptionSpec } from './command.ts';
import { commandGroups, commands, globalOptions } from './commands.ts';

/** What `journey --help` prints. */
export function generalHelp(locale: Locale): string {
  const rowsOf = (group: readonly Command[]): Rows =>
    group.map(({ name, operands, summary }) => [`${name} ${operands}`, [inLocale(summary, locale)]]);
  const leftWidth = widthOfLeft(rowsOf(commands));
  return document([
    inLocale(titles.product, locale),
    section(titles.usage, ['journey COMMAND [OPTIONS]'], locale),
    ...commandGroups.map((group) => section(group.title, table(rowsOf(group.commands), leftWidth), locale)),
    section(titles.options, optionLines(globalOptions, locale), locale),
    section(titles.beginning, exampleLines(beginning, locale), locale),
    inLocale(titles.more, locale),
  ]);
}

/** What `journey COMMAND --help` prints. */
export function commandHelp(command: Command, locale: Locale): string {
  return document([
    inLocale(command.summary, locale),
    section(titles.usage, [`journey ${command.name} [OPTIONS] ${command.operands}`.trimEnd()], locale),
    paragraphs(command.details, locale),
    section(titles.options, optionLines([...command.options, ...globalOptions], locale), locale),
    section(titles.examples, exampleLines(command.examples, locale), locale),
  ]);
}

const titles = {
  product: {
    en: 'journey – customer journeys as code: where will the customer suffer?',
    ja: 'journey – カスタマージャーニーをコードで書き、顧客がつまずく場所を見つけます',
  },
  usage: { en: 'Usage', ja: '使い方' },
  options: { en: 'Options', ja: 'オプション' },
  examples: { en: 'Examples', ja: '例' },
  beginning: { en: 'To begin', ja: 'はじめに' },
  more: {
    en: 'More about one command: journey COMMAND --help',
    ja: '各コマンドの詳しい説明: journey COMMAND --help',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** The way from nothing to a first picture. */
const beginning: readonly ExampleSpec[] = [
  {
    command: 'journey init shop && cd shop',
    help: { en: 'a folder with a first journey', ja: '最初のジャーニーが入ったフォルダーを作る' },
  },
  { command: 'journey check', help: { en: 'where will the customer suffer?', ja: '顧客がつまずく場所を調べる' } },
  {
    command: 'journey explain wait-untold',
    help: { en: 'why is that so, and what helps?', ja: '指摘の理由と直し方を読む' },
  },
  {
    command: 'journey render journeys/first.journey -o map.html',
    help: { en: 'a map to click through', ja: '操作できるマップを描く' },
  },
  {
    command: 'journey watch',
    help: { en: 'the map in the browser, while you write', ja: '書きながら、ブラウザーでマップを見る' },
  },
];

/** What every terminal has. */
const width = 80;
const indent = '  ';

function document(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

function section(title: Text, lines: readonly string[], locale: Locale): string {
  return [`${inLocale(title, locale)}:`, ...lines.map((line) => `${indent}${line}`.trimEnd())].join('\n');
}

function paragraphs(text: Text, locale: Locale): string {
  return inLocale(text, locale)
    .split('\n')
    .map((line) => wrap(line, width).join('\n'))
    .join('\n');
}

function optionLines(options: readonly OptionSpec[], locale: Locale): readonly string[] {
  return table(
    options.map((option) => [optionUsage(option), [inLocale(option.help, locale), ...meaningsOf(option, locale)]]),
  );
}

function optionUsage({ name, short, value, negatable }: OptionSpec): string {
  const letter = short === undefined ? '    ' : `-${short}, `;
  const long = negatable === true ? `--[no-]${name}` : `--${name}`;
  return value === undefined ? `${letter}${long}` : `${letter}${long} ${value.placeholder}`;
}

function meaningsOf({ value }: OptionSpec, locale: Locale): readonly string[] {
  if (value?.kind !== 'choice' || value.meanings === undefined) return [];
  const longest = Math.max(...value.choices.map((choice) => choice.length));
  return value.choices.map((choice) => {
    const meaning = value.meanings?.[choice];
    return `${choice.padEnd(longest)}  ${meaning === undefined ? '' : inLocale(meaning, locale)}`;
  });
}

function exampleLines(examples: readonly ExampleSpec[], locale: Locale): readonly string[] {
  return examples.flatMap(({ command, help }) => [`# ${inLocale(help, locale)}`, command]);
}

type Rows = readonly (readonly [left: string, right: readonly string[]])[];

/** Of the left column: what is longer than a third of the line stands alone. */
function widthOfLeft(rows: Rows): number {
  const usual = rows.map(([left]) => left.length).filter((length) => length <= width / 3);
  return Math.max(...usual, 0) + 2;
}

/** Two columns; a text that does not fit goes on under itself. */
function table(rows: Rows, leftWidth = widthOfLeft(rows)): readonly string[] {
  return rows.flatMap(([left, right]) => {
    const lines = right.flatMap((line) => wrap(line, width - indent.length - leftWidth));
    const own = left.length + 2 > leftWidth ? [left] : [];
    return [
      ...own,
      ...lines.map((line, index) => `${(index === 0 && own.length === 0 ? left : '').padEnd(leftWidth)}${line}`),
    ];
  });
}
