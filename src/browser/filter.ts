/** A field above a table narrows it to the rows that hold its words; how many are left is said aloud. */
import { cellText, folded, langOf } from './cells.js';

export function startFilters(): void {
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset['filter'] !== undefined) narrow(target);
  });
}

function narrow(field: HTMLInputElement): void {
  const id = field.dataset['filter'] ?? '';
  const rows = document.querySelectorAll<HTMLTableRowElement>(`#${CSS.escape(id)} > tbody > tr:not(.grp)`);
  const wanted = folded(field.value).split(/\s+/);
  let shown = 0;
  for (const row of rows) {
    const text = folded([...row.cells].map(cellText).join('\n'));
    row.hidden = !wanted.every((word) => text.includes(word));
    if (!row.hidden) shown++;
  }
  const status = document.querySelector(`[data-status="${CSS.escape(id)}"]`);
  if (status === null) return;
  const { format } = new Intl.NumberFormat(langOf(field) === 'fa' ? 'fa-IR' : 'en');
  status.textContent = field.value.trim() === '' ? format(rows.length) : `${format(shown)} / ${format(rows.length)}`;
}
