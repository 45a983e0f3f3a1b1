/** The waterfall of each group, as the document has it. */
import type { Comparison } from '../../../analysis/snapshots/compare.js';
import type { Grouping } from '../../../analysis/snapshots/groups.js';
import type { CategoryColumn } from '../../../model/column.js';
import type { Dataset } from '../../../model/dataset.js';
import type { DealField } from '../../../model/deals.js';
import { DEAL_FIELDS, dealFieldTitled } from '../../../model/fields.js';
import { breakdownColumn } from '../../measure-request.js';
import type { SectionContext } from '../context.js';
import { waterfallEntry } from './changes-pairs.js';
import type { Changes } from './changes-schema.js';

/** By what a comparison is split where nobody says. */
const USUAL = 'owner';

/**
 * What the first and the last export are split by: fields or columns of names that the last one has. Of what else
 * breakdowns are by (ages, ranges, time) nothing is said to have changed.
 */
export function groupingsOf({ by, snapshots }: SectionContext): Grouping[] {
  const [first, last] = [snapshots[0]?.dataset, snapshots[snapshots.length - 1]?.dataset];
  if (first === undefined || last === undefined) return [];
  const asked = by.length > 0 ? by : last.deals.has(USUAL) && first.deals.has(USUAL) ? [[USUAL]] : [];
  return asked.flatMap((names): Grouping[] => {
    const columns = names.map((name) => ({ before: columnOf(first, name), after: columnOf(last, name) }));
    return columns.every(({ after }) => after !== null) ? [{ by: names, columns }] : [];
  });
}

function columnOf({ deals, sources }: Dataset, name: string): CategoryColumn | null {
  const known = ['customer', 'outcome', ...Object.keys(DEAL_FIELDS)].filter((field) => deals.has(field as DealField));
  const isThere = deals.extra.has(name) || known.includes(name) || dealFieldTitled(name, known) !== null;
  return isThere ? breakdownColumn(deals, name, sources).column : null;
}

/** A row for each group and currency. */
export function groupEntries({ groups, money }: Comparison): Changes['groups'] {
  return groups.map(({ by, groups: own, regrouped }) => ({
    by: [...by],
    regrouped,
    groups: own.flatMap(({ key, waterfalls }) =>
      waterfalls.map((one) => ({ key: [...key], ...waterfallEntry(one, money.currencies) })),
    ),
  }));
}
