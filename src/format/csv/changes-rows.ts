/** What changed between exports, as rows: what each holds, classes, the waterfall, moves of deals and stages, groups. */
import type { Report } from '../../report/schema.js';
import { type FigureRow, type Group, groupsOf } from './report-columns.js';

type Rows = Generator<FigureRow, void, undefined>;
type Changes = NonNullable<Report['changes']>;
type Pair = Changes['pairs'][number];
type ByCurrency = Pair['moves'][number]['byCurrency'];

/**
 * The first export against the last. With more than two, each against the next one follows, told apart by `each_`, so
 * that no sum counts both. `start` and all `step` of a currency add up to `end`.
 */
export function* changesRows({ changes }: Report): Rows {
  if (changes === null) return;
  const base: FigureRow = { section: 'changes' };
  if (changes.reason !== null) yield { ...base, measure: 'start', value: null, reason: changes.reason };
  yield* exportRows(changes);
  for (const [at, pair] of changes.pairs.entries()) yield* pairRows(pair, changes, at === 0 ? '' : 'each_');
  if (changes.pairs.length === 0) return;
  const { pushed, groups } = changes;
  yield { ...base, measure: 'pushed_deals', value: pushed.total, unit: 'count', reason: pushed.reason };
  for (const { by, regrouped, groups: parts } of groups) {
    const names = by.join(',');
    yield { ...base, measure: 'regrouped_deals', ...groupsOf([[names, '']]), value: regrouped, unit: 'count' };
    const [pair] = changes.pairs;
    for (const part of parts) {
      const own = by.map((name, index): Group => [name, part.key[index] ?? '']);
      yield* waterfallRows(part, { ...base, start: pair?.from, end: pair?.to }, 'group_', own);
    }
  }
}

/** The most pairs of `by` and `group` that its rows need. */
export function pairsOfChanges({ changes }: Report): number {
  if (changes === null) return 0;
  const stages = changes.pairs.flatMap(({ stages: { moves } }) =>
    moves.map(({ pipeline }) => (pipeline === null ? 2 : 3)),
  );
  return Math.max(0, ...changes.groups.map(({ by }) => by.length + 1), ...stages);
}

function* exportRows({ snapshots, matching, currency }: Changes): Rows {
  for (const { files, taken, records, open, won, lost, excluded, openAmount } of snapshots) {
    const base = { section: 'changes', ...groupsOf([['export', files.join(' + ')]]), end: taken };
    for (const [measure, value] of Object.entries({ records, open, won, lost, excluded })) {
      yield { ...base, measure, value, unit: 'count' };
    }
    yield { ...base, measure: 'open_amount', value: openAmount, unit: 'money', currency, n: open };
  }
  if (matching === null) return;
  const { byId, byName, reusedIds, ambiguous } = matching;
  const counts = { matched_by_id: byId, matched_by_name: byName, reused_ids: reusedIds, ambiguous };
  for (const [measure, value] of Object.entries(counts)) yield { section: 'changes', measure, value, unit: 'count' };
}

function* pairRows(pair: Pair, { currency, period }: Changes, which: string): Rows {
  const base: FigureRow = { section: 'changes', start: pair.from, end: pair.to };
  for (const { class: name, deals, before, after, byCurrency } of pair.classes) {
    const own = { ...base, ...groupsOf([['class', name]]) };
    yield { ...own, measure: `${which}class_deals`, value: deals, unit: 'count' };
    if (deals === 0) continue;
    const measure = `${which}class_amount`;
    yield { ...own, measure, value: after, previous: before, unit: 'money', currency, n: deals };
    for (const one of byCurrency ?? []) {
      yield { ...own, measure: `${measure}_by_currency`, value: one.after, previous: one.before, ...moneyIn(one) };
    }
  }
  const due = period === null ? base : { ...base, period: period.label };
  if (pair.waterfallReason !== null) {
    yield { ...due, measure: `${which}start`, value: null, unit: 'money', reason: pair.waterfallReason };
  }
  for (const one of pair.waterfall)
    yield* waterfallRows({ ...one, currency: one.currency ?? currency }, due, which, []);
  for (const { move, deals, amount, byCurrency, medianDays, reason } of pair.moves) {
    const own = { ...base, ...groupsOf([['move', move]]) };
    yield { ...own, measure: `${which}move_deals`, value: deals, unit: 'count', reason };
    if (deals === null || deals === 0) continue;
    yield* amountRows({ amount, byCurrency }, { ...own, measure: `${which}move_amount`, n: deals }, currency);
    if (medianDays !== null) {
      yield { ...own, measure: `${which}move_median_days`, value: medianDays, unit: 'days', n: deals };
    }
  }
  const { stages } = pair;
  if (stages.reason !== null) {
    yield { ...base, measure: `${which}stage_move_deals`, value: null, unit: 'count', reason: stages.reason };
  }
  for (const { pipeline, from, to, deals, amount, byCurrency } of stages.moves) {
    const own = {
      ...base,
      ...groupsOf([
        ['from_stage', from],
        ['to_stage', to],
        ...(pipeline === null ? [] : [['pipeline', pipeline] as const]),
      ]),
    };
    yield { ...own, measure: `${which}stage_move_deals`, value: deals, unit: 'count' };
    yield* amountRows({ amount, byCurrency }, { ...own, measure: `${which}stage_move_amount`, n: deals }, currency);
  }
}

/** From one level to the next, in money and in deals. */
function* waterfallRows(
  { currency, start, startDeals, steps, end, endDeals, wonAmount }: Pair['waterfall'][number],
  base: FigureRow,
  which: string,
  own: readonly Group[],
): Rows {
  const money = { ...base, ...groupsOf(own), unit: 'money', currency };
  const deals = { ...base, ...groupsOf(own), unit: 'count', currency };
  yield { ...money, measure: `${which}start`, value: start, n: startDeals };
  yield { ...deals, measure: `${which}start_deals`, value: startDeals };
  for (const { step, deals: n, dealsChange, amount } of steps) {
    const groups = groupsOf([...own, ['step', step]]);
    yield { ...money, ...groups, measure: `${which}step`, value: amount, n };
    yield { ...deals, ...groups, measure: `${which}step_deals`, value: dealsChange, n };
  }
  yield { ...money, measure: `${which}end`, value: end, n: endDeals };
  yield { ...deals, measure: `${which}end_deals`, value: endDeals };
  yield { ...money, measure: `${which}won_amount`, value: wonAmount };
}

function* amountRows(
  { amount, byCurrency }: { readonly amount: number | null; readonly byCurrency: ByCurrency },
  row: FigureRow,
  currency: string | null,
): Rows {
  yield { ...row, value: amount, unit: 'money', currency };
  for (const one of byCurrency ?? []) {
    yield { ...row, measure: `${row.measure}_by_currency`, value: one.amount, ...moneyIn(one) };
  }
}

function moneyIn({ currency }: { readonly currency: string }): Pick<FigureRow, 'unit' | 'currency'> {
  return { unit: 'money', currency };
}
