import { describe, expect, it } from 'vitest';
import { type CrmRecord, crmRecord } from '../../../src/analysis/forecast/crm.js';
import { factsOf } from '../../../src/analysis/forecast/facts.js';
import { gridOf } from '../../../src/analysis/forecast/grid.js';
import { day, dealsOf } from '../../support/deals.js';

const T = day('2024-06-30');

function recordOf(lines: readonly string[], own = true): CrmRecord | null {
  const deals = dealsOf(['outcome created_at closed_at amount probability', ...lines].join('\n'));
  const facts = factsOf(deals.all(), day('2015-01-01'));
  const grid = gridOf(day('2024-01-01'), T, { calendar: 'gregorian' });
  return crmRecord(deals.all(), { facts, grid, t: T, own });
}

/** Ten deals closed in a month: so many won, each with the probability, of 100 each. */
const month = (number: number, won: number, probability: number): string[] =>
  Array.from(
    { length: 10 },
    (_, at) => `${at < won ? 'won' : 'lost'} 2024-01-02 2024-0${number}-1${at} 100 ${probability}`,
  );

describe('crmRecord', () => {
  it('holds probability × amount against what was won, month by month', () => {
    // 500, 500 and 800 said; 400, 700 and 500 won: 100 + 200 + 300 off, of 1,600.
    const record = recordOf([...month(3, 4, 0.5), ...month(4, 7, 0.5), ...month(5, 5, 0.8)]);
    expect(record?.wape).toBeCloseTo(600 / 1600, 12);
    expect([record?.reason, record?.wapeReason]).toEqual([null, null]);
    // 20 deals at 0.5, whoever won; ten at 0.8, five of them won: (20·0.25 + 5·0.04 + 5·0.64) / 30.
    expect(record?.brier).toBeCloseTo(8.4 / 30, 12);
    expect(record?.bands.map(({ n, happened }) => [n, happened])).toEqual([
      [20, 11],
      [10, 5],
    ]);
  });

  it('knows nothing of what closed later', () => {
    const known = [...month(3, 4, 0.5), ...month(4, 7, 0.5), ...month(5, 5, 0.8)];
    expect(recordOf([...known, ...month(7, 0, 0.9)])).toEqual(recordOf(known));
  });

  it('says why it cannot be told', () => {
    const reasons = (record: CrmRecord | null): unknown[] => [record?.reason, record?.wape, record?.wapeReason];
    const kept = [...month(3, 4, 0.5), ...month(4, 7, 0.5)];
    expect(reasons(recordOf(kept))).toEqual([null, null, 'few_months']);
    expect(reasons(recordOf(kept, false))).toEqual([null, null, 'amounts_entered_at_closing']);
    expect(reasons(recordOf(month(3, 4, 0.5)))).toEqual(['no_probability_kept', null, 'no_probability_kept']);
    const set = [3, 4, 5].flatMap((number) => [
      ...month(number, 10, 1).slice(0, 5),
      ...month(number, 0, 0).slice(0, 5),
    ]);
    expect(reasons(recordOf(set))).toEqual(['probability_set_at_closing', null, 'probability_set_at_closing']);
    expect(recordOf(['won 2024-01-02 2024-03-10 100 .'])).toBeNull();
  });
});
