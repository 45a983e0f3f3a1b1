import type { Lang } from './text.js';

const PERSIAN_ZERO = 0x06f0;

/** The text with its ASCII digits in the digits of the language; everything else is left as it is. */
export function localDigits(text: string, lang: Lang): string {
  if (lang !== 'fa') return text;
  return text.replace(/[0-9]/g, (digit) => String.fromCodePoint(PERSIAN_ZERO + Number(digit)));
}
