import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import type { Text } from '../model/text.ts';
import type { Context } from './command.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { emptyPath, errorText } from './files/problem.ts';

/** Gives what a command has made to the file of `--output-file`, or else to standard output; says so if it cannot. */
export async function deliver(text: string, file: string | undefined, { output, cwd }: Context): Promise<ExitCode> {
  if (file === undefined) return (await output.print(text)) ? EXIT.clean : EXIT.usage;
  const wrong = writeOutputFile(file, text, cwd);
  if (wrong === undefined) return EXIT.clean;
  output.complain(wrong);
  return EXIT.usage;
}

/** Writes a file for an option such as `--output-file`, with the folders it needs; says what is wrong if it cannot. */
export function writeOutputFile(path: string, content: string | Uint8Array, cwd: string): Text | undefined {
  if (path === '') return cannotWrite('""', emptyPath);
  const target = resolve(cwd, path);
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    return undefined;
  } catch (error) {
    return cannotWrite(path, errorText(error));
  }
}

/** Why a file cannot be written, in one line. */
export function cannotWrite(path: string, reason: Text): Text {
  return { en: `cannot write ${path}: ${reason.en}`, ja: `${path} に書き込めません: ${reason.ja}` };
}

/** What a command can write: formats by the ends of names, and what it writes when no name says otherwise. */
export interface FormatsByName<Format extends string> {
  readonly byName: Readonly<Record<string, Format>>;
  readonly otherwise: Format;
}

/**
 * The format that is asked for, or else the one that the name of the output says. Says why when the name says another one, and
 * returns nothing: nobody who names `map.gif` or `plan.xlsx` wants something else in it.
 */
export function formatOf<Format extends string>(
  { format, 'output-file': file = '' }: { readonly format?: Format; readonly 'output-file'?: string },
  { byName, otherwise }: FormatsByName<Format>,
  { output }: Pick<Context, 'output'>,
): Format | undefined {
  if (format !== undefined) return format;
  const extension = extname(file).toLowerCase();
  const known = extension === '' ? otherwise : byName[extension];
  if (known !== undefined) return known;
  const endings = Object.keys(byName).join(', ');
  output.complain({
    en: `${file}: cannot write what this name promises; say what to write with --format, or let the name end in one of ${endings}`,
    ja: `${file}: この名前の形式では書き出せません。--format で形式を指定するか、名前の末尾を次のいずれかにしてください: ${endings}`,
  });
  return undefined;
}
