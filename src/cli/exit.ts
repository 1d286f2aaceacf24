/** The exit codes of the `journey` command, the same for every subcommand. */
export const EXIT = {
  clean: 0,
  /** The check has found something that fails it. */
  findings: 1,
  /** Wrong use, or input or output that cannot be used. Comes before `findings`. */
  usage: 2,
  /** A mistake of ours. Comes before everything else. */
  internal: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The code that stands for both: the graver one. */
export function graver(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}
