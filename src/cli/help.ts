import type { Lang } from '../locale/text.js';
import type { CommandDefinition } from './commands.js';
import { join, section } from './help-layout.js';
import { OPTION_GROUPS, OPTIONS, type OptionDefinition, type OptionGroup, type OptionName } from './options.js';
import { ending, WORDS } from './program-help.js';
import type { HelpTopic } from './topics/definition.js';

/** `kpi <command> --help`. */
export function commandHelp(command: CommandDefinition, lang: Lang, width: number): string {
  const groups = Object.keys(OPTION_GROUPS) as OptionGroup[];
  const named = command.options.map((name): [OptionName, OptionDefinition] => [name, OPTIONS[name]]);
  return join(lang, [
    `kpi ${command.name}: ${command.summary[lang]}`,
    ...section(
      WORDS.examples[lang],
      command.examples.map(({ command: typed, what }) => [typed, what[lang]]),
      width,
    ),
    ...section(WORDS.usage[lang], [[`kpi ${command.name} ${command.operands} [options]`, '']], width),
    ...groups.flatMap((group) => {
      const options = named.filter(([, option]) => option.group === group);
      return section(
        OPTION_GROUPS[group][lang],
        options.map(([name, option]) => [flags(name, option), option.summary[lang]]),
        width,
      );
    }),
    ...section(WORDS.other[lang], [['-h, --help', WORDS.help[lang]]], width),
    ...ending(lang, width),
  ]);
}

/** `kpi help <topic>`. */
export function topicHelp({ name, title, sections, page }: HelpTopic, lang: Lang, width: number): string {
  return join(lang, [
    `${name}: ${title[lang]}`,
    ...sections.flatMap(({ title: heading, rows: told }) =>
      section(
        heading[lang],
        told.map(([typed, meaning]) => [typed, meaning[lang]]),
        width,
      ),
    ),
    ...(page === undefined ? [] : section(WORDS.page[lang], [[page, WORDS.pageText[lang]]], width)),
  ]);
}

/** `-o, --output FILE`, as the help and the parser write it. */
export function flags(name: OptionName, option: OptionDefinition): string {
  const short = option.short === undefined ? '    ' : `-${option.short}, `;
  return `${short}--${name}${option.value === undefined ? '' : ` ${option.value}`}`;
}
