/** A contract that the present files keep: their columns, and what these hold. */
import { columnRuleId, constraintsOf, UNEXPECTED_ID } from '../expression/constraints.js';
import type { CivilDay } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import { columnContract, contractKey } from '../quality/custom/contract.js';
import { type ColumnRules, type CustomRules, RULE_ROLES, type RuleRole } from '../quality/custom/definition.js';
import { makeRules } from '../quality/custom/make.js';
import { runRules } from './check.js';
import { ruleTables } from './conditions.js';

/** What each demand of a column is called, so that one that the file itself breaks can be taken back. */
const SAID: Readonly<Record<string, keyof ColumnRules>> = {
  required: 'required',
  type: 'type',
  allowed: 'allowed',
  unique: 'unique',
};

/** The demands that the files meet, each of their columns among them, and no other column. */
export function buildContract(dataset: Dataset, today: CivilDay): Pick<CustomRules, 'columns' | 'unexpectedColumns'> {
  const tables = ruleTables(dataset, { asOf: null, today });
  const columns: Record<string, ColumnRules> = {};
  for (const { role, columns: own } of dataset.sources) {
    const table = role === 'deals' ? tables : tables.beside?.[role as Exclude<RuleRole, 'deals'>];
    if (!(RULE_ROLES as readonly string[]).includes(role) || table === undefined) continue;
    for (const column of own) {
      const key = contractKey(role as RuleRole, column.column);
      columns[key] ??= columnContract(role as RuleRole, column, table);
    }
  }
  return withoutBroken({ columns, unexpectedColumns: 'error' }, dataset, today);
}

/** The contract without what the files themselves break: files of one role may differ in their columns. */
function withoutBroken(
  contract: { readonly columns: Record<string, ColumnRules>; readonly unexpectedColumns: 'error' },
  dataset: Dataset,
  today: CivilDay,
): Pick<CustomRules, 'columns' | 'unexpectedColumns'> {
  const made = makeRules(contract, ruleTables(dataset, { asOf: null, today }));
  const { results } = runRules(dataset, { ...made, asOf: null, today });
  const broken = new Set(results.filter(({ violations }) => violations > 0).map(({ rule }) => rule.id));
  const kept = Object.entries(contract.columns).map(([key, said]) => {
    const wrong = constraintsOf({ ...said }).filter((one) => broken.has(columnRuleId(one, key)));
    const left = Object.entries(said).filter(([name]) => !wrong.some((one) => SAID[one] === name));
    return [key, wrong.includes('absent') ? { optional: true } : Object.fromEntries(left)] as const;
  });
  const columns = Object.fromEntries(kept);
  return broken.has(UNEXPECTED_ID) ? { columns } : { columns, unexpectedColumns: contract.unexpectedColumns };
}
