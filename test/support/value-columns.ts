import type { BytePlan, ByteTable } from '../../src/load/byte-table.js';
import type { KernelParts } from '../../src/load/kernel/kernel.js';
import { KernelTable } from '../../src/load/kernel/table.js';
import type { ValueKind } from '../../src/load/raw-table.js';
import { profileOf } from '../../src/load/several-tables.js';
import type { PlainColumn, TextColumn } from '../../src/model/text-column.js';
import { kernelHere } from './kernel.js';

/** Enough cells that all differ: a store gives up its dictionary after 8192 of them. */
const FILLING = 8300;
const two = (value: number): string => String(value).padStart(2, '0');

const DAYS = Array.from({ length: FILLING }, (_, index) => {
  return `20${two(index % 90)}-03-${two(1 + (index % 28))} ${two(index % 24)}:${two(index % 60)}:${two(index % 59)}`;
});

/** Cells of a kind of value, all different. */
export const fillingOf: Readonly<Record<ValueKind, readonly string[]>> = {
  days: DAYS,
  placed_days: DAYS,
  numbers: Array.from({ length: FILLING }, (_, index) => `${index + 1000}.5`),
  ids: Array.from({ length: FILLING }, (_, index) => `D-${String(index * 7).padStart(6, '0')}`),
  places: Array.from({ length: FILLING }, (_, index) => `Order ${index * 7} for plant ${index % 90}`),
};

/** The bytes of a table whose second column has the given cells. */
export function tableOf(cells: readonly string[], header = true): Uint8Array {
  const rows = cells.map((cell, row) => `D${row}x,"${cell.replaceAll('"', '""')}"\n`);
  return Buffer.from(`${header ? 'ID,Cell\n' : ''}${rows.join('')}`);
}

export function valuePlan(values: ReadonlyMap<number, ValueKind> | undefined, other: Partial<BytePlan> = {}): BytePlan {
  return {
    delimiter: ',',
    header: ['ID', 'Cell'],
    columns: 2,
    firstColumnIsTerse: true,
    wanted: [1],
    widths: null,
    firstLine: 1,
    size: null,
    headerRow: 1,
    known: [],
    lookedTo: 1,
    profile: profileOf(['ID', 'Cell'], []),
    values,
    ...other,
  };
}

/** A column as the kernel stores it when it is told what its cells are for. */
export function storedColumn(kind: ValueKind, cells: readonly string[]): TextColumn {
  return read(
    new KernelTable(kernelHere(), valuePlan(new Map<number, ValueKind>([[1, kind]])), () => 0),
    tableOf(cells),
  );
}

/** The same from two readers in one memory, the second of which reads the cells from `from` on. */
export function storedColumnOfTwo(
  kind: ValueKind,
  cells: readonly string[],
  looked: number,
  from: number,
  parts: KernelParts = kernelHere(),
): TextColumn {
  const values = new Map<number, ValueKind>([[1, kind]]);
  const table = new KernelTable(parts, valuePlan(values), () => 0);
  const begin = tableOf(cells.slice(0, looked));
  const whole = tableOf(cells);
  const behind = tableOf(cells.slice(from), false);
  if (!table.feed(begin, false)) throw new Error('declined');
  const places = table.planPart(whole.length - behind.length, whole.length);
  if (places === null) throw new Error('no room');
  const second = new KernelTable(
    parts,
    valuePlan(values, { headerRow: 0, lookedTo: 0, firstLine: 0 }),
    () => 0,
    places,
  );
  if (!table.feed(tableOf(cells.slice(looked, from), false), false)) throw new Error('declined');
  if (!second.feed(behind, false) || !second.feed(new Uint8Array(0), true)) throw new Error('declined');
  const part = second.detach();
  if (!table.absorb(part)) throw new Error('no room');
  return columnOf(table);
}

/** A plain column of the given cells, as the reader in JavaScript would make it. */
export function plainColumn(cells: readonly string[]): PlainColumn {
  const texts = cells.map((cell) => Buffer.from(cell));
  const offsets = new Uint32Array(cells.length + 1);
  texts.forEach((text, row) => {
    offsets[row + 1] = (offsets[row] ?? 0) + text.length;
  });
  return { kind: 'plain', length: cells.length, bytes: Buffer.concat(texts), offsets };
}

function read(table: KernelTable | ByteTable, bytes: Uint8Array): TextColumn {
  if (!table.feed(bytes, false) || !table.feed(new Uint8Array(0), true)) throw new Error('declined');
  return columnOf(table);
}

function columnOf(table: KernelTable | ByteTable): TextColumn {
  const column = table.finish().columns.get(1);
  if (column === undefined) throw new Error('no column');
  return column;
}
