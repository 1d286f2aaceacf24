/** What can stand at a place: nothing, a path of a file or folder, a text that only the user knows, or one of these words. */
export type Completed = 'nothing' | 'path' | 'text' | readonly string[];

/** A command as a shell completes it. */
export interface CompletedCommand {
  readonly name: string;
  readonly help: string;
  readonly operands: Completed;
  readonly options: readonly CompletedOption[];
}

interface CompletedOption {
  /** With their dashes. */
  readonly names: readonly string[];
  readonly help: string;
  readonly value: Completed;
}

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

export function isShell(name: string): name is Shell {
  return (SHELLS as readonly string[]).includes(name);
}

export const shellScripts: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => string>> = {
  // Also for bash 3.2, which macOS has: no mapfile, and no compopt, without which files are offered too.
  bash: (commands) => `# bash completion for journey
_journey_words() {
  local IFS=$' \\t\\n'
  compopt +o default +o bashdefault 2>/dev/null
  COMPREPLY=($(compgen -W "$1" -- "$2"))
}
_journey() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    _journey_words "${[...commands.map(({ name }) => name), '--help', '--version'].join(' ')}" "$current"
    return
  fi
  # bash takes --option=value apart.
  if [ "$current" = "=" ]; then current=""; elif [ "$before" = "=" ]; then before="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  case "$command:$before" in
${valueCases(commands, {
  words: (words) => `_journey_words "${words.join(' ')}" "$current"; return`,
  path: 'return',
  text: '_journey_words "" ""; return',
})}
  esac
  case "$command:$current" in
${commands.map(({ name, options }) => `    ${name}:-*) _journey_words "${options.flatMap(({ names }) => names).join(' ')}" "$current" ;;`).join('\n')}
${operandCases(commands, (words) => `_journey_words "${words.join(' ')}" "$current"`)}
  esac
}
complete -o default -o bashdefault -F _journey journey
`,
  zsh: (commands) => `#compdef journey
compdef _journey journey
_journey() {
  local before="\${words[CURRENT-1]}" command="\${words[2]}"
  if (( CURRENT == 2 )); then
    local -a names=(
${commands.map(({ name, help }) => `      ${quoted(`${name}:${help}`)}`).join('\n')}
    )
    _describe command names
    return
  fi
  if [[ "$PREFIX" == --*=* ]]; then
    before="\${PREFIX%%=*}"
    compset -P '*='
  fi
  case "$command:$before" in
${valueCases(commands, {
  words: (words) => `compadd -- ${words.join(' ')}; return`,
  path: '_files; return',
  text: 'return 1',
})}
  esac
  local -a options
  case "$command:$PREFIX" in
${commands
  .map(
    ({ name, options }) =>
      `    ${name}:-*) options=(${options.flatMap(({ names, help }) => names.map((one) => quoted(`${one}:${help}`))).join(' ')}) ;;`,
  )
  .join('\n')}
${operandCases(commands, (words) => `compadd -- ${words.join(' ')}; return`)}
    *) _files; return ;;
  esac
  _describe option options
}
# Where zsh loads this file by itself, it calls it to complete.
if [[ "$funcstack[1]" == _journey ]]; then _journey "$@"; fi
`,
  fish: (commands) => {
    const lines = commands.flatMap(({ name, help, operands, options }) => {
      const here = `complete -c journey -n '__journey_runs ${name}'`;
      return [
        `complete -c journey -n __journey_begins -f -a ${name} -d ${fishQuoted(help)}`,
        ...(operands === 'path' ? [] : [`${here} -f${fishWords(operands)}`]),
        ...options.map(({ names, help: said, value }) => {
          const spelled = names.map((one) => (one.startsWith('--') ? `-l ${one.slice(2)}` : `-s ${one.slice(1)}`));
          const takes = { nothing: '', path: ' -r -F', text: ' -x' };
          const taken = typeof value === 'string' ? takes[value] : ` -x${fishWords(value)}`;
          return `${here} ${spelled.join(' ')}${taken} -d ${fishQuoted(said)}`;
        }),
      ];
    });
    return `# fish completion for journey
function __journey_begins
    test (count (commandline -opc)) -eq 1
end
function __journey_runs
    set -l words (commandline -opc)
    test (count $words) -gt 1; and test "$words[2]" = "$argv[1]"
end
${lines.join('\n')}
`;
  },
};

/** What to do after an option that takes a value, by the command and the option. */
function valueCases(
  commands: readonly CompletedCommand[],
  does: { readonly words: (words: readonly string[]) => string; readonly path: string; readonly text: string },
): string {
  const values = commands.flatMap(({ name, options }) =>
    options.map(({ names, value }) => ({ pattern: names.map((one) => `${name}:${one}`).join('|'), value })),
  );
  const patternsOf = (kind: Completed): string =>
    values.flatMap(({ pattern, value }) => (value === kind ? [pattern] : [])).join('|');
  return [
    ...values.flatMap(({ pattern, value }) =>
      typeof value === 'string' ? [] : [`    ${pattern}) ${does.words(value)} ;;`],
    ),
    `    ${patternsOf('path')}) ${does.path} ;;`,
    `    ${patternsOf('text')}) ${does.text} ;;`,
  ].join('\n');
}

/** What to do for the operands of a command, where the shell is not to offer files. */
function operandCases(commands: readonly CompletedCommand[], does: (words: readonly string[]) => string): string {
  return commands
    .flatMap(({ name, operands }) =>
      operands === 'path' ? [] : [`    ${name}:*) ${does(typeof operands === 'string' ? [] : operands)} ;;`],
    )
    .join('\n');
}

function fishWords(completed: Completed): string {
  return typeof completed === 'string' ? '' : ` -a ${fishQuoted(completed.join(' '))}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function fishQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, String.raw`\$&`)}'`;
}
