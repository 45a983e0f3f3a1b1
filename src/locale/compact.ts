/**
 * Numbers as a person says and compares them: three significant figures, shares and changes as precise as a sentence
 * needs. Every digit stands in JSON, CSV, explanations and the full detail.
 */
import { currencyName } from './currencies.js';
import { countText, decimalText, type Figure, figure, moneyText } from './numbers.js';
import type { Lang, Text } from './text.js';
import type { Unit } from './units.js';

const SCALES: readonly { readonly size: number; readonly name: Text }[] = [
  { size: 1e3, name: { en: ' k', fa: ' هزار' } },
  { size: 1e6, name: { en: ' M', fa: ' میلیون' } },
  { size: 1e9, name: { en: ' B', fa: ' میلیارد' } },
];
const LARGEST = { size: 1e12, name: { en: ' T', fa: ' تریلیون' } };
/** Below, a number is whole, and as short as with a scale. */
const WHOLE_UP_TO = 10_000;
/** Below, cents are said. */
const CENTS_UP_TO = 100;
const PERCENT: Text = { en: ' %', fa: '٪' };
/** A share or change under so many per cent has a decimal, lest 0.4 % become nothing. */
const DECIMAL_UP_TO = 10;

/** `2.98 M`, `99.5 k`, `373 k`; whole below 10,000 (`2,373`), with cents below 100 (`12.50`). */
export function compactText(value: number, lang: Lang): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return moneyText(value, lang);
  if (Math.round(size) < WHOLE_UP_TO) {
    return size < CENTS_UP_TO ? moneyText(value, lang) : decimalText(value, 0, lang);
  }
  const scale = scaleOf(size);
  const scaled = value / scale.size;
  const whole = Math.floor(Number(Math.abs(scaled).toPrecision(3))).toString().length;
  return decimalText(scaled, Math.max(0, 3 - whole), lang) + scale.name[lang];
}

/** {@link compactText} with its currency behind it, where there is one. */
export function compactMoney(value: number, currency: string | null, lang: Lang): string {
  const text = compactText(value, lang);
  return currency === null || currency === '' ? text : `${text} ${currencyName(currency, lang)}`;
}

/** A share in a sentence: `61 %`. Only none is `0 %` and only all is `100 %`. */
export function shareText(share: number, lang: Lang): string {
  const percent = Math.round(share * 100);
  if (share > 0 && percent === 0) return `<${countText(1, lang)}${PERCENT[lang]}`;
  if (share < 1 && percent === 100) return `>${countText(99, lang)}${PERCENT[lang]}`;
  return countText(percent, lang) + PERCENT[lang];
}

/** How much more or less, without a sign: `3.4 %`, `16 %`. */
export function percentText(ratio: number, lang: Lang): string {
  const percent = Math.abs(ratio) * 100;
  return decimalText(percent, Number(percent.toFixed(1)) < DECIMAL_UP_TO ? 1 : 0, lang) + PERCENT[lang];
}

const DAYS: Text = { en: ' d', fa: ' روز' };

/**
 * A KPI's value as tables for comparing show it: {@link compactText} for money, one decimal for means of days, so that
 * a column of them lines up; counts and shares as they are.
 */
export function compactFigure(value: number, unit: Unit | (string & {}), lang: Lang): Figure {
  const exact = figure(value, unit, lang);
  if (!Number.isFinite(value)) return exact;
  switch (unit) {
    case 'money':
    case 'money_per_day':
      return { ...exact, number: compactText(value, lang) };
    case 'days':
      return { number: decimalText(value, 1, lang), unit: DAYS[lang] };
    default:
      return exact;
  }
}

/** The scale that the largest of several values is said in: 1,000 and ` k` for 323,000; 1 and `''` below 10,000. */
export function scaleFor(largest: number, lang: Lang): { readonly size: number; readonly name: string } {
  const size = Math.abs(largest);
  if (!(Math.round(size) >= WHOLE_UP_TO) || !Number.isFinite(size)) return { size: 1, name: '' };
  const scale = scaleOf(size);
  return { size: scale.size, name: scale.name[lang] };
}

// 999,960 is 1.00 M, not 1,000 k: the scale is chosen after rounding.
function scaleOf(size: number): (typeof SCALES)[number] {
  return SCALES.find(({ size: step }) => Number((size / step).toPrecision(3)) < 1000) ?? LARGEST;
}
