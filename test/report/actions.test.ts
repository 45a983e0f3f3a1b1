import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/index.js';
import { reportSchema } from '../../src/report/schema.js';
import { kpiValue, reportTexts } from '../support/load-texts.js';

/** Twelve deals won within ten days, so that a deal older than ten days is stalled. */
const WON = Array.from(
  { length: 12 },
  (_, at) => `W${at},won ${at},Closed Won,10,EUR,2025-01-01,2025-01-1${at < 2 ? at : 0},,,Ann`,
);
const HEAD = 'id,name,stage,amount,currency,created,closed,expected close,next activity,owner';
const OPEN = [
  'A,a,Proposal,700,EUR,2025-02-01,,2025-02-20,2025-03-10,Ann',
  'B,b,Proposal,900,EUR,2025-02-20,,2025-02-25,,Bo',
  'C,c,Proposal,,EUR,2025-02-27,,2025-04-01,2025-02-28,Bo',
  'D,d,Proposal,50,EUR,,,,2025-03-01,',
];

function kind(report: Report, id: string): NonNullable<Report['actions']>['kinds'][number] {
  const found = report.actions?.kinds.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no kind ${id}`);
  return found;
}

const ids = (found: { readonly deals: readonly { readonly id: string | null }[] }) => found.deals.map(({ id }) => id);
const texts = (...lines: readonly string[]) => ({ 'deals.csv': [HEAD, ...WON, ...lines].join('\n') });

describe('deals to act on', () => {
  it('are of the newest day, whatever the period', async () => {
    const report = await reportTexts(texts(...OPEN), { period: '2025-01', asOf: '2025-03-01' });
    expect(report.actions).toMatchObject({ asOf: '2025-03-01', open: 4, openUndated: 1 });
    expect(() => reportSchema.parse(report)).not.toThrow();
  });

  it('lists overdue deals, the most money first, with the days', async () => {
    const report = await reportTexts(texts(...OPEN), { asOf: '2025-03-01' });
    const overdue = kind(report, 'overdue');
    expect(overdue).toMatchObject({
      total: 2,
      priced: 2,
      amount: 1600,
      currency: 'EUR',
      order: 'amount',
      reason: null,
    });
    expect(ids(overdue)).toEqual(['B', 'A']);
    // 25 February to 1 March: 4 days; created on the 20th: 9.
    expect(overdue.deals[0]).toMatchObject({ daysOverdue: 4, daysOpen: 9, owner: 'Bo', row: 15 });
    expect(overdue.amount).toBe(kpiValue(report, 'overdue_pipeline_value'));
    expect(overdue.byOwner).toEqual([
      { key: 'Bo', n: 1, amount: 900 },
      { key: 'Ann', n: 1, amount: 700 },
    ]);
  });

  it('lists as many stalled deals as the KPI counts, the longest open first', async () => {
    const report = await reportTexts(texts(...OPEN), { asOf: '2025-03-01' });
    const stalled = kind(report, 'stalled');
    expect(stalled.total).toBe(kpiValue(report, 'stalled_deals'));
    expect(ids(stalled)).toEqual(['A']);
    expect(stalled).toMatchObject({ order: 'days', command: ['deals', '--stalled', '--as-of', '2025-03-01'] });
  });

  it('lists open deals for which nothing is planned any more', async () => {
    const report = await reportTexts(texts(...OPEN), { asOf: '2025-03-01' });
    expect(ids(kind(report, 'no_next_step'))).toEqual(['B', 'C']);
  });

  it('lists the largest open deals', async () => {
    const report = await reportTexts(texts(...OPEN), { asOf: '2025-03-01' });
    expect(ids(kind(report, 'largest_open'))).toEqual(['B', 'A', 'D']);
  });

  it('says why a kind cannot be told', async () => {
    const report = await reportTexts({
      'deals.csv': [
        'id,name,stage,created,closed',
        'A,a,Proposal,2025-01-01,',
        'B,b,Closed Won,2025-01-01,2025-01-02',
      ].join('\n'),
    });
    expect(kind(report, 'overdue')).toMatchObject({ total: null, reason: 'missing_field:expected_close' });
    expect(kind(report, 'no_next_step')).toMatchObject({ total: null, reason: 'missing_field:next_activity' });
    expect(kind(report, 'largest_open')).toMatchObject({ total: null, reason: 'missing_field:amount' });
    expect(kind(report, 'stalled')).toMatchObject({ total: null, reason: 'few_won_cycles' });
  });

  it('keeps currencies apart: the largest of each first', async () => {
    const report = await reportTexts(
      texts(
        'A,a,Proposal,700,EUR,2025-02-01,,,,Ann',
        'B,b,Proposal,900,USD,2025-02-20,,,,Bo',
        'C,c,Proposal,5,USD,2025-02-20,,,,Bo',
        'D,d,Proposal,600,EUR,2025-02-20,,,,Bo',
        'E,e,Proposal,500,EUR,2025-02-20,,,,Bo',
      ),
      { asOf: '2025-03-01' },
    );
    const largest = kind(report, 'largest_open');
    expect(ids(largest)).toEqual(['A', 'B', 'D', 'C', 'E']);
    expect(largest).toMatchObject({ amount: null, currency: null });
    expect(largest.byCurrency).toEqual([
      { currency: 'EUR', amount: 1800, n: 3 },
      { currency: 'USD', amount: 905, n: 2 },
    ]);
  });

  it('names at most eight deals of a kind, and follows the condition of the report', async () => {
    const many = Array.from(
      { length: 20 },
      (_, at) => `O${at},o,Proposal,${at + 1},EUR,2025-02-01,,2025-02-02,,${at < 15 ? 'Ann' : 'Bo'}`,
    );
    const report = await reportTexts(texts(...many), { asOf: '2025-03-01', where: 'owner = Ann' });
    const overdue = kind(report, 'overdue');
    expect(overdue).toMatchObject({
      total: 15,
      command: ['deals', '--overdue', '--where', 'owner = Ann', '--as-of', '2025-03-01'],
    });
    expect(overdue.deals).toHaveLength(8);
    expect(kind(report, 'no_next_step').command[3]).toBe(
      '(next_activity is empty or next_activity < as_of) and (owner = Ann)',
    );
  });
});
