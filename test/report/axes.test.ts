import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/index.js';
import { reportTexts } from '../support/load-texts.js';

/** Twenty won deals of 100, 200, … 2,000, created and closed in 2024, of companies with 1 … 20 employees; a lost one. */
const DEALS = [
  'id,owner,stage,amount,created,closed,staff,signed on',
  ...Array.from({ length: 20 }, (_, at) => {
    const month = String(1 + (at % 12)).padStart(2, '0');
    return `${at},Ann,Won,${(at + 1) * 100},2024-${month}-01,2024-${month}-${10 + at},${at + 1},2024-${month}-03`;
  }),
  '20,Ben,Lost,,2024-03-01,2024-03-05,,',
].join('\n');

const by = (name: string, options: Parameters<typeof reportTexts>[1] = {}): Promise<Report> =>
  reportTexts({ 'deals.csv': DEALS }, { by: [name], ...options });
const breakdown = async (name: string, options?: Parameters<typeof reportTexts>[1]) => {
  const [first] = (await by(name, options)).breakdowns;
  if (first === undefined) throw new Error('no breakdown');
  return first;
};
const wonBy = ({ groups }: Report['breakdowns'][number]) =>
  groups.map(({ key, range, kpis }) => [
    key.join(' '),
    range[0]?.from ?? null,
    range[0]?.to ?? null,
    kpis.find(({ id }) => id === 'won_deals')?.value,
  ]);

describe('ranges of numbers', () => {
  it('of a field, by the edges that are given, from the lowest, empty cells last', async () => {
    const found = await breakdown('amount:500,1.5k');
    expect(wonBy(found)).toEqual([
      ['..500', null, 500, 4],
      ['500..1500', 500, 1500, 10],
      ['1500..', 1500, null, 6],
      ['', null, null, 0],
    ]);
    expect(found.axes).toEqual([{ name: 'amount:500,1.5k', title: 'Amount', kind: 'numbers', grain: null }]);
    expect(found.sort).toEqual({ by: 'own', of: null, direction: 'asc' });
  });

  it('are chosen where there are many numbers, once for the whole file, also of a column that is no field', async () => {
    const labels = (await breakdown('staff')).groups.map(({ key }) => key[0]);
    // The sixths of 1 … 20 are 4.17, 7.33, … 3.17 apart: multiples of 2.
    expect(labels).toEqual(['..4', '4..8', '8..10', '10..14', '14..16', '16..', '']);
    const part = await breakdown('staff', { where: 'amount > 1700' });
    expect(part.groups.map(({ key }) => key[0])).toEqual(['16..']);
  });

  it('are not made of few numbers, or of words', async () => {
    const few = await reportTexts({ 'deals.csv': 'id,stage,rating\n1,Won,3\n2,Won,1\n3,Lost,3\n' }, { by: ['rating'] });
    expect(few.breakdowns[0]?.groups.map(({ key }) => key[0]).sort()).toEqual(['1', '3']);
    expect((await breakdown('owner')).axes[0]?.kind).toBe('values');
  });

  it('the age of deals needs no column', async () => {
    // Won deals are 9 … 28 days old at closing, the lost one 4.
    expect(wonBy(await breakdown('age:10,20'))).toEqual([
      ['..10', null, 10, 1],
      ['10..20', 10, 20, 10],
      ['20..', 20, null, 9],
    ]);
  });
});

describe('days', () => {
  it.each(['created_quarter', 'signed on:quarter'])(
    '%s: the deals by the quarters of one of their days',
    async (name) => {
      const found = await breakdown(name);
      // Months 1 … 12 and 1 … 8: the first two quarters twice, the third two months of it twice.
      expect(wonBy(found).slice(0, 4)).toEqual([
        ['2024-Q1', '2024-01-01', '2024-03-31', 6],
        ['2024-Q2', '2024-04-01', '2024-06-30', 6],
        ['2024-Q3', '2024-07-01', '2024-09-30', 5],
        ['2024-Q4', '2024-10-01', '2024-12-31', 3],
      ]);
      expect(found.axes[0]?.kind).toBe('days');
    },
  );

  it('owner and quarter: a pivot, with the owners of the whole period beside it', async () => {
    const found = await breakdown('owner,quarter', { top: 1 });
    expect(found.rows?.map(({ key }) => key)).toEqual([['Ann']]);
    expect(found).toMatchObject({ groupsTotal: 2, rest: { groups: 1 } });
    expect(found.groups.map(({ key }) => key.join(' '))).toEqual([
      'Ann 2024-Q1',
      'Ann 2024-Q2',
      'Ann 2024-Q3',
      'Ann 2024-Q4',
    ]);
    expect(found.axes[1]).toEqual({ name: 'quarter', title: 'quarter', kind: 'time', grain: 'quarter' });
  });

  it('a column of the file comes before what its name could mean', async () => {
    const texts = { 'deals.csv': 'id,stage,month\n1,Won,spring\n2,Won,autumn\n' };
    const found = await reportTexts(texts, { by: ['month'] });
    expect(found.breakdowns[0]?.groups.map(({ key }) => key[0]).sort()).toEqual(['autumn', 'spring']);
  });
});

describe('what cannot be', () => {
  it.each([
    ['owner:10,20', 'not_of_kind'],
    ['owner:month', 'not_of_kind'],
    ['month,quarter', 'two_times'],
    ['nobody:10', 'unknown_column'],
    ['nobody', 'unknown_column'],
  ])('%s: %s', async (name, code) => {
    await expect(by(name)).rejects.toMatchObject({ code });
  });

  it('stands with names that nobody should have: pipes, scripts, 10,000 characters, nothing', async () => {
    const names = ['a|b', '`x`', '<script>alert(1)</script>', '=cmd()', '\u202eabc', 'x'.repeat(10_000), '', '😀'];
    const texts = { 'deals.csv': `id,stage,owner\n${names.map((name, at) => `${at},Won,"${name}"`).join('\n')}\n` };
    const found = await reportTexts(texts, { by: ['owner', 'owner,month', 'month'], top: 3 });
    expect(found.breakdowns.map(({ groupsTotal }) => groupsTotal)).toEqual([8, 8, 1]);
  });
});
