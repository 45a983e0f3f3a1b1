/**
 * Why a value is null, or why a record was left out of a figure. Codes are part of the JSON contract; sentences are made
 * from them last. `missing_field:<field>` and `no_file:<role>` are the families with an argument.
 */
import * as ENGLISH from './en/reasons.js';
import * as PERSIAN from './fa/reasons.js';
import type { Lang } from './text.js';

const WORDS = { en: ENGLISH, fa: PERSIAN } as const;

export type ReasonCode = keyof typeof ENGLISH.REASONS;
export type Reason = ReasonCode | `missing_field:${string}` | `no_file:${string}`;

const [FIELD, FILE] = ['missing_field:', 'no_file:'];

/** Whether a code is one of those that have a sentence. */
export function isReason(reason: string): reason is Reason {
  return isReasonCode(reason) || reason.startsWith(FIELD) || reason.startsWith(FILE);
}

/** The same of the codes without an argument. */
export function isReasonCode(reason: string): reason is ReasonCode {
  return Object.hasOwn(ENGLISH.REASONS, reason);
}

/** The clause for a reason code, `missing_field:x` included; what is no reason stays as it is. */
export function reasonText(reason: string, lang: Lang): string {
  const { LACKS, REASONS, ROLE_WORDS } = WORDS[lang];
  if (reason.startsWith(FIELD)) return LACKS.field(fieldWords(reason.slice(FIELD.length), lang));
  if (reason.startsWith(FILE))
    return LACKS.file(wordOf(ROLE_WORDS, reason.slice(FILE.length)) ?? reason.slice(FILE.length));
  return wordOf(REASONS, reason) ?? reason;
}

/** `the probability`, `quotas in the config`; null for a reason that has no shorter form. */
export function shortReason(reason: string, lang: Lang): string | null {
  if (reason.startsWith(FIELD)) return fieldWords(reason.slice(FIELD.length), lang);
  return wordOf(WORDS[lang].SHORT_REASONS, reason) ?? null;
}

/** What people call a field of the figures. */
export function fieldWords(field: string, lang: Lang): string {
  return wordOf(WORDS[lang].FIELD_WORDS, field) ?? field;
}

function wordOf(words: Readonly<Record<string, string>>, code: string): string | undefined {
  return Object.hasOwn(words, code) ? words[code] : undefined;
}
