/** What a file's columns hold today, as the demands that tomorrow's file has to meet. */
import { textNumbers } from '../../expression/cells.js';
import { inFiles, nameCells } from '../../expression/name-cells.js';
import { FALSE, TRUE } from '../../expression/truth.js';
import { foldText } from '../../locale/fold.js';
import type { ColumnAccount } from '../../model/dataset.js';
import { ruledColumn } from './column-rules.js';
import { typeTest } from './column-type.js';
import { type ColumnRules, type ColumnType, RULE_ROLES, type RuleRole, type RuleTable } from './definition.js';

/** More values than these are no list that anybody would keep up. */
const MOST_ALLOWED = 12;
const LONGEST_ALLOWED = 60;
/** A value that is to be one of a few stands for several records. */
const FEWEST_PER_VALUE = 2;
/** Names of people, companies and things: new ones come every week. */
const NAMES: ReadonlySet<string> = new Set([
  ...['id', 'name', 'account', 'account_id', 'contact', 'contact_email', 'contact_phone', 'owner', 'lead_id'],
  ...['company', 'email', 'customer', 'customer_id', 'converted_deal_id'],
]);
/** Fields whose values may have decimals tomorrow, whatever they are today. */
const DECIMALS: ReadonlySet<string> = new Set(['amount', 'probability', 'unit_price', 'quantity']);
const TRIED: readonly ColumnType[] = ['integer', 'number', 'date', 'email', 'url', 'phone', 'boolean'];

/** A column of a file, as it was understood. */
export type UnderstoodColumn = Pick<ColumnAccount, 'column' | 'field'>;

/** The key of a column in `columns`: its header, behind its role where that is not deals. */
export function contractKey(role: RuleRole, header: string): string {
  const takenForRole = RULE_ROLES.some((one) => header.startsWith(`${one}.`));
  return role === 'deals' && !takenForRole ? header : `${role}.${header}`;
}

/** What a column holds: whether it is always filled, of which type, which few values, each once. */
export function columnContract(role: RuleRole, { column, field }: UnderstoodColumn, table: RuleTable): ColumnRules {
  const { deals } = table;
  const name = inFiles(ruledColumn(contractKey(role, column), {}).name, deals);
  const number = textNumbers(nameCells(name, deals), new Map());
  const distinct = new Map<number, number>();
  let filled = 0;
  for (let row = 0; row < deals.size; row++) {
    const value = number(row);
    if (value < 0) continue;
    filled++;
    if (!distinct.has(value)) distinct.set(value, row);
  }
  if (filled === 0) return {};
  const type = TRIED.find((one) => isAll(one, field, name, table));
  const unique = field === 'id' && distinct.size === filled;
  const few = distinct.size <= MOST_ALLOWED && filled >= distinct.size * FEWEST_PER_VALUE;
  const allowed =
    few && (type === undefined || type === 'boolean') && !NAMES.has(field ?? '') ? valuesOf(name, distinct, table) : [];
  return {
    ...(filled === deals.size ? { required: true } : {}),
    ...(type === undefined || unique ? {} : { type }),
    ...(allowed.length === 0 ? {} : { allowed }),
    ...(unique ? { unique } : {}),
  };
}

type Name = ReturnType<typeof ruledColumn>['name'];

function isAll(type: ColumnType, field: string | null, name: Name, table: RuleTable): boolean {
  if (type === 'integer' && DECIMALS.has(field ?? '')) return false;
  const holds = typeTest(type, name, table);
  let some = false;
  for (let row = 0; row < table.deals.size; row++) {
    const truth = holds(row);
    if (truth === FALSE) return false;
    some ||= truth === TRUE;
  }
  return some;
}

/** The values as they are written, in the order in which they are met; none where one is a sentence. */
function valuesOf(name: Name, distinct: ReadonlyMap<number, number>, { deals }: RuleTable): string[] {
  const cells = nameCells(name, deals);
  if (cells.kind !== 'coded') return [];
  const values = [...distinct.values()].map((row) => cells.values[cells.codes[row] as number] ?? '');
  return values.some((value) => value.length > LONGEST_ALLOWED || foldText(value) === '') ? [] : values;
}
