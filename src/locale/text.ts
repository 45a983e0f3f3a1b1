/** Words in every language the product speaks. Leaving a language out does not compile. */

export const LANGS = ['en', 'fa'] as const;
export type Lang = (typeof LANGS)[number];

/** A fixed text in every language. */
export type Text = { readonly [L in Lang]: string };

/** A sentence with arguments, in every language. */
export type Phrase<Args> = { readonly [L in Lang]: (args: Args) => string };
