import { describe, expect, it } from 'vitest';
import { breakDown } from '../../src/analysis/breakdown.js';
import { groupDifferences } from '../../src/analysis/group-differences.js';
import { kpis } from '../../src/kpi/catalogue/index.js';
import type { Kpi } from '../../src/kpi/definition.js';
import { NO_DAY } from '../../src/model/civil-day.js';
import type { Customers } from '../../src/model/customers.js';
import type { DealField, Deals } from '../../src/model/deals.js';
import { textColumn } from '../../src/model/text-column.js';
import { day, dealsOf, sixteenDeals } from '../support/deals.js';
import { type QuestionOptions, questionOf } from '../support/question.js';

type Category = Extract<DealField, 'owner' | 'source' | 'stage' | 'customer'>;

function groupsOf(deals: Deals, by: readonly Category[], ids: readonly string[] | null, options: QuestionOptions = {}) {
  const columns = by.map((name) => ({ name, column: deals.column(name) }));
  return breakDown(columns, kpis, ids, questionOf(deals, options)).groups;
}

/** `Sara 6 0.6` for each group: key, deals, value of the first KPI. */
const lines = (groups: ReturnType<typeof groupsOf>) =>
  groups.map(({ key, n, measured }) => [key.join('/'), n, measured[0]?.measurement.value]);

describe('the sixteen deals', () => {
  it('by source: Referral 4/4, Event 2/3, Web 2/5, by the lower end of the interval', () => {
    const groups = groupsOf(sixteenDeals(), ['source'], ['win_rate']);
    expect(lines(groups)).toEqual([
      ['Referral', 5, 1],
      ['Event', 4, 2 / 3],
      ['Web', 7, 0.4],
    ]);
    const [referral] = groups;
    const measurement = referral?.measured[0]?.measurement;
    expect(measurement?.value === null ? null : measurement?.interval?.low).toBeCloseTo(0.510109, 6);
  });

  it('by owner: Omid 3/4 (0.3006), Sara 3/5 (0.2307), Lina 2/3 (0.2077): a rate of few does not lead', () => {
    expect(lines(groupsOf(sixteenDeals(), ['owner'], ['win_rate']))).toEqual([
      ['Omid', 5, 0.75],
      ['Sara', 6, 0.6],
      ['Lina', 5, 2 / 3],
    ]);
  });

  it('by owner and money: the largest first', () => {
    expect(lines(groupsOf(sixteenDeals(), ['owner'], ['revenue_won']))).toEqual([
      ['Omid', 5, 43_000],
      ['Sara', 6, 23_000],
      ['Lina', 5, 4_000],
    ]);
  });

  it('without a request are ordered by won value, and hold the whole catalogue but what is measured where it is named', () => {
    const groups = groupsOf(sixteenDeals(), ['owner'], null);
    expect(groups.map(({ key }) => key[0])).toEqual(['Omid', 'Sara', 'Lina']);
    expect(groups[0]?.measured.map(({ kpi }) => kpi.id)).toEqual(
      (kpis as readonly Kpi[]).filter(({ onDemand }) => onDemand !== true).map(({ id }) => id),
    );
  });

  it('by two columns: each pair that occurs', () => {
    const groups = groupsOf(sixteenDeals(), ['owner', 'source'], ['new_deals']);
    // Counted by hand in the table.
    expect(new Map(groups.map(({ key, n }) => [key.join('/'), n]))).toEqual(
      new Map([
        ['Sara/Web', 4],
        ['Sara/Referral', 1],
        ['Sara/Event', 1],
        ['Omid/Referral', 4],
        ['Omid/Web', 1],
        ['Lina/Web', 2],
        ['Lina/Event', 3],
      ]),
    );
  });
});

it('a quicker cycle comes before a slower one, and a group without a value last', () => {
  const deals = dealsOf(`id owner outcome created_at closed_at
                         A  Slow  won     2024-01-01 2024-03-01
                         B  Quick won     2024-01-01 2024-01-02
                         C  None  lost    2024-01-01 2024-01-02
                         D  None  lost    2024-01-01 2024-01-02`);
  expect(lines(groupsOf(deals, ['owner'], ['sales_cycle']))).toEqual([
    ['Quick', 1, 1],
    ['Slow', 1, 60],
    ['None', 2, null],
  ]);
});

it('ties are broken by won value, then by the number of deals, then by the key; an empty cell is a group', () => {
  const deals = dealsOf(`id owner outcome amount
                         A  B     open    .
                         B  A     open    .
                         C  .     open    .
                         D  .     open    .
                         E  Z     won     5
                         F  Y     won     7`);
  expect(groupsOf(deals, ['owner'], ['lost_deals']).map(({ key }) => key[0])).toEqual(['Y', 'Z', '', 'A', 'B']);
});

