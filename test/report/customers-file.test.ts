import { expect, it } from 'vitest';
import { report } from '../../src/index.js';
import { day } from '../support/deals.js';
import { loadTexts } from '../support/load-texts.js';

const DEALS = `Deal ID,Account,Stage,Amount,Created,Closed
D1,Acme,Closed Won,100,2024-01-01,2024-02-01
D2,Bolt,Closed Won,100,2024-01-01,2024-03-01
D3,Cato,Closed Lost,100,2024-01-01,2024-09-30
`;
/** On 30 June: Acme, Bolt, Cato and Dyne; on 30 September: Acme, Dyne and Eden, who is new. */
const CUSTOMERS = `Customer,Customer since,Customer until
Acme,2023-01-01,
Bolt,2023-01-01,2024-08-15
Cato,2023-01-01,2024-07-01
Dyne,2024-06-30,
Eden,2024-07-01,
Faro,2020-01-01,2024-06-29
`;
const ROLES = { 'customers.csv': 'customers' } as const;

it('retention and churn go by the start and end of a customers file: 2 of 4 stay', async () => {
  const loaded = await loadTexts({ 'deals.csv': DEALS, 'customers.csv': CUSTOMERS }, {}, ROLES);
  const { kpis } = report(loaded, { today: day('2024-12-31'), period: '2024-Q3', asOf: '2024-09-30' });
  const of = (id: string) => kpis.find((kpi) => kpi.id === id);
  expect(of('customer_retention_rate')).toMatchObject({
    value: 0.5,
    n: 4,
    details: { startCustomers: 4, endCustomers: 3, newCustomers: 1 },
  });
  expect(of('churn_rate')).toMatchObject({ value: 0.5, numerator: 2, denominator: 4 });
});

it('without an end date in the file they go by the window of won deals: Bolt, of 1 March, did not come back', async () => {
  const open = CUSTOMERS.split('\n')
    .map((line) => line.split(',').slice(0, 2).join(','))
    .join('\n');
  const loaded = await loadTexts({ 'deals.csv': DEALS, 'customers.csv': open }, {}, ROLES);
  const { kpis } = report(loaded, {
    today: day('2024-12-31'),
    period: '2024-Q3',
    asOf: '2024-09-30',
    settings: { retentionWindow: 150 },
  });
  expect(kpis.find(({ id }) => id === 'customer_retention_rate')).toMatchObject({ value: 0, n: 1 });
});
