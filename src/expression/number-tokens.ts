import { asciiDigits } from '../locale/fold.js';
import type { Text } from '../locale/text.js';
import { parsePeriod } from '../model/period-parse.js';
import { fault, type Source } from './fault.js';
import type { Token } from './tokens.js';

/** Signs of money, and the currency that each stands for. */
const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '¥': 'JPY',
  '₽': 'RUB',
  '₺': 'TRY',
  '₪': 'ILS',
  '₩': 'KRW',
  '₴': 'UAH',
  '﷼': 'IRR',
};

/** `k`, `m` and `bn`, in the words that people write behind a number. */
export const SCALES: Readonly<Record<string, string>> = {
  k: 'k',
  thousand: 'k',
  هزار: 'k',
  m: 'm',
  mn: 'm',
  mm: 'm',
  million: 'm',
  میلیون: 'm',
  b: 'bn',
  bn: 'bn',
  billion: 'bn',
  میلیارد: 'bn',
};
const FACTORS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, bn: 1e9 };

/** A day, `2025-03-31` or `1404/01/11`; nothing may follow that would make it another thing. */
const DAY = /(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?![\p{L}\d_]|[-/.]\d|\.\.)/uy;
const ONE_PERIOD = String.raw`\d{4}(?:-(?:[qQ][1-4]|[wW]\d{1,2}|\d{1,2}(?:-\d{1,2})?))?`;
/** `2025-Q3`, `2025-09`, `2025-W36`, `2025-01..2025-03`, `2025-01-01..`; a year alone is a number. */
const PERIOD = new RegExp(
  String.raw`(?:${ONE_PERIOD}\.\.(?:${ONE_PERIOD})?|\d{4}-(?:[qQ][1-4]|[wW]\d{1,2}|\d{2}))(?![\p{L}\d_]|[-/]\d)`,
  'uy',
);
const NUMBER = /(?:\d[\d_]*(?:\.\d+)?|\.\d+)/y;
const GROUPED = /\d{1,3}(?:,\d{3})+(?![\d])/y;
/** What may stand right behind the digits. */
const BEHIND = /(?:(k|mn|mm|m|bn|b|هزار|میلیون|میلیارد)|(d|w|y))(?![\p{L}\p{N}_])|[%٪]/iuy;
const LETTER = /[\p{L}_]|[-.](?=[\p{L}\d])/uy;

/** The number, day or period at a place; null where none begins there, or where the digits begin a word (`3rd-party`). */
export function numberToken(from: Source, start: number): Token | null {
  const text = plainDigits(from.source);
  const sign = CURRENCY_SIGNS[text[start] ?? ''];
  const at = sign === undefined ? start : start + 1;
  if (sign === undefined) {
    const dated = dayToken(from, text, at) ?? periodToken(from, text, at);
    if (dated !== null) return dated;
  }
  const digits = sticky(NUMBER, text, at)?.[0];
  if (digits === undefined) return null;
  const grouped = sticky(GROUPED, text, at)?.[0];
  if (grouped !== undefined) throw fault(from, { at, end: at + grouped.length }, groups(grouped));
  let end = at + digits.length;
  const behind = sticky(BEHIND, text, end);
  end += behind?.[0].length ?? 0;
  if (behind === null && sign === undefined && sticky(LETTER, text, end) !== null) return null;
  const percent = /[%٪]/.test(behind?.[0] ?? '');
  const after = sign ?? CURRENCY_SIGNS[text[end] ?? ''] ?? null;
  if (sign === undefined && after !== null) end++;
  return {
    kind: 'number',
    at: start,
    end,
    digits: digits.replaceAll('_', ''),
    scale: SCALES[behind?.[1]?.toLowerCase() ?? ''] ?? '',
    percent,
    currency: after,
    unit: behind?.[2]?.toLowerCase() ?? null,
  };
}

/** The value of digits with a scale, without the noise of binary fractions; null where it is beyond whole numbers. */
export function scaledValue(digits: string, scale: string): number | null {
  const value = Number((Number(digits) * (FACTORS[scale] ?? 1)).toPrecision(15));
  return value <= Number.MAX_SAFE_INTEGER ? value : null;
}

function dayToken(from: Source, text: string, at: number): Token | null {
  const match = sticky(DAY, text, at);
  if (match === null) return null;
  const [written, year = '', , month = '', dayOfMonth = ''] = match;
  const iso = `${year}-${month}-${dayOfMonth}`;
  const day = parsePeriod(iso, { anchor: 0 });
  const end = at + written.length;
  if (day === null) throw fault(from, { at, end }, noDay(written));
  return { kind: 'day', at, end, day: day.start };
}

function periodToken(from: Source, text: string, at: number): Token | null {
  const match = sticky(PERIOD, text, at);
  if (match === null) return null;
  const [written] = match;
  const end = at + written.length;
  // An open range counts up to the anchor, which may be any day that is late enough for it.
  const period = parsePeriod(written, { anchor: LATEST_DAY });
  // `1234-56` is the number of a contract.
  if (period === null && !written.includes('..')) return null;
  if (period === null) throw fault(from, { at, end }, noPeriod(written));
  return { kind: 'period', at, end, raw: written.toUpperCase() };
}

/** 9999-12-31. */
const LATEST_DAY = 2_932_896;

/** Persian and Arabic digits, marks and the minus sign as ASCII ones; as long as the text was. */
function plainDigits(text: string): string {
  return asciiDigits(text).replaceAll('٫', '.').replaceAll('٬', '_');
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function groups(written: string): Text {
  const one = written.replaceAll(',', '');
  return {
    en: `"${written}" may be one number or several: write ${one}, or a space behind each comma of a list`,
    fa: `«${written}» شاید یک عدد باشد یا چند عدد: ${one} بنویسید، یا پس از هر ویرگولِ فهرست یک فاصله بگذارید`,
  };
}

function noDay(written: string): Text {
  return { en: `"${written}" is no day of the calendar`, fa: `«${written}» در تقویم نیست` };
}

function noPeriod(written: string): Text {
  return { en: `"${written}" is no period`, fa: `«${written}» دوره نیست` };
}
