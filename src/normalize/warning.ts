import type { LoadWarning, LoadWarningCode, WarningPlace } from '../model/load-warnings.js';

/** Something that a reader of the figures must know, in both languages, and where it stands. */
export function warning(code: LoadWarningCode, en: string, fa: string, about?: WarningPlace): LoadWarning {
  return { code, text: { en, fa }, ...(about === undefined ? {} : { about }) };
}
