import type { Frame } from '../../analysis/alike.js';
import type { Breakdown } from '../../analysis/breakdown.js';
import { type Funnel, funnelOf } from '../../analysis/funnel.js';
import type { SeriesGrain } from '../../analysis/grain.js';
import type { GroupDifference } from '../../analysis/group-differences.js';
import type { Measured, Question } from '../../kpi/measure.js';
import type { DateStyle } from '../../locale/calendar.js';
import type { Lang } from '../../locale/text.js';
import type { Dataset } from '../../model/dataset.js';
import type { Period } from '../../model/period.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { Samples } from '../redact.js';
import type { Resolved } from '../request.js';
import type { Report } from '../schema.js';
import type { SectionName } from './catalogue/index.js';
import type { Elsewhere } from './elsewhere.js';

/** What sections are built from that ask the deals alone, and nothing that was measured before. */
export interface QuestionContext {
  readonly question: Question;
  /** The question about the compared period; null where nothing is compared. */
  readonly before: Question | null;
  readonly previous: readonly Measured[] | null;
  /** What verdicts on changes look at; null where nothing is compared. */
  readonly frame: Frame | null;
  readonly resolved: Pick<Resolved, 'kpis'>;
  /** Null = chosen from the range. */
  readonly grain: SeriesGrain | null;
}

/** What sections are built from: the data, what was asked of it, and what was measured for the report as a whole. */
export interface SectionContext extends QuestionContext {
  readonly dataset: Dataset;
  readonly resolved: Resolved;
  readonly comparedTo: Period | null;
  readonly current: readonly Measured[];
  readonly breakdowns: readonly Breakdown[];
  /** The tests of each breakdown. */
  readonly differences: readonly (readonly GroupDifference[])[];
  /** The fields or columns of each breakdown. */
  readonly by: readonly (readonly string[])[];
  /** Of every amount; null where there is none, or several. */
  readonly currency: string | null;
  readonly lang: Lang;
  /** The same, and how days are told. */
  readonly speech: DateStyle;
  /**
   * The exports that are compared, oldest first; the last is of the document's own files. Amounts that rates convert are
   * all converted on the last one's day, so that a rate that moved is no growth.
   */
  readonly snapshots: readonly Snapshot[];
  /** The sections that are chosen by their names. */
  readonly sections: readonly SectionName[];
  /** The document has these sections and nothing else. */
  readonly alone?: boolean;
  /** 0 = all of them; ten when left out. */
  readonly mostInsights?: number | undefined;
  /** Deals to act on, listed of each kind: 0 = all; eight when left out. */
  readonly mostDeals?: number | undefined;
  /** How much of records and names is told; all when left out. */
  readonly samples?: Samples | undefined;
  /** What the rules found, which another thread may still be at. */
  readonly quality: () => Report['quality'];
  /** The way of the deals through their stages, found once for all sections that speak of it. */
  readonly funnel: () => Funnel | null;
  /** Pieces of sections that another thread was given to build. */
  readonly elsewhere: ReadonlyMap<string, Elsewhere>;
}

/** {@link SectionContext.funnel} of a question. */
export function funnelOnce(question: Question): () => Funnel | null {
  let found: Funnel | null | undefined;
  return () => {
    if (found === undefined) found = funnelOf(question);
    return found;
  };
}
