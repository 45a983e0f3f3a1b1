/** Every command with its options. */
import { COMMAND_LIST, type CommandDefinition } from './command-list.js';
import { optionsOf } from './options.js';

export type { Call, CommandDefinition, Run } from './command-list.js';

/** In the order of the help. */
export const COMMANDS: readonly CommandDefinition[] = COMMAND_LIST.map((command) => ({
  ...command,
  options: optionsOf(command.name),
}));
