import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ComparedPair, compareSnapshots } from '../../../src/analysis/snapshots/compare.js';
import { CLASSES, type DealClass, type Snapshot } from '../../../src/analysis/snapshots/definition.js';
import type { Period } from '../../../src/model/period.js';
import { day } from '../../support/deals.js';
import { period } from '../../support/question.js';
import { dealsFrom, exports, millionths, RIALS, type Row } from '../../support/snapshots.js';

const RUNS = { numRuns: 200 };

function snapshots(files: readonly (readonly Row[])[]): Snapshot[] {
  return files.map((rows, at) => ({ deals: dealsFrom(rows), taken: day('2025-01-31') + 7 * at }));
}

function pairOf(files: readonly (readonly Row[])[], within: Period | null = null): ComparedPair {
  return compareSnapshots(snapshots(files), { period: within }).pairs[0];
}

/** How many deals each class has, those of none left out. */
function classCounts({ classes }: ComparedPair): Partial<Record<DealClass, number>> {
  return Object.fromEntries(classes.flatMap((one) => (one.deals > 0 ? [[one.class, one.deals]] : [])));
}

/** What the definition says of one deal, in plain words of its own. */
function classOf(old: Row | undefined, now: Row | undefined): DealClass {
  const is = (row: Row | undefined, ...outcomes: string[]): boolean =>
    row !== undefined && outcomes.includes(row.outcome);
  if (old === undefined || now === undefined) {
    if (is(now, 'open')) return 'new';
    if (is(now, 'won')) return 'new_won';
    if (is(now, 'lost')) return 'new_lost';
    if (is(old, 'open')) return 'vanished';
    return is(old, 'won', 'lost') ? 'closed_vanished' : 'excluded';
  }
  if (is(old, 'open') && !is(now, 'open')) {
    return is(now, 'won') ? 'won' : is(now, 'lost') ? 'lost' : 'set_aside';
  }
  if (is(now, 'open') && !is(old, 'open')) return is(old, 'excluded') ? 'taken_back' : 'reopened';
  const same = (Object.keys(old) as (keyof Row)[]).every((field) => old[field] === now[field]);
  if (!is(old, 'open')) {
    if (is(old, 'excluded') || is(now, 'excluded')) return 'excluded';
    if (old.outcome !== now.outcome) return 'outcome_changed';
    return same ? 'closed_unchanged' : 'closed_edited';
  }
  const [before, after] = [millionths(old.amount), millionths(now.amount)];
  if (old.currency !== now.currency && (old.amount === '') === (now.amount === '')) return 'currency_changed';
  if (old.amount === '' && now.amount !== '') return 'priced';
  if (old.amount !== '' && now.amount === '') return 'unpriced';
  if (after > before) return 'grown';
  if (after < before) return 'shrunk';
  if (old.expected_close !== '' && now.expected_close !== '') {
    if (now.expected_close > old.expected_close) return 'slipped';
    if (now.expected_close < old.expected_close) return 'pulled_in';
  }
  return same ? 'unchanged' : 'edited';
}

/** Both exports' deals with an id, and the pipeline of a currency by arithmetic of its own. */
function pipeline(rows: readonly Row[], currency: string | null, within: Period | null): bigint {
  return rows
    .filter((row) => row.outcome === 'open' && (currency === null || row.currency === currency))
    .filter((row) => within === null || (row.expected_close !== '' && isIn(row.expected_close, within)))
    .reduce((sum, row) => sum + millionths(row.amount), 0n);
}

/** Whether there are open deals, and not one of them has an amount: what they are worth nobody knows. */
function isUnpriced(rows: readonly Row[], within: Period | null = null): boolean {
  const open = rows.filter(
    (row) =>
      row.outcome === 'open' && (within === null || (row.expected_close !== '' && isIn(row.expected_close, within))),
  );
  return open.length > 0 && open.every(({ amount }) => amount === '');
}

function isIn(text: string, { start, end }: Period): boolean {
  return day(text) >= start && day(text) < end;
}

/** As JSON prints it. */
function printed(amount: number | null): bigint {
  if (amount === null) throw new Error('no amount');
  return millionths(plain(amount));
}

function plain(amount: number): string {
  const text = String(amount);
  if (text.includes('e')) throw new Error(`${text} is no plain number`);
  return text;
}

function expectSums(pair: ComparedPair): void {
  for (const { start, steps, end, startDeals, endDeals } of pair.waterfall) {
    const sum = steps.reduce((total, { amount }) => total + printed(amount), printed(start));
    expect(sum).toBe(printed(end));
    expect(steps.reduce((total, { dealsChange }) => total + dealsChange, startDeals)).toBe(endDeals);
  }
}

