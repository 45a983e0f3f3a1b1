/** Currencies by the words that people type and read. What cells and headers of files say is read elsewhere. */
import { foldText } from './fold.js';
import type { Lang } from './text.js';

const TYPED: Readonly<Record<string, readonly string[]>> = {
  IRT: ['تومان', 'تومن', 'toman', 'tomans'],
  IRR: ['ریال', 'ريال', '﷼', 'rial', 'rials'],
  USD: ['دلار', 'دلار آمریکا', 'us dollar'],
  EUR: ['یورو', 'euro', 'euros', '€'],
  AED: ['درهم', 'درهم امارات', 'dirham'],
};

/** The Persian name of a currency; only of those that have one name in Iran, and one currency of that name. */
const PERSIAN: Readonly<Record<string, string>> = { IRT: 'تومان', IRR: 'ریال', USD: 'دلار', EUR: 'یورو' };

/** The code of a currency as it is typed: three letters in any case, or a word such as `تومان`, `rial`, `euro`; else null. */
export function currencyTyped(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (/^[A-Z]{3}$/.test(code)) return code;
  const word = foldText(text);
  return Object.entries(TYPED).find(([, words]) => words.some((one) => foldText(one) === word))?.[0] ?? null;
}

/** What a currency is called in a text: `تومان`; its code where it has no name of its own. */
export function currencyName(code: string, lang: Lang): string {
  return (lang === 'fa' && Object.hasOwn(PERSIAN, code) ? PERSIAN[code] : undefined) ?? code;
}
