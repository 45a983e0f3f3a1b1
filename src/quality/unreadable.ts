import type { UnreadableCell } from '../model/deals.js';
import type { DealFieldName } from '../model/fields.js';
import type { DealFindings } from './definition.js';

/**
 * A violation per unreadable cell of the given fields, by deal, then in the order of the fields. `readable` is how many
 * cells could be read. Cells of rows that were left out (repeats of another deal) change no figure and are not judged.
 */
export function unreadableCells(
  cells: readonly UnreadableCell[],
  fields: readonly DealFieldName[],
  readable: number,
): DealFindings<{ text: string }> {
  const rank = new Map(fields.map((field, index) => [field, index]));
  const found = cells.filter(({ deal, field }) => deal >= 0 && rank.has(field));
  const rankOf = ({ field }: UnreadableCell): number => rank.get(field) ?? 0;
  found.sort((a, b) => a.deal - b.deal || rankOf(a) - rankOf(b));
  return {
    checked: readable + found.length,
    rows: Uint32Array.from(found, ({ deal }) => deal),
    describe(_, index) {
      const cell = found[index];
      const text = cell?.text ?? '';
      return { ...(cell === undefined ? {} : { field: cell.field, column: cell.column }), value: text, args: { text } };
    },
  };
}
