import { textNumbers } from '../expression/cells.js';
import { columnRuleId } from '../expression/constraints.js';
import type { Name } from '../expression/definition.js';
import { nameCells } from '../expression/name-cells.js';
import { FIX, OWN, type RuleTable } from './condition-rule.js';
import type { Findings, Rule } from './definition.js';
import { cellShown } from './shown.js';

/**
 * A rule of the filled cells of a field or column: violated by every one whose text an earlier deal has already, letter
 * case, spaces and the two kinds of ye, kaf and digits aside.
 */
export function uniqueRule(name: Name, table: RuleTable | null): Rule {
  const { field } = name;
  const isThere = table === null || field !== null || table.deals.extra.has(name.name);
  return {
    id: columnRuleId('unique', name.name),
    title: { en: `${name.name} stands once`, fa: `«${name.name}» تکرار نمی‌شود` },
    dimension: 'uniqueness',
    severity: 'error',
    scope: 'deal',
    condition: {
      en: `Of all deals with ${name.name}, those that repeat it of an earlier deal.`,
      fa: `از همه‌ی معامله‌های دارای «${name.name}»، آن‌هایی که آن را از معامله‌ای پیش‌تر تکرار می‌کنند.`,
    },
    source: OWN,
    needs: field === null ? [] : [field],
    ...(isThere ? {} : { absent: name.name }),
    affects: [],
    check: () => (table === null ? { checked: 0, places: [] } : repeats(name, table)),
    message: {
      en: (args) => `${name.name} stands in row ${(args as First).first} already`,
      fa: (args) => `«${name.name}» پیش‌تر در ردیف ${(args as First).first} آمده است`,
    },
    fix: FIX,
    examples: { accept: '', reject: '' },
  };
}

interface First {
  readonly first: number;
}

function repeats(name: Name, { deals }: RuleTable): Findings<First> {
  const number = textNumbers(nameCells(name, deals), new Map());
  const firstRow: number[] = [];
  const rows = new Uint32Array(deals.size);
  let [checked, n] = [0, 0];
  for (let row = 0; row < deals.size; row++) {
    const value = number(row);
    if (value < 0) continue;
    checked++;
    if (firstRow[value] === undefined) firstRow[value] = row;
    else rows[n++] = row;
  }
  return {
    checked,
    rows: rows.slice(0, n),
    describe: (row) => ({
      ...cellShown(deals, name, row),
      args: { first: deals.place(firstRow[number(row)] ?? row).row },
    }),
  };
}
