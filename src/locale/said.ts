/**
 * What is said of a figure, a file or a finding, before it is a sentence: a code and what it is about. The sentences of
 * each language stand in `en/` and `fa/`, and are made last; nothing compares words.
 */
import type { Sentences } from './en/index.js';

/** The English catalogue is the contract: which codes there are, and what each is about. */
export type Catalogue = Spoken<Sentences>;
export type Code = keyof Catalogue;

/** A family of sentences in any language: the same codes, about the same. */
export type Spoken<Family> = {
  readonly [C in keyof Family]: Family[C] extends (...args: infer Args) => string ? (...args: Args) => string : never;
};

/** What a sentence is about: numbers, days as ISO texts, names as the files have them, lists. Never a formatted text. */
export type ArgsOf<C extends Code> = Parameters<Catalogue[C]> extends [infer Args, ...unknown[]] ? Args : NoArgs;
export type NoArgs = Readonly<Record<string, never>>;

/** A code with its own arguments. */
export type Said<C extends Code = Code> = {
  readonly [K in C]: { readonly code: K; readonly args: ArgsOf<K> };
}[C];

/** What stands inside another sentence, or comes from a document: its code is not checked by the compiler. */
export interface AnySaid {
  readonly code: string;
  readonly args: object;
}

/** A sentence to be; arguments that its code does not have, or not so, do not compile. */
export function said<C extends Code>(
  code: C,
  ...[args]: Parameters<Catalogue[C]> extends [] ? [] : [args: ArgsOf<C>]
): Said<C> {
  return { code, args: args ?? {} } as Said<C>;
}

/** Each of them once, where several say the same. */
export function once<S extends AnySaid>(all: readonly S[]): S[] {
  const seen = new Map(all.map((one) => [JSON.stringify([one.code, one.args]), one]));
  return [...seen.values()];
}
