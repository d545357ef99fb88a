import { LeakgateError } from '../errors.ts';
import { parseCommand } from './arguments.ts';
import type { Command } from './command.ts';

const shells = ['bash', 'zsh', 'fish'] as const;

/** What is completed: a command by its name, with its summary and the options that its help names. */
export interface Completed {
  name: string;
  summary: string;
  options: string[];
}

/** The options of a help text: those at the beginning of its lines, `--html FILE` as `--html`. */
export function completedOf({ name, summary, help }: Pick<Command, 'name' | 'summary' | 'help'>): Completed {
  const found = [...help.matchAll(/(?:^ {2}|, |\[)(--[a-z][a-z0-9-]*)/gm)].map(([, option]) => option!);
  return { name, summary, options: [...new Set([...found, '--help'])] };
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function bash(commands: readonly Completed[]): string {
  const cases = commands.map(({ name, options }) => `    ${name}) words=${quoted(options.join(' '))} ;;`);
  return `_leakgate() {
  local current=\${COMP_WORDS[COMP_CWORD]} words
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted(commands.map(({ name }) => name).join(' '))} -- "$current"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
  esac
  if [[ $current == -* ]]; then COMPREPLY=($(compgen -W "$words" -- "$current")); else COMPREPLY=($(compgen -f -- "$current")); fi
}
complete -o filenames -F _leakgate leakgate
`;
}

function zsh(commands: readonly Completed[]): string {
  const described = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(':', '\\:')}`)}`);
  const cases = commands.map(({ name, options }) => `    ${name}) compadd -- ${options.join(' ')} ;;`);
  return `#compdef leakgate
_leakgate() {
  local -a commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  if [[ $PREFIX != -* ]]; then _files; return; fi
  case $words[2] in
${cases.join('\n')}
  esac
}
compdef _leakgate leakgate
`;
}

function fish(commands: readonly Completed[]): string {
  return `${commands
    .flatMap(({ name, summary, options }) => [
      `complete -c leakgate -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
      ...options.map((option) => `complete -c leakgate -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}`),
    ])
    .join('\n')}\n`;
}

const scripts = { bash, zsh, fish };

/** `all` is asked for when it runs: this command is one of them. */
export const completion = (all: () => readonly Command[]): Command => ({
  name: 'completion',
  summary: 'a script that completes commands and options in a shell',
  help: `
leakgate completion bash|zsh|fish

  source <(leakgate completion bash)              in ~/.bashrc
  source <(leakgate completion zsh)               in ~/.zshrc, after compinit
  leakgate completion fish | source               in ~/.config/fish/config.fish

It completes the command \`leakgate\`: alias leakgate='node /path/to/leakgate/dist/cli.js'`,

  async run(args, { stdout }) {
    const { positionals } = parseCommand('completion', { args, allowPositionals: true });
    const shell = shells.find((one) => one === positionals[0]);
    if (shell === undefined || positionals.length !== 1)
      throw new LeakgateError('config', `completion takes one of ${shells.join(', ')}.`);
    stdout.write(scripts[shell](all().map(completedOf)));
    return 0;
  },
});
