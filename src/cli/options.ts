/** The settings that have an option, by the option's name: what the parser, the help, completion and the pages read. */
import { SETTINGS } from '../config/catalogue/index.js';
import type { CommandName, Flag, SettingDefinition } from '../config/definition.js';
import type { OptionValues } from '../config/merge.js';
import type { Text } from '../locale/text.js';

export { OPTION_GROUPS, type OptionGroup } from '../config/definition.js';
export type { OptionValues } from '../config/merge.js';

export interface OptionDefinition extends Flag {
  readonly summary: Text;
  /** The key of the config file that says the same. */
  readonly config?: string;
}

export type OptionName = keyof OptionValues;

/** In the order of the help. */
export const OPTIONS = Object.fromEntries(
  Object.values<SettingDefinition>(SETTINGS).flatMap(({ summary, flag, config }) =>
    flag === undefined
      ? []
      : [[flag.name, { ...flag, summary, ...(config === undefined ? {} : { config: config.key }) }]],
  ),
) as Readonly<Record<OptionName, OptionDefinition>>;

/** The options of a command. */
export function optionsOf(command: CommandName): readonly OptionName[] {
  return (Object.keys(OPTIONS) as OptionName[]).filter((name) => OPTIONS[name].commands.includes(command));
}
