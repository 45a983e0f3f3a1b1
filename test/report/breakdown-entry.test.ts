import { expect, it } from 'vitest';
import { breakDown } from '../../src/analysis/breakdown.js';
import { kpis } from '../../src/kpi/catalogue/index.js';
import { breakdownEntry, groupKpi } from '../../src/report/breakdown-entry.js';
import { dealsOf } from '../support/deals.js';
import { questionOf } from '../support/question.js';

const SPEECH = 'en' as const;

it('groups of the same figures have the same ones, whatever stands for them', () => {
  // Ann and Bob have won as many, of other money; Cyd has won none; two of Dan's four have no end.
  const deals = dealsOf(`id owner outcome amount created_at closed_at
                         A  Ann   won     10     2024-01-01 2024-02-01
                         B  Ann   lost    .      2024-01-01 2024-02-01
                         C  Bob   won     20     2024-01-01 2024-03-01
                         D  Bob   lost    .      2024-01-01 2024-02-01
                         E  Cyd   lost    .      2024-01-01 2024-02-01
                         F  Dan   won     1      2024-01-01 2024-01-02
                         G  Dan   won     2      2024-01-01 2024-01-03
                         H  Dan   open    .      2024-01-01 .
                         I  Dan   open    5      2024-01-01 .`);
  const breakdown = breakDown([{ name: 'owner', column: deals.column('owner') }], kpis, null, questionOf(deals));
  const { groups } = breakdownEntry(breakdown, [], { kpis: null, groups: { sort: null, top: null } }, SPEECH);
  expect(groups).toHaveLength(4);
  groups.forEach((group, index) => {
    const measured = breakdown.groups[index]?.measured ?? [];
    expect(group.kpis).toEqual(measured.map((one) => groupKpi(one, null, null, true)));
  });
  const figure = (owner: string, id: string) =>
    groups.find(({ key }) => key[0] === owner)?.kpis.find((one) => one.id === id);
  expect(['Ann', 'Bob', 'Cyd', 'Dan'].map((owner) => figure(owner, 'won_deals')?.value)).toEqual([1, 1, 0, 2]);
  expect(['Ann', 'Bob', 'Cyd', 'Dan'].map((owner) => figure(owner, 'revenue_won')?.value)).toEqual([10, 20, 0, 3]);
  expect(['Ann', 'Cyd'].map((owner) => figure(owner, 'avg_deal_size')?.reason)).toEqual([null, 'no_won_deals']);
  // A size that is as much as there are deals is more than their number.
  expect(figure('Ann', 'win_rate')).toMatchObject({ numerator: 1, denominator: 2, n: 2 });
});
