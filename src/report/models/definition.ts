import type { Check } from '../../analysis/models/checks/definition.js';
import type { Reason } from '../../kpi/definition.js';
import type { Question } from '../../kpi/measure.js';
import type { Fit } from './fit.js';

/** A parameter that was found. */
export interface Estimate {
  readonly value: number;
  readonly standardError: number | null;
}

/** What files say of a model. */
export interface Findings {
  /** Why it was not fitted; null where it was. */
  readonly reason: Reason | null;
  readonly fit: Fit | null;
  /** By the names of the parameters. */
  readonly parameters?: ReadonlyMap<string, Estimate>;
  /** By the ids of the assumptions; one that is not here is not told by the files. */
  readonly checks?: ReadonlyMap<string, Check>;
}

/** What models are asked with. */
export interface ModelQuestion {
  readonly question: Question;
  /** Of every amount; null where there is none, or several. */
  readonly currency: string | null;
  /** Whether amounts are in several currencies: those of everything, and of the deals. */
  readonly mixed: { readonly all: boolean; readonly deals: boolean };
  /** Months ahead that a forecast looks. */
  readonly horizon: number;
  readonly fiscalYearStart: number;
}
