/** Kinds of values that several keys of the config have: the schema, and what was expected. */
import type { z } from 'zod';
import type { Text } from '../locale/text.js';
import type { SchemaTools } from './definition.js';

interface Kind<Z> {
  readonly schema: (tools: SchemaTools) => Z;
  readonly expected: Text;
}

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(
  words: Words,
): Kind<z.ZodType<Words[number]>> {
  return { schema: ({ z, own }) => z.enum(words, own), expected: wordsOf(words) };
}

/** Some of a few words, or some after `+`. */
export function someOf<const Words extends readonly [string, ...string[]]>(
  words: Words,
): Kind<z.ZodType<(Words[number] | 'all' | `+${Words[number]}`)[]>> {
  const all = [...words, 'all', ...words.map((word) => `+${word}` as const)] as const;
  const expected = wordsOf(words);
  return {
    schema: ({ z, own }) =>
      z.array(z.enum(all, own), 'list') as z.ZodType<(Words[number] | 'all' | `+${Words[number]}`)[]>,
    expected: { en: `${expected.en}; all; or with + before it`, fa: `${expected.fa}؛ all؛ یا با + پیش از آن` },
  };
}

/** `dmy, mdy or ymd`. */
function wordsOf(words: readonly string[]): Text {
  const [rest, last] = [words.slice(0, -1), words.at(-1) ?? ''];
  return { en: `${rest.join(', ')} or ${last}`, fa: `${rest.join('، ')} یا ${last}` };
}

export const A_TEXT: Kind<z.ZodString> = {
  schema: ({ text }) => text(),
  expected: { en: 'a text (in quotes if it looks like a number)', fa: 'متن (اگر شبیه عدد است، در گیومه)' },
};

export const YES_NO: Kind<z.ZodBoolean> = {
  schema: ({ z, own }) => z.boolean(own),
  expected: { en: 'true or false', fa: 'true یا false' },
};

/** 0, 1, 2, … or from another number on, up to a last one. */
export function wholeFrom(least: number, most: number, expected: Text): Kind<z.ZodNumber> {
  return { schema: ({ z, own }) => z.int(own).min(least, own).max(most, own), expected };
}
