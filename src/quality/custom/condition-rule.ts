import { compileExpression } from '../../expression/compile.js';
import type { Expression } from '../../expression/definition.js';
import { namesIn } from '../../expression/names.js';
import { printCondition } from '../../expression/print.js';
import type { Text } from '../../locale/text.js';
import type { Rule } from '../definition.js';
import type { RuleRole, RuleTable } from './definition.js';
import { fieldName, type TestRule, testRule } from './test-rule.js';

/** A rule made of expressions. */
export interface ConditionRule extends Pick<TestRule, 'id' | 'title' | 'dimension' | 'when' | 'message' | 'absence'> {
  readonly require: Expression;
  readonly on?: RuleRole | undefined;
}

/**
 * A rule of the records for which `when` is true and `require` is true or false: violated where it is false. Where an
 * empty cell leaves either unknown, the rule says nothing; that a cell must not be empty is a rule of its own.
 */
export function conditionRule(rule: ConditionRule, table: RuleTable | null): Rule {
  const { require, when, on = 'deals' } = rule;
  const { columns, fields, asOf } = namesIn(require);
  return testRule(
    {
      ...rule,
      condition: conditionText(when, printCondition(require.condition), on),
      names: [...columns, ...fields.map(fieldName)],
      asOf,
      holds: (records) => compileExpression(require, records),
    },
    table,
  );
}

const RECORDS: Readonly<Record<RuleRole, Text>> = {
  deals: { en: 'deals', fa: 'معامله‌ها' },
  customers: { en: 'customers', fa: 'مشتری‌ها' },
  leads: { en: 'leads', fa: 'سرنخ‌ها' },
  orders: { en: 'orders', fa: 'سفارش‌ها' },
};

/** `Of all deals: amount > 0.` */
export function conditionText(when: Expression | null, required: string | Text, on: RuleRole = 'deals'): Text {
  const { en, fa } = typeof required === 'string' ? { en: required, fa: required } : required;
  const of = RECORDS[on];
  if (when === null) return { en: `Of all ${of.en}: ${en}.`, fa: `درباره‌ی همه‌ی ${of.fa}: ${fa}.` };
  const applies = printCondition(when.condition);
  return { en: `Of ${of.en} with ${applies}: ${en}.`, fa: `درباره‌ی ${of.fa} با ${applies}: ${fa}.` };
}
