import { compileExpression } from '../expression/compile.js';
import type { Expression, Name } from '../expression/definition.js';
import { namesIn } from '../expression/names.js';
import { printCondition } from '../expression/print.js';
import type { ExpressionTable } from '../expression/table.js';
import { FALSE, TRUE, UNKNOWN } from '../expression/truth.js';
import type { Phrase, Text } from '../locale/text.js';
import type { Deals } from '../model/deals.js';
import type { Dimension, Findings, Rule } from './definition.js';
import { cellShown } from './shown.js';

/** The deals that a rule's expression is asked over. */
export type RuleTable = ExpressionTable & { readonly deals: Deals };

/** A rule made of expressions. */
export interface ConditionRule {
  readonly id: string;
  readonly title: Text;
  readonly dimension: Dimension;
  /** The deals that it applies to; null = all. */
  readonly when: Expression | null;
  readonly require: Expression;
  /** `value` is what the first column or field of `require` holds; '' where it is empty. */
  readonly message: Phrase<{ readonly value: string }>;
  /** What becomes of the rule where no file has a column it names: it is skipped, or that is the violation. */
  readonly absence: 'skip' | 'fail';
}

/**
 * A rule of the deals for which `when` is true and `require` is true or false: violated where it is false. Where an
 * empty cell leaves either unknown, the rule says nothing; that a cell must not be empty is a rule of its own.
 */
export function conditionRule(rule: ConditionRule, table: RuleTable | null): Rule {
  const { id, title, dimension, when, require, message, absence } = rule;
  const names = [...(when === null ? [] : [namesIn(when)]), namesIn(require)];
  const fields = [...new Set(names.flatMap((one) => one.fields))];
  const columns = names.flatMap((one) => one.columns);
  const absent = table === null ? undefined : columns.find(({ name }) => !table.deals.extra.has(name));
  const [about] = [...namesIn(require).columns, ...fieldNames(require)];
  const condition = conditionText(rule);
  return {
    id,
    title,
    dimension,
    severity: 'error',
    scope: 'deal',
    condition,
    source: OWN,
    needs: absence === 'skip' ? fields : [],
    wants: absence === 'skip' ? [] : fields,
    ...(absence === 'skip' && absent !== undefined ? { absent: absent.name } : {}),
    ...(names.some(({ asOf }) => asOf) ? { atSnapshot: true as const } : {}),
    affects: [],
    check({ deals, population }): Findings<unknown> {
      if (table === null) return { checked: 0, places: [] };
      const field = fields.find((one) => !population.has(one));
      if (absence === 'fail' && (absent !== undefined || field !== undefined)) {
        const { file } = deals.place(0);
        const named = absent === undefined ? (field ?? '') : absent.name;
        const args: RuleArgs = { absent: named, value: '' };
        return { checked: 1, places: [{ place: { file, sheet: null, row: 0, line: null }, column: named, args }] };
      }
      return judged(rule, table, about);
    },
    message: {
      en: (args) => (isAbsent(args) ? `no file has a column for ${args.absent}` : message.en(args as RuleArgs)),
      fa: (args) => (isAbsent(args) ? `هیچ فایلی ستونی برای «${args.absent}» ندارد` : message.fa(args as RuleArgs)),
    },
    fix: FIX,
    examples: { accept: '', reject: '' },
  };
}

function judged({ when, require }: ConditionRule, table: RuleTable, about: Name | undefined): Findings<RuleArgs> {
  const applies = when === null ? null : compileExpression(when, table);
  const holds = compileExpression(require, table);
  const { deals } = table;
  const rows = new Uint32Array(deals.size);
  let [checked, n] = [0, 0];
  for (let row = 0; row < deals.size; row++) {
    if (applies !== null && applies(row) !== TRUE) continue;
    const truth = holds(row);
    if (truth === UNKNOWN) continue;
    checked++;
    if (truth === FALSE) rows[n++] = row;
  }
  return {
    checked,
    rows: rows.slice(0, n),
    describe(row) {
      const shown = about === undefined ? {} : cellShown(deals, about, row);
      return { ...shown, args: { absent: null, value: shown.value ?? '' } };
    },
  };
}

/** The fields of an expression as names, the first one first. */
function fieldNames(expression: Expression): Name[] {
  return namesIn(expression).fields.map((field) => ({ kind: 'name', name: field, field, at: 0, end: 0 }));
}

function conditionText({ when, require }: ConditionRule): Text {
  const required = printCondition(require.condition);
  if (when === null) return { en: `Of all deals: ${required}.`, fa: `درباره‌ی همه‌ی معامله‌ها: ${required}.` };
  const applies = printCondition(when.condition);
  return {
    en: `Of deals with ${applies}: ${required}.`,
    fa: `درباره‌ی معامله‌هایی با ${applies}: ${required}.`,
  };
}

interface RuleArgs {
  /** The column that no file has, where that is the violation. */
  readonly absent: string | null;
  readonly value: string;
}

function isAbsent(args: unknown): args is { readonly absent: string } {
  return (args as RuleArgs).absent !== null;
}

/** Where a rule of the user's own comes from. */
export const OWN = 'your own rule, in the config';

/** What to do about a rule of the user's own. */
export const FIX: Text = {
  en: 'Repair the record in the CRM and export again, or change the rule in the config.',
  fa: 'رکورد را در CRM اصلاح کنید و دوباره خروجی بگیرید، یا قاعده را در پیکربندی تغییر دهید.',
};
