/** The compared period beside the asked one, where there is little room: what both have in common is said once. */
import type { Lang } from '../../locale/text.js';
import type { PageOptions, Piece } from '../page.js';
import { labelWords } from './figures.js';

const QUARTER = /^(\d{4})-(Q[1-4])$/;

/** `Q2` beside 2017-Q3; `2016-Q3` beside it as it is. Persian seasons keep their year. */
export function besideWords(label: string, other: string | null, options: PageOptions): Piece {
  return shortQuarter(label, other, options.lang) ?? labelWords(label, options);
}

function shortQuarter(label: string, other: string | null, lang: Lang): string | null {
  const [own, beside] = [QUARTER.exec(label), QUARTER.exec(other ?? '')];
  return lang === 'en' && own !== null && own[1] === beside?.[1] ? (own[2] ?? null) : null;
}
