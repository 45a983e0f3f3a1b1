import { type Cells, textNumbers } from '../../expression/cells.js';
import { compileExpression } from '../../expression/compile.js';
import type { Expression, Name } from '../../expression/definition.js';
import { nameCells } from '../../expression/name-cells.js';
import type { ExpressionTable } from '../../expression/table.js';
import { TRUE } from '../../expression/truth.js';
import { cellShown } from '../shown.js';
import type { Groups } from './aggregate-values.js';
import type { RuleTable } from './definition.js';

/** Groups with their names. */
export interface NamedGroups extends Groups {
  /** What the records of a group have in common: `owner = Sara`; '' where there is one group of all. */
  label(group: number): string;
}

const EMPTY = '(blank)';

/** The records for which `when` is true, by the values of some columns; all of them are one group without. */
export function groupsOf(by: readonly Name[], when: Expression | null, table: RuleTable): NamedGroups {
  const { deals } = table;
  const of = new Int32Array(deals.size).fill(-1);
  const applies = when === null ? null : compileExpression(when, table);
  if (by.length === 0) {
    for (let row = 0; row < deals.size; row++) if (applies === null || applies(row) === TRUE) of[row] = 0;
    return { size: 1, of, label: () => '' };
  }
  const numbers = by.map((name) => textNumbers(nameCells(name, deals) satisfies Cells, new Map()));
  const known = new Map<string, number>();
  const first: number[] = [];
  for (let row = 0; row < deals.size; row++) {
    if (applies !== null && applies(row) !== TRUE) continue;
    const key = numbers.map((number) => number(row)).join(' ');
    let group = known.get(key);
    if (group === undefined) {
      group = known.size;
      known.set(key, group);
      first.push(row);
    }
    of[row] = group;
  }
  const value = (name: Name, group: number): string => cellShown(deals, name, first[group] ?? 0).value ?? EMPTY;
  return {
    size: known.size,
    of,
    label: (group) => by.map((name) => `${name.name} = ${value(name, group)}`).join(', '),
  };
}

/** The groups as a condition sees them: how many, and the currency that the amounts of each are in, where it is one. */
export function groupTable(table: RuleTable, { size, of }: Groups): ExpressionTable {
  const { codes, values } = table.deals.column('currency');
  const currency = new Uint32Array(size);
  const mixed = new Uint8Array(size);
  for (let row = 0; row < of.length; row++) {
    const [group, code] = [of[row] as number, codes[row] as number];
    if (group < 0 || code === 0 || mixed[group] === 1) continue;
    if (currency[group] === 0) currency[group] = code;
    else if (currency[group] !== code) {
      currency[group] = 0;
      mixed[group] = 1;
    }
  }
  const column = { codes: currency, values };
  return { ...table, deals: { size, extra: new Map(), has: () => true, column: () => column as never } };
}
