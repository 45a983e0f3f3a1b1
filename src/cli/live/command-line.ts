/** An address and the command line that it equals. */
import { UserError } from '../../errors/user-error.js';
import type { Parameter } from '../../live/query.js';
import { suggest } from '../../locale/suggest.js';
import { OPTIONS, type OptionDefinition, type OptionName } from '../options.js';
import { valuesTyped, withoutOptions, withoutOutput } from '../typed.js';

const NAMES = Object.keys(OPTIONS) as OptionName[];

/** The options that an address may ask for, in the order of the help. */
export const ASKED: readonly OptionName[] = NAMES.filter((name) => OPTIONS[name].asked === true);

/** What an option of the command line was given; none = it was left out. */
export type Values = ReadonlyMap<OptionName, readonly string[]>;

/** The report that a page begins with: what was typed, without what is about the serving of it. */
export function baseOf(typed: readonly string[]): readonly string[] {
  return ['report', ...withoutOptions(withoutOutput(typed.slice(1)), ['port', 'host'])];
}

/**
 * The values in force: those of the address over those of the command line. A parameter without a value takes the option
 * away, and without a period there is nothing to compare.
 *
 * @param base as {@link baseOf} gives it
 * @throws UserError `parameter_unknown`, `parameter_refused` (exit 2)
 */
export function valuesFor(base: readonly string[], parameters: readonly Parameter[]): Values {
  const values = new Map(ASKED.map((name) => [name, typedFor(base, name)]));
  const asked = new Map<OptionName, readonly string[]>();
  for (const { name, value } of parameters) {
    const option = optionFor(name);
    const meant = option === 'sections' ? withPlus(value) : value;
    asked.set(option, [...(asked.get(option) ?? []), ...(meant.trim() === '' ? [] : [meant])]);
  }
  for (const [name, given] of asked) values.set(name, lastUnlessRepeated(name, given));
  if (asked.get('period')?.length === 0 && values.get('compare')?.[0] !== 'none') values.set('compare', []);
  return values;
}

/** The command line that asks for these values, files and all else as they are. */
export function commandFor(base: readonly string[], values: Values): readonly string[] {
  const end = base.indexOf('--');
  const [before, files] = end < 0 ? [base, []] : [base.slice(0, end), base.slice(end)];
  const said = ASKED.flatMap((name) => (values.get(name) ?? []).flatMap((value) => written(name, value)));
  return [...withoutOptions(before, ASKED), ...said, ...files];
}

/** The shortest address that asks for these values: what the command line says anyway is left out. */
export function addressFor(base: readonly string[], values: Values): readonly Parameter[] {
  return ASKED.flatMap((name): readonly Parameter[] => {
    const [typed, now] = [typedFor(base, name), values.get(name) ?? []];
    if (JSON.stringify(typed) === JSON.stringify(now)) return [];
    return now.length === 0 ? [{ name, value: '' }] : now.map((value) => ({ name, value }));
  });
}

/** `sections=+forecast,+survival`, as a person types it into an address, where `+` is a space. */
function withPlus(value: string): string {
  return value.startsWith(' ') ? value.replaceAll(/(^|,) (?=[a-z])/g, '$1+') : value;
}

function typedFor(base: readonly string[], name: OptionName): readonly string[] {
  return lastUnlessRepeated(name, valuesTyped(base, name));
}

function lastUnlessRepeated(name: OptionName, values: readonly string[]): readonly string[] {
  const { repeatable }: OptionDefinition = OPTIONS[name];
  return repeatable === true ? values : values.slice(-1);
}

function optionFor(name: string): OptionName {
  const found = ASKED.find((one) => one === name);
  if (found !== undefined) return found;
  if (NAMES.some((one) => one === name)) throw new UserError('parameter_refused', { name, names: ASKED });
  throw new UserError('parameter_unknown', { name, suggestion: suggest(name, ASKED), names: ASKED });
}

/** A value that looks like an option stays a value. */
function written(name: OptionName, value: string): readonly string[] {
  return value.startsWith('-') ? [`--${name}=${value}`] : [`--${name}`, value];
}
