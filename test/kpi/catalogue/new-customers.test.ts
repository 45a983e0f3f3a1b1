import { expect, it, test } from 'vitest';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { kpiValue, reportTexts } from '../../support/load-texts.js';
import { excludedIds, idsOf, measure } from '../../support/question.js';

test.each([
  ['2024-Q1', ['D01', 'D03']],
  ['2024-Q2', ['D06', 'D09', 'D16']],
  ['2024-Q3', []],
])('of the sixteen deals, the first purchases of %s are %j', (period, ids) => {
  const deals = sixteenDeals();
  const measurement = measure('new_customers', deals, { period });
  expect(measurement.value).toBe(ids.length);
  expect(idsOf(measurement.value === null ? [] : measurement.rows, deals)).toEqual(ids);
});

it('without a period are all customers', () => {
  const deals = sixteenDeals();
  const all = measure('new_customers', deals);
  expect(all).toMatchObject({ value: 5, n: 5 });
  expect(idsOf(all.value === null ? [] : all.rows, deals)).toEqual(['D01', 'D03', 'D06', 'D09', 'D16']);
});

it('are null without deals, without the columns, and when no won deal names a customer', () => {
  expect(measure('new_customers', dealsOf('id outcome customer'))).toMatchObject({ reason: 'no_deals' });
  expect(measure('new_customers', dealsOf('id outcome customer\nA won .'))).toMatchObject({ reason: 'no_customers' });
  const undated = dealsOf(`id outcome customer
                           A  won     X`);
  expect(measure('new_customers', undated, { period: '2024' })).toMatchObject({ reason: 'missing_field:closed_at' });
});

it('go by the earliest deal, whatever the order of the rows, and count once on a day with two', () => {
  const deals = dealsOf(`id outcome customer closed_at
                         A  won     X        2024-08-01
                         B  won     X        2024-06-30
                         C  won     Y        2024-07-01
                         D  won     Y        2024-07-01
                         E  won     Z        2024-09-30
                         F  won     W        2024-10-01
                         G  lost     V       2024-08-01
                         H  won     U        .
                         I  won     .        2024-08-01`);
  const quarter = measure('new_customers', deals, { period: '2024-Q3' });
  expect(quarter.value).toBe(2);
  expect(excludedIds(quarter, deals)).toEqual({ undated_closed: ['H'], without_customer: ['I'] });
});

it('are new with their first purchase, not with a credit before it', () => {
  const deals = dealsOf(`id outcome customer amount closed_at
                         A  won     X        -10    2023-11-01
                         B  won     X        100    2024-02-01
                         C  won     Y        -5     2024-02-02`);
  const measurement = measure('new_customers', deals, { period: '2024-Q1' });
  expect(idsOf(measurement.value === null ? [] : measurement.rows, deals)).toEqual(['B']);
  expect(excludedIds(measurement, deals)).toEqual({ negative_amount: ['A', 'C'] });
});

it('are new to the file, in groups and under a condition too', async () => {
  const deals = `id,account,stage,amount,owner,closed
1,X,Won,10,Ann,2024-01-10
2,X,Won,10,Bob,2024-04-10
3,Y,Won,10,Bob,2024-04-20
4,Y,Won,10,Ann,2024-05-20
5,Z,Lost,10,Ann,2023-12-20
6,V,Won,10,Ann,2024-06-05
7,V,Won,10,Bob,2024-06-05`;
  // X bought from Ann first, so it is not new when it buys from Bob; V is new on one day to both.
  const asked = { period: '2024-Q2', by: ['owner'] };
  const report = await reportTexts({ 'deals.csv': deals }, asked);
  expect(kpiValue(report, 'new_customers')).toBe(2);
  const groups = report.breakdowns[0]?.groups.map(({ key, kpis }) => [
    ...key,
    kpis.find(({ id }) => id === 'new_customers')?.value,
  ]);
  expect(groups).toEqual(
    expect.arrayContaining([
      ['Ann', 1],
      ['Bob', 2],
    ]),
  );
  const bob = await reportTexts({ 'deals.csv': deals }, { period: '2024-Q2', where: 'owner = Bob' });
  expect(kpiValue(bob, 'new_customers')).toBe(2);
  const all = await reportTexts({ 'deals.csv': deals }, { where: 'owner = Bob' });
  expect(kpiValue(all, 'new_customers')).toBe(2);
});
