/** What the figures rest on: warnings, what changes how they are read, how they came about, the files. */
import { countText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import { sourceBlocks } from '../pages/closing.js';
import { kpiRemarks } from '../pages/remarks.js';
import { blocks } from './blocks.js';
import { type Html, html } from './markup.js';
import type { Page } from './page.js';

const WORDS = {
  warnings: { en: 'Warnings', fa: 'هشدارها' },
  reading: { en: 'How to read the figures', fa: 'برای خواندن شاخص‌ها' },
  notes: { en: 'What the figures rest on', fa: 'مبنای شاخص‌ها' },
} as const satisfies Record<string, Text>;
/** So many are read; the others are folded away. */
const SHOWN = 8;
const MORE: { readonly [L in Lang]: (n: string) => string } = { en: (n) => `${n} more`, fa: (n) => `${n} مورد دیگر` };

export function methodHtml(report: Report, page: Page): Html {
  const { lang, options } = page;
  const { reading, method } = kpiRemarks(report.kpis, report.currency, options);
  const warnings = report.warnings.map(({ message }) => page.sentence(message));
  return html`<div class="method">${listHtml(WORDS.warnings[lang], warnings, page)}${listHtml(
    WORDS.reading[lang],
    reading.map(page.words),
    page,
  )}${listHtml(WORDS.notes[lang], method.map(page.words), page)}<div class="part">${blocks(sourceBlocks(report, options), page)}</div></div>`;
}

function listHtml(title: string, items: readonly Html[], page: Page): Html | null {
  if (items.length === 0) return null;
  const all = items.map((item) => html`<li>${item}</li>`);
  const rest = all.length - SHOWN;
  // A fold for one more is longer than the line it hides.
  if (rest < 2) return html`<div class="part"><h3>${title}</h3><ul>${all}</ul></div>`;
  return html`<div class="part"><h3>${title}</h3><ul>${all.slice(0, SHOWN)}</ul><details><summary>${MORE[page.lang](
    countText(rest, page.lang),
  )}</summary><ul>${all.slice(SHOWN)}</ul></details></div>`;
}
