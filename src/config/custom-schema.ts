/** The part of the config schema that holds the user's own rules: expressions, columns, control totals. */
import { z } from 'zod';
import { columnRuleId, constraintsOf, togetherRuleId, totalRuleId, UNEXPECTED_ID } from '../expression/constraints.js';
import { expectationId, listedExpectations } from '../expression/expectations.js';
import { type ConfigColumn, type ConfigUnique, columnsSchema, uniqueSchema } from './column-schema.js';
import { type ConfigCommon, commonShape } from './common-schema.js';
import { type ConfigExpect, expectSchema } from './expect-schema.js';
import { condition } from './expression-issue.js';
import { RULE_SEVERITIES } from './limit-schema.js';
import type { SchemaParts } from './schema-parts.js';

/** A rule of the user's own. */
export interface ConfigCustomRule extends ConfigCommon {
  readonly id: string;
  readonly title?: string;
  readonly require: string;
}

const text = (): z.ZodString => z.string('text').min(1, 'text');

/** The parts of the schema that are the user's own rules. @param taken ids of the catalogue */
export function customShape(
  taken: readonly string[],
): Pick<SchemaParts, 'customRules' | 'columns' | 'unique' | 'unexpectedColumns' | 'expect'> {
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
  const customRules = z.array(own, 'custom_rules').superRefine((rules, context) => {
    rules.forEach(({ id }, index) => {
      if (rules.findIndex((one) => one.id === id) === index) return;
      context.addIssue({ code: 'custom', message: 'own_rule_id', path: [index, 'id'] });
    });
  });
  return {
    // What a key that is left out holds is not there: zod says "or undefined".
    customRules: () => customRules as unknown as z.ZodType<readonly ConfigCustomRule[]>,
    columns: () => columnsSchema() as z.ZodType<Readonly<Record<string, ConfigColumn>>>,
    unique: () => uniqueSchema() as z.ZodType<ConfigUnique>,
    unexpectedColumns: () => z.enum(RULE_SEVERITIES, 'severity'),
    expect: () => expectSchema() as z.ZodType<ConfigExpect>,
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
