// The page of the command line, in both languages, from the table that is parsed by and that the help is printed from.
import type { Command, OptionSpec } from '../../src/cli/command.ts';
import { commands, globalOptions } from '../../src/cli/commands.ts';
import type { Locale } from '../../src/model/text.ts';
import { code, fenced, notice, pagePath, prose, type Say, sayIn, table, twinLink } from './markdown.ts';

const name = 'cli';

export async function generateCliReference(): Promise<ReadonlyMap<string, string>> {
  return new Map((['en', 'ja'] as const).map((locale) => [pagePath(name, locale), page(locale)]));
}

function page(locale: Locale): string {
  const say = sayIn(locale);
  const list = commands.map(
    (each) => [`[${code(each.name)}](#journey-${each.name})`, prose(say(each.summary))] as const,
  );
  return `${[
    notice,
    `# ${say(words.title)}`,
    say(words.intro),
    table([words.command, words.summary].map(say), list),
    `## ${say(words.everywhere)}`,
    options(globalOptions, say),
    ...commands.map((each) => section(each, say)),
    twinLink(name, locale),
  ].join('\n\n')}\n`;
}

function section(command: Command, say: Say): string {
  const { options: own, examples } = command;
  return [
    `## journey ${command.name}`,
    prose(`${say(command.summary)}${say(words.stop)}`),
    fenced('text', `journey ${command.name} ${say(words.options)} ${command.operands}`),
    prose(say(command.details)),
    ...(own.length === 0 ? [] : [options(own, say)]),
    fenced('sh', examples.flatMap(({ command: line, help }) => [`# ${say(help)}`, line]).join('\n')),
  ].join('\n\n');
}

function options(specs: readonly OptionSpec[], say: Say): string {
  const rows = specs.map((spec) => [code(usage(spec)), [prose(say(spec.help)), ...choices(spec, say)].join('<br>')]);
  return table([words.option, words.meaning].map(say), rows);
}

function usage({ name: long, short, value, negatable }: OptionSpec): string {
  const both = [
    ...(short === undefined ? [] : [`-${short}`]),
    `--${long}`,
    ...(negatable === true ? [`--no-${long}`] : []),
  ].join(', ');
  return value === undefined ? both : `${both} ${value.placeholder}`;
}

function choices({ value }: OptionSpec, say: Say): readonly string[] {
  if (value?.kind !== 'choice') return [];
  const { meanings } = value;
  if (meanings === undefined) return [value.choices.map((choice) => code(choice)).join(' · ')];
  return value.choices.map((choice) => {
    const meaning = meanings[choice];
    return meaning === undefined ? code(choice) : `${code(choice)} ${prose(say(meaning))}`;
  });
}

const words = {
  title: { en: 'The command line', ja: 'コマンドライン' },
  intro: {
    en: '`journey COMMAND --help` says the same in the terminal. Texts come in the language of the shell, or in that of `--locale`.',
    ja: '同じ説明を `journey COMMAND --help` でターミナルに表示できます。表示言語はシェルの設定に従い、`--locale` で変えられます。',
  },
  command: { en: 'Command', ja: 'コマンド' },
  summary: { en: 'What it does', ja: '内容' },
  everywhere: { en: 'Options of every command', ja: '共通のオプション' },
  option: { en: 'Option', ja: 'オプション' },
  options: { en: '[OPTIONS]', ja: '[オプション]' },
  meaning: { en: 'Meaning', ja: '意味' },
  stop: { en: '.', ja: '。' },
} as const;
