/** What a config expects of the files: control totals, and figures over many records. */
import { z } from 'zod';
import { checkAggregates } from '../expression/aggregate.js';
import { NO_DEALS } from '../expression/compile.js';
import { listedExpectations } from '../expression/expectations.js';
import { parseAggregates } from '../expression/parse.js';
import type { Text } from '../locale/text.js';
import { type ConfigCommon, commonShape } from './common-schema.js';
import { condition, expressionIssue } from './expression-issue.js';

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

/** Figures over many records. */
export interface ConfigExpectation extends ConfigCommon, ConfigTotals {
  readonly check?: string;
  readonly id?: string;
  readonly title?: string;
  readonly by?: string | readonly string[];
  readonly where?: string;
}

export type ConfigExpect = ConfigTotals | readonly (string | ConfigExpectation)[];

const text = (): z.ZodString => z.string('text').min(1, 'text');

/** A condition over figures whose parts fit together. */
const figures = z.string('figures').superRefine((source, context) => {
  const params = expressionIssue(() => {
    checkAggregates(parseAggregates(source, 'expect'), NO_DEALS);
  });
  if (params !== null) context.addIssue({ code: 'custom', message: 'expression', params: { ...params } });
});

/** Control totals by name, or a list of conditions over figures. */
export function expectSchema(): z.ZodType<ConfigExpect> {
  const totals = Object.fromEntries(CONTROL_TOTALS.map((total) => [total, totalSchema().optional()]));
  const entry = z.strictObject(
    {
      check: figures.describe('a condition over figures: avg(amount) between 1k and 50k').optional(),
      id: z
        .string('rule_id')
        .regex(/^[a-z][a-z0-9_]*\.[a-z0-9_]+$/, 'rule_id')
        .optional(),
      title: text().optional(),
      by: z
        .union([text(), z.array(text(), 'list').min(1, 'list')], 'list')
        .describe('what makes the groups')
        .optional(),
      where: condition.describe('the records that it is about, as when').optional(),
      ...commonShape,
      ...totals,
    },
    'expectation',
  );
  const list = z.array(z.union([figures, entry], 'expectation'), 'expect').superRefine((entries, context) => {
    for (const at of listedExpectations(entries).stray) {
      context.addIssue({ code: 'custom', message: 'expression', path: [at], params: { detail: STRAY, at: null } });
    }
  });
  return z.union([z.strictObject(totals, 'expect'), list], 'expect') as unknown as z.ZodType<ConfigExpect>;
}

const STRAY: Text = {
  en: 'a condition is missing: check: avg(amount) > 1k',
  fa: 'شرط کم است: check: avg(amount) > 1k',
};

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
