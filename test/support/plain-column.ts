import type { PlainColumn } from '../../src/model/text-column.js';

/** The cells as plain bytes, as a column of a million names is kept. */
export function plainColumn(cells: readonly string[]): PlainColumn {
  const encoded = cells.map((cell) => new TextEncoder().encode(cell));
  const offsets = new Uint32Array(cells.length + 1);
  encoded.forEach((bytes, row) => {
    offsets[row + 1] = (offsets[row] ?? 0) + bytes.length;
  });
  const bytes = new Uint8Array(offsets.at(-1) ?? 0);
  encoded.forEach((cell, row) => {
    bytes.set(cell, offsets[row] ?? 0);
  });
  return { kind: 'plain', length: cells.length, bytes, offsets };
}
