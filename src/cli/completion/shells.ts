/** A command as a shell completes it. */
export interface CompletedCommand {
  readonly name: string;
  readonly help: string;
  /** What its operand can be; empty when it is a file. */
  readonly words: readonly string[];
  readonly options: readonly CompletedOption[];
}

interface CompletedOption {
  /** With their dashes. */
  readonly names: readonly string[];
  readonly help: string;
  readonly takes: 'nothing' | 'anything' | readonly string[];
}

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

export function isShell(name: string): name is Shell {
  return (SHELLS as readonly string[]).includes(name);
}

export const shellScripts: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => string>> = {
  bash: (commands) => `# bash completion for journey
_journey() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${[...commands.map(({ name }) => name), '--help', '--version'].join(' ')}"
  else
${valueCases(commands, '    ')}
    if [ -z "$words" ]; then case "$command" in
${commands.map(({ name, options, words }) => `      ${name}) words="${[...words, ...options.flatMap(({ names }) => names)].join(' ')}" ;;`).join('\n')}
    esac; fi
  fi
  if [ -n "$words" ]; then mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current"); fi
}
complete -o default -o bashdefault -F _journey journey
`,
  zsh: (commands) => `#compdef journey
_journey() {
  local before="\${words[CURRENT-1]}" command="\${words[2]}"
  if (( CURRENT == 2 )); then
    local -a names=(
${commands.map(({ name, help }) => `      ${quoted(`${name}:${help}`)}`).join('\n')}
    )
    _describe command names
    return
  fi
  case "$command:$before" in
${choices(commands)
  .map(({ patterns, values }) => `    ${patterns.join('|')}) compadd -- ${values.join(' ')}; return ;;`)
  .join('\n')}
${anything(commands)
  .map((pattern) => `    ${pattern}) _files; return ;;`)
  .join('\n')}
  esac
  if [[ "\${words[CURRENT]}" != -* ]]; then
    case "$command" in
${commands
  .filter(({ words }) => words.length > 0)
  .map(({ name, words }) => `      ${name}) compadd -- ${words.join(' ')} ;;`)
  .join('\n')}
      *) _files ;;
    esac
    return
  fi
  local -a options
  case "$command" in
${commands
  .map(
    ({ name, options }) =>
      `    ${name}) options=(${options.flatMap(({ names, help }) => names.map((one) => quoted(`${one}:${help}`))).join(' ')}) ;;`,
  )
  .join('\n')}
  esac
  _describe option options
}
compdef _journey journey
`,
  fish: (commands) => {
    const lines = commands.flatMap(({ name, help, words, options }) => {
      const here = `complete -c journey -n '__fish_seen_subcommand_from ${name}'`;
      return [
        `complete -c journey -n __fish_use_subcommand -f -a ${name} -d ${fishQuoted(help)}`,
        ...(words.length > 0 ? [`${here} -f -a ${fishQuoted(words.join(' '))}`] : []),
        ...options.map(({ names, help: said, takes }) => {
          const spelled = names.map((one) => (one.startsWith('--') ? `-l ${one.slice(2)}` : `-s ${one.slice(1)}`));
          const value =
            takes === 'nothing' ? '' : takes === 'anything' ? ' -r' : ` -x -a ${fishQuoted(takes.join(' '))}`;
          return `${here} ${spelled.join(' ')}${value} -d ${fishQuoted(said)}`;
        }),
      ];
    });
    return `# fish completion for journey\n${lines.join('\n')}\n`;
  },
};

/** Options that take one of some words: the command and the option, as one pattern. */
function choices(
  commands: readonly CompletedCommand[],
): readonly { readonly patterns: readonly string[]; readonly values: readonly string[] }[] {
  return commands.flatMap(({ name, options }) =>
    options.flatMap(({ names, takes }) =>
      typeof takes === 'string' ? [] : [{ patterns: names.map((one) => `${name}:${one}`), values: takes }],
    ),
  );
}

function anything(commands: readonly CompletedCommand[]): readonly string[] {
  return commands.flatMap(({ name, options }) =>
    options.flatMap(({ names, takes }) => (takes === 'anything' ? names.map((one) => `${name}:${one}`) : [])),
  );
}

function valueCases(commands: readonly CompletedCommand[], indent: string): string {
  const lines = [
    ...choices(commands).map(({ patterns, values }) => `  ${patterns.join('|')}) words="${values.join(' ')}" ;;`),
    // The shell offers files.
    ...anything(commands).map((pattern) => `  ${pattern}) return ;;`),
  ];
  return ['case "$command:$before" in', ...lines, 'esac'].map((line) => indent + line).join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function fishQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, String.raw`\$&`)}'`;
}
