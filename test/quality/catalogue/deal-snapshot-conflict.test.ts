import { describe, expect, it } from 'vitest';
import { dealSnapshotConflict } from '../../../src/quality/catalogue/deal-snapshot-conflict.js';
import { runRule } from '../../support/rules.js';

describe('deal.snapshot_conflict', () => {
  it('lists each contradiction where the other file has it', () => {
    const result = runRule(
      dealSnapshotConflict,
      'id outcome amount\nD1 won 5\nD2 lost 7\nD3 open 9\n# conflicts\nD2 outcome won lost\nD1 amount 4 5',
    );
    expect([result.violations, result.applicable]).toEqual([2, 3]);
    expect(
      result.describe().map(({ place, recordId, message }) => [place.file, place.row, recordId, message.en]),
    ).toEqual([
      ['old.csv', 3, 'D1', 'the amount of D1 is 4 in old.csv, but 5 where it counts'],
      ['old.csv', 2, 'D2', 'the outcome of D2 is won in old.csv, but lost where it counts'],
    ]);
  });

  it('accepts deals of which no other file tells', () => {
    expect(runRule(dealSnapshotConflict, 'id outcome\nD1 won')).toMatchObject({ outcome: 'pass', applicable: 1 });
  });
});
