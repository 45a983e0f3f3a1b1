/** The kinds of inputs, each with a bound: nothing that is asked may be endless. */
import { z } from 'zod';
import type { Text } from '../../locale/text.js';
import type { Input } from '../definition.js';

/** Characters of a text, and entries of a list, at most. */
const LONGEST = 2000;
const MOST = 50;

/** An option with its value; a value that looks like an option is tied to it. */
export function option(flag: string, value: string | number): readonly string[] {
  const text = String(value);
  return text.startsWith('-') ? [`--${flag}=${text}`] : [`--${flag}`, text];
}

/** Bounds are checked and not told: the list of tools stands in every conversation, and nobody comes near them. */
export const plainText = (): z.ZodString =>
  z.string().refine(({ length }) => length > 0 && length <= LONGEST, { error: `a text of 1 to ${LONGEST} characters` });
export const listOf = <T extends z.ZodType>(item: T): z.ZodArray<T> =>
  z.array(item).refine(({ length }) => length > 0 && length <= MOST, { error: `1 to ${MOST} entries` });

/** A text that is the option's value as it stands. */
export function text(flag: string, description: Text): Input {
  return ({ lang }) =>
    plainText()
      .describe(description[lang])
      .transform((value) => option(flag, value))
      .optional();
}

/** Texts, each of which is a value of the option. */
export function texts(flag: string, description: Text): Input {
  return ({ lang }) =>
    listOf(plainText())
      .describe(description[lang])
      .transform((values) => values.flatMap((value) => option(flag, value)))
      .optional();
}

/** Names that the option takes together, separated by commas; one that holds a comma is quoted, as in CSV. */
export function list(flag: string, description: Text): Input {
  return ({ lang }) =>
    listOf(plainText())
      .describe(description[lang])
      .transform((values) => option(flag, values.map(quoted).join(',')))
      .optional();
}

function quoted(name: string): string {
  return /[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}

/** Some of a few words. @param usual what is asked for where nothing is said */
export function words(flag: string, known: readonly string[], description: Text, usual?: readonly string[]): Input {
  return ({ lang }) => {
    const schema = z.array(z.enum(known)).describe(description[lang]);
    return (usual === undefined ? schema.optional() : schema.default([...usual])).transform((values) =>
      values === undefined ? undefined : option(flag, values.length === 0 ? 'none' : values.join(',')),
    );
  };
}

/** One of a few words. */
export function word(flag: string, known: readonly string[], description: Text): Input {
  return ({ lang }) =>
    z
      .enum(known)
      .describe(description[lang])
      .transform((value) => option(flag, value))
      .optional();
}

/** A whole number. @param usual what is asked for where nothing is said */
export function whole(
  flag: string,
  [least, most]: readonly [number, number],
  description: Text,
  usual?: number,
): Input {
  return ({ lang }) => {
    const schema = z.int().min(least).max(most).describe(description[lang]);
    return (usual === undefined ? schema.optional() : schema.default(usual)).transform((value) =>
      value === undefined ? undefined : option(flag, value),
    );
  };
}

/** A switch. */
export function flag(name: string, description: Text): Input {
  return ({ lang }) =>
    z
      .boolean()
      .describe(description[lang])
      .transform((on) => (on ? [`--${name}`] : []))
      .optional();
}

/** Several switches, of which any may be on. */
export function flags(names: readonly string[], description: Text): Input {
  return ({ lang }) =>
    z
      .array(z.enum(names))
      .describe(description[lang])
      .transform((on) => names.filter((name) => on.includes(name)).map((name) => `--${name}`))
      .optional();
}

/** What is said of names, one by one: `{"Deal value": "amount"}`. @param say how the option says it */
export function pairs(
  flagName: string,
  value: () => z.ZodType<string>,
  description: Text,
  say: (name: string, value: string) => string = (name, said) => `${name}=${said}`,
): Input {
  return ({ lang }) =>
    z
      .record(plainText(), value())
      .refine((said) => Object.keys(said).length <= MOST, { error: `at most ${MOST}` })
      .describe(description[lang])
      .transform((said) => Object.entries(said).flatMap(([name, one]) => option(flagName, say(name, one))))
      .optional();
}
