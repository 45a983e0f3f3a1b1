import { said } from '../locale/said.js';
import type { LoadWarning } from '../model/load-warnings.js';
import type { CurrencyAccount } from './currencies.js';
import { first, warning } from './warning.js';

const LISTED = 5;
/** Characters of a cell. */
const LONGEST = 40;

/** What a reader of any amount must know about the currency column of a file. */
export function currencyWarnings({
  file,
  column,
  amount,
  unknown,
  overruled,
  signs,
  own,
}: CurrencyAccount): LoadWarning[] {
  const warnings: LoadWarning[] = [];
  if (unknown.length > 0) {
    const cells = unknown.reduce((sum, { rows }) => sum + rows, 0);
    const { shown, more } = first(unknown, LISTED);
    const values = shown.map(({ text, rows }) => ({ text: text.slice(0, LONGEST), rows }));
    const about = { file, column, field: 'currency', count: cells };
    warnings.push(warning(said('unknown_currency', { file, column, cells, values, more }), about));
  }
  if (own) warnings.push(warning(said('own_currency', { file, column, amount }), { file, column, field: 'currency' }));
  const conflict = { file, column, amount };
  const about = { file, column: amount, field: 'amount' };
  if (overruled > 0) {
    const what = said('currency_conflict', { ...conflict, amounts: overruled, counts: 'amount' });
    warnings.push(warning(what, { ...about, count: overruled }));
  }
  if (signs > 0) {
    const what = said('currency_conflict', { ...conflict, amounts: signs, counts: 'column' });
    warnings.push(warning(what, { ...about, count: signs }));
  }
  return warnings;
}
