import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay } from '../../src/model/civil-day.js';
import type { Dataset } from '../../src/model/dataset.js';
import { type Export, inOrder } from '../../src/report/snapshots.js';
import { day, dealsOf } from '../support/deals.js';

/** An export of a file, with a deal that was created on a day (`.`: nobody knows). */
function exported(file: string, created: string, said: string | null = null, sha256 = file): Export {
  const deals = dealsOf(`id outcome created_at
                         D1 open    ${created}`);
  const nothing = { purchases: null, history: null, customers: null, leads: null, warnings: [] };
  const sources = [
    { file: 'accounts.csv', role: 'customers', sha256: 'same', sheet: null },
    { file, role: 'deals', sha256, sheet: null },
  ];
  return {
    dataset: { ...nothing, deals, sources } as unknown as Dataset,
    said: said === null ? null : day(said),
  };
}
const told = (...exports: Export[]) => {
  const { snapshots, warnings } = inOrder(exports);
  return {
    snapshots: snapshots.map(({ files, taken, takenFrom }) => [
      files.join(),
      taken === null ? null : isoDay(taken),
      takenFrom,
    ]),
    warnings: warnings.map(({ code, args }) => ({ code, ...args })),
  };
};

describe('exports of the same deals', () => {
  it('were taken when somebody says so, else when their name says, else on their newest day', () => {
    expect(
      told(
        exported('a-2025-01-31.csv', '2025-01-20', '2025-02-01'),
        exported('b-2025-02-28.csv', '2025-02-20'),
        exported('c.csv', '2025-03-20'),
      ),
    ).toEqual({
      snapshots: [
        ['a-2025-01-31.csv', '2025-02-01', 'said'],
        ['b-2025-02-28.csv', '2025-02-28', 'file_name'],
        ['c.csv', '2025-03-20', 'data'],
      ],
      warnings: [],
    });
  });

  it('were not taken on the day of their name where they hold something newer', () => {
    const { snapshots, warnings } = told(exported('a-2025-01-31.csv', '2025-02-03'), exported('b.csv', '2025-03-01'));
    expect(snapshots[0]).toEqual(['a-2025-01-31.csv', '2025-02-03', 'data']);
    expect(warnings).toEqual([
      {
        code: 'snapshot_name_contradicted',
        ...{ files: ['a-2025-01-31.csv'], named: '2025-01-31', newest: '2025-02-03' },
      },
    ]);
    // Who says the day knows.
    expect(told(exported('a-2025-01-31.csv', '2025-02-03', '2025-01-31')).warnings).toEqual([]);
  });

  it('stand in the order in which they were taken, and a changed order is said', () => {
    const { snapshots, warnings } = told(exported('new.csv', '2025-02-20'), exported('old.csv', '2025-01-20'));
    expect(snapshots.map(([file]) => file)).toEqual(['old.csv', 'new.csv']);
    expect(warnings).toEqual([
      {
        code: 'snapshots_reordered',
        exports: [
          { files: ['old.csv'], taken: '2025-01-20' },
          { files: ['new.csv'], taken: '2025-02-20' },
        ],
      },
    ]);
  });

  it('of one day stay as they were given, which is said', () => {
    const { snapshots, warnings } = told(
      exported('b.csv', '2025-01-20'),
      exported('a.csv', '2025-01-20'),
      exported('c.csv', '2025-02-20'),
    );
    expect(snapshots.map(([file]) => file)).toEqual(['b.csv', 'a.csv', 'c.csv']);
    expect(warnings).toEqual([{ code: 'snapshots_same_day', day: '2025-01-20', files: ['b.csv', 'a.csv'] }]);
  });

  it('that are the same file are said to be, and nothing more', () => {
    expect(
      told(exported('a.csv', '2025-01-20', null, 'x'), exported('b.csv', '2025-01-20', null, 'x')).warnings,
    ).toEqual([{ code: 'snapshots_same_file', files: ['a.csv', 'b.csv'] }]);
    expect(told(exported('a.csv', '2025-01-20'), exported('a.csv', '2025-01-20')).warnings).toEqual([
      { code: 'snapshots_same_file', files: ['a.csv'] },
    ]);
  });

  it('stand as they were given where the day of one is not known', () => {
    const { snapshots, warnings } = told(exported('b.csv', '2025-02-20'), exported('a.csv', '.'));
    expect(snapshots).toEqual([
      ['b.csv', '2025-02-20', 'data'],
      ['a.csv', null, 'data'],
    ]);
    expect(warnings).toEqual([{ code: 'snapshots_undated', files: ['a.csv'] }]);
  });

  it('are all there, never newer before older, in whatever order they come', () => {
    const days = fc.integer({ min: day('2020-01-01'), max: day('2025-01-01') });
    fc.assert(
      fc.property(fc.array(days, { minLength: 2, maxLength: 6 }), (all) => {
        const given = all.map((one, at) => exported(`${at}.csv`, isoDay(one)));
        const { snapshots, warnings } = inOrder(given);
        const taken = snapshots.map((one) => one.taken);
        expect(taken).toEqual([...all].sort((a, b) => a - b));
        expect(new Set(snapshots.map(({ dataset }) => dataset))).toEqual(new Set(given.map(({ dataset }) => dataset)));
        expect(warnings.some(({ code }) => code === 'snapshots_reordered')).toBe(
          all.some((one, at) => at > 0 && one < (all[at - 1] ?? one)),
        );
      }),
    );
  });
});
