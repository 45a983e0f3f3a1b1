/** What stands in the cells of a table, to be compared and looked for. */

/** The text of a cell, without the definition that it may hide. */
export function cellText(cell: Element): string {
  if (cell.querySelector('.tip') === null) return (cell.textContent ?? '').trim();
  const seen = cell.cloneNode(true) as Element;
  for (const tip of seen.querySelectorAll('.tip')) tip.remove();
  return (seen.textContent ?? '').trim();
}

/** ي and ك of Arabic keyboards are ی and ک; case, marks and joiners do not count, digits of any script are alike. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u200b-\u200f\u2066-\u2069]/gu, '')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .toLowerCase();
}

/** The language that a place of the page is written in. */
export function langOf(element: Element): string {
  return element.closest('[lang]')?.getAttribute('lang') ?? 'en';
}
