import type { BreakdownColumn } from '../analysis/known-then.js';
import type { CategoryColumn } from '../model/column.js';
import { companyKeys, type MergedNames } from '../model/company-name.js';
import type { Dataset } from '../model/dataset.js';

/** A breakdown by the account has one group for each company, however its name is written; any other stays as it is. */
export function accountsTogether(
  { sources, mergedCustomers = [] }: Pick<Dataset, 'sources' | 'mergedCustomers'>,
  by: BreakdownColumn,
): BreakdownColumn {
  const { name, column } = by;
  const isAccount =
    name === 'account' ||
    sources.some(({ columns }) => columns.some((own) => own.column === name && own.field === 'account'));
  return isAccount ? { ...by, column: byCompany(column, mergedCustomers) } : by;
}

/** Names of one company as one value: the first of the user's list, else the writing that most deals have. */
function byCompany(column: CategoryColumn, merged: MergedNames): CategoryColumn {
  const { codes, values } = column;
  const keyOf = companyKeys(merged);
  const counts = new Uint32Array(values.length);
  for (let row = 0; row < codes.length; row++)
    counts[codes[row] as number] = (counts[codes[row] as number] as number) + 1;
  const labels = new Map(merged.flatMap(([first = '']) => (first === '' ? [] : [[keyOf(first), first] as const])));
  const best = new Map<string, number>();
  // A name without a letter is no company that others could be: it stays apart.
  const keys = values.map((value) => keyOf(value) || value);
  keys.forEach((key, code) => {
    const known = best.get(key);
    const more = known === undefined ? 1 : (counts[code] as number) - (counts[known] as number);
    if (more > 0 || (more === 0 && (values[code] as string) < (values[known ?? 0] as string))) best.set(key, code);
  });
  if (best.size === values.length) return column;
  const numberOf = Uint32Array.from(keys, (key, code) => best.get(key) ?? code);
  return {
    codes: codes.map((code) => numberOf[code] as number),
    values: values.map((value, code) => labels.get(keys[code] as string) ?? value),
  };
}
