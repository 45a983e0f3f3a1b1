/** Words that several insights share. Numbers are written as everywhere else. */
import { countText, moneyText, pointsText, ratioText, relativeText } from '../locale/numbers.js';
import { LANGS, type Lang, type Text } from '../locale/text.js';
import type { Interval } from '../stats/interval.js';

/** A text from a sentence per language. */
export function sentence(write: (lang: Lang) => string): Text {
  return Object.fromEntries(LANGS.map((lang) => [lang, write(lang)])) as { [L in Lang]: string };
}

/** `12,000 USD`; without a currency the number alone. */
export function money(value: number, currency: string | null, lang: Lang): string {
  return currency === null || currency === '' ? moneyText(value, lang) : `${moneyText(value, lang)} ${currency}`;
}

/** `3.0 % to 18.2 %`. */
export function ratioRange({ low, high }: Pick<Interval, 'low' | 'high'>, lang: Lang): string {
  return between(ratioText(low, lang), ratioText(high, lang), lang);
}

/** `+3.0 pp to +18.2 pp`. */
export function pointsRange({ low, high }: Pick<Interval, 'low' | 'high'>, lang: Lang): string {
  return between(pointsText(low, lang), pointsText(high, lang), lang);
}

/** `−12.0 % to −3.0 %`, of relative changes. */
export function relativeRange({ low, high }: Pick<Interval, 'low' | 'high'>, lang: Lang): string {
  return between(relativeText(low, lang), relativeText(high, lang), lang);
}

/** `12,000 to 80,000`. */
export function moneyRange({ low, high }: Pick<Interval, 'low' | 'high'>, currency: string | null, lang: Lang): string {
  return between(moneyText(low, lang), money(high, currency, lang), lang);
}

function between(low: string, high: string, lang: Lang): string {
  return lang === 'fa' ? `${low} تا ${high}` : `${low} to ${high}`;
}

/** `3 deals`, `1 deal`. */
export function deals(n: number, lang: Lang): string {
  if (lang === 'fa') return `${countText(n, lang)} معامله`;
  return `${countText(n, lang)} ${n === 1 ? 'deal' : 'deals'}`;
}

/** An empty cell has a name too. */
export function segmentName(value: string, lang: Lang): string {
  if (value !== '') return value;
  return { en: '(empty)', fa: '(خالی)' }[lang];
}
