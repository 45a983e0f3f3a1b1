/** Pieces of sections that another thread may build, which was sent the deals: what it is told beside them, as plain data. */
import type { SeriesGrain } from '../../analysis/grain.js';
import type { Question } from '../../kpi/measure.js';
import type { Dataset } from '../../model/dataset.js';
import type { Deals } from '../../model/deals.js';
import type { SectionName } from './catalogue/index.js';
import type { QuestionContext } from './context.js';

/**
 * Pieces of which it pays, and the section of each: that ask the deals for much, and no other section for anything. The
 * longest first, and each so short that to wait for it takes no thread long.
 */
const PIECES = { series: 'series', lines: 'series', cohorts: 'cohorts' } as const satisfies Record<string, SectionName>;
export type ElsewhereId = keyof typeof PIECES;
export const BUILT_ELSEWHERE = Object.keys(PIECES) as readonly ElsewhereId[];

/** The pieces of some sections, the longest first. */
export function piecesElsewhere(sections: readonly SectionName[]): ElsewhereId[] {
  return BUILT_ELSEWHERE.filter((id) => sections.includes(PIECES[id]));
}

/** What is asked of the deals, without them. */
type AskedOfDeals = Omit<
  Question,
  'population' | 'purchases' | 'customers' | 'leads' | 'subscriptions' | 'history' | 'whole'
>;

export interface CarriedContext {
  readonly question: AskedOfDeals;
  readonly closing: readonly string[] | null;
  readonly grain: SeriesGrain | null;
}

/**
 * The context of sections as data; null where they hang on more than the deals (other records, a compared period, deals
 * that a condition left out), and where KPIs were named: with many, one section would take longer than all else.
 */
export function carryContext(
  { purchases, customers, leads, subscriptions = null, history, whole }: Dataset,
  { question, before, resolved, grain }: Omit<QuestionContext, 'previous' | 'frame'>,
): CarriedContext | null {
  const beside = [purchases, customers, leads, subscriptions, history, before, whole ?? null];
  if (resolved.kpis !== null || beside.some((one) => one !== null)) return null;
  const { period, asOf, dataEnd, undated = false, settings, chosen = false, file, edges = null } = question;
  return {
    question: { period, asOf, dataEnd, undated, settings, chosen, file, edges },
    closing: question.whole?.closing ?? null,
    grain,
  };
}

/** The context of the same deals, of what {@link carryContext} gave. */
export function unpackContext({ question, closing, grain }: CarriedContext, deals: Deals): QuestionContext {
  const population = deals.all();
  const whole = { population, history: null, closing: closing ?? undefined };
  return {
    question: {
      ...question,
      population,
      purchases: null,
      customers: null,
      leads: null,
      subscriptions: null,
      history: null,
      whole,
    },
    before: null,
    previous: null,
    frame: null,
    resolved: { kpis: null },
    grain,
  };
}

/** A piece that another thread builds, if it comes to it. */
export interface Elsewhere {
  /** Takes it for the caller, who then must build it: false where the other thread has begun with it. */
  claim(): boolean;
  /** What the other thread built, once it is there. Null where it failed: then it is to be built here. */
  take(): object | null;
}

/**
 * Has pieces of sections of some deals built by another thread: those that it may come to, each by its id. Called in any case, so that
 * it knows that nothing else follows: without a context where none is to be built.
 */
export type BuildElsewhere = (
  deals: Deals,
  context: CarriedContext | null,
  ids: readonly ElsewhereId[],
) => ReadonlyMap<ElsewhereId, Elsewhere>;
