import { describe, expect, it } from 'vitest';
import type { Detail } from '../../../../src/format/definition.js';
import { renderReport } from '../../../../src/format/render.js';
import type { Report } from '../../../../src/report/schema.js';
import { REPORT } from '../../../support/documents.js';

const table = async (report: Report, width = 120, detail: Detail = 'standard'): Promise<string> =>
  [...(await renderReport(report, 'table', { lang: 'en', color: false, width, detail }))].join('');

const deal = (at: number) => ({
  id: `D${at}`,
  name: `Deal ${at}`,
  owner: 'Ann',
  account: null,
  product: null,
  stage: null,
  amount: 1000 * (10 - at),
  currency: 'USD',
  createdAt: '2024-01-01',
  expectedClose: '2024-12-01',
  nextActivity: null,
  daysOpen: 365,
  daysOverdue: 30,
  file: 'hubspot.csv',
  sheet: null,
  row: at,
});
const kind = { priced: 8, amount: 40_000, currency: 'USD', byCurrency: null, owners: 1, reason: null };
const actions: Report['actions'] = {
  asOf: '2024-12-31',
  open: 20,
  openUndated: 0,
  kinds: [
    {
      ...kind,
      id: 'overdue',
      total: 12,
      order: 'amount',
      deals: Array.from({ length: 8 }, (_, at) => deal(at)),
      byOwner: [
        { key: 'Ann', n: 9, amount: 30_000 },
        { key: '', n: 3, amount: 10_000 },
      ],
      owners: 2,
      command: ['deals', '--overdue'],
    },
    { ...kind, id: 'stalled', total: 0, order: 'days', deals: [], byOwner: [], command: ['deals', '--stalled'] },
    {
      ...kind,
      id: 'no_next_step',
      total: null,
      order: 'days',
      deals: [],
      byOwner: [],
      command: [],
      reason: 'missing_field:next_activity',
    },
  ],
};

describe('the deals to act on', () => {
  it('are the first of each kind, whose they are, and how to see all', async () => {
    const text = await table({ ...REPORT, actions });
    expect(text).toMatch(/Deals to act on ─+ open on 31 Dec 2024\n/);
    expect(text).toContain('Overdue: 12 (40.0 k USD), the largest first');
    expect(text).toMatch(/Deal 4 +6,000 USD +30 +2024-12-01 +Ann/);
    expect(text).not.toContain('Deal 5');
    expect(text).toContain('By owner: Ann 9, nobody 3.');
    expect(text).toContain('5 of 12 shown: kpi deals --overdue.');
    expect(await table({ ...REPORT, actions }, 120, 'full')).toContain('8 of 12 shown: kpi deals --overdue.');
  });

  it('leave out kinds without a deal, and say which nobody can know', async () => {
    const text = await table({ ...REPORT, actions });
    expect(text).not.toContain('Stalled');
    expect(text).toContain('Not known: Without a next step (the file has no column for the next activity).');
    expect(await table({ ...REPORT, actions: { ...actions, open: 0 } })).not.toContain('Deals to act on');
  });
});
