/** What sentences in English are put together from. */
import { countText } from '../numbers.js';

export function number(n: number): string {
  return countText(n, 'en');
}

/** `1 row`, `1,200 rows`. */
export function many(n: number, one: string, several: string): string {
  return `${number(n)} ${n === 1 ? one : several}`;
}

/** `"Owner", "Stage"`. */
export function quoted(names: readonly string[], comma = ', '): string {
  return names.map((name) => `"${name}"`).join(comma);
}

/** `"Owner", "Stage" and 3 more`. */
export function listed(names: readonly string[], more: number): string {
  return `${names.join(', ')}${more === 0 ? '' : ` and ${number(more)} more`}`;
}

/** ` (row 3, 8, …)`; nothing where no row is known. */
export function inRows(rows: readonly number[], count: number): string {
  return rows.length === 0 ? '' : ` (row ${rows.join(', ')}${count > rows.length ? ', …' : ''})`;
}

/** A share of one as whole per cent, with a space that breaks no line: `27 %`. */
export function percent(share: number): string {
  return `${number(Math.round(share * 100))}\u00a0%`;
}