describe('any two exports', () => {
  test('every deal is in exactly one class, the one that its definition says', () => {
    fc.assert(
      fc.property(exports(2), ([old = [], now = []]) => {
        const ids = [...new Set([...old, ...now].map(({ id }) => id))];
        const expected: Partial<Record<DealClass, number>> = {};
        // Stages stand in a known order here: a move between two of them is no mere edit.
        for (const id of ids) {
          const [a, b] = [old.find((row) => row.id === id), now.find((row) => row.id === id)];
          let name = classOf(a, b);
          if (name === 'edited' && a !== undefined && b !== undefined && a.stage !== b.stage) name = 'stage_changed';
          expected[name] = (expected[name] ?? 0) + 1;
        }
        const found = classCounts(pairOf([old, now]));
        const stages = (found.advanced ?? 0) + (found.moved_back ?? 0) + (found.stage_changed ?? 0);
        const { advanced: _a, moved_back: _m, stage_changed: _s, ...rest } = found;
        expect(stages > 0 ? { ...rest, stage_changed: stages } : rest).toEqual(expected);
        expect(Object.values(found).reduce((sum, n) => sum + n, 0)).toBe(ids.length);
      }),
      RUNS,
    );
  });

  test.each([
    ['of one currency', {}],
    ['of several', { currencies: ['USD', 'EUR', ''] }],
    ['in rials', { amount: RIALS, currencies: ['IRR'] }],
    ['without ids', { withIds: false }],
  ])('the waterfall %s adds up as it is printed, and starts and ends with the open pipelines', (_, options) => {
    fc.assert(
      fc.property(exports(2, options), fc.boolean(), ([old = [], now = []], narrow) => {
        const within = narrow ? period('2025-Q1') : null;
        const pair = pairOf([old, now], within);
        if (isUnpriced(old, within) || isUnpriced(now, within)) {
          for (const { start, end, steps } of pair.waterfall)
            expect([start, end, ...steps.map(({ amount }) => amount)].every((amount) => amount === null)).toBe(true);
          return;
        }
        expectSums(pair);
        const several = new Set([...old, ...now].flatMap((row) => (row.amount === '' ? [] : [row.currency])));
        several.delete('');
        for (const { currency, start, end } of pair.waterfall) {
          const own = several.size > 1 ? currency : null;
          expect(printed(start)).toBe(pipeline(old, own, within));
          expect(printed(end)).toBe(pipeline(now, own, within));
        }
      }),
      RUNS,
    );
  });

  test('what counts is no matter of the order of the rows', () => {
    fc.assert(
      fc.property(exports(2, { currencies: ['USD', 'EUR'] }), ([old = [], now = []]) => {
        const one = pairOf([old, now]);
        const other = pairOf([[...old].reverse(), [...now].reverse()]);
        expect(other.classes).toEqual(one.classes);
        expect(other.waterfall).toEqual(one.waterfall);
        expect(other.moves).toEqual(one.moves);
        expect(other.stages).toEqual(one.stages);
      }),
      RUNS,
    );
  });

  test('compared the other way round, what came went and what grew shrank', () => {
    fc.assert(
      fc.property(exports(2), ([old = [], now = []]) => {
        const [there, back] = [classCounts(pairOf([old, now])), classCounts(pairOf([now, old]))];
        for (const [one, other] of [
          ['new', 'vanished'],
          ['priced', 'unpriced'],
          ['grown', 'shrunk'],
          ['slipped', 'pulled_in'],
          ['advanced', 'moved_back'],
          ['set_aside', 'taken_back'],
        ] as const) {
          expect(back[one] ?? 0).toBe(there[other] ?? 0);
          expect(back[other] ?? 0).toBe(there[one] ?? 0);
        }
        expect(back.reopened ?? 0).toBe((there.won ?? 0) + (there.lost ?? 0));
        expect(back.closed_vanished ?? 0).toBe((there.new_won ?? 0) + (there.new_lost ?? 0));
      }),
      RUNS,
    );
  });

  test('an export compared with itself shows nothing', () => {
    const nothing: readonly DealClass[] = ['unchanged', 'closed_unchanged', 'excluded'];
    const file = fc.oneof(exports(1), exports(1, { withIds: false }), exports(1, { currencies: ['USD', 'EUR', ''] }));
    fc.assert(
      fc.property(file, ([rows = []]) => {
        // Twins too: the same row twice, as files without ids have it.
        const twice = [...rows, ...rows.slice(0, 3).map((row) => ({ ...row, id: '' }))];
        const pair = pairOf([twice, [...twice].reverse()]);
        for (const { class: name, deals } of pair.classes) if (!nothing.includes(name)) expect(deals).toBe(0);
        for (const { deals } of pair.moves) expect(deals).toBe(0);
        const amount = isUnpriced(twice) ? null : 0;
        for (const { start, end, steps } of pair.waterfall) {
          expect(end).toBe(start);
          for (const step of steps) expect(step).toMatchObject({ deals: 0, dealsChange: 0, amount });
        }
      }),
      RUNS,
    );
  });
});

