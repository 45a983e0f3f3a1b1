/** A field above a table narrows it to the rows that hold its text; how many are left is said aloud. */

export function startFilters(): void {
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset['filter'] !== undefined) narrow(target);
  });
}

function narrow(field: HTMLInputElement): void {
  const id = field.dataset['filter'] ?? '';
  const rows = document.querySelectorAll<HTMLTableRowElement>(`#${CSS.escape(id)} > tbody > tr`);
  const wanted = folded(field.value.trim());
  let shown = 0;
  for (const row of rows) {
    const fits = folded(row.textContent ?? '').includes(wanted);
    row.hidden = !fits;
    if (fits) shown++;
  }
  const status = document.querySelector(`[data-status="${CSS.escape(id)}"]`);
  if (status === null) return;
  const lang = field.closest('[lang]')?.getAttribute('lang') ?? 'en';
  const number = new Intl.NumberFormat(lang === 'fa' ? 'fa-IR' : 'en');
  status.textContent = wanted === '' ? '' : `${number.format(shown)} / ${number.format(rows.length)}`;
}

/** ي and ك of Arabic keyboards are ی and ک; case and marks do not count, digits of either script are alike. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u200b-\u200f\u2066-\u2069]/gu, '')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .toLowerCase();
}
