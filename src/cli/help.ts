import { wrap } from '../formats/terminal/wrap.ts';
import { inLocale, type Locale, type Text } from '../model/text.ts';
import type { Command, ExampleSpec, OptionSpec } from './command.ts';
import { commandGroups, commands, globalOptions } from './commands.ts';

/** For whom a help is, and how many columns there are for it. */
interface HelpOptions {
  readonly locale: Locale;
  readonly width: number;
}

/** What `journey --help` prints. */
export function generalHelp(options: HelpOptions): string {
  const { locale } = options;
  const width = usedWidth(options);
  const rowsOf = (group: readonly Command[]): Rows =>
    group.map(({ name, operands, summary }) => [`${name} ${operands}`, [inLocale(summary, locale)]]);
  const leftWidth = widthOfLeft(rowsOf(commands), width);
  return document([
    paragraphs(titles.product, locale, width),
    section(titles.usage, ['journey COMMAND [OPTIONS]'], locale),
    ...commandGroups.map((group) => section(group.title, table(rowsOf(group.commands), width, leftWidth), locale)),
    section(titles.options, optionLines(globalOptions, locale, width), locale),
    section(titles.beginning, exampleLines(beginning, locale, width), locale),
    paragraphs(titles.more, locale, width),
  ]);
}

/** What `journey COMMAND --help` prints. */
export function commandHelp({ name, operands, summary, details, ...command }: Command, help: HelpOptions): string {
  const { locale } = help;
  const width = usedWidth(help);
  const usage = `journey ${name} [OPTIONS] ${operands}`.trimEnd();
  return document([
    paragraphs(summary, locale, width),
    section(titles.usage, wrap(usage, width - indent.length), locale),
    paragraphs(details, locale, width),
    section(titles.options, optionLines([...command.options, ...globalOptions], locale, width), locale),
    section(titles.examples, exampleLines(command.examples, locale, width), locale),
  ]);
}

const titles = {
  product: {
    en: 'journey – customer journeys as code: where will the customer suffer?',
    ja: 'journey – カスタマージャーニーをコードで書き、お客様がつまずく場所を見つけます',
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
  { command: 'journey check', help: { en: 'where will the customer suffer?', ja: 'お客様がつまずく場所を調べる' } },
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

/** Lines longer than this are hard to read, however wide the terminal is. */
const longestLine = 80;
const leastForColumns = 60;
/** In less of them a meaning would be torn into single words. */
const leastForMeanings = 24;
const indent = '  ';

function usedWidth({ width }: HelpOptions): number {
  return Math.min(width, longestLine);
}

function document(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

function section(title: Text, lines: readonly string[], locale: Locale): string {
  return [`${inLocale(title, locale)}:`, ...lines.map((line) => `${indent}${line}`.trimEnd())].join('\n');
}

function paragraphs(text: Text, locale: Locale, width: number): string {
  return inLocale(text, locale)
    .split('\n')
    .map((line) => wrap(line, width).join('\n'))
    .join('\n');
}

function optionLines(options: readonly OptionSpec[], locale: Locale, width: number): readonly string[] {
  return table(
    options.map((option) => [optionUsage(option), [inLocale(option.help, locale)], choicesOf(option, locale)]),
    width,
  );
}

function optionUsage({ name, short, value, negatable }: OptionSpec): string {
  const letter = short === undefined ? '    ' : `-${short}, `;
  const long = negatable === true ? `--[no-]${name}` : `--${name}`;
  return value === undefined ? `${letter}${long}` : `${letter}${long} ${value.placeholder}`;
}

/** What the value can be and what that means, unless the placeholder says it. */
function choicesOf({ value }: OptionSpec, locale: Locale): Rows {
  if (value?.kind !== 'choice' || value.placeholder === value.choices.join('|')) return [];
  const { choices, meanings } = value;
  if (meanings === undefined) return [[choices.join(', '), []]];
  return choices.map((choice) => {
    const meaning = meanings[choice];
    return [choice, meaning === undefined ? [] : [inLocale(meaning, locale)]];
  });
}

/** Commands stay whole, so that they can be copied. */
function exampleLines(examples: readonly ExampleSpec[], locale: Locale, width: number): readonly string[] {
  return examples.flatMap(({ command, help }) => [
    ...wrap(inLocale(help, locale), width - indent.length - 2).map((line) => `# ${line}`),
    command,
  ]);
}

type Rows = readonly Row[];
/** `below` is a table of its own, under the text. */
type Row = readonly [left: string, right: readonly string[], below?: Rows];

/** Of the left column: what is longer than a third of the line stands alone, and everything where there is little room. */
function widthOfLeft(rows: Rows, width: number): number {
  if (width < leastForColumns) return 2 * indent.length;
  const usual = rows.map(([left]) => left.length).filter((length) => length <= width / 3);
  return Math.max(...usual, 0) + 2;
}

/** Two columns; a text that does not fit goes on under itself. */
function table(rows: Rows, width: number, leftWidth = widthOfLeft(rows, width)): readonly string[] {
  return rows.flatMap(([left, right, below = []]) => {
    const room = width - indent.length - leftWidth;
    const lines = [...right.flatMap((line) => wrap(line, room)), ...choiceLines(below, room)];
    const own = left.length + 2 > leftWidth ? [left] : [];
    return [
      ...own,
      ...lines.map((line, index) => `${(index === 0 && own.length === 0 ? left : '').padEnd(leftWidth)}${line}`),
    ];
  });
}

/** Beside each other where there is room, otherwise each meaning below its choice. */
function choiceLines(rows: Rows, room: number): readonly string[] {
  const leftWidth = Math.max(0, ...rows.map(([left]) => left.length)) + 2;
  const hasMeanings = rows.every(([, right]) => right.length > 0);
  if (hasMeanings && room - leftWidth >= leastForMeanings) return table(rows, room + indent.length, leftWidth);
  return rows.flatMap(([choice, right]) => [
    ...wrap(choice, room),
    ...right.flatMap((line) => wrap(line, room - indent.length).map((part) => indent + part)),
  ]);
}
