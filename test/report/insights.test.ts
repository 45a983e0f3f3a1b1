import { describe, expect, it } from 'vitest';
import { civilDay } from '../../src/model/civil-day.js';
import type { Dataset } from '../../src/model/dataset.js';
import { insightEntries } from '../../src/report/insights.js';
import { reportSchema } from '../../src/report/schema.js';
import { dealsOf } from '../support/deals.js';
import { times } from '../support/insight.js';
import { questionOf } from '../support/question.js';

const deals = dealsOf(
  [
    'id owner outcome closed_at amount region',
    times(48, 'A# Ann won 2024-03-01 1000 North'),
    times(32, 'B# Ann lost 2024-03-01 . North'),
    times(56, 'C# Bob won 2024-03-01 2000 South'),
    times(14, 'D# Bob lost 2024-03-01 . South'),
  ].join('\n'),
);
const entries = (
  by: readonly (readonly string[])[] = [],
  most?: number,
  lang: 'en' | 'fa' = 'en',
  asOf: number | null = null,
) =>
  insightEntries({
    dataset: { deals, purchases: null } as unknown as Dataset,
    question: questionOf(deals),
    comparedTo: null,
    frame: null,
    winRateTests: new Map(),
    current: [],
    previous: null,
    funnel: null,
    currency: 'USD',
    by,
    speech: lang,
    asOf,
    most,
  }).insights;

describe('the insights of a report', () => {
  it('are what the contract says, with counts, interval and the first of their records', () => {
    const found = entries();
    expect(() => reportSchema.shape.insights.parse(found)).not.toThrow();
    // 0.2 · 80 deals fewer than at the others' rate, against (0.8 − 0.6) · 70 more; no money is on record for either.
    expect(found.map(({ id, severity, impact }) => [id, severity, impact])).toEqual([
      ['segment_win_rate', 'risk', null],
      ['segment_win_rate', 'opportunity', null],
    ]);
    expect(found[1]?.evidence).toMatchObject({ n: 70, interval: { method: 'newcombe' }, value: 'Bob' });
    expect(found[1]?.evidence['records']).toEqual({
      total: 70,
      of: 'deals',
      // The first of Bob stands behind 80 of Ann, and the header.
      first: [82, 83, 84, 85, 86].map((row, index) => ({ file: 'deals.csv', sheet: null, row, id: `C${index + 1}` })),
    });
  });

  it('compare by the columns of the breakdowns too, but never by what is settled with the outcome', () => {
    const fields = entries([['region'], ['outcome', 'closed_at']], 0).map(({ evidence }) => evidence['field']);
    expect(new Set(fields)).toEqual(new Set(['owner', 'region']));
    expect(entries([['region']], 1)).toHaveLength(1);
  });

  it('name the day that was asked for in their commands', () => {
    expect(entries()[0]?.command).toEqual(['deals', '--lost', '--where', 'owner = "Ann"']);
    expect(entries([], undefined, 'en', civilDay(2024, 6, 30))[0]?.command?.slice(-2)).toEqual([
      '--as-of',
      '2024-06-30',
    ]);
  });

  it('speak Persian', () => {
    const [, first] = entries([], undefined, 'fa');
    expect(first?.title).toBe('owner = Bob بیشتر از بقیه می‌برد: ۸۰٫۰٪');
    expect(first?.detail).toContain('۵۶ برنده از ۷۰ معامله');
  });
});
