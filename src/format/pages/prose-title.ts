import { capitalized, uncapitalized } from '../../locale/first-letter.js';
import type { Lang } from '../../locale/text.js';

/** A title inside a sentence: `win rate`; `ARR` and other capitals stay, and so does Persian, which has none. */
export function proseTitle(title: string, lang: Lang): string {
  return lang === 'en' && /^[A-Z][a-z]/.test(title) ? uncapitalized(title) : title;
}

/** The name of a field as a title: `Regional office` of `regional_office`. What is no such name stays as it is. */
export function fieldTitle(name: string): string {
  if (!/^[a-z]/.test(name)) return name;
  const words = /^[a-z0-9_]+$/.test(name) ? name.replaceAll('_', ' ').trim() : name;
  return capitalized(words);
}

/** What follows a name elsewhere, as a sentence of its own. */
export function sentenceText(text: string, lang: Lang): string {
  return lang === 'en' ? capitalized(text) : text;
}
