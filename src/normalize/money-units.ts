import type { CategoryColumn, NumberColumn } from '../model/column.js';
import { copyOf } from '../model/shared-memory.js';

/** A toman is ten rials; both are written for the same money in one company's files. */
const RIALS_PER_TOMAN = 10;

/**
 * Amounts of one unit where a file, or several files together, write both rials and tomans: tomans become rials, which
 * is exact. Null where there is nothing to unify.
 */
export function unifyRials(
  amount: NumberColumn | undefined,
  currency: CategoryColumn | undefined,
): { readonly amount: NumberColumn; readonly currency: CategoryColumn; readonly converted: number } | null {
  const toman = currency?.values.indexOf('IRT') ?? -1;
  const rial = currency?.values.indexOf('IRR') ?? -1;
  if (amount === undefined || currency === undefined || toman < 0 || rial < 0) return null;
  const codes = copyOf(currency.codes);
  const amounts = copyOf(amount);
  let converted = 0;
  let rials = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row];
    if (code === rial && !Number.isNaN(amounts[row] ?? Number.NaN)) rials++;
    if (code !== toman) continue;
    codes[row] = rial;
    const value = amounts[row] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    amounts[row] = value * RIALS_PER_TOMAN;
    converted++;
  }
  return rials === 0 || converted === 0 ? null : { amount: amounts, currency: { ...currency, codes }, converted };
}
