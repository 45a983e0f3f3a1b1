import { kpis } from '../../src/kpi/catalogue/index.js';
import { DEFAULT_SETTINGS, type Measurement } from '../../src/kpi/definition.js';
import { type Measured, measureAll, type Question } from '../../src/kpi/measure.js';
import type { Deals } from '../../src/model/deals.js';
import { LOST, WON } from '../../src/model/outcome.js';
import { ALL_TIME, type Period } from '../../src/model/period.js';
import { parsePeriod } from '../../src/model/period-parse.js';
import { cellText } from '../../src/model/text-column.js';
import { SIXTEEN_AS_OF } from './deals.js';

export interface QuestionOptions extends Partial<Omit<Question, 'period'>> {
  /** As `--period` takes it; all data when left out. */
  readonly period?: string | Period;
}

/** The period of a text; throws on what is none. */
export function period(text: string, anchor: number = SIXTEEN_AS_OF): Period {
  const parsed = parsePeriod(text, { anchor });
  if (parsed === null) throw new Error(`no period "${text}"`);
  return parsed;
}

/** A question about all of the deals, at the snapshot of the sixteen deals unless told otherwise. */
export function questionOf(deals: Deals, options: QuestionOptions = {}): Question {
  const outcome = deals.column('outcome');
  const { period: asked = ALL_TIME, ...more } = options;
  return {
    population: deals.all(),
    asOf: SIXTEEN_AS_OF,
    dataEnd: SIXTEEN_AS_OF,
    settings: DEFAULT_SETTINGS,
    customers: null,
    leads: null,
    file: { hasLost: outcome.includes(LOST), hasWon: outcome.includes(WON) },
    ...more,
    period: typeof asked === 'string' ? period(asked) : asked,
  };
}

/** One KPI of the catalogue, with its currencies. */
export function measured(id: string, deals: Deals, options: QuestionOptions = {}): Measured {
  const [one] = measureAll(kpis, [id], questionOf(deals, options));
  if (one === undefined) throw new Error(`no KPI "${id}"`);
  return one;
}

/** One KPI of the catalogue. */
export function measure(id: string, deals: Deals, options: QuestionOptions = {}): Measurement {
  return measured(id, deals, options).measurement;
}

/** What a measurement left out, as `{ reason: ids }`. */
export function excludedIds(measurement: Measurement, deals: Deals): Record<string, string[]> {
  return Object.fromEntries(measurement.excluded.map(({ reason, rows }) => [reason, idsOf(rows, deals)]));
}

/** The ids of deals by their row numbers. */
export function idsOf(rows: Iterable<number> | undefined, deals: Deals): string[] {
  return Array.from(rows ?? [], (row) => cellText(deals.column('id'), row));
}

/** The codes of a measurement's notes. */
export function noteCodes(measurement: Measurement): string[] {
  return (measurement.notes ?? []).map(({ code }) => code);
}
