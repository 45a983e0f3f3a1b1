import type { Lang } from '../../locale/text.js';
import type { Completion } from './model.js';

/** A script for `eval "$(kpi completion zsh)"`, or for a file `_kpi` in a folder of `fpath`. */
export function* zshScript({ commands }: Completion, lang: Lang): Generator<string, void, undefined> {
  yield '#compdef kpi\n';
  yield '# zsh completion of kpi: eval "$(kpi completion zsh)", after compinit\n';
  yield '_kpi() {\n';
  yield '  local cmd="${words[2]}" prev="${words[CURRENT-1]}" cur="${words[CURRENT]}"\n';
  yield '  local -a found\n';
  yield '  if (( CURRENT == 2 )); then\n';
  yield `    found=(${commands.map(({ name, summary }) => described(name, summary[lang])).join(' ')})\n`;
  yield "    _describe 'command' found\n";
  yield '    return\n';
  yield '  fi\n';
  yield '  if [[ $cur == --*=* ]]; then prev="${cur%%=*}"; compset -P "*="; fi\n';
  yield '  case "$cmd $prev" in\n';
  for (const { name: command, options } of commands) {
    for (const { name, short, value } of options) {
      if (value === null) continue;
      const flags = [`--${name}`, ...(short === null ? [] : [`-${short}`])].map((flag) => `"${command} ${flag}"`);
      const words = value.words.join(' ');
      const completed = words === '' ? '_files' : value.list ? `_values -s , value ${words}` : `compadd -- ${words}`;
      yield `    ${flags.join('|')}) ${completed}; return ;;\n`;
    }
  }
  yield '  esac\n';
  yield '  case "$cmd" in\n';
  for (const { name, options, words, files } of commands) {
    yield `    ${name})\n`;
    yield '      if [[ $cur == -* ]]; then\n';
    yield `        found=(${options.map((option) => described(`--${option.name}`, option.summary[lang])).join(' ')})\n`;
    yield "        _describe -o 'option' found\n";
    yield '      else\n';
    if (words.length > 0) yield `        compadd -- ${words.join(' ')}\n`;
    yield files ? '        _files\n' : '        true\n';
    yield '      fi ;;\n';
  }
  yield '  esac\n';
  yield '}\n';
  yield 'if [[ "${funcstack[1]}" == "_kpi" ]]; then _kpi "$@"; else compdef _kpi kpi; fi\n';
}

/** `'--by:break down by a field'`: a colon in a name is escaped, a quote leaves the quotes. */
function described(name: string, text: string): string {
  return `'${`${name.replaceAll(':', '\\:')}:${text}`.replaceAll("'", `'\\''`)}'`;
}
