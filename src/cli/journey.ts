import type { MessagePort } from 'node:worker_threads';
import { safeText } from '../formats/terminal/safe.ts';
import { didYouMean } from '../friction/nearest.ts';
import type { Text } from '../model/text.ts';
import { parseArguments } from './arguments.ts';
import type { ThreadData } from './checking/thread.ts';
import { wantsColour } from './colour.ts';
import type { Command, Context, OptionValues } from './command.ts';
import { commands, globalOptions } from './commands.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { HelperData } from './helping/thread.ts';
import { localeOf } from './locale.ts';
import { reportMistakeOfOurs } from './mistake.ts';
import { openOutput } from './output.ts';
import { STDIN } from './specs/common-options.ts';
import { VERSION } from './version.ts';

/** The part of Node's `process` that the command uses. */
type Process = Pick<NodeJS.Process, 'cwd' | 'env' | 'stdin' | 'stdout' | 'stderr'>;

/** Runs the command with the arguments that follow its name. Never throws: a mistake of ours becomes an exit code. */
export async function journey(args: readonly string[], process: Process): Promise<ExitCode> {
  const [first] = args;
  const name = first === undefined || first.startsWith('-') ? undefined : first;
  const rest = name === undefined ? args : args.slice(1);
  const command = commands.find((candidate) => candidate.name === name);
  const { operands, options, mistake } = parseArguments(rest, [...globalOptions, ...(command?.options ?? [])]);
  const context = contextOf(options, process);
  try {
    if (options['version'] === true) return await say(`journey ${VERSION}\n`, context);
    if (name === 'help') return await showHelp(operands[0], context);
    if (name !== undefined && command === undefined) return refuse(unknownCommand(name), undefined, context);
    if (options['help'] === true) return await showHelp(command?.name, context);
    const wrong =
      mistake ?? (command === undefined ? noCommand : (wrongCount(operands, command) ?? idleName(operands, options)));
    if (command === undefined || wrong !== undefined) return refuse(wrong ?? noCommand, command, context);
    if (context.cwd === undefined) return refuse(noFolder, undefined, context);
    return await command.run(operands, options, { ...context, cwd: context.cwd });
  } catch (error) {
    reportMistakeOfOurs(error, context);
    return EXIT.internal;
  }
}

/** Does in a thread what `journey check` or the server gives it to do. */
export async function journeyThread(port: MessagePort, data: ThreadData | HelperData): Promise<void> {
  if ('job' in data) {
    const { checkInThread } = await import('./checking/thread.ts');
    await checkInThread(port, data);
  } else {
    const { helpInThread } = await import('./helping/thread.ts');
    helpInThread(port, data);
  }
}

const noFolder: Text = { en: 'the current folder no longer exists', ja: '現在のフォルダーはすでに存在しません' };
const noCommand: Text = {
  en: 'which command? "journey init" begins, "journey check" finds what to put right',
  ja: 'コマンドを指定してください(「journey init」で始め、「journey check」で調べます)',
};

/** What is known before the command: its current folder may have been deleted meanwhile. */
type Surroundings = Omit<Context, 'cwd'> & { readonly cwd: string | undefined };

function contextOf(options: OptionValues, process: Process): Surroundings {
  const { env, stdout } = process;
  const locale = options['locale'] === 'ja' || options['locale'] === 'en' ? options['locale'] : localeOf(env);
  const colour = wantsColour(typeof options['color'] === 'boolean' ? options['color'] : undefined, env, stdout);
  const output = openOutput(process, locale, colour);
  return { cwd: currentFolder(process), env, locale, version: VERSION, stdin: () => process.stdin, output };
}

function currentFolder({ cwd }: Process): string | undefined {
  try {
    return cwd();
  } catch {
    return undefined;
  }
}

async function showHelp(name: string | undefined, context: Surroundings): Promise<ExitCode> {
  const command = commands.find((candidate) => candidate.name === name);
  if (name !== undefined && command === undefined) return refuse(unknownCommand(name), undefined, context);
  const { commandHelp, generalHelp } = await import('./help.ts');
  const options = { locale: context.locale, width: context.output.width };
  return say(command === undefined ? generalHelp(options) : commandHelp(command, options), context);
}

async function say(text: string, { output }: Surroundings): Promise<ExitCode> {
  return (await output.print(text)) ? EXIT.clean : EXIT.usage;
}

function refuse(mistake: Text, command: Command | undefined, { output }: Surroundings): ExitCode {
  const help = command === undefined ? 'journey --help' : `journey ${command.name} --help`;
  output.complain(mistake);
  output.complain({ en: `see "${help}"`, ja: `使い方は「${help}」で表示されます` });
  return EXIT.usage;
}

function unknownCommand(name: string): Text {
  const hint = didYouMean(
    name,
    commands.map((command) => command.name),
  );
  return { en: `unknown command "${name}"${hint.en}`, ja: `コマンド「${name}」はありません${hint.ja}` };
}

/** A name of standard input, which nobody reads. */
function idleName(operands: readonly string[], options: OptionValues): Text | undefined {
  if (options['stdin-file-name'] === undefined || operands.includes(STDIN)) return undefined;
  return {
    en: '--stdin-file-name names what is read for "-", and no operand is "-"',
    ja: '--stdin-file-name は「-」で読む内容の名前ですが、「-」が指定されていません',
  };
}

function wrongCount(operands: readonly string[], { name, operands: usage, count }: Command): Text | undefined {
  if (operands.length < count.least) {
    return { en: `"journey ${name}" needs ${usage}`, ja: `「journey ${name}」には ${usage} が必要です` };
  }
  const extra = operands[count.most];
  if (extra === undefined) return undefined;
  return { en: `"${safeText(extra)}" is one argument too many`, ja: `「${safeText(extra)}」は余分な引数です` };
}
