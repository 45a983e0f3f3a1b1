import type { Code, Said } from '../locale/said.js';
import type { LoadWarning, LoadWarningCode, WarningPlace } from '../model/load-warnings.js';

/** Something that a reader of the figures must know, and where it stands. */
export function warning(said: Said<LoadWarningCode & Code>, about?: WarningPlace): LoadWarning {
  return { ...said, ...(about === undefined ? {} : { about }) };
}

/** The first of a list, and how many there are beside. */
export function first<T>(all: readonly T[], most: number): { readonly shown: readonly T[]; readonly more: number } {
  return { shown: all.slice(0, most), more: Math.max(0, all.length - most) };
}
