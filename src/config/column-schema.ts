/** What a config says of columns: what they hold, and which of them stand once together. */
import { z } from 'zod';
import { allowedSource, patternSource, type Range, rangeSource } from '../expression/constraints.js';
import { namesIn } from '../expression/names.js';
import { parseExpression } from '../expression/parse.js';
import type { Text } from '../locale/text.js';
import { type ConfigCommon, commonShape } from './common-schema.js';
import { conditionIssue } from './expression-issue.js';

export const COLUMN_TYPES = ['text', 'date', 'number', 'integer', 'boolean', 'email', 'phone', 'url'] as const;
export const MATCHES = ['exact', 'folded'] as const;

/** What a field or column must hold. */
export interface ConfigColumn extends ConfigCommon {
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly type?: (typeof COLUMN_TYPES)[number];
  readonly allowed?: readonly (string | number | boolean)[];
  readonly match?: (typeof MATCHES)[number];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly range?: Range;
  readonly forbidden?: boolean;
}

/** Columns of which no two records have the same cells. */
export interface ConfigTogether extends ConfigCommon {
  readonly columns: readonly string[];
}
export type ConfigUnique = readonly string[] | readonly (readonly string[] | ConfigTogether)[];

const text = (): z.ZodString => z.string('text').min(1, 'text');

/** Columns by field id or header. */
export function columnsSchema(): z.ZodType<Readonly<Record<string, ConfigColumn>>> {
  return z.record(z.string(), columnSchema(), 'section').superRefine(checkColumns);
}

function columnSchema(): z.ZodType<ConfigColumn> {
  const bound = z.union([z.number(), text()], 'bound');
  return z.strictObject(
    {
      required: z.boolean('yes_no').describe('no cell is empty').optional(),
      unique: z.boolean('yes_no').describe('no value stands twice').optional(),
      type: z.enum(COLUMN_TYPES, 'column_type').describe('what each filled cell is').optional(),
      allowed: z
        .array(z.union([text(), z.number().min(0), z.boolean()], 'values'), 'values')
        .min(1, 'values')
        .optional(),
      match: z
        .enum(MATCHES, 'match')
        .describe('allowed values are compared letter by letter, or letter case and spaces aside (default: folded)')
        .optional(),
      pattern: text().describe('email, phone, url, or a regular expression').optional(),
      minLength: z.int('count').min(0, 'count').describe('fewest characters of a filled cell').optional(),
      maxLength: z.int('count').min(0, 'count').describe('most characters of a cell').optional(),
      range: z
        .strictObject({ min: bound.optional(), max: bound.optional() }, 'range')
        .refine(({ min, max }) => min !== undefined || max !== undefined, 'range')
        .optional(),
      forbidden: z.boolean('yes_no').describe('no file may have the column').optional(),
      ...commonShape,
    },
    'section',
  ) as unknown as z.ZodType<ConfigColumn>;
}

/** One combination of columns, or several, each alone or with what else is said of it. */
export function uniqueSchema(): z.ZodType<ConfigUnique> {
  const columns = z.array(text(), 'headers').min(2, 'together');
  const together = z.strictObject({ columns, ...commonShape }, 'together');
  return z.union(
    [columns, z.array(z.union([columns, together], 'together'), 'together').min(1, 'together')],
    'together',
  ) as unknown as z.ZodType<ConfigUnique>;
}

/** What is said of a column becomes expressions: they must fit the field's kind. */
function checkColumns(columns: Readonly<Record<string, ConfigColumn>>, context: z.core.$RefinementCtx): void {
  for (const [key, { allowed, match, pattern, range, on }] of Object.entries(columns)) {
    const role = /^(deals|customers|leads|orders)\.(?=.)/.exec(key);
    const name = role === null ? key : key.slice(role[0].length);
    // Fields of other files are no fields of deals: what kind they are shows when they are read.
    const elsewhere = (role?.[1] ?? on ?? 'deals') !== 'deals';
    const sources = {
      ...(allowed === undefined || allowed.length === 0 || match === 'exact'
        ? {}
        : { allowed: allowedSource(name, allowed) }),
      ...(pattern === undefined ? {} : { pattern: patternSource(name, pattern) }),
      ...(range === undefined ? {} : { range: rangeSource(name, range) }),
    };
    for (const [said, source] of Object.entries(sources)) {
      if (source === '') continue;
      const detail =
        (elsewhere && said === 'allowed' ? null : conditionIssue(source)?.detail) ?? strangeName(name, source);
      if (detail === null) continue;
      const params = { detail, at: null };
      context.addIssue({ code: 'custom', message: 'expression', path: [key, said], params });
    }
  }
}

/** An end of a range that is a word: of no field, it is a slip. */
function strangeName(name: string, source: string): Text | null {
  const strange = namesIn(parseExpression(source)).columns.find((one) => one.name !== name);
  if (strange === undefined) return null;
  return {
    en: `"${strange.name}" is no number, day or field`,
    fa: `«${strange.name}» عدد، روز یا فیلد نیست`,
  };
}
