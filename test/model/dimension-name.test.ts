import { describe, expect, it } from 'vitest';
import { columnsOfName, dimensionNamed, needsNoColumn, withEdges } from '../../src/model/dimension-name.js';

describe('what a breakdown may be by beside a column', () => {
  it.each([
    ['month', { kind: 'time', grain: 'month' }],
    ['Quarter', { kind: 'time', grain: 'quarter' }],
    ['ماه', { kind: 'time', grain: 'month' }],
    ['created_month', { kind: 'days', column: 'created_at', grain: 'month' }],
    ['expected_close_week', { kind: 'days', column: 'expected_close', grain: 'week' }],
    ['Signed on:year', { kind: 'days', column: 'Signed on', grain: 'year' }],
    ['amount:10k,50k,100k', { kind: 'ranges', column: 'amount', edges: [10_000, 50_000, 100_000] }],
    ['Net: value:2.5M, −1', { kind: 'ranges', column: 'Net: value', edges: [-1, 2_500_000] }],
    ['age', { kind: 'ranges', column: 'age', edges: null }],
    ['Age:30,90', { kind: 'ranges', column: 'age', edges: [30, 90] }],
  ])('%s', (name, dimension) => {
    expect(dimensionNamed(name)).toEqual(dimension);
  });

  it.each(['owner', 'owner_month', 'amount', 'amount:', 'amount:x', 'a:1,,2', ':month', '', 'toString', 'months'])(
    '%s is none',
    (name) => {
      expect(dimensionNamed(name)).toBeNull();
    },
  );

  it('says which columns may be meant, the name itself first', () => {
    expect(columnsOfName('amount:5')).toEqual(['amount:5', 'amount']);
    expect(columnsOfName('created_month')).toEqual(['created_month', 'created_at']);
    expect(['month', 'age', 'age:30'].map(needsNoColumn)).toEqual([true, true, true]);
    expect(['owner', 'amount:5', 'created_month'].map(needsNoColumn)).toEqual([false, false, false]);
  });

  it('puts the edges of a range together again, and nothing else', () => {
    expect(withEdges(['owner', 'amount:10k', '50k', '1M', 'month'])).toEqual(['owner', 'amount:10k,50k,1M', 'month']);
    expect(withEdges(['2024', '2025'])).toEqual(['2024', '2025']);
    expect(withEdges(['a:month', '50'])).toEqual(['a:month', '50']);
  });
});
