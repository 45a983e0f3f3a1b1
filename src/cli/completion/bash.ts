import type { Completion } from './model.js';

/** A script for `eval "$(kpi completion bash)"`. Works in bash 3.2, which macOS still has. */
export function* bashScript({ commands }: Completion): Generator<string, void, undefined> {
  yield '# bash completion of kpi: eval "$(kpi completion bash)"\n';
  yield '_kpi() {\n';
  yield '  local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" cmd="" i words="" before=""\n';
  yield '  # bash parts words at "=": --kpi=win_rate is three.\n';
  yield '  if [[ $cur == "=" ]]; then cur=""; elif [[ $prev == "=" ]]; then prev="${COMP_WORDS[COMP_CWORD-2]}"; fi\n';
  yield '  COMPREPLY=()\n';
  yield '  for ((i = 1; i < COMP_CWORD; i++)); do\n';
  yield '    case "${COMP_WORDS[i]}" in\n';
  yield `      ${commands.map(({ name }) => name).join('|')}) cmd="\${COMP_WORDS[i]}"; break ;;\n`;
  yield '    esac\n';
  yield '  done\n';
  yield '  if [[ -z $cmd ]]; then\n';
  yield `    words="${commands.map(({ name }) => name).join(' ')} --help --version"\n`;
  yield '  else\n';
  yield '    case "$cmd $prev" in\n';
  for (const { name: command, options } of commands) {
    for (const { name, short, value } of options) {
      if (value === null) continue;
      const flags = [`--${name}`, ...(short === null ? [] : [`-${short}`])].map((flag) => `"${command} ${flag}"`);
      const list = value.list ? ' [[ $cur == *,* ]] && before="${cur%,*}," && cur="${cur##*,}";' : '';
      // Without words the shell's own completion of files is left to do it.
      yield `      ${flags.join('|')})${list} words="${value.words.join(' ')}"; [[ -z $words ]] && return ;;\n`;
    }
  }
  yield '      *)\n';
  yield '        if [[ $cur == -* ]]; then\n';
  yield '          case "$cmd" in\n';
  for (const { name, options } of commands) {
    yield `            ${name}) words="${[...options.map((option) => `--${option.name}`), '--help'].join(' ')}" ;;\n`;
  }
  yield '          esac\n';
  yield '        else\n';
  yield '          case "$cmd" in\n';
  for (const { name, words } of commands)
    if (words.length > 0) yield `            ${name}) words="${words.join(' ')}" ;;\n`;
  yield '          esac\n';
  yield '        fi ;;\n';
  yield '    esac\n';
  yield '  fi\n';
  yield '  COMPREPLY=($(compgen -P "$before" -W "$words" -- "$cur"))\n';
  yield '}\n';
  yield 'complete -o default -F _kpi kpi\n';
}
