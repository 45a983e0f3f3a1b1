import { describe, expect, it } from 'vitest';
import type { Dataset, FilterAccount } from '../../src/model/dataset.js';
import type { Deals } from '../../src/model/deals.js';
import { unlikeExports } from '../../src/report/unlike-exports.js';
import { dealsOf } from '../support/deals.js';

const snapshot = (file: string, deals: Deals, filter?: FilterAccount) => ({
  dataset: { deals, ...(filter === undefined ? {} : { filter }) } as unknown as Dataset,
  taken: 0,
  takenFrom: 'data' as const,
  files: [file],
});
const FULL = dealsOf(`id name outcome account owner stage    amount expected_close
                      D1 A    open    Acme    Ann   Proposal 5      2025-03-01`);
const told = (...snapshots: ReturnType<typeof snapshot>[]) =>
  unlikeExports(snapshots).map(({ code, args }) => ({ code, ...args }));

describe('exports that are hard to compare', () => {
  it('lack what the other one tells: each is named with its fields', () => {
    const other = dealsOf(`id outcome owner stage    pipeline
                           D1 open    Ann   Proposal Main`);
    expect(told(snapshot('old.csv', FULL), snapshot('new.csv', other))).toEqual([
      {
        code: 'snapshots_other_fields',
        exports: [
          { files: ['old.csv'], fields: ['pipeline'] },
          { files: ['new.csv'], fields: ['name', 'account', 'amount', 'expected_close'] },
        ],
      },
    ]);
    expect(told(snapshot('old.csv', FULL), snapshot('new.csv', FULL))).toEqual([]);
  });

  it('do not say which deals are open: that is named beside the stage', () => {
    const bare = dealsOf(`id name account owner amount expected_close
                          D1 A    Acme    Ann   5      2025-03-01`);
    expect(told(snapshot('old.csv', FULL), snapshot('new.csv', bare))).toEqual([
      { code: 'snapshots_other_fields', exports: [{ files: ['new.csv'], fields: ['stage', 'outcome'] }] },
    ]);
  });

  it('lack no expected close date where all deals are closed', () => {
    const closed = dealsOf(`id name outcome account owner stage amount
                            D1 A    won     Acme    Ann   Won   5`);
    expect(told(snapshot('old.csv', FULL), snapshot('new.csv', closed))).toEqual([]);
  });

  it('hold no deal, of themselves or by a condition; where none holds any, that is said elsewhere', () => {
    const none = FULL.part(new Uint32Array(0));
    const filter = { where: 'amount > 9', records: 1, kept: 0, leftOut: 1, unknown: 0 };
    expect(told(snapshot('old.csv', none, filter), snapshot('new.csv', FULL))).toEqual([
      { code: 'snapshots_empty', files: ['old.csv'], where: true },
    ]);
    expect(told(snapshot('old.csv', FULL), snapshot('new.csv', none))).toEqual([
      { code: 'snapshots_empty', files: ['new.csv'], where: false },
    ]);
    expect(told(snapshot('old.csv', none), snapshot('new.csv', none))).toEqual([]);
  });
});
