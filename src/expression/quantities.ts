import type { Text } from '../locale/text.js';
import type { DurationUnit, Span, Term } from './definition.js';
import { fault, type Source } from './fault.js';
import { SCALES, scaledValue } from './number-tokens.js';
import type { Token } from './tokens.js';

const UNITS: Readonly<Record<string, DurationUnit>> = {
  d: 'day',
  day: 'day',
  days: 'day',
  روز: 'day',
  w: 'week',
  week: 'week',
  weeks: 'week',
  هفته: 'week',
  month: 'month',
  months: 'month',
  ماه: 'month',
  y: 'year',
  year: 'year',
  years: 'year',
  سال: 'year',
};

/** Currencies by the words that people use; any three capital letters are a code. */
const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  rial: 'IRR',
  rials: 'IRR',
  ریال: 'IRR',
  toman: 'IRT',
  tomans: 'IRT',
  تومان: 'IRT',
  تومن: 'IRT',
};
const CODE = /^(?!AND$|NOT$)[A-Z]{3}$/;

type NumberToken = Extract<Token, { kind: 'number' }>;

/**
 * A number with the words behind it that belong to it: `1.5 million`, `90 days`, `5000 EUR`, `2 million toman`.
 * `used` of the words are part of it.
 */
export function magnitude(
  from: Source,
  token: NumberToken,
  behind: readonly Token[],
): { readonly term: Term; readonly used: number } {
  const words = behind.map((one) => (one.kind === 'word' ? one.text : ''));
  let used = 0;
  let { scale } = token;
  const named = Object.hasOwn(SCALES, (words[0] ?? '').toLowerCase());
  if (scale === '' && token.unit === null && !token.percent && named) {
    scale = SCALES[(words[used++] ?? '').toLowerCase()] ?? '';
  }
  const word = words[used] ?? '';
  const span = (): Span => ({ at: token.at, end: behind[used - 1]?.end ?? token.end });
  const value = scaledValue(token.digits, scale);
  if (value === null) throw fault(from, token, TOO_LARGE);
  const raw = token.digits + scale;
  if (token.currency === null && !token.percent) {
    const unit = token.unit ?? (Object.hasOwn(UNITS, word.toLowerCase()) ? word.toLowerCase() : null);
    if (unit !== null) {
      if (token.unit === null) used++;
      if (value > LONGEST_DURATION) throw fault(from, span(), TOO_LONG);
      return { term: { kind: 'duration', value, raw, unit: UNITS[unit] ?? 'day', ...span() }, used };
    }
    const currency = CURRENCY_WORDS[word.toLowerCase()] ?? (CODE.test(word) ? word : null);
    if (currency !== null) {
      used++;
      return { term: { kind: 'money', value, raw, currency, ...span() }, used };
    }
  }
  if (token.currency !== null) {
    return { term: { kind: 'money', value, raw, currency: token.currency, ...span() }, used };
  }
  if (!token.percent) return { term: { kind: 'number', value, raw, percent: false, ...span() }, used };
  const share = Number((value / 100).toPrecision(15));
  return { term: { kind: 'number', value: share, raw: `${raw}%`, percent: true, ...span() }, used };
}

/** No two days of a calendar lie further apart. */
const LONGEST_DURATION = 3_652_059;
const TOO_LARGE: Text = { en: 'the number is too large to be exact', fa: 'عدد بزرگ‌تر از آن است که دقیق بماند' };
const TOO_LONG: Text = { en: 'nothing in a CRM takes that long', fa: 'هیچ چیز در CRM این اندازه طول نمی‌کشد' };
