/** What was typed, for whoever reads a report that others made, to ask for all of it. */
import { OPTIONS, type OptionName } from './options.js';

/** Where results go, how much of them, and what is told beside them: no part of what was asked. */
const OF_OUTPUT = [
  'format',
  'output',
  'detail',
  'template',
  'quiet',
  'verbose',
  'no-color',
  'no-progress',
] as const satisfies readonly OptionName[];

/** The arguments without the options that only say how and where the result is printed. */
export function withoutOutput(args: readonly string[]): string[] {
  return withoutOptions(args, OF_OUTPUT);
}

/** The arguments without some options and their values. */
export function withoutOptions(args: readonly string[], names: readonly OptionName[]): string[] {
  return splitOptions(args, names).rest;
}

/** What an option was given, as it was typed, in order. */
export function valuesTyped(args: readonly string[], name: OptionName): string[] {
  return splitOptions(args, [name]).values;
}

function splitOptions(args: readonly string[], names: readonly OptionName[]): { rest: string[]; values: string[] } {
  const rest: string[] = [];
  const values: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--') return { rest: [...rest, ...args.slice(at)], values };
    const name = names.find((one) => isOption(arg, one));
    if (name === undefined) rest.push(arg);
    else if (OPTIONS[name].value !== undefined)
      values.push(isBare(arg, name) ? (args[++at] ?? '') : valueIn(arg, name));
  }
  return { rest, values };
}

/** Of `--format=csv` and `-fcsv`. */
function valueIn(arg: string, name: OptionName): string {
  return arg.startsWith('--') ? arg.slice(name.length + 3) : arg.slice(2);
}

/** `--format`, `--format=csv`, `-f`, `-fcsv`. */
function isOption(arg: string, name: OptionName): boolean {
  const { short } = OPTIONS[name];
  return isBare(arg, name) || arg.startsWith(`--${name}=`) || (short !== undefined && arg.startsWith(`-${short}`));
}

/** Its value, where it has one, is the next argument. */
function isBare(arg: string, name: OptionName): boolean {
  return arg === `--${name}` || arg === `-${OPTIONS[name].short}`;
}
