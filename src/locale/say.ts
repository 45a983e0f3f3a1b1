import { SENTENCES as ENGLISH } from './en/index.js';
import { SENTENCES as PERSIAN } from './fa/index.js';
import type { AnySaid, Catalogue } from './said.js';
import type { Lang } from './text.js';
import { type Wording, wordingOf } from './wording.js';

/** A language that lacks a sentence, or takes other arguments, does not compile. */
const CATALOGUES: { readonly [L in Lang]: Catalogue } = { en: ENGLISH, fa: PERSIAN };

const WORDINGS: { readonly [L in Lang]: Wording } = {
  en: wordingOf('en', (said) => say(said, 'en')),
  fa: wordingOf('fa', (said) => say(said, 'fa')),
};

/** The sentence in a language. */
export function say({ code, args }: AnySaid, lang: Lang): string {
  const catalogue: Readonly<Record<string, (args: never, wording: Wording) => string>> = CATALOGUES[lang];
  if (!Object.hasOwn(catalogue, code)) throw new Error(`there is no sentence for the code ${code}`);
  return (catalogue[code] as (args: object, wording: Wording) => string)(args, WORDINGS[lang]);
}
