/** The digits of a figure large, what they are counted in small. */
import { compactFigure } from '../../../locale/compact.js';
import type { Text } from '../../../locale/text.js';
import { currencyWords } from '../../pages/figures.js';
import { type Html, html } from '../markup.js';
import type { Page } from '../page.js';

const DAYS: Text = { en: ' days', fa: ' روز' };

export function largeNumber(
  value: number,
  { unit, currency }: { readonly unit: string; readonly currency: string | null },
  page: Page,
): Html {
  const { lang } = page;
  const shown = compactFigure(value, unit, lang);
  const [, digits = shown.number, scale = ''] = /^(\S+)(.*)$/s.exec(shown.number) ?? [];
  const isMoney = unit === 'money' || unit === 'money_per_day';
  const name = isMoney && currency !== null && currency !== '' ? [' ', currencyWords(currency, lang)] : [];
  const measured = unit === 'days' ? DAYS[lang] : shown.unit;
  return html`<div class="num">${digits}<small>${page.words([scale, ...name, measured])}</small></div>`;
}
