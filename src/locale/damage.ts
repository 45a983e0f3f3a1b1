/**
 * Why a file cannot be read, and what it is instead: codes, with their words in every language. They stand apart from
 * the other sentences because every command knows the errors, and only some make a report.
 */
import * as EN from './en/damage.js';
import * as FA from './fa/damage.js';
import type { Lang } from './text.js';

type Sentences = typeof EN.DAMAGE;

export type Damage = {
  readonly [C in keyof Sentences]: {
    readonly code: C;
    readonly args: Parameters<Sentences[C]> extends [infer Args] ? Args : Readonly<Record<string, never>>;
  };
}[keyof Sentences];
export type LooksLike = keyof typeof EN.LOOKS_LIKE;

export const LOOKS_LIKE = { en: EN.LOOKS_LIKE, fa: FA.LOOKS_LIKE } as const satisfies { [L in Lang]: unknown };

export function damageText({ code, args }: Damage, lang: Lang): string {
  const sentence = (lang === 'fa' ? FA.DAMAGE : EN.DAMAGE)[code] as (args: unknown) => string;
  return sentence(args);
}
