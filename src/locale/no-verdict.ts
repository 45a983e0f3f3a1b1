import { NO_VERDICT as ENGLISH } from './en/reasons.js';
import { NO_VERDICT as PERSIAN } from './fa/reasons.js';
import type { Lang } from './text.js';

/** Why nobody can say whether more than chance stands behind a change. Codes are part of the JSON contract. */
export type NoVerdict = keyof typeof ENGLISH;

const WORDS = { en: ENGLISH, fa: PERSIAN } as const;

export function noVerdictText(reason: NoVerdict, lang: Lang): string {
  return WORDS[lang][reason];
}
