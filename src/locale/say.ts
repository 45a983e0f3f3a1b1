import type { DateStyle } from './calendar.js';
import { SENTENCES as ENGLISH } from './en/index.js';
import { SENTENCES as PERSIAN } from './fa/index.js';
import type { AnySaid, Catalogue } from './said.js';
import type { Lang, Text } from './text.js';
import { type Wording, wordingOf } from './wording.js';

/** A language that lacks a sentence, or takes other arguments, does not compile. */
const CATALOGUES: { readonly [L in Lang]: Catalogue } = { en: ENGLISH, fa: PERSIAN };

/** Who is spoken to: a language, and where sentences may speak of days, how these are told. */
export type Speech = Lang | DateStyle;

/** How days are told to whom nothing but the language is known of. */
const USUAL: { readonly [L in Lang]: DateStyle } = {
  en: { lang: 'en', calendar: 'gregorian' },
  fa: { lang: 'fa', calendar: 'jalali' },
};

export function styleOf(speech: Speech): DateStyle {
  return typeof speech === 'string' ? USUAL[speech] : speech;
}

const WORDINGS = new Map<string, Wording>();

function wordingFor(style: DateStyle): Wording {
  const key = `${style.lang} ${style.calendar} ${style.fiscalYearStart ?? 1}`;
  const known = WORDINGS.get(key);
  if (known !== undefined) return known;
  const made = wordingOf(style, (said) => say(said, style));
  WORDINGS.set(key, made);
  return made;
}

/** The sentence in every language, for an error: who reads it is known where it is caught. */
export function sayInEach(said: AnySaid): Text {
  return { en: say(said, 'en'), fa: say(said, 'fa') };
}

/** The sentence in a language. */
export function say({ code, args }: AnySaid, speech: Speech): string {
  const style = styleOf(speech);
  const catalogue: Readonly<Record<string, (args: never, wording: Wording) => string>> = CATALOGUES[style.lang];
  if (!Object.hasOwn(catalogue, code)) throw new Error(`there is no sentence for the code ${code}`);
  return (catalogue[code] as (args: object, wording: Wording) => string)(args, wordingFor(style));
}
