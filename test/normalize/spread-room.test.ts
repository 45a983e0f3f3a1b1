import { expect, test } from 'vitest';
import type { RawTable, TableHead } from '../../src/load/raw-table.js';
import { textColumn } from '../../src/model/text-column.js';
import { planTables } from '../../src/normalize/plan.js';
import { bytesToSpread } from '../../src/normalize/spread-room.js';
import { placesBelow } from '../support/row-places.js';

const COLUMNS = ['Deal ID', 'Amount', 'Probability', 'Push Count', 'Stage', 'Created Date', 'Remarks'];
const head: TableHead = {
  ...{ file: 'deals.csv', format: 'csv', sheet: null, encoding: 'utf-8', delimiter: ',', columns: COLUMNS },
  ...{ headerRow: 1, preamble: [], sample: [], sheets: [] },
};
const plans = planTables([{ head, role: 'deals' }], { mapping: {}, by: [], allColumns: false });

const coded = textColumn(['1', '2', '1']);
const plain = {
  kind: 'plain' as const,
  length: 3,
  bytes: Uint8Array.of(0x31, 0x32, 0x33),
  offsets: Uint32Array.of(0, 1, 2, 3),
};

function bytes(columns: RawTable['columns']): number | undefined {
  const raw = {
    head,
    size: 3,
    columns,
    places: placesBelow(3, false),
    skipped: [],
    findings: [],
    sha256: '',
  };
  const [plan] = plans;
  return plan && bytesToSpread({ plan, raw });
}

test('numbers of cells that repeat are eight bytes a row; other kinds, other cells and columns that were not read are none', () => {
  // Amount and push count, three rows of eight bytes each; probabilities stay codes.
  expect(bytes(COLUMNS.map(() => coded))).toBe(48);
  expect(bytes(COLUMNS.map((name) => (name === 'Amount' ? plain : coded)))).toBe(24);
  expect(bytes(COLUMNS.map((name) => (name === 'Push Count' ? undefined : coded)))).toBe(24);
  expect(bytes(COLUMNS.map(() => plain))).toBe(0);
});
