/**
 * How numbers are shown to people. Everything is written out here, so that the machine's locale changes nothing.
 * Rounding is to nearest; zero never has a sign; what is not a finite number is shown as `n/a`.
 */
import { localDigits } from './digits.js';
import { withoutTrailing } from './edges.js';
import type { Lang, Text } from './text.js';
import type { Unit } from './units.js';

/** What stands where there is no number. */
export const NOT_AVAILABLE: Text = { en: 'n/a', fa: 'نامعلوم' };

/** U+2212: unlike a hyphen it is as wide as `+`, and no line breaks after it. */
const MINUS = '\u2212';
const MARKS = {
  en: { group: ',', decimal: '.' },
  fa: { group: '\u066c', decimal: '\u066b' },
} as const satisfies { [L in Lang]: unknown };
const PERCENT: Text = { en: ' %', fa: '٪' };
const POINTS: Text = { en: ' pp', fa: ' واحد درصد' };
/** Money of this size and more is shown without its cents. */
const WHOLE_MONEY_FROM = 1_000;

/** A number and what follows it, apart, so that a range can say the unit once. */
export interface Figure {
  readonly number: string;
  /** With its leading space: `' %'`, `' days'`; `''` for counts and money (the currency is the caller's). */
  readonly unit: string;
}

/** `8,800`; `۸٬۸۰۰`. */
export function countText(value: number, lang: Lang): string {
  return decimalText(value, 0, lang);
}

/** Money without its currency: `10,005,534`, and `12.50` where cents matter. */
export function moneyText(value: number, lang: Lang): string {
  const whole = Number.isInteger(value) || Math.abs(value) >= WHOLE_MONEY_FROM;
  return decimalText(value, whole ? 0 : 2, lang);
}

/**
 * A ratio 0…1 as per cent, one decimal: `63.2 %`. Only 0 is `0.0 %` and only 1 is `100.0 %`: what would be rounded
 * to them is shown as `<0.1 %` and `>99.9 %`.
 */
export function ratioText(value: number, lang: Lang): string {
  const { number, unit } = ratio(value, lang);
  return number + unit;
}

/** The difference of two ratios in percentage points, signed: `+3.1 pp`; 0 is `0.0 pp`. */
export function pointsText(difference: number, lang: Lang): string {
  return withUnit(signed(difference * 100, 1, lang), POINTS[lang], difference, lang);
}

/** A relative change, signed: `+5.0 %` for 0.05. */
export function relativeText(change: number, lang: Lang): string {
  return withUnit(signed(change * 100, 1, lang), PERCENT[lang], change, lang);
}

/** Days with at most one decimal: `51.8 days`, `1 day`. */
export function daysText(value: number, lang: Lang): string {
  const { number, unit } = days(value, lang);
  return number + unit;
}

/** A signed number with at most one decimal, without its unit: `+12`, `−3.5`. */
export function differenceText(difference: number, lang: Lang): string {
  return signed(difference, 1, lang, true);
}

/** A KPI's value in its unit, to its last digit that says something. An unknown unit is a plain number. */
export function figure(value: number, unit: Unit | (string & {}), lang: Lang): Figure {
  if (!Number.isFinite(value)) return { number: NOT_AVAILABLE[lang], unit: '' };
  switch (unit) {
    case 'count':
      return { number: countText(value, lang), unit: '' };
    case 'ratio':
      return ratio(value, lang);
    case 'money':
      return { number: moneyText(value, lang), unit: '' };
    case 'money_per_day':
      return { number: moneyText(value, lang), unit: { en: ' per day', fa: ' در روز' }[lang] };
    case 'days':
      return days(value, lang);
    case 'per_year':
      return { number: decimalText(value, 1, lang), unit: { en: ' per year', fa: ' در سال' }[lang] };
    default:
      return { number: decimalText(value, 2, lang, true), unit: '' };
  }
}

function ratio(value: number, lang: Lang): Figure {
  const rounded = decimalText(value * 100, 1, lang);
  if (!Number.isFinite(value)) return { number: rounded, unit: '' };
  const unit = PERCENT[lang];
  if (value > 0 && value < 0.0005) return { number: `<${decimalText(0.1, 1, lang)}`, unit };
  if (value < 1 && value >= 0.9995) return { number: `>${decimalText(99.9, 1, lang)}`, unit };
  return { number: rounded, unit };
}

function days(value: number, lang: Lang): Figure {
  const number = decimalText(value, 1, lang, true);
  if (!Number.isFinite(value)) return { number, unit: '' };
  const one = number === decimalText(1, 0, lang);
  return { number, unit: lang === 'fa' ? ' روز' : one ? ' day' : ' days' };
}

function withUnit(number: string, unit: string, value: number, lang: Lang): string {
  return Number.isFinite(value) ? number + unit : NOT_AVAILABLE[lang];
}

function signed(value: number, decimals: number, lang: Lang, short = false): string {
  const text = decimalText(value, decimals, lang, short);
  return value > 0 && Number(value.toFixed(decimals)) !== 0 ? `+${text}` : text;
}

/** A number with at most so many decimals: `35.5`, `2`, `1,234.5`. */
export function roundedText(value: number, decimals: number, lang: Lang): string {
  const shown = Number.isFinite(value) ? Math.min(decimals, decimalsOf(value.toFixed(decimals))) : decimals;
  return decimalText(value, shown, lang);
}

/** Decimals of a written number that are not zeros at its end. */
function decimalsOf(written: string): number {
  const at = written.indexOf('.');
  return at < 0 ? 0 : withoutTrailing(written.slice(at + 1), /0/).length;
}

/** A number with a fixed number of decimals, `1,234.50`; with `short`, decimals that are all zero are left out. */
export function decimalText(value: number, decimals: number, lang: Lang, short = false): string {
  if (!Number.isFinite(value)) return NOT_AVAILABLE[lang];
  const size = Math.abs(value);
  // From 10^21 on toFixed answers with an exponent; such numbers are whole.
  const plain = size < 1e21 ? size.toFixed(decimals) : BigInt(size).toString();
  const [whole = '0', part = ''] = plain.split('.');
  const { group, decimal } = MARKS[lang];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const tail = part === '' || (short && /^0+$/.test(part)) ? '' : decimal + part;
  const sign = value < 0 && /[1-9]/.test(plain) ? MINUS : '';
  return sign + localDigits(grouped + tail, lang);
}
