/** The part of the config schema that holds the user's own rules: expressions, columns, control totals. */
import { z } from 'zod';
import { UserError } from '../errors/user-error.js';
import { checkExpression } from '../expression/compile.js';
import {
  allowedSource,
  COLUMN_FAULTS,
  type ColumnConstraint,
  columnRuleId,
  patternSource,
  type Range,
  rangeSource,
  totalRuleId,
} from '../expression/constraints.js';
import { namesIn } from '../expression/names.js';
import { parseExpression } from '../expression/parse.js';
import type { Text } from '../locale/text.js';

export const RULE_SEVERITIES = ['error', 'warn', 'info', 'off'] as const;
type RuleSeverity = (typeof RULE_SEVERITIES)[number];

/** A rule of the user's own. */
export interface ConfigCustomRule {
  readonly id: string;
  readonly title?: string;
  readonly when?: string;
  readonly require: string;
  readonly severity?: RuleSeverity;
  readonly message?: string;
  readonly maxViolations?: number;
  readonly maxRate?: number;
}

/** What a field or column must hold. */
export interface ConfigColumn {
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly allowed?: readonly (string | number | boolean)[];
  readonly pattern?: string;
  readonly range?: Range;
  readonly severity?: RuleSeverity;
  readonly maxViolations?: number;
  readonly maxRate?: number;
}

export const CONTROL_TOTALS = [
  'rows',
  'records',
  'won',
  'lost',
  'open',
  'value',
  'wonValue',
  'lostValue',
  'openValue',
] as const;

export type ConfigTotals = {
  readonly [T in (typeof CONTROL_TOTALS)[number]]?:
    | number
    | { readonly value: number; readonly tolerance?: number | string };
};

/** What the values of these keys should have been, by the code that the schema gives as its message. */
export const CUSTOM_EXPECTED = {
  rule_id: {
    en: 'small letters, digits and _ with a dot between: custom.big_deals',
    fa: 'حرف کوچک، رقم و _ با یک نقطه در میان: custom.big_deals',
  },
  own_rule_id: { en: 'an id that no other rule has', fa: 'شناسه‌ای که قاعده‌ی دیگری ندارد' },
  custom_rules: { en: 'a list of rules, each with id and require', fa: 'فهرستی از قاعده‌ها، هر یک با id و require' },
  condition: { en: 'a condition, such as amount >= 1000', fa: 'یک شرط، مانند amount >= 1000' },
  values: { en: 'a list of values, such as [North, South]', fa: 'فهرستی از مقدارها، مانند [North, South]' },
  bound: {
    en: 'a number, a day such as 2025-01-31, or money such as 5000 EUR',
    fa: 'عدد، روزی مانند 2025-01-31، یا مبلغی مانند 5000 EUR',
  },
  range: { en: 'min, max or both: { min: 0, max: 100 }', fa: 'min، max یا هر دو: { min: 0, max: 100 }' },
  total: { en: 'a number, or { value: 1000, tolerance: 0.5 }', fa: 'عدد، یا { value: 1000, tolerance: 0.5 }' },
  tolerance: { en: 'a number, 0 or more, or a share such as 1%', fa: 'عددی، 0 یا بیشتر، یا سهمی مانند 1%' },
} as const satisfies Record<string, Text>;

/** An expression that is wrong: what, and at which character of it. */
export interface ExpressionIssue {
  readonly detail: Text;
  /** Null where it was made of several values. */
  readonly at: number | null;
}

const text = (): z.ZodString => z.string('text').min(1, 'text');
const severity = z.enum(RULE_SEVERITIES, 'severity');
const limits = {
  severity: severity.optional(),
  maxViolations: z.int('count').min(0, 'count').describe('more violations than this fail').optional(),
  maxRate: z.number('share').min(0, 'share').max(1, 'share').describe('a greater share than this fails').optional(),
};

/** A text that is a condition whose parts fit together. */
const condition = z.string('condition').superRefine((source, context) => {
  const params = expressionIssue(source);
  if (params !== null) context.addIssue({ code: 'custom', message: 'expression', params: { ...params } });
});

/** What is wrong with an expression, or null. */
function expressionIssue(source: string): ExpressionIssue | null {
  try {
    checkExpression(parseExpression(source));
    return null;
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'invalid_expression') throw error;
    const { detail, at } = (error as UserError<'invalid_expression'>).args;
    return { detail, at };
  }
}

