import type { Role } from '../model/fields.js';
import { headerScore, recognize } from './recognize.js';

/** What a row of a sheet is worth by what the sheet holds: deals before what stands beside them in a workbook. */
const WORTH: Partial<Record<Role, number>> = { deals: 1, orders: 1, subscriptions: 1, leads: 0.05, history: 0.05 };
/** Lists of people, companies, products, stages. */
const BESIDE = 0.001;
/** Known names that make a table; a list of stages and their probabilities has two. */
const ENOUGH = 5;

/**
 * How likely a sheet with these columns is the one that is meant, 0…1 a row: a short list of deals is meant before a
 * long list of stages or contacts. @param asked the role that the user said the file has
 */
export function sheetScore(columns: readonly string[], asked?: Role): number {
  const share = headerScore(columns);
  if (share === 0) return 0;
  const known = share * columns.filter((column) => column.trim() !== '').length;
  const { role } = recognize(columns);
  const worth = asked === undefined || asked === 'deals' ? (WORTH[role] ?? BESIDE) : role === asked ? 1 : BESIDE;
  return share * Math.min(1, known / ENOUGH) * worth;
}