it('groups of a part of the deals have only the values that occur in it', () => {
  const deals = sixteenDeals();
  const amount = deals.column('amount');
  const population = deals.all().where((row) => (amount[row] ?? 0) >= 15_000);
  expect(lines(groupsOf(deals, ['source'], ['new_deals'], { population }))).toEqual([
    ['Referral', 2, 2],
    ['Web', 2, 2],
    ['Event', 1, 1],
  ]);
});

it('leads do not belong to a group of deals', () => {
  const groups = groupsOf(sixteenDeals(), ['owner'], ['lead_conversion_rate', 'win_rate']);
  for (const { measured } of groups) {
    const lead = measured.find(({ kpi }) => kpi.id === 'lead_conversion_rate');
    expect(lead?.measurement).toMatchObject({ value: null, reason: 'not_by_group' });
  }
});

it('a customers file is narrowed to the customers of the group', () => {
  const deals = dealsOf(`id owner outcome customer
                         A  Ana   won     X
                         B  Ana   won     Y
                         C  Ben   won     Z`);
  const { codes } = deals.column('customer');
  const ids = textColumn(['X', 'Y', 'Z', 'W']);
  const customers: Customers = {
    size: 4,
    key: Uint32Array.of(codes[0] ?? 0, codes[1] ?? 0, codes[2] ?? 0, 0),
    id: ids,
    name: ids,
    startedAt: new Int32Array(4).fill(day('2020-01-01')),
    endedAt: Int32Array.of(NO_DAY, day('2024-05-01'), NO_DAY, NO_DAY),
  };
  const groups = groupsOf(deals, ['owner'], ['customer_retention_rate'], { customers });
  expect(new Map(groups.map(({ key, measured }) => [key[0], measured[0]?.measurement.value]))).toEqual(
    new Map([
      ['Ana', 0.5],
      ['Ben', 1],
    ]),
  );
});

it('orders that were given beside the deals do not belong to a group of deals', () => {
  const deals = sixteenDeals();
  const groups = groupsOf(deals, ['owner'], ['customers', 'win_rate'], { purchases: deals.all() });
  for (const { measured } of groups) {
    const customers = measured.find(({ kpi }) => kpi.id === 'customers');
    expect(customers?.measurement).toMatchObject({ value: null, reason: 'not_by_group' });
  }
  // Ordered by what can be told of a group: its won value.
  expect(groups.map(({ key }) => key[0])).toEqual(['Omid', 'Sara', 'Lina']);
});

describe('more groups than are kept', () => {
  // Owner i has won i % 4 + 4 deals of i each, and lost one.
  const OWNERS = 120;
  const rows = Array.from({ length: OWNERS }, (_, i) =>
    [...Array.from({ length: (i % 4) + 4 }, () => `won ${i}`), 'lost .'].map(
      (cells, at) => `D${i}-${at} ${cells} O${i}`,
    ),
  ).flat();
  const deals = dealsOf(['id outcome amount owner', ...rows].join('\n'));
  const numberOf = ({ key }: { readonly key: readonly string[] }) => Number((key[0] ?? '').slice(1));
  const wonBy = (owner: number) => (owner % 4) + 4;
  // Of all KPIs, groups of so many owners go when they are read.
  const groups = groupsOf(deals, ['owner'], null);

  it('have the figures of their own deals, whenever they are read', () => {
    expect(groups).toHaveLength(OWNERS);
    for (let round = 0; round < 2; round++) {
      for (const group of groups) {
        const [owner, { measured }] = [numberOf(group), group];
        const won = wonBy(owner);
        const figure = (id: string) => measured.find(({ kpi }) => kpi.id === id)?.measurement.value;
        expect(group.n).toBe(won + 1);
        expect(['won_deals', 'win_rate', 'revenue_won'].map(figure)).toEqual([won, won / (won + 1), won * owner]);
      }
    }
  });

  it('stand in order by a figure that was looked at ahead of the others', () => {
    const worth = groups.map((group) => wonBy(numberOf(group)) * numberOf(group));
    expect(worth).toEqual([...worth].sort((a, b) => b - a));
    expect(groups[0]?.key).toEqual(['O119']);
  });

  it('are tested as they are when all of them are kept', () => {
    const by = [{ name: 'owner', column: deals.column('owner') }];
    const tested = ['win_rate', 'avg_deal_size'];
    const sort = { by: 'name', direction: 'asc' } as const;
    const [ofMany, ofFew] = [null, tested].map((ids) =>
      groupDifferences([breakDown(by, kpis, ids, questionOf(deals), { sort })], tested),
    );
    expect(ofMany).toEqual(ofFew);
    // Sizes of the owners with five wins or more.
    expect(ofMany?.[0]?.map(({ kpi, n }) => [kpi, n])).toEqual([
      ['win_rate', 30 * (5 + 6 + 7 + 8)],
      ['avg_deal_size', 30 * (5 + 6 + 7)],
    ]);
  });
});
