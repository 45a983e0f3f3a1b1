import { describe, expect, it } from 'vitest';
import { valueKinds } from '../../src/normalize/value-kinds.js';

const candidate = (column: number, field: string) => ({
  column,
  field,
  score: 1,
  rank: 0,
  reason: { code: 'said_with_map' as const, args: {} },
});

const head = { columns: ['Deal ID', 'Deal Name', 'Amount', 'Created', 'Closed', 'Both'] } as never;

describe('what columns are for', () => {
  it('is one kind of value, whatever the fields', () => {
    const found = [
      [3, 'created_at'],
      [4, 'amount'],
      [3, 'close_date'],
      [5, 'probability'],
    ] as const;
    const candidates = found.map(([column, field]) => candidate(column, field)) as never;
    expect([...valueKinds({ head, role: 'deals', candidates })]).toEqual([
      [3, 'days'],
      [4, 'numbers'],
      [5, 'numbers'],
    ]);
  });

  it('is an id where it is one of deals and nothing else', () => {
    const candidates = [candidate(0, 'id'), candidate(1, 'id'), candidate(1, 'name')] as never;
    expect([...valueKinds({ head, role: 'deals', candidates })]).toEqual([[0, 'ids']]);
    expect([...valueKinds({ head, role: 'customers', candidates })]).toEqual([]);
  });

  it('is the name of a deal and nothing else where names may stay in the file', () => {
    const found = [
      [0, 'id'],
      [1, 'name'],
      [2, 'name'],
      [2, 'account'],
      [3, 'name'],
      [3, 'id'],
    ] as const;
    const candidates = found.map(([column, field]) => candidate(column, field)) as never;
    expect([...valueKinds({ head, role: 'deals', candidates }, true)]).toEqual([
      [0, 'ids'],
      [1, 'places'],
    ]);
    expect([...valueKinds({ head, role: 'deals', candidates })]).toEqual([[0, 'ids']]);
    expect([...valueKinds({ head, role: 'leads', candidates }, true)]).toEqual([]);
  });

  it('is a day whose time stays in the file, where names may, unless its texts are asked for', () => {
    const found = [
      [2, 'amount'],
      [3, 'created_at'],
      [4, 'closed_at'],
      [5, 'modified_at'],
      [5, 'amount'],
    ] as const;
    const candidates = found.map(([column, field]) => candidate(column, field)) as never;
    const kindsOf = (role: 'deals' | 'leads', staying: boolean, by: string[]) => [
      ...valueKinds({ head, role, candidates }, staying, by),
    ];
    expect(kindsOf('deals', true, [])).toEqual([
      [2, 'numbers'],
      [3, 'placed_days'],
      [4, 'placed_days'],
    ]);
    expect(kindsOf('deals', true, ['Region', 'Closed'])).toEqual([
      [2, 'numbers'],
      [3, 'placed_days'],
      [4, 'days'],
    ]);
    expect(kindsOf('deals', false, []).map(([, kind]) => kind)).toEqual(['numbers', 'days', 'days']);
    expect(kindsOf('leads', true, []).map(([, kind]) => kind)).not.toContain('placed_days');
  });

  it('is nothing where a column may be a text or of two kinds', () => {
    const found = [
      [0, 'id'],
      [0, 'amount'],
      [1, 'amount'],
      [1, 'id'],
      [2, 'amount'],
      [2, 'closed_at'],
      [2, 'amount'],
    ] as const;
    const candidates = found.map(([column, field]) => candidate(column, field)) as never;
    expect([...valueKinds({ head, role: 'deals', candidates })]).toEqual([]);
  });
});
