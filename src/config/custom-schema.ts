/** The part of the config schema that holds the user's own rules: expressions, columns, control totals. */
import { z } from 'zod';
import { columnRuleId, constraintsOf, togetherRuleId, totalRuleId, UNEXPECTED_ID } from '../expression/constraints.js';
import { expectationId, listedExpectations } from '../expression/expectations.js';
import { columnsSchema, uniqueSchema } from './column-schema.js';
import { type ConfigCommon, commonShape } from './common-schema.js';
import { expectSchema } from './expect-schema.js';
import { condition } from './expression-issue.js';
import { RULE_SEVERITIES } from './limit-schema.js';

/** A rule of the user's own. */
export interface ConfigCustomRule extends ConfigCommon {
  readonly id: string;
  readonly title?: string;
  readonly require: string;
}

const text = (): z.ZodString => z.string('text').min(1, 'text');

/** The keys of the user's own rules. @param taken ids of the catalogue */
export function customShape(
  taken: readonly string[],
): Record<'customRules' | 'columns' | 'unique' | 'unexpectedColumns' | 'expect', z.ZodType> {
  const own = z.strictObject(
    {
      id: z
        .string('rule_id')
        .regex(/^[a-z][a-z0-9_]*\.[a-z0-9_]+$/, 'rule_id')
        .refine((id) => !taken.includes(id), 'own_rule_id')
        .describe('entity, dot, fault: custom.big_deals_need_contract'),
      title: text().optional(),
      require: condition.describe('what must hold for them'),
      ...commonShape,
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
    columns: columnsSchema().describe('field id or column header (of other files: leads.Email) → what it must hold'),
    unique: uniqueSchema().describe(
      'columns whose cells stand together once: [account, closed_at], or several such lists',
    ),
    unexpectedColumns: z
      .enum(RULE_SEVERITIES, 'severity')
      .describe('what a column is that `columns` does not name: error, warn, info or off (default)'),
    expect: expectSchema().describe(
      'control totals: what the files must add up to; or a list of conditions over figures, such as avg(amount) > 1k',
    ),
  };
}

/** The ids of the rules that a config file makes, whatever else is wrong with it: `rules` may speak of them. */
export function ownRuleIds(config: unknown): string[] {
  const { customRules, columns, unique, unexpectedColumns, expect } = (config ?? {}) as Readonly<
    Record<string, unknown>
  >;
  const own = Array.isArray(customRules) ? customRules.map((rule: unknown) => entries(rule).get('id')) : [];
  const ofColumns = [...entries(columns)].flatMap(([name, column]) =>
    constraintsOf(Object.fromEntries(entries(column))).map((constraint) => columnRuleId(constraint, name)),
  );
  const unexpected = unexpectedColumns === undefined ? [] : [UNEXPECTED_ID];
  const listed = Array.isArray(expect) ? listedExpectations(expect) : { demands: [], totals: expect };
  const totals = [...listed.demands.map(expectationId), ...[...entries(listed.totals).keys()].map(totalRuleId)];
  return [
    ...own.filter((id) => typeof id === 'string'),
    ...ofColumns,
    ...togetherIds(unique),
    ...unexpected,
    ...totals,
  ];
}

/** The ids of combinations, whichever way they are written. */
function togetherIds(unique: unknown): string[] {
  if (!Array.isArray(unique)) return [];
  const several: readonly unknown[] = unique.every((one) => typeof one === 'string') ? [unique] : unique;
  return several.flatMap((one) => {
    const columns: unknown = Array.isArray(one) ? one : entries(one).get('columns');
    const on: unknown = Array.isArray(one) ? undefined : entries(one).get('on');
    return Array.isArray(columns) ? [togetherRuleId(columns.map(String), typeof on === 'string' ? on : undefined)] : [];
  });
}

function entries(value: unknown): Map<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}
