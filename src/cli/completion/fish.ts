import type { Lang } from '../../locale/text.js';
import type { Completion } from './model.js';

/** A script for `kpi completion fish | source`, or for ~/.config/fish/completions/kpi.fish. */
export function* fishScript({ commands }: Completion, lang: Lang): Generator<string, void, undefined> {
  yield '# fish completion of kpi: kpi completion fish | source\n';
  yield 'complete -c kpi -f\n';
  for (const { name, summary } of commands) {
    yield `complete -c kpi -n __fish_use_subcommand -a ${name} -d ${quoted(summary[lang])}\n`;
  }
  for (const { name: command, options, words, files } of commands) {
    const there = `complete -c kpi -n '__fish_seen_subcommand_from ${command}'`;
    if (words.length > 0) yield `${there} -a ${quoted(words.join(' '))}\n`;
    if (files) yield `${there} -F\n`;
    for (const { name, short, summary, value } of options) {
      const flag = `-l ${name}${short === null ? '' : ` -s ${short}`} -d ${quoted(summary[lang])}`;
      if (value === null) yield `${there} ${flag}\n`;
      else if (value.words.length > 0) yield `${there} ${flag} -r -f -a ${quoted(value.words.join(' '))}\n`;
      else yield `${there} ${flag} -r${value.file ? ' -F' : ''}\n`;
    }
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
