/** What every option is called, takes and means. The parser, the help, completion and the documentation derive from it. */
import type { OptionDefinition } from './options/definition.js';
import { GATE } from './options/gate.js';
import { OUTPUT } from './options/output.js';
import { READING } from './options/reading.js';
import { WHAT } from './options/what.js';

export { OPTION_GROUPS, type OptionDefinition, type OptionGroup } from './options/definition.js';

/** In the order of the help. */
export const OPTIONS = { ...WHAT, ...GATE, ...READING, ...OUTPUT } as const;

export type OptionName = keyof typeof OPTIONS;

type ValueOf<O> = O extends OptionDefinition<infer T> ? (O extends { repeatable: true } ? readonly T[] : T) : never;

/** What was typed, parsed; an option that was not given is not there. */
export type OptionValues = { readonly [N in OptionName]?: ValueOf<(typeof OPTIONS)[N]> };