test('rials of more digits than a number carries add up, too, and every deal that grew is seen to', () => {
  const large = (amounts: readonly string[]): Row[] =>
    amounts.map((amount, at) => ({ ...EMPTY_ROW, id: `D${at}`, name: `Deal ${at}`, amount }));
  const amounts = fc.array(fc.bigInt({ min: 10n ** 15n, max: 4n * 10n ** 15n }), { minLength: 3, maxLength: 40 });
  fc.assert(
    fc.property(amounts, (old) => {
      const pair = pairOf([large(old.map(String)), large(old.slice(1).map((amount) => String(amount + 3n)))]);
      // Nothing is lost of the first; the ids of the second begin again, so that amounts change by much and by little.
      expect(pair.classes.reduce((sum, { deals }) => sum + deals, 0)).toBe(old.length);
      expectSums(pair);
      const exact = old.reduce((sum, amount) => sum + amount, 0n);
      expect(pair.waterfall[0]?.start ?? 0).toBeCloseTo(Number(exact), -3);
      const same = pairOf([large(old.map(String)), large(old.map((amount) => String(amount + 3n)))]);
      expect(classCounts(same)).toEqual({ grown: old.length });
    }),
  );
});

const EMPTY_ROW: Row = {
  id: '',
  name: '',
  account: '',
  owner: '',
  stage: '',
  outcome: 'open',
  amount: '',
  currency: 'IRR',
  created_at: '',
  closed_at: '',
  expected_close: '',
};

test('every class has its place in the list, also those without a deal', () => {
  expect(pairOf([[], []]).classes.map((one) => one.class)).toEqual([...CLASSES]);
});

test('of three exports the waterfalls of neighbours chain', () => {
  fc.assert(
    fc.property(exports(3, { currencies: ['USD', 'EUR', ''] }), (files) => {
      fc.pre(!files.some((rows) => isUnpriced(rows)));
      const { pairs } = compareSnapshots(snapshots(files));
      const [whole, first, second] = pairs;
      if (first === undefined || second === undefined) throw new Error('two pairs of neighbours');
      expect(pairs.map(({ from, to }) => [from, to])).toEqual([
        [0, 2],
        [0, 1],
        [1, 2],
      ]);
      const at = (pair: ComparedPair, currency: string, side: 'start' | 'end'): number =>
        pair.waterfall.find((one) => one.currency === currency)?.[side] ?? 0;
      for (const currency of ['USD', 'EUR', '']) {
        expect(at(first, currency, 'start')).toBe(at(whole, currency, 'start'));
        expect(at(second, currency, 'start')).toBe(at(first, currency, 'end'));
        expect(at(whole, currency, 'end')).toBe(at(second, currency, 'end'));
      }
    }),
    RUNS,
  );
});

test('by owner every group adds up, and all groups together are the whole', () => {
  fc.assert(
    fc.property(exports(2), fc.boolean(), (files, narrow) => {
      const within = narrow ? period('2025-Q1') : null;
      fc.pre(!files.some((rows) => isUnpriced(rows, within)));
      const own = snapshots(files);
      const columns = [{ before: own[0]?.deals.column('owner') ?? null, after: own[1]?.deals.column('owner') ?? null }];
      const comparison = compareSnapshots(own, {
        period: within,
        groupings: [{ by: ['owner'], columns }],
      });
      const [whole] = comparison.pairs[0].waterfall;
      const groups = comparison.groups[0]?.groups ?? [];
      const waterfalls = groups.flatMap((group) => group.waterfalls);
      for (const { start, steps, end } of waterfalls) {
        expect(steps.reduce((sum, { amount }) => sum + printed(amount), printed(start))).toBe(printed(end));
      }
      const sum = (of: (one: (typeof waterfalls)[number]) => number | null): bigint =>
        waterfalls.reduce((total, one) => total + printed(of(one)), 0n);
      expect(sum(({ start }) => start)).toBe(printed(whole?.start ?? null));
      expect(sum(({ end }) => end)).toBe(printed(whole?.end ?? null));
      whole?.steps.forEach(({ amount }, at) => {
        expect(sum(({ steps }) => steps[at]?.amount ?? 0)).toBe(printed(amount));
      });
    }),
    RUNS,
  );
});
