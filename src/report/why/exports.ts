import { frameOf } from '../../analysis/alike.js';
import { changeOf } from '../../analysis/compare.js';
import { isPriced, openCount, openDealsParts, openPipelineParts, openValue } from '../../analysis/why/open-deals.js';
import type { Sides, Split, Splits } from '../../analysis/why/splits.js';
import { kpis } from '../../kpi/catalogue/index.js';
import { currencyParts } from '../../kpi/currency-parts.js';
import type { Question } from '../../kpi/measure.js';
import { type CivilDay, isoDay } from '../../model/civil-day.js';
import type { Dataset } from '../../model/dataset.js';
import type { DealField } from '../../model/deals.js';
import { ALL_TIME, inPeriod, isAllTime, type Period, rangePeriod } from '../../model/period.js';
import type { SectionContext } from '../sections/context.js';
import type { WhyChange } from '../sections/parts/why-schema.js';
import { openSegmentationsOf, segmentationsOf, told } from '../segmentations.js';
import { changeEntry } from './entries.js';
import { explain } from './explained.js';
import type { Named } from './named.js';
import { daysOf, namesTold } from './periods.js';

/** An export of the deals and the day that it shows; null where nothing tells. */
export interface Shown {
  readonly dataset: Dataset;
  readonly taken: CivilDay | null;
}

/**
 * What differs between two exports: the open pipeline, in each currency by itself (of a period the deals expected to close
 * in it), and what closed since the earlier one beside as many days before it, where the newer one tells of both.
 */
export function exportChanges(exports: Sides<Shown>, context: SectionContext): WhyChange[] {
  return [...pipelineChanges(exports, context), ...closingChanges(exports, context)];
}

function pipelineChanges({ before, after }: Sides<Shown>, context: SectionContext): WhyChange[] {
  const splits = splitsOf({ before: before.dataset, after: after.dataset }, context);
  const days = { before: dayOf(before.taken), after: dayOf(after.taken) };
  const due = isAllTime(context.resolved.period) ? null : context.resolved.period;
  const entry = (figure: 'open_pipeline_value' | 'open_deals', currency: string | null, sides: Sides<Question>) => {
    const isMoney = figure === 'open_pipeline_value';
    const parts = (isMoney ? openPipelineParts : openDealsParts)(sides, splits);
    const level = isMoney ? openValue : openCount;
    const values = { before: level(sides.before), after: level(sides.after) };
    const none = {
      alike: null,
      significant: null,
      reason: null,
      beside: { beside: null, days: null, due: due?.label ?? null },
    };
    return changeEntry({ figure, ...values, ...none, currency, between: 'snapshots', days, parts }, context.speech);
  };
  // Which deals are due an export without such a column does not tell.
  if (due !== null && ![before, after].every(({ dataset }) => dataset.deals.has('expected_close'))) return [];
  const all = { before: openQuestion(before, due, context), after: openQuestion(after, due, context) };
  // Where one export tells no amounts, deals can be counted still.
  if (![all.before, all.after].every(isPriced)) return [entry('open_deals', null, all)];
  const currencies = inCurrencies(all);
  const open = currencies.filter(({ sides }) => openCount(sides.before) > 0 || openCount(sides.after) > 0);
  return (open.length > 0 ? open : currencies.slice(0, 1)).map(({ currency, sides }) =>
    entry('open_pipeline_value', currency ?? context.currency, sides),
  );
}

/** The deals of each currency of both exports; all of them where there is one currency, or none is named. */
function inCurrencies(sides: Sides<Question>): { currency: string | null; sides: Sides<Question> }[] {
  const parts = (question: Question) => (question.population.has('currency') ? currencyParts(question.population) : []);
  const [old, now] = [parts(sides.before), parts(sides.after)];
  const names = [...new Set([...now, ...old].map(({ currency }) => currency))];
  if (names.length < 2) return [{ currency: null, sides }];
  const within = (question: Question, all: typeof old, name: string): Question => {
    const population = all.find(({ currency }) => currency === name)?.population;
    return { ...question, population: population ?? question.population.select(new Uint32Array(0)) };
  };
  return names.map((currency) => ({
    currency,
    sides: { before: within(sides.before, old, currency), after: within(sides.after, now, currency) },
  }));
}

/** The deals that an export says are open, on its own day: those that are due in a period, where there is one. */
function openQuestion({ dataset, taken }: Shown, due: Period | null, { question }: SectionContext): Question {
  const day = taken ?? question.asOf;
  const deals = dataset.deals.all();
  const expected = deals.column('expected_close');
  const population = due === null ? deals : deals.where((row) => inPeriod(due, expected[row] as number));
  return { ...question, population, period: ALL_TIME, asOf: day, dataEnd: day };
}

/** Columns that both exports have. */
function splitsOf({ before, after }: Sides<Dataset>, context: SectionContext): Splits {
  const { by } = context;
  const old = new Map(openSegmentationsOf(before.deals, there(before, by)).map((one) => [one.name, one.column]));
  const all = told(openSegmentationsOf(after.deals, by), context).flatMap(({ name, column }): Split[] => {
    const then = old.get(name);
    return then === undefined ? [] : [{ by: name, before: then, after: column }];
  });
  return { all, asked: by.flat() };
}

/** Of columns asked for those that an export has. */
function there({ deals }: Dataset, by: SectionContext['by']): readonly (readonly string[])[] {
  return by.map((names) => names.filter((name) => deals.extra.has(name) || deals.has(name as DealField)));
}

const CLOSINGS: readonly Named['figure'][] = ['revenue_won', 'won_deals', 'win_rate', 'avg_deal_size', 'sales_cycle'];

/** What closed since the earlier export, beside as many days before it. */
function closingChanges({ before, after }: Sides<Shown>, context: SectionContext): WhyChange[] {
  const { dataset, by, currency, speech } = context;
  if (before.taken === null || after.taken === null || after.taken <= before.taken) return [];
  const length = after.taken - before.taken;
  const { calendar } = context.question.period;
  const since = rangePeriod(before.taken + 1, after.taken + 1, calendar);
  const earlier = rangePeriod(before.taken + 1 - length, before.taken + 1, calendar);
  const questions = { before: { ...context.question, period: earlier }, after: { ...context.question, period: since } };
  const frame = frameOf(kpis, questions.after, earlier);
  const columns = told(segmentationsOf(dataset.deals, by), context);
  const inside = { questions, frame, columns, asked: by.flat(), names: namesTold(context) };
  return CLOSINGS.flatMap((figure) => {
    const kpi = kpis.find(({ id }) => id === figure);
    const change = kpi === undefined ? null : changeOf(kpi, frame);
    if (change === null) return [];
    const alike = change.reason === 'rhythm_of_quarter' && change.likeForLike !== null;
    const explained = explain({ figure, alike }, inside);
    if (explained === null) return [];
    const { periods, by: alikeBy, ...rest } = explained;
    const days = { before: daysOf(periods.before), after: daysOf(periods.after) };
    const beside = { beside: alike ? periods.before.label : null, days: length, due: null };
    return [changeEntry({ ...rest, between: 'periods', currency, alike: alikeBy, days, beside }, speech)];
  });
}

function dayOf(day: CivilDay | null): WhyChange['days']['before'] {
  return day === null ? null : { start: isoDay(day), end: isoDay(day) };
}
