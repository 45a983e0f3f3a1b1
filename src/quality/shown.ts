import type { Name } from '../expression/definition.js';
import { inFiles } from '../expression/name-cells.js';
import { isoDay, NO_DAY } from '../model/civil-day.js';
import { type CategoryColumn, type CodedNumbers, categoryAt, numbersIn } from '../model/column.js';
import type { Deals } from '../model/deals.js';
import { DEAL_FIELDS } from '../model/fields.js';
import { OUTCOMES } from '../model/outcome.js';
import { cellText, type TextColumn } from '../model/text-column.js';
import type { Violation } from './definition.js';

/** The field or column of a violation, and its value in a row; no value where the cell is empty. */
export function cellShown(
  deals: Deals,
  named: Name,
  row: number,
): Pick<Violation<unknown>, 'field' | 'column' | 'value'> {
  const { name, field } = inFiles(named, deals);
  if (field === null) {
    const column = deals.extra.get(name);
    const value = column === undefined ? '' : categoryAt(column, row);
    return value === '' ? { column: name } : { column: name, value };
  }
  const value = fieldText(deals, field, row);
  return value === '' ? { field } : { field, value };
}

function fieldText(deals: Deals, field: NonNullable<Name['field']>, row: number): string {
  if (field === 'outcome') return OUTCOMES[deals.column('outcome')[row] ?? 3] ?? '';
  const column: unknown = deals.column(field);
  const kind = field === 'customer' ? 'category' : DEAL_FIELDS[field].kind;
  if (kind === 'category') return categoryAt(column as CategoryColumn, row);
  if (kind === 'text') return cellText(column as TextColumn, row).trim();
  const value = numbersIn(column as ArrayLike<number> | CodedNumbers)(row) ?? Number.NaN;
  if (kind === 'day') return value === NO_DAY ? '' : isoDay(value);
  if (kind === 'boolean') return value === -1 ? '' : value === 1 ? 'yes' : 'no';
  return Number.isNaN(value) ? '' : String(value);
}
