import type { Warning } from '../model/dataset.js';

/** Something that a reader of the figures must know, in both languages. */
export function warning(code: string, en: string, fa: string): Warning {
  return { code, text: { en, fa } };
}
