import { countText } from './numbers.js';
import type { Lang } from './text.js';

/** A range of whole days, `to` exclusive: `0–9`, `7`, `120+` (`۱۲۰ و بیشتر`) without an end. */
export function daySpanText({ from, to }: { readonly from: number; readonly to: number | null }, lang: Lang): string {
  const first = countText(from, lang);
  if (to === null) return lang === 'fa' ? `${first} و بیشتر` : `${first}+`;
  return to - from <= 1 ? first : `${first}–${countText(to - 1, lang)}`;
}
