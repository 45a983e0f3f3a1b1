import { describe, expect, it } from 'vitest';
import { schemaChanged } from '../../../src/quality/catalogue/schema-changed.js';
import { runRule } from '../../support/rules.js';

describe('schema.changed', () => {
  it('tells new, lost, renamed and retyped columns', () => {
    const result = runRule(
      schemaChanged,
      `id amount owner notes
       D1 5 Sara x
       # previous 2024-12-01 1
       column Column_1 name
       column Value amount
       column Stage stage
       column Column_3 owner`,
    );
    // Column 1, Value, Stage, Column 3 before; Columns 1 to 4 now: six names.
    expect([result.violations, result.applicable]).toEqual([4, 6]);
    expect(result.describe().map(({ message }) => message.en)).toEqual([
      'the column "Column 1" was taken for id, and for name in the run of 2024-12-01',
      'the column "Column 2" is now the amount, which was "Value" in the run of 2024-12-01',
      'the column "Column 4" is new since the run of 2024-12-01',
      'the column "Stage" (stage) is gone since the run of 2024-12-01',
    ]);
  });

  it('accepts the same columns in another order', () => {
    const table = 'id amount\nD1 5\n# previous 2024-12-01 9\ncolumn Column_2 amount\ncolumn Column_1 id';
    expect(runRule(schemaChanged, table)).toMatchObject({ outcome: 'pass', applicable: 2 });
  });
});
