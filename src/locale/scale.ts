/** One scale for a column of money, so that its cells are bare numbers and the unit stands in the header once. */
import { currencyName } from './currencies.js';
import { decimalText } from './numbers.js';
import type { Lang, Text } from './text.js';

export interface MoneyScale {
  readonly size: number;
  readonly name: Text;
}

const PLAIN: MoneyScale = { size: 1, name: { en: '', fa: '' } };
const SCALES: readonly MoneyScale[] = [
  { size: 1e12, name: { en: 'T', fa: 'تریلیون' } },
  { size: 1e9, name: { en: 'B', fa: 'میلیارد' } },
  { size: 1e6, name: { en: 'M', fa: 'میلیون' } },
  { size: 1e3, name: { en: 'k', fa: 'هزار' } },
];
/** A column whose largest value is smaller is written out. */
const SCALED_FROM = 10_000;
/** The smallest value of a column keeps so much of its scale; else the next smaller scale holds for all. */
const LEAST_PART = 0.01;
/** Significant figures of a cell, as where people compare. */
const FIGURES = 3;

/** The scale that suits all values of a column: that of the largest, or the one below where it would hide the smallest. */
export function moneyScale(values: Iterable<number | null>): MoneyScale {
  let [most, least] = [0, Number.POSITIVE_INFINITY];
  for (const value of values) {
    const size = Math.abs(value ?? 0);
    if (!(size > 0) || !Number.isFinite(size)) continue;
    most = Math.max(most, size);
    least = Math.min(least, size);
  }
  if (most < SCALED_FROM) return PLAIN;
  const at = SCALES.findIndex(({ size }) => most >= size);
  const below = SCALES[at + 1];
  const own = SCALES[at] ?? PLAIN;
  return below !== undefined && least / own.size < LEAST_PART ? below : own;
}

/** A value in a scale, bare: `2.13`, `425`, `1,070`; `0.5` of what is written out stays a whole number. */
export function scaledText(value: number, { size }: Pick<MoneyScale, 'size'>, lang: Lang): string {
  const scaled = value / size;
  if (size === 1) return decimalText(value, 0, lang);
  const whole = Math.floor(Math.abs(scaled)).toString().length;
  return decimalText(scaled, Math.max(0, FIGURES - whole), lang);
}

/** What stands in the header: `میلیون تومان`, `M EUR`; '' where there is neither scale nor currency. */
export function unitText({ name }: MoneyScale, currency: string | null, lang: Lang): string {
  const money = currency === null || currency === '' ? '' : currencyName(currency, lang);
  return [name[lang], money].filter((part) => part !== '').join(' ');
}
