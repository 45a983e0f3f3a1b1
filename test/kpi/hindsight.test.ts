import { describe, expect, it } from 'vitest';
import { amountsOverwritten, expectationsOverwritten } from '../../src/kpi/hindsight.js';
import { day, dealsOf } from '../support/deals.js';
import { measure, questionOf } from '../support/question.js';

/** Rows of deals created in January; `then` is what stands behind the creation date. */
const rows = (n: number, what: string, then: string) =>
  Array.from({ length: n }, (_, i) => `${what}${i} ${what} 2024-01-${10 + i} ${then}`);
const table = (...parts: readonly (readonly string[])[]) =>
  dealsOf(['id outcome created_at closed_at expected_close amount', ...parts.flat()].join('\n'));
const OPEN = rows(5, 'open', '. 2024-08-01 100');
const WON = rows(5, 'won', '2024-05-05 2024-04-04 100');
const LOST = rows(5, 'lost', '2024-05-05 2024-04-04 100');
const MARCH = { period: '2024-Q1', asOf: day('2024-12-31'), dataEnd: day('2024-12-31') };
const amounts = (...parts: readonly (readonly string[])[]) => amountsOverwritten(questionOf(table(...parts), MARCH));
const dates = (...parts: readonly (readonly string[])[]) => expectationsOverwritten(questionOf(table(...parts), MARCH));
/** The same rows with the last column of the first `n` of them put otherwise. */
const but = (some: readonly string[], n: number, amount: string) =>
  some.map((row, i) => (i < n ? row.replace(/\S+$/, amount) : row));

describe('amounts', () => {
  it('are those of the day where each kind of deal has them to at least 80 %', () => {
    expect(amounts(OPEN, WON, LOST)).toBe(false);
    expect(amounts(but(OPEN, 1, '.'), but(WON, 1, '.'), but(LOST, 1, '0'))).toBe(false);
  });

  it.each([
    ['blank while open', [but(OPEN, 2, '.'), WON, LOST]],
    ['0 while open', [but(OPEN, 2, '0'), WON, LOST]],
    ['blanked on losing', [OPEN, WON, but(LOST, 2, '.')]],
    ['zeroed on losing', [OPEN, WON, but(LOST, 2, '0')]],
    ['taken away on winning', [OPEN, but(WON, 2, '.'), LOST]],
  ])('are hindsight where they are %s: 3 of 5', (_, parts) => {
    expect(amounts(...parts)).toBe(true);
  });

  it('are not judged by kinds of under five deals', () => {
    expect(amounts(OPEN, WON, but(LOST, 5, '0').slice(1))).toBe(false);
  });

  it('of under five deals are judged by all of their outcome, where they lack the value as those do', () => {
    // Closed before the day in question: not among the deals that were open then, but of the same file.
    const closedBefore = [1, 2, 3, 4].map((at) => `L${at} lost 2024-01-05 2024-01-2${at} 2024-04-04 .`);
    expect(amounts(OPEN, WON, but(LOST, 5, '.').slice(1), closedBefore)).toBe(true);
    expect(amounts(OPEN, WON, LOST.slice(1), closedBefore)).toBe(false);
  });

  it('are the present ones where none of the deals open then has closed since', () => {
    expect(amounts(but(OPEN, 5, '.'))).toBe(false);
    const now = { ...MARCH, period: '2024' };
    expect(amountsOverwritten(questionOf(table(OPEN, WON, but(LOST, 5, '.')), now))).toBe(false);
  });

  it('are judged by the whole file: a group is not known better, unless all of it is open still', () => {
    const deals = table(OPEN, WON, but(LOST, 5, '.'));
    const whole = { population: deals.all(), history: null };
    const group = (outcomes: string) => {
      const population = deals.all().where((row) => outcomes.includes(deals.record(row).outcome));
      return amountsOverwritten({ ...questionOf(deals, MARCH), population, whole });
    };
    expect(group('open won')).toBe(true);
    expect(group('open')).toBe(false);
  });
});

describe('expected close dates', () => {
  it('are those of the day where closing leaves them', () => {
    expect(dates(OPEN, WON, LOST)).toBe(false);
  });

  it.each([
    ['become the closing day', '2024-05-05 2024-05-05 100'],
    ['are taken away', '2024-05-05 . 100'],
  ])('are hindsight where they %s', (_, then) => {
    expect(dates(OPEN, rows(5, 'won', then), LOST)).toBe(true);
    expect(dates(OPEN, WON, rows(5, 'lost', then))).toBe(true);
    // One of five may close on the day that was expected.
    expect(dates(OPEN, [...WON.slice(1), ...rows(1, 'won', then)], LOST)).toBe(false);
  });

  it('are hindsight where open deals have none', () => {
    expect(dates(rows(5, 'open', '. . 100'), WON, LOST)).toBe(true);
  });
});

describe('the money of a past snapshot', () => {
  const target = { settings: { retentionWindow: 365, assumeComplete: false, revenueTarget: 10_000 } };

  it('is what the deals of that day are worth, where closing changes neither amounts nor dates', () => {
    const deals = table(OPEN, WON, LOST);
    expect(measure('open_pipeline_value', deals, MARCH).value).toBe(1500);
    // Due by 4 April, so not yet overdue at the end of March, nor due in it.
    expect(measure('overdue_pipeline_value', deals, MARCH).value).toBe(0);
    // All but the open ones are overdue on the last day of April: 10 deals of 100.
    expect(measure('overdue_pipeline_value', deals, { ...MARCH, period: '2024-04' }).value).toBe(1000);
    expect(measure('pipeline_coverage', deals, { ...MARCH, ...target, period: '2024-04' }).value).toBe(0.1);
  });

  it.each(['open_pipeline_value', 'overdue_pipeline_value', 'pipeline_coverage'])('%s is null otherwise', (id) => {
    for (const closed of ['2024-05-05 2024-04-04 0', '2024-05-05 2024-05-05 100']) {
      const deals = table(OPEN, WON, rows(5, 'lost', closed));
      const dated = id !== 'open_pipeline_value' || closed.endsWith(' 0');
      const measurement = measure(id, deals, { ...MARCH, ...target });
      if (dated) expect(measurement).toMatchObject({ value: null, reason: 'overwritten_at_closing' });
      else expect(measurement.value).toBe(1500);
    }
  });
});
