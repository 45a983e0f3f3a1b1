import { describe, expect, it } from 'vitest';
import { check, type Report, report } from '../../src/index.js';
import { day } from '../support/deals.js';
import { loadTexts } from '../support/load-texts.js';

const DEALS = `Deal ID,Account,Owner,Stage,Amount,Currency,Created Date,Close Date
1,Ardent,Ann,Closed Won,1000,EUR,2024-01-01,2024-02-01
2,Borea,Ben,Closed Lost,400,USD,2024-01-02,2024-02-11
3,Cinder,Ann,Closed Won,600,EUR,2024-02-01,2024-03-01
4,Dovetail,Ben,Closed Won,900,USD,2024-02-01,2024-05-01
5,Ardent,Ben,Closed Won,200,EUR,2024-02-01,2024-05-03
6,Dovetail,Cem,Closed Won,300,USD,2024-02-01,2024-06-01
`;

const TODAY = day('2024-06-02');
const loaded = loadTexts({ 'deals.csv': DEALS });
const entry = (made: Report, id: string) => made.kpis.find((kpi) => kpi.id === id);
type InCurrency = { readonly currency: string; readonly value: number | null };
const values = (byCurrency: readonly InCurrency[] | null | undefined) =>
  byCurrency?.map(({ currency, value }) => [currency, value]);

describe('a report over several currencies', () => {
  it('has each KPI of money by currency, with what stands beside it, in both periods', async () => {
    const made = report(await loaded, { today: TODAY, period: '2024-Q2', compare: 'previous' });
    const won = entry(made, 'revenue_won');
    expect(won).toMatchObject({ value: null, reason: 'mixed_currencies', previous: { value: null }, change: null });
    // April to June: 200 EUR, 900 + 300 USD; January to March: 1,000 + 600 EUR, no USD.
    expect(values(won?.byCurrency)).toEqual([
      ['EUR', 200],
      ['USD', 1200],
    ]);
    expect(won?.byCurrency?.map(({ previous, change }) => [previous?.value, change?.absolute])).toEqual([
      [1600, -1400],
      [0, 1200],
    ]);
    const size = entry(made, 'avg_deal_size')?.byCurrency?.[1];
    expect(size).toMatchObject({ currency: 'USD', value: 600, n: 2, distribution: { min: 300, max: 900 } });
  });

  it('has them by group, where one that has a single currency says which', async () => {
    const { breakdowns, currency, currencies } = report(await loaded, { today: TODAY, by: ['owner'] });
    expect([currency, currencies]).toEqual([null, ['EUR', 'USD']]);
    const groups = breakdowns[0]?.groups.map(({ key, kpis }) => {
      const won = kpis.find(({ id }) => id === 'revenue_won');
      return [key.join(), won?.value, values(won?.byCurrency)];
    });
    // 1,600 euros of Ann are not more than 1,100 of two currencies or 300 dollars: the number of deals decides.
    expect(groups).toEqual([
      [
        'Ben',
        null,
        [
          ['EUR', 200],
          ['USD', 900],
        ],
      ],
      ['Ann', 1600, [['EUR', 1600]]],
      ['Cem', 300, [['USD', 300]]],
    ]);
  });

  it('has series that add up to each currency', async () => {
    const { series, kpis } = report(await loaded, { today: TODAY, sections: ['series'], grain: 'month' });
    const points = series.find(({ kpi }) => kpi === 'revenue_won')?.points ?? [];
    expect(points.every(({ value }) => value === null)).toBe(true);
    const totals = ['EUR', 'USD'].map((currency) =>
      points.reduce(
        (sum, { byCurrency }) => sum + (byCurrency?.find((one) => one.currency === currency)?.value ?? Number.NaN),
        0,
      ),
    );
    expect(totals).toEqual([1800, 1200]);
    expect(values(kpis.find(({ id }) => id === 'revenue_won')?.byCurrency)).toEqual([
      ['EUR', 1800],
      ['USD', 1200],
    ]);
  });

  it('passes its check, and with rates has nothing to say', async () => {
    const made = check(await loaded, { today: TODAY });
    expect(made.summary).toMatchObject({ outcome: 'pass', errors: 0 });
    const rates = { to: 'EUR', rates: [{ currency: 'USD', rate: 0.9 }] };
    const found = check(await loaded, { today: TODAY, rates });
    expect(found.violations.filter(({ rule }) => rule.startsWith('currency.'))).toEqual([]);
  });

  it('finds the deal without a currency', async () => {
    const one = await loadTexts({ 'deals.csv': `${DEALS}7,Elm,Ann,Closed Won,50,,2024-02-01,2024-05-05\n` });
    const made = check(one, { today: TODAY });
    expect(made.summary.outcome).toBe('fail');
    expect(made.violations.filter(({ rule }) => rule === 'currency.missing').map(({ recordId }) => recordId)).toEqual([
      '7',
    ]);
    const won = entry(report(one, { today: TODAY }), 'revenue_won');
    expect(values(won?.byCurrency)).toEqual([
      ['EUR', 1800],
      ['USD', 1200],
      ['', 50],
    ]);
  });
});
