import { quotedWord, shellWord } from '../sanitize.js';

/** What to type after the files are named: `kpi deals --stalled`. Options stand as they are, values as a shell takes them. */
export function commandText(args: readonly string[]): string {
  return ['kpi', ...args.map((arg) => (/^--[a-z][a-z-]*$/.test(arg) ? arg : shellWord(arg)))].join(' ');
}

/** The same of what somebody typed: every argument as it was, quoted where a shell would take it for something else. */
export function typedText(args: readonly string[]): string {
  return ['kpi', ...args.map(quotedWord)].join(' ');
}
