import { describe, expect, it } from 'vitest';
import { textColumn } from '../../src/model/text-column.js';
import { OLDER_SNAPSHOT } from '../../src/normalize/settle-rows.js';
import { snapshotConflicts } from '../../src/normalize/snapshot-conflicts.js';

describe('what two snapshots say of a deal', () => {
  it('is compared for as many deals as files have', () => {
    const deals = 200_000;
    const ids = Array.from({ length: deals }, (_, deal) => `D${deal}`);
    // The first file is the older one; the last deal was created a day later there.
    const created = new Int32Array(2 * deals).fill(19_000);
    created[deals - 1] = 19_001;
    const settled = {
      fate: new Uint8Array(2 * deals).fill(OLDER_SNAPSHOT, 0, deals),
      repeats: [],
      snapshots: [{ files: [0, 1].map((file) => ({ file, end: null })), several: deals, onlyOlder: 0 }],
    };
    const conflicts = snapshotConflicts(
      settled,
      { id: textColumn([...ids, ...ids]), created_at: created },
      new Uint16Array(2 * deals).fill(1, deals),
      Int32Array.from({ length: 2 * deals }, (_, row) => (row < deals ? -1 : row - deals)),
      (row) => ({ file: 'a.csv', sheet: null, row: row + 2, line: row + 2 }),
    );
    expect(conflicts).toEqual([
      {
        kept: deals - 1,
        place: { file: 'a.csv', sheet: null, row: deals + 1, line: deals + 1 },
        field: 'created_at',
        other: '2022-01-09',
        counted: '2022-01-08',
      },
    ]);
  });
});
