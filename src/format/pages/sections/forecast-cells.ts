/** Cells and columns that the tables of a forecast have alike. */
import type { Text } from '../../../locale/text.js';
import { type Cell, type Column, cell, type PageOptions, type Words } from '../../page.js';
import { type Measure, rangeWords, valueWords } from '../figures.js';
import type { Forecast } from './forecast-words.js';

/** What values of a forecast are measured in. */
export function measureOf({ unit, currency }: Pick<Forecast, 'unit' | 'currency'>): Measure {
  return unit === 'money' ? { unit: 'money', currency } : { unit: 'count', currency: null };
}

/** A number without its currency, which the first figure of a row has. */
export function plainCell(value: number | null, { unit }: Measure, options: PageOptions): Cell {
  return cell(valueWords(value === null ? null : Math.round(value), { unit, currency: null }, options));
}

/** `310–540 k`; empty where there is none. */
export function intervalWords(
  interval: { readonly low: number; readonly high: number } | null,
  measure: Measure,
  options: PageOptions,
): Words {
  return interval === null ? [] : rangeWords(Math.round(interval.low), Math.round(interval.high), measure, options);
}

/** A column of figures. */
export const right = (title: Text, drop: number, { lang }: PageOptions): Column => ({
  title: [title[lang]],
  align: 'right',
  drop,
});
