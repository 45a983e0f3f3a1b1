import { describe, expect, it } from 'vitest';
import { deals as listDeals, type Report } from '../../../../src/index.js';
import { reportSchema } from '../../../../src/report/schema.js';
import { day } from '../../../support/deals.js';
import { loadTexts, reportTexts } from '../../../support/load-texts.js';

const HEAD = 'id,name,stage,amount,currency,created,closed,expected close,owner';
const WON = Array.from(
  { length: 7 },
  (_, at) => `W${at},won ${at},Closed Won,${(at + 1) * 10},EUR,2025-01-01,2025-02-${20 - at},,Ann`,
);
const OTHERS = [
  'L0,lost,Closed Lost,55,EUR,2025-01-01,2025-03-01,,Bo',
  'O0,open,Proposal,500,EUR,2025-01-20,,2025-06-01,Bo',
  // Open at the end of the quarter, won since.
  'O1,later,Closed Won,900,EUR,2025-03-02,2025-05-10,2025-05-10,Ann',
];
const FILE = { 'deals.csv': [HEAD, ...WON, ...OTHERS].join('\n') };

function evidenceOf({ evidence }: Report, kpi: string): Report['evidence'][number] {
  const found = evidence.find((one) => one.kpi === kpi);
  if (found === undefined) throw new Error(`nothing behind ${kpi}`);
  return found;
}

const ids = ({ deals }: Report['evidence'][number]) => deals.map(({ id }) => id);

describe('the deals behind the figures', () => {
  it('are the largest five, with how many there are', async () => {
    const report = await reportTexts(FILE);
    const won = evidenceOf(report, 'won_deals');
    expect(won).toMatchObject({ part: 'counted', total: 8, order: 'amount' });
    expect(ids(won)).toEqual(['O1', 'W6', 'W5', 'W4', 'W3']);
    // 1 January to 14 February.
    expect(won.deals[1]).toMatchObject({
      ...{ name: 'won 6', owner: 'Ann', amount: 70, outcome: 'won', days: 44, closedAt: '2025-02-14', row: 8 },
      ...{ daysOpen: null, daysOverdue: null },
    });
    expect(() => reportSchema.parse(report)).not.toThrow();
  });

  it('are of both sides of a rate: the won deals are among the closed ones', async () => {
    const rate = evidenceOf(await reportTexts(FILE, { period: '2025-Q1' }), 'win_rate');
    expect(rate).toMatchObject({ part: 'denominator', total: 8 });
    expect(rate.deals.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['W6', 'won'],
      ['W5', 'won'],
      ['L0', 'lost'],
      ['W4', 'won'],
      ['W3', 'won'],
    ]);
  });

  it('are the longest of a figure in days', async () => {
    const cycle = evidenceOf(await reportTexts(FILE), 'sales_cycle');
    expect(cycle.order).toBe('days');
    // 2 March to 10 May are 69 days; 1 January to 20, 19, 18 and 17 February.
    expect(cycle.deals.map(({ id, days }) => [id, days])).toEqual([
      ['O1', 69],
      ['W0', 50],
      ['W1', 49],
      ['W2', 48],
      ['W3', 47],
    ]);
  });

  it('are as they were known then, of the deals open at the end of the period', async () => {
    const open = evidenceOf(await reportTexts(FILE, { period: '2025-Q1' }), 'open_deals');
    expect(open).toMatchObject({ total: 2, part: 'counted' });
    const later = open.deals.find(({ id }) => id === 'O1');
    // To 31 March: 29 days. What it was worth, and when it would close, closing has overwritten.
    expect(later).toMatchObject({ outcome: 'open', closedAt: null, days: 29, daysOpen: 29, stage: null });
    const now = evidenceOf(await reportTexts(FILE), 'open_deals');
    expect(now.deals).toMatchObject([{ id: 'O0', outcome: 'open', amount: 500, stage: 'Proposal', days: 110 }]);
  });

  it('are listed by the command, whatever the period', async () => {
    const loaded = await loadTexts(FILE);
    for (const period of [undefined, '2025-Q1']) {
      const { evidence } = await reportTexts(FILE, period === undefined ? {} : { period });
      expect(evidence.length).toBeGreaterThan(8);
      for (const { kpi, total, deals, command, order } of evidence) {
        const at = command.indexOf('--period');
        expect(command.slice(0, 3)).toEqual(['deals', '--kpi', kpi]);
        const list = listDeals(loaded, {
          today: day('2030-12-31'),
          kpi,
          columns: ['id'],
          ...(at < 0 ? {} : { period: command[at + 1] ?? '' }),
        });
        expect([kpi, list.total]).toEqual([kpi, total]);
        const all = list.deals.map(({ values }) => values[0]);
        for (const { id } of deals) expect(all, kpi).toContain(id);
        expect(deals).toHaveLength(Math.min(5, total));
        expect(command.includes('--sort')).toBe(order === 'amount');
      }
    }
  });

  it('follow the condition and the day of the report', async () => {
    const { command, total } = evidenceOf(
      await reportTexts(FILE, { where: 'owner = Ann', asOf: '2025-06-30' }),
      'won_deals',
    );
    expect(total).toBe(8);
    expect(command).toEqual([
      ...['deals', '--kpi', 'won_deals', '--sort', 'amount:desc'],
      ...['--where', 'owner = Ann', '--as-of', '2025-06-30'],
    ]);
  });

  it('are the longest where nothing is priced, and as in the files where nothing is dated', async () => {
    const unpriced = await reportTexts({
      'deals.csv': 'id,stage,created,closed\nA,Closed Won,2025-01-01,2025-01-03\nB,Closed Won,2025-01-01,2025-01-09',
    });
    expect(evidenceOf(unpriced, 'won_deals')).toMatchObject({ order: 'days', deals: [{ id: 'B' }, { id: 'A' }] });
    const undated = await reportTexts({ 'deals.csv': 'id,status\nA,Won\nB,Won\nC,Lost' });
    expect(evidenceOf(undated, 'won_deals')).toMatchObject({ order: 'files', deals: [{ id: 'A' }, { id: 'B' }] });
  });

  it('are of each currency the largest, in no order of money', async () => {
    const report = await reportTexts({
      'deals.csv': [
        'id,stage,amount,currency,created,closed',
        'A,Closed Won,5,EUR,2025-01-01,2025-01-03',
        'B,Closed Won,900,JPY,2025-01-01,2025-01-03',
        'C,Closed Won,9,EUR,2025-01-01,2025-01-03',
      ].join('\n'),
    });
    const won = evidenceOf(report, 'won_deals');
    expect(ids(won)).toEqual(['C', 'B', 'A']);
    expect(won.command).not.toContain('--sort');
  });

  it('are none of orders, which stand in another file', async () => {
    const report = await reportTexts(
      { ...FILE, 'orders.csv': 'Order ID,Customer,Order Date,Total\n1,Acme,2025-01-05,10\n2,Acme,2025-02-05,10' },
      {},
      { 'orders.csv': 'orders' },
    );
    expect(report.kpis.find(({ id }) => id === 'customers')?.value).toBe(1);
    expect(report.evidence.map(({ kpi }) => kpi)).not.toContain('customers');
  });
});
