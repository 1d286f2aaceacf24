import { inLocale } from '../../model/text.ts';
import type { Context } from '../command.ts';
import { commands, globalOptions } from '../commands.ts';
import { isShell, SHELLS, shellScripts } from '../completion/shells.ts';
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
    // Operands that are words and no files, such as those of this command itself.
    words: /^[a-z]+(\|[a-z]+)+$/.test(operands) ? operands.split('|') : [],
    options: [...options, ...globalOptions].map(({ name: long, short, value, negatable, help }) => ({
      names: [
        `--${long}`,
        ...(negatable === true ? [`--no-${long}`] : []),
        ...(short === undefined ? [] : [`-${short}`]),
      ],
      help: inLocale(help, locale),
      takes:
        value === undefined ? ('nothing' as const) : value.kind === 'choice' ? value.choices : ('anything' as const),
    })),
  }));
  return (await output.print(shellScripts[shell](completed))) ? EXIT.clean : EXIT.usage;
}