/** The keys of the user's own rules. @param taken ids of the catalogue */
export function customShape(taken: readonly string[]): Record<'customRules' | 'columns' | 'expect', z.ZodType> {
  const own = z.strictObject(
    {
      id: z
        .string('rule_id')
        .regex(/^[a-z][a-z0-9_]*\.[a-z0-9_]+$/, 'rule_id')
        .refine((id) => !taken.includes(id), 'own_rule_id')
        .describe('entity, dot, fault: custom.big_deals_need_contract'),
      title: text().optional(),
      when: condition.describe('the deals that the rule applies to; all when left out').optional(),
      require: condition.describe('what must hold for them'),
      message: text().describe('what a violation says').optional(),
      ...limits,
    },
    'section',
  );
  return {
    customRules: z
      .array(own, 'custom_rules')
      .superRefine((rules, context) => {
        rules.forEach(({ id }, index) => {
          if (rules.findIndex((one) => one.id === id) === index) return;
          context.addIssue({ code: 'custom', message: 'own_rule_id', path: [index, 'id'] });
        });
      })
      .describe('rules of your own, in the language of --where'),
    columns: z
      .record(z.string(), columnSchema(), 'section')
      .superRefine(checkColumns)
      .describe('field id or column header → what it must hold'),
    expect: z
      .strictObject(Object.fromEntries(CONTROL_TOTALS.map((total) => [total, totalSchema().optional()])), 'section')
      .describe('control totals: what the files must add up to'),
  };
}

function columnSchema(): z.ZodType<ConfigColumn> {
  const bound = z.union([z.number(), text()], 'bound');
  return z.strictObject(
    {
      required: z.boolean('yes_no').describe('no cell is empty').optional(),
      unique: z.boolean('yes_no').describe('no value stands twice').optional(),
      allowed: z
        .array(z.union([text(), z.number().min(0), z.boolean()], 'values'), 'values')
        .min(1, 'values')
        .optional(),
      pattern: text().describe('email, phone, url, or a regular expression').optional(),
      range: z
        .strictObject({ min: bound.optional(), max: bound.optional() }, 'range')
        .refine(({ min, max }) => min !== undefined || max !== undefined, 'range')
        .optional(),
      ...limits,
    },
    'section',
  ) as unknown as z.ZodType<ConfigColumn>;
}

/** What is said of a column becomes expressions: they must fit the field's kind. */
function checkColumns(columns: Readonly<Record<string, ConfigColumn>>, context: z.core.$RefinementCtx): void {
  for (const [name, { allowed, pattern, range }] of Object.entries(columns)) {
    const sources = {
      ...(allowed === undefined || allowed.length === 0 ? {} : { allowed: allowedSource(name, allowed) }),
      ...(pattern === undefined ? {} : { pattern: patternSource(name, pattern) }),
      ...(range === undefined ? {} : { range: rangeSource(name, range) }),
    };
    for (const [key, source] of Object.entries(sources)) {
      if (source === '') continue;
      const detail = expressionIssue(source)?.detail ?? strangeName(name, source);
      if (detail === null) continue;
      const params = { detail, at: null };
      context.addIssue({ code: 'custom', message: 'expression', path: [name, key], params });
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

/** The ids of the rules that a config file makes, whatever else is wrong with it: `rules` may speak of them. */
export function ownRuleIds(config: unknown): string[] {
  const { customRules, columns, expect } = (config ?? {}) as Readonly<Record<string, unknown>>;
  const own = Array.isArray(customRules) ? customRules.map((rule: unknown) => entries(rule).get('id')) : [];
  const ofColumns = [...entries(columns)].flatMap(([name, column]) =>
    [...entries(column).keys()]
      .filter((key) => Object.hasOwn(COLUMN_FAULTS, key))
      .map((key) => columnRuleId(key as ColumnConstraint, name)),
  );
  const totals = [...entries(expect).keys()].map(totalRuleId);
  return [...own.filter((id) => typeof id === 'string'), ...ofColumns, ...totals];
}

function entries(value: unknown): Map<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function totalSchema(): z.ZodType {
  const tolerance = z.union(
    [z.number('tolerance').min(0, 'tolerance'), z.string('tolerance').regex(/^\d+(\.\d+)?%$/, 'tolerance')],
    'tolerance',
  );
  return z.union(
    [z.number('total'), z.strictObject({ value: z.number('total'), tolerance: tolerance.optional() }, 'total')],
    'total',
  );
}
