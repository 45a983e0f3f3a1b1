import { shellWord } from '../sanitize.js';

/** What to type after the files are named: `kpi deals --stalled`. Options stand as they are, values as a shell takes them. */
export function commandText(args: readonly string[]): string {
  return ['kpi', ...args.map((arg) => (/^--[a-z][a-z-]*$/.test(arg) ? arg : shellWord(arg)))].join(' ');
}
