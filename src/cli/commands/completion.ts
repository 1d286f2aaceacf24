import { rules } from '../../friction/rules/index.ts';
import { inLocale } from '../../model/text.ts';
import type { Command, Context, OptionSpec } from '../command.ts';
import { commands, globalOptions } from '../commands.ts';
import { type Completed, isShell, SHELLS, shellScripts } from '../completion/shells.ts';
import { EXIT, type ExitCode } from '../exit.ts';

/** `journey completion`: the table of commands as a script for a shell. */
export async function runCompletion(shell: string, { output, locale }: Context): Promise<ExitCode> {
  if (!isShell(shell)) {
    output.complain({
      en: `there is no script for "${shell}"; there is one for: ${SHELLS.join(', ')}`,
      ja: `「${shell}」用のスクリプトはありません。使えるもの: ${SHELLS.join('、')}`,
    });
    return EXIT.usage;
  }
  const completed = commands.map(({ name, summary, options, operands }) => ({
    name,
    help: inLocale(summary, locale),
    operands: operandsOf(operands),
    options: [...options, ...globalOptions].map((option) => ({
      names: namesOf(option),
      help: inLocale(option.help, locale),
      value: valueOf(option),
    })),
  }));
  return (await output.print(shellScripts[shell](completed))) ? EXIT.clean : EXIT.usage;
}

function operandsOf(operands: Command['operands']): Completed {
  if (operands === '') return 'nothing';
  if (operands === 'RULE') return rules.map(({ meta }) => meta.id);
  // Words and no files, such as those of this command itself.
  return /^[a-z]+(\|[a-z]+)+$/.test(operands) ? operands.split('|') : 'path';
}

function namesOf({ name, short, negatable }: OptionSpec): readonly string[] {
  return [`--${name}`, ...(negatable === true ? [`--no-${name}`] : []), ...(short === undefined ? [] : [`-${short}`])];
}

function valueOf({ value }: OptionSpec): Completed {
  switch (value?.kind) {
    case undefined:
      return 'nothing';
    case 'choice':
      return value.choices;
    case 'path':
      return 'path';
    default:
      return 'text';
  }
}
