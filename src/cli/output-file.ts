import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
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

/**
 * How wide tables and sentences may be that programs read as well: as the terminal that shows them; in a file or a pipe they stay
 * whole.
 */
export function lineWidth(
  options: { readonly 'output-file'?: string },
  { terminal, width }: Pick<Context['output'], 'terminal' | 'width'>,
): number {
  return terminal && options['output-file'] === undefined ? width : Number.POSITIVE_INFINITY;
}

/** Writes a file for an option such as `--output-file`, with the folders it needs; says what is wrong if it cannot. */
export function writeOutputFile(path: string, content: string | Uint8Array, cwd: string): Text | undefined {
  return tried(path, () => {
    const opened = openedFile(path, cwd);
    try {
      writeFileSync(opened, content);
    } finally {
      closeSync(opened);
    }
  });
}

function openedFile(path: string, cwd: string): number {
  const target = resolve(cwd, path);
  mkdirSync(dirname(target), { recursive: true });
  return openSync(target, 'w');
}

function tried(path: string, write: () => void): Text | undefined {
  if (path === '') return cannotWrite('""', emptyPath);
  try {
    write();
    return undefined;
  } catch (error) {
    return cannotWrite(path, errorText(error));
  }
}

/** Where a report goes piece by piece. */
export interface Sink {
  /** Resolves to false when it cannot be written, after saying so. */
  readonly write: (piece: string | Uint8Array) => Promise<boolean>;
  /** Nothing more comes. */
  readonly close: () => void;
}

/** The file of `--output-file`, or else standard output. */
export function sinkOf(file: string | undefined, { output, cwd }: Context): Sink {
  if (file === undefined) return { write: output.print, close: () => undefined };
  let opened: number | undefined;
  return {
    write: async (piece) => {
      const wrong = tried(file, () => {
        opened ??= openedFile(file, cwd);
        writeFileSync(opened, piece);
      });
      if (wrong !== undefined) output.complain(wrong);
      return Promise.resolve(wrong === undefined);
    },
    close: () => {
      if (opened !== undefined) closeSync(opened);
    },
  };
}

/** Why a file cannot be written, in one line. */
export function cannotWrite(path: string, reason: Text): Text {
  return { en: `cannot write ${path}: ${reason.en}`, ja: `${path} に書き込めません: ${reason.ja}` };
}

/** What a command can write: formats by the ends of names, longer ones first, and what it writes when no name says otherwise. */
export interface FormatsByName<Format extends string> {
  readonly byName: Readonly<Record<string, Format>>;
  readonly otherwise: Format;
  /** Options that mean something for some of the formats only. */
  readonly only?: Readonly<Record<string, readonly Format[]>>;
}

/** The options that all commands with several formats have. */
interface Asked<Format extends string> {
  readonly format?: Format;
  readonly 'output-file'?: string;
}

/**
 * The format that is asked for, or else the one that the name of the output says. Says why when the name says another one, or
 * when an option means nothing for it, and returns nothing: nobody who names `map.gif` or `plan.xlsx` wants something else in it,
 * and who asks for pages of a text waits for them.
 */
export function formatOf<Format extends string>(
  options: Asked<Format>,
  formats: FormatsByName<Format>,
  { output }: Pick<Context, 'output'>,
): Format | undefined {
  const format = options.format ?? formatByName(options['output-file'] ?? '', formats);
  const wrong =
    format === undefined ? unknownEnding(options['output-file'] ?? '', formats) : meaningless(format, options, formats);
  if (wrong !== undefined) output.complain(wrong);
  return wrong === undefined ? format : undefined;
}

function formatByName<Format extends string>(
  file: string,
  { byName, otherwise }: FormatsByName<Format>,
): Format | undefined {
  if (extname(file) === '') return otherwise;
  const ending = Object.keys(byName).find((each) => file.toLowerCase().endsWith(each));
  return ending === undefined ? undefined : byName[ending];
}

function unknownEnding(file: string, { byName }: FormatsByName<string>): Text {
  const endings = Object.keys(byName).join(', ');
  return {
    en: `${file}: cannot write what this name promises; say what to write with --format, or let the name end in one of ${endings}`,
    ja: `${file}: この名前の形式では書き出せません。--format で形式を指定するか、名前の末尾を次のいずれかにしてください: ${endings}`,
  };
}

function meaningless(format: string, options: Asked<string>, { only = {} }: FormatsByName<string>): Text | undefined {
  const idle = firstIdle(options, only, format);
  return (
    idle && {
      en: `--${idle.name} means nothing for ${format}, only for ${idle.meant.join(', ')}`,
      ja: `--${idle.name} は ${format} では使えません。使える形式: ${idle.meant.join('、')}`,
    }
  );
}

/**
 * The first of the options that are given and mean nothing for what is chosen, with what they mean something for. A switch that is
 * off asks for nothing that would not be so.
 *
 * @param only by option, what it means something for
 */
export function firstIdle<Choice extends string>(
  options: object,
  only: Readonly<Record<string, readonly Choice[]>>,
  chosen: Choice,
): { readonly name: string; readonly meant: readonly Choice[] } | undefined {
  for (const [name, value] of Object.entries(options)) {
    const meant = only[name];
    if (meant !== undefined && value !== false && !meant.includes(chosen)) return { name, meant };
  }
  return undefined;
}
