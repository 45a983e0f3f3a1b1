import { type Cells, textNumbers } from '../../expression/cells.js';
import { compileExpression } from '../../expression/compile.js';
import type { Name } from '../../expression/definition.js';
import { nameCells } from '../../expression/name-cells.js';
import { TRUE } from '../../expression/truth.js';
import type { Findings, Rule } from '../definition.js';
import { cellShown } from '../shown.js';
import { ABSENT, isAbsent } from './absence.js';
import type { RuleTable } from './definition.js';
import type { Told } from './message.js';
import { type TestRule, testRule } from './test-rule.js';

/**
 * A rule of the records whose cells of the given columns are all filled: violated by every one that has the same as an
 * earlier record in all of them, letter case, spaces and the two kinds of ye, kaf and digits aside.
 */
export function uniqueRule(
  names: readonly Name[],
  { table, ...rule }: Omit<TestRule, 'holds' | 'message'> & { readonly table: RuleTable | null },
  said: Partial<Pick<TestRule, 'message'>>,
): Rule {
  const [en, fa] = [names.map(({ name }) => name).join(' and '), names.map(({ name }) => `«${name}»`).join(' و ')];
  // What a test rule does with columns that are not there holds here, too.
  const made = testRule({ ...rule, holds: () => () => TRUE, message: { en: () => '', fa: () => '' } }, table);
  return {
    ...made,
    dimension: 'uniqueness',
    check(context): Findings<unknown> {
      const found = made.check(context);
      return table === null || found.checked === 0 || 'places' in found ? found : repeats(names, rule, table);
    },
    message: {
      en: (args) =>
        isAbsent(args)
          ? ABSENT.en(args)
          : (said.message?.en(args as First) ??
            `${en} ${names.length === 1 ? 'stands' : 'stand together'} in row ${(args as First).first} already`),
      fa: (args) =>
        isAbsent(args)
          ? ABSENT.fa(args)
          : (said.message?.fa(args as First) ?? `${fa} پیش‌تر در ردیف ${(args as First).first} آمده است`),
    },
  };
}

interface First extends Told {
  readonly first: number;
}

function repeats(names: readonly Name[], { when }: Pick<TestRule, 'when'>, table: RuleTable): Findings<First> {
  const { deals } = table;
  const applies = when === null ? null : compileExpression(when, table);
  const number = numberOf(names.map((name) => nameCells(name, deals)));
  const [about] = names;
  const firstRow: number[] = [];
  const rows = new Uint32Array(deals.size);
  let [checked, n] = [0, 0];
  for (let row = 0; row < deals.size; row++) {
    if (applies !== null && applies(row) !== TRUE) continue;
    const value = number(row);
    if (value < 0) continue;
    checked++;
    if (firstRow[value] === undefined) firstRow[value] = row;
    else rows[n++] = row;
  }
  return {
    checked,
    rows: rows.slice(0, n),
    describe: (row) => {
      const value = names.map((name) => cellShown(deals, name, row).value ?? '').join(' | ');
      const told = { value, row: deals.place(row).row, column: names.map(({ name }) => name).join(', ') };
      return {
        ...(about === undefined ? {} : cellShown(deals, about, row)),
        value,
        args: { ...told, first: deals.place(firstRow[number(row)] ?? row).row },
      };
    },
  };
}

/** A number per record that is equal where all cells are; −1 where one of them is empty. */
function numberOf(columns: readonly Cells[]): (row: number) => number {
  const [first, ...others] = columns.map((cells) => textNumbers(cells, new Map()));
  return others.reduce((left, right) => paired(left, right), first ?? (() => -1));
}

function paired(left: (row: number) => number, right: (row: number) => number): (row: number) => number {
  const known = new Map<string, number>();
  return (row) => {
    const [a, b] = [left(row), right(row)];
    if (a < 0 || b < 0) return -1;
    const key = `${a} ${b}`;
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  };
}
