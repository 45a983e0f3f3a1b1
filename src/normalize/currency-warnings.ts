import type { LoadWarning } from '../model/load-warnings.js';
import type { CurrencyAccount } from './currencies.js';

const LISTED = 5;

/** What a reader of any amount must know about the currency column of a file. */
export function currencyWarnings({
  file,
  column,
  amount,
  unknown,
  overruled,
  signs,
  own,
}: CurrencyAccount): LoadWarning[] {
  const warnings: LoadWarning[] = [];
  if (unknown.length > 0) {
    const cells = unknown.reduce((sum, { rows }) => sum + rows, 0);
    const shown = unknown.slice(0, LISTED).map(({ text, rows }) => `"${text.slice(0, 40)}" ${rows}`);
    const more = unknown.length > LISTED ? `, … ${unknown.length - LISTED}` : '';
    warnings.push({
      code: 'unknown_currency',
      text: {
        en: `${file}: ${cells} cells of "${column}" name no currency and count as empty (${shown.join(', ')}${more}); --currency CODE says what amounts without one are in.`,
        fa: `${file}: ${cells} سلول از «${column}» نام ارزی نیست و خالی به‌شمار آمد (${shown.join('، ')}${more})؛ با --currency CODE ارز مبلغ‌های بدون ارز را مشخص کنید.`,
      },
      about: { file, column, field: 'currency', count: cells },
    });
  }
  if (own) {
    warnings.push({
      code: 'own_currency',
      text: {
        en: `${file}: "${amount}" is in the company's own currency, so the several of "${column}", those of the deals, say nothing of it; --currency CODE says which it is.`,
        fa: `${file}: «${amount}» به ارز خود شرکت است، پس ارزهای گوناگون «${column}» که ارز معامله‌هاست درباره‌ی آن چیزی نمی‌گوید؛ با --currency CODE آن را مشخص کنید.`,
      },
      about: { file, column, field: 'currency' },
    });
  }
  if (overruled > 0) {
    warnings.push({
      code: 'currency_conflict',
      text: {
        en: `${file}: ${overruled} amounts of "${amount}" name another currency, in its header or in the cell, than "${column}" does; what stands with the amount counts.`,
        fa: `${file}: ${overruled} مبلغ از «${amount}» در سرستون یا در خود سلول ارز دیگری جز «${column}» دارد؛ آنچه کنار مبلغ آمده به‌شمار آمد.`,
      },
      about: { file, column: amount, field: 'amount', count: overruled },
    });
  }
  if (signs > 0) {
    warnings.push({
      code: 'currency_conflict',
      text: {
        en: `${file}: ${signs} amounts of "${amount}" are written with the sign of another currency than "${column}" says; the column counts (--ignore "${column}" takes the sign).`,
        fa: `${file}: ${signs} مبلغ از «${amount}» با نشانه‌ی ارز دیگری جز «${column}» نوشته شده است؛ ستون به‌شمار آمد (با --ignore "${column}" نشانه به‌شمار می‌آید).`,
      },
      about: { file, column: amount, field: 'amount', count: signs },
    });
  }
  return warnings;
}
