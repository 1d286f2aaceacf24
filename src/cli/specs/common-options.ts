import type { OptionSpec } from '../command.ts';

// Options that several subcommands have: they are called, and mean, the same everywhere.

export const OUTPUT_FILE = {
  name: 'output-file',
  short: 'o',
  value: { kind: 'path', placeholder: 'FILE' },
  help: { en: 'Write to a file instead of standard output', ja: '標準出力の代わりにファイルへ書き出します' },
} as const satisfies OptionSpec;

/** The operand that stands for standard input. */
export const STDIN = '-';

export const STDIN_FILE_NAME = {
  name: 'stdin-file-name',
  value: { kind: 'path', placeholder: 'FILE' },
  help: {
    en: 'The name of what "-" reads: for messages, and for its imports',
    ja: '「-」で読む内容のファイル名(表示とインポートに使います)',
  },
} as const satisfies OptionSpec;

export const COLOUR = {
  name: 'color',
  negatable: true,
  help: {
    en: 'Colours always or never (default: on a terminal, and as NO_COLOR and FORCE_COLOR say)',
    ja: '色を常に付ける・付けない(既定: ターミナルのとき。NO_COLOR と FORCE_COLOR にも従います)',
  },
} as const satisfies OptionSpec;
