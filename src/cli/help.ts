import { wrap } from '../formats/terminal/wrap.ts';
import { inLocale, type Locale, type Text } from '../model/text.ts';
import type { Command, ExampleSpec, OptionSpec } from './command.ts';
import { commands, globalOptions } from './commands.ts';

/** What `journey --help` prints. */
export function generalHelp(locale: Locale): string {
  const rows = commands.map(
    ({ name, operands, summary }) => [`${name} ${operands}`, [inLocale(summary, locale)]] as const,
  );
  return document([
    inLocale(titles.product, locale),
    section(titles.usage, ['journey COMMAND [OPTIONS]'], locale),
    section(titles.commands, table(rows), locale),
    section(titles.options, optionLines(globalOptions, locale), locale),
    section(
      titles.examples,
      exampleLines(
        commands.flatMap(({ examples }) => examples.slice(0, 1)),
        locale,
      ),
      locale,
    ),
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
  commands: { en: 'Commands', ja: 'コマンド' },
  options: { en: 'Options', ja: 'オプション' },
  examples: { en: 'Examples', ja: '例' },
  more: {
    en: 'More about one command: journey COMMAND --help',
    ja: '各コマンドの詳しい説明: journey COMMAND --help',
  },
} as const satisfies Readonly<Record<string, Text>>;

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

/** Two columns; a text that does not fit goes on under itself. */
function table(rows: readonly (readonly [left: string, right: readonly string[]])[]): readonly string[] {
  const leftWidth = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.flatMap(([left, right]) =>
    right
      .flatMap((line) => wrap(line, width - indent.length - leftWidth))
      .map((line, index) => `${(index === 0 ? left : '').padEnd(leftWidth)}${line}`),
  );
}
