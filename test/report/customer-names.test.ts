import { describe, expect, it } from 'vitest';
import { kpiValue, reportTexts, warningTexts } from '../support/load-texts.js';

const DEALS = `Deal ID,Account,Stage,Amount,Created Date,Close Date
1,Acme GmbH,Closed Won,1000,2024-01-01,2024-02-01
2,ACME GmbH.,Closed Won,400,2024-01-02,2024-02-11
3,Acme Inc.,Closed Won,600,2024-02-01,2024-03-01
4,پارس\u200cخودرو,Closed Won,900,2024-02-01,2024-05-01
5,پارس خودرو,Closed Lost,200,2024-02-01,2024-05-03
6,Acme GmbH,Closed Won,300,2024-02-01,2024-06-01
`;
const groups = (report: Awaited<ReturnType<typeof reportTexts>>) =>
  report.breakdowns[0]?.groups.map(({ key, records }) => [key.join(), records]);

describe('customers that are written in several ways', () => {
  it('are one in figures and breakdowns, by field and by header, and it is said how many', async () => {
    for (const by of ['account', 'Account', 'customer']) {
      const report = await reportTexts({ 'deals.csv': DEALS }, { by: [by] });
      // Acme GmbH, Acme Inc. and the car maker; of them Acme GmbH bought more than once.
      expect(kpiValue(report, 'customers')).toBe(3);
      expect(kpiValue(report, 'repeat_purchase_rate')).toBeCloseTo(1 / 3, 12);
      expect(groups(report)).toEqual([
        ['Acme GmbH', 3],
        ['پارس خودرو', 2],
        ['Acme Inc.', 1],
      ]);
      expect(warningTexts(report, 'customers_joined')).toEqual([
        expect.stringMatching(/^2 customers are .*"Acme GmbH" = "ACME GmbH\."; /),
      ]);
    }
  });

  it('are one with those that the user says, under the first name', async () => {
    const mergedCustomers = [
      ['Acme', 'Acme GmbH', 'Acme Inc'],
      ['Foo', 'Bar'],
    ];
    const report = await reportTexts({ 'deals.csv': DEALS }, { by: ['account'], mergedCustomers });
    expect(kpiValue(report, 'customers')).toBe(2);
    expect(groups(report)).toEqual([
      ['Acme', 4],
      ['پارس خودرو', 2],
    ]);
    expect(warningTexts(report, 'customers_merged')).toEqual([expect.stringContaining('made 1 customer')]);
    expect(warningTexts(report, 'customers_merge_unknown')).toEqual([expect.stringContaining('"Foo", "Bar"')]);
  });
});
