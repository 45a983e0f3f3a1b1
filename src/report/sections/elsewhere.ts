/** Sections that another thread may build, which was sent the deals: what it is told beside them, as plain data. */
import type { SeriesGrain } from '../../analysis/grain.js';
import type { Question } from '../../kpi/measure.js';
import type { Dataset } from '../../model/dataset.js';
import type { Deals } from '../../model/deals.js';
import type { QuestionContext } from './context.js';

/** The sections of which it pays: that ask the deals for much, and no other section for anything. The longest first. */
export const BUILT_ELSEWHERE = ['series', 'cohorts'] as const;
export type ElsewhereId = (typeof BUILT_ELSEWHERE)[number];

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

/** A section that another thread builds, if it comes to it. */
export interface Elsewhere {
  /** Takes it for the caller, who then must build it: false where the other thread has begun with it. */
  claim(): boolean;
  /** What the other thread built, once it is there. Null where it failed: then it is to be built here. */
  take(): object | null;
}

/**
 * Has sections of some deals built by another thread: those that it may come to, each by its id. Called in any case, so that
 * it knows that nothing else follows: without a context where none is to be built.
 */
export type BuildElsewhere = (
  deals: Deals,
  context: CarriedContext | null,
  ids: readonly ElsewhereId[],
) => ReadonlyMap<ElsewhereId, Elsewhere>;
