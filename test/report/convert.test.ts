import { expect, it } from 'vitest';
import { explain, report } from '../../src/index.js';
import { day } from '../support/deals.js';
import { loadTexts } from '../support/load-texts.js';

const FILE = `Deal ID,Account,Stage,Amount,Currency,Created,Closed
D1,Acme,Closed Won,1000,EUR,2024-01-01,2024-02-01
D2,Bolt,Closed Won,1000,USD,2024-01-01,2024-03-01
D3,Cato,Closed Lost,500,GBP,2024-01-01,2024-03-01
`;
const TODAY = { today: day('2024-12-31') };
const RATES = {
  to: 'USD',
  rates: [
    { currency: 'EUR', rate: 1.1 },
    { currency: 'GBP', rate: 1.25 },
  ],
};

it('without rates adds nothing: a total of null, and one figure per currency', async () => {
  const document = report(await loadTexts({ 'deals.csv': FILE }), TODAY);
  const won = document.kpis.find(({ id }) => id === 'revenue_won');
  expect(won).toMatchObject({ value: null, reason: 'mixed_currencies' });
  expect(won?.byCurrency?.map(({ currency, value }) => [currency, value])).toEqual([
    ['EUR', 1000],
    ['GBP', 0],
    ['USD', 1000],
  ]);
});

it('with rates is in one currency: 1,000 EUR at 1.1 and 1,000 USD are 2,100, and names the rates', async () => {
  const document = report(await loadTexts({ 'deals.csv': FILE }), { ...TODAY, rates: RATES });
  expect(document).toMatchObject({ currency: 'USD', currencies: ['USD'] });
  expect(document.kpis.find(({ id }) => id === 'revenue_won')?.value).toBeCloseTo(2100, 9);
  // 2,100 won and 500 · 1.25 lost.
  expect(document.kpis.find(({ id }) => id === 'win_rate_value')?.value).toBeCloseTo(2100 / 2725, 12);
  expect(document.warnings.find(({ code }) => code === 'converted')?.message).toBe(
    'Amounts were converted to USD at the rates given: EUR 1.1, GBP 1.25.',
  );
});

it('keeps apart what has no rate, and says so', async () => {
  const rates = { to: 'USD', rates: [{ currency: 'EUR', rate: 1.1, from: day('2024-02-02') }] };
  const document = report(await loadTexts({ 'deals.csv': FILE }), { ...TODAY, rates });
  expect(document.kpis.find(({ id }) => id === 'revenue_won')).toMatchObject({ reason: 'mixed_currencies' });
  expect(document.warnings.map(({ code }) => code)).toContain('without_rate');
  expect(document.warnings.find(({ code }) => code === 'without_rate')?.message).toContain('EUR (1), GBP (1)');
});

it('an explanation shows what the amount is in the file, and sums that can be done again', async () => {
  const { records } = explain('revenue_won', { ...TODAY, rates: RATES }, await loadTexts({ 'deals.csv': FILE }));
  const [counted] = records;
  expect(counted).toMatchObject({ part: 'counted', total: 2, priced: 2 });
  expect(counted?.amount).toBeCloseTo(2100, 9);
  expect(counted?.shown.map(({ id, currency, original }) => [id, currency, original])).toEqual([
    ['D1', 'USD', { amount: 1000, currency: 'EUR' }],
    ['D2', 'USD', null],
  ]);
});
