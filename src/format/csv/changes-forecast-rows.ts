/** What an earlier export let expect beside what came, as rows. */
import type { Report } from '../../report/schema.js';
import { ends, type FigureRow, groupsOf } from './report-columns.js';

type Rows = Generator<FigureRow, void, undefined>;
type Forecast = NonNullable<NonNullable<Report['changes']>['forecast']>;
type Between = Omit<Forecast, 'messages' | 'each' | 'record'>;
type Due = NonNullable<Between['due']>;
type Tally = Due['won'];

/** What became of the deals due: these add up to all of them. */
const BECAME = {
  won: 'won',
  lost: 'lost',
  slipped: 'slipped',
  still: 'still_open',
  undated: 'undated',
  setAside: 'set_aside',
  vanished: 'vanished',
} as const satisfies Partial<Record<keyof Due, string>>;

/** First to last; with more than two exports each against the next one, told apart by `each_`, and how they did. */
export function* changesForecastRows({ changes }: Report): Rows {
  const forecast = changes?.forecast ?? null;
  if (changes === null || forecast === null) return;
  const { each, record, ...whole } = forecast;
  yield* betweenRows(whole, changes.currency, '');
  for (const one of each) yield* betweenRows(one, changes.currency, 'each_');
  for (const [name, error] of Object.entries(record)) {
    if (error === null) continue;
    const base = { section: 'changes', unit: 'ratio', n: error.n };
    yield { ...base, measure: `record_${name}_wape`, value: error.wape };
    yield { ...base, measure: `record_${name}_bias`, value: error.bias };
    if (error.within !== null) yield { ...base, measure: `record_${name}_within`, value: error.within, unit: 'count' };
  }
}

function* betweenRows(
  { reason, from, until, dueReason, due, crm, model }: Between,
  currency: string | null,
  which: string,
): Rows {
  const base: FigureRow = { section: 'changes', start: from, end: until };
  const money = { ...base, unit: 'money', currency };
  if (reason !== null) yield { ...money, measure: `${which}due_amount`, value: null, reason };
  else if (due === null) yield { ...money, measure: `${which}due_amount`, value: null, reason: dueReason };
  else yield* dueRows(due, base, currency, which);
  if (crm !== null) {
    yield { ...money, measure: `${which}crm_expected`, value: crm.expected, n: crm.counted, reason: crm.reason };
    yield { ...money, measure: `${which}crm_actual`, value: crm.actual };
  }
  if (model === null) return;
  const own = model.unit === 'money' ? money : { ...base, unit: 'count' };
  yield {
    ...own,
    measure: `${which}model_expected`,
    value: model.expected,
    ...ends(model.interval),
    reason: model.reason,
  };
  yield { ...own, measure: `${which}model_actual`, value: model.actual };
  for (const [name, sides] of [
    ['pipeline', model.pipeline],
    ['new_business', model.newBusiness],
  ] as const) {
    if (sides === null) continue;
    yield { ...own, measure: `${which}model_${name}_expected`, value: sides.expected };
    yield { ...own, measure: `${which}model_${name}_actual`, value: sides.actual };
  }
  for (const { label, start, end, partial, expected, interval, actual } of model.months) {
    const month = { ...own, period: label, start, end, partial };
    yield { ...month, measure: `${which}model_month_expected`, value: expected, ...ends(interval) };
    yield { ...month, measure: `${which}model_month_actual`, value: actual };
  }
}

function* dueRows(due: Due, base: FigureRow, currency: string | null, which: string): Rows {
  yield* tallyRows(due, base, currency, `${which}due`);
  for (const [key, name] of Object.entries(BECAME)) {
    const row = { ...base, ...groupsOf([['became', name]]) };
    yield* tallyRows(due[key as keyof typeof BECAME], row, currency, `${which}due_became`);
  }
  yield* tallyRows(due.wonFor, base, currency, `${which}due_won_for`);
  yield* tallyRows(due.pulledIn, base, currency, `${which}pulled_in`);
}

function* tallyRows({ deals, amount, byCurrency }: Tally, row: FigureRow, currency: string | null, name: string): Rows {
  yield { ...row, measure: `${name}_deals`, value: deals, unit: 'count' };
  yield { ...row, measure: `${name}_amount`, value: amount, unit: 'money', currency, n: deals };
  for (const one of byCurrency ?? []) {
    const own = { value: one.amount, unit: 'money', currency: one.currency };
    yield { ...row, measure: `${name}_amount_by_currency`, ...own };
  }
}
