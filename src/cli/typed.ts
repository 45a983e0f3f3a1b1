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
  const kept: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--') return [...kept, ...args.slice(at)];
    const name = OF_OUTPUT.find((one) => isOption(arg, one));
    if (name === undefined) kept.push(arg);
    else if (OPTIONS[name].value !== undefined && isBare(arg, name)) at++;
  }
  return kept;
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
