import type { Locale, Text } from '../model/text.ts';
import type { ExitCode } from './exit.ts';
import type { Output } from './output.ts';

/** One option as it is parsed, helped with, and completed. */
export interface OptionSpec {
  /** The long name, without its dashes. */
  readonly name: string;
  /** One letter, without its dash. */
  readonly short?: string;
  /** Missing for a switch, which is there or not. */
  readonly value?: ValueSpec;
  /** A switch that `--no-NAME` turns off. */
  readonly negatable?: true;
  readonly help: Text;
}

type ValueSpec =
  | {
      readonly kind: 'choice';
      readonly placeholder: string;
      readonly choices: readonly string[];
      /** What the choices mean, where their names do not say it. */
      readonly meanings?: Readonly<Record<string, Text>>;
      /** What else people call one of them. */
      readonly synonyms?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'text'; readonly placeholder: string }
  /** Of a file or a folder: shells offer those that are there. */
  | { readonly kind: 'path'; readonly placeholder: string }
  /** A whole number, zero or greater where nothing else is said. Both bounds are allowed. */
  | { readonly kind: 'count'; readonly placeholder: string; readonly least?: number; readonly most?: number };

export interface ExampleSpec {
  readonly command: string;
  readonly help: Text;
}

/** What every subcommand says about itself, apart from the types of its options. */
export interface Command {
  readonly name: string;
  /** What may stand after the name besides options, as the help shows it. */
  readonly operands: string;
  /** How many operands there may be. */
  readonly count: { readonly least: number; readonly most: number };
  readonly summary: Text;
  /** What the help says below the summary. */
  readonly details: Text;
  readonly options: readonly OptionSpec[];
  readonly examples: readonly ExampleSpec[];
  readonly run: (operands: readonly string[], options: OptionValues, context: Context) => Promise<ExitCode>;
}

/** Options as given, by their names. */
export type OptionValues = Readonly<Record<string, string | number | boolean | undefined>>;

/** The options of a subcommand with the types that their specifications give them. All may be missing. */
type Typed<Options extends readonly OptionSpec[]> = {
  readonly [Option in Options[number] as Option['name']]?: Option extends { readonly value: infer Value }
    ? Value extends { readonly choices: readonly (infer Choice)[] }
      ? Choice
      : Value extends { readonly kind: 'count' }
        ? number
        : string
    : boolean;
};

/** What a subcommand may use of the world around it. */
export interface Context {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly locale: Locale;
  readonly version: string;
  readonly output: Output;
  /** Opens standard input, which takes longer than to load all files of a small project. */
  readonly stdin: () => AsyncIterable<string | Uint8Array>;
}

type TypedCommand<Options extends readonly OptionSpec[]> = Omit<Command, 'options' | 'run'> & {
  readonly options: Options;
  readonly run: (operands: readonly string[], options: Typed<Options>, context: Context) => Promise<ExitCode>;
};

/** Describes a subcommand; its `run` gets the options with their types. */
export function command<const Options extends readonly OptionSpec[]>(spec: TypedCommand<Options>): Command {
  // The parser gives each option a value of the type that its specification asks for.
  return { ...spec, run: (operands, options, context) => spec.run(operands, options as Typed<Options>, context) };
}
