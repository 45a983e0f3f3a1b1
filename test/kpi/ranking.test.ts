import { expect, it } from 'vitest';
import { byAmount, byDeals, inOneCurrency, moneyBeside, totalsBy } from '../../src/kpi/ranking.js';
import { dealsOf } from '../support/deals.js';

it('takes amounts that name no currency for the only one there is', () => {
  const of = (rows: string) => inOneCurrency(dealsOf(`id amount currency\n${rows}`).all());
  expect(of('A 1 EUR\nB 2 .\nC 3 EUR')).toBe(true);
  expect(of('A 1 EUR\nB . USD')).toBe(true);
  expect(of('A 1 EUR\nB 2 USD')).toBe(false);
  expect(inOneCurrency(dealsOf('id amount\nA 1').all())).toBe(true);
});

it('are gone through piece by piece: a second currency is seen in any of them, and all are added up', () => {
  const rows = Array.from({ length: 40_000 }, (_, at) => `D${at} 2 EUR ${at < 20_000 ? 'Ana' : 'Ben'}`);
  const deals = dealsOf(['id amount currency owner', ...rows].join('\n'));
  expect([inOneCurrency(deals.all()), moneyBeside(deals.all())]).toEqual([true, 80_000]);
  expect(totalsBy(deals.all(), deals.column('owner')).map(({ key, n, amount }) => [key, n, amount])).toEqual([
    ['Ana', 20_000, 40_000],
    ['Ben', 20_000, 40_000],
  ]);
  for (const at of [1, 17_000, 39_999]) {
    const odd = rows.with(at, `D${at} 2 USD Ana`);
    expect(inOneCurrency(dealsOf(['id amount currency owner', ...odd].join('\n')).all())).toBe(false);
  }
});

it('adds money without drift, and knows no sum of nothing', () => {
  const of = (rows: string) => moneyBeside(dealsOf(`id amount currency\n${rows}`).all());
  expect(of('A 1e16 EUR\nB 1 EUR\nC -1e16 EUR')).toBe(1);
  expect(of('A . EUR')).toBeNull();
  expect(of('A 1 EUR\nB 1 USD')).toBeNull();
});

it('puts spellings of one name together under the most frequent one', () => {
  const deals = dealsOf('id amount owner\nA 1 ANA\nB 2 Ana\nC . Ana\nD . Ben\nE 7 .');
  expect(totalsBy(deals.all(), deals.column('owner'))).toEqual([
    { folded: '', key: '', n: 1, amount: 7 },
    { folded: 'ana', key: 'Ana', n: 3, amount: 3 },
    { folded: 'ben', key: 'Ben', n: 1, amount: null },
  ]);
});

it('chooses among equally frequent spellings the same one in any order of the rows', () => {
  for (const rows of ['A 1 ANA\nB 1 Ana', 'A 1 Ana\nB 1 ANA']) {
    const deals = dealsOf(`id amount owner\n${rows}`);
    expect(totalsBy(deals.all(), deals.column('owner')).map(({ key }) => key)).toEqual(['ANA']);
  }
});

it('orders by deals or by money, and by name where both are equal', () => {
  const part = (key: string, n: number, amount: number | null) => ({ key, n, amount, share: null });
  const parts = [part('b', 1, 5), part('a', 1, 5), part('c', 2, null), part('d', 1, 9)];
  expect([...parts].sort(byDeals).map(({ key }) => key)).toEqual(['c', 'd', 'a', 'b']);
  expect([...parts].sort(byAmount).map(({ key }) => key)).toEqual(['d', 'a', 'b', 'c']);
});
