import type { Lang, Text } from '../../locale/text.js';
import { type Cell, cell, data, type Tone } from '../page.js';

const SEVERITIES = new Map<string, { readonly rank: number; readonly tone: Tone; readonly title: Text }>([
  ['error', { rank: 0, tone: 'bad', title: { en: 'error', fa: 'خطا' } }],
  ['warn', { rank: 1, tone: 'warn', title: { en: 'warn', fa: 'هشدار' } }],
  ['info', { rank: 2, tone: 'dim', title: { en: 'info', fa: 'اطلاع' } }],
]);

/** Worst first; an unknown severity comes last. */
export function severityRank(severity: string): number {
  return SEVERITIES.get(severity)?.rank ?? SEVERITIES.size;
}

/** The severity as a word, loud where it matters. */
export function severityCell(severity: string, lang: Lang): Cell {
  const known = SEVERITIES.get(severity);
  return known === undefined ? cell([data(severity)]) : cell(known.title[lang], known.tone);
}
