/** Tables sort by their heads: numbers begin with the largest, words with the first; empty cells stand last. */
import { cellText, folded, langOf } from './cells.js';

export function startSorting(): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('th button') : null;
    const head = button?.closest('th');
    const table = head?.closest('table');
    if (head && table?.hasAttribute('data-sortable')) sortBy(table, head);
  });
}

function sortBy(table: HTMLTableElement, head: HTMLTableCellElement): void {
  const body = table.tBodies[0];
  if (body === undefined) return;
  const isNumber = head.dataset['kind'] === 'number';
  const was = head.getAttribute('aria-sort');
  const order =
    was === null ? (isNumber ? 'descending' : 'ascending') : was === 'ascending' ? 'descending' : 'ascending';
  for (const other of head.parentElement?.children ?? []) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', order);
  const turn = order === 'ascending' ? 1 : -1;
  const words = new Intl.Collator(langOf(table), { numeric: true });
  const rows = [...body.rows].map((row) => ({ row, value: sortKey(row.cells[head.cellIndex], isNumber) }));
  // Rows that are alike keep their order.
  rows.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    if (typeof a.value === 'number' && typeof b.value === 'number') return (a.value - b.value) * turn;
    return words.compare(String(a.value), String(b.value)) * turn;
  });
  body.append(...rows.map(({ row }) => row));
}

/** Null where there is nothing to sort by: an empty cell, or a dash that stands for one. */
function sortKey(cell: HTMLTableCellElement | undefined, isNumber: boolean): number | string | null {
  if (cell === undefined) return null;
  const text = cell.dataset['v'] ?? cellText(cell);
  if (/^[-\u2013\u2014]?$/.test(text)) return null;
  if (!isNumber) return folded(text);
  const value = Number(folded(text).replace('\u2212', '-'));
  return Number.isNaN(value) ? null : value;
}
