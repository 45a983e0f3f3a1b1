import { NO_ID, StoredIds } from '../../src/model/stored-ids.js';
import { ValueColumn } from '../../src/model/stored-values.js';
import { plainColumn } from './plain-column.js';

/** A copy of some numbers in memory that threads share. */
function shared<A extends Uint8Array | Uint32Array>(
  kind: new (buffer: SharedArrayBuffer) => A,
  from: ArrayLike<number>,
) {
  const bytes = from.length * (kind === (Uint8Array as unknown) ? 1 : 4);
  const array = new kind(new SharedArrayBuffer(bytes));
  array.set(from);
  return array;
}

/** The cells as ids that are stored as numbers: those that are a beginning and so many digits (0 = without zeros in front). */
export function idColumn(beginning: string, digits: number, cells: readonly string[]): ValueColumn {
  const number = digits === 0 ? /^(?:0|[1-9]\d{0,8})$/ : new RegExp(`^\\d{${digits}}$`);
  const ids = cells.map((cell) => {
    const rest = cell.slice(beginning.length);
    return cell.startsWith(beginning) && number.test(rest) ? Number(rest) : NO_ID;
  });
  const rows = cells.flatMap((cell, row) => (ids[row] === NO_ID && cell !== '' ? [row] : []));
  const texts = plainColumn(rows.map((row) => cells[row] ?? ''));
  const others = {
    rows: shared(Uint32Array, rows),
    bytes: shared(Uint8Array, texts.bytes),
    offsets: shared(Uint32Array, texts.offsets),
  };
  const form = { beginning: new TextEncoder().encode(beginning), digits };
  const empty = cells.filter((cell) => cell === '').length;
  return new ValueColumn(cells.length, new StoredIds({ ids: shared(Uint32Array, ids), form, empty, others }));
}
