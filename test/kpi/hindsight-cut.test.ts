import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kpis } from '../../src/kpi/catalogue/index.js';
import { DEFAULT_SETTINGS } from '../../src/kpi/definition.js';
import { measureAll } from '../../src/kpi/measure.js';
import { isoDay } from '../../src/model/civil-day.js';
import { day, dealsOf } from '../support/deals.js';
import { historyOf } from '../support/history.js';
import { period, questionOf } from '../support/question.js';

/*
 * What an export on a past day would have held: the rows created by then, with what is closed since still open, and
 * with what closing overwrote as it was before. Of a period before that day it must tell what the file of today tells.
 */

const START = day('2023-01-01');
/** The export of today, and the one of a day in the past. */
const [TODAY, CUT] = [START + 900, day('2024-06-30')];

interface Made {
  readonly created: number;
  /** Days to its closing; open where that lies after today. */
  readonly cycle: number;
  readonly won: boolean;
  readonly amount: number;
  readonly due: number;
  readonly odds: number;
  readonly owner: string;
  readonly customer: string;
  /** Days to its second stage; null: never. */
  readonly offer: number | null;
}

const made: fc.Arbitrary<Made> = fc.record({
  created: fc.integer({ min: 0, max: 880 }).map((days) => START + days),
  cycle: fc.integer({ min: 0, max: 500 }),
  won: fc.boolean(),
  amount: fc.integer({ min: 1, max: 5000 }),
  due: fc.integer({ min: 1, max: 400 }),
  odds: fc.integer({ min: 1, max: 9 }).map((tenths) => tenths / 10),
  owner: fc.constantFrom('Ana', 'Ben'),
  customer: fc.constantFrom('U', 'V', 'W', 'X', 'Y', 'Z'),
  offer: fc.option(fc.integer({ min: 0, max: 60 })),
});
const files = fc.array(made, { minLength: 60, maxLength: 160 });

/** What closing does to a deal in this company. */
interface Habits {
  /** Amounts are entered on winning and zeroed on losing, and blank before; else they are there from the beginning. */
  readonly amounts: boolean;
  /** The expected close date becomes the day of closing. */
  readonly dates: boolean;
  /** The file has a probability, which closing makes 1 or 0; else only the stages tell one. */
  readonly probability: boolean;
}
const habits = fc.record({ amounts: fc.boolean(), dates: fc.boolean(), probability: fc.boolean() });

/** The export of a day. */
function exportOf(all: readonly Made[], on: number, habit: Habits) {
  const deals = all.map((deal, index) => ({ ...deal, id: `D${index}`, closed: deal.created + deal.cycle }));
  const rows = deals.filter(({ created }) => created <= on);
  const lines = rows.map(({ id, created, closed, won, amount, due, odds, owner, customer }) => {
    const ended = closed <= on;
    const price = habit.amounts ? (ended ? (won ? amount : 0) : '.') : amount;
    const expected = habit.dates && ended ? closed : created + due;
    const likely = habit.probability ? (ended ? Number(won) : odds) : '.';
    return [
      id,
      ended ? (won ? 'won' : 'lost') : 'open',
      isoDay(created),
      ended ? isoDay(closed) : '.',
      price,
      isoDay(expected),
      likely,
      owner,
      customer,
    ].join(' ');
  });
  const columns = 'id outcome created_at closed_at amount expected_close probability owner customer';
  const table = dealsOf([columns, ...lines].join('\n'));
  const entries = rows.flatMap(({ id, created, closed, offer }) => [
    { id, stage: 'Lead', on: created },
    ...(offer === null || created + offer > closed ? [] : [{ id, stage: 'Offer', on: created + offer }]),
  ]);
  const known = entries.filter((entry) => entry.on <= on);
  const history = historyOf(
    table,
    known.map(({ id, stage, on: entered }) => `${id} ${stage} ${isoDay(entered)}`).join('\n'),
  );
  return { table, history };
}

const settings = {
  ...DEFAULT_SETTINGS,
  retentionWindow: 120,
  revenueTarget: 1_000_000,
  quotas: { Ana: 4000, Ben: 9000 },
  margin: 0.4,
};

function figures(all: readonly Made[], on: number, habit: Habits, asked: string, asOf: number) {
  const { table, history } = exportOf(all, on, habit);
  const question = questionOf(table, { period: period(asked), asOf, dataEnd: on, history, settings });
  return new Map(measureAll(kpis, null, question).map(({ kpi, measurement }) => [kpi.id, measurement]));
}

/** Whether each kind of deal open at the end of a period has five deals: of fewer, nothing is judged. */
function judged(all: readonly Made[], asked: string): boolean {
  const t = period(asked).end - 1;
  const open = all.filter(({ created, cycle }) => created <= t && created + cycle > t);
  const since = open.filter(({ created, cycle }) => created + cycle <= TODAY);
  const won = since.filter((deal) => deal.won).length;
  return [won, since.length - won, open.length - since.length].every((n) => n >= 5);
}

const PERIODS = ['2024-Q1', '2024-05', '2023', '2024-01-01..2024-06-30'];

describe('a period before a day, by the export of that day and by the one of today', () => {
  it.each(PERIODS)('%s: every figure that both have is the same', (asked) => {
    fc.assert(
      fc.property(files, habits, (all, habit) => {
        fc.pre(!habit.amounts || judged(all, asked));
        const then = figures(all, CUT, habit, asked, CUT);
        for (const [asOf, growing] of [
          [TODAY, ['cohort_conversion']],
          // At the snapshot of that day, also what is counted "so far".
          [CUT, []],
        ] as const) {
          for (const [id, now] of figures(all, TODAY, habit, asked, asOf)) {
            const before = then.get(id)?.value ?? null;
            if (now.value === null || before === null || (growing as readonly string[]).includes(id)) continue;
            expect(now.value, `${id} of ${asked}`).toBeCloseTo(before, 6);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('has the pipeline of that day where closing changes nothing of it, and none where it does', () => {
    const all = fc.sample(files, { seed: 7, numRuns: 1 })[0] ?? [];
    const kept = { amounts: false, dates: false, probability: false };
    const ids = ['open_pipeline_value', 'overdue_pipeline_value', 'pipeline_coverage', 'weighted_pipeline'];
    const reasons = (habit: Partial<Habits>) => {
      const now = figures(all, TODAY, { ...kept, ...habit }, '2024-Q1', TODAY);
      return ids.map((id) => {
        const measurement = now.get(id);
        return measurement?.value === null ? measurement.reason : 'value';
      });
    };
    const gone = 'overwritten_at_closing';
    expect(reasons({})).toEqual(['value', 'value', 'value', 'value']);
    expect(reasons({ amounts: true })).toEqual([gone, gone, gone, gone]);
    expect(reasons({ dates: true })).toEqual(['value', gone, gone, 'value']);
    expect(reasons({ probability: true })).toEqual(['value', 'value', 'value', gone]);
  });
});
