import { expect, it } from 'vitest';
import { groupChanges } from '../../src/analysis/group-changes.js';
import type { Report } from '../../src/index.js';
import { kpis } from '../../src/kpi/catalogue/index.js';
import type { Measured } from '../../src/kpi/measure.js';
import { ALL_TIME } from '../../src/model/period.js';
import { day, dealsOf } from '../support/deals.js';
import { reportTexts } from '../support/load-texts.js';
import { questionOf } from '../support/question.js';

type Group = Report['breakdowns'][number]['groups'][number];

/** Ann 300 then 100, Ben 0 then 50, Cid 80 then nothing: July 2024 against June. */
const DEALS = `id,owner,stage,amount,created,closed
1,Ann,Won,100,2024-05-01,2024-06-05
2,Ann,Won,200,2024-05-01,2024-06-06
3,Ann,Won,100,2024-05-01,2024-07-05
4,Ben,Lost,10,2024-05-01,2024-06-07
5,Ben,Won,50,2024-05-01,2024-07-06
6,Cid,Won,80,2024-05-01,2024-06-30
7,Dov,Won,5,2024-04-01,2024-05-02
8,Dov,Won,5,2024-07-01,2024-07-31
`;

const july = (options: Parameters<typeof reportTexts>[1] = {}): Promise<Report> =>
  reportTexts({ 'deals.csv': DEALS }, { period: '2024-07', by: ['owner'], asOf: '2024-07-31', ...options });

const figure = ({ kpis }: Pick<Group, 'kpis'>, id: string) => {
  const found = kpis.find((kpi) => kpi.id === id);
  if (found === undefined) throw new Error(`no KPI ${id}`);
  return found;
};
const keys = (report: Report): (string | undefined)[] => report.breakdowns[0]?.groups.map(({ key }) => key[0]) ?? [];

it('each group has the figure of the compared period and its change, also one that has no deal now', async () => {
  const [breakdown] = (await july()).breakdowns;
  const rows = breakdown?.groups.map((group) => {
    const { value, previous, change } = figure(group, 'revenue_won');
    return [group.key[0], value, previous?.value, change?.absolute, change?.relative, change?.reason];
  });
  expect(rows).toEqual([
    ['Ann', 100, 300, -200, -200 / 300, 'no_test'],
    ['Ben', 50, 0, 50, null, 'no_test'],
    ['Dov', 5, 0, 5, null, 'no_test'],
    ['Cid', 0, 80, -80, -1, 'no_test'],
  ]);
  expect(breakdown?.sort).toEqual({ by: 'revenue_won', of: null, direction: 'desc' });
  expect(breakdown).toMatchObject({ groupsTotal: 4, top: null, rest: null });
});

it('without a comparison there is neither', async () => {
  const report = await july({ compare: 'none' });
  for (const group of report.breakdowns[0]?.groups ?? []) {
    expect(figure(group, 'revenue_won')).toMatchObject({ previous: null, change: null });
  }
});

it('the groups of --top are told apart, the others as one with its own rate', async () => {
  const [breakdown] = (await july({ top: 1 })).breakdowns;
  expect(breakdown?.groups.map(({ key }) => key)).toEqual([['Ann']]);
  expect(breakdown).toMatchObject({ groupsTotal: 4, top: 1 });
  // Ben, Cid and Dov: 50 + 0 + 5 now, 0 + 80 + 0 in June; one deal lost in June, two won in July.
  expect(breakdown?.rest).toMatchObject({ groups: 3, records: 5 });
  const rest = breakdown?.rest;
  if (rest == null) throw new Error('nothing was left out');
  expect(figure(rest, 'revenue_won')).toMatchObject({ value: 55, previous: { value: 80 }, change: { absolute: -25 } });
  expect(figure(rest, 'win_rate')).toMatchObject({ value: 1, n: 2, previous: { value: 0.5, n: 2 } });
});

it('groups are ordered as asked, and the order is said', async () => {
  const name = await july({ sort: 'name:desc' });
  expect(keys(name)).toEqual(['Dov', 'Cid', 'Ben', 'Ann']);
  expect(name.breakdowns[0]?.sort).toEqual({ by: 'name', of: null, direction: 'desc' });
  const change = await july({ sort: 'change' });
  expect(keys(change)).toEqual(['Ben', 'Dov', 'Cid', 'Ann']);
  expect(change.breakdowns[0]?.sort).toEqual({ by: 'change', of: 'revenue_won', direction: 'desc' });
  expect(keys(await july({ sort: 'change:asc', top: 2 }))).toEqual(['Ann', 'Cid']);
  // Three, two, one and two deals: Ben before Dov by won value.
  expect(keys(await july({ sort: 'records' }))).toEqual(['Ann', 'Ben', 'Dov', 'Cid']);
  // Nobody changed without a comparison: then the usual order is said.
  const without = await july({ sort: 'change', compare: 'none' });
  expect(without.breakdowns[0]?.sort.by).toBe('revenue_won');
});

it('a change is called significant only after a correction over all groups', () => {
  const deals = dealsOf(`id outcome closed_at\nA won 2024-01-01`);
  const winRate = kpis.find(({ id }) => id === 'win_rate');
  if (winRate === undefined) throw new Error('no win rate');
  const rate = (won: number, n: number): Measured => ({
    kpi: winRate,
    byCurrency: null,
    measurement: {
      value: won / n,
      n,
      numerator: { total: won, rows: new Uint32Array(0) },
      denominator: { total: n, rows: new Uint32Array(0) },
      interval: { low: 0, high: 1, level: 0.95, method: 'wilson' },
      excluded: [],
    },
  });
  const question = questionOf(deals, {});
  const comparedTo = { ...ALL_TIME, start: day('2023-01-01'), end: day('2024-01-01') };
  const period = { ...ALL_TIME, start: day('2024-01-01'), end: day('2025-01-01') };
  const frame = { question: { ...question, period }, comparedTo, measure: () => null };
  const moved = { current: rate(30, 50), previous: rate(19, 50) };
  const still = { current: rate(25, 50), previous: rate(25, 50) };
  const [alone] = groupChanges(winRate, [moved], frame);
  // Fisher's exact test of 30/50 against 19/50, summed by hand over C(50,x)·C(50,49−x)/C(100,49): 0.044924; twenty
  // groups make it 0.8985.
  expect(alone).toMatchObject({ significant: true, pValue: expect.closeTo(0.044924, 6), reason: null });
  const [among] = groupChanges(winRate, [moved, ...Array.from({ length: 19 }, () => still)], frame);
  expect(among).toMatchObject({ significant: false, adjustedPValue: expect.closeTo(0.8985, 4) });
  const [few] = groupChanges(winRate, [{ current: rate(10, 10), previous: rate(0, 19) }], frame);
  expect(few).toMatchObject({ significant: null, pValue: null, reason: 'few_records' });
});
